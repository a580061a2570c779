"""What each API's own words mean. The answers are our own, in the form that each API documents."""

from decimal import Decimal
from typing import Any

import pytest

from monitor.marketplaces import ebay, etsy, mercadolibre, rakuten, shopify, woocommerce
from monitor.marketplaces.answer import divided, minor_units, plain, trade_number
from monitor.records import Availability, Condition, Listing, RecordError

SHOP = shopify.Shop(root="https://shop.example", host="shop.example", name="Shop", currency="USD")


def one(answer: Any) -> Listing:
    (result,) = answer.results
    assert isinstance(result, Listing), result
    return result


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        ("18000", 3, "18.000"),
        ("1299", 2, "12.99"),
        (1280, 0, "1280"),
        ("5", 2, "0.05"),
        (None, 2, None),
        ("", None, None),
    ],
)
def test_minor_units(value: object, digits: object, expected: str | None) -> None:
    assert minor_units(value, digits, "price") == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("value", "digits"), [("12.x", 2), ("-5", 2), ("100", None), ("100", -1), ("100", 99), ("100", "2.5"), ({}, 2)]
)
def test_amounts_that_cannot_be(value: object, digits: object) -> None:
    with pytest.raises(RecordError):
        minor_units(value, digits, "price")


@pytest.mark.parametrize(("value", "divisor"), [(100, 0), (100, None), (100, "x"), (100, -100), ("x", 100)])
def test_divisors_that_cannot_be(value: object, divisor: object) -> None:
    with pytest.raises(RecordError):
        divided(value, divisor, "price")


def test_text_of_html() -> None:
    assert plain("<style>p{color:red}</style><p>Tom &amp; Jerry&#8217;s<br>mug</p>") == "Tom & Jerry’s mug"
    assert plain("<" * 200_000) == "<" * 20_000
    assert trade_number("4 006381 333931") == "4006381333931"
    assert trade_number("00000000") == trade_number("12345") == trade_number("4006381333931x") == ""


PRICED = [{"id": 2, "price": "10.00"}]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (None, "USD"),
        ({"product": {"variants": [{"id": 2, "price": "10.00"}]}}, "USD"),
        ({"product": {"variants": [{"id": 2, "price": "10.00", "price_currency": "EUR"}]}}, "EUR"),
        ({"product": {"variants": [{"id": 2, "price": "9.10", "price_currency": "EUR"}]}}, ""),
        ({"product": {"variants": [{"id": 3, "price": "10.00", "price_currency": "EUR"}]}}, ""),
        ({"product": {"variants": [{"id": 2, "price": "10.00", "price_currency": "???"}]}}, "USD"),
    ],
)
def test_the_currency_of_a_shopify_list_is_beyond_doubt_or_none(said: object, expected: str) -> None:
    answer = shopify.read_products({"products": [{"title": "T", "handle": "t", "variants": PRICED}]}, SHOP)
    assert shopify.currency_of(SHOP, [one(answer)], shopify.read_prices(said)) == expected


def test_a_shopify_list_is_searched_by_words() -> None:
    products = [
        {"title": "Aurelia Meridian", "handle": "a", "vendor": "Aurelia", "variants": PRICED},
        {"title": "Watch strap", "handle": "b", "tags": ["AURELIA", "leather"], "variants": [{**PRICED[0], "id": 3}]},
        {"title": "Scarf", "handle": "c", "variants": [{**PRICED[0], "id": 4}]},
    ]
    found = shopify.read_products({"products": products}, SHOP, "aurelia")
    assert found is not None
    assert [result.listing_id for result in found.results if isinstance(result, Listing)] == ["2", "3"]
    assert found.entries == 3


def test_a_range_of_prices_is_no_price() -> None:
    prices = {"price": "1000", "regular_price": "1000", "price_range": {"min_amount": "1000", "max_amount": "2500"}}
    product = {
        "id": 1, "name": "T", "permalink": "https://s.example/t", "type": "variable", "is_on_backorder": True,
        "prices": {**prices, "currency_code": "EUR", "currency_minor_unit": 2}, "is_in_stock": True,
        "attributes": [{"name": "Marke", "terms": [{"name": "Aurelia"}]}], "add_to_cart": {"minimum": 6},
    }  # fmt: skip
    goods = woocommerce.read_goods([product], "s.example")
    assert goods is not None
    listing = goods[0].result
    assert isinstance(listing, Listing)
    assert (listing.price, listing.attributes["price_to"], goods[0].number) == (Decimal(10), "25.00", "1")
    assert (listing.brand, listing.attributes["min_quantity"]) == ("Aurelia", "6")
    assert listing.availability is Availability.PREORDER


ITEM = {
    "itemId": "v1|123456789012|0", "title": "Aurelia", "price": {"value": "80.00", "currency": "EUR"},
    "buyingOptions": ["FIXED_PRICE"], "conditionId": "1000", "seller": {"username": "s"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({}, "price", Decimal(80)),
        ({}, "url", "https://www.ebay.de/itm/123456789012"),
        ({}, "availability", Availability.IN_STOCK),
        ({"buyingOptions": ["AUCTION"], "currentBidPrice": {"value": "1.00", "currency": "EUR"}}, "price", None),
        ({"buyingOptions": ["AUCTION", "FIXED_PRICE"]}, "price", Decimal(80)),
        ({"marketingPrice": {"originalPrice": {"value": "99.00", "currency": "EUR"}}}, "list_price", Decimal(99)),
        ({"marketingPrice": {"originalPrice": {"value": "70.00", "currency": "EUR"}}}, "list_price", None),
        ({"shippingOptions": [{"shippingCostType": "CALCULATED"}]}, "shipping", None),
        ({"shippingOptions": [{"shippingCost": {"value": "9", "currency": "EUR"}}, {"shippingCost": {"value": "0.00", "currency": "EUR"}}]},
         "shipping", Decimal(0)),
        ({"shippingOptions": [{"shippingCost": {"value": "9", "currency": "USD"}}]}, "shipping", None),
        ({"availableCoupons": True}, "coupon", None),
        ({"availableCoupons": [{"discountAmount": {"value": "5", "currency": "EUR"}}]}, "coupon", Decimal(5)),
        ({"availableCoupons": [{"discountAmount": {"value": "500", "currency": "EUR"}}]}, "coupon", None),
        ({"conditionId": "3000"}, "condition", Condition.USED),
        ({"conditionId": "2010"}, "condition", Condition.REFURBISHED),
        ({"conditionId": "7000"}, "condition", Condition.DAMAGED),
        ({"conditionId": "1500"}, "condition", Condition.NEW),
        ({"lotSize": 3}, "pack_count", 3),
        ({"lotSize": 0}, "pack_count", None),
        ({"gtin": "4006381333931"}, "gtin", "4006381333931"),
        ({"estimatedAvailabilities": [{"estimatedAvailabilityStatus": "OUT_OF_STOCK"}]}, "availability", Availability.OUT_OF_STOCK),
        ({"image": {"imageUrl": "https://i.ebayimg.com/thumbs/images/g/AQ4/s-l225.jpg"},
          "additionalImages": [{"imageUrl": "https://i.ebayimg.com/images/g/B/s-l500.jpg"}]}, "images",
         ("https://i.ebayimg.com/images/g/AQ4/s-l1600.jpg", "https://i.ebayimg.com/images/g/B/s-l1600.jpg")),
        ({"seller": {"username": "s", "sellerLegalInfo": {"sellerProvidedLegalAddress": {"country": "CN"}}}}, "seller_country", "CN"),
    ],
)  # fmt: skip
def test_ebay_items(values: dict[str, Any], field: str, expected: object) -> None:
    assert getattr(one(ebay.read_item({**ITEM, **values}, "ebay.de")), field) == expected


def test_ebay_sellers_who_must_say_who_they_are() -> None:
    legal = {
        "name": "Uhren GmbH", "registrationNumber": "HRB 1", "vatDetails": [{"vatId": "DE123456789"}], "email": "a@uhren.example",
        "sellerProvidedLegalAddress": {"addressLine1": "Weg 1", "postalCode": "20095", "city": "Hamburg", "country": "DE"},
    }  # fmt: skip
    attributes = one(
        ebay.read_item({**ITEM, "seller": {"username": "s", "sellerLegalInfo": legal}}, "ebay.de")
    ).attributes
    assert attributes["legal_name"] == "Uhren GmbH"
    assert attributes["vat_id"] == "DE123456789"
    assert attributes["address"] == "Weg 1, 20095, Hamburg, DE"


@pytest.mark.parametrize(
    ("item", "group"),
    [
        (
            {"primaryItemGroup": {"itemGroupId": "123456789012", "itemGroupType": "SELLER_DEFINED_VARIATIONS"}},
            "123456789012",
        ),
        (
            {
                "itemGroupType": "SELLER_DEFINED_VARIATIONS",
                "itemGroupHref": "https://x.example/?item_group_id=123456789012",
            },
            "123456789012",
        ),
        ({"itemGroupHref": "https://x.example/?item_group_id=1&2"}, ""),
        ({"itemGroupHref": "https://["}, ""),
        ({}, ""),
    ],
)
def test_ebay_groups(item: dict[str, Any], group: str) -> None:
    assert ebay.group_of(item) == group


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({}, "price", Decimal("12.5")),
        ({}, "url", "https://www.etsy.com/listing/12345"),
        ({"when_made": "1990s"}, "condition", Condition.USED),
        ({"when_made": "made_to_order"}, "condition", Condition.NEW),
        ({"when_made": "2020_2026"}, "condition", Condition.NEW),
        ({"quantity": 0}, "availability", Availability.OUT_OF_STOCK),
        ({"state": "sold_out"}, "availability", Availability.OUT_OF_STOCK),
        ({"title": "Tom &quot;s&quot; mug"}, "title", 'Tom "s" mug'),
        ({"images": [{"rank": 2, "url_fullxfull": "https://i.example/2"}, {"rank": 1, "url_fullxfull": "https://i.example/1"}]},
         "images", ("https://i.example/1", "https://i.example/2")),
        ({"shop": {"shop_name": "Corner", "shop_location_country_iso": "DE"}, "shop_id": 7}, "seller_id", "Corner"),
        ({"shop_id": 7}, "seller_id", "7"),
    ],
)  # fmt: skip
def test_etsy_listings(values: dict[str, Any], field: str, expected: object) -> None:
    listing = {"listing_id": 12345, "title": "T", "price": {"amount": 1250, "divisor": 100, "currency_code": "EUR"}}
    assert getattr(one(etsy.read_listings({"results": [{**listing, **values}]})), field) == expected


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({}, "price", Decimal(1280)),
        ({}, "currency", "JPY"),
        ({"postageFlag": 0}, "shipping", Decimal(0)),
        ({"postageFlag": 1}, "shipping", None),
        ({"taxFlag": 1}, "price", None),
        ({"availability": 0}, "availability", Availability.OUT_OF_STOCK),
        ({"mediumImageUrls": [{"imageUrl": "https://t.example/a.jpg?_ex=128x128"}, "https://t.example/b.jpg?_ex=128x128"]}, "images",
         ("https://t.example/a.jpg", "https://t.example/b.jpg")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("version", [1, 2])
def test_rakuten_items(version: int, values: dict[str, Any], field: str, expected: object) -> None:
    item = {
        "itemName": "T",
        "itemPrice": 1280,
        "itemUrl": "https://item.rakuten.co.jp/a/b/?rafcid=key",
        "shopCode": "a",
        **values,
    }
    answer = rakuten.read_items({"count": 1, "Items": [{"Item": item} if version == 1 else item]})
    assert getattr(one(answer), field) == expected
    assert one(answer).url == "https://item.rakuten.co.jp/a/b/"


def test_rakuten_ranges_and_empty_answers() -> None:
    item = {
        "itemName": "T",
        "itemPrice": 1280,
        "itemPriceMax1": 2000,
        "itemUrl": "https://item.rakuten.co.jp/a/b/",
        "shopCode": "a",
    }
    assert one(rakuten.read_items({"Items": [item]})).attributes["price_to"] == "2000"
    empty = rakuten.read_items({"error": "not_found", "error_description": "not found"})
    assert empty is not None
    assert empty.results == ()
    assert rakuten.read_items({"error": "wrong_parameter"}) is None


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({}, "price", Decimal("189.99")),
        ({"sale_price": {"amount": 150, "regular_amount": 189}}, "price", Decimal(150)),
        ({"sale_price": {"amount": 150, "regular_amount": 189}}, "list_price", Decimal(189)),
        ({"original_price": 100}, "list_price", None),
        ({"available_quantity": 0}, "availability", Availability.OUT_OF_STOCK),
        ({"attributes": [{"id": "ITEM_CONDITION", "name": "Condición", "value_name": "Reacondicionado"}]}, "condition", Condition.REFURBISHED),
        ({"attributes": [{"id": "GTIN", "name": "EAN", "value_name": "4006381333931"}]}, "gtin", "4006381333931"),
        ({"permalink": "https://articulo.mercadolibre.com.ar/MLA-12345-x?a=1#b"}, "url", "https://articulo.mercadolibre.com.ar/MLA-12345-x"),
        ({"permalink": "https://elsewhere.example/MLA-12345-x"}, "url", "https://articulo.mercadolibre.com.ar/MLA-12345"),
        ({"thumbnail": "http://http2.mlstatic.com/D_9-I.jpg"}, "images", ("https://http2.mlstatic.com/D_9-F.jpg",)),
        ({"seller": {"id": 7, "nickname": "N"}, "official_store_name": "Tienda"}, "seller_name", "Tienda"),
    ],
)  # fmt: skip
def test_mercadolibre_items(values: dict[str, Any], field: str, expected: object) -> None:
    item = {"id": "MLA12345", "title": "T", "price": Decimal("189.99"), "currency_id": "ARS", "condition": "new"}
    answer = mercadolibre.read_search({"paging": {"total": 1}, "results": [{**item, **values}]}, "mercadolibre.com.ar")
    assert getattr(one(answer), field) == expected


def test_countries() -> None:
    assert mercadolibre.country_of("mercadolivre.com.br") == ("MLB", "BR")
    assert mercadolibre.country_of("mercadolibre.example") is None
    assert (ebay.country_of("ebay.co.uk"), ebay.country_of("ebay.example")) == ("GB", "")

"""Products as schema.org describes them."""

from typing import Any

import pytest

from monitor.pages.draft import Draft
from monitor.pages.schema_org import read_products

PRODUCT: dict[str, Any] = {"@type": "Product", "name": "Watch", "sku": "W-1"}


def offers(node: dict[str, Any]) -> list[Draft]:
    (product,) = read_products([node], "json-ld").own
    return list(product.flat())


@pytest.mark.parametrize(
    ("value", "price", "currency"),
    [
        ({"price": "12.50", "priceCurrency": "EUR"}, "12.50", "EUR"),
        ([{"price": "12.50", "priceCurrency": "EUR"}], "12.50", "EUR"),
        ({"@type": "AggregateOffer", "offers": [{"price": "12.50", "priceCurrency": "EUR"}]}, "12.50", "EUR"),
        ({"@type": "AggregateOffer", "priceCurrency": "EUR", "offers": {"price": "12.50"}}, "12.50", "EUR"),
        ({"priceSpecification": {"price": "12.50", "priceCurrency": "EUR"}}, "12.50", "EUR"),
        (
            {
                "priceSpecification": [
                    {"priceType": "https://schema.org/ListPrice", "price": "20"},
                    {"price": "1.25", "priceCurrency": "EUR", "referenceQuantity": {"value": 100}},
                    {"price": "12.50", "priceCurrency": "EUR"},
                ]
            },
            "12.50",
            "EUR",
        ),
    ],
)
def test_where_a_price_may_stand(value: object, price: str, currency: str) -> None:
    (offer,) = offers(PRODUCT | {"offers": value})
    assert (offer.get("price"), offer.get("currency")) == (price, currency)
    assert offer.fields["price"].source.startswith("json-ld offers.price")


@pytest.mark.parametrize(
    "first",
    [
        {"@type": "DeliveryChargeSpecification", "price": "4.90"},
        {"@type": "PaymentChargeSpecification", "price": "2"},
        {"validForMemberTier": {"@type": "MemberProgramTier"}, "price": "9"},
        {"priceComponentType": "https://schema.org/Installment", "price": "2"},
        {"priceComponentType": "https://schema.org/Downpayment", "price": "5"},
        {"priceType": "https://schema.org/MinimumAdvertisedPrice", "price": "9"},
        {"priceType": "https://schema.org/SalePrice", "price": "9", "validFrom": "2099-01-01"},
        {"@type": "UnitPriceSpecification", "unitCode": "MLT", "price": "1.25"},
    ],
)
def test_a_price_specification_that_is_not_what_every_buyer_pays(first: dict[str, Any]) -> None:
    for whole in ({"price": "12.50"}, {"price": "12.50", "unitCode": "C62"}):
        (offer,) = offers(PRODUCT | {"offers": {"priceSpecification": [first, whole]}})
        assert offer.get("price") == "12.50"
    if "validFrom" not in first:
        (offer,) = offers(PRODUCT | {"offers": {"priceSpecification": [first]}})
        assert offer.get("price") == ""


@pytest.mark.parametrize(
    "other",
    [
        {"businessFunction": "http://purl.org/goodrelations/v1#LeaseOut"},
        {"eligibleCustomerType": "http://purl.org/goodrelations/v1#Business"},
    ],
)
def test_leases_and_offers_to_companies_are_none(other: dict[str, str]) -> None:
    found = offers(PRODUCT | {"offers": [{"price": "3"} | other, {"price": "12.50"}]})
    assert [offer.get("price") for offer in found] == ["12.50"]


def rate(value: str, currency: str = "", country: str = "") -> dict[str, Any]:
    there = {"shippingDestination": {"addressCountry": country}} if country else {}
    return {"shippingRate": {"value": value, "currency": currency}} | there


@pytest.mark.parametrize(
    ("rates", "shipping"),
    [
        ([rate("5", "EUR")], "5"),
        ([rate("999", "JPY", "JP"), rate("5", "EUR", "DE")], "5"),
        ([rate("9", "EUR", "FR"), rate("5", "EUR", "DE")], "5"),
        ([rate("9", "EUR", "FR")], ""),
        ([rate("9", "EUR", "FR"), rate("4", "EUR")], "4"),
        ([rate("9", "EUR"), rate("4", "EUR")], ""),
    ],
)
def test_shipping_is_that_to_the_country_of_the_site(rates: list[dict[str, Any]], shipping: str) -> None:
    node = PRODUCT | {"offers": {"price": "1", "priceCurrency": "EUR", "shippingDetails": rates}}
    ((offer,),) = ([*product.flat()] for product in read_products([node], "json-ld", "DE").own)
    assert offer.get("shipping") == shipping


def test_a_list_price_is_told_from_the_price() -> None:
    specification = [{"priceType": "StrikethroughPrice", "price": "20"}, {"price": "12.50"}]
    (offer,) = offers(PRODUCT | {"offers": {"priceSpecification": specification}})
    assert (offer.get("price"), offer.get("list_price")) == ("12.50", "20")


def test_a_range_is_no_price() -> None:
    (offer,) = offers(PRODUCT | {"offers": {"@type": "AggregateOffer", "lowPrice": "10", "highPrice": "25"}})
    assert (offer.get("price"), offer.get("low_price"), offer.get("high_price")) == ("", "10", "25")


def test_every_seller_is_an_offer_of_its_own() -> None:
    found = offers(
        PRODUCT
        | {
            "offers": [
                {"price": "10", "seller": {"name": "One", "url": "/s/1", "address": {"addressCountry": "DE"}}},
                {"price": "11", "seller": {"name": "Two", "identifier": "2"}, "sku": "W-1-2"},
                {"price": "12", "offeredBy": "Three"},
            ]
        }
    )
    assert [(o.get("price"), o.get("seller_name"), o.get("seller_url"), o.get("seller_id")) for o in found] == [
        ("10", "One", "/s/1", ""),
        ("11", "Two", "", "2"),
        ("12", "Three", "", ""),
    ]
    assert found[0].get("seller_country") == "DE"
    assert {o.get("title") for o in found} == {"Watch"}


def test_every_variant_is_an_offer_of_its_own() -> None:
    group = {
        "@type": "ProductGroup",
        "name": "Shoe",
        "brand": {"name": "Acme"},
        "hasVariant": [
            {"@type": "Product", "name": "Shoe 40", "sku": "S-40", "size": "40", "offers": {"price": "50"}},
            {"@type": "Product", "name": "Shoe 41", "sku": "S-41", "size": "41", "offers": {"price": "55"}},
        ],
    }
    (product,) = read_products([group], "json-ld").own
    found = list(product.flat())
    assert [(o.get("title"), o.get("sku"), o.get("price"), o.get("brand"), o.attributes["size"]) for o in found] == [
        ("Shoe 40", "S-40", "50", "Acme", "40"),
        ("Shoe 41", "S-41", "55", "Acme", "41"),
    ]


def test_parts_named_by_id_are_found_elsewhere() -> None:
    nodes = [
        PRODUCT | {"brand": {"@id": "#b"}, "offers": {"@id": "#o"}},
        {"@id": "#b", "@type": "Brand", "name": "Acme"},
        {"@id": "#o", "@type": "Offer", "price": "5", "seller": {"@id": "#s"}},
        {"@id": "#s", "@type": "Organization", "name": "Shop"},
    ]
    (product,) = read_products(nodes, "json-ld").own
    (offer,) = product.flat()
    assert (offer.get("brand"), offer.get("price"), offer.get("seller_name")) == ("Acme", "5", "Shop")


def test_lists_are_not_the_page_s_own_goods() -> None:
    entries = [{"@type": "ListItem", "position": 1, "item": PRODUCT}, {"@type": "ListItem", "item": PRODUCT}]
    found = read_products([{"@type": "ItemList", "itemListElement": entries}], "json-ld")
    assert found.own == []
    assert len(found.listed) == 2


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "WebPage", "mainEntity": PRODUCT},
        {"@type": "Offer", "price": "1", "itemOffered": PRODUCT},
        {"@type": ["Thing", "http://schema.org/Product"], "name": "Watch"},
        {"@type": "schema:product", "schema:name": "Watch"},
    ],
)
def test_other_ways_to_name_a_product(node: dict[str, Any]) -> None:
    (product,) = read_products([node], "json-ld").own
    assert product.get("title") == "Watch"


def test_values_in_all_shapes() -> None:
    node = PRODUCT | {
        "brand": [{"@type": "Brand", "name": ["Acme"]}],
        "image": [{"url": "/1.jpg"}, "/2.jpg", {"contentUrl": "/3.jpg"}],
        "gtin13": {"@value": "4006381333931"},
        "additionalProperty": [{"name": "Case", "value": "steel"}, {"name": "Empty"}, "odd"],
        "description": None,
        "mpn": True,
    }
    (product,) = read_products([node], "json-ld").own
    assert product.get("brand") == "Acme"
    assert product.get("gtin") == "4006381333931"
    assert product.images == ["/1.jpg", "/2.jpg", "/3.jpg"]
    assert product.attributes == {"Case": "steel"}
    assert product.get("mpn") == ""


@pytest.mark.parametrize(
    "template", ["$metabrand", "{{ brand }}", "undefined", "null", "N/A", "-", "${brand}", "Does not apply"]
)
def test_what_a_template_leaves_is_no_value(template: str) -> None:
    (product,) = read_products([PRODUCT | {"brand": template}], "json-ld").own
    assert product.get("brand") == ""


@pytest.mark.parametrize("price", ["$1299", "$12.99", "$U1299", "1299"])
def test_a_price_is_no_template(price: str) -> None:
    (product,) = read_products([PRODUCT | {"offers": {"price": price}}], "json-ld").own
    assert next(product.flat()).get("price") == price


def test_things_that_contain_themselves_end() -> None:
    node: dict[str, Any] = dict(PRODUCT)
    node["offers"] = node
    node["hasVariant"] = [node]
    node["mainEntity"] = node
    assert read_products([node], "json-ld").own


def test_entities_of_html_in_data_are_resolved_in_texts_and_addresses() -> None:
    node = PRODUCT | {
        "name": "M&amp;S &ndash; Arc",
        "image": ["/1.jpg?w=1&amp;h=2"],
        "offers": {"price": "&euro; 12,50"},
    }
    (draft,) = offers(node)
    assert (draft.get("title"), draft.images, draft.get("price")) == ("M&S – Arc", ["/1.jpg?w=1&h=2"], "€ 12,50")

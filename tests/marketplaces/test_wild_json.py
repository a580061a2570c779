"""Whatever an API answers, its reader gives listings, errors or None, and never raises."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.marketplaces import ebay, etsy, mercadolibre, rakuten, shopify, woocommerce
from monitor.marketplaces.answer import Answer
from monitor.records import Listing, RecordError

SHOP = shopify.Shop(root="https://shop.example", host="shop.example")
PRODUCT = mercadolibre.Product(number="MLA1", record={"marketplace": "m", "title": "t", "attributes": {}})
_names = """
    id itemId legacyItemId item_id listing_id title name itemName handle variants prices price regular_price
    price_range min_amount max_amount currency_minor_unit currency_code currency value images src variant_ids
    featured_image attributes terms variation variations type permalink itemSummaries total items results count
    paging commonDescriptions itemIds description seller username shippingOptions shippingCost marketingPrice
    originalPrice conditionId buyingOptions currentBidPrice availableCoupons discountAmount primaryItemGroup
    itemGroupId itemGroupHref localizedAspects estimatedAvailabilities lotSize image imageUrl amount divisor
    inventory products offerings property_values product_id quantity shop shop_name shop_id rank url_fullxfull skus
    when_made state Items Item itemPrice itemPriceMax1 taxFlag postageFlag shopCode itemUrl mediumImageUrls error
    status seller_id sale_price currency_id permalink thumbnail pictures body options position tags compare_at_price
    available option1 add_to_cart minimum
"""
NAMES = _names.split()
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.text(max_size=20),
    st.sampled_from(
        ["v1|123456789012|0", "MLA12345", "1E+999999", "-5", "12.50", "https://[", "https://item.rakuten.co.jp/a/b/", "1" * 5000, "\ud800"]
    ),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), inner, max_size=8)
    ),
    max_leaves=30,
)
GOOD: dict[str, Any] = {
    "shopify": {"products": [{"id": 1, "title": "T", "handle": "t", "variants": [{"id": 2, "price": "3.00"}]}]},
    "woocommerce": [{"id": 1, "name": "T", "permalink": "https://s.example/t", "prices": {"price": "100", "currency_minor_unit": 2}}],
    "ebay": {"total": 1, "itemSummaries": [{"itemId": "v1|123456789012|0", "title": "T", "price": {"value": "3.00", "currency": "USD"}}]},
    "etsy": {"results": [{"listing_id": 12345, "title": "T", "price": {"amount": 300, "divisor": 100, "currency_code": "USD"}}]},
    "rakuten": {"count": 1, "Items": [{"Item": {"itemName": "T", "itemPrice": 3, "itemUrl": "https://item.rakuten.co.jp/a/b/", "shopCode": "a"}}]},
    "mercadolibre": {"paging": {"total": 1}, "results": [{"id": "MLA12345", "title": "T", "price": 3, "currency_id": "ARS"}]},
}  # fmt: skip


def goods(answer: object) -> Answer | None:
    found = woocommerce.read_goods(answer, "shop.example")
    variations = woocommerce.read_variations(answer, "shop.example")
    return None if found is None or variations is None else woocommerce.answer_of(found, variations)


READERS: dict[str, Callable[[object], Answer | None]] = {
    "shopify": lambda answer: shopify.read_products(answer, SHOP),
    "woocommerce": goods,
    "ebay": lambda answer: ebay.read_search(answer, "ebay.de"),
    "ebay item": lambda answer: ebay.read_item(answer, "ebay.de"),
    "ebay group": lambda answer: ebay.read_group(answer, "ebay.de"),
    "etsy": lambda answer: etsy.read_listings(answer, ("12345",)),
    "etsy numbers": etsy.read_numbers,
    "rakuten": rakuten.read_items,
    "mercadolibre": lambda answer: mercadolibre.read_search(answer, "mercadolibre.com.ar"),
    "mercadolibre offers": lambda answer: mercadolibre.read_offers(answer, PRODUCT, "mercadolibre.com.ar"),
}


@pytest.mark.parametrize("name", READERS)
@given(answer=VALUES)
def test_anything_at_all(name: str, answer: object) -> None:
    READERS[name](answer)
    shopify.read_shop(answer)
    shopify.read_prices(answer)
    mercadolibre.read_names(answer)
    mercadolibre.read_products(answer, "mercadolibre.com.ar")
    etsy.read_shop_number(answer, "x")


@pytest.mark.parametrize("name", GOOD)
@given(data=st.data())
def test_an_answer_with_one_value_that_is_something_else(name: str, data: st.DataObject) -> None:
    answer = data.draw(spoilt(GOOD[name]))
    read = READERS[name](answer)
    for result in read.results if read else ():
        assert isinstance(result, Listing | RecordError)
        if isinstance(result, Listing) and result.price is not None:
            assert result.price.is_finite()
            assert result.price >= 0


@st.composite
def spoilt(draw: st.DrawFn, value: Any) -> Any:
    """The value with something else in the place of one part of it, or beside it."""
    if isinstance(value, dict) and draw(st.integers(0, 9)):
        name = draw(st.sampled_from([*value, draw(st.sampled_from(NAMES))]))
        return {**value, name: draw(spoilt(value.get(name)))}
    if isinstance(value, list) and draw(st.integers(0, 9)):
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], draw(spoilt(value[place])), draw(VALUES), *value[place + 1 :]]
    return draw(VALUES)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_entry_beside_bad_ones_is_read(name: str) -> None:
    answer = GOOD[name]
    good = READERS[name](answer)
    assert good is not None
    (listing,) = good.results
    assert isinstance(listing, Listing)
    assert listing.price == (Decimal(1) if name == "woocommerce" else Decimal(3))
    bad: list[Any] = [None, 7, "x", [], {}]
    held = answer if isinstance(answer, list) else next(value for value in answer.values() if isinstance(value, list))
    held[:0] = bad
    try:
        again = READERS[name](answer)
    finally:
        del held[: len(bad)]
    assert again is not None
    assert sum(isinstance(result, Listing) for result in again.results) == 1
    assert len(again.results) == 1 + len(bad)

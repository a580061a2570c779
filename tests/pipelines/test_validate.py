from datetime import UTC, datetime
from decimal import Decimal

import pytest

from monitor.records import Listing, RecordError
from pipelines.validate import marketplace_of, observe

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
EARLIER = datetime(2026, 5, 1, tzinfo=UTC)


def listing(**values: object) -> Listing:
    given: dict[str, object] = {"marketplace": "", "url": "https://Shop.example:443/p/1?utm_source=x", "title": "Watch"}
    return Listing(**{**given, **values})  # type: ignore[arg-type]


def test_what_was_not_said_is_filled() -> None:
    seen = observe(listing(), NOW)
    assert seen.listing.marketplace == "shop.example"
    assert seen.listing.listing_id == "https://shop.example/p/1"
    assert seen.observed_at == seen.listing.observed_at == NOW


def test_what_was_said_stays() -> None:
    seen = observe(listing(marketplace="m", listing_id="7", observed_at=EARLIER, price=Decimal("12.50")), NOW)
    assert seen.listing.key == ("m", "7")
    assert seen.observed_at == EARLIER
    assert seen.listing.price == Decimal("12.50")
    assert observe(listing(sources={"price": "json-ld"}), NOW).listing.sources == {"price": "json-ld"}


def test_text_is_cleaned_and_cut() -> None:
    seen = observe(listing(title="Cafe\u0301\x00\x1b watch" + "x" * 100_000), NOW)
    assert seen.listing.title.startswith("Caf\u00e9   watchxxx")
    assert len(seen.listing.title) == 2_000


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": " \x00\x1b "}, "title"),
        ({"url": ""}, "marketplace"),
        ({"price": Decimal("NaN")}, "price"),
        ({"price": Decimal(-1)}, "price"),
        ({"pack_count": 0}, "pack_count"),
    ],
)
def test_what_is_no_listing_says_which_field(values: dict[str, object], field: str) -> None:
    with pytest.raises(RecordError) as wrong:
        observe(listing(**values), NOW)
    assert wrong.value.field == field


@pytest.mark.parametrize(
    ("url", "marketplace"),
    [
        ("https://Shop.example/x", "shop.example"),
        ("http://shop.example:8080/x", "shop.example:8080"),
        ("http://127.0.0.1:8900/", "127.0.0.1:8900"),
        ("file:///x", ""),
    ],
)
def test_the_marketplace_of_a_url(url: str, marketplace: str) -> None:
    assert marketplace_of(url) == marketplace

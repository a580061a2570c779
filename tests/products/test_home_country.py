"""A listing that names no country is held against the floor of its site's country, and never accused by that alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from detectors.low_price import LowPrice
from detectors.unstable_price import UnstablePrice
from monitor.brands import Brand, PriceRule, Product, Rates, Trademark
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.products import home_country
from monitor.records import Listing, Observation, listing_from_record
from tests.products.reads import judged

TITLE = "Aurelia Meridian 40 automatic watch MER40A"
DE, COM = "https://www.amazon.de/dp/1", "https://www.watch.com/1"


def brand(general: int | None, **floors: int) -> Brand:
    """A watch with a floor of products.csv, and floors of prices.csv by territory."""
    watch = Product(
        sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A", currency="EUR",
        floor_price=general and Decimal(general),
    )  # fmt: skip
    rules = tuple(
        PriceRule(sku="MER-40", territory=place, currency="EUR", floor_price=Decimal(floor))
        for place, floor in floors.items()
    )
    return Brand(
        slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(watch,), prices=rules,
        detectors={"low_price": {"confirm_hours": 0}},
    )  # fmt: skip


def offer(url: str, price: str, **more: Any) -> dict[str, Any]:
    return {
        "marketplace": url.split("/")[2], "url": url, "title": TITLE, "price": price, "currency": "EUR",
        "seller_id": "s1", "observed_at": "2026-03-10T03:00:00Z",
    } | more  # fmt: skip


@pytest.mark.parametrize(
    ("says", "marketplace", "url", "currency", "country"),
    [
        ("the host's country", "amazon.de", DE, "EUR", "DE"),
        ("a second level", "shop.co.uk", "https://shop.co.uk/1", "GBP", "GB"),
        ("a path on a host of no country", "shop.com", "https://shop.com/de-at/1", "EUR", "AT"),
        ("a marketplace by another name", "amazon", DE, "EUR", "DE"),
        ("a host of no country", "watch.com", COM, "EUR", ""),
        ("the whole union", "shop.eu", "https://shop.eu/1", "EUR", ""),
        ("a domain that is used for anything", "shop.io", "https://shop.io/1", "EUR", ""),
        ("a path for another country", "shop.de", "https://shop.de/de-at/1", "EUR", ""),
        ("a marketplace of another country", "shop.fr", "https://shop.de/1", "EUR", ""),
        ("a price for buyers elsewhere", "shop.de", "https://shop.de/1", "USD", ""),
        ("no currency", "shop.de", "https://shop.de/1", "", ""),
        ("no address", "shop.de", "https://[shop.de/1", "EUR", ""),
    ],
)
def test_the_country_of_a_site(says: str, marketplace: str, url: str, currency: str, country: str) -> None:
    listing = Listing(marketplace=marketplace, url=url, title=TITLE, currency=currency)
    assert home_country(listing) == country, says


@pytest.mark.parametrize(
    ("says", "dossier", "listing", "severity", "words"),
    [
        ("lower only in another country", brand(1000, FR=700), offer(DE, "800"), 45, "in DE, the country of its site"),
        ("and says what may hold elsewhere", brand(1000, FR=700), offer(DE, "800"), 45, "a floor of 700.00 EUR may hold"),
        ("below every floor", brand(1000, FR=700), offer(DE, "500"), 80, "50.0 % below the floor of 1000.00 EUR in DE"),
        ("a floor of that country alone", brand(None, DE=1000), offer(DE, "800"), 45, "no floor may hold"),
        ("higher there", brand(700, DE=1000), offer(DE, "800"), 45, "a floor of 700.00 EUR may hold"),
        ("fair there", brand(1000, DE=700), offer(DE, "800"), 0, ""),
        ("the listing says it", brand(1000, FR=700), offer(DE, "800", territory="DE"), 68, "floor of 1000.00 EUR."),
        ("and may say another one", brand(1000, FR=700), offer(DE, "800", territory="FR"), 0, ""),
        ("floors that do not differ", brand(1000), offer(DE, "800"), 68, "floor of 1000.00 EUR."),
        ("no country known", brand(1000, FR=700), offer(COM, "800"), 0, ""),
        ("no country known, below every floor", brand(1000, FR=700), offer(COM, "500"), 71,
         "(no country is known of this listing: the lowest floor of FR and elsewhere is used)"),
    ],
)  # fmt: skip
def test_the_floor_of_the_site(says: str, dossier: Brand, listing: dict[str, Any], severity: int, words: str) -> None:
    flags, _ = judged(Inspector([dossier], detectors=[LowPrice]), [listing])
    assert [one.severity for one in flags] == [severity] * bool(severity), says
    assert words in "".join(one.sentence for one in flags), says


def abroad(general: int | None, pounds: str = "0.8", **floors: int) -> Brand:
    """A watch with a floor for everybody in EUR, others in GBP by territory, and what a EUR is worth in GBP."""
    known = brand(general, **floors)
    rates = Rates(own={("EUR", "GBP"): ((date(2026, 3, 1), Decimal(pounds)),)} if pounds else {})
    return replace(known, prices=tuple(replace(one, currency="GBP") for one in known.prices), rates=rates)


def over(dossier: Brand) -> Brand:
    """A brand whose floors of prices.csv were valid until the year before."""
    return replace(dossier, prices=tuple(replace(one, valid_until=date(2025, 12, 31)) for one in dossier.prices))


@pytest.mark.parametrize(
    ("says", "dossier", "price", "more", "severity", "words"),
    [
        ("fair in GBP", abroad(1000, GB=850), "860", {}, 0, ""),
        ("fair in GBP, too low at the rate", abroad(1000, GB=700), "720", {}, 0, ""),
        ("too low in GBP, fair at the rate", abroad(1000, GB=850), "810", {}, 45,
         "the lowest floor of GB is used); where it is sold elsewhere, a floor of 1000.00 EUR may hold"),
        ("too low in both", abroad(1000, GB=850), "600", {}, 71, "29.4 % below the floor of 850.00 GBP (no country is"),
        ("the lowest in GBP", abroad(1000, GB=850, JE=810), "820", {}, 0, ""),
        ("no rate is needed, and doubt is left", abroad(1000, "", GB=850), "600", {}, 45, "a floor in another currency"),
        ("in a country without a row the rate counts", abroad(1000, GB=850), "810", {"territory": "IE"}, 0, ""),
        ("the listing says the country", abroad(1000, GB=850), "810", {"territory": "GB"}, 61, "floor of 850.00 GBP."),
        ("the site says it", abroad(1000, GB=850), "810", {"url": f"{COM[:-1]}en-gb/1"}, 45, "850.00 GBP in GB, the"),
        ("no floor for everybody", abroad(None, GB=850), "600", {}, 45,
         "the lowest floor of GB is used); where it is sold elsewhere, no floor may hold, so that a person has to look"),
        ("no floor for everybody, and fair in GBP", abroad(None, GB=850), "850", {}, 0, ""),
        ("fair in one of two countries", abroad(None, GB=850, JE=810), "820", {}, 0, ""),
        ("below the floors of both", abroad(None, GB=850, JE=810), "800", {}, 45, "the lowest floor of GB, JE is used)"),
        ("low at the rate", abroad(None, GB=850), "1000", {"currency": "EUR"}, 45, "below the floor of 850.00 GBP (no"),
        ("fair at the rate", abroad(None, GB=850), "1070", {"currency": "EUR"}, 0, ""),
        ("without a rate", abroad(None, "", GB=850), "600", {"currency": "EUR"}, 0, ""),
        ("in a country without a floor", abroad(None, GB=850), "600", {"territory": "IE"}, 0, ""),
        ("on a site of one", abroad(None, GB=850), "600", {"url": f"{COM[:-1]}en-ie/1", "currency": "EUR"}, 0, ""),
        ("another currency", abroad(1000, GB=850), "990", {"currency": "EUR"}, 60, "floor of 1000.00 EUR."),
    ],
)  # fmt: skip
def test_where_no_country_is_known_the_own_currency_goes_first(
    says: str, dossier: Brand, price: str, more: dict[str, Any], severity: int, words: str
) -> None:
    flags, _ = judged(Inspector([dossier], detectors=[LowPrice]), [offer(COM, price) | {"currency": "GBP"} | more])
    assert [one.severity for one in flags] == [severity] * bool(severity), says
    assert words in "".join(one.sentence for one in flags), says


def test_what_is_low_in_one_country_alone_confirms_nothing() -> None:
    """Reads of 810 GBP may be fair elsewhere; after them one below every floor is the first of its kind."""
    dossier = replace(abroad(1000, GB=850), detectors={"low_price": {"confirm_hours": 4}})
    rows = [
        offer(COM, price, currency="GBP", observed_at=f"2026-03-{day}T03:00:00Z")
        for day, price in ((10, "810"), (12, "750"), (14, "750"))
    ]
    inspector = Inspector([dossier], detectors=[LowPrice])
    last = [[one.severity for one in judged(inspector, rows[:count])[0]] for count in (1, 2, 3)]
    assert last == [[45], [45], [64]]


@pytest.mark.parametrize(
    ("says", "dossier", "listing", "told", "why"),
    [
        ("allowed in one country alone", brand(1000, FR=700, ES=900), offer(COM, "800"), ("ES, FR and elsewhere",), ()),
        ("the dearer row is the country's", brand(700, FR=1000), offer(COM, "800"), ("FR and elsewhere",), ()),
        ("allowed everywhere", brand(1000, FR=700), offer(COM, "1000"), (), ()),
        ("flagged everywhere", brand(1000, FR=700), offer(COM, "600"), (), ()),
        ("the site names the country", brand(1000, FR=700), offer(DE, "1100"), (), ()),
        ("one floor for all", brand(1000, FR=1000), offer(COM, "1100"), (), ()),
        ("no floor but of countries, allowed in one", brand(None, FR=700, ES=900), offer(COM, "800"), ("ES, FR",), ()),
        ("allowed in all of them", brand(None, FR=700, ES=900), offer(COM, "900"), (), ()),
        ("flagged in all of them", brand(None, FR=700, ES=900), offer(COM, "500"), (), ()),
        ("no floor but of another currency, without a rate", abroad(None, "", GB=850), offer(COM, "500"), (),
         ("no exchange rate from EUR to GBP near the day; write one into rates.csv",)),
        ("a floor of a country that is over", over(brand(None, FR=700)), offer(COM, "500"), (),
         ("no country is known of the listing, and the floors are for FR alone",)),
    ],
)  # fmt: skip
def test_what_passes_by_the_lowest_floor_alone_is_told(
    says: str, dossier: Brand, listing: dict[str, Any], told: tuple[str, ...], why: tuple[str, ...]
) -> None:
    shown = listing_from_record(listing)
    assert shown.observed_at
    looked = Inspector([dossier]).look(Observation(listing=shown, observed_at=shown.observed_at))
    assert (looked.allowed_somewhere, looked.not_judged) == (told, why), says


@pytest.mark.parametrize(
    ("says", "url", "words"),
    [
        ("below the floor of the site's country", DE, {"below the floor in DE, the country of its site"}),
        ("fair by the lowest floor, and no country known", COM, set()),
    ],
)
def test_sellers_sink_below_the_floor_of_the_site(says: str, url: str, words: set[str]) -> None:
    """Three of seven come down one after another to 750, which France alone allows."""
    inspector, ledger = Inspector([brand(900, FR=700)], detectors=[LowPrice, UnstablePrice]), Ledger()
    steps = [1000, 1000, 950, 880, 820, 780, 760, 750, 750, 750, 750, 750]
    asked = {name: [1000] * late + steps[: len(steps) - late] for late, name in zip((0, 2, 3), "abc", strict=True)}
    said: set[str] = set()
    for day in range(len(steps)):
        for name, prices in (asked | {name: [1000] * len(steps) for name in "defg"}).items():
            row = offer(f"{url}{name}", str(prices[day]), seller_id=name, observed_at=f"2026-03-{day + 1:02}T03:00:00Z")
            shown = listing_from_record(row)
            assert shown.observed_at
            seen = Observation(listing=shown, observed_at=shown.observed_at)
            looked = inspector.look(seen)
            found = inspector.judge(looked, partial(ledger.before, seen))
            ledger.add(inspector.price_points(looked))
            flags = [flag for one in found for flag in one.flags if flag.rule == "sinks_below_floor"]
            assert all(flag.severity < 60 for flag in flags), "by the site alone nobody is accused"
            said |= {flag.sentence.split(" % ", 1)[1].split(":", 1)[0] for flag in flags}
    assert said == words, says

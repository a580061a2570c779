"""Every flag about a seller, over all of state, date, territory, SKU and name, against the rule told a second time."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Listing, Observation

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY, GTINS = AT.date(), {"A": "4006381333931", "B": "4006381333948"}
STATES = ("authorized", "denied", "no row", "no list")
DATES: dict[str, tuple[date | None, date | None]] = {
    "always": (None, None),
    "begins today": (DAY, None),
    "ends today": (None, DAY),
    "ended": (None, DAY - timedelta(1)),
    "not begun": (DAY + timedelta(1), None),
}
PLACES = {  # the row's territory, the listing's
    "everywhere": ("", "DE"),
    "inside": ("DE AT", "DE"),
    "outside": ("FR", "DE"),
    "not known": ("FR", ""),
}
GOODS: dict[str, tuple[tuple[str, ...], str]] = {  # the row's SKUs, the listing's
    "all": ((), "A"),
    "inside": (("A",), "A"),
    "outside": (("B",), "A"),
    "not known": (("B",), ""),
}
NAMES = {  # seller_id and seller_name of the listing; the row is that of s1, "Harbour House"
    "listed id": ("s1", "Harbour House"),
    "listed id, no name": ("s1", ""),
    "listed id, poses": ("s1", "Kestrin Official Store"),
    "id in another case": ("S1", "Harbour House"),
    "other id": ("s2", "Corner Shop"),
    "other id, same name": ("s2", "Harbour House"),
    "other id, name in disguise": ("s2", "Hаrbour House"),  # the first a is Cyrillic
    "other id, poses": ("s2", "Kestrin Official Store"),
    "no id, listed name": ("", "Harbour House"),
    "no id, other name": ("", "Corner Shop"),
    "no id, poses": ("", "Kestrin Official Store"),
    "nothing": ("", ""),
}
TABLE = list(product(STATES, DATES, PLACES, GOODS, NAMES))
NOTHING: list[tuple[str, int]] = []


@cache
def judge(state: str, when: str, territory: str, skus: tuple[str, ...]) -> Inspector:
    """A brand with one row at most, prepared once."""
    begin, end = DATES[when]
    row = SellerEntry(
        marketplace="m",
        seller_id="s1",
        seller_name="Harbour House",
        legal_entity="",
        status=SellerStatus(state) if state in ("authorized", "denied") else SellerStatus.AUTHORIZED,
        territory=territory,
        skus=frozenset(skus),
        valid_from=begin,
        valid_until=end,
    )
    brand = Brand(
        slug="kestrin",
        name="Kestrin",
        trademarks=(Trademark(text="Kestrin"),),
        products=tuple(Product(sku=sku, name=f"Kestrin lamp {sku}", gtin=gtin) for sku, gtin in GTINS.items()),
        sellers=None if state == "no list" else () if state == "no row" else (row,),
    )
    return Inspector([brand], detectors=[UnauthorizedSeller])


def judged(state: str, when: str, where: str, goods: str, name: str) -> list[tuple[str, int]]:
    territory, seen = PLACES[where]
    skus, sku = GOODS[goods]
    seller_id, seller_name = NAMES[name]
    listing = Listing(
        marketplace="m",
        url="u",
        title="Kestrin lamp" if sku else "Kestrin",
        gtin=GTINS.get(sku, ""),
        seller_id=seller_id,
        seller_name=seller_name,
        territory=seen,
    )
    unlisted = state in ("no row", "no list")  # what a row would limit is then nobody's: one brand for all
    inspector = judge(state, *(("always", "", ()) if unlisted else (when, territory, skus)))
    found = inspector.inspect(Observation(listing=listing, observed_at=AT), lambda _brand, _sku: History())
    return [(flag.rule, flag.severity) for finding in found for flag in finding.flags]


def expected(state: str, when: str, where: str, goods: str, name: str) -> list[tuple[str, int]]:
    """The rule once more, from top to bottom as the how-to page tells it."""
    has_row, on_row = state in ("authorized", "denied"), name.startswith("listed id")
    denied = (
        state == "denied" and when not in ("ended", "not begun") and {where, goods} <= {"everywhere", "all", "inside"}
    )
    if name == "nothing":
        return NOTHING
    if name.endswith("poses") and not (on_row and state == "authorized"):
        return [*([("denied", 85)] if on_row and denied else []), ("impersonation", 85)]
    if state == "authorized" and name == "other id, same name":
        return [("same_name", 45)]
    if state == "authorized" and name == "other id, name in disguise":
        return [("poses_as_seller", 85)]
    if state == "no list" or (name == "no id, listed name" and has_row):
        return NOTHING
    if not has_row or not on_row:
        return [("unknown", 45)]
    if state == "denied":
        return [("denied", 85)] if denied else [("unknown", 45)]
    reasons = [
        ("not_yet", 45) if when == "not begun" else None,
        ("expired", 60) if when == "ended" else None,
        ("out_of_territory", 60) if where == "outside" else None,
        ("sku_not_allowed", 60) if goods == "outside" else None,
    ]
    return [reason for reason in reasons if reason][:1]


def test_the_table_holds_every_flag() -> None:
    assert len(set(TABLE)) == 4 * 5 * 4 * 4 * 12
    rules = {rule for row in TABLE for rule, _ in expected(*row)}
    assert rules == {
        "impersonation", "poses_as_seller", "same_name", "unknown", "denied", "not_yet", "expired", "out_of_territory", "sku_not_allowed"
    }  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_every_row_of_the_table(state: str) -> None:
    rows = [row for row in TABLE if row[0] == state]
    assert not [(row, judged(*row), expected(*row)) for row in rows if judged(*row) != expected(*row)]

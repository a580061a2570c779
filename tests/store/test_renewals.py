"""A renewal keeps what it does not name, or says what it dropped."""

from collections.abc import Mapping

import pytest

from monitor.errors import ConfigurationError
from monitor.store.renewals import renewal

TODAY = "2026-06-01"
SWISS = {"status": "authorized", "territory": "CH", "legal_entity": "Veloland AG", "valid_until": "2026-12-31"}
PART = {"status": "authorized", "territory": "DE AT", "skus": "A|B", "seller_name": "Part"}
FRENCH = {"status": "authorized", "territory": "FR"}
ENDED = {"status": "authorized", "territory": "IT", "valid_until": "2020-01-31"}
DENIED = {"status": "denied"}
DENIED_THERE = {"status": "denied", "territory": "FR"}
ON_THE_DAY = {"valid_from": TODAY, "decided_at": "2026-06-01T09:00:00Z"}
EAST, WEST = {"decided_at": "2025-06-01T09:00:00+09:00"}, {"decided_at": "2025-06-01T08:00:00-04:00"}
EARLY, LATE = {"decided_at": "2024-03-01T09:00:00Z"}, {"decided_at": "2025-06-01T09:00:00Z"}
YES = {"status": "authorized"}


@pytest.mark.parametrize(
    ("says", "own", "named", "kept", "dropped"),
    [
        ("a new account", [], YES, {}, {}),
        ("a renewal", [SWISS], YES, {"territory": "CH", "legal_entity": "Veloland AG"}, {}),
        ("with another territory", [SWISS], YES | {"territory": "DE"}, {"legal_entity": "Veloland AG"}, {}),
        ("for everywhere", [SWISS], YES | {"territory": ""}, {"legal_entity": "Veloland AG"}, {}),
        ("of products", [PART], YES, {"territory": "DE AT", "skus": "A|B", "seller_name": "Part"}, {}),
        ("in one of its countries", [PART], YES | {"territory": "AT"}, {"skus": "A|B", "seller_name": "Part"}, {}),
        ("in a new country", [PART], YES | {"territory": "ES"}, {"seller_name": "Part"}, {}),
        ("of one product", [PART], YES | {"skus": "B"}, {"territory": "DE AT", "seller_name": "Part"}, {}),
        ("of another product", [PART], YES | {"skus": "C"}, {"seller_name": "Part"}, {}),
        ("of what ended", [ENDED], YES, {"territory": "IT"}, {}),
        ("of what holds, not of what ended", [ENDED, FRENCH], YES, {"territory": "FR"}, {}),
        ("the same twice", [FRENCH, FRENCH | {"valid_until": "2027-01-31"}], YES, {"territory": "FR"}, {}),
        ("one of two that is named", [FRENCH, PART], YES | {"territory": "DE"}, {"skus": "A|B", "seller_name": "Part"}, {}),
        ("after a denial", [FRENCH, DENIED], YES, {}, {"territory": "FR"}),
        ("after a denial that was overridden", [DENIED | EARLY, PART | LATE], YES, {"territory": "DE AT", "skus": "A|B", "seller_name": "Part"}, {}),
        ("after a denial that overrode it", [DENIED | LATE, FRENCH | EARLY], YES, {}, {"territory": "FR"}),
        ("after a denial without a day", [DENIED, FRENCH | LATE], YES, {}, {"territory": "FR"}),
        ("after a denial elsewhere, by its clock later and truly before", [DENIED | EAST, FRENCH | WEST], YES, {"territory": "FR"}, {}),
        ("after a denial elsewhere, by its clock before and truly later", [DENIED | WEST, FRENCH | EAST], YES, {}, {"territory": "FR"}),
        ("after a denial without a time that ends as it begins", [DENIED | {"valid_until": TODAY}, FRENCH | ON_THE_DAY], YES, {"territory": "FR"}, {}),
        ("after a denial at what is no time", [DENIED | {"decided_at": "then"}, FRENCH | LATE], YES, {}, {"territory": "FR"}),
        ("after a denial that ended", [FRENCH, DENIED | {"valid_until": "2025-01-31"}], YES, {"territory": "FR"}, {}),
        ("beside a denial elsewhere", [PART, DENIED_THERE], YES, {"territory": "DE AT", "skus": "A|B", "seller_name": "Part"}, {}),
        ("a denial has no limits of before", [SWISS], DENIED, {"legal_entity": "Veloland AG"}, {}),
    ],
)  # fmt: skip
def test_what_is_not_named_is_kept(
    says: str,
    own: list[Mapping[str, str]],
    named: Mapping[str, str],
    kept: Mapping[str, str],
    dropped: Mapping[str, str],
) -> None:
    found = renewal(own, named, TODAY)
    assert (found.kept, found.dropped) == (kept, dropped), says


@pytest.mark.parametrize("named", [YES, YES | {"skus": ""}])
def test_which_of_several_is_meant_is_asked(named: Mapping[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="differ in territory") as refused:
        renewal([SWISS, FRENCH], named, TODAY)
    assert "CH, FR" in str(refused.value)
    with pytest.raises(ConfigurationError, match="no limit"):
        renewal([SWISS, YES], named, TODAY)

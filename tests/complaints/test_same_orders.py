"""What was sealed about another case and names the order of a test buy is read, and what clears the goods counts."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from monitor.cli._same_orders import kin_by, naming
from monitor.cli._test_buys import proven
from monitor.complaints import Purchase
from monitor.complaints.purchases import unproven
from monitor.errors import ConfigurationError
from monitor.evidence.seal import seal
from tests.complaints.complaint_world import SEEN, picture
from tests.complaints.test_complaint_command import HERE, judged, run  # noqa: F401
from tests.complaints.test_taken_back import SUBMIT, SURE, bought

STATED = {"order": "A-1", "bought_on": "2026-05-02", "price": "89.00", "currency": "EUR", "seller_id": "s1",
          "differs": "the movement is not ours"}  # fmt: skip
DENIED = {"order": "a-1", "differs": "nothing differs"}


def sealed(folder: Path, case: int, kind: str = "purchase", note: str = "", facts: Mapping[str, str] = {}) -> str:
    files = {"files/p.png": picture("blue")} if facts is STATED else {}
    return seal(folder, files, case=case, kind=kind, by="t", at=SEEN, note=note, facts=facts).name


@pytest.mark.parametrize(
    ("facts", "kin", "clears"),
    [
        (DENIED, True, True),
        (DENIED, False, False),  # a parcel may hold genuine goods of another listing, too
        ({**DENIED, "order": "A-11"}, True, False),
        ({"order": "A-1", "differs": "no serial number"}, True, False),
    ],
)
def test_what_denies_an_order_clears_every_case_of_its_goods(
    tmp_path: Path, facts: Mapping[str, str], *, kin: bool, clears: bool
) -> None:
    sealed(tmp_path, 1, facts=STATED)
    other = sealed(tmp_path, 2, facts=facts)
    (one,) = proven(tmp_path, [Purchase(case=1, order="A-1")], lambda one, other: kin and (one, other) == (1, 2))
    said = "; ".join(unproven(one, ["s1"], date(2026, 6, 1)))
    assert one.differs == "the movement is not ours", "what accuses stays with the listing that it was sealed for"
    assert bool(said) is clears
    assert (f"{other}, of case 2 of the same seller and product, says 'nothing differs'" in said) is clears


@pytest.mark.parametrize(
    ("kind", "note", "facts", "named"),
    [
        ("note", "the lab on a-1: genuine", {}, True),
        ("note", "order A-11 and XA-1 came", {}, False),
        ("purchase", "", DENIED, True),
        ("purchase", "see A-1", {"order": "B-2"}, True),
        ("photo", "the label", {}, False),
    ],
)  # fmt: skip
def test_which_evidence_of_other_cases_names_an_order(
    tmp_path: Path, kind: str, note: str, facts: Mapping[str, str], *, named: bool
) -> None:
    sealed(tmp_path, 2, kind, note, facts)
    sealed(tmp_path, 1, "note", "A-1 of the case itself")
    assert bool(list(naming(tmp_path, [1], ["A-1"]))) is named
    assert list(naming(tmp_path, [1], [])) == []


def case(seller: str = "s1", sku: str = "", title: str = "Watch", brand: str = "b", site: str = "m") -> SimpleNamespace:
    listing = SimpleNamespace(
        seller_id=seller, seller_name="", seller_is_readable=bool(seller), title=title, marketplace=site
    )
    return SimpleNamespace(listing=listing, finding=SimpleNamespace(brand=brand, sku=sku))


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        (case(), case(seller="/x/s1"), True),
        (case(seller="/x/s1"), case(), True),
        (case(seller=""), case(seller=""), False),
        (case(seller="s2"), case(), False),
        (case(site="n"), case(), False),
        (case(brand="c"), case(), False),
        (case(sku="A", title="x"), case(sku="A"), True),
        (case(sku="A"), case(sku="B"), False),
        (case(sku="A"), case(title="watch"), True),
        (case(sku="A"), case(title="Strap"), False),
    ],
)
def test_who_is_of_one_seller_and_product(one: SimpleNamespace, other: SimpleNamespace, *, kin: bool) -> None:
    def case_of(number: int) -> SimpleNamespace:
        if number > 2:
            raise ConfigurationError("no case")
        return one if number == 1 else other

    assert kin_by(case_of)(1, 2) is kin  # type: ignore[arg-type]
    assert kin_by(case_of)(1, 3) is False  # type: ignore[arg-type]


def test_a_note_on_another_case_that_names_the_order_is_read_before_it_is_filed(run, tmp_path: Path) -> None:  # noqa: F811
    own = bought(run, tmp_path)
    other = next(number for number in ("1", "2", "3") if number != own)
    assert "file it through" in run("complaint", "due")[1]
    run("evidence", "add", other, "--kind", "note", "--note", "the lab says that A-3 is genuine", "--by", "ana")
    told = run("complaint", "due")[1]
    assert f"of case {other} was sealed, which says: the lab says that A-3 is genuine" in told, told
    code, told = run(*SUBMIT)
    assert (code, "say what you saw with --looked" in told) == (2, True), told
    run("complaint", "abandon", 1, "--why", "w", "--by", "t")
    draft = ("complaint", "draft", "third_party", own, "--set", "service=X", *HERE, "--by", "t", *SURE)
    code, told = run(*draft, "--test-buy", f"{own}:A-3")
    assert (code, f"Warning: case {other}: the note of 20" in told, "that A-3 is genuine" in told) == (0, True, True), (
        told
    )
    assert "since the draft" not in run("complaint", "due")[1]

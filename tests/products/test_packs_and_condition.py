"""How many units a title sells, what leaves doubt, and what is not new, in ten languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.products import not_new, sells_new
from monitor.products.packs import pack_in
from monitor.records import Availability, Condition, Listing
from tests.products.titles import NOT_NEW, PACKS, UNSURE


def listing(title: str, **more: object) -> Listing:
    return Listing(marketplace="m", url="https://m.example/1", title=title, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("title", "units"), PACKS, ids=[title for title, _ in PACKS])
def test_units(title: str, units: int) -> None:
    pack = pack_in(title)
    assert (UNSURE if pack.problem else pack.units) == units, pack


@pytest.mark.parametrize(("title", "second_hand"), NOT_NEW, ids=[title for title, _ in NOT_NEW])
def test_condition_in_titles(title: str, second_hand: bool) -> None:
    assert bool(not_new(listing(title))) is second_hand
    assert sells_new(listing(title)) is not second_hand


def test_condition_and_stock_as_read() -> None:
    assert not_new(listing("Watch", condition=Condition.USED)) == "condition used"
    assert not sells_new(listing("Watch", availability=Availability.OUT_OF_STOCK))
    assert sells_new(listing("Watch", availability=Availability.PREORDER))


@given(st.text(max_size=300))
def test_any_title_gives_a_count_or_a_reason(title: str) -> None:
    pack = pack_in(title)
    assert 1 <= pack.units <= 500
    assert not (pack.problem and pack.units > 1)


@pytest.mark.parametrize(
    "piece", ["9", "9 x ", "9 ", "9/", "9件", "1+", "pack of ", "两", "a+ ", "ab 1", "x", " ", "set "]
)
def test_long_titles_take_no_time(piece: str) -> None:
    pack_in(piece * 2000)
    not_new(listing(piece * 2000))


@pytest.mark.parametrize("blanks", range(480, 500))
def test_of_long_titles_the_beginning_is_read_and_no_number_cut(blanks: int) -> None:
    assert pack_in("Aurelia soap 100 g, pack of 3" + " and fine" * 200).units == 3
    assert pack_in("Aurelia soap 100 g".ljust(blanks, ".") + " pack of 120").units in {1, 120}

"""A unit holds `pack_count` pieces: other numbers of pieces are more units of it, or another size."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.brands import Product
from monitor.products import net_price
from monitor.products.holding import content_numbers, sold
from monitor.records import Listing

ROWS = [
    tuple(part.strip() for part in line.split(" | "))
    for line in Path(__file__).with_name("held_titles.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def offer(title: str, **more: object) -> Listing:
    url = "https://m.example/1"
    return Listing(marketplace="m", url=url, title=title, price=Decimal(600), currency="EUR", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("title", "name", "holds", "units"), ROWS, ids=[f"{row[0]}, of {row[2]}" for row in ROWS])
def test_units(title: str, name: str, holds: str, units: str) -> None:
    net = net_price(offer(title), Product(sku="A", name=name, pack_count=int(holds)))
    assert ("?" if net.problem else str(net.units)) == units, net


@pytest.mark.parametrize(
    ("title", "stated", "units"),
    [
        ("Tavelin cleaning tablets 20 tablets", 20, 2),
        ("Tavelin cleaning tablets 20 tablets", 2, 2),
        ("Tavelin cleaning tablets 10 tablets", 10, 1),
        ("Tavelin cleaning tablets 10 tablets", 3, 3),
        ("Tavelin cleaning tablets 20 tablets", 7, 0),
        ("Tavelin cleaning tablets", 20, 2),
    ],
)
def test_what_the_page_states_beside(title: str, stated: int, units: int) -> None:
    net = net_price(offer(title, pack_count=stated), Product(sku="A", name="Tavelin cleaning tablets", pack_count=10))
    assert (0 if net.problem else net.units) == units, net


def test_the_reason_names_both_numbers() -> None:
    net = net_price(offer("Halvor dishwasher tabs 20 tabs"), Product(sku="A", name="Halvor tabs", pack_count=40))
    assert net.problem == "the listing sells 20 pieces, the product has 40"


@given(st.text(max_size=80), st.integers(2, 200))
def test_any_title_gives_units_or_a_reason(title: str, holds: int) -> None:
    found = sold(title, "Halvor cleaning tablets", holds)
    assert found is None or found.units >= 1


@given(st.integers(1, 30), st.sampled_from([10, 20, 40, 60]))
def test_boxes_in_pieces_and_in_boxes_are_one_number(boxes: int, holds: int) -> None:
    product = Product(sku="A", name="Halvor cleaning tablets", pack_count=holds)
    for title in (f"Halvor cleaning tablets {boxes * holds} tablets", f"Halvor cleaning tablets {boxes} x {holds}"):
        net = net_price(offer(title), product)
        assert (net.units, net.problem) == (boxes, "")


def test_a_long_title_is_read_for_contents_at_its_beginning_alone() -> None:
    assert content_numbers(f"20 tablets {'a ' * 50_000} 30 capsules") == {20}

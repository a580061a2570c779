"""What contradicts itself in products.csv and prices.csv is told with both lines, and with what is used meanwhile."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.brands import Brand, PriceRule
from monitor.brands.loader import load_brand
from monitor.cli import main
from monitor.products import contradictions
from tests.brands.dossiers import SMALL, write

HEAD = "sku,territory,channel,currency,floor_price,valid_from,valid_until"


@pytest.mark.parametrize(
    ("says", "one", "other", "used"),
    [
        ("both for ever", "A,,,EUR,90,,", "A,,,EUR,80,,", 80),
        ("the same place in other words", "A,UK,,EUR,90,,", "A,GB,,EUR,80,,", 80),
        ("places that overlap", "A,DE AT,,EUR,90,,", "A,AT CH,,EUR,80,,", 80),
        ("places that overlap, the fewer dearer", "A,DE AT CH,,EUR,80,,", "A,AT FR,,EUR,90,,", 80),
        ("one channel", "A,,shop.example,EUR,90,,", "A,,www.Shop.example,EUR,80,,", 80),
        ("days that overlap, the fewer dearer", "A,,,EUR,80,2026-01-01,2026-12-31", "A,,,EUR,90,2026-09-01,2027-06-01", 80),
        ("one day in common", "A,,,EUR,80,,2026-05-04", "A,,,EUR,90,2026-05-04,", 80),
        ("two promotions overlap", "A,,,EUR,90,2026-05-01,2026-05-10", "A,,,EUR,80,2026-05-10,2026-05-11", 80),
        ("a day in a sale that is dearer", "A,,,EUR,80,2026-05-01,2026-05-10", "A,,,EUR,90,2026-05-05,2026-05-05", 80),
        ("the same amount", "A,,,EUR,90,,", "A,,,EUR,90.00,,", None),
        ("another SKU", "A,,,EUR,90,,", "B,,,EUR,80,,", None),
        ("another currency", "A,,,EUR,90,,", "A,,,USD,80,,", None),
        ("another channel", "A,,m,EUR,90,,", "A,,n,EUR,80,,", None),
        ("a channel among all", "A,,m,EUR,90,,", "A,,,EUR,80,,", None),
        ("a country among all", "A,DE,,EUR,90,,", "A,,,EUR,80,,", None),
        ("a country of a union", "A,DE,,EUR,90,,", "A,EU,,EUR,80,,", None),
        ("other countries", "A,DE,,EUR,90,,", "A,FR,,EUR,80,,", None),
        ("a promotion", "A,,,EUR,90,,", "A,,,EUR,80,2026-05-01,2026-05-10", None),
        ("a promotion over two lists", "A,,,EUR,90,,2026-05-05", "A,,,EUR,80,2026-05-01,2026-05-10", None),
        ("a list for the year", "A,,,EUR,90,,", "A,,,EUR,80,2026-01-01,2026-12-31", None),
        ("a new list", "A,,,EUR,90,,2026-05-04", "A,,,EUR,80,2026-05-05,", None),
        ("a newer list without an end", "A,,,EUR,90,2026-01-01,", "A,,,EUR,80,2026-05-05,", None),
        ("a day in a sale that is cheaper", "A,,,EUR,90,2026-05-01,2026-05-10", "A,,,EUR,80,2026-05-05,2026-05-05", None),
    ],
)  # fmt: skip
def test_floors(says: str, one: str, other: str, used: int | None, tmp_path: Path) -> None:
    prices = f"{HEAD}\n{one}\n{other}\n"
    folder = write(
        tmp_path / "acme", {"brand.toml": SMALL, "products.csv": "sku,name\nA,a\nB,b\n", "prices.csv": prices}
    )
    found = list(contradictions(load_brand(folder)))
    assert len(found) == (used is not None), says
    for told in found:
        assert told.startswith(f"{folder / 'prices.csv'}: line 3: floor_price: "), told
        assert f"of line 2; {used} is used; remove one of the rows" in told, says


@pytest.mark.parametrize(("other", "told"), [("4006381333931", 1), ("04006381333931", 1), ("4006381333948", 0)])
def test_one_number_on_two_products(other: str, told: int, tmp_path: Path) -> None:
    products = f"sku,name,gtin\nA,a,4006381333931\nB,b,{other}\n"
    found = list(contradictions(load_brand(write(tmp_path / "a", {"brand.toml": SMALL, "products.csv": products}))))
    assert len(found) == told
    assert all(f"line 3: gtin: B bears the GTIN {other} of A (line 2)" in says for says in found)


def test_check_tells_them_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"A,,,EUR,{floor},,\n" for floor in range(80, 85))
    files = {"brand.toml": SMALL, "products.csv": "sku,name\nA,a\n", "prices.csv": f"{HEAD}\n{rows}"}
    write(tmp_path / "ws" / "brands" / "acme", files)
    (tmp_path / "ws" / "monitor.toml").touch()
    (tmp_path / "l.jsonl").write_text('{"marketplace": "m", "url": "https://m.example/1", "title": "a"}\n', "utf-8")
    main(["check", str(tmp_path / "l.jsonl"), "--workspace", str(tmp_path / "ws")])
    said = capsys.readouterr().err
    assert "prices.csv: line 3: floor_price: 81 EUR for A (everywhere, always to further notice) contradicts 80" in said
    assert "more of the dossier contradicts itself; see all with: monitor doctor" in said


def test_many_rows_are_compared_once() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(20_000)]
    rules = [
        PriceRule(sku="A", currency="EUR", floor_price=Decimal(n + 1), valid_from=day, valid_until=day)
        for n, day in enumerate(days)
    ]
    assert not list(contradictions(Brand(slug="b", name="B", prices=tuple(rules))))

"""Tables fit a terminal: what a person decides by is shown whole, names give way, and what has no room is said."""

import pytest

from monitor.cli import prices
from monitor.cli._columns import Narrow, table
from monitor.cli._sellers import HEAD, NARROW

PRICES = (
    ("Uhrenhaus Kronenberg", "shop-of-the-world.example DE", "…y-long-listing-identifier-2--0123456789", "4",
     "2026-11-20", "2026-11-23", "1930.00", "2200.00", "1935.00", "EUR", "2026-11-22 03:00 or earlier", "2026-11-22 03:00"),
    ("奥蕾莉亚旗舰店官方授权", "tmall.example CN", "99182", "4", "2026-11-20", "2026-11-23", "200.00", "200.00", "201.00",
     "CNY", "", ""),
)  # fmt: skip
SELLERS = (
    ("45", "shop-of-the-world.example", "uhren-kronenberg", "BestPreis Zeitmesser GmbH & Co. KG", "12", "3", "100%",
     "2026-11-20", "aurelia: denied in part", "3 others"),
    ("7", "tmall.example", "99182", "奥蕾莉亚旗舰店官方授权", "1", "0", "0%", "2026-11-20", "", ""),
)  # fmt: skip


@pytest.mark.parametrize("width", [80, 100, 120, 150, 200])
@pytest.mark.parametrize(
    ("head", "rows", "narrow", "whole"),
    [
        (prices.HEAD, PRICES, prices.NARROW, ("1935.00", "201.00", "EUR", "CNY", "2026-11-22", "03:00")),
        (HEAD, SELLERS, NARROW, ("45", "3", "100%", "denied", "others")),
    ],
    ids=["prices", "sellers"],
)
def test_a_table_fits(
    width: int,
    head: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    narrow: Narrow,
    whole: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    table(head, rows, narrow=narrow)
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= width
    said = shown.split()
    assert [word for word in whole if word not in said] == []
    gone = shown.partition("(no room here for: ")[2].rstrip(")\n").split(", ") if "no room" in shown else []
    assert set(gone) == set(narrow.without[: len(gone)])
    assert bool(gone) == (width < (200 if head is prices.HEAD else 120))


def test_on_a_wide_terminal_nothing_is_cut(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "260")
    table(prices.HEAD, PRICES, narrow=prices.NARROW)
    shown = capsys.readouterr().out
    assert all(cell in shown for row in PRICES for cell in row)

"""Tables fit a terminal: what a person decides by is shown whole, names give way, and what has no room is said."""

import pytest

from monitor.cli import complaint, crawl, health, prices
from monitor.cli._columns import Narrow, table
from monitor.cli._sellers import HEAD, NARROW

PRICES = (
    ("Uhrenhaus Kronenberg", "shop-of-the-world.example DE", "…y-long-listing-identifier-2--0123456789", "4",
     "2026-11-20", "2026-11-23", "1930.00", "2200.00", "1935.00", "2000.00", "EUR", "2026-11-22 03:00 or earlier", "2026-11-22 03:00"),
    ("奥蕾莉亚旗舰店官方授权", "tmall.example CN", "99182", "4", "2026-11-20", "2026-11-23", "200.00", "200.00", "201.00",
     "", "CNY", "", ""),
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
    assert bool(gone) == (width < (150 if head is prices.HEAD else 120))


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize(
    ("head", "row", "narrow"),
    [
        (
            complaint.HEAD,
            ("12", "mercadolibre_bpp", "partly_upheld", "aurelia", "2026-11-29", "2026-12-08", "IPP-2026-0815-" * 4,
             "3 15 17 19 21 22 23"),
            complaint.NARROW,
        ),
        (
            crawl.HEAD,
            ("watches-on-a-long-named-shop", "mercadolibre", "0 3 * * mon,wed,fri", "2026-11-29 03:00", "2026-11-30 03:00",
             "440 listings, 12 pages blocked, 3 alarms"),
            crawl.NARROW,
        ),
        (
            health.DETAIL,
            ("availability", "88%", "97%", "ALARM", "https://shop.example/item/" + "0123456789/" * 5),
            health.NARROW_DETAIL,
        ),
    ],
    ids=["complaints", "targets", "a field"],
)  # fmt: skip
def test_what_is_to_be_copied_from_a_table_is_whole(
    width: int, head: tuple[str, ...], row: tuple[str, ...], narrow: Narrow, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("COLUMNS", str(width))
    table(head, [row], narrow=narrow)
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= width
    assert "…" not in shown
    words = [word for name, cell in zip(head, row, strict=True) if name not in narrow.without for word in cell.split()]
    assert [word for word in words if word not in shown and len(word) <= 16] == []


def test_the_list_of_crawls_keeps_who_sells_at_80_columns(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    row = ("shop-of-the-world.example", "watches-on-a-long-named-shop", "2026-11-20 03:00", "440", "438.5", "0%", "100%",
           "99%", "88%", "97%", "100%", "2 ALARM")  # fmt: skip
    table(health.HEAD, [row], narrow=health.NARROW)
    shown = capsys.readouterr().out
    assert [word for word in ("440", "438.5", "100%", "88%", "ALARM") if word not in shown.split()] == []


@pytest.mark.parametrize("width", [80, 100, 120])
def test_what_names_a_seller_is_never_cut(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    named = ("shop-of-the-world.example", "/stores/official/watch-house-of-the-north-1234567890")
    table(HEAD, [("45", *named, *SELLERS[0][3:])], narrow=NARROW)
    shown = capsys.readouterr().out.partition("(no room")[0]
    assert max(map(len, shown.splitlines())) <= width
    first = next(line for line in shown.splitlines() if line.startswith("45"))
    begins = first.index("/stores")
    marketplaces, ids = zip(
        *((line[6:begins], line[begins:].split("  ")[0]) for line in shown.splitlines()), strict=True
    )
    told = "".join(part.strip() for part in marketplaces), "".join(part.strip() for part in ids)
    assert all(name in said for name, said in zip(named, told, strict=True)), shown


def test_at_80_columns_words_of_a_head_and_of_the_standing_are_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    rows = (
        ("49", "127.0.0.1:8765", "/haendler/billigheimer", "Billigheimer", "12", "3", "0%, 1 in doubt", "2026-11-20", "", ""),
        ("31", "ebay.de", "roestwerk-lindau", "Röstwerk Lindau", "2", "2", "17%", "2026-11-20", "aurelia: authorized", ""),
    )  # fmt: skip
    table(HEAD[:-1], [row[:-1] for row in rows], narrow=NARROW)
    said = capsys.readouterr().out.partition("(no room")[0].split()
    whole = {word for name in HEAD[:-1] if name not in NARROW.without for word in name.split()}
    assert not {*whole, "authorized", "roestwerk-lindau", "Billigheimer", "doubt"} - set(said)


def test_on_a_wide_terminal_nothing_is_cut(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "260")
    table(prices.HEAD, PRICES, narrow=prices.NARROW)
    shown = capsys.readouterr().out
    assert all(cell in shown for row in PRICES for cell in row)

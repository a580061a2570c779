"""`monitor prices`: a product's price history as a table and as a picture, from a real database."""

import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.products.plot import price_plot

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = 'Juwelier <script>&"\x1b[2J\u202e'
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = 0
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as done:
        code = int(done.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Two sellers over four days; one goes below the floor on the second day, the other on the fourth."""
    monkeypatch.chdir(tmp_path)
    for name in ("MONITOR_WORKSPACE", "MONITOR_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    assert call(capsys, "init", "workspace")[0] == 0
    rows = []
    for seller, prices in ((HOSTILE, (1200, 1200, 1200, 700)), ("early", (1200, 800, 800, 800))):
        for day, price in enumerate(prices, 1):
            rows.append(
                {"marketplace": "shop.example", "listing_id": seller[:5], "seller_id": seller[:5], "seller_name": seller,
                 "url": f"https://shop.example/{seller[:5].strip()}", "title": "Aurelia Meridian 40 automatic watch MER40A",
                 "price": str(price), "currency": "EUR", "observed_at": f"2026-10-0{day}T03:00:00Z"}
            )  # fmt: skip
    (tmp_path / "l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, _, err = call(capsys, "check", "l.jsonl", "--save", "-o", "flagged.csv")
    assert code == 0, err
    return tmp_path


def test_history(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, "prices", "--sku", "MER-40", "--plot", "p.svg")
    assert code == 0, err
    title, _head, first, second = out.splitlines()
    assert title.startswith("MER-40  Aurelia Meridian 40")
    assert "floor" in title
    assert first.startswith("early")
    assert "2026-10-02 03:00" in first
    assert second.startswith('Juwelier <script>&" [2J')
    assert "2026-10-04 03:00" in second
    assert "\x1b" not in out
    assert "\u202e" not in out
    picture = ET.parse(workspace / "p.svg").getroot()
    assert picture.find(f"{SVG}script") is None
    assert len(picture.findall(f"{SVG}circle")) == 2


def test_the_floor_is_drawn_as_it_changes(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = next((workspace / "workspace" / "brands").glob("*/prices.csv"))
    head = "sku,territory,channel,currency,list_price,floor_price,valid_from,valid_until"
    sheet.write_text(f"{head}\nMER-40,,,EUR,,700,2026-10-03,2026-10-03\nMER-40,US,,USD,,900,,\n", "utf-8")
    code, out, err = call(capsys, "prices", "--sku", "MER-40", "--plot", "p.svg")
    assert code == 0, err
    assert "other floors in prices.csv" in out
    texts = [one.text or "" for one in ET.parse(workspace / "p.svg").getroot().iter(f"{SVG}text")]
    assert [text for text in texts if text.startswith("floor")] == ["floor 1090.00", "floor 700.00"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--sku", "NONE"], 2, "--sku NONE: no brand's products.csv has it"),
        (["--sku", "MER-40", "--brand", "nobody"], 2, "nobody"),
        (["--sku", "MER-40", "--plot", "absent/p.svg"], 1, "absent/p.svg: could not be written"),
    ],
)
def test_mistakes_are_told(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    found, _, err = call(capsys, "prices", *arguments)
    assert (found, said in err) == (code, True), err


def test_a_product_never_seen(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "workspace/monitor.db").rename(workspace / "elsewhere.db")
    code, _, err = call(capsys, "prices", "--sku", "MER-40")
    assert code == 1
    assert "no price of MER-40 was seen yet" in err


def test_odd_pictures() -> None:
    with pytest.raises(ValueError, match="no price"):
        price_plot("x", {"a": []}, {})
    many = {f"seller {n}": [(NOW, Decimal(n + 1))] for n in range(100)}
    picture = ET.fromstring(price_plot("x" * 500, many, {"floor": [(NOW, Decimal(10) ** 9)]}))
    assert len(picture.findall(f"{SVG}circle")) == 24
    ET.fromstring(price_plot("", {"\x00<": [(NOW, Decimal(0))]}, {}))

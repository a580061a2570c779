"""`monitor extract`: one saved page, and many."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from monitor.cli import main
from monitor.records import listing_from_record

PAGE = """<html><script type="application/ld+json">{"@type":"Product","name":"A watch","sku":"W-1",
"offers":{"price":"12.50","priceCurrency":"GBP"}}</script><h1>A watch</h1><span class=price>£ 12.50</span></html>"""
URL = "https://shop.example/p/w-1"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = 0
    try:
        main(["extract", *map(str, arguments)])
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


def test_one_page_prints_what_was_read_and_from_where(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, page, "--url", URL)
    read = json.loads(out)
    assert code == 0
    assert read["url"] == URL
    assert read["kind"] == "product"
    (listing,) = read["listings"]
    assert (listing["price"], listing["currency"], listing["currency_code"]) == ("12.50", "£", "GBP")
    assert listing["sources"]["price"] == "json-ld offers.price"
    assert listing_from_record(listing).currency == "GBP"


def test_listings_alone_are_rows_that_check_takes(
    tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none.html").write_text("<h1>Imprint</h1>", "utf-8")
    index = tmp_path / "index.jsonl"
    index.write_text("".join(json.dumps({"file": name, "url": URL}) + "\n" for name in ("page.html", "none.html")))
    for asked in ((page, "--url", URL), ("--index", index)):
        code, out, _ = run(capsys, *asked, "--listings")
        (line,) = out.splitlines()
        assert code == 0
        assert listing_from_record(json.loads(line)).title == "A watch"
    code, out, err = run(capsys, tmp_path / "none.html", "--url", URL, "--listings")
    assert (code, out) == (0, "")
    assert "no listing was read; the page is taken for" in err


def test_index_reads_the_good_rows_and_names_the_bad(
    tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(PAGE.encode())[:-20])
    (tmp_path / "not.html.gz").write_bytes(b"<html>")
    rows = [
        {"id": "a", "file": "page.html", "url": URL},
        {"id": "b", "file": "page.html.gz", "url": URL},
        {"id": "c", "file": "missing.html", "url": URL},
        {"id": "d", "file": "cut.html.gz", "url": URL},
        {"id": "e", "file": "not.html.gz", "url": URL},
        {"id": "f", "file": "page.html"},
        ["g"],
    ]
    index = tmp_path / "index.jsonl"
    index.write_text("".join(json.dumps(row) + "\n" for row in rows) + "{broken\n", "utf-8")
    code, out, err = run(capsys, "--index", index)
    read = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [row["id"] for row in read] == ["a", "b"]
    assert {row["listings"][0]["price"] for row in read} == {"12.50"}
    for line in range(3, 9):
        assert f"line {line}: " in err
    assert "6 of 8 rows" in err


def test_a_gzip_bomb_is_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bomb = tmp_path / "bomb.html.gz"
    bomb.write_bytes(gzip.compress(b"<p>" + b" " * 60_000_000, compresslevel=1))
    code, out, _ = run(capsys, bomb, "--url", URL)
    assert code == 0
    assert any("longer than 20 MB" in problem for problem in json.loads(out)["problems"])


@pytest.mark.parametrize("arguments", [[], ["page.html"], ["--url", URL], ["page.html", "--index", "x.jsonl"]])
def test_a_wrong_call_says_what_is_needed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert "--index" in err


def test_missing_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, tmp_path / "no.html", "--url", URL)
    assert code == 1
    assert "no.html" in err
    code, _, err = run(capsys, "--index", tmp_path / "no.jsonl")
    assert code == 2
    assert "no.jsonl" in err


def test_help_has_an_example() -> None:
    from monitor.cli.extract import command

    assert "monitor extract page.html" in CliRunner().invoke(command, ["--help"]).output


@pytest.mark.parametrize(
    "url",
    ["nonsense", "shop.example/p/1", "ftp://shop.example/p", "https://", "http://[1::", "http://a b/", "http://a:b/"],
)
def test_an_address_that_is_none_is_refused(page: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, page, "--url", url)
    assert (code, out) == (2, "")
    assert f"--url: {url!r} is no web address" in err
    assert "https://shop.example/p/1" in err


def test_ids_come_back_as_they_were_given(tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ids = [7, "7", "007", 1.5, None, True, "żółw"]
    rows = [{"id": one, "file": page.name, "url": URL} for one in ids]
    rows += [{"file": page.name, "url": URL}]
    index = tmp_path / "index.jsonl"
    index.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, out, _ = run(capsys, "--index", index)
    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == [*ids, page.name]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"id": {"a": 1}, "file": "page.html", "url": URL}, "id: is neither"),
        ({"id": "\ud800", "file": "page.html", "url": URL}, "cannot be printed"),
        ({"id": "x", "file": "page.html", "url": "nonsense"}, "url: 'nonsense' is no web address"),
        ({"id": "x", "file": "page.html", "url": "http://a\ud800/"}, "is no web address"),
    ],
)
def test_a_row_that_cannot_be_is_named(
    tmp_path: Path, page: Path, row: object, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    index = tmp_path / "index.jsonl"
    index.write_text(json.dumps(row) + "\n" + json.dumps({"file": page.name, "url": URL}), "utf-8")
    code, out, err = run(capsys, "--index", index)
    assert code == 1
    assert f"line 1: {said}" in err or (said in err and "line 1" in err)
    assert len(out.splitlines()) == 1

"""Listing files are read row by row; a bad row is told with its line and never ends the reading."""

import gzip
from pathlib import Path

import pytest

from monitor.cli._listings import read_listings
from monitor.errors import ConfigurationError
from monitor.records import Listing, RecordError

GOOD = b'{"marketplace": "m", "url": "https://m.example/1", "title": "Watch", "price": 12.50}\n'


def told(path: Path) -> list[tuple[int, str]]:
    return [(line, str(row) if isinstance(row, RecordError) else "good") for line, row in read_listings(path)]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{\n", "is not a JSON object in one line"),
        (b"[1]\n", "is not a JSON object with names"),
        (b'"\xff"\n', "is not a JSON object in one line"),
        (b"[" * 200_000 + b"\n", "is not a JSON object"),
        (b'{"marketplace": "m"}\n', "url: is required"),
        (b"x" * 5_000_000 + b"\n", "is longer than"),
    ],
)
def test_a_bad_json_row_is_told_and_the_rest_go_on(tmp_path: Path, bad: bytes, reason: str) -> None:
    file = tmp_path / "l.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD + bad + b"\n" + GOOD)
    rows = told(file)
    assert [line for line, _ in rows] == [1, 2, 4]
    assert [said for _, said in rows][::2] == ["good", "good"]
    assert reason in rows[1][1]


def test_amounts_keep_their_digits(tmp_path: Path) -> None:
    file = tmp_path / "l.jsonl.gz"
    file.write_bytes(gzip.compress(GOOD))
    [(_, listing)] = read_listings(file)
    assert isinstance(listing, Listing)
    assert str(listing.price) == "12.50"


def test_csv_with_semicolons_and_a_bom(tmp_path: Path) -> None:
    file = tmp_path / "l.csv"
    file.write_bytes(
        b"\xef\xbb\xbftitle;url;marketplace;price\r\nA;https://m.example/1;m;1.50\r\n"
        b"B;https://m.example/2;m;call us\r\nC;x;m;1;2\r\n\xe9;https://m.example/3;m;1\r\nD;https://m.example/4;m;\r\n"
    )
    rows = told(file)
    assert [line for line, _ in rows] == [2, 3, 4, 5, 6]
    assert [said.split(":")[0] for _, said in rows] == ["good", "price", "row", "row", "good"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("l.xlsx", b"", "must end in .jsonl or .csv"),
        ("l.csv", b"title,price\n", "columns marketplace, url are missing"),
        ("l.jsonl.gz", b"no gzip", "cannot be read to its end"),
        ("l.jsonl.gz", gzip.compress(GOOD * 99)[:-9], "cannot be read to its end"),
    ],
)
def test_a_bad_file_is_a_clear_error(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ConfigurationError, match=says):
        list(read_listings(file))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such file"):
        list(read_listings(tmp_path / "none.jsonl"))


def test_an_open_quote_is_told_and_not_taken_for_one_long_row(tmp_path: Path) -> None:
    file = tmp_path / "l.csv"
    file.write_bytes(b'marketplace,url,title\nm,https://m.example/1,"open\nm,https://m.example/2,B\n')
    assert [said.split(":")[0] for _, said in told(file)] == ["row"]

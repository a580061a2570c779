"""Archives of whatever a page may answer."""

import io
import json
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.evidence.archive import WARC, sort_key, wacz
from monitor.evidence.archive_check import problems
from monitor.evidence.seen import Exchange, Seen

pytest.importorskip("warcio")
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
NAMES = st.text("abcdefgh-XYZ0123:; \r\n", max_size=12)
HEADERS = st.lists(st.tuples(NAMES, TEXT), max_size=4).map(tuple)
PLACES = st.sampled_from(
    ["http://127.0.0.1:8080/a?b=1&a=2", "https://www.shop.example/É?q=ü", "https://[2001:db8::1]/", "data:text/html,x",
     "https://shop.example", "http://shop.example:80/A%20b#c", "https://münchen.example/"]
)  # fmt: skip
EXCHANGES = st.builds(
    Exchange, url=PLACES, method=st.sampled_from(["GET", "POST", "HEAD"]), status=st.integers(200, 599), reason=TEXT,
    headers=HEADERS, body=st.binary(max_size=60), asked=HEADERS, sent=st.binary(max_size=20),
    ip=st.sampled_from(["", "192.0.2.1"]),
)  # fmt: skip


@given(st.lists(EXCHANGES, max_size=5), TEXT)
def test_what_goes_in_comes_out_by_the_index(exchanges: list[Exchange], title: str) -> None:
    from warcio.archiveiterator import ArchiveIterator

    seen = Seen(
        url="http://s.example/", address="http://s.example/", status=200, at=datetime(2026, 5, 4, 12, tzinfo=UTC),
        seconds=1.0, clock_moved=0.0, browser="b", user_agent="u", proxy="", title=title, picture=b"", html="",
        cut=False, exchanges=tuple(exchanges),
    )  # fmt: skip
    content = wacz(seen, "us")
    assert problems(content) == []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        warc, index = archive.read(f"archive/{WARC}"), archive.read("indexes/index.cdx").decode().splitlines()
    kept = [one for one in exchanges if one.url.startswith("http")]
    found = []
    for line in index:
        key, moment, entry = line.split(" ", 2)
        place = json.loads(entry)
        start = int(place["offset"])
        record = next(iter(ArchiveIterator(io.BytesIO(warc[start : start + int(place["length"])]))))
        assert (key, moment) == (sort_key(place["url"]), "20260504120000")
        assert record.http_headers.get_statuscode() == place["status"]
        found.append((place["url"], place["status"], record.content_stream().read()))
    assert sorted(found) == sorted((one.url, str(one.status), one.body) for one in kept if one.method == "GET")
    kinds = [record.rec_type for record in ArchiveIterator(io.BytesIO(warc))]
    assert kinds == ["warcinfo", *["response", "request"] * len(kept)]


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.Shop.example:443/A/b?x=1&A=2", "example,shop)/a/b?a=2&x=1"),
        ("http://127.0.0.1:8080/item/1", "1,0,0,127:8080)/item/1"),
        ("https://example.com", "com,example)/"),
        ("https://[2001:db8::1]/x", "2001:db8::1)/x"),
    ],
)
def test_hosts_are_turned_round(url: str, key: str) -> None:
    assert sort_key(url) == key

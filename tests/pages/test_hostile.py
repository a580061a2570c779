"""Pages that are broken, huge, or made to harm: a result or a counted problem, and in time."""

import gzip
import json
import random
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.pages import Kind, Page, read_page
from monitor.pages.document import Document
from monitor.pages.encoding import to_utf8
from monitor.pages.markup import split

URL = "https://shop.example/p/1"
SAVED = Path(__file__).parent / "saved"
SEEDS = [path.read_text("utf-8") for path in sorted(SAVED.glob("*.html"))]
LD = (SAVED / "json_ld.html").read_text("utf-8")
SCRIPTED = """<html><head><base href="/x/"><script id="__NEXT_DATA__" type="application/json">{"product":{"name":"Watch",
"price":{"current":12.5},"sku":"1","images":["/1.jpg"]}}</script><!-- c --><style>a{}</style><svg><path/></svg></head>
<body><h1>Watch</h1><table><tr><th>Brand</th><td>Acme</td></tr></table><ul><li class=card><a href=/p/1234567>One</a>
<b class=price>€ 1</b></li><li class=card><a href=/p/1234568>Two</a><b class=price>€ 2 - € 3</b></li></ul></body></html>"""
SEEDS.append(SCRIPTED)
SECONDS = 3.0


def touch(page: Page) -> None:
    """Use everything that a page offers."""
    assert page.kind in Kind
    assert len(page.listings) == len(page.shown)
    assert len(page.listings) <= 200
    assert page.links.products is not None
    for listing in page.listings:
        assert listing.title
        assert listing.price is None or listing.price > 0
        assert len(listing.images) <= 50


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_mutated_pages_give_a_result(seed: str, chance: random.Random) -> None:
    body = bytearray(seed.encode())
    for _ in range(chance.randint(1, 8)):
        here, there = sorted((chance.randrange(len(body) + 1), chance.randrange(len(body) + 1)))
        what = chance.randrange(6)
        if what == 0:
            del body[here:there]
        elif what == 1:
            body[here:here] = body[here:there] * 2
        elif what == 2:
            body[here:here] = chance.choice(
                [b"<", b">", b'"', b"'", b"\x00", b"\xff", b"<!--", b"</script>", b"<script>", b"&#0;"]
            )
        elif what == 3:
            body[here:here] = b"<div>" * chance.randint(1, 50)
        elif what == 4:
            body[here:there] = bytes(chance.randrange(256) for _ in range(min(20, there - here)))
        else:
            body = bytearray(
                bytes(body).decode("utf-8", "replace").encode(chance.choice(["utf-16", "latin-1", "cp1251"]), "replace")
            )
    touch(read_page(bytes(body), URL))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=2_000))
def test_any_bytes_give_a_result(body: bytes) -> None:
    touch(read_page(body, URL))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from([200, 404, 503]))
def test_any_address_and_type_give_a_result(url: str, content_type: str, status: int) -> None:
    touch(read_page(LD, url, status=status, content_type=content_type))


LD_OF = '<script type="application/ld+json">{"@type":"Product","name":"NAME"}</script>'
LEVELS = "<script TYPE>" + '{"a":[' * 10_000 + "]}" * 10_000 + "</script><h1>x</h1>"
BOMBS = {
    "nested elements": "<div>" * 300_000 + "€ 5",
    "nested and closed": "<div>" * 100_000 + "</div>" * 100_000,
    "formatting left open": "<p>" + "".join(f"<font size={n}>" for n in range(5_000)) + "</p>" + "<p>x</p>" * 20_000,
    "nested data": f'<script type="application/ld+json">{"[" * 500_000}</script>',
    "nested products": '<script type="application/ld+json">'
    + '{"@type":"Product","name":"x","hasVariant":' * 900
    + "1"
    + "}" * 900
    + "</script>",
    "a huge block": f'<script type="application/ld+json">{json.dumps({"@type": "Product", "name": "x" * 6_000_000})}</script>',
    "a block of 50 MB": LD_OF.replace("NAME", "x" * 50_000_000),
    "10,000 levels": LEVELS.replace("TYPE", 'type="application/ld+json"'),
    "10,000 levels of state": LEVELS.replace("TYPE", 'id="__NEXT_DATA__" type="application/json"'),
    "entities of entities": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{10 * f"&{before};"}">' for before, name in pairwise("abcdefghij"))
    + "]><h1>&j;</h1><p class=price>&j;</p>",
    "fonts of many kinds": "".join(f"<font color={n}><b class={n}>" for n in range(3_000)) + "<p>x</p>" * 20_000,
    "tags of no end": "<p class=price " * 100_000,
    "a long title": f"<title>{'A' * 3_000_000}</title><h1>{'A' * 1_000_000}</h1>",
    "a price of digits": f"<h1>x</h1><p class=price>{'9' * 1_000_000} €</p><button>Add to cart</button>",
    "prices without end": "<h1>x</h1>" + "<p class=price>€ 1 - </p>" * 60_000,
    "prices in a part without links": f"<h1>x</h1>{'<div>' * 4}{('<p>a</p>' * 30 + '<b class=price>€ 3</b>') * 1_500}",
    "links without end": "<a href=/p/1234567>x</a>" * 100_000,
    "offers without end": '<script type="application/ld+json">'
    + json.dumps(
        {"@type": "Product", "name": "x", "offers": [{"price": str(n + 1), "sku": str(n)} for n in range(20_000)]}
    )
    + "</script>",
    "items without end": "<div itemscope itemtype=http://schema.org/Product>" + "<b itemprop=name>x</b>" * 60_000,
    "comments left open": "<!--" * 200_000,
    "scripts left open": "<script>" * 200_000,
    "spaces": "<h1>x</h1>" + " \n" * 1_000_000 + "<p class=price>€ 5</p>",
    "commas": f'<script type="application/ld+json">{{"a":1{"," * 500_000}</script>',
    "quotes": '<script type="application/ld+json">{"a":"' + '" \n ' * 200_000 + "</script>",
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(3_000)) + ">",
    "entities": "<h1>" + "&amp;" * 500_000 + "</h1>",
    "a long class": f'<h1>x</h1><p class="price {"old-" * 200_000}">€ 5</p>',
    "words of labels": "Ref" * 200_000,
    "lines of labels": "<p>Ref :</p>" * 40_000,
    "spelt numbers": "<h1>x</h1>" + "<p>1/2/3/4/5</p>" * 40_000,
    "state": f"<script>window.__STATE__ = {'{' * 200_000}</script>",
    "assignments": "<script>" + "var data = {" * 60_000 + "</script>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_in_time(name: str) -> None:
    body = BOMBS[name].encode()
    began = time.process_time()
    page = read_page(body, URL)
    touch(page)
    assert time.process_time() - began < SECONDS


def test_a_page_over_the_limit_is_cut_and_counted() -> None:
    page = read_page(LD.encode() + b" " * 21_000_000, URL)
    assert page.listings[0].sku == "MER-40"
    assert any("longer than 20 MB" in problem for problem in page.problems)


def test_what_was_cut_is_said() -> None:
    assert any("nested deeper" in p for p in read_page(BOMBS["nested elements"], URL).problems)
    assert any("never closed" in p for p in read_page(BOMBS["formatting left open"], URL).problems)
    assert any("200 were read" in p for p in read_page(BOMBS["offers without end"], URL).problems)


def test_control_characters_and_length() -> None:
    title = "A\x00\x07\u202e watch" + "x" * 100_000
    data = json.dumps({"@type": "Product", "name": title, "offers": {"price": "5"}})
    (listing,) = read_page(f'<script type="application/ld+json">{data}</script>', URL).listings
    assert "\x00" not in listing.title
    assert len(listing.title) <= 2_000


@pytest.mark.parametrize(
    ("body", "content_type", "country", "text"),
    [
        ("Größe €".encode(), "", "", "Größe €"),
        ("Größe €".encode(), "text/html; charset=iso-8859-1", "", "Größe €"),
        ("Größe €".encode("cp1252"), "text/html; charset=iso-8859-1", "", "Größe €"),
        ("Größe €".encode("cp1252"), "", "", "Größe €"),
        (b'<meta charset="windows-1251">' + "Цена".encode("cp1251"), "", "", '<meta charset="windows-1251">Цена'),
        ("Цена 5 руб".encode("cp1251"), "", "RU", "Цена 5 руб"),
        ("价格".encode("gb2312"), "text/html; charset=gb2312", "", "价格"),
        ("価格".encode("cp932"), "text/html; charset=Shift_JIS", "", "価格"),
        ("\ufeffPreis €".encode("utf-16-le"), "text/html; charset=utf-8", "", "Preis €"),
        ("\ufeffPreis €".encode(), "text/html; charset=latin-1", "", "Preis €"),
        ("Preis €".encode(), "text/html; charset=klingon", "", "Preis €"),
        ("Preis €".encode(), "text/html; charset=rot13", "", "Preis €"),
        ("Preis €".encode(), "text/html; charset=utf-16", "", "Preis €"),
        (b"", "", "", ""),
    ],
)
def test_charsets(body: bytes, content_type: str, country: str, text: str) -> None:
    assert to_utf8(body, content_type, country)[0].decode() == text


def test_a_wrong_charset_is_counted() -> None:
    assert Document("Größe".encode("cp1252"), URL).problems == ["charset: not UTF-8, read as windows-1252"]
    assert Document("Größe".encode(), URL, "text/html; charset=iso-8859-1").problems


def test_a_wrong_charset_that_only_scripts_show_is_mended() -> None:
    data = '<meta charset="utf-8"><script type="application/ld+json">{"@type":"Product","name":"Montre Aurélia"}</script><p>a'
    (listing,) = read_page(data.encode("cp1252"), URL, content_type="text/html; charset=utf-8").listings
    assert listing.title == "Montre Aurélia"


def test_split_keeps_markup_and_takes_scripts() -> None:
    markup = split(
        b"<p>a</p><script type='application/json' id=x>{1}</script><!-- <b>c</b> --><SCRIPT SRC=/a.js></SCRIPT>"
        b"<svg/><i>d</i><svg><path></svg><noscript>Turn on JavaScript</noscript><!--><u>e</u><style>p{}</style>f<script>g"
    )
    assert markup.html.split() == [b"<p>a</p>", b"<i>d</i>", b"<u>e</u>", b"f"]
    assert [(s.type, s.id, s.text) for s in markup.scripts] == [("application/json", "x", "{1}"), ("", "", "g")]
    assert (markup.external_scripts, markup.noscript) == (1, "Turn on JavaScript")


@pytest.mark.shared
def test_mutated_real_pages_give_a_result_in_time(shared: Path) -> None:
    chance = random.Random(7)
    files = sorted((shared / "data/product_pages/html").glob("*.html.gz"), key=lambda file: file.stat().st_size)[:40]
    for file in chance.sample(files, 12):
        body = gzip.decompress(file.read_bytes())
        for _ in range(4):
            here, there = sorted(chance.randrange(len(body)) for _ in range(2))
            mutated = chance.choice(
                [body[:here], body[here:], body[:here] + body[there:], body[:here] + body[here:there] + body[here:]]
            )
            began = time.process_time()
            touch(read_page(mutated, "https://www.shop.example/p/1"))
            assert time.process_time() - began < SECONDS

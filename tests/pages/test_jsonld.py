"""JSON-LD blocks, also such as are not quite JSON."""

import pytest

from monitor.pages.document import Document
from monitor.pages.jsonld import loads, read_jsonld


def blocks(*texts: str) -> Document:
    body = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return Document(f"<html><body>{body}</body></html>", "https://shop.example/p")


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"Product","name":"A"}',
        ' \n{"@type":"Product","name":"A"}\n;',
        '/*<![CDATA[*/\n{"@type":"Product","name":"A"}\n/*]]>*/',
        '//<![CDATA[\n{"@type":"Product","name":"A"}\n//]]>',
        '<!-- {"@type":"Product","name":"A"} -->',
        '{"@type":"Product","name":"A",}',
        '{"@type":"Product",,"name":"A"}',
        '{"@type":"Product"\n"name":"A"}',
        '{"@type":"Product","name":"A"',
        '{"@type":"Product","offers":[{"price":"1"}],"name":"A"}}',
        '{"@type":"Product","name":"A","description":"line\nbreak\tand \\escape"}',
        "{&quot;@type&quot;:&quot;Product&quot;,&quot;name&quot;:&quot;A&quot;}",
        'var data = {"@type":"Product","name":"A"}',
        '[{"@type":"Product","name":"A"}]',
        '{"@graph":[{"@type":"WebPage"},{"@type":"Product","name":"A"}]}',
        '{"@graph":{"@type":"Product","name":"A"}}',
    ],
)
def test_a_product_is_found(text: str) -> None:
    document = blocks(text)
    products = [node for node in read_jsonld(document) if node.get("@type") == "Product"]
    assert [node["name"] for node in products] == ["A"]
    assert document.problems == []


@pytest.mark.parametrize(
    "text", ["", '{"a"', "not json", '{"a":', "[" * 100_000, '{"a":' * 50_000 + "1" + "}" * 50_000]
)
def test_a_broken_block_is_counted_and_the_others_are_read(text: str) -> None:
    document = blocks(text, '{"@type":"Product","name":"A"}')
    assert [node.get("name") for node in read_jsonld(document)] == ["A"]
    assert len(document.problems) == (0 if not text else 1)


def test_numbers_keep_their_digits() -> None:
    assert loads('{"price": 12.50, "n": 1e400, "m": 100000000000000000000}') == {
        "price": "12.50",
        "n": "1e400",
        "m": "100000000000000000000",
    }


def test_a_block_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="5 MB"):
        loads(" " * 5_000_001)


def test_many_blocks_and_objects_are_bounded() -> None:
    document = blocks(*['{"@type":"Thing"}'] * 300)
    assert len(read_jsonld(document)) == 200
    assert any("300 blocks" in problem for problem in document.problems)
    document = blocks("[" + ",".join(['{"@type":"Thing"}'] * 5_000) + "]")
    assert len(read_jsonld(document)) == 2_000

"""GTINs of one item are equal, and model numbers are found in any writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.products.identifiers import Writing, codes, compact, core, gtin_key, stem


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("4006381333931", "04006381333931"),
        ("0-36000-29145-2", "00036000291452"),
        ("036000291452", "00036000291452"),
        ("0036000291452", "00036000291452"),
        ("00036000291452", "00036000291452"),
        ("96385074", "00000096385074"),
        ("4006381333932", ""),
        ("036000291453", ""),
        ("0000000000000", ""),
        ("12345", ""),
        ("", ""),
        ("N/A", ""),
        ("٤٠٠٦٣٨١٣٣٣٩٣١", ""),
    ],
)
def test_gtin(value: str, key: str) -> None:
    assert gtin_key(value) == key


@given(st.text(max_size=40))
def test_any_text_is_a_gtin_or_not(text: str) -> None:
    assert gtin_key(text) == "" or len(gtin_key(text)) == 14


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Turntable - PS-LX350H/B", {"pslx350hb", "pslx350h"}),
        ("WH-1000XM4 headphones", {"wh1000xm4"}),
        ("adapter 010-10723-00", {"0101072300"}),
        ("数码相机 DSC-W150黑色", {"dscw150"}),
        ("500 ml 40mm 1080p 5.8GHz 33-1/3 24er 2nd 100W", set()),
        ("Meridian 40 automatic", set()),
        ("model 2007 year", set()),
        ("", set()),
    ],
)
def test_codes(text: str, found: set[str]) -> None:
    assert codes(text) == found


def test_parts_of_codes() -> None:
    assert stem("nnh965bk") == stem("nnh965wh") == "nnh965"
    assert stem("mer40a") == "mer40"
    assert stem("ab1c") == "ab1c"
    assert core("tv24734") == core("24734") == "24734"
    assert core("mer40a") == ""
    assert compact("ＰＳ-LX350H/B") == "pslx350hb"


@pytest.mark.parametrize(
    ("text", "code", "there"),
    [
        ("SlingShot 200 AW backpack", "slingshot200aw", True),
        ("PS LX-350 H", "pslx350h", True),
        ("XSlingShot 200 AW", "slingshot200aw", False),
        ("slingshot 200 awning", "slingshot200aw", False),
        ("", "abc12", False),
    ],
)
def test_any_writing(text: str, code: str, there: bool) -> None:
    assert Writing.of(text).has(code) is there

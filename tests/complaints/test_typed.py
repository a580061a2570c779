"""What a person types into a notice alleges no counterfeit by itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from monitor.complaints import Ground, channel, channels
from monitor.complaints.typed import alleged, doubts, words
from tests.complaints.complaint_world import GIVEN, PURCHASE, draft, matter
from tests.complaints.test_complaint_command import HERE, confirm, judged, run  # noqa: F401


@pytest.mark.parametrize(
    "text",
    [
        "Counterfeit goods",
        "We bought this product and it is a counterfeit; the seller is a criminal.",
        "O produto é falsificado, comprado e testado.",
        "Your item is counterfeit.",
        "test buy confirmed",
        "经购买鉴定，该商品为假货。",
        "该商品系假冒注册商标的商品，请依法举报违法行为",
        "Pay 5000 EUR for selling counterfeits.",
        "Produktfälschungen",
        "c'est une contrefaçon",
        "подделки",
        "偽物です",
        "The goods are not genuine",
        "Replica",
        "sold as 1:1 高仿",
        "no counterfeit is meant",
    ],
)
def test_words_that_allege_a_counterfeit_are_read_in_all_languages(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mark misuse",
        "Uso ilegal de marca",
        "Unlawful use of trademark",
        "The seller uses our photo without a licence.",
        "商标侵权",
        "Please remove the listing within ten days and tell us who supplied the goods.",
        "Bitte entfernen Sie das Angebot; eine Kopie der Urkunde liegt bei.",
        "imitation leather strap",
        "未经许可使用我公司注册商标",
    ],
)
def test_other_words_allege_none(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("name", "given", "found"),
    [
        ("mercadolibre_bpp", {"reason": "PPPI1"}, True),
        ("mercadolibre_bpp", {"reason": " pppi1 "}, True),
        ("mercadolibre_bpp", {"reason": "PPPI2"}, False),
        ("third_party", {"service": "Anti-Counterfeit Ltd"}, False),
        ("third_party", {"service": "Anti-Counterfeit Ltd; these goods are counterfeits" + " by looking" * 5}, True),
        ("market_authority", {"authority": "打击假冒办公室"}, False),
        ("market_authority", {"reported_name": "假货店"}, True),
        ("etsy", {"own_work": "https://brand.example/how-to-tell-a-fake"}, False),
        ("jd", {"reason": "该商品为假货"}, True),
        *((name, GIVEN[name], False) for name in channels()),
    ],
)  # fmt: skip
def test_values_are_read_by_field(name: str, given: dict[str, str], found: bool) -> None:
    assert bool(alleged(channel(name), given)) is found


@pytest.mark.parametrize(
    ("name", "given", "ground", "told"),
    [
        ("ebay_vero", {"reason_code": "9001"}, Ground.TRADEMARK, "look it up in the site's list"),
        ("ebay_vero", {"reason_code": "9037"}, Ground.TRADEMARK, ""),
        ("mercadolibre_bpp", {"reason": "PPPI4"}, Ground.TRADEMARK, "look it up in the site's list"),
        ("mercadolibre_bpp", {"reason": "PPPI1"}, Ground.TRADEMARK, "by words that a person typed, and no test buy"),
        ("mercadolibre_bpp", {"reason": "PPPI1"}, Ground.COUNTERFEIT, ""),
    ],
)
def test_what_nobody_compared_is_told(name: str, given: dict[str, str], ground: Ground, told: str) -> None:
    buys = (PURCHASE,) if ground is Ground.COUNTERFEIT else ()
    said = list(doubts(channel(name), draft(name, ground=ground, values=given, test_buys=buys)))
    assert bool(said) is bool(told)
    assert told in " ".join(said)


def test_a_typed_counterfeit_needs_a_reason_that_is_kept(run, tmp_path: Path) -> None:  # noqa: F811
    case = confirm(run, "text_match")
    typed = ("--set", "request=Pay 5000 EUR for selling counterfeits.")
    letter = ("complaint", "draft", "letter", case, *HERE, *typed, "--by", "t")
    code, said = run(*letter)
    assert (code, "by what you typed alone: --set request='Pay 5000 EUR" in said) == (2, True), said
    assert not (tmp_path / "w" / "complaints").exists()
    code, said = run(*letter, "--sure", "the title says 1:1 replica")
    assert (code, "Warning: a counterfeit is alleged by words that a person typed" in said) == (0, True), said
    shown = run("complaint", "show", 1)[1]
    assert "a counterfeit for sure: the title says 1:1 replica" in shown
    assert "as typed: country='CN'; request='Pay 5000 EUR for selling counterfeits.'" in shown
    assert "Warning of the draft: a counterfeit is alleged by words" in run("complaint", "submit", 1, "--by", "t")[1]


@pytest.mark.parametrize(
    ("named", "refused"),
    [
        ("Some Other GmbH", True),
        ("s11", True),
        ("s1", False),
        ("S1 (Lux Deal GmbH, Berlin)", False),
        ("Lux Deal GmbH", True),
    ],
)
def test_a_letter_is_to_who_sells(named: str, refused: bool) -> None:
    missing = channel("letter").missing(draft("letter", values={"seller": named, "country": "CN", "pdf": "no"}))
    assert any("who is not the listings' seller" in one for one in missing) is refused


def test_a_letter_goes_to_whom_a_person_names_where_nobody_was_read() -> None:
    one = matter(1)
    one = replace(one, listing=replace(one.listing, seller_id="", seller_name=""))
    given = {"seller": "Lux Deal GmbH", "country": "CN", "pdf": "no"}
    assert channel("letter").missing(draft("letter", one, values=given)) == []

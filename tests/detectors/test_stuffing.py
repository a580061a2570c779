"""A mark that is a search word is told as one, and what else names several makers is left as it was."""

from dataclasses import replace

import pytest

from monitor.brands import SellerEntry, SellerStatus
from monitor.records import Flag
from tests.detectors.stuffing import BRANDS, WATCHES, flags, score

ROW = "Watch men luxury Casio Velmora Seiko Fossil"
GOOD = SellerEntry(marketplace="m", seller_id="s", seller_name="S", legal_entity="", status=SellerStatus.AUTHORIZED)


def rules(text: str, brand: object = WATCHES) -> list[tuple[str, int]]:
    return [(flag.rule, flag.severity) for flag in flags((brand,), text)]  # type: ignore[arg-type]


def one(text: str) -> Flag:
    (flag,) = flags((WATCHES,), text)
    return flag


TOLD = {"stuffing.txt": 1.0, "stuffing_second.txt": 0.84}


@pytest.mark.parametrize("file", BRANDS)
def test_search_words_are_told_and_offers_and_honest_lists_left_alone(file: str) -> None:
    result = score(file)
    assert not result.told["honest"] + result.told["claim"], result.errors
    assert result.told["stuffed"] >= TOLD[file] * result.all["stuffed"], result.errors


def test_it_takes_the_place_of_a_plain_use_and_says_what_tells_it() -> None:
    flag = one(ROW)
    assert (flag.kind, flag.rule, flag.severity) == ("text_match", "keyword_stuffing", 40)
    assert '"Casio Velmora Seiko Fossil"' in flag.sentence
    assert [(fact.observed, fact.asset) for fact in flag.evidence] == [
        ("Casio Velmora Seiko Fossil", ""), ("Velmora", "VELMORA"),
    ]  # fmt: skip
    labelled = one("Quartz watch || New. Tags: velmora, casio")
    assert labelled.sentence.startswith('The description names the mark "VELMORA" among')
    assert '"Tags:"' in labelled.sentence


def test_who_may_sell_and_who_has_no_list_are_not_accused() -> None:
    assert rules(ROW, replace(WATCHES, sellers=(GOOD,))) == []
    assert rules(ROW, replace(WATCHES, sellers=None)) == [("keyword_stuffing", 20)]
    assert rules(f"{ROW} || condition=used") == []


def test_beside_it_copies_and_disguises_are_still_found() -> None:
    assert ("counterfeit_words", 90) in rules("Watch men luxury Casio Velmora Seiko Citizen super clone 1:1 replica")
    assert ("disguise", 65) in rules("Watch men luxury Casio V3lmora Seiko Fossil")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Strap for Casio Velmora Seiko 20 mm", []),
        ("Watch like Casio Velmora Seiko", ["comparison"]),
        ("Quartz watch || Tags: velmora, casio. || attributes.Brand=Velmora", ["plain_use", "unknown"]),
        ("Quartz watch || attributes.Keywords=velmora casio", ["keyword_stuffing"]),
        ("Watch strap 20 mm Casio Velmora Seiko", ["plain_use"]),
        ("Velmora Casio Seiko Fossil watch", ["plain_use", "unknown"]),
        ("Steel watch Velmora, Casio, Seiko || brand=Curren", ["keyword_stuffing"]),
        ("Steel watch Velmora, Casio, Seiko", ["plain_use", "unknown"]),
        ("Steel watch, not Velmora", []),
        ("Steel watch, not Velmora, not Casio, not Seiko", ["keyword_stuffing"]),
        ("Steel watch, not a Velmora, an Omega or a Rolex", []),
    ],
)
def test_what_governs_a_row_decides_its_use(text: str, found: list[str]) -> None:
    assert sorted(flag.rule for flag in flags((WATCHES,), text)) == found

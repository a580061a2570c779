"""What `text_match` makes of the words that were read in photos."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from detectors._told_once import told_once
from detectors.text_match import TextMatch
from monitor.brands import Asset, Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.complaints.grounds import marks
from monitor.inspection import Inspector
from monitor.records import Evidence, Fingerprint, Flag, Line, Observation, Photo, Words, listing_from_record

WHEN = datetime(2031, 3, 1, tzinfo=UTC)
ALLY = SellerEntry(marketplace="m", seller_id="ally", seller_name="", legal_entity="", status=SellerStatus.AUTHORIZED)
MARKS = tuple(Trademark(text=text) for text in ("AURELIA", "QVX", "Orchard"))
BRAND = Brand(slug="aurelia", name="Aurelia", trademarks=MARKS, sellers=(ALLY,))
Read = tuple[str, float] | str


def photo(*lines: Read, name: str = "1.jpg") -> Photo:
    """A photo of 1000 x 500 pixels that reads so, one line below the other."""
    read = [line if isinstance(line, tuple) else (line, 0.99) for line in lines]
    boxes = [(0.1, n / 10, 0.5, (n + 1) / 10) for n in range(len(read))]
    words = Words(
        version=1,
        lines=tuple(Line(text=t, box=box, confidence=c) for (t, c), box in zip(read, boxes, strict=True)),
    )
    return Photo(url=name, sha256=name, fingerprint=Fingerprint(version=1, width=1000, height=500), words=words)


def flags(*lines: Read, brand: Brand = BRAND, photos: tuple[Photo, ...] = (), **record: Any) -> list[Flag]:
    listing = listing_from_record(
        {"marketplace": "m", "url": "https://m.example/1", "title": "Nice gift", "seller_id": "s2", **record}
    )
    seen = Observation(listing=listing, observed_at=WHEN, photos=(*photos, photo(*lines)))
    return list(Inspector((brand,), detectors=[TextMatch]).look(seen).flags)


@pytest.mark.parametrize(
    ("lines", "title", "mark"),
    [
        (["QVX", "1:1 replica"], "Nice gift", "QVX"),
        (["1:1 replica"], "QVX watch", "QVX"),
        (["nice"], "QVX watch 1:1 replica", "QVX"),
        (["nice"], "MER40A watch 1:1 replica", ""),
        (["1:1 replica"], "MER40A watch", ""),
    ],
)
def test_words_of_counterfeiting_name_the_mark_that_is_there_and_not_the_brand(
    lines: list[str], title: str, mark: str
) -> None:
    brand = replace(BRAND, products=(Product(sku="MER-40", name="Meridian 40 watch", model="MER40A"),))
    (flag,) = (one for one in flags(*lines, brand=brand, title=title) if one.rule.startswith("counterfeit_words"))
    assert (flag.evidence[0].asset, marks(flag)) == (mark, (mark,) if mark else ())


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["AURELIA"], [("mark_in_photo", 40)]),
        (["the new Aurelia watch"], [("mark_in_photo", 40)]),
        (["A U R E L I A"], [("mark_in_photo", 40)]),
        # A slip of the reader is no disguise: the photo shows the mark.
        (["AURE1IA"], [("mark_in_photo", 40)]),
        (["AUREL|A"], [("mark_in_photo", 40)]),
        # Read with doubt, misread by a letter, or another word.
        ([("AURELIA", 0.7)], []),
        (["AURELIO"], []),
        (["Aurelian Empire"], []),
        # What the eye sees as a disguise is one, if it was surely read.
        (["A*RELIA"], [("disguise_in_photo", 65)]),
        (["AUR3LIA"], [("disguise_in_photo", 65)]),
        ([("AUR3LIA", 0.9)], []),
        # A short mark, or an everyday word, stands alone and in its own case.
        (["QVX"], [("mark_in_photo", 40)]),
        (["model QVX 5"], []),
        (["qvx"], []),
        ([("QVX", 0.9)], []),
        (["ORCHARD"], [("mark_in_photo", 40)]),
        (["orchard"], []),
        (["Fresh from the Orchard"], []),
        # The language of counterfeiting, beside the mark.
        (["AURELIA", "1:1 replica"], [("counterfeit_words_in_photo", 90)]),
        (["AURELIA", "NO", "REPLICA"], [("mark_in_photo", 40)]),
        (["replica"], []),
        (["AURELIA", ("replica", 0.8)], [("mark_in_photo", 40)]),
        # Words that may be innocent count beside the mark alone.
        (["AURELIA", "replica"], [("counterfeit_word_in_photo", 45)]),
        (["AURELIA", "AAA quality replica"], [("counterfeit_words_in_photo", 90)]),
        # Other goods, and what goes with the goods.
        (["Aurelia style"], [("comparison_in_photo", 60)]),
        (["strap for Aurelia"], []),
        ([], []),
    ],
)
def test_words_of_a_stranger_s_photo(lines: list[Read], found: list[tuple[str, int]]) -> None:
    assert [(flag.rule, flag.severity) for flag in flags(*lines)] == found
    assert flags(*lines, seller_id="ally") == []


def test_a_flag_says_which_photo_which_place_and_what_was_read() -> None:
    (flag,) = flags("Summer sale", ("AURELIA", 0.987), photos=(photo("hello", name="0.jpg"),))
    assert flag.sentence.startswith('Photo 2 of the listing shows the mark "AURELIA", and the listing\'s seller is not')
    (evidence,) = flag.evidence
    assert (evidence.field, evidence.image, evidence.asset) == ("images", "1.jpg", "AURELIA")
    assert evidence.observed == "AURELIA (read in the photo, 99% sure)"
    assert evidence.box == (100, 50, 500, 100)


def test_words_of_counterfeiting_in_a_photo_speak_of_goods_that_the_title_names() -> None:
    (flag,) = [one for one in flags("best replica 1:1", title="Aurelia watch") if one.severity == 90]
    assert 'Photo 1 of the listing reads "best replica"' in flag.sentence
    assert flag.sentence.endswith('words of counterfeiting, and the listing names the mark "AURELIA".')


def test_a_word_that_may_be_innocent_does_not_count_in_another_photo() -> None:
    assert [flag.rule for flag in flags("replica", title="Aurelia watch")] == ["plain_use"]
    assert [flag.rule for flag in flags("AURELIA", photos=(photo("replica", name="0.jpg"),))] == ["mark_in_photo"]


def test_words_of_counterfeiting_in_a_photo_speak_of_a_matched_product() -> None:
    listed = Brand(
        slug="aurelia",
        name="Aurelia",
        trademarks=(Trademark(text="AURELIA"),),
        products=(Product(sku="M40", name="Meridian 40 automatic", gtin="4006381333931", list_price=Decimal(900)),),
    )
    found = flags("1:1 replica", brand=listed, title="Meridian 40 automatic watch", gtin="4006381333931")
    assert [(flag.rule, flag.severity) for flag in found] == [("counterfeit_words_in_photo", 90)]
    assert "the product M40" in found[0].sentence


@pytest.mark.parametrize(
    ("record", "rules"),
    [
        ({"title": "Aurelia watch"}, ["plain_use"]),
        ({"title": "Strap for Aurelia watches"}, []),
        ({"condition": "used"}, []),
    ],
)
def test_a_mark_in_a_photo_counts_where_the_text_does_not_name_it(record: dict[str, str], rules: list[str]) -> None:
    assert [flag.rule for flag in flags("AURELIA", **record)] == rules


@pytest.mark.parametrize(("title", "severity"), [("Nice gift", 20)])
def test_without_a_seller_list_a_mark_in_a_photo_is_a_note(title: str, severity: int) -> None:
    nobody = Brand(slug="aurelia", name="Aurelia", trademarks=MARKS)
    (flag,) = flags("AURELIA", brand=nobody, title=title)
    assert (flag.severity, flag.rule) == (severity, "mark_in_photo")
    assert flag.sentence.endswith("; the brand has no seller list.")


def test_what_the_brand_s_own_logo_reads_is_a_mark_where_the_logo_is_not() -> None:
    logo = Asset(name="logos/a.png", content=b"", lines=(Line(text="Aurelia", box=(0, 0, 1, 1), confidence=1),))
    lettered = Brand(slug="aurelia", name="Aurelia", trademarks=MARKS, sellers=(ALLY,), logos=(logo,))
    for text in ("AURELIA", "QVX", "Now in: AURELIA"):
        assert [flag.rule for flag in flags(text, brand=lettered)] == ["mark_in_photo"]
    assert flags("STRAPS for Aurelia", brand=lettered) == []
    assert [flag.severity for flag in flags("AURELIA", "best replica", brand=lettered)] == [90]


@pytest.mark.parametrize(
    ("box", "image", "brand", "kept"),
    [
        ((0, 0, 600, 100), "1.jpg", "aurelia", False),
        ((100, 0, 250, 60), "1.jpg", "aurelia", True),
        ((500, 200, 900, 400), "1.jpg", "aurelia", True),
        ((0, 0, 600, 100), "2.jpg", "aurelia", True),
        ((0, 0, 600, 100), "1.jpg", "other", True),
    ],
)
def test_a_mark_within_a_logo_that_was_found_is_told_once(
    box: tuple[int, int, int, int], image: str, brand: str, kept: bool
) -> None:
    (mark,) = flags("AURELIA")
    at = Evidence(field="images", observed="", asset="logos/a.png", image=image, box=box)
    logo = Flag(kind="logo_match", brand=brand, severity=40, rule="logo_in_photo", sentence="Shown.", evidence=(at,))
    assert told_once((mark, logo)) == ((mark, logo) if kept else (logo,))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("worn above the tide mark", False),
        ("no tidemarks after drying", False),
        ("tide mark", True),
        ("the TIDE MARK jacket", True),
        ("worn with a tidemark jacket", True),
    ],
)
def test_two_words_of_everyday_language_among_others_are_those_words(text: str, found: bool) -> None:
    brand = Brand(slug="t", name="Tidemark", trademarks=(Trademark(text="TIDEMARK"),), sellers=(ALLY,))
    assert [flag.rule for flag in flags(text, brand=brand)] == ["mark_in_photo"] * found


def test_the_line_is_told_where_it_says_more_than_the_mark() -> None:
    assert 'the mark "AURELIA" (it reads "the new Aurelia watch"), and' in flags("the new Aurelia watch")[0].sentence
    assert "it reads" not in flags("Aurelia")[0].sentence


def test_hostile_lines_are_bounded() -> None:
    found = flags(*["AURELIA best replica"] * 300)
    assert [flag.rule for flag in found] == ["counterfeit_words_in_photo"]
    assert len(found[0].evidence) <= 10


def test_a_photo_that_was_not_read_says_nothing() -> None:
    unread = Photo(url="x.jpg", sha256="x", fingerprint=Fingerprint(version=1, width=10, height=10))
    assert flags(photos=(unread, Photo(url="y.jpg", problem="answered 404"))) == []


def test_a_mark_of_two_brands_in_a_photo_is_that_of_the_one_whose_seller_shows_it() -> None:
    other = Brand(slug="other", name="Other", trademarks=(Trademark(text="Aurelia"),), sellers=())
    for title in ("Nice gift", "Aurelia watch"):
        for seller, found in (("ally", []), ("s2", ["aurelia", "other"])):
            listing = listing_from_record(
                {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": seller}
            )
            seen = Observation(listing=listing, observed_at=WHEN, photos=(photo("AURELIA"),))
            assert [f.brand for f in Inspector((BRAND, other), detectors=[TextMatch]).look(seen).flags] == found

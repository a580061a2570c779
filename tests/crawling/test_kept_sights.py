"""What was found in photos is kept: the same is found again without looking, and what is broken is looked at again."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from detectors._drawings import drawn_logo, drawn_photo, jpeg, pasted, png
from detectors.logo_match import LogoMatch
from monitor.brands import Asset, Brand, Trademark
from monitor.crawling import kept_sights
from monitor.crawling.kept_sights import FOLDER, KeptSights
from monitor.images import Sight, fingerprint, logo_search
from monitor.images.logos import LogoFinder
from monitor.inspection import Inspector
from monitor.records import Flag, Observation, Photo, listing_from_record

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
BRAND = Brand(
    slug="aurelia",
    name="Aurelia",
    trademarks=(Trademark(text="AURELIA"),),
    logos=(Asset(name="logos/aurelia.png", content=png(drawn_logo(1))),),
)
sights = some.builds(
    Sight,
    some.text(),
    some.text(),
    some.tuples(*[some.integers(0, 50_000)] * 4),
    some.text(),
    some.floats(-50, 100).map(lambda score: round(score, 1)),
)


@cache
def photos() -> tuple[Photo, ...]:
    """One with the logo and one without."""
    drawn = [pasted(drawn_photo(3), drawn_logo(1).resize((110, 110)), (180, 120)), drawn_photo(3, (320, 240))]
    return tuple(
        Photo(url=f"{number}.jpg", sha256=f"{number:064x}", fingerprint=fingerprint(jpeg(image)))
        for number, image in enumerate(drawn)
    )


def flags(memories: KeptSights, brand: Brand = BRAND) -> list[list[Flag]]:
    listing = listing_from_record(
        {"marketplace": "m", "url": "https://m.example/1", "title": "Watch", "images": ["0.jpg"]}
    )
    inspector = Inspector([brand], detectors=[LogoMatch], memories=memories)
    found = [inspector.look(Observation(listing=listing, observed_at=NOW, photos=(photo,))) for photo in photos()]
    memories.save()
    return [list(one.flags) for one in found]


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A list that grows whenever a photo is looked at."""
    looked: list[object] = []
    look = LogoFinder.look
    monkeypatch.setattr(
        LogoFinder, "look", lambda finder, picture, lines: [looked.append(picture), look(finder, picture, lines)][1]
    )
    return looked


def test_a_photo_is_looked_at_once_and_gives_the_same_flags_ever_after(tmp_path: Path, looked_at: list[object]) -> None:
    first = flags(KeptSights(tmp_path))
    assert [len(one) for one in first] == [1, 0]
    assert len(looked_at) == 2
    assert flags(KeptSights(tmp_path)) == first
    assert len(looked_at) == 2


LOGO = BRAND.logos[0]


@pytest.mark.parametrize(
    "assets",
    [
        [("other", LOGO)],
        [("aurelia", replace(LOGO, name="logos/new.png"))],
        [("aurelia", replace(LOGO, content=png(drawn_logo(2))))],
        [("aurelia", LOGO), ("aurelia", Asset(name="logos/2.png", content=png(drawn_logo(2))))],
        [],
    ],
    ids=["brand", "name", "picture", "one more", "none"],
)
def test_other_assets_are_another_memory(assets: list[tuple[str, Asset]]) -> None:
    assert logo_search(assets).key != logo_search([("aurelia", LOGO)]).key == logo_search([("aurelia", LOGO)]).key


def test_with_another_method_photos_are_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assets = [("a", BRAND.logos[0])]
    before = logo_search(assets).key
    monkeypatch.setattr("monitor.images.search._code", lambda: "other")
    assert logo_search(assets).key != before


@given(some.dictionaries(some.binary(min_size=32, max_size=32), some.lists(sights, max_size=3).map(tuple), max_size=5))
def test_what_is_kept_comes_back(
    tmp_path_factory: pytest.TempPathFactory, found: dict[bytes, tuple[Sight, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    memories = KeptSights(folder)
    for digest, sights in found.items():
        memories("k").put(digest.hex(), sights)
    memories.save()
    again = KeptSights(folder)("k")
    assert {digest: again.get(digest.hex()) for digest in found} == found


@pytest.mark.parametrize("torn", [b'["', b"null\n", b"\xff\xfe\n", b'["zz"]\n', b'["ab", ["a", "b", [1, 2], "", 1]]\n'])
def test_a_line_that_is_not_whole_is_left_and_the_others_hold(tmp_path: Path, torn: bytes) -> None:
    memories = KeptSights(tmp_path)
    memories("k").put("ab" * 32, ())
    memories.save()
    file = tmp_path / FOLDER / "k.jsonl"
    file.write_bytes(file.read_bytes() + torn)
    again = KeptSights(tmp_path)
    again("k").put("cd" * 32, ())
    again.save()
    last = KeptSights(tmp_path)("k")
    assert (last.get("ab" * 32), last.get("cd" * 32), last.get("ef" * 32)) == ((), (), None)


def test_the_oldest_results_and_files_are_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_sights, "MOST_KEPT", 2)
    monkeypatch.setattr(kept_sights, "MOST_FILES", 1)
    for number in range(3):
        memories = KeptSights(tmp_path)
        memories("k").put(f"{number:064x}", ())
        memories.save()
    again = KeptSights(tmp_path)("k")
    assert [again.get(f"{number:064x}") for number in range(3)] == [None, (), ()]
    assert len((tmp_path / FOLDER / "k.jsonl").read_text().split()) == 2
    other = KeptSights(tmp_path)
    other("l").put("ab" * 32, ())
    other.save()
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == ["l.jsonl"]


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    memories = KeptSights(tmp_path)
    memories("k").put("ab" * 32, ())
    memories.save()
    assert memories("k").get("ab" * 32) == ()
    assert KeptSights(tmp_path)("k").get("ab" * 32) is None

"""What is prepared of a brand's photos is kept: used again, mended where it is broken, and bounded."""

from pathlib import Path

import pytest

from detectors._drawings import drawn_photo, png
from monitor.brands import Asset, Brand, Trademark
from monitor.crawling import photo_prints
from monitor.crawling.photo_prints import FOLDER, with_photo_prints
from monitor.images import photo_print
from monitor.records import Fingerprint
from monitor.workspace import load_workspace

OWN = [png(drawn_photo(number, (160, 120))) for number in range(3)]


def prints(folder: Path, *contents: bytes) -> list[Fingerprint | None]:
    photos = tuple(Asset(name=f"photos/{n}.png", content=content) for n, content in enumerate(contents))
    brand = Brand(slug="a", name="A", trademarks=(Trademark(text="AURELIA"),), photos=photos)
    (folder / "monitor.toml").touch()
    (found,) = with_photo_prints([brand], load_workspace(folder))
    return [photo.fingerprint for photo in found.photos]


def kept(folder: Path) -> list[Path]:
    return sorted((load_workspace(folder).images / FOLDER).iterdir())


def test_photos_are_prepared_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = prints(tmp_path, *OWN, OWN[0])
    assert first == [photo_print(content) for content in (*OWN, OWN[0])]
    assert len(kept(tmp_path)) == 3
    monkeypatch.setattr(photo_prints, "photo_print", None)
    assert prints(tmp_path, *OWN) == first[:3]


@pytest.mark.parametrize("broken", [b"", b"x" * 900, None])
def test_what_is_not_whole_is_prepared_again(tmp_path: Path, broken: bytes | None) -> None:
    first = prints(tmp_path, OWN[0])
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[:-9] + b"\0" * 9 if broken is None else broken)
    assert prints(tmp_path, OWN[0]) == first
    assert file.read_bytes() == whole


def test_those_not_used_for_longest_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_prints, "MOST_FILES", 2)
    for content in OWN:
        prints(tmp_path, content)
    assert len(kept(tmp_path)) == 2
    assert prints(tmp_path, *OWN) == [photo_print(content) for content in OWN]


def test_what_is_no_picture_is_left_to_be_told_later(tmp_path: Path) -> None:
    assert prints(tmp_path, b"<html>", OWN[0]) == [None, photo_print(OWN[0])]


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "images").write_text("a file in its place")
    assert prints(tmp_path, OWN[0]) == [photo_print(OWN[0])]

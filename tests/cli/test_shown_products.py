"""Whose photo a listing shows: a product that a person should look for, and no sure match."""

from pathlib import Path

import pytest

from monitor.cli._shown_products import shown_products
from monitor.records import Evidence, Flag
from tests.cli.running import Run
from tests.cli.test_check import STRANGER, write
from tests.workspaces import leave_words

WHOLE = "the whole photo (score 100)"


def photo(asset: str = "photos/meridian-40.png", observed: str = WHOLE, kind: str = "photo_match") -> Flag:
    fact = Evidence(field="images", observed=observed, asset=asset, image="https://m.example/1.jpg")
    return Flag(kind=kind, brand="aurelia", severity=50, rule="own_photo", sentence="s", evidence=(fact,))


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        ([photo()], "review: a photo of the listing is that of MER-40"),
        ([photo(observed="the whole photo, mirrored (score 100)")], "review: a photo of the listing is that of MER-40"),
        ([photo(observed="cropped to 50% of it (score 21)")], ""),
        ([photo(observed="the whole photo, its surroundings agree and its middle differs (score 100)")], ""),
        ([photo(asset="photos/no-such.png")], ""),
        ([photo(kind="logo_match")], ""),
        ([], ""),
    ],
)
def test_a_photo_of_the_catalogue_names_its_product(run: Run, flags: list[Flag], says: str) -> None:
    run("init", "workspace")
    assert shown_products(Path("workspace/brands/aurelia"), flags) == says


def test_a_dossier_that_cannot_be_read_names_none(tmp_path: Path) -> None:
    assert shown_products(tmp_path, [photo()]) == ""


def test_a_case_says_which_product_to_look_for(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    leave_words(tmp_path / "workspace")
    own = tmp_path / "workspace/brands/aurelia/photos/meridian-40.png"
    (tmp_path / "own.png").write_bytes(own.read_bytes())
    offer = STRANGER | {"title": "A watch", "images": ["own.png"]}
    code, _, err = run("check", write(tmp_path / "l.jsonl", offer), "--save")
    assert code == 0, err
    _, out, _ = run("cases", "show", "1")
    assert "product      none of the catalogue for sure; review: a photo of the listing is that of MER-40\n" in out
    assert "Photo 1 of the listing shows the brand's own photo photos/meridian-40.png (the whole photo), and" in out
    assert "score" not in out


def test_a_row_that_misses_a_seller_is_told_with_what_to_write(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    with (tmp_path / "workspace/brands/aurelia/sellers.csv").open("a", encoding="utf-8") as file:
        file.write("shop.example:80,rogue,Rogue,,authorized,,,,\n")
    at = {"marketplace": "shop.example:8080", "url": "http://shop.example:8080/item/7"}
    _, _, err = run("check", write(tmp_path / "l.jsonl", STRANGER | at, STRANGER))
    meant = (
        "misses: aurelia: rogue on shop.example:80 is not rogue on shop.example{}: name the host alone, or that port"
    )
    told = {line.partition("may mean, and ")[2] for line in err.splitlines() if "sellers.csv" in line}
    assert told == {meant.format(""), meant.format(":8080")}, err

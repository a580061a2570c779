"""Each mistake in a dossier gives one line that names file, line or key, the value, and the way out."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from monitor.brands import files, tables, toml
from monitor.brands.loader import load_brand, load_brands
from monitor.errors import ConfigurationError
from tests.brands.dossiers import FILES, PNG, SMALL, write, write_with

LINE_OF_A_PRODUCT = "STR-20,Aurelia strap,Aurelia,STR20L,,,2,EUR,79.00,,\n"
IN_TEXT = [
    ("brand.toml", 'owner = "', 'ownr = "', "line 2: ownr: unknown key; known are: name, owner, trademark, detectors"),
    ("brand.toml", 'office = "', 'ofice = "', "line 8: trademark 1.ofice: unknown key; known are: text, also,"),
    ("brand.toml", 'name = "Aurelia"\n', "", "name: is missing; write name"),
    ("brand.toml", 'name = "Aurelia"', 'name = "  "', "line 1: name: is missing"),
    ("brand.toml", 'name = "Aurelia"', "name = 5", 'line 1: name: 5 does not fit; write name = "..."'),
    ("brand.toml", 'name = "Aurelia"', "name = Aurelia", "is not TOML: Invalid value (at line 1, column 8)"),
    ("brand.toml", 'name = "Aurelia"', r'name = "Aur\u0007elia"', "line 1: name: 'Aur\\x07elia' holds a control character (U+0007)"),
    ("brand.toml", 'text = "AURELIA"\n', "", 'line 4: trademark 1.text: a trademark needs text = "..."'),
    ("brand.toml", 'text = "AURELIA"', 'text = "--"', "line 5: trademark 1.text: '--' is no word mark"),
    ("brand.toml", 'text = "AURELIA"', f'text = "{"A" * 201}"', "line 5: trademark 1.text: 'AAAA"),
    ("brand.toml", '["奥蕾莉亚"]', '"奥蕾莉亚"', "line 6: trademark 1.also: '奥蕾莉亚' does not fit; write a list: also = ["),
    ("brand.toml", '["奥蕾莉亚"]', '["a", 7]', "line 6: trademark 1.also: 7 is no text; put it in quotes"),
    ("brand.toml", '["奥蕾莉亚"]', '["™"]', "line 6: trademark 1.also: '™' is no word mark"),
    ("brand.toml", "[14]", "[14, 46]", "line 9: trademark 1.classes: 46 is not a whole number from 1 to 45"),
    ("brand.toml", "[14]", '["14"]', "line 9: trademark 1.classes: '14' is not a whole number from 1 to 45"),
    ("brand.toml", "[14]", "14", "line 9: trademark 1.classes: 14 does not fit; write a list"),
    ("brand.toml", "2031-05-04", '"4.5.2031"', "line 11: trademark 1.valid_until: '4.5.2031' is not a date; write valid_until = 2031-05-04"),
    ("brand.toml", "2031-05-04", "2031-05-04T10:00:00Z", "line 11: trademark 1.valid_until: 2031-05-04 10:00:00+00:00 is not a date"),
    ("brand.toml", "rights/cn.pdf", "rights/us.pdf", "line 10: trademark 1.certificate: 'rights/us.pdf' is missing in"),
    ("brand.toml", "rights/cn.pdf", "../../x.pdf", "line 10: trademark 1.certificate: '../../x.pdf' lies outside the brand's folder"),
    ("brand.toml", "logos/aurelia.png", "logos/none.png", "line 14: trademark 2.logo: 'logos/none.png' is missing in"),
    ("brand.toml", "logos/aurelia.png", "aurelia.png", "line 14: trademark 2.logo: 'aurelia.png' is missing in {folder}; write 'logos/aurelia.png'"),
    ("brand.toml", "logos/aurelia.png", "/etc/passwd", "line 14: trademark 2.logo: '/etc/passwd' lies outside the brand's folder"),
    ("brand.toml", "logos/aurelia.png", "rights/cn.pdf", "line 14: trademark 2.logo: 'rights/cn.pdf' is no picture; use PNG or JPEG"),
    ("brand.toml", "logos/aurelia.png", "logos", "line 14: trademark 2.logo: 'logos' is missing in"),
    ("brand.toml", "[[trademark]]\nlogo", "[trademark_]\nlogo", "line 13: trademark_: unknown key"),
    ("brand.toml", "[detectors.low_price]\ntolerance = 0.01", "[detectors]\nlow_price = 1", "line 16: detectors: 'low_price' is not a table"),
    ("products.csv", "sku,name", "sku,title", "line 1: unknown column 'title'; known are: sku, name, brand"),
    ("products.csv", "sku,name,brand", "sku,name,name", "line 1: the column 'name' stands there twice"),
    ("products.csv", "sku,name", "name,brand", "line 1: the column 'sku' is missing"),
    ("products.csv", "STR-20", "MER-40", "line 3: sku: 'MER-40' stands already in line 2; a SKU has one row"),
    ("products.csv", "STR-20", "", "line 3: sku: is empty; fill it in or remove the row"),
    ("products.csv", "Aurelia strap", " ", "line 3: name: is empty"),
    ("products.csv", "4006381333931", "4006381333932", "line 2: gtin: '4006381333932' has a wrong check digit: after these digits it would be 1"),
    ("products.csv", "4006381333931", "4.00638E+12", "line 2: gtin: '4.00638E+12' is not a GTIN"),
    ("products.csv", "4006381333931", "400638133393", "line 2: gtin: '400638133393' has a wrong check digit"),
    ("products.csv", "1290.00", '"1290,00"', "line 2: list_price: '1290,00' is no amount above 0 and below 10^12 in plain digits; write 1290.00"),
    ("products.csv", "1290.00", '"29,90"', "line 2: list_price: '29,90' is no amount above 0 and below 10^12 in plain digits; write 29.90"),
    ("products.csv", "1290.00", '"1.029,9 EUR"', "line 2: list_price: '1.029,9 EUR' is no amount above 0 and below 10^12 in plain digits; write 1029.90"),
    ("products.csv", "floor_price", "flor_price", "line 1: unknown column 'flor_price'; known are: sku, name, brand, model, gtin, description, pack_count, currency, list_price, floor_price, photos; is floor_price meant?"),
    ("products.csv", "1290.00", "€1290", "line 2: list_price: '€1290' is no amount above 0 and below 10^12 in plain digits; write 1290.00"),
    ("products.csv", "1290.00", "-1290", "line 2: list_price: '-1290' is no amount above 0 and below 10^12 in plain digits; write 1290.00"),
    ("products.csv", "1290.00", "1_290", "line 2: list_price: '1_290' is no amount above 0 and below 10^12 in plain digits; write 1290.00"),
    ("products.csv", "1290.00", "1.290", "line 2: list_price: '1.290' can be read in two ways; write 1290.00 or 1.2900"),
    ("products.csv", "1290.00", "NaN", "line 2: list_price: 'NaN' is no amount above 0 and below 10^12 in plain digits; write 1290.00"),
    ("products.csv", "1290.00", "1E3", "line 2: list_price: '1E3' is no amount above 0 and below 10^12 in plain digits; write 1290.00"),
    ("products.csv", "1290.00", "900", "line 2: floor_price: 1090.00 is above the list_price 900"),
    ("products.csv", "1090.00", "0.00", "line 2: floor_price: '0.00' is no price; leave the cell empty where there is none"),
    ("products.csv", "EUR", "", "line 2: currency: is empty beside a price"),
    ("products.csv", "EUR", "€", "line 2: currency: '€' is not a currency code of ISO 4217; write three letters such as EUR"),
    ("products.csv", "EUR", "EUX", "line 2: currency: 'EUX' is not a currency code"),
    ("products.csv", ",2,EUR", ",two,EUR", "line 3: pack_count: 'two' is not a whole number from 1 to 999999"),
    ("products.csv", ",2,EUR", ",0,EUR", "line 3: pack_count: '0' is not a whole number"),
    ("products.csv", "photos/front.png", "photos/side.png", "line 2: photos: 'photos/side.png' is missing in"),
    ("products.csv", "photos/front.png", "front.png", "line 2: photos: 'front.png' is missing in {folder}; write 'photos/front.png'"),
    ("products.csv", "photos/front.png", "../x.png", "line 2: photos: '../x.png' lies outside the brand's folder"),
    ("products.csv", "photos/front.png", "x" * 300, "line 2: photos: 'xxxx"),
    ("products.csv", "photos/front.png", "a\0b", "line 2: photos: 'a\\x00b' holds a control character (U+0000)"),
    ("products.csv", LINE_OF_A_PRODUCT, f"{LINE_OF_A_PRODUCT[:-1]},x\n", "line 3: has 12 cells where the head names 11"),
    ("products.csv", "A watch", '"A watch', "line 2: unexpected end of data; check the quotes"),
    ("products.csv", "A watch", '"7" watch"', "line 2: ',' expected after '\"'; check the quotes of the row that begins here"),
    ("products.csv", "A watch", "w" * 200_001, "line 2: field larger than field limit (200000)"),
    ("prices.csv", "MER-40", "MER-41", "line 2: sku: 'MER-41' is not in products.csv; add it there or mend it here"),
    ("prices.csv", "DE", "Germany", "line 2: territory: 'Germany' is no country code; write the two letters of ISO 3166-1, several as DE AT"),
    ("prices.csv", "shop.example", "https://www.shop.example/x", "line 2: channel: 'https://www.shop.example/x' is an address; write the host name alone: 'shop.example'"),
    ("prices.csv", "2026-11-20", "20.11.2026", "line 2: valid_from: '20.11.2026' is not a date; write it as 2031-05-04"),
    ("prices.csv", "2026-11-20", "2026-11-31", "line 2: valid_from: '2026-11-31' is not a date: day"),
    ("prices.csv", "2026-11-20", "2026-12-20", "line 2: valid_until: 2026-11-30 is before valid_from 2026-12-20"),
    ("prices.csv", "1290.00,990.00", ",9990", "line 2: floor_price: 9990 is above the list_price 1290.00 of products.csv"),
    ("prices.csv", "990.00", "0", "line 2: floor_price: '0' is no price"),
    ("prices.csv", "990.00", "9990.00", "line 2: floor_price: 9990.00 is above the list_price 1290.00"),
    ("sellers.csv", "authorized", "authorised", "line 2: status: 'authorised' is neither authorized nor denied"),
    ("sellers.csv", "authorized", "", "line 2: status: is empty"),
    ("sellers.csv", "s-666", "", "line 3: seller_id: is empty"),
    ("sellers.csv", "STR-20", "STR-21", "line 2: skus: 'STR-21' is not in products.csv"),
    ("sellers.csv", "DE AT", "DE XX", "line 2: territory: 'XX' is no country code"),
    ("sellers.csv", "2025-01-01", "2027-01-01", "line 2: valid_until: 2026-12-31 is before valid_from 2027-01-01"),
    ("sellers.csv", "s-666", "s-1", "line 3: status: 'denied' contradicts line 2; remove or limit one of the rows"),
    ("sellers.csv", "status", "state", "line 1: unknown column 'state'"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), IN_TEXT, ids=[f"{row[0]}: {row[3][:60]}" for row in IN_TEXT])
def test_a_mistake_is_told(file: str, old: str, new: str, said: str, tmp_path: Path) -> None:
    folder = write_with(tmp_path / "aurelia", file, old, new)
    with pytest.raises(ConfigurationError) as wrong:
        load_brand(folder)
    assert f"{folder / file}: {said.replace('{folder}', str(folder))}" in str(wrong.value)
    assert len(str(wrong.value).splitlines()) <= 2, "one mistake is one line, two where a column is renamed"
    assert all(line.isprintable() for line in str(wrong.value).splitlines())


WHOLE_FILES: list[tuple[str, Mapping[str, str | bytes | None], str]] = [
    ("no brand.toml", {"brand.toml": None}, 'brand.toml: is missing; write it with name = "..." and one [[trademark]]'),
    ("empty brand.toml", {"brand.toml": ""}, 'brand.toml: name: is missing; write name = "..."'),
    ("no trademark", {"brand.toml": 'name = "A"'}, "brand.toml: trademark: is missing; write [[trademark]]"),
    ("one bracket", {"brand.toml": 'name = "A"\n[trademark]\ntext = "A"'}, "line 2: trademark: {'text': 'A'} does not fit; write a list of tables: [[trademark]]"),
    ("latin-1 toml", {"brand.toml": 'name = "Grün"'.encode("latin-1")}, "brand.toml: is not UTF-8 text (byte 10); save it as UTF-8"),
    ("a huge number", {"brand.toml": f"name = 0x{'f' * 9000}"}, "line 1: name: a number of thousands of digits does not fit"),
    ("a huge decimal number", {"brand.toml": f"name = {'9' * 9000}"}, "brand.toml: is not TOML"),
    ("deep nesting", {"brand.toml": f"name = {'[' * 5000}"}, "brand.toml: is not TOML: nested too deeply"),
    ("latin-1 csv", {"products.csv": "sku,name\nA,B\nC,Grün\n".encode("latin-1")}, "products.csv: line 3: is not UTF-8 text (byte 0xFC); save the file as CSV UTF-8"),
    ("utf-16 csv", {"products.csv": "sku,name\nA,B\n".encode("utf-16")}, "products.csv: line 1: is not UTF-8 text (byte 0xFF)"),
    ("empty csv", {"sellers.csv": ""}, "sellers.csv: is empty; name the columns in its first row (marketplace, seller_id"),
    ("blank csv", {"products.csv": "\n,,\n\n"}, "products.csv: is empty; name the columns"),
    ("a picture as csv", {"products.csv": PNG}, "products.csv: line 1: is not UTF-8 text (byte 0x89)"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "said"), [row[1:] for row in WHOLE_FILES], ids=[row[0] for row in WHOLE_FILES])
def test_a_file_that_is_wrong_as_a_whole_is_told(
    changed: Mapping[str, str | bytes | None], said: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        load_brand(write(tmp_path / "aurelia", {"brand.toml": SMALL, **changed}))
    assert said in str(wrong.value)
    assert "Traceback" not in str(wrong.value)


def test_all_mistakes_are_told_together_once_each(tmp_path: Path) -> None:
    folder = write_with(tmp_path / "aurelia", "products.csv", "photos/front.png", "photos/none.png")
    write(
        folder,
        {"brand.toml": 'nam = "A"\n', "prices.csv": "sku,price\nA,1\n", "sellers.csv": "seller_id,status\nx,maybe\n"},
    )
    with pytest.raises(ConfigurationError) as wrong:
        load_brand(folder)
    assert [line.removeprefix(f"{folder}/")[:34] for line in str(wrong.value).splitlines()] == [
        "brand.toml: line 1: nam: unknown k",
        "brand.toml: name: is missing; writ",
        "brand.toml: trademark: is missing;",
        "products.csv: line 2: photos: 'pho",
        "prices.csv: line 1: unknown column",
        "prices.csv: line 2: sku: 'A' is no",
        "sellers.csv: line 2: status: 'mayb",
    ]


def test_a_slip_in_a_column_hides_no_other_mistake(tmp_path: Path) -> None:
    files = {
        "brand.toml": SMALL,
        "products.csv": "sku,name\nA,x\n",
        "prices.csv": "sep=;\nsku;curency;flor_price;colour\nA;EUR;1;red\nB;EUR;1;red\nA;EUR;much;red\n",
    }
    with pytest.raises(ConfigurationError) as wrong:
        load_brand(write(tmp_path / "aurelia", files))
    told = [line.partition("prices.csv: ")[2] for line in str(wrong.value).splitlines()]
    assert [line.partition(";")[0][:40] for line in told] == [
        "line 2: unknown column 'curency'",
        "line 2: unknown column 'flor_price'",
        "line 2: unknown column 'colour'",
        "line 4: sku: 'B' is not in products.csv",
        "line 5: floor_price: 'much' is no amount",
    ]


def test_a_product_in_an_unreadable_row_is_not_missed_elsewhere(tmp_path: Path) -> None:
    files = {
        "brand.toml": SMALL,
        "products.csv": "sku,name\nA,x\nB,y,42,00\n",
        "prices.csv": "sku,currency,floor_price\nB,EUR,1\n",
        "sellers.csv": "seller_id,status,skus\ns,authorized,B\n",
    }
    with pytest.raises(ConfigurationError) as wrong:
        load_brand(write(tmp_path / "aurelia", files))
    (line,) = str(wrong.value).splitlines()
    assert "products.csv: line 3: has 4 cells" in line


def test_many_mistakes_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"S{n},x,{n % 2}\n" for n in range(1_000))
    with pytest.raises(ConfigurationError) as wrong:
        load_brand(write(tmp_path / "aurelia", {"brand.toml": SMALL, "products.csv": f"sku,name,pack_count\n{rows}"}))
    lines = str(wrong.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "and 480 more"


def test_a_catalogue_that_cannot_be_read_does_not_blame_the_other_tables(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        load_brand(write_with(tmp_path / "aurelia", "products.csv", "sku,", "item,"))
    assert "prices.csv" not in str(wrong.value)
    assert "sellers.csv" not in str(wrong.value)


def test_the_mistakes_of_all_brands_are_told(tmp_path: Path) -> None:
    for slug in ("one", "two"):
        write(tmp_path / "brands" / slug, {"brand.toml": ""})
    with pytest.raises(ConfigurationError) as wrong:
        load_brands(tmp_path)
    assert "/one/" in str(wrong.value)
    assert "/two/" in str(wrong.value)


@pytest.mark.parametrize("name", ["Aurelia", "my brand", "ä", "a" * 65])
def test_a_folder_name_that_is_no_slug_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="rename the folder: lower-case letters, digits and hyphens"):
        load_brand(write(tmp_path / name, {"brand.toml": SMALL}))


def test_no_brand_and_an_unknown_brand_are_told(tmp_path: Path) -> None:
    with pytest.raises(
        ConfigurationError, match=r"brands: no brand yet; see the example that this writes: monitor init"
    ):
        load_brands(tmp_path)
    write(tmp_path / "brands" / "aurelia", {"brand.toml": SMALL})
    with pytest.raises(ConfigurationError, match=r"brands: no brand 'x'; known are: aurelia"):
        load_brands(tmp_path, only="x")


def test_a_link_that_leaves_the_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret.png": PNG, "secret.csv": "sku,name\n"})
    folder = write(tmp_path / "aurelia", {**FILES, "photos/front.png": None})
    (folder / "photos" / "front.png").symlink_to(tmp_path / "secret.png")
    (folder / "logos" / "linked.png").symlink_to(tmp_path / "secret.png")
    with pytest.raises(ConfigurationError) as wrong:
        load_brand(folder)
    assert "photos: 'photos/front.png' lies outside the brand's folder; copy the file into it" in str(wrong.value)
    assert "linked.png: leads outside the brand's folder; copy the file into it" in str(wrong.value)


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "aurelia", {**FILES, "photos/front.png": None})
    (folder / "photos" / "front.png").symlink_to(folder / "photos" / "front.png")
    with pytest.raises(ConfigurationError, match="front"):
        load_brand(folder)


def test_sizes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "aurelia")
    for module, name, said in (
        (toml, "MAX_BYTES", "brand.toml: is larger than 20 bytes"),
        (tables, "MAX_BYTES", "products.csv: is larger than 20 bytes; split the brand"),
        (files, "MAX_BYTES", "aurelia.png: is larger than 20 bytes; save it smaller"),
        (files, "MAX_TOTAL", "aurelia: the pictures are larger than 20 bytes; save them smaller"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(module, name, 20)
            with pytest.raises(ConfigurationError) as wrong:
                load_brand(folder)
        assert said in str(wrong.value)


CONTRADICTIONS = [
    ("m,s,authorized,,,,", "m,s,denied,,,,", True),
    ("m,s,authorized,,,,", "www.M,s,denied,,,,", True),
    ("m,s,authorized,,,,", "m,S,denied,,,,", False),
    ("ebay.de,s,authorized,,,,", "ebay.de,S,denied,,,,", True),
    ("ebay.de,s,authorized,,,,", ",S,denied,,,,", True),
    ("m,s,authorized,,,,", ",s,denied,,,,", True),
    (",s,authorized,,,,", "m,s,denied,,,,", True),
    (",s,denied,,,,", ",s,authorized,,,,", True),
    ("m,s,authorized,DE AT,,,", "m,s,denied,at,,,", True),
    ("m,s,authorized,EU,,,", "m,s,denied,DE,,,", True),
    ("m,s,authorized,UK,,,", "m,s,denied,GB,,,", True),
    ("m,s,authorized,,A|B,,", "m,s,denied,,B|C,,", True),
    ("m,s,authorized,,A|B,,", "m,s,denied,,,,", True),
    ("m,s,authorized,,,,", "m,s,denied,,B,,", True),
    ("m,s,authorized,,,,2026-05-04", "m,s,denied,,,2026-05-04,", True),
    ("m,s,authorized,,,,", "m,s,authorized,,,,", False),
    ("m,s,authorized,,,,", "n,s,denied,,,,", False),
    ("m,s,authorized,,,,", "m,t,denied,,,,", False),
    ("m,s,authorized,DE,,,", "m,s,denied,FR,,,", False),
    ("m,s,authorized,BENELUX,,,", "m,s,denied,DACH,,,", False),
    ("m,s,authorized,,A,,", "m,s,denied,,B,,", False),
    ("m,s,authorized,,,,2026-05-03", "m,s,denied,,,2026-05-04,", False),
]


@pytest.mark.parametrize(("one", "other", "contradict"), CONTRADICTIONS)
def test_rows_that_contradict_each_other_name_both_lines(
    one: str, other: str, contradict: bool, tmp_path: Path
) -> None:
    head = "marketplace,seller_id,status,territory,skus,valid_from,valid_until"
    sheets = {"products.csv": "sku,name\nA,a\nB,b\nC,c\n", "sellers.csv": f"{head}\n{one}\n\n{other}\n"}
    folder = write(tmp_path / "aurelia", {"brand.toml": SMALL, **sheets})
    if not contradict:
        assert load_brand(folder).sellers
        return
    with pytest.raises(ConfigurationError, match=r"sellers\.csv: line 4: status: '\w+' contradicts line 2") as wrong:
        load_brand(folder)
    assert len(str(wrong.value).splitlines()) == 1


@pytest.mark.parametrize("what", ["folder", "pipe", "link to nothing"])
def test_a_list_that_is_there_and_is_no_file_is_told(what: str, tmp_path: Path) -> None:
    """A seller list that silently counts as absent would switch the seller policy off."""
    folder = write(tmp_path / "aurelia", {"brand.toml": SMALL})
    file = folder / "sellers.csv"
    if what == "folder":
        file.mkdir()
    elif what == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to(tmp_path / "nowhere")
    with pytest.raises(ConfigurationError, match=r"sellers\.csv: is no file; put a file there"):
        load_brand(folder)


def test_a_time_of_decision_that_is_none_is_told(tmp_path: Path) -> None:
    rows = "seller_id,status,decided_at\ns,denied,2027-03-01T09:30:00+00:00\nt,denied,at noon\n"
    folder = write(tmp_path / "aurelia", {"brand.toml": SMALL, "sellers.csv": rows})
    with pytest.raises(
        ConfigurationError, match=r"sellers\.csv: line 3: decided_at: 'at noon' is not a time; write it as"
    ):
        load_brand(folder)

"""What a sound dossier becomes, however its files are laid out."""

import csv
import io
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.brands import Asset, Brand, PriceRule, Product, SellerEntry, SellerStatus, Trademark
from monitor.brands.loader import load_brand, load_brands
from monitor.errors import ConfigurationError
from tests.brands.dossiers import FILES, PNG, PRODUCTS, SELLERS, SMALL, TOML, write, write_with


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "brands" / "aurelia"


def test_all_of_a_dossier_is_read(folder: Path) -> None:
    front, back, logo = (
        Asset(name=name, content=PNG) for name in ("photos/front.png", "photos/back.jpg", "logos/aurelia.png")
    )
    assert load_brand(write(folder)) == Brand(
        slug="aurelia",
        name="Aurelia",
        owner="Aurelia Timepieces GmbH",
        trademarks=(
            Trademark(
                text="AURELIA",
                also=("奥蕾莉亚",),
                registration="CN 12345678",
                office="CNIPA",
                classes=(14,),
                certificate="rights/cn.pdf",
                valid_until=date(2031, 5, 4),
            ),
            Trademark(logo=logo),
        ),
        products=(
            Product(
                sku="MER-40",
                name="Aurelia Meridian 40",
                brand="Aurelia",
                model="MER40A",
                gtin="4006381333931",
                description="A watch",
                currency="EUR",
                list_price=Decimal("1290.00"),
                floor_price=Decimal("1090.00"),
                photos=("photos/front.png", "photos/back.jpg"),
            ),
            Product(
                sku="STR-20",
                name="Aurelia strap",
                brand="Aurelia",
                model="STR20L",
                pack_count=2,
                currency="EUR",
                list_price=Decimal("79.00"),
            ),
        ),
        prices=(
            PriceRule(
                sku="MER-40",
                territory="DE",
                channel="shop.example",
                currency="EUR",
                list_price=Decimal("1290.00"),
                floor_price=Decimal("990.00"),
                valid_from=date(2026, 11, 20),
                valid_until=date(2026, 11, 30),
            ),
        ),
        sellers=(
            SellerEntry(
                marketplace="shop.example",
                seller_id="s-1",
                seller_name="Watch House",
                legal_entity="Watch House GmbH",
                status=SellerStatus.AUTHORIZED,
                territory="DE AT",
                skus=frozenset(["MER-40", "STR-20"]),
                valid_from=date(2025, 1, 1),
                valid_until=date(2026, 12, 31),
            ),
            SellerEntry(
                marketplace="",
                seller_id="s-666",
                seller_name="Quick Deals",
                legal_entity="",
                status=SellerStatus.DENIED,
            ),
        ),
        photos=(front, back),
        logos=(logo,),
        detectors={"low_price": {"tolerance": 0.01}},
        path=str(folder / "brand.toml"),
    )


def test_a_name_and_a_trademark_are_enough(folder: Path) -> None:
    brand = load_brand(write(folder, {"brand.toml": SMALL}))
    assert (brand.name, brand.word_marks, brand.products, brand.prices) == ("Aurelia", ("AURELIA",), (), ())
    assert brand.sellers is None


def test_a_seller_list_of_nothing_but_its_head_is_a_policy(folder: Path) -> None:
    assert load_brand(write(folder, {"brand.toml": SMALL, "sellers.csv": "seller_id,status\n"})).sellers == ()


def test_pictures_of_the_folders_belong_to_the_brand_unnamed(folder: Path) -> None:
    more = {"logos/sub/white.JPEG": PNG, "logos/mark.svg": "<svg/>", "photos/b.webp": PNG, "photos/a.png": PNG}
    rest = {"logos/.hidden.png": PNG, "photos/read.me": "x", "photos/.cache/c.png": PNG}
    brand = load_brand(write(folder, {"brand.toml": SMALL, **more, **rest}))
    assert [logo.name for logo in brand.logos] == ["logos/mark.svg", "logos/sub/white.JPEG"]
    assert [photo.name for photo in brand.photos] == ["photos/a.png", "photos/b.webp"]


def columns_turned(text: str) -> str:
    rows = list(csv.reader(io.StringIO(text)))
    out = io.StringIO()
    csv.writer(out).writerows([row[::-1] for row in rows])
    return out.getvalue()


def with_delimiter(text: str, delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(csv.reader(io.StringIO(text)))
    return out.getvalue()


LAYOUTS = {
    "byte order mark": lambda text: "\ufeff" + text,
    "semicolons": lambda text: with_delimiter(text, ";"),
    "tabs": lambda text: with_delimiter(text, "\t"),
    "columns in another order": columns_turned,
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "blank lines": lambda text: "\n" + text.replace("\n", "\n\n") + "\n,,,\n",
    "capitals and spaces in the head": lambda text: text.replace("sku,", " SKU ,").replace("seller_id", "Seller_ID "),
    "empty columns at the end": lambda text: text.replace("\n", ",,,\n"),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("file", ["products.csv", "prices.csv", "sellers.csv"])
def test_the_layout_of_a_table_changes_nothing(layout: str, file: str, folder: Path) -> None:
    plain = load_brand(write(folder))
    (folder / file).write_bytes(LAYOUTS[layout](str(FILES[file])).encode())
    assert load_brand(folder) == plain


def test_a_toml_file_may_begin_with_a_byte_order_mark(folder: Path) -> None:
    plain = load_brand(write(folder))
    (folder / "brand.toml").write_bytes(("\ufeff" + TOML.replace("\n", "\r\n")).encode())
    assert load_brand(folder) == plain


def test_columns_that_are_not_needed_may_be_missing(folder: Path) -> None:
    brand = load_brand(
        write(
            folder,
            {"brand.toml": SMALL, "products.csv": "name,sku\nWatch,A\n", "sellers.csv": "status,seller_id\ndenied,x\n"},
        )
    )
    assert brand.products == (Product(sku="A", name="Watch"),)
    assert brand.sellers
    assert brand.sellers[0].seller_id == "x"


def test_a_cell_may_hold_line_ends_and_delimiters(folder: Path) -> None:
    text = 'sku,name,description\nA,Watch,"one, two\nthree; ""four"""\nB,Strap,\n'
    first, second = load_brand(write(folder, {"brand.toml": SMALL, "products.csv": text})).products
    assert first.description == 'one, two\nthree; "four"'
    assert second.sku == "B"


def test_text_is_brought_to_one_form(folder: Path) -> None:
    name = unicodedata.normalize("NFD", "Café Müller")
    brand = load_brand(
        write(folder, {"brand.toml": f'name = " {name} "\n[[trademark]]\ntext = "{name}"\nalso = ["{name}", "x"]'})
    )
    assert brand.name == "Café Müller"
    assert brand.word_marks == ("Café Müller", "x")


@pytest.mark.parametrize(
    ("written", "read"),
    [("www.shop.example", "shop.example"), ("Shop.Example:8080", "shop.example:8080"), ("taobao", "taobao"), ("", "")],
)
def test_a_marketplace_is_named_by_its_host(written: str, read: str, folder: Path) -> None:
    sellers = load_brand(write_with(folder, "sellers.csv", "shop.example", written)).sellers
    assert sellers
    assert sellers[0].marketplace == read


def test_photos_may_be_written_with_backslashes(folder: Path) -> None:
    brand = load_brand(write_with(folder, "products.csv", "photos/front.png", "photos\\front.png"))
    assert brand.products[0].photos[0] == "photos/front.png"


def test_a_file_name_from_a_mac_is_found(folder: Path) -> None:
    files = {"brand.toml": SMALL, unicodedata.normalize("NFD", "photos/schön.png"): PNG}
    brand = load_brand(write(folder, {**files, "products.csv": "sku,name,photos\nA,Watch,photos/schön.png\n"}))
    assert brand.products[0].photos == ("photos/schön.png",) == tuple(photo.name for photo in brand.photos)


def test_dates_in_quotes_and_currencies_in_small_letters_are_read(folder: Path) -> None:
    brand = load_brand(write_with(folder, "brand.toml", "2031-05-04", '"2031-05-04"'))
    assert brand.trademarks[0].valid_until == date(2031, 5, 4)
    assert load_brand(write_with(folder, "prices.csv", "EUR", "eur")).prices[0].currency == "EUR"


def test_empty_texts_count_as_not_written(folder: Path) -> None:
    text = (
        'name = "Aurelia"\nowner = ""\n[[trademark]]\ntext = "AURELIA"\nlogo = ""\ncertificate = ""\nvalid_until = ""\n'
    )
    with pytest.raises(ConfigurationError, match="valid_until"):
        load_brand(write(folder, {"brand.toml": text}))
    assert load_brand(write(folder, {"brand.toml": text.replace('valid_until = ""\n', "")})).owner == ""


def test_brands_come_in_order_and_one_may_be_asked_for(tmp_path: Path) -> None:
    for slug in ("zeta", "alpha"):
        write(tmp_path / "brands" / slug, {"brand.toml": SMALL})
    write(tmp_path / "brands", {"note.txt": "x", ".git/brand.toml": "x"})
    assert [brand.slug for brand in load_brands(tmp_path)] == ["alpha", "zeta"]
    assert [brand.slug for brand in load_brands(tmp_path, only="zeta")] == ["zeta"]


def test_one_brand_is_read_though_another_is_broken(tmp_path: Path) -> None:
    write(tmp_path / "brands" / "good", {"brand.toml": SMALL})
    write(tmp_path / "brands" / "bad", {"brand.toml": "?"})
    assert load_brands(tmp_path, only="good")[0].slug == "good"


def test_a_large_catalogue_is_read_row_by_row(folder: Path) -> None:
    products = PRODUCTS.splitlines()[0] + "\n" + "".join(f"S{n},Watch {n},,,,,,EUR,20,10,\n" for n in range(5_000))
    sellers = (
        SELLERS.splitlines()[0]
        + "\n"
        + "".join(f"m{n % 40},one,,,{'denied' if n % 2 else 'authorized'},,S{n},,\n" for n in range(5_000))
    )
    brand = load_brand(write(folder, {"brand.toml": SMALL, "products.csv": products, "sellers.csv": sellers}))
    assert brand.sellers is not None
    assert (len(brand.products), len(brand.sellers)) == (5_000, 5_000)

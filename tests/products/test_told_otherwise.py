"""Fields beside a title that contradict the product leave a doubt; what only says it in other words leaves none."""

import pytest

from monitor.brands import Product
from monitor.products.identifiers import is_sister
from monitor.products.told_otherwise import told_otherwise
from monitor.records import Listing

MACHINE = Product(sku="M", name="Velkor espresso machine Kaf 12", brand="Velkor", model="VK12", gtin="4006381333931")
SHAMPOO = Product(sku="S", name="Velkor repair shampoo 300 ml", brand="Velkor", gtin="4006381333948")
SCREEN = Product(sku="T", name="Velkor TV Lys 50 inch", brand="Velkor", model="VL50")
PHONE = Product(sku="P", name="Velkor phone 8 GB 256 GB", brand="Velkor", model="VP8")
TABLET = Product(sku="B", name="Velkor tablet 64 GB", brand="Velkor", model="VB64")
KNIFE = Product(sku="K", name="Velkor chef knife 20 cm", brand="Velkor", model="VK20C")
BAR = Product(sku="U", name="Velkor soundbar 80 cm", brand="Velkor", model="VU80")
CABLE = Product(sku="C", name="Velkor HDMI cable 3 m", brand="Velkor", model="VC3M")
PERFUME = Product(sku="E", name="Velkor eau de parfum 100 ml", brand="Velkor", model="VE100")
LAPTOP = Product(sku="L", name="Velkor laptop 15.6 inch 8 GB 512 GB", brand="Velkor", model="VL156")
CATALOGUE = (MACHINE, SHAMPOO, SCREEN, PHONE)


def told(product: Product, title: str = "", *, gtin: str = "", mpn: str = "", **attributes: str) -> str:
    said = {name.replace("_", " "): value for name, value in attributes.items()}
    listing = Listing(
        marketplace="m", url="https://m.example/1", title=title or product.name, gtin=gtin, mpn=mpn, attributes=said
    )
    return told_otherwise(listing, product, CATALOGUE)


@pytest.mark.parametrize(
    ("product", "fields", "why"),
    [
        (MACHINE, {"gtin": "5901234123457"}, "its GTIN 5901234123457 is not that of M (4006381333931)"),
        (MACHINE, {"EAN": "5901234123457"}, "GTIN"),
        (MACHINE, {"mpn": "VK9"}, 'its field for the model says "VK9", and the catalogue VK12'),
        (MACHINE, {"Modellnummer": "VK-10"}, "field for the model"),
        (MACHINE, {"型号": "VK8"}, "field for the model"),
        (MACHINE, {"Version": "Gen 1"}, "generation"),
        (MACHINE, {"Version": "2. Generation"}, "generation"),
        (SHAMPOO, {"Size": "100 ml"}, "Size: 100 ml: size differs"),
        (SHAMPOO, {"Größe": "50 ml"}, "size differs"),
        (SHAMPOO, {"Size": "Small (50 ml)"}, "size differs"),
        (SHAMPOO, {"Contenance": "75 ml"}, "size differs"),
        (SHAMPOO, {"Contenido": "0,1 l"}, "size differs"),
        (SHAMPOO, {"Formato": "100ml"}, "size differs"),
        (SHAMPOO, {"Inhoud": "50 ml"}, "size differs"),
        (SHAMPOO, {"Pojemność": "200 ml"}, "size differs"),
        (SHAMPOO, {"Объем": "100 мл"}, "size differs"),
        (SHAMPOO, {"净含量": "50毫升"}, "size differs"),
        (SHAMPOO, {"内容量": "100ml"}, "size differs"),
        (SHAMPOO, {"Type": "Sample"}, "sample or tester"),
        (SHAMPOO, {"Ausführung": "Reisegröße"}, "small size"),
        (SHAMPOO, {"Type": "Échantillon"}, "sample or tester"),
        (SHAMPOO, {"Tipo": "formato viaggio"}, "small size"),
        (SHAMPOO, {"规格": "旅行装"}, "small size"),
        (SCREEN, {"Screen_size": "43"}, "size differs"),
        (SCREEN, {"Bildschirmdiagonale": "43 Zoll"}, "size differs"),
        (SCREEN, {"Taille_de_l'écran": "109 cm"}, "size differs"),
        (PHONE, {"Speicherkapazität": "128 GB"}, "size differs"),
        (PHONE, {"RAM": "4 GB"}, "size differs"),
        (LAPTOP, {"Memory": "16 GB DDR4 (up to 32 GB)"}, "size differs"),
        (LAPTOP, {"Screen_size": "14"}, "size differs"),
        (TABLET, {"Memory": "32 GB"}, "size differs"),
        (TABLET, {"Storage": "16 GB"}, "size differs"),
        (KNIFE, {"Length": "15 cm"}, "size differs"),
        (CABLE, {"Length": "1 m"}, "size differs"),
        (CABLE, {"Cable_length": "1 m"}, "size differs"),
        (PERFUME, {"Volume": "1.7 fl oz"}, "size differs"),
        (MACHINE, {"Version": "V2"}, "generation"),
    ],
)
def test_a_field_that_contradicts_leaves_a_doubt(product: Product, fields: dict[str, str], why: str) -> None:
    assert why in told(product, **fields)


@pytest.mark.parametrize(
    ("product", "fields"),
    [
        (MACHINE, {"gtin": "4006381333931"}),
        (MACHINE, {"gtin": "04006381333931", "EAN": "5901234123457"}),
        (MACHINE, {"gtin": "4006381333948"}),
        (MACHINE, {"gtin": "5901234123458"}),
        (SCREEN, {"gtin": "5901234123457"}),
        (MACHINE, {"mpn": "VK12-EU"}),
        (MACHINE, {"mpn": "VK12B"}),
        (MACHINE, {"mpn": "SHOP-4711"}),
        (MACHINE, {"mpn": "Does not apply"}),
        (MACHINE, {"Model": "Kaf 12"}),
        (MACHINE, {"Modell": "2024"}),
        (MACHINE, {"Capacity": "1.5 l"}),
        (MACHINE, {"Type": "Pump machine"}),
        (MACHINE, {"Item_weight": "9 kg"}),
        (SHAMPOO, {"Size": "300 ml"}),
        (SHAMPOO, {"Inhalt": "0,3 Liter"}),
        (SHAMPOO, {"Size": "10.1 fl oz"}),
        (SHAMPOO, {"Size": "100 ml, 300 ml"}),
        (SHAMPOO, {"title": "2 x Velkor repair shampoo 300 ml", "Volume": "600 ml"}),
        (SHAMPOO, {"Size": "Full size"}),
        (SHAMPOO, {"Size": "20 cm"}),
        (SHAMPOO, {"Unit_price": "100 ml"}),
        (SHAMPOO, {"Type": "Repair"}),
        (SCREEN, {"Screen_size": "50"}),
        (SCREEN, {"Bildschirmgröße": "127 cm"}),
        (SCREEN, {"Size": "50 Zoll"}),
        (PHONE, {"Storage": "256 GB"}),
        (PHONE, {"Arbeitsspeicher": "8 GB"}),
        (TABLET, {"RAM": "4 GB"}),
        (LAPTOP, {"Memory": "8 GB DDR4 (up to 32 GB)"}),
        (LAPTOP, {"Arbeitsspeicher": "8 GB, erweiterbar auf 32 GB"}),
        (LAPTOP, {"Screen_size": "15"}),
        (LAPTOP, {"Bildschirmgröße": "16 Zoll"}),
        (KNIFE, {"Length": "33 cm"}),
        (BAR, {"Cable_length": "150 cm"}),
        (PERFUME, {"Volume": "3.3 fl oz"}),
        (MACHINE, {"Type": "2-in-1, V8"}),
    ],
)
def test_a_field_that_agrees_or_says_nothing_of_it_leaves_none(product: Product, fields: dict[str, str]) -> None:
    assert told(product, **fields) == ""


@pytest.mark.parametrize(
    ("own", "other", "sister"),
    [
        ("br10", "br8", True),
        ("12345", "12389", True),
        ("br10", "br10eu", False),
        ("br10", "xx8", False),
        ("lx350h", "lx350b", False),
        ("12345", "98345", False),
    ],
)
def test_two_numbers_of_one_numbering(own: str, other: str, sister: bool) -> None:
    assert is_sister(own, other) is sister

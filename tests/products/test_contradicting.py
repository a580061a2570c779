"""What a title says against a product whose model number it bears; beside each kind honest titles that stay a match."""

import pytest

from monitor.brands import Product
from monitor.products import Match, Matcher, Outcome
from monitor.records import Listing

DRESS = "Velkor Stride men's running shoes black"
GIRLS = "Velkor Stride women's running shoes"
TONER = "Velkor toner cartridge Q77 black"
LAPTOP = "Velkor laptop Nor 14 8 GB 512 GB"
RUG = "Velkor rug Dal 170 x 240 cm"
PANS = "Velkor pan set Ild 18/22/26 cm"
CABLE = "Velkor HDMI cable 3 m"
PAN = "Velkor frying pan 26 cm"
DISC = "Velkor SSD Fart 2 TB"
BRUSH = "Velkor electric toothbrush Puls 6"
KETTLE = "Velkor kettle Damp 1.5 l"
MATTRESS = "Velkor mattress Sov 90 x 200 x 25 cm"
HIGH = "Velkor mattress Sov 90x200 cm height 25 cm"
SHELF = "Velkor shelf Bok 80 x 30 cm, height 180 cm"
BLANKET = "Velkor blanket Ull 150 x 200 cm"

OTHERS = (
    (DRESS, "VSR40", "Velkor Stride VSR40 boys' running shoes black", "wearer differs (men; kids)"),
    (DRESS, "VSR40", "Velkor VSR40 Laufschuhe Mädchen schwarz", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 Jugendlaufschuhe schwarz", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 chaussures de course garçon noires", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 zapatillas negras juveniles", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 scarpe da corsa ragazzo nere", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 hardloopschoenen jongens zwart", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 buty do biegania młodzieżowe czarne", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 кроссовки подростковые чёрные", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 男童跑步鞋 黑色", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 ジュニア ランニングシューズ", "wearer differs"),
    (DRESS, "VSR40", "Velkor VSR40 löparskor svarta kvinna damskor", "wearer differs"),
    (GIRLS, "VSW41", "Velkor VSW41 Herrenlaufschuhe", "wearer differs (women; men)"),
    (GIRLS, "VSW41", "Velkor VSW41 buty męskie", "wearer differs"),
    (DRESS, "VSR40", "Velkor Stride men's running shoes VSR40 белые", "colour differs (black; white)"),
    (DRESS, "VSR40", "Velkor Stride running shoes VSR40 röd", "colour differs"),
    (TONER, "Q77K", "Velkor Q77K toner magenta", "colour differs (black; magenta)"),
    (TONER, "Q77K", "Velkor Q77K Tonerkartusche Cyan", "colour differs"),
    (TONER, "Q77K", "Velkor Q77K cartouche toner jaune", "colour differs"),
    (TONER, "Q77K", "Velkor Q77K トナー マゼンタ", "colour differs"),
    (TONER, "Q77K", "Velkor Q77K toner multicolour", "colour differs"),
    (LAPTOP, "VN14", "Velkor laptop Nor 14 VN14 8 GB 256 GB", "size differs (8 / 512 gb; 8 / 256 gb)"),
    (LAPTOP, "VN14", "Velkor VN14 ordinateur portable 16 Go 512 Go", "size differs"),
    (LAPTOP, "VN14", "Velkor VN14 Notebook 16/512", "size differs"),
    (LAPTOP, "VN14", "Velkor VN14 笔记本 8+256", "size differs"),
    (RUG, "VRD17", "Velkor VRD17 rug 120 x 240 cm", "size differs (1700 x 2400 mm; 1200 x 2400 mm)"),
    (RUG, "VRD17", "Velkor VRD17 Teppich 170x170", "size differs"),
    (RUG, "VRD17", "Velkor VRD17 tapis 1,2 x 2,4 m", "size differs"),
    (RUG, "VRD17", "Velkor VRD17 rug 4 x 6 ft", "size differs"),
    (MATTRESS, "VNB25", "Velkor mattress VNB25 90 x 200 cm, 16 cm", "size differs"),
    (MATTRESS, "VNB25", "Velkor VNB25 Matratze 90x200 cm, Höhe 16 cm", "size differs"),
    (MATTRESS, "VNB25", "Velkor VNB25 mattress 90 x 200 x 16 cm", "size differs"),
    (HIGH, "VNB25", "Velkor VNB25 mattress 90 x 200 x 16 cm", "size differs"),
    (HIGH, "VNB25", "Velkor VNB25 mattress 90 x 200 cm, 16 cm high", "size differs (250 mm; 160 mm)"),
    (HIGH, "", "Velkor mattress Sov 90 x 200 x 16 cm", "size differs"),
    (SHELF, "VSH80", "Velkor shelf VSH80 80 x 30 x 90 cm", "size differs"),
    (BLANKET, "VBK15", "Velkor VBK15 blanket 150 x 192 cm", "size differs"),
    (PANS, "VPS3", "Velkor VPS3 Pfanne 22 cm", "size differs (18 / 22 / 26 cm; 22 cm)"),
    (PANS, "VPS3", "Velkor VPS3 poêle 26 cm", "size differs"),
    (PANS, "VPS3", "Velkor VPS3 padella 18 cm e 22 cm", "size differs"),
    (CABLE, "VHC3", "Velkor VHC3 HDMI cable 6 ft", "size differs (3000 mm; 1828.8 mm)"),
    (CABLE, "VHC3", "Velkor VHC3 HDMI cable 72 inch", "size differs"),
    (PAN, "VFP26", "Velkor VFP26 frying pan 8 inch", "size differs"),
    (PAN, "VFP26", 'Velkor VFP26 frying pan 12"', "size differs"),
    (PAN, "VFP26", "Velkor VFP26 frying pan 26 cm / 20 cm", "size differs"),
    (DISC, "VSF2", "Velkor VSF2 SSD 2 TB / 1 TB", "size differs (2000 gb; 1000 / 2000 gb)"),
    (DISC, "VSF2", "Velkor VSF2 SSD 1TB oder 2TB", "size differs"),
    (DISC, "VSF2", "Velkor VSF2 SSD 2 TB, 1 TB Variante", "size differs"),
    (BRUSH, "VP6", "Velkor VP6 electric toothbrush Puls 5", "number of the line differs (puls 6; puls 5)"),
    (BRUSH, "VP6", "Velkor VP6 Schallzahnbürste Puls-4", "number of the line differs"),
    (BRUSH, "VP6", "Velkor VP6 Puls 3 brosse à dents", "number of the line differs"),
    (KETTLE, "VKD15", "Velkor kettle Damp 1.5 l VKD15 Gen 1", 'generation differs (none in its name; "gen 1")'),
    (KETTLE, "VKD15", "Velkor VKD15 Wasserkocher 3. Generation", "generation differs"),
    (KETTLE, "VKD15", "Velkor VKD15 bouilloire 2e génération", "generation differs"),
    (KETTLE, "VKD15", "Velkor VKD15 kettle Mk2", "generation differs"),
    (KETTLE, "VKD15", "Velkor VKD15 电水壶 二代", "generation differs"),
)  # fmt: skip

SAME = (
    (DRESS, "VSR40", "Velkor VSR40 men's and boys' running shoes"),
    (DRESS, "VSR40", "Velkor VSR40 Herrenlaufschuhe schwarz, kinderleicht zu schnüren"),
    (DRESS, "VSR40", "Velkor VSR40 мужские кроссовки чёрные"),
    (DRESS, "VSR40", "Velkor VSR40 chaussures homme noires, semelle blanche"),
    (DRESS, "VSR40", "Velkor VSR40 zapatillas hombre negras"),
    (DRESS, "VSR40", "Velkor VSR40 löparskor herr svart"),
    (DRESS, "VSR40", "Velkor VSR40 unisex running shoes"),
    (DRESS, "VSR40", "Velkor VSR40 男鞋 黑色 跑步鞋"),
    ("Velkor Stride running shoes", "VSR40", "Velkor VSR40 running shoes cyan"),
    ("Velkor shaver Klar for men", "VSK9", "Velkor VSK9 Rasierer GS geprüft"),
    (TONER, "Q77K", "Velkor Q77K Toner schwarz, auch Cyan und Magenta"),
    (TONER, "Q77K", "Velkor Q77K toner noir"),
    (TONER, "Q77K", "Velkor Q77K siyah toner"),
    (LAPTOP, "VN14", "Velkor VN14 laptop 8GB RAM 512GB SSD 2GB graphics"),
    (LAPTOP, "VN14", "Velkor VN14 Notebook 8/512"),
    (LAPTOP, "VN14", "Velkor VN14 laptop 512 GB"),
    (LAPTOP, "VN14", "Velkor VN14 laptop 8 GB 512 GB, 12th Gen Intel Core"),
    (LAPTOP, "VN14", "Velkor VN14 laptop 8 GB 512 GB Bluetooth V5"),
    (RUG, "VRD17", "Velkor VRD17 rug 240x170"),
    (RUG, "VRD17", "Velkor VRD17 Teppich 1,70 x 2,40 m"),
    (RUG, "VRD17", "Velkor VRD17 tappeto 170 x 240 x 1 cm"),
    (RUG, "VRD17", "Velkor VRD17 alfombra 1700 x 2400 mm"),
    (RUG, "VRD17", 'Velkor VRD17 rug 67 x 94"'),
    (RUG, "VRD17", "Velkor VRD17 rug, photo 1920 x 1080"),
    (MATTRESS, "VNB25", "Velkor VNB25 mattress 90 x 200 cm"),
    (MATTRESS, "VNB25", "Velkor VNB25 mattress 90 x 200 cm, 25 cm"),
    (MATTRESS, "VNB25", "Velkor VNB25 Matratze 90x200, Höhe 25 cm"),
    (MATTRESS, "VNB25", "Velkor VNB25 mattress 900 x 2000 mm, 15 mm seams"),
    (HIGH, "VNB25", "Velkor VNB25 mattress 90 x 200 x 25 cm"),
    (HIGH, "VNB25", "Velkor VNB25 mattress 200 x 90 cm"),
    (SHELF, "VSH80", "Velkor shelf VSH80 80 x 30 x 180 cm"),
    (SHELF, "VSH80", "Velkor shelf VSH80 80 x 30 cm, 18 mm boards"),
    (BLANKET, "VBK15", "Velkor VBK15 blanket 150 x 198 cm"),
    (BLANKET, "VBK15", 'Velkor VBK15 blanket 59 x 79"'),
    (PANS, "VPS3", "Velkor VPS3 pan set 18 cm, 22 cm and 26 cm"),
    (PANS, "VPS3", "Velkor VPS3 Pfannenset 18-22-26"),
    (PANS, "VPS3", "Velkor VPS3 juego de sartenes"),
    (CABLE, "VHC3", "Velkor VHC3 HDMI cable 10 ft"),
    (CABLE, "VHC3", "Velkor VHC3 câble HDMI 3 m (9.8 ft)"),
    (CABLE, "VHC3", "Velkor VHC3 HDMI cable 3 m, 7 mm thick"),
    (PAN, "VFP26", "Velkor VFP26 frying pan 10 inch"),
    (PAN, "VFP26", "Velkor VFP26 Pfanne 26 cm, 46 x 27 x 6 cm"),
    (PAN, "VFP26", "Velkor VFP26 Pfanne, für 4 Zoll Brenner"),
    (DISC, "VSF2", "Velkor VSF2 SSD 2 TB / 2000 GB"),
    (DISC, "VSF2", "Velkor VSF2 SSD 2 To, 2 GB cache"),
    (BRUSH, "VP6", "Velkor VP6 electric toothbrush Puls 6"),
    (BRUSH, "VP6", "Velkor VP6 Zahnbürste Puls, 2 Jahre Garantie"),
    (BRUSH, "VP6", "Velkor VP6 brosse à dents Puls6"),
    (BRUSH, "VP6", "Velkor VP6 toothbrush Puls-6"),
    (KETTLE, "VKD15", "Velkor VKD15 Wasserkocher 1,5 l neue Generation"),
    (KETTLE, "VKD15", "Velkor VKD15 kettle 1500 ml"),
    (KETTLE, "VKD15V2", "Velkor kettle Damp VKD15-V2"),
    ("Velkor camera Vakt gen 2", "VCV2", "Velkor VCV2 camera Vakt"),
    ("Velkor camera Vakt 4", "VCV4", "Velkor VCV4 camera Vakt 4th generation"),
)  # fmt: skip


def match(name: str, model: str, title: str) -> Match:
    product = Product(sku="P", name=name, brand="Velkor", model=model)
    other = Product(sku="Q", name="Velkor garden chair", brand="Velkor")
    listing = Listing(marketplace="m", url="https://m.example/1", title=title)
    return Matcher((product, other), marks=("Velkor",)).match(listing)


@pytest.mark.parametrize(("name", "model", "title", "why"), OTHERS)
def test_a_title_that_contradicts_is_looked_at(name: str, model: str, title: str, why: str) -> None:
    found = match(name, model, title)
    assert found.outcome is Outcome.REVIEW, found.why
    assert why in found.why


@pytest.mark.parametrize(("name", "model", "title"), SAME)
def test_a_title_of_the_product_itself_stays_a_match(name: str, model: str, title: str) -> None:
    found = match(name, model, title)
    assert found.outcome is Outcome.MATCH, found.why


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("Velkor VP12/VP9 toothbrush", Outcome.REVIEW),
        ("Velkor VP9/VP12 toothbrush", Outcome.REVIEW),
        ("Velkor Zahnbürste VP12 oder VP9", Outcome.REVIEW),
        ("Velkor brosse à dents VP9 ou VP12", Outcome.REVIEW),
        ("Velkor cepillo VP12 | VP10", Outcome.REVIEW),
        ("Velkor VP12/VP-12 toothbrush", Outcome.MATCH),
        ("Velkor VP12/VP12-EU toothbrush", Outcome.MATCH),
        ("Velkor VP12 / HX99 toothbrush", Outcome.MATCH),
    ],
)
def test_a_number_beside_another_of_its_numbering_is_a_choice(title: str, outcome: Outcome) -> None:
    assert match("Velkor electric toothbrush Puls", "VP12", title).outcome is outcome


@pytest.mark.parametrize("model", ["", "VJ11"])
@pytest.mark.parametrize(
    ("name", "more", "outcome"),
    [
        ("Velkor rain jacket Storm navy", "XL", Outcome.MATCH),
        ("Velkor rain jacket Storm navy", "size XL", Outcome.MATCH),
        ("Velkor Regenjacke Storm blau", "XXL", Outcome.MATCH),
        ("Velkor camiseta Storm azul", "L", Outcome.MATCH),
        ("Velkor chemise Storm bleue", "M", Outcome.MATCH),
        ("Velkor kettle Storm steel", "XL", Outcome.REVIEW),
        ("Velkor Wasserkocher Storm", "XL", Outcome.REVIEW),
        ("Velkor frying pan Storm steel", "XL", Outcome.REVIEW),
        ("Velkor rain jacket Storm navy", "Pro", Outcome.REVIEW),
        ("Velkor jacket Storm for men", "S", Outcome.MATCH),
        ("Velkor men's shirt blue", "size M", Outcome.MATCH),
        ("Velkor veste Storm bleue", "S", Outcome.MATCH),
        ("Velkor куртка Storm", "L", Outcome.MATCH),
        ("Velkor winter gloves Storm", "XL", Outcome.MATCH),
        ("Velkor shoe rack", "XL", Outcome.REVIEW),
        ("Velkor shoe cabinet", "XL", Outcome.REVIEW),
        ("Velkor shoe bag", "XL", Outcome.REVIEW),
        ("Velkor cap press", "XL", Outcome.REVIEW),
        ("Velkor Shirt Press", "XL", Outcome.REVIEW),
        ("Velkor Jacket Hanger", "XL", Outcome.REVIEW),
        ("Velkor shirt stretcher", "XL", Outcome.REVIEW),
        ("Velkor hanger for jackets", "XL", Outcome.REVIEW),
        ("Velkor cintre pour veste", "XL", Outcome.REVIEW),
        ("Velkor percha de chaquetas", "XL", Outcome.REVIEW),
        ("Velkor Jackenständer", "XL", Outcome.REVIEW),
        ("Velkor вешалка для куртка", "XL", Outcome.REVIEW),
        ("Velkor garden hose", "XL", Outcome.REVIEW),
        ("Velkor running shoe Trail", "XL", Outcome.REVIEW),
    ],
)
def test_xl_is_a_size_of_clothes_and_another_kettle(name: str, model: str, more: str, outcome: Outcome) -> None:
    found = match(name, model, f"{name} {model} {more}")
    assert found.outcome is outcome, found.why


@pytest.mark.parametrize(
    ("name", "title", "outcome"),
    [
        ("Velkor shoe rack", "Velkor shoe rack S", Outcome.REVIEW),
        ("Velkor Shoe Rack", "Velkor Shoe Rack S", Outcome.REVIEW),
        ("Velkor shoe cabinet", "Velkor shoe cabinet S", Outcome.REVIEW),
        ("Velkor cap press", "Velkor cap press S", Outcome.REVIEW),
        ("Velkor Trail running shoe", "Velkor Trail S running shoe", Outcome.REVIEW),
        ("Velkor Trail shirt", "Velkor Trail S shirt", Outcome.REVIEW),
        ("Velkor Trail shirt", "Velkor Trail XL shirt", Outcome.MATCH),
        ("Velkor Trail shirt", "Velkor Trail shirt S", Outcome.MATCH),
        ("Velkor Trail shirt blue", "Velkor Trail shirt S blue", Outcome.MATCH),
        ("Velkor Trail shirt", "Velkor Trail shirt, S, new", Outcome.MATCH),
    ],
)
def test_a_letter_is_a_size_of_garments_alone(name: str, title: str, outcome: Outcome) -> None:
    found = match(name, "", title)
    assert found.outcome is outcome, found.why


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Velkor toothbrush Puls 6 or Puls 8", 'the title also says "8", as names of other products do'),
        ("Velkor toothbrush Puls 6 Kids", "is not in its name"),
        ("Velkor toothbrush Puls", 'the title does not say "6"'),
        ("Velkor Zahnbürste Puls 6", 'the title does not say "toothbrush"'),
        ("Velkor toothbrush Puls 6 and chair", 'the title also says "chair"'),
    ],
)
def test_every_review_says_why_it_is_no_match(title: str, why: str) -> None:
    names = ("Velkor toothbrush Puls 6", "Velkor toothbrush Puls 8", "Velkor garden chair")
    products = tuple(Product(sku=f"P{at}", name=name, brand="Velkor") for at, name in enumerate(names))
    found = Matcher(products, marks=("Velkor",)).match(Listing(marketplace="m", url="https://m.example/1", title=title))
    assert found.outcome is Outcome.REVIEW, found.why
    assert why in found.why

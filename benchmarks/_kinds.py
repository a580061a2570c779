"""Generated catalogues of other shapes: software, shelf goods, books, apparel, and long noisy titles.

Each product has sisters that differ in one thing (version, edition, platform, size, flavour, volume, colour, a word of
the line), and a third of the listings offer such sisters that are not in the catalogue.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks._catalogue import Labelled
from monitor.brands import Product
from monitor.records import Listing

Write = Callable[[random.Random], str]
"""One way in which a seller writes a title."""
INSIDE = 0.67
BRANDS = [
    "Nordvik",
    "Castellan",
    "Okami",
    "Brightwell",
    "Tressel",
    "Alvara",
    "Quillon",
    "Maresca",
    "Hoxley",
    "Pembrook",
]
PROGRAMS = ["Photo", "Video", "Tax", "Typing", "Language", "Garden", "Office", "Music", "Virus", "Web", "Money", "Map"]
TOOLS = [
    "Studio",
    "Planner",
    "Tutor",
    "Suite",
    "Designer",
    "Shield",
    "Maker",
    "Explorer",
    "Office",
    "Works",
    "Workshop",
]
VERSIONS = ["2005", "2006", "2007", "3", "4.0", "5.0", "7.0", "9", "10", ""]
EDITIONS = ["", "", "Standard", "Professional", "Deluxe", "Home & Student", "Small Business", "Premier"]
SHORT_EDITIONS = {"Professional": "pro", "Deluxe": "dlx", "Standard": "std"}
LICENCES = {"": "", "Upgrade": "upg", "Academic": "student edition", "5 User": "5-user", "3 User": "3 users"}
PLATFORMS = {"": "", "Win": "windows", "Mac": "macintosh", "Win/Mac": "mac/win"}
PACKAGES = ["", "", "", "cd-rom", "dvd-rom", "complete package", "retail box", "- 1 user - english", "mini box"]
LINES = ["Pure", "Velvet", "Daily Care", "Botanica", "Sensitive", "Gourmet", "Harvest", "Silk"]
SHELF = {
    "Shampoo": "250 ml,400 ml,1 l", "Body Lotion": "200 ml,400 ml", "Night Cream": "30 ml,50 ml", "Lipstick": "4 g",
    "Dark Chocolate": "100 g,200 g", "Ground Coffee": "250 g,500 g,1 kg", "Muesli": "375 g,750 g",
    "Shower Gel": "250 ml,500 ml", "Herbal Tea": "20 bags,40 bags",
}  # fmt: skip
VARIETIES = [
    "Lavender",
    "Almond",
    "Orange Blossom",
    "Coconut",
    "Mint",
    "Honey",
    "Vanilla",
    "Sea Salt",
    "Rose",
    "Lemon",
    "Green Tea",
    "Cherry",
]
AISLE = ["", "", "for dry hair", "vegan", "new sealed", "organic fair trade", "pack of 2", "x 3", "free postage"]
THEMES = ["The Art of", "A History of", "Introduction to", "The Secret of", "Handbook of", "The Complete Guide to"]
TOPICS = [
    "Garden",
    "Bread",
    "River",
    "Castle",
    "Numbers",
    "Night",
    "Islands",
    "Physics",
    "Memory",
    "Winter",
    "Paper",
    "Trees",
]
VOLUMES = {
    "": "", "Volume 1": "vol. 1", "Volume 2": "vol 2", "Volume 3": "Vol. III", "2nd Edition": "second edition",
}  # fmt: skip
BINDINGS = {"": "", "Hardcover": "hardback", "Paperback": "softcover"}
COLLECTIONS = ["Harbour", "Summit", "Aria", "Ranger", "Dune", "Coast", "Pioneer", "Luna"]
GARMENTS = {
    "Rain Jacket": "Waterproof Coat", "Sneaker": "Trainers", "Polo Shirt": "Polo", "Chino Trousers": "Chinos",
    "Wool Sweater": "Jumper", "Backpack": "Rucksack", "Summer Dress": "Dress",
}  # fmt: skip
WEARERS = {"Men's": "mens", "Women's": "ladies", "Kids'": "childrens"}
SHADES = {
    "Black": "schwarz", "White": "off white", "Burgundy": "wine burgundy", "Teal": "teal green", "Sand": "sand",
    "Charcoal": "charcoal", "Navy": "navy blue", "Olive": "olive green", "Red": "red",
}  # fmt: skip
DEVICES = {
    "Ethernet Switch": "5 Port,8 Port,16 Port", "LCD TV": "32 inch,40 inch,46 inch", "USB Flash Drive": "4 GB,8 GB",
    "Laser Printer": "20 ppm,28 ppm", "Microwave Oven": "17 l,25 l", "Camcorder": "10x Zoom,25x Zoom",
    "In-Ear Headphones": "",
}  # fmt: skip
FLUFF = [
    "High Performance", "Energy Efficient", "with Remote", "1080p Full HD", "10/100Base-TX", "Plug and Play", "AC 120V",
    "2-Year Warranty", "USB 2.0", "Includes Cable", "For Home and Office", "Rack-mountable",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its name in the catalogue, its model number there, and how sellers write it."""

    name: str
    write: Write
    brand: str = ""
    model: str = ""


def software(rng: random.Random) -> Article:
    """Programs without any number but a version; the edition, the platform and the licence make the product."""
    vendor, program = rng.choice(BRANDS), f"{rng.choice(PROGRAMS)} {rng.choice(TOOLS)}"
    version, edition = rng.choice(VERSIONS), rng.choice(EDITIONS)
    licence, platform = rng.choice(["", "", *LICENCES]), rng.choice(["", *PLATFORMS])

    def write(r: random.Random) -> str:
        said = version.removesuffix(".0") if r.random() < 0.4 else version
        said = f"v{said}" if said and len(said) < 4 and r.random() < 0.2 else said
        which = SHORT_EDITIONS.get(edition, edition) if r.random() < 0.35 else edition
        kind = LICENCES[licence] if r.random() < 0.4 else licence
        other = PLATFORMS[platform]
        on = r.choice([f"for {other}", f"({other})", platform, ""]) if platform else ""
        number = f"{r.randint(10000, 99999)}-{r.randint(10, 99)}"
        maker = vendor if r.random() < 0.7 else r.choice(["", f"{vendor} software", ""])
        return _joined(maker, program, said, which, kind, on, r.choice([*PACKAGES, number])).lower()

    name = _joined(vendor, program, version, edition, licence, f"({platform})" if platform else "")
    return Article(name, write, vendor if rng.random() < 0.7 else "")


def shelf_goods(rng: random.Random) -> Article:
    """Cosmetics and groceries: the flavour, scent or shade and the size make the product."""
    brand, line, goods, variety = rng.choice(BRANDS), rng.choice(LINES), rng.choice([*SHELF]), rng.choice(VARIETIES)
    size = rng.choice(SHELF[goods].split(","))

    def write(r: random.Random) -> str:
        other = {"1 l": "1000ml", "1 kg": "1000 g"}.get(size, size)
        amount = other if r.random() < 0.3 else size.replace(" ", r.choice([" ", ""]))
        parts = [_maybe(r, 0.85, brand), _maybe(r, 0.9, line), goods, variety, _maybe(r, 0.85, amount)]
        if r.random() < 0.3:
            r.shuffle(parts)
        return _joined(*parts, r.choice(AISLE))

    return Article(f"{brand} {line} {goods} {variety} {size}", write, brand)


def books(rng: random.Random) -> Article:
    """Books without an identifier: common words, an author, a volume, a binding."""
    first, last = rng.choice(["Anna", "Peter", "Li", "Maria", "John", "Sofia"]), rng.choice(BRANDS)
    title = f"{rng.choice(THEMES)} {' '.join(rng.sample(TOPICS, 2))}"
    volume, binding = rng.choice(["", *VOLUMES]), rng.choice([*BINDINGS])

    def write(r: random.Random) -> str:
        short = title.removeprefix("The ").removeprefix("A ") if r.random() < 0.3 else title
        part = VOLUMES[volume] if r.random() < 0.5 else volume
        who = r.choice([f"by {first} {last}", f"{last}, {first[0]}.", "", f"{first} {last}"])
        bound = _maybe(r, 0.6, r.choice([binding, BINDINGS[binding]]))
        return _joined(short, part, who, bound, r.choice(["", "", "book", "very good", "Free UK post", "illustrated"]))

    return Article(_joined(title, volume, f"by {first} {last}", binding), write)


def apparel(rng: random.Random) -> Article:
    """Clothes: the line's name, the garment, for whom, and the colour."""
    brand, line = (
        rng.choice(BRANDS),
        rng.choice(["Harbour", "Summit", "Aria", "Ranger", "Dune", "Coast", "Pioneer", "Luna"]),
    )
    garment, whom, colour = rng.choice([*GARMENTS]), rng.choice([*WEARERS]), rng.choice([*SHADES])

    def write(r: random.Random) -> str:
        people = WEARERS[whom] if r.random() < 0.6 else whom
        goods = GARMENTS[garment] if r.random() < 0.35 else garment
        parts = [_maybe(r, 0.85, brand), line, people, goods, SHADES[colour] if r.random() < 0.4 else colour]
        if r.random() < 0.25:
            r.shuffle(parts)
        size = r.choice(["", "Size M", "L", "UK 10", "EU 42", "XL"])
        return _joined(*parts, size, r.choice(["", "", "BNWT", "new with tags", "outdoor casual", "slim fit"]))

    return Article(f"{brand} {line} {whom} {garment} {colour}", write, brand if rng.random() < 0.6 else "")


def noisy_titles(rng: random.Random) -> Article:
    """Devices with a short name and a model in the catalogue, and long titles full of specifications at the sellers."""
    brand, line, goods = (
        rng.choice(BRANDS),
        rng.choice(["ProLine", "Vista", "Eco", "Studio", ""]),
        rng.choice([*DEVICES]),
    )
    spec, colour = rng.choice(DEVICES[goods].split(",")), rng.choice(["Black", "White", "Silver"])
    ending = rng.choice(["", "", "B", "W", "/A", "-US"])
    code = f"{rng.choice('ABDFKLMSTX')}{rng.choice('ACEGHNPRVW')}{rng.randint(10, 9999)}{ending}"

    def write(r: random.Random) -> str:
        named = r.choice([code, code.replace("-", "").replace("/", ""), code.lower(), ""])
        head = [_maybe(r, 0.9, brand), _maybe(r, 0.6, line), named, _maybe(r, 0.8, spec), goods, _maybe(r, 0.6, colour)]
        if r.random() < 0.4:
            r.shuffle(head)
        return _joined(*head, *r.sample(FLUFF, r.randint(0, 5)))

    name = _joined(brand, line, spec, goods, colour)
    return Article(f"{name} - {code}" if rng.random() < 0.5 else name, write, brand, code)


KINDS: Mapping[str, Callable[[random.Random], Article]] = {
    "software": software, "shelf goods": shelf_goods, "books": books, "apparel": apparel, "noisy titles": noisy_titles,
}  # fmt: skip


def _maybe(rng: random.Random, share: float, text: str) -> str:
    return text if rng.random() < share else ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def generate_kind(kind: str, *, size: int = 1_200, listings: int = 1_500, seed: int = 11) -> Labelled:
    """A catalogue of one kind, and listings of which two thirds are of it."""
    rng = random.Random(f"{kind} {seed}")
    made: dict[str, Article] = {}
    for _ in range(size * 20):
        article = KINDS[kind](rng)
        made.setdefault(" ".join(sorted(article.name.lower().split())), article)
        if len(made) >= size * 3 // 2:
            break
    articles = list(made.values())
    inside, outside = articles[: len(articles) * 2 // 3], articles[len(articles) * 2 // 3 :]
    products = [
        Product(sku=f"K{n:05}", name=one.name, brand=one.brand, model=one.model) for n, one in enumerate(inside)
    ]
    found, truth = [], {}
    for n in range(listings):
        at = rng.randrange(len(inside)) if rng.random() < INSIDE else -1
        title = (inside[at] if at >= 0 else rng.choice(outside)).write(rng)
        key = f"L{n:05}"
        found.append(Listing(marketplace="m", listing_id=key, url=f"https://m.example/{key}", title=title))
        truth[key] = products[at].sku if at >= 0 else ""
    return Labelled(products=products, listings=found, truth=truth)

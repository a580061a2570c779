"""A generated catalogue and listings of it: sister products, sellers' ways of writing, and goods that are not in it."""

import random
from dataclasses import dataclass

from monitor.brands import Product
from monitor.records import Listing

SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "dor",
    "sa",
    "vel",
    "tu",
    "nor",
    "fi",
    "ga",
    "ber",
    "li",
    "zon",
    "pra",
    "che",
    "mon",
    "ri",
    "ul",
    "est",
]
NOUNS = {
    "noise cancelling headphones": ("earbuds", "headset"), "cordless drill": ("drill driver", "power drill"),
    "espresso machine": ("coffee maker", "espresso maker"), "robot vacuum cleaner": ("robotic vacuum", "vacuum robot"),
    "action camera": ("camcorder", "sports camera"), "face serum": ("serum", "facial serum"),
    "running shoes": ("trainers", "sneakers"), "external hard drive": ("portable drive", "hard disk"),
    "photo editing software": ("image editor", "photo software"), "wireless router": ("wifi router", "router"),
    "table lamp": ("desk lamp", "lamp"), "hiking backpack": ("rucksack", "backpack"),
}  # fmt: skip
SIZES = {
    "external hard drive": ["500 GB", "1 TB", "2 TB", "4 TB"], "face serum": ["15 ml", "30 ml", "50 ml", "100 ml"],
    "hiking backpack": ["18 l", "24 l", "32 l", "45 l"], "table lamp": ["32 cm", "45 cm", "60 cm"],
    "action camera": ["12 MP", "20 MP"], "espresso machine": ["1.2 l", "1.8 l"],
}  # fmt: skip
COLOURS = [("black", "BK", "schwarz"), ("white", "WH", "blanc"), ("silver", "SL", "silber"), ("red", "RD", "rouge")]
EDITIONS = ["", "", "", "Pro", "Mini", "Plus", "Lite"]
NOISE = [
    "NEW",
    "brand new sealed",
    "free shipping",
    "genuine",
    "fast delivery",
    "OVP",
    "top quality",
    "2 year warranty",
    "Neu",
]
ACCESSORIES = ["Case", "Replacement cable", "Wall mount", "Carrying pouch", "Screen protector", "Charger"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """Products, listings, and the true SKU of each listing (empty where the catalogue has none)."""

    products: list[Product]
    listings: list[Listing]
    truth: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Model:
    brand: str
    family: str
    number: int
    edition: str
    noun: str
    size: str
    code: str
    colour: tuple[str, str, str]

    def name(self) -> str:
        parts = [self.brand, self.family, str(self.number), self.edition, self.size, self.noun, self.colour[0]]
        return " ".join(part for part in parts if part)


def generate(size: int, *, listings: int, seed: int = 7) -> Labelled:
    """A catalogue of `size` products, a third of them without a model number, and `listings` listings."""
    rng = random.Random(seed)
    models = _models(rng, size + size // 10 + 1)
    rng.shuffle(models)
    outside, inside = models[size:], models[:size]
    coded = [rng.random() > 0.33 for _ in inside]
    products = [
        Product(sku=f"SKU-{n:06}", name=model.name(), model=model.code if with_code else "", brand=model.brand)
        for n, (model, with_code) in enumerate(zip(inside, coded, strict=True))
    ]
    made: list[Listing] = []
    truth: dict[str, str] = {}
    for n in range(listings):
        kind = rng.random()
        at = rng.randrange(size)
        if kind < 0.72:
            title, sku = _title(rng, inside[at], coded=coded[at]), products[at].sku
        elif kind < 0.86 and outside:
            title, sku = _title(rng, rng.choice(outside), coded=rng.random() > 0.33), ""
        else:
            title, sku = f"{rng.choice(ACCESSORIES)} for {_title(rng, inside[at], coded=coded[at])}", ""
        key = f"L{n:06}"
        made.append(Listing(marketplace="m", listing_id=key, url=f"https://m.example/{key}", title=title))
        truth[key] = sku
    return Labelled(products=products, listings=made, truth=truth)


def _word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def _models(rng: random.Random, count: int) -> list[_Model]:
    """Families of sisters that differ in number, edition, size or colour."""
    made: dict[str, _Model] = {}
    brands = [_word(rng, 2) for _ in range(max(1, count // 200) + 4)]
    while len(made) < count:
        brand, family, noun = rng.choice(brands), _word(rng, 3), rng.choice(list(NOUNS))
        prefix = "".join(rng.choice("ABDEFGHKLMNPRSTVWXZ") for _ in range(rng.randint(2, 3)))
        for _ in range(rng.randint(1, 6)):
            number = rng.choice([1, 2, 3, 5, 10, 20, 40, 100, 300, 500])
            colour, edition, size = rng.choice(COLOURS), rng.choice(EDITIONS), rng.choice(SIZES.get(noun, [""]))
            digits = "".join(c for c in size if c.isdigit())
            code = f"{prefix}-{number}{edition[:1]}{digits}{rng.randint(10, 99)}{colour[1]}"
            model = _Model(brand, family, number, edition, noun, size, code, colour)
            made.setdefault(model.name(), model)
    return list(made.values())[:count]


def _title(rng: random.Random, model: _Model, *, coded: bool) -> str:
    """How a seller writes it: shuffled, abridged, in other words, with the model number in any writing."""
    noun = rng.choice(NOUNS[model.noun]) if rng.random() < 0.4 else model.noun
    colour = model.colour[rng.choice([0, 0, 2])]
    size = model.size.replace(" ", "") if rng.random() < 0.5 else model.size
    parts = [f"{model.family} {model.number} {model.edition}".strip()]
    parts += [part for part in (size, noun) if part and rng.random() < 0.9]
    parts += [colour] if rng.random() < 0.75 else []
    if coded and rng.random() < 0.6:
        code = rng.choice(
            [model.code, model.code.replace("-", ""), model.code.replace("-", " "), model.code.lower(), model.code[:-2]]
        )
        parts.append(code)
    if rng.random() < 0.3:
        rng.shuffle(parts)
    parts = ([model.brand] if rng.random() < 0.85 else []) + parts
    if rng.random() < 0.35:
        parts.append(rng.choice(NOISE))
    return " ".join(parts)

"""The project's own listings in which a mark is a search word, and others, and how many of them are judged right."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record

OWN = Path(__file__).parent / "own"
WATCHES = Brand(
    slug="velmora",
    name="Velmora",
    trademarks=(Trademark(text="VELMORA", also=("维尔莫拉",)),),
    products=(
        Product(
            sku="MER-40",
            name="Velmora Meridian 40 automatic watch",
            model="MER40A",
            currency="EUR",
            floor_price=Decimal(200),
        ),
    ),
    sellers=(),
)
SECOND = tuple(
    Brand(slug=mark.lower(), name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=())
    for mark, also in (
        ("Velmora", ("维尔莫拉", "ヴェルモラ", "Велмора", "벨모라", "فيلمورا")),
        ("Kestrin", ("ケストリン", "케스트린")),
    )
)
BRANDS = {"stuffing.txt": (WATCHES,), "stuffing_second.txt": SECOND}
KINDS = ("stuffed", "honest", "claim")


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows of each kind are told to be stuffed, and the rows that are judged wrong."""

    told: Counter[str]
    all: Counter[str]
    errors: tuple[str, ...]


def rows(file: str) -> Iterator[tuple[str, str]]:
    """The kind of each row, and its text."""
    for line in (OWN / file).read_text("utf-8").splitlines():
        kind, parted, text = line.partition(" > ")
        if parted and kind in KINDS:
            yield kind, text


def flags(brands: tuple[Brand, ...], text: str) -> list[Flag]:
    """The flags of a row: a title, behind || its description, or a field as name=value; \\n is a line's end."""
    title, *parts = text.split(" || ")
    record: dict[str, object] = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "s"}
    attributes = {}
    for part in parts:
        name, given, value = part.partition("=")
        if given and name.isalpha() and name.islower():
            record[name] = value
        elif given and name.startswith("attributes."):
            attributes[name.removeprefix("attributes.")] = value
        else:
            record["description"] = part.replace("\\n", "\n")
    listing = listing_from_record({**record, "attributes": attributes})
    observation = Observation(listing=listing, observed_at=datetime(2026, 5, 4, tzinfo=UTC))
    found = Inspector(list(brands)).inspect(observation, lambda _b, _s: History())
    return [flag for finding in found for flag in finding.flags]


def score(file: str) -> Score:
    """Judge every row: stuffed ones by that flag and no offer of the brand's goods, the others without it."""
    told, every, errors = Counter[str](), Counter[str](), []
    for kind, text in rows(file):
        rules = {flag.rule for flag in flags(BRANDS[file], text)}
        stuffed = "keyword_stuffing" in rules
        every[kind] += 1
        told[kind] += stuffed
        if stuffed != (kind == "stuffed") or (kind == "claim" and not rules):
            errors.append(f"{kind} > {text} {sorted(rules)}")
    return Score(told, every, tuple(errors))

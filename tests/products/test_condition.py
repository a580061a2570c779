"""Which titles and attributes say that goods are not new, and which only seem to."""

import pytest

from monitor.products import not_new
from monitor.records import listing_from_record

USED = [
    "Aurelia Meridian 40, like new",
    "Aurelia Meridian 40 neuwertig",
    "Aurelia Meridian 40 comme neuf",
    "Aurelia Meridian 40 como nuevo",
    "Aurelia Meridian 40 reconditioned",
    "Aurelia Meridian 40 demo unit",
    "Aurelia Meridian 40 Ausstellungsstück",
    "Aurelia kaputt",
    "Aurelia Meridian 40 grade B",
    "Aurelia Meridian 40 ikinci el",
    "Aurelia begagnad klocka",
    "Aurelia brugt ur",
    "Aurelia käytetty kello",
    "Aurelia použité hodinky",
    "Aurelia használt óra",
    "Aurelia มือสอง",
    "Aurelia đã qua sử dụng",
    "Aurelia 二手 手表",
    "Aurelia pre-owned",
    "Aurelia never worn but used once",
]
NEW = [
    "Aurelia Meridian 40, never used", "Aurelia Meridian 40 not used, brand new", "Aurelia Meridian 40 nie gebraucht",
    "Aurelia Meridian 40 no usado", "Aurelia Meridian 40 new, not refurbished", "Aurelia 全新非翻新", "Aurelia 非二手 全新", "Aurelia kein B-Ware NEU",
    "Aurelia not broken sealed", "Aurelia Meridian 40 automatic watch", "Aurelia watch used by divers", "Aurelia nunca usada",
]  # fmt: skip


def seen(**record: object) -> str:
    return not_new(
        listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": "Aurelia", **record})
    )


@pytest.mark.parametrize("title", USED)
def test_used(title: str) -> None:
    assert seen(title=title)


@pytest.mark.parametrize("title", NEW)
def test_new(title: str) -> None:
    assert not seen(title=title)


@pytest.mark.parametrize(
    ("attributes", "used"),
    [
        ({"condition": "used"}, True),
        ({"Zustand": "Gebraucht"}, True),
        ({"成色": "二手"}, True),
        ({"Condition": "New, never used"}, False),
        ({"note": "used by divers and others"}, False),
    ],
)
def test_attributes(attributes: dict[str, str], used: bool) -> None:
    assert bool(seen(attributes=attributes)) is used

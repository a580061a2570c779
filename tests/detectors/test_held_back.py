"""Words of counterfeiting said of others' goods or of something else, beside those that are said of these."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.detectors.severities import severity

BRANDS = tuple(
    Brand(
        slug=slug, name=slug.title(), trademarks=(Trademark(text=slug.upper(), classes=classes),), sellers=(),
        products=tuple(Product(sku=f"{slug}-{at}", name=name) for at, name in enumerate(names)),
    )
    for slug, classes, names in (
        ("velmora", (14,), ("Velmora Meridian 40 automatic watch", "Velmora Tide quartz watch")),
        ("torvane", (9,), ("Torvane Q7 headphones", "Torvane hub USB")),
        ("kelvaro", (11,), ("Kelvaro fan heater 2 kW", "Kelvaro motor")),
        ("zephyra", (11,), ("Zephyra Ion hair dryer",)),
    )
)  # fmt: skip
INSPECTOR = Inspector(BRANDS, detectors=[TextMatch])


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Velmora watch", "The fake Velmora watches on other sites break after a week. Ours is genuine."),
        ("Velmora watch", "All fake Velmora watches lack the engraved number. We sell originals with invoice."),
        ("Velmora watch", "A fake Velmora weighs 20 g less."),
        ("Velmora watch", "Eine Replika Velmora hat keine Nummer. Unsere ist original."),
        ("Velmora watch", "Is this a fake Velmora? No, it comes with the invoice."),
        ("Kelvaro fan heater 2 kW import from Italy", ""),
        ("Kelvaro fan heater 2 kW Thailand plug", ""),
        ("Kelvaro Motor 1,5 KW Import", ""),
        ("Torvane hub USB 1.1 copy station", ""),
        ("Torvane laser copier", "Scan and copy 1:1, zoom 25-400 %"),
        ("Torvane disk copier, sector copy 1:1", ""),
        ("Velmora ceas cu perle, calitate AAA", ""),
        ("Velmora watch", "Counterfeits and the originals are not the same"),
        ("Velmora watch", "Counterfeit and grey-market sellers use the same photos as we do."),
        ("Velmora watch", "A counterfeit or a copy has the same logo but no chip, so check it"),
        ("Velmora watch", "Fälschungen und Originale haben die gleiche Verpackung und das Logo sieht gleich aus"),
        ("Velmora watch", "Counterfeit, nothing like the same box. Avoid"),
        ("Velmora watch", "Fakes and replicas have the same box, so buy from us."),
        ("Velmora watch", "假货，和正品包装不一样"),
        ("Counterfeit-proof Velmora watch", "Counterfeit and copies are excluded by the hologram"),
        ("Anti-counterfeit Velmora watch", "Counterfeit and copies are excluded by the hologram"),
        ("Velmora watch counterfeit protection", "Counterfeit and copies are excluded by the hologram"),
        ("Velmora watch counterfeit check", "Counterfeit. Excluded by the hologram"),
        ("Velmora watch", "Fakes are everywhere, ours is the original"),
        ("Velmora watch", "Always check the serial: fakes have the wrong font"),
    ],
)
def test_what_is_said_of_other_goods_accuses_nobody(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) <= 45


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Velmora watch", "It's a fake Velmora, but nice."),
        ("Velmora watch", "This is a fake Velmora watch."),
        ("Velmora watch", "Es ist eine Replika Velmora."),
        ("Velmora watch", "Es una réplica Velmora"),
        ("Velmora jam kw import", ""),
        ("Velmora jam kw thailand", ""),
        ("Velmora watch copy 1:1", ""),
        ("Velmora watch 1.1 copy", ""),
        ("Velmora ceas replică calitate AAA", ""),
        ("Velmora watch", "Fake, same box"),
        ("Velmora watch", "Counterfeit, same box"),
        ("Velmora watch", "假货，和正品包装一样"),
        ("Counterfeit Velmora watch", "Counterfeit and works great."),
        ("Velmora watch", "Best replica, always check our other colours"),
        ("Velmora watch", "AAA replica, always check size chart before buying"),
    ],
)
def test_what_is_said_of_these_goods_accuses(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) == 90


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Torvane Q7 headphones replica", "Battery 1800 mAh, with CE certificate and box"),
        ("Torvane Q7 headphones replica", "1920x1080 camera, limited edition"),
        ("Torvane Q7 headphones fake", "Price was 1999, CE certificate"),
        ("Velmora watch fake 1954", "Limited edition"),
        ("Velmora watch, Hindi replica", ""),
        ("Zephyra fake hair dryer", ""),
        ("Zephyra imitation hair dryer", ""),
        ("Zephyra Ion hair dryer", "This is a fake hair dryer, works great"),
        ("Headphones for gaming, sounds like Torvane", ""),
        ("Shampoo for dry hair smells like Zephyra", ""),
        ("Kopfhörer für Gaming klingen wie Torvane", ""),
        ("Watches for gifts, watches like Velmora", ""),
        ("Borse per feste, orologi tipo Velmora", ""),
    ],
)
def test_a_size_a_language_or_an_occasion_excuses_no_copy_and_no_comparison(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) >= 45


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Velmora watch replica", "Replica of 1932, museum edition"),
        ("Velmora watch, 1954 limited edition replica", ""),
        ("Velmora watch", "Hindi peke po, original"),
        ("Velmora watch", "Hindi po ito replica"),
    ],
)
def test_an_edition_of_an_old_piece_and_a_denial_do(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) < 45


def test_a_lookalike_of_the_mark_is_a_bare_word_only_where_nothing_else_is_said() -> None:
    assert severity(INSPECTOR, "V\u0435lmora", "Silk scarf and handbag, new") == 65
    assert severity(INSPECTOR, "V\u0435lmora", "") == 45

"""Pack, size and condition as titles in thirteen languages say them.

Each table was written before it was read, and the rules were mended by what it showed. First readings are given as the
share that was right, of how many titles, and the number of wrong counts.

By one who knew the rules: real_titles.txt 79.4 % of 321, 37; fresh_titles.txt 87.5 % of 80, 3; third_titles.txt 85.9 %
of 320, 27; fourth_titles.txt 93.1 % of 304, 10; fifth_titles.txt 95.4 % of 304, 7.

By writers who had not read them: the second, sixth_titles.txt 83.0 % of 306, 30, and seventh_titles.txt 75.8 % of
153, 8; the third, eighth_titles.txt 86.2 % of 320, 13, and, after the rules were mended by that, ninth_titles.txt
80.9 % of 320, 20 (the rules before: 73.8 %, 23); the fourth, tenth_titles.txt 85.9 % of 320, 15; the fifth,
eleventh_titles.txt 85.6 % of 320, 17 (3 too high, the others missed); the sixth, in ten languages, twelfth_titles.txt
83.0 % of 330, 8 (3 too high; Russian 19 and Polish 22 of 33); the seventh, in ten languages, thirteenth_titles.txt
89.4 % of 330, 11 (5 too high), and 4 bundles and part payments not seen (the rules before those that the twelfth brought:
79.7 %, 15); the eighth, in ten languages, fourteenth_titles.txt 94.5 % of 330, 1 (too low; two of the misses are hires
that their writer calls used, though nothing in the title says so); the ninth, in ten languages, fifteenth_titles.txt
89.7 % of 331, 16 (one too high), by the labels as he wrote them; by them 93.7 %, 5 after the rules were mended, and all
five are labels that he disputes himself. These were changed, and eight offers and nine counts in attributes marked; the
tenth, in ten languages, sixteenth_titles.txt 89.7 % of 330, 3 (all too low), by the labels as he wrote them; 18 of these
were changed to what the older tables say; the eleventh, in ten languages, seventeenth_titles.txt 92.7 % of 330, 6 (5 too
high), and 4 too sure, by the labels as he wrote them, of which two offers were marked since; the twelfth, in ten
languages, eighteenth_titles.txt 94.8 % of 330, 3 (2 too high), and 2 too sure, by the labels as he wrote them; the
thirteenth, in ten languages, nineteenth_titles.txt 96.7 % of 330, 1 (too high), and 1 too sure, by the labels as he
wrote them; the fourteenth, in ten languages, twentieth_titles.txt 95.2 % of 330, 3 (all too high), by the labels as he
wrote them, of which three were changed since; the fifteenth, in ten languages, twentyfirst_titles.txt 96.7 % of 330, 5
(one too high), by the labels as he wrote them, of which three were changed since; the sixteenth, in ten languages,
twentysecond_titles.txt 96.1 % of 330, 2 (both a dozen of pens or pencils, which are both since the twentieth), and 2 too
sure, by the labels as he wrote them; the seventeenth, in ten languages, twentythird_titles.txt 96.3 % of 300, 1 (bags for
a vacuum cleaner, doubted by him), and 2 too sure, by the labels as he wrote them; the eighteenth is told at the head of
its table; the nineteenth, in ten languages, twentyfifth_titles.txt 93.9 % of 310, 3 (2 too high, one missed: cups that a
coffee maker makes, a choice of sets, "(2)" before tyres), and 2 too sure, by the labels as he wrote them.

Of the classes that these showed to be misread, by one who knew the rules, each batch read after the one before had been
learnt from:

- family_titles.txt, after the tenth: 47.1 % of 102, 21.
- further_titles.txt: 84.8 % of 125, 12; 66.7 % of 129, 16; 84.3 % of 102, 3; 66.7 % of 78, 7.
- content_titles.txt, numbers that are content: 36.5 % of 96, 24 (18 too high); of other goods, 52.5 % of 99, 31 (30 too
  high); then, a count of pieces having to name goods that are known to be sold singly, 67.7 % of 65, 8 (7 too high).
- classes_titles.txt, after the twelfth, in thirteen languages: 24.1 % of 133, 33 (15 too sure); 90.3 % of 154, 1; 88.6 %
  of 132, 7 (all too high); 82.6 % of 121, 4 (all too high, numbers that are content); 88.0 % of 108, 4 (bundles not
  seen); 88.4 % of 86, 1 (too high); 78.8 % of 104, 3 (one too high); 83.1 % of 65, none.
- pieces_titles.txt, numbers of pieces that are content: 45.9 % of 74, 16; of other goods, 10.7 % of 56, 9 (all too high;
  the others went to a person).
- boxed_titles.txt, after the thirteenth, in twelve languages: 16.7 % of 132, 55 (33 too high or too sure); 91.3 % of 103,
  2 (both too sure); of other goods, 96.4 % of 83, 2 (both too sure); of goods used once and cases of tools, written to
  mislead, 23.4 % of 47, 10 (all too high; the others went to a person).
- stock_titles.txt, numbers of stock, limits, sales, ratings and parcels, in fourteen languages: 44.9 % of 127, 46 (all
  too high; two rows were added since); told_titles.txt, more of them, after the rules for the first: 77.3 % of 66, 8
  (all too high).
- inner_titles.txt, what one thing has, in eleven languages: 96.4 % of 111, 3 (all too high); with words that count packs
  ("set of 5 blades", "2 x doors"), 6.7 % of 60, 11 (all too high; the others went to a person).
- three_languages_titles.txt, in Korean, Dutch and French, after the fifteenth: 95.0 % of 100, 2 (both too low).
- reasked_titles.txt, after the sixteenth, in ten languages: 44.4 % of 72, 13 (one too high) and 12 too sure.
- along_titles.txt, after the seventeenth, in ten languages: 56.5 % of 62, 6 (5 too high) and 3 too sure; more of them,
  after the rules for the first: 83.9 % of 31, one (too low).
- joined_titles.txt, so many of other goods beside a whole product ("grinder and 2 x 250 g coffee"), in thirteen
  languages, after the rules for the first 24: 85.4 % of 41, 6 (all too high).
- cased_titles.txt, after the nineteenth, in twelve languages: 64.5 % of 62, 8 (7 too high) and 3 too sure; more of them,
  after the rules for the first: 87.1 % of 62, 3 (2 too high) (the rules before: 58.1 %, 8, 6 too sure); then 87.2 % of
  47, 3 (all too low).
- eaten_titles.txt, after the twentieth, in thirteen languages: food eaten one by one, and what holds so many: 68.7 % of
  67, 19 (all too high).
- offered_titles.txt, small things for goods that are sold singly, in twelve languages: 25.0 % of 44, 19 (all too high);
  more of them, named by such goods, after the rules for the first: 20.7 % of 58, 14 (all too high; the others went to a
  person); of both kinds and of food, in thirteen languages, after the rules for these, 53.7 % of 41, 1 (too high).
- weakest_titles.txt, after the twenty-first, in Korean, Japanese and Spanish: 88.3 % of 60, 6 (one too high);
  counters_titles.txt, measure words of Asia and colours behind a pack, after the rules for these, in four languages:
  70.0 % of 60, 8 (7 too high; since then most of these go to a person).
- makers_titles.txt, after the eighteenth, of what makers sell by the pack alone, in eleven languages: 97.8 % of 93, none
  wrong, one too sure (the rules before: 47.3 %, 49 too sure).
- sure_titles.txt, pairs of ink, covers with films, lots of titles, in eleven languages: 92.8 % of 69, one, and one too
  sure; asked_titles.txt, what was asked about without need: 84.4 % of 64, none; more of all these, after the rules for
  them: 90.0 % of 60, none wrong, 3 too sure.
- capacity_titles.txt, cups that a machine makes and what vessels hold, in ten languages: the rules before: 79.2 % of 72,
  14 (13 too high, one missed), one too sure (a label that was changed since); the rules for them: 100 %;
  bare_titles.txt, bare numbers in brackets, choices, and words that are none of used goods, in ten languages: the rules
  before: 46.5 % of 86, 5 (one too high, 4 missed), 8 too sure; the rules for them: 91.9 %, none wrong, 2 too sure (labels
  that were changed since, as five others were).
- vessels_titles.txt, more of them, written to mislead after the rules for the first, in fourteen languages: 54.3 % of 70,
  29 (all too high); the rules for these: 80.0 %, 2; glasses and plates behind a vessel, 13 rows, are asked about since.
- worn_titles.txt, of what was tested or is "mint", and of lots of discs, in eleven languages: 92.8 % of 69, none wrong.

Small hardware, bags on a roll, car mats and portions of coffee are taken for one unit since the twelfth, and gloves,
masks, cable ties, what is used once and pens in a maker's box since the thirteenth, as their writers do: 37 and 39 rows of earlier tables
that said otherwise, or that a person must look, were changed. Of what makers sell by the pack alone only the catalogue
says how many one item has: 204 rows that said the number are both since the eighteenth.
So these tests hold what was reached, and say nothing of titles that nobody saw: for that the first readings stand.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from monitor.products import not_new, sells_new
from monitor.products.packs import Pack, pack_in
from monitor.products.traits import traits
from monitor.records import Listing

LEAST_RIGHT = {
    "real_titles.txt": 0.95,
    "fresh_titles.txt": 0.95,
    "third_titles.txt": 0.95,
    "fourth_titles.txt": 0.95,
    "fifth_titles.txt": 0.95,
    "sixth_titles.txt": 0.94,
    "seventh_titles.txt": 0.95,
    "eighth_titles.txt": 0.95,
    "ninth_titles.txt": 0.95,
    "tenth_titles.txt": 0.95,
    "family_titles.txt": 0.95,
    "further_titles.txt": 0.95,
    "eleventh_titles.txt": 0.95,
    "twelfth_titles.txt": 0.95,
    "thirteenth_titles.txt": 0.95,
    "fourteenth_titles.txt": 0.95,
    "fifteenth_titles.txt": 0.95,
    "sixteenth_titles.txt": 0.95,
    "seventeenth_titles.txt": 0.95,
    "eighteenth_titles.txt": 0.95,
    "nineteenth_titles.txt": 0.95,
    "twentieth_titles.txt": 0.95,
    "twentyfirst_titles.txt": 0.95,
    "twentysecond_titles.txt": 0.95,
    "twentythird_titles.txt": 0.95,
    "twentyfourth_titles.txt": 0.95,
    "twentyfifth_titles.txt": 0.95,
    "capacity_titles.txt": 0.95,
    "bare_titles.txt": 0.95,
    "vessels_titles.txt": 0.95,
    "eaten_titles.txt": 0.91,
    "offered_titles.txt": 0.82,
    "weakest_titles.txt": 0.95,
    "counters_titles.txt": 0.85,
    "along_titles.txt": 0.91,
    "joined_titles.txt": 0.95,
    "cased_titles.txt": 0.93,
    "three_languages_titles.txt": 0.95,
    "reasked_titles.txt": 0.95,
    "content_titles.txt": 0.95,
    "classes_titles.txt": 0.95,
    "pieces_titles.txt": 0.75,
    "boxed_titles.txt": 0.95,
    "stock_titles.txt": 0.95,
    "told_titles.txt": 0.95,
    "makers_titles.txt": 0.95,
    "worn_titles.txt": 0.92,
    "sure_titles.txt": 0.95,
    "asked_titles.txt": 0.95,
    "inner_titles.txt": 0.95,
}
TABLES = tuple(LEAST_RIGHT)
BASE = {
    "ml": ("l", 0.001),
    "cl": ("l", 0.01),
    "fl oz": ("l", 0.0295735),
    "qt": ("l", 0.946353),
    "cm": ("mm", 10),
    "kg": ("g", 1000),
    "tb": ("gb", 1000),
    "to": ("gb", 1000),
    "go": ("gb", 1),
}
INCH = frozenset({"zoll", "pouces", "pulgadas", "pollici", "polegadas", "インチ", "inch", "寸", "英寸"})


@dataclass(frozen=True)
class Row:
    language: str
    units: str
    size: str
    is_new: bool
    title: str


def rows(name: str = "real_titles.txt") -> list[Row]:
    found = []
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, units, size, state, title = (cell.strip() for cell in line.split(" | ", 4))
            assert state in {"new", "used"}, line
            found.append(Row(language, units, size, state == "new", title))
    return found


def size_is_read(row: Row) -> bool:
    """Whether the size that the row names is among those read; a row without one asks nothing."""
    if row.size == "-":
        return True
    found = re.fullmatch(r"([\d.]+) (\S.*)", row.size)
    assert found, row
    said = found[2].casefold()
    unit, factor = BASE.get(said, ("inch" if said in INCH else said, 1))
    if unit == "m":
        return True
    return any(abs(value - float(found[1]) * factor) < 1e-6 for value in traits(row.title).sizes.get(unit, ()))


@cache
def pack_of(title: str) -> Pack:
    """What two tests ask of each title."""
    return pack_in(title)


def judged(row: Row) -> bool:
    """Whether the number of units matters: a price of what is doubtful and used is judged nowhere if it is read as used.

    Of a number marked `*` people say both that it counts and that it is content, so either answer is right, and a review.
    """
    return row.units != "*" and (row.units != "?" or row.is_new or not not_new(listing(row)))


def listing(row: Row) -> Listing:
    return Listing(marketplace="m", url="https://m.example/1", title=row.title)


def mistakes(row: Row) -> tuple[str, ...]:
    """What is read otherwise than the row says."""
    pack = pack_of(row.title)
    said = "?" if pack.problem else str(pack.units)
    new = sells_new(listing(row))
    wrong = [f"units {said}, not {row.units}"] if said != row.units and judged(row) else []
    wrong += [] if new is row.is_new else [f"new {new}"]
    wrong += [] if size_is_read(row) else [f"size {row.size} not read"]
    return tuple(wrong)


@pytest.mark.parametrize(
    "name",
    [
        "real_titles.txt",
        *(
            f"{nth}_titles.txt"
            for nth in (
                "third",
                "fourth",
                "fifth",
                "sixth",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
                "twentieth",
                "twentyfirst",
                "twentysecond",
            )
        ),
    ],
)
def test_the_table_is_large_and_in_many_languages(name: str) -> None:
    table = rows(name)
    assert len({row.title for row in table}) == len(table) >= 300
    assert min(Counter(row.language for row in table).values()) >= 33
    assert len({row.language for row in table}) >= 8


@pytest.mark.parametrize("name", TABLES)
def test_titles_are_read_right(name: str) -> None:
    table = rows(name)
    wrong = {f"{row.language}: {row.title}": found for row in table if (found := mistakes(row))}
    share = 1 - len(wrong) / len(table)
    assert share >= LEAST_RIGHT[name], f"{share:.1%} right; wrong: {wrong}"


@pytest.mark.parametrize("name", TABLES)
def test_no_pack_count_is_wrong_where_no_person_looks(name: str) -> None:
    wrong = []
    for row in rows(name):
        pack = pack_of(row.title)
        if not pack.problem and str(pack.units) != row.units and judged(row):
            wrong.append((row.title, pack.units, row.units))
    assert not wrong


def test_conditions_are_read_right() -> None:
    wrong = [row.title for row in rows() if any(found.startswith("new") for found in mistakes(row))]
    assert len(wrong) <= 0.05 * len(rows()), wrong

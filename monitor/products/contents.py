"""What is delivered with a device: a drill alone, with one battery, or with two and a charger in a case.

A catalogue sells each of these as a product of its own, and titles give them all the same number. What the words are
is data, in `contents.toml`; what is here is how they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from monitor.products.data import data
from monitor.products.lazy import lazily
from monitor.products.phrases import BLANKLESS, phrases, top_level
from monitor.products.words import fold, lexicon, spaced

MAX_TITLE = 300
KEPT = 8192
"""The contents of so many texts are kept."""
REACH = 45
"""So many signs behind "without" are read for what is missing."""
NEAR = 24
"""So many signs behind a thing are read for "not included"."""


def _whole(row: str) -> str:
    """The phrases of a row as one alternative: whole words, and signs of scripts without blanks wherever they are."""
    listed = [one for one in top_level(row) if one]
    asian = [one for one in listed if BLANKLESS.search(one)]
    western = [one for one in listed if one not in asian]
    # A word with a hyphen behind it begins a compound: the "Akku-Bohrschrauber" is no "Akku".
    whole = rf"(?<!\w)(?<!\w-)(?:{'|'.join(western)})(?!\w)(?!-\w)"
    return f"(?:{'|'.join([whole, *asian])})"


_table = data("contents.toml")
_said = {name: _whole(row) for name, row in _table["said"].items()}
THINGS = {name: lazily(_whole(row)) for name, row in _table["things"].items()}
CURRENT = r"\d{1,2}(?:[.,]\d{1,2})?\s?ah(?![^\W\d_])"
AMP_HOURS = re.compile(r"(?<![\w.,])(?:\d\s?[x×]\s?)?(\d{1,2}(?:[.,]\d{1,2})?)\s?ah(?![^\W\d_])")
TIMES_CURRENT = re.compile(rf"(?<![\w.,])([1-9])\s?[x×]\s?{CURRENT}")
FOCAL = re.compile(r"(?<![\w.,-])\d{2,3}(?:\s?[-–]\s?\d{2,3})\s?mm(?![^\W\d_])")
"""A zoom lens says its range."""
WITH, WITHOUT, LEFT_OUT = (lazily(_said[name]) for name in ("with", "without", "left_out"))
BARE = lazily(
    rf"{_said['bare']}|{_said['body']}\s{_said['only']}|{_said['only']}\s(?:l[ae]\s|el\s|das\s|de\s)?{_said['body']}"
)
MAYBE_BARE = lazily(_said["maybe_bare"])
KIT, CELLS = lazily(_said["kit"]), lazily(_said["cells"])
"""CELLS are batteries that a shop sells for clocks and toys."""
CLAUSE = re.compile(r"[;|()\[\]]|,\s")
BETWEEN = (
    rf"\s?(?:[x×]\s?|st\.?\s|stk\.?\s|szt\.?\s|шт\.?\s)?(?:(?:{CURRENT}|\d{{1,2}}\s?v|li-?ion|spare|extra|original)\s)*"
)
WORD = re.compile(r"\w+")
OPEN = re.compile(r"^(?:\(\?:\\w\+[- ]\)\?)?(?:\\w\*)?")
"""The open beginning of a compound."""
HINT = phrases(
    "|".join(
        f"~{one}" if (one := OPEN.sub("", word)) != word else word
        for row in (*_table["things"].values(), *(_table["said"][name] for name in ("bare", "only", "maybe_bare")))
        for word in top_level(row)
    )
    + r"|~\d\s?ah|~\d\s?mm"
)
"""Any of them: most titles have none, and are looked through once."""


NUMBERS = {"one": 1, "two": 2, "three": 3}


def _counted(thing: str) -> re.Pattern[str]:
    row = _whole(_table["things"][thing])
    before, behind = ("|".join(f"(?P<{name}_{at}>{_said[name]})" for name in NUMBERS) for at in ("before", "behind"))
    return lazily(rf"(?<![\w.,-])(?:{before}){BETWEEN}{row}|{row}\s?[x×]?\s?(?:{behind})\s?[本個个块塊台枚节節개]")


COUNTS = {thing: _counted(thing) for thing in ("battery", "head")}
DECISIVE = frozenset(("battery", "charger", "lens"))
"""Things that cost so much that one device is sold with and without them."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a text says is delivered: the things it has and lacks, how many of each, the charge of its batteries.

    `bare` is said of the device alone; `maybe` are words that say so beside a name that speaks of such things.
    """

    has: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    counts: tuple[tuple[str, int], ...] = ()
    amp_hours: frozenset[float] = frozenset()
    bare: str = ""
    maybe: frozenset[str] = frozenset()
    ends_bare: bool = False
    """Whether such a word ends the text, as in names: "camera body"."""
    sold: str = ""
    """The text up to what comes with the device."""

    @property
    def is_bare(self) -> bool:
        """Whether the text, a product's name, says that the device comes alone."""
        return not self.has and bool(self.bare or self.ends_bare or self.lacks & DECISIVE)


NOTHING = Contents()


@lru_cache(maxsize=KEPT)
def contents(text: str) -> Contents:
    """What a title or a name says is delivered with its device."""
    folded = spaced(fold(text[:MAX_TITLE])).replace("-only", " only")
    if HINT.search(folded) is None:
        return NOTHING
    lacks, rest = _without(folded)
    places = list(_places(rest))
    counts = {thing: _number(found) for thing, row in COUNTS.items() if (found := row.search(rest))}
    if found := TIMES_CURRENT.search(rest):
        counts["battery"] = int(found[1])
    first = min((at for _, at in places), default=0)
    bare = BARE.search(folded)
    maybe = [(one.end(), one[0]) for one in MAYBE_BARE.finditer(rest)]
    return Contents(
        has=frozenset(thing for thing, _ in places),
        lacks=lacks,
        counts=tuple(sorted(counts.items())),
        amp_hours=frozenset(float(one.replace(",", ".")) for one in AMP_HOURS.findall(rest)),
        bare=bare[0] if bare else "",
        maybe=frozenset(word for _, word in maybe),
        ends_bare=any(not list(filter(str.isalpha, WORD.findall(rest, end))) for end, _ in maybe),
        sold=_without_kit(rest[:first].rstrip()) if places else rest,
    )


def _without_kit(sold: str) -> str:
    """A text without the word for a set that ends it: "angle grinder kit"."""
    last = next((one.start() for one in KIT.finditer(sold) if one.end() == len(sold)), len(sold))
    return sold[:last]


def _number(found: re.Match[str]) -> int:
    """The number that a pattern of a counted thing found."""
    return next(NUMBERS[name.partition("_")[0]] for name, said in found.groupdict().items() if said)


def _without(folded: str) -> tuple[frozenset[str], str]:
    """The things that a text says are missing, and the text without what says so."""
    lacks: set[str] = set()
    gone: list[tuple[int, int]] = []
    for found in WITHOUT.finditer(folded):
        clause = CLAUSE.split(folded[found.end() : found.end() + REACH], maxsplit=1)[0]
        again = WITH.search(clause)
        told = clause[: again.start()] if again and again[0] not in "+&" else clause
        if missing := {thing for thing, pattern in THINGS.items() if pattern.search(told)}:
            lacks |= missing
            gone.append((found.start(), found.end() + len(told)))
    for found in LEFT_OUT.finditer(folded):
        before = folded[max(0, found.start() - NEAR) : found.start()]
        told = CLAUSE.split(before)[-1]
        if missing := {thing for thing, pattern in THINGS.items() if pattern.search(told)}:
            lacks |= missing
            gone.append((found.start() - len(told), found.end()))
    rest = list(folded)
    for start, end in gone:
        rest[start:end] = " " * (end - start)
    return frozenset(lacks), "".join(rest)


def _places(rest: str) -> Iterator[tuple[str, int]]:
    """The things that come with the device, and where what says so begins: at a number, or at "with".

    What is named behind one of them comes along too: "2 batteries, charger".
    """
    found = dict(_told(rest))
    first = min(found.values(), default=len(rest))
    found |= {thing: first for thing, one in THINGS.items() if thing != "lens" and one.search(rest, first)}
    yield from found.items()


def _told(rest: str) -> Iterator[tuple[str, int]]:
    drives = lexicon().accessories.drives
    joined, times, focal = WITH.search(rest), TIMES_CURRENT.search(rest), FOCAL.search(rest)
    for thing, pattern in THINGS.items():
        counted = COUNTS[thing].search(rest) if thing in COUNTS else None
        starts = [counted.start()] if counted else []
        for found in pattern.finditer(rest):
            before = rest[: found.start()].split()
            if joined and joined.start() < found.start() and before[-1] not in drives:
                starts.append(joined.start())
        if thing == "battery" and times:
            starts.append(times.start())
        if thing == "lens":
            starts = [min([*starts, focal.start()])] if focal and (starts or joined or KIT.search(rest)) else []
        if starts and min(starts) > 0:
            yield thing, min(starts)


def sold_alone(name: str) -> str:
    """A folded name up to what comes with the device: "with 2 batteries and charger" are no words of the drill's."""
    own = contents(name)
    return own.sold if own.has else spaced(fold(name))


def without_contents(title: str, name: str) -> str:
    """A title without the words by which it says the same as the name of what is delivered."""
    said, own = contents(title), contents(name)
    rest = spaced(fold(title))
    for thing in sorted(own.has & said.has):
        rest = THINGS[thing].sub(" ", rest)
    if own.is_bare and not said.has:
        _, rest = _without(rest)
        rest = MAYBE_BARE.sub(" ", BARE.sub(" ", rest))
    return rest

"""Test buys: what was bought, and whether sealed evidence shows it. Pure but for its words."""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from monitor.marks.lexicon import lexicon
from monitor.records import sold_by

TYPED = ("order", "bought_on", "price", "currency", "seller_id", "differs")
"""What sealed evidence of a purchase states of it, by key."""

CLAUSE = re.compile(r"([,.:!(。]|[—–]|\s-\s)")
AFTER_HEADING = (":", "-", "—", "–")
MOST_HEADING = 8
"""So many words a heading has at most."""
SHORT = 80
"""A longer statement says more than that nothing differs."""
LONG, MOST_LEFT = 4, 1
"""A clause with more long words besides says something else, too."""
SHORT_CLAUSE = 60
"""In a longer clause a word for what is genuine may be said of other goods."""
FIRST_UNSPACED = "\u2e80"
"""From here on stand the signs of scripts without spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A test purchase of one case's listing. `said` is what a person says of it now, and proves nothing.

    `packages` are the sealed evidence that names its order, oldest first, empty where there is none. The facts after
    it are those that it states: `differs` is what differs from the genuine goods, `pictures` how many pictures it
    holds that serve no other order, and `shared` names each other one, with that order. A fact that was stated twice
    is what was stated last, but of sellers and differences it is all of them.
    """

    case: int
    order: str
    said: str = ""
    packages: tuple[str, ...] = ()
    differs: str = ""
    bought_on: date | None = None
    price: str = ""
    currency: str = ""
    sellers: tuple[str, ...] = ()
    pictures: int = 0
    shared: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    """What was sealed of this order with other cases of its seller and product and says that nothing differs."""

    @property
    def label(self) -> str:
        """The order, with day, price and seller as far as they are known."""
        paid = f"{self.price} {self.currency}".strip()
        parts = (
            f"of {self.bought_on}" if self.bought_on else "",
            paid,
            f"from {' / '.join(self.sellers)}" * bool(self.sellers),
        )
        return ", ".join(filter(None, (f"order {self.order}", *parts)))


def unproven(buy: Purchase, sellers: Collection[str], today: date) -> Iterator[str]:
    """What is missing before a test buy shows anything, in words. `sellers` are id and name of the listing's seller."""
    how = f"monitor evidence add {buy.case} --kind purchase --order {buy.order}"
    if not buy.packages:
        yield f"sealed evidence of the test buy {buy.order} of case {buy.case} ({how} ...)"
        return
    of = f"in the sealed evidence of the test buy {buy.order} ({', '.join(buy.packages)}; {how}"
    stated = {
        "the day it was bought": buy.bought_on, "its price": buy.price, "its currency": buy.currency,
        "its seller": buy.sellers,
    }  # fmt: skip
    if absent := [name for name, value in stated.items() if not value]:
        yield f"{', '.join(absent)} {of})"
    if not buy.differs:
        yield f'what differs from the genuine goods {of} --differs "..."), or nothing says that it is a counterfeit'
    elif denies(buy.differs):
        yield (
            f'what differs {of} --differs "..."): it says {buy.differs[:200]!r}, so nothing says that it is a '
            "counterfeit"
        )
    elif buy.said and not is_stated(buy):
        yield (
            f"the test buy {buy.order}: {buy.said[:200]!r} is not what its sealed evidence says, "
            f"{buy.differs[:200]!r}; leave it out, or seal it ({how} --differs)"
        )
    for said in buy.against:
        yield f"the test buy {buy.order}: {said}, so nothing says that it is a counterfeit"
    if not buy.pictures and buy.shared:
        said = "; ".join(buy.shared)
        yield f"a photo of the test buy {buy.order} alone: {said}; seal one that shows these goods ({how} PHOTO)"
    elif not buy.pictures:
        yield f"a photo of the goods {of})"
    if buy.bought_on and buy.bought_on > today:
        yield f"the test buy {buy.order} was made on {buy.bought_on}, which is in the future"
    if not all(sold_by(one, sellers) for one in buy.sellers):
        yield (
            f"the test buy {buy.order} was made from {' / '.join(buy.sellers)}, and the seller of case {buy.case} is "
            f"{' / '.join(filter(None, sellers))}"
        )


def denies(differs: str) -> bool:
    """Whether one of the statements, each before a semicolon, is that nothing differs."""
    said = _statements(differs)
    return any(map(_denied, said)) or all(not _words(one) or _is(one, "open") for one in said)


def in_doubt(differs: str) -> list[str]:
    """The clauses that sound as if nothing differed or the goods were genuine; a list of words cannot tell."""
    found = []
    for statement in _statements(differs):
        found += [statement] if _is(statement, "open") or (len(statement) <= SHORT and _doubtful(statement)) else []
        found += [one for one, _ in _clauses(statement) if _doubtful(one)] if statement not in found else []
    return [one.strip() for one in dict.fromkeys(found)]


def says_nothing(reason: str) -> bool:
    """Whether a reason has no word that says anything: "ok", "I am sure", "-", one letter."""
    words = _words(unicodedata.normalize("NFKC", reason)).split()
    return all(one in _denials("empty") or (len(one) == 1 and one < FIRST_UNSPACED) for one in words)


def is_no_reason(sure: str) -> bool:
    """Whether each clause of why a person is sure says what shows no counterfeit, or nothing, in few other words."""
    clauses = [one for statement in _statements(sure) for one, _ in _clauses(statement)]
    return bool(sure.strip()) and all(map(_is_beside, clauses))


def _is_beside(clause: str) -> bool:
    """Whether a clause says what shows no counterfeit; not where it denies that goods are ours, or names a fake."""
    from monitor.complaints.typed_words import folded, holds_denial

    if says_nothing(clause) or any(_is(clause, table) for table in ("nothing", "genuine", "open")):
        return True
    rest, found = _without(_words(clause), (*_denials("beside"), *_denials("anywhere")))
    rest, ours = _without(rest, _denials("ours"))
    denied = holds_denial(folded(rest).split())
    if (ours and denied) or (not denied and _names_a_fake(rest)):
        return False
    signs = sum(len(word) for word in rest.split() if word[0] >= FIRST_UNSPACED)
    long = [word for word in rest.split() if word[0] < FIRST_UNSPACED and len(word) >= LONG]
    return (found or ours) and len(long) <= MOST_LEFT and signs <= LONG


def _without(words: str, phrases: Collection[str]) -> tuple[str, bool]:
    """What is left of a clause without some phrases, and whether one was there."""
    rest = left = f" {words} "
    for one in sorted(phrases, key=lambda one: (-len(one), one)):
        left = left.replace(one if one[0] >= FIRST_UNSPACED else f" {one} ", "  ")
    return left.strip(), left != rest


def _names_a_fake(words: str) -> bool:
    """Whether a word for a counterfeit stands among words, in any language of the word files."""
    return _stand_in(words, _fakes())


@cache
def _fakes() -> frozenset[str]:
    """The words for a counterfeit, as words of a clause are compared: without hyphens and the like."""
    known = lexicon()
    return frozenset(map(_words, known.strong | known.told | known.weak))


def _doubtful(text: str) -> bool:
    """Whether a clause, or a short statement, holds words of what is genuine."""
    sounds = _is(text, "nothing") or _is(text, "genuine") or _holds(text, "anywhere") or _holds(text, "sounds")
    return sounds or (len(text) <= SHORT_CLAUSE and _holds(text, "doubtful"))


def _statements(differs: str) -> list[str]:
    return unicodedata.normalize("NFKC", differs).split(";")


def _denied(statement: str) -> bool:
    """Whether it begins by saying that nothing differs, or each of its clauses says so, headings left out."""
    marked = _clauses(statement)
    headed = [one for one, mark in marked if _heads(one, mark)]
    clauses = [one for one, mark in marked if not _heads(one, mark)]
    if _is(statement, "genuine") or (clauses and not headed and _is(clauses[0], "nothing")):
        return True
    begins = marked[:1] and marked[0][1] in (".", "。", "!") and _is(marked[0][0], "genuine")
    if begins and not _holds(statement, "exceptions"):
        return True
    denied = [_is(one, "genuine") or _is(one, "nothing") or _holds(one, "anywhere") for one in clauses]
    return bool(denied) and all(denied) and len(statement) <= SHORT and not _holds(statement, "exceptions")


def _clauses(statement: str) -> list[tuple[str, str]]:
    """The clauses of a statement, each with the sign after it."""
    parts = CLAUSE.split(statement)
    return [(one, mark.strip()) for one, mark in zip(parts[::2], [*parts[1::2], ""], strict=True) if _words(one)]


def _heads(clause: str, mark: str) -> bool:
    """Whether a clause only says of what the next one speaks: "Result of the examination:"."""
    few = len(_words(clause).split()) <= MOST_HEADING
    return mark in AFTER_HEADING and few and _holds(clause, "headings") and not _holds(clause, "anywhere")


def _is(text: str, table: str) -> bool:
    return _words(text) in _denials(table)


def _holds(text: str, table: str) -> bool:
    """Whether a phrase of a table stands in a text as words; anywhere where the script has no spaces."""
    return _stand_in(_words(text), _denials(table))


def _stand_in(words: str, phrases: Collection[str]) -> bool:
    said = f" {words} "
    return any(one in said if one[0] >= FIRST_UNSPACED else f" {one} " in said for one in phrases)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@cache
def _denials(table: str) -> frozenset[str]:
    text = files("monitor.complaints").joinpath("denials.toml").read_text("utf-8")
    return frozenset(map(_words, tomllib.loads(text)[table]))


def is_stated(buy: Purchase) -> bool:
    """Whether what a person says differs is what the sealed evidence says, all of it or one of its statements."""
    return _plain(buy.said) in {_plain(buy.differs), *map(_plain, buy.differs.split("; "))}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .")

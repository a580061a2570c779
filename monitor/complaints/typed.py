"""What a person types into a notice: whether it alleges a counterfeit, in words or by a code. Pure but for its words.

The words are those that flags look for, in all languages, and those that notices use; denied ones count too, as no list
can tell what a notice means by them.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from monitor.complaints.base import Channel, Draft
from monitor.complaints.grounds import Ground
from monitor.complaints.sheets import ADDRESS
from monitor.marks import CounterfeitWords
from monitor.marks.lexicon import normal

CODE = re.compile(r"[A-Z]*[0-9]+", re.ASCII)
_MONEY = (
    r"(?:EUR|USD|GBP|CHF|PLN|CNY|RMB|JPY|SEK|DKK|NOK|CZK|HUF|RON|TRY|euros?|dollars?|pounds?|yuan|zł|kr|[€$£¥₺₽₩元円])"
)
AMOUNT = re.compile(rf"(?<!\w){_MONEY}\s?\d[\d.,' ]*|\d[\d.,']*\s?{_MONEY}(?!\w)|\d+[.,]\d\d(?![\d.,])", re.IGNORECASE)
GIVES_AWAY = re.compile(r"\bpreis(?=\W|$|zu|geb|geg)")
"""German "preisgeben", to disclose, is no price; the noun has a capital."""
MOST_KEPT = 1_000
MOST_SHOWN = 200
MOST_NAME = 80
"""A longer one says more than a name."""


def alleged(channel: Channel, given: Mapping[str, str]) -> list[str]:
    """The typed values that allege a counterfeit, each as `field='value' (why)`."""
    names = {one.name for one in channel.fields if one.names}
    found = []
    for name, value in given.items():
        code = value.strip().upper() in channel.counterfeit_codes.get(name, ())
        is_name = ADDRESS.fullmatch(value) or (name in names and len(value) <= MOST_NAME)
        said = ["the code of counterfeits"] if code else [] if is_name else words(value)
        if said:
            found.append(f"{name}={value[:MOST_SHOWN]!r} ({', '.join(said[:5])})")
    return found


def all_alleged(channel: Channel, draft: Draft) -> list[str]:
    """What a person typed that alleges a counterfeit: values, and notes of the evidence that goes along."""
    found = [f"--set {one}" for one in alleged(channel, draft.values)]
    for one in draft.evidence:
        if said := words(one.note):
            found.append(f"the note of {one.name}: {one.note[:MOST_SHOWN]!r} ({', '.join(said[:5])})")
    return found


def doubts(channel: Channel, draft: Draft) -> Iterator[str]:
    """What is to be told of the typed values of a draft that alleges no counterfeit by a test buy."""
    if draft.ground is Ground.COUNTERFEIT:
        return
    if said := all_alleged(channel, draft):
        yield f"a counterfeit is alleged by words that a person typed, and no test buy says it: {'; '.join(said)}"
    for name, known in channel.other_codes.items():
        code = draft.values.get(name, "").strip().upper()
        compared = code in known or code in channel.counterfeit_codes.get(name, ())
        if CODE.fullmatch(code) and not compared:
            yield (
                f"nobody compared the code {name}={code[:MOST_SHOWN]} with the ground {draft.ground}: look it up in "
                "the site's list; one that means a counterfeit needs a test buy"
            )


def told(given: Mapping[str, str]) -> str:
    """The typed values for the history of a complaint; of an endless one its beginning."""
    cut = (f"{name}={value[:MOST_KEPT]!r}{' and more' * (len(value) > MOST_KEPT)}" for name, value in given.items())
    return "; ".join(cut)


def words(text: str) -> list[str]:
    """The words of a text that allege a counterfeit, or that goods were bought and looked at."""
    plain = normal(text)
    found = [word for word in re.findall(r"\w+", plain) if word.startswith(_table("begins"))]
    found += [phrase for phrase in (*_table("holds"), *_table("bought"), *_phrases()) if phrase in plain]
    return list(dict.fromkeys([*_common().named(text), *found]))


def priced(text: str) -> list[str]:
    """What in a text speaks of prices or names an amount of money."""
    plain = " ".join(unicodedata.normalize("NFKC", GIVES_AWAY.sub(" ", text)).split())
    folded = plain.casefold()
    found = [word for word in re.findall(r"\w+", folded) if word.startswith(_table("price_begins")) or "preis" in word]
    found += [phrase for phrase in _table("price_holds") if phrase in folded]
    return list(dict.fromkeys([*found, *(one.group().strip() for one in AMOUNT.finditer(plain))]))


@cache
def _table(name: str) -> tuple[str, ...]:
    text = files("monitor.complaints").joinpath("alleged.toml").read_text("utf-8")
    return tuple(str(one).casefold() for one in tomllib.loads(text)[name])


@cache
def _phrases() -> tuple[str, ...]:
    """Beginnings of several words."""
    return tuple(one for one in _table("begins") if " " in one.strip())


@cache
def _common() -> CounterfeitWords:
    return CounterfeitWords()

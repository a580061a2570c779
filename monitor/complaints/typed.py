"""What a person types into a notice: whether it alleges a counterfeit, in words or by a code. Pure but for its words.

The words are those that flags look for, in all languages, and those that notices use; denied ones count too, as no list
can tell what a notice means by them, but for a short question that is answered with no. No list has all words either:
so each text is told as what nobody else says.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from monitor.brands.territory import places
from monitor.complaints.base import Channel, Draft
from monitor.complaints.fields import Field
from monitor.complaints.grounds import Ground, support
from monitor.complaints.sheets import ADDRESS
from monitor.complaints.typed_words import Says, answered, said, without_denied
from monitor.marks import counterfeit_words

CODE = re.compile(r"[A-Z]*[0-9]+", re.ASCII)
_MONEY = (
    r"(?:EUR|USD|GBP|CHF|PLN|CNY|RMB|JPY|SEK|DKK|NOK|CZK|HUF|RON|TRY|euros?|dollars?|pounds?|yuan|zł|kr|[€$£¥₺₽₩元円])"
)
AMOUNT = re.compile(rf"(?<!\w){_MONEY}\s?\d[\d.,' ]*|\d[\d.,']*\s?{_MONEY}(?!\w)|\d+[.,]\d\d(?![\d.,])", re.IGNORECASE)
GIVES_AWAY = re.compile(r"\bpreis(?=\W|$|zu|geb|geg)")
"""German "preisgeben", to disclose, is no price; the noun has a capital."""
THREATENING = (Says.THREAT, Says.CRIME, Says.MONEY)
MOST_KEPT = 1_000
MOST_SHOWN = 200
MOST_TOLD = 800
"""So much of a text is told where all of it matters."""
MOST_NAME = 80
"""A longer one says more than a name."""


def alleged(channel: Channel, given: Mapping[str, str]) -> list[str]:
    """The typed values that allege a counterfeit, each as `field='value' (why)`."""
    found = []
    for one, value in _given(channel, given):
        code = value.strip().upper() in channel.counterfeit_codes.get(one.name, ())
        said = ["the code of counterfeits"] if code else [] if _names_others(one, value) else words(value)
        if said:
            found.append(_quoted(one, value, said))
    return found


def all_alleged(channel: Channel, draft: Draft) -> list[str]:
    """What a person typed that alleges a counterfeit: values, and notes of the evidence that goes along.

    The note of a photo of the listing's page may repeat the words that the flags cite of it: it says what stands there.
    """
    found = [f"--set {one}" for one in alleged(channel, draft.values)]
    for one in draft.evidence:
        quoted = _cited_words(draft, one.case) if one.kind == "photo" and one.bears else frozenset()
        if said := [word for word in words(one.note) if word not in quoted]:
            found.append(f"the note of {one.name}: {one.note[:MOST_SHOWN]!r} ({', '.join(said[:5])})")
    return found


def _cited_words(draft: Draft, case: int) -> frozenset[str]:
    """The words of counterfeiting to which the flags point that a draft cites of a case."""
    if draft.ground is Ground.NONE:
        return frozenset()
    flags = (flag for one in draft.matters if one.case == case for flag in support(one.flags, draft.ground))
    return frozenset(word for flag in flags for fact in flag.evidence for word in words(fact.observed))


def threats(channel: Channel, draft: Draft) -> list[str]:
    """What a person typed for the seller to read that threatens or asks for money, each as `field='value' (why)`."""
    return _said_to_seller(channel, draft, *THREATENING)


def grave_threats(channel: Channel, draft: Draft) -> list[str]:
    """Those of them that ask for money, or that threaten, with whatever it is, a seller of whom nothing is alleged."""
    return _said_to_seller(channel, draft, *(THREATENING if draft.ground is Ground.NONE else [Says.MONEY]))


def threatening(text: str) -> list[str]:
    """The words of a text that threaten, or ask for money."""
    return said(text, *THREATENING)


def unheard(channel: Channel, draft: Draft) -> Iterator[str]:
    """What nobody but a person says in a draft, in whatever words: each text, each note, and his files."""
    for one, value in _given(channel, draft.values):
        if not (_names_others(one, value) or one.closed or CODE.fullmatch(value) or places(value)):
            yield f"nobody but you says this: --set {one.name}={_shown(value)}"
    for package in draft.evidence:
        if package.note:
            by = package.by or "who added it"
            yield f"nobody but {by} says this: the note of {package.name}, {_shown(package.note)}"
    if draft.attachments:
        names = ", ".join(draft.attachments)
        yield f"nobody but you says what attached files say, which were not read: {_shown(names)}"


def doubts(channel: Channel, draft: Draft) -> Iterator[str]:
    """What is to be told of the typed values of a draft that alleges no counterfeit by a test buy."""
    if found := threats(channel, draft):
        yield f"the seller is threatened, or asked for money, by words that a person typed: {'; '.join(found)}"
    if draft.ground is Ground.COUNTERFEIT:
        return
    if said := all_alleged(channel, draft):
        yield f"a counterfeit is alleged by words that a person typed, and no test buy says it: {'; '.join(said)}"
    yield from unheard(channel, draft)
    for name, known in channel.other_codes.items():
        code = draft.values.get(name, "").strip().upper()
        compared = code in known or code in channel.counterfeit_codes.get(name, ())
        if CODE.fullmatch(code) and not compared:
            yield (
                f"nobody compared the code {name}={code[:MOST_SHOWN]} with the ground {draft.ground}: look it up in "
                "the site's list; one that means a counterfeit needs a test buy"
            )


def _given(channel: Channel, given: Mapping[str, str]) -> Iterator[tuple[Field, str]]:
    """The fields that a person said something for, with what he said."""
    fields = {one.name: one for one in channel.fields}
    return ((fields[name], value) for name, value in given.items() if name in fields and value.strip())


def _said_to_seller(channel: Channel, draft: Draft, *kinds: Says) -> list[str]:
    """What a person typed for the seller to read that says one of some kinds, each as `field='value' (why)`."""
    read = ((one, value) for one, value in _given(channel, draft.values) if one.to_seller)
    return [_quoted(one, value, found) for one, value in read if (found := said(value, *kinds))]


def _names_others(field: Field, value: str) -> bool:
    """Whether a value is an address, or the name of somebody whom it alleges nothing of."""
    return bool(ADDRESS.fullmatch(value)) or (field.names and len(value) <= MOST_NAME)


def _quoted(field: Field, value: str, said: Sequence[str]) -> str:
    return f"{field.name}={value[:MOST_SHOWN]!r} ({', '.join(said[:5])})"


def _shown(text: str) -> str:
    """A text, of a long one its beginning and how much more there is."""
    more = len(text) - MOST_TOLD
    return f"{text[:MOST_TOLD]!r}{f' and {more} characters more' if more > 0 else ''}"


def told(given: Mapping[str, str]) -> str:
    """The typed values for the history of a complaint; of an endless one its beginning."""
    cut = (f"{name}={value[:MOST_KEPT]!r}{' and more' * (len(value) > MOST_KEPT)}" for name, value in given.items())
    return "; ".join(cut)


def words(text: str) -> list[str]:
    """The words of a text that allege a counterfeit or a deceit, or that goods were bought and looked at."""
    plain = without_denied(text)
    found = [*counterfeit_words().named(plain), *said(plain, Says.ALLEGES, Says.BOUGHT), *answered(text)]
    return list(dict.fromkeys(found))


def priced(text: str) -> list[str]:
    """What in a text speaks of prices or names an amount of money."""
    plain = " ".join(unicodedata.normalize("NFKC", GIVES_AWAY.sub(" ", text)).split())
    folded = plain.casefold()
    found = [word for word in re.findall(r"\w+", folded) if word.startswith(_prices("begins")) or "preis" in word]
    found += [phrase for phrase in _prices("holds") if phrase in folded]
    return list(dict.fromkeys([*found, *(one.group().strip() for one in AMOUNT.finditer(plain))]))


@cache
def _prices(name: str) -> tuple[str, ...]:
    text = files("monitor.complaints").joinpath("priced.toml").read_text("utf-8")
    return tuple(str(one).casefold() for one in tomllib.loads(text)[name])

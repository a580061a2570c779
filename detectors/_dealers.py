"""Listed sellers under names that are theirs but for a place, a word for a shop, a slip, or signs that sound alike."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from monitor.brands import SellerEntry
from monitor.brands.ids import is_at
from monitor.marks import name_parts, same_name, same_words
from monitor.marks.eastern import simplified
from monitor.marks.folding import WORDS, is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.names import CAMEL, own_words

LEAST_NEAR = 11
"""Shorter names are too often one letter away from another one's."""
LEAST_WORDS = 2
"""A name of fewer words, its place left out, may be a surname or a word for the goods: Perrault Paris."""
LEAST_SIGNS = 4
"""So many signs a name has beside a place in scripts without spaces."""
SAME_SOUND = (
    "本元", "斉斎齊齋", "沢澤", "島嶋嶌", "崎﨑嵜", "辺邊邉", "川河", "坂阪", "高髙", "浜濱", "広廣", "国國", "桜櫻",
    "竜龍", "富冨", "吉𠮷", "藤東", "池地", "条條", "滝瀧", "太大", "塚冢", "真眞", "万萬", "関關", "恵惠", "柳栁",
)  # fmt: skip
"""Japanese signs that surnames sound the same with: 山本 and 山元, 斎藤 and 斉藤, 菊池 and 菊地."""
SOUND = str.maketrans({simplified(sign): group[0] for group in SAME_SOUND for sign in group})


@dataclass(frozen=True, slots=True)
class _Read:
    """A name taken apart: its own words, and the places that it tells."""

    words: tuple[str, ...]
    places: frozenset[str]

    @property
    def text(self) -> str:
        return " ".join(self.words)


class Dealers:
    """The sellers whom a brand authorises, by the words of their names."""

    def __init__(self, entries: Iterable[SellerEntry]) -> None:
        own: dict[str, list[tuple[SellerEntry, _Read]]] = defaultdict(list)
        heard: dict[str, list[SellerEntry]] = defaultdict(list)
        doubled: dict[str, list[tuple[SellerEntry, str]]] = defaultdict(list)
        for entry in entries:
            for name in {entry.seller_name, entry.legal_entity} - {""}:
                read = _read(name)
                own[same_name(read.text)].append((entry, read))
                doubled[same_name(name)].append((entry, name))
                if _is_heard(name):
                    heard[_heard(name)].append(entry)
        self._own: Mapping[str, list[tuple[SellerEntry, _Read]]] = dict(own)
        self._heard: Mapping[str, list[SellerEntry]] = dict(heard)
        self._doubled: Mapping[str, list[tuple[SellerEntry, str]]] = dict(doubled)

    def find(self, name: str, marketplace: str) -> tuple[SellerEntry, str] | None:
        """The seller whom a name may mean on a marketplace, and how it stands to his: "is ..., that of"."""
        for entry, known in self._doubled.get(same_name(name), ()):
            if is_at(entry.marketplace, marketplace) and _one_letter_away(own_words(known), own_words(name)):
                return entry, "is one letter away from that of"
        read = _read(name)
        for entry, own in self._own.get(same_name(read.text), ()) if read.words else ():
            if is_at(entry.marketplace, marketplace) and _is_a_name(read, own) and same_words(own.text, read.text):
                return entry, "is, but for a place or a word for a shop, that of"
        for entry in self._heard.get(_heard(name), ()) if _is_heard(name) else ():
            if is_at(entry.marketplace, marketplace):
                return entry, "sounds as that of"
        return None


def _is_a_name(one: _Read, other: _Read) -> bool:
    """Whether the words of two names are more than a surname or a word for goods, and their places agree."""
    signs = all(map(_signs, (one.text, other.text))) and len(one.text.replace(" ", "")) >= LEAST_SIGNS
    if max(len(one.words), len(other.words)) < LEAST_WORDS and not signs:
        return False
    return (
        not one.places
        or not other.places
        or any(_is_same_place(here, there) for here in one.places for there in other.places)
    )


def _is_same_place(one: str, other: str) -> bool:
    """Whether two places are one, also where one is a city of the other's two letters: SG and Singapore."""
    return one == other or other in _cities_in(one) or one in _cities_in(other)


@cache
def _cities_in(country: str) -> frozenset[str]:
    """The cities of a country that is told by its two letters, as the words of names are read."""
    return frozenset(simplified(city.translate(WORDS)) for city in lexicon().cities_in.get(country, ()))


@lru_cache(maxsize=4096)
def _read(name: str) -> _Read:
    """A name without words for a shop, and without places; what is left of one that is nothing else is nothing."""
    words: list[str] = []
    places: set[str] = set()
    tokens = own_words(CAMEL.sub(" ", name))
    for at, token in enumerate(tokens):
        if token in _cities() or (at and token in lexicon().countries):
            places.add(token)
            continue
        city = "" if token.isascii() else next((city for city in _cities_of_signs() if _holds(token, city)), "")
        own = name_parts(token.removeprefix(city) if token.startswith(city) else token.removesuffix(city)).core
        places |= {city} - {""}
        words += [own] if own else []
    return _Read(tuple(words), frozenset(places))


def _holds(token: str, city: str) -> bool:
    """Whether a token of signs begins or ends with a city, and is long enough beside it."""
    return len(token) >= len(city) + LEAST_SIGNS and (token.endswith(city) or token.startswith(city))


def without_city(key: str) -> str:
    """The key of a firm's name in signs without the city that it begins with; another one as it is."""
    return key.removeprefix(next((city for city in _cities_of_signs() if key.startswith(city)), ""))


@cache
def _cities() -> frozenset[str]:
    """The cities as the words of names are read."""
    return frozenset(simplified(city.translate(WORDS)) for city in lexicon().cities)


@cache
def _cities_of_signs() -> tuple[str, ...]:
    return tuple(sorted(city for city in _cities() if is_cjk(city[0])))


def _signs(name: str) -> bool:
    """Whether a name is written in Chinese, Japanese or Korean signs."""
    return any(map(is_cjk, name))


def _is_heard(name: str) -> bool:
    """Whether a name in signs is more than a surname, many of which sound alike: 太田 and 大田 are two."""
    return _signs(name) and len(name_parts(name).core) >= LEAST_SIGNS


def _heard(name: str) -> str:
    """A name as it sounds, where signs of surnames sound the same."""
    return "".join(own_words(name)).translate(SOUND)


def _one_letter_away(one: list[str], other: list[str]) -> bool:
    """Whether two names with one key differ in one letter of one word: SunOptics Store is not SunOptic Store."""
    if len(one) != len(other) or len("".join(one)) < LEAST_NEAR:
        return False
    return sum(OSA.distance(*pair) for pair in zip(one, other, strict=True)) == 1

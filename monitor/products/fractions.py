"""Words of a title that may be what is sold at a fraction of the floor: "coffee machine X10, silicone mat".

Everyday words explain a price that an undercutter asks. No leather, gift, kit or warranty explains one that only a
cover, a card or a paper costs: there only words explain that name nothing which could be sold, in `harmless.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from monitor.products.counting import PAIRED, Kind, kind_of
from monitor.products.data import data
from monitor.products.explained import Names, is_between, read_title, tells
from monitor.products.kinds import TOKEN, is_called_so
from monitor.products.talk import Talk, goods_have, how_goods_are, is_everyday, said_of_goods
from monitor.products.words import SPACELESS, fold, lexicon, spaced

ADJECTIVE = re.compile(
    r"\w{3,}(?:[^e]ed|ibles?|proof|less|ées?|és|izad[oa]s?|izzat[aeio]|[fghkmnrtz]bar(?:e[rsn]?)?|ische?[rsn]?|[aei]bil[ei]"
    r"|iert(?:e[rsn]?)?|freie?[rsn]?|feste?[rsn]?|eerde?|erade|owan[aey]|yjn[aey]|czn[aey]|ный|ная|ное|ные|ский|ская"
    r"|ское|ские)"
)
"""How words end that no thing is called by: "plastic" and "boutique" are things."""
SHORT = 2
"""Behind "in" and other words of so few letters one word alone tells what goods have."""

NO_THINGS = ("good", "works", "people")
"""The rows of what titles say of goods whose words are no things."""
ROW_OF_SIZES = re.compile(r"(?<!\w)(?:x*[sml]\s?[/,+|]\s?){1,4}x*[ml](?!\w)")
YEAR = re.compile(r"20\d\d")
USE = 2
"""So many everyday words behind "for" tell what goods are used for: "for home office"."""


@cache
def _kind(name: str) -> Kind:
    return kind_of(data("harmless.toml")[name]["any"])


@cache
def _harmless() -> Talk:
    things = frozenset(data("harmless.toml")["things"]["any"].split())
    rows = (*data("harmless.toml")["harmless"].values(), *(data("uses.toml")["uses"][name] for name in NO_THINGS))
    words = (*" ".join(rows).replace("|", " ").split(), *lexicon().colours, *lexicon().wearers)
    return Talk(kind_of(" ".join(word for word in words if word not in things)), kind_of(""), (ADJECTIVE,))


@cache
def _settled() -> dict[str, frozenset[str]]:
    return {name: frozenset(row.split()) for name, row in data("harmless.toml")["settled"].items()}


@cache
def _sides() -> dict[str, frozenset[str]]:
    return {name: frozenset(row.split()) for name, row in data("harmless.toml")["sides"].items()}


@cache
def _worn_in_ears() -> Kind:
    return kind_of(data("called.toml")["kinds"]["headphones"].replace("|", " "))


def sold_instead(title: str, name: str, marks: Iterable[str], plain: Iterable[str] = ()) -> str:
    """The first word of a title that may be what is sold at a fraction of the floor; an empty string if there is none.

    The arguments are those of `explained.unexplained`, which is asked before: this asks about what explains a word
    there. Words behind "with" tell what comes with the goods, those behind "for" what they are used for, and looks and
    stuffs before the word for the goods how they are.
    """
    clauses, known = read_title(title, name, marks, plain, _harmless())
    found = [word for words in clauses for word in _things(words, known)]
    if found:
        # What stands apart in the name is the product: "TV stand".
        own, named = read_title(name, name, marks, plain, _harmless())
        found = [word for word in found if not any(word in _things(words, named) for words in own)]
    return found[0] if found else _one_of_two(clauses, title, name)


def one_side(title: str, name: str, marks: Iterable[str]) -> str:
    """The letter of a title that says for which ear one of a pair is; an empty string where it names no side, or both.

    `marks` are names of the brand: "Norvik (R)" is a registered mark, and so is "Sona(R)" of the product's `name`. A
    letter in a row of sizes is one of them ("S/M/L").
    """
    if not any(is_called_so(_worn_in_ears(), text) for text in (name, title)):
        return ""
    text = ROW_OF_SIZES.sub(" ", fold(title))
    for line in TOKEN.findall(fold(name)):
        text = text if _worn_in_ears().says(line) else text.replace(f"{line}(r)", line)
    tokens = [token for token in TOKEN.findall(spaced(text)) if token not in ("(", "[")]
    known = {word for mark in marks for word in TOKEN.findall(spaced(fold(mark)))}
    letters = _sides()["letters"]
    found = [
        word
        for before, word, behind in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False)
        if word in letters
        and behind not in _sides()["sizes"]
        and not (before.isdigit() or before in _sides()["sizes"] or (word == "r" and before in known))
    ]
    return found[0].upper() if len(set(found)) == 1 else ""


def _things(words: Sequence[str], known: Names) -> Iterator[str]:
    """The words of a clause that may be things."""
    has, use = -1, -1
    for at, word in enumerate(words):
        before, behind = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if goods_have(word):
            has = at + 1 if len(word) <= SHORT else len(words)
        elif word in known.marks:
            has = -1
        elif _says_for(word):
            use = at + USE
        elif (
            _is_complement(words[max(at - 2, 0) : at], word, known)
            or _of_stuff(word, known)
            or at <= has
            or not tells(word)
            or _is_settled(before, word)
            or _is_numbered(before, word, behind, known)
        ):
            continue
        elif _kind("apart").has(word):
            yield from () if known.are_goods(behind) else (word,)
        elif not (
            known.explain(word)
            or (at <= use and (is_everyday(word) or said_of_goods().has(word)))
            or (_tells_how(word) and is_between(words[:at], words[at + 1 :], known))
        ):
            yield word


def _is_complement(before: Sequence[str], word: str, known: Names) -> bool:
    """Whether a word tells what goods they are, behind the word for them and "of": "chaussures de course"."""
    if len(before) < 2 or before[1] not in _settled()["of"] or not known.are_goods(before[0]):
        return False
    return is_everyday(word) or said_of_goods().has(word) or _kind("apart").has(word)


def _of_stuff(word: str, known: Names) -> bool:
    """Whether a compound names the goods by what they are made of: "Lederschuhe"."""
    return any(_kind("stuffs").has(word[:at]) and known.are_goods(word[at:]) for at in range(3, len(word) - 2))


def _is_settled(before: str, word: str) -> bool:
    """Whether a word that may be a thing is none behind the one before it: "UK stock"."""
    return word in _settled()["words"] and before in _settled()["before"]


def _is_numbered(before: str, word: str, behind: str, known: Names) -> bool:
    """Whether a word only says what a number is: "15 bar", "model X10"."""
    if _kind("labels").has(word):
        return any(map(str.isdigit, behind)) or behind in known.marks or YEAR.fullmatch(before) is not None
    return before.isdigit() and _kind("measures").has(word)


def _says_for(word: str) -> bool:
    return word in lexicon().short_for or lexicon().for_words.fullmatch(word) is not None


def _tells_how(word: str) -> bool:
    """Whether a word tells how goods are that it stands before: "steel", "quiet", "foldable"."""
    how = _kind("stuffs").has(word) or how_goods_are().has(word) or ADJECTIVE.fullmatch(word)
    return not SPACELESS.match(word) and bool(how)


def _one_of_two(clauses: Iterable[Sequence[str]], title: str, name: str) -> str:
    """The words for one piece of goods of which a pair is one unit."""
    if not any(PAIRED.within_text(fold(text)) for text in (name, title)):
        return ""
    ones = (f"1 {word}" for words in clauses for one, word in pairwise(words) if one == "1")
    return next((one for one in ones if one[2:] in _sides()["one"]), "")

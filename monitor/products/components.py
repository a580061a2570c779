"""Parts of a product, and what is sold beside it, in a title that bears the product's name or number.

"TVE900 drip tray" and "TVE900 espresso machine, 3 year extended warranty" name the machine and sell none. What such
things are called is data, in `components.toml`; what is here is how they stand.
"""

import re
from collections.abc import Iterator, Sequence

from monitor.products.accessories import WITHOUT, parted, parts
from monitor.products.contents import sold_alone
from monitor.products.data import data
from monitor.products.identifiers import bare
from monitor.products.kinds import is_of_its_kind, says_a_kind
from monitor.products.lazy import lazily
from monitor.products.own_kinds import is_of_own_kind
from monitor.products.part_nouns import BUILT_IN, part_behind
from monitor.products.phrases import phrases, top_level
from monitor.products.talk import is_everyday
from monitor.products.texts import Text
from monitor.products.words import SPACELESS, fold, lexicon, spaced, words

LETTER = r"a-z\u00df-\u024f\u0400-\u04ff0-9-"
NEAR = 3
"""So many words around a thing are asked whether it comes with the goods."""
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[+&/]")
APART = re.compile(r"[,;|•·]|\s[-–—]\s")
OUTSIDE = re.compile(r"[,;|•·(]\s*[^,;|•·(]*$|\s[-–—]\s[^,;|•·(]*$")
"""A clause of its own, in which what the goods have is told too."""
FEATURE = lazily(
    r"(?<![^\W_])(?:\d{1,4}(?:[.,]\d+)?\s?(?:l|ml|cl|dl|liter|litre|litres|litros|litri|oz|w|cm|mm|[x×])?"
    r"|removable|detachable|adjustable|foldable|double|large|\w*abnehmbare?[rsn]?|herausnehmbare?[rsn]?|große?[rsn]?"
    r"|amovible|extraíble|desmontable|rimovibile|estraibile|removível|afneembare?|uitneembare?|wyjmowan\w+|avtagbar\w*"
    r"|съёмн\w+|съемн\w+|可拆\w*|着脱式)\s*$"
)
"""What stands before a part that is told of the goods: its size, how many there are, that it can be taken off."""
NOT_OFFERED = WITHOUT | {"no", "and", "&", "+"}
IN_ANY_CLAUSE = ("warranty", "service", "payments", "packaging")
SHORT = 2
"""Words of so few letters name no goods."""
NEXT = 2
"""So many words behind "for" say what for."""
TOLD = re.compile(r'"([^"]+)" (?:(?:behind the word for the goods )?speaks of a part|is offered for it)')
GAP = 3
"""The last signs before a part, among which a sign that parts it from the number would stand."""


def _rows(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: lazily(rf"(?<![{LETTER}])(?:{row})(?![{LETTER}])") for name, row in table.items()}


_table = data("components.toml")
OPEN = re.compile(r"^\\w(?:\*|\{\d,\})")
"""The open beginning of a compound."""
PARTS, INSTEAD = _rows(_table["parts"]), _rows(_table["instead"])
ENDING_IN = {name: lazily(rf"(?<=[^\W\d_]{{4}})(?:{row})(?![{LETTER}])") for name, row in _table["parts"].items()}
"""A compound is goods of the kind that its end says: a Dengelamboss is an Amboss, an anvil."""
ANY = phrases(
    "|".join(OPEN.sub("~", one) for rows in _table.values() for row in rows.values() for one in top_level(row))
)
"""All of them at once: most titles have none, and are looked through once."""


def beside(listing: Text, product: Text, marks: frozenset[str]) -> str:
    """What a title offers of or for a product, in words; an empty string if it offers the product.

    `marks` are words of brand names. A part counts where the title does not say what kind of goods it offers, and else
    at its beginning, right behind the model number, or right behind the word for the goods.
    """
    plain = fold(listing.title)
    folded = spaced(plain)
    if ANY.search(folded, plain) is not None:
        own = sold_alone(product.title)
        for row, pattern in INSTEAD.items():
            for found in _counted(pattern, folded, own):
                if row in IN_ANY_CLAUSE or not OUTSIDE.search(folded[: found.start()]):
                    return f'"{found[0]}" speaks of what is sold beside it'
        for row, pattern in PARTS.items():
            for found in () if ENDING_IN[row].search(own) else _counted(pattern, folded, own):
                if _is_offered(found, folded, product, marks):
                    return f'"{found[0]}" speaks of a part'
    if part := part_behind(listing.title, product.title, (*marks, *product.numbers.codes)):
        return f'"{part}" behind the word for the goods speaks of a part'
    return _for_its_kind(listing, product, marks)


def way_out(reason: str, sku: str) -> str:
    """What to write where, if a word that `beside` told of is what the product is called; "" of other reasons."""
    found = TOLD.fullmatch(reason)
    return f'if "{found[1]}" is what {sku} itself is called, write it into its name in products.csv' if found else ""


def part_in(title: str, own: str) -> str:
    """The first word of a title for a part that does not come with the goods, of a kind that `own` names not."""
    plain = fold(title)
    folded = spaced(plain)
    if ANY.search(folded, plain) is None:
        return ""
    names = spaced(fold(own))
    found = (one[0] for pattern in PARTS.values() for one in _counted(pattern, folded, names))
    return next(found, "")


def _counted(pattern: re.Pattern[str], folded: str, own: str) -> Iterator[re.Match[str]]:
    """The places of a row that `own`, the folded names of the goods, has not, and that do not come with them.

    What names the goods' kind in another language is none either: "Becherhalter" of a cup holder.
    """
    if pattern.search(folded) is None or pattern.search(own):
        return
    known = lexicon().accessories
    for found in pattern.finditer(folded):
        before, after = WORD.findall(folded[: found.start()]), WORD.findall(folded[found.end() :])
        comes_with = known.with_before | NOT_OFFERED
        if is_of_own_kind(found[0], own):
            continue
        if comes_with.isdisjoint(before[-NEAR:]) and known.with_after.isdisjoint(after[:NEAR]):
            yield found


def _is_offered(found: re.Match[str], folded: str, product: Text, marks: frozenset[str]) -> bool:
    before, after = folded[: found.start()], folded[found.end() :]
    named, codes = WORD.findall(before), product.numbers.codes | product.numbers.lines
    numbered = any(bare("".join(named[-n:])) in codes for n in (1, 2, 3))
    if (FEATURE.search(before) and not numbered) or any(map(BUILT_IN.fullmatch, WORD.findall(after)[:1])):
        return False
    nouns = _nouns(product, marks)
    if not _says_kind(f"{before} {after}", product, nouns):
        return True
    if not named or APART.search(before[-GAP:]):
        return not named
    return numbered or _of_kind(named[-1], product, nouns)


def _nouns(product: Text, marks: frozenset[str]) -> list[str]:
    """The words of a name behind which no other stands: `toaster` of "toaster 4-slice", not coffee of a grinder.

    What a model number follows names the maker or the line, and what the device comes with names no goods.
    """
    said = words(parts(sold_alone(product.title)).head)
    ends = zip(said, (*said[1:], ""), strict=True)
    return [
        word
        for word, after in ends
        if word.isalpha() and len(word) > SHORT and word not in marks and word not in product.maker
        if not after.isalpha() and bare(after) not in product.numbers.codes
    ]


def _of_kind(text: str, product: Text, nouns: Sequence[str]) -> bool:
    """Whether a text says the kind of goods that such a word says."""
    if any(is_of_its_kind(text, noun) for noun in nouns):
        return True
    return is_of_its_kind(text, sold_alone(product.title), phrases_alone=True)


def _says_kind(text: str, product: Text, nouns: Sequence[str]) -> bool:
    """Whether a text says what goods the product is: their kind, in any language, or such a word itself."""
    return _of_kind(text, product, nouns) or not {*nouns}.isdisjoint(words(text))


def _for_its_kind(listing: Text, product: Text, marks: frozenset[str]) -> str:
    """Whether what a title offers is "for" goods of the product's kind: "panier pour grille-pain"."""
    pairs = [(listing.parts.head, listing.parts.tail)] if listing.parts.tail else []
    if not lexicon().short_for.isdisjoint(listing.words):
        pairs.append(parted(listing.title))
    if not pairs:
        return ""
    own, nouns = product.words | marks, _nouns(product, marks)
    if nouns and says_a_kind(nouns[-1]):
        nouns = [noun for noun in nouns if says_a_kind(noun)]  # no name of a line, which stands before them
    for head, tail in pairs:
        near = _near(tail)
        if product.parts.tail and is_of_its_kind(near, product.parts.tail):
            continue
        if _of_kind(near, product, nouns) and not _says_kind(head, product, nouns):
            odd = (word for word in WORD.findall(fold(head)) if _tells(word, own, product.numbers.codes))
            if word := next(odd, ""):
                return f'"{word}" is offered for it'
    return ""


def _near(tail: str) -> str:
    """The words behind "for" that say what for, up to the end of their phrase: "moulin à café"."""
    said = tail.split()
    return " ".join(said[: NEXT + (len(said) > NEXT and len(said[NEXT - 1]) <= SHORT)])


def _tells(word: str, own: frozenset[str], codes: frozenset[str]) -> bool:
    named = word in own or bare(word) in codes or any(sign.isdigit() for sign in word)
    return (len(word) > SHORT or SPACELESS.match(word) is not None) and not named and not is_everyday(word)

"""How many units of a product that holds several pieces a title sells: of boxes of ten, "100 capsules" are ten.

How many pieces a unit holds is known from `pack_count`; what is here is which numbers of a title count pieces, and
which count packs of them. A number of pieces that no packs of the product make is another size.
"""

import re
from collections.abc import Iterator

from monitor.products.asides import without_asides
from monitor.products.counting import BY_THE_BOX, CONTAINERS, CONTENTS, DOSES, OF_OR_WITH, SHEETED, SHEETS, WORD
from monitor.products.lazy import lazily
from monitor.products.numerals import AFTER, AMOUNT, BEFORE, MOST, NUMERALS, N, beginning, number
from monitor.products.packs import Pack
from monitor.products.unread import LOOSE, OF_SIZE, PACKS
from monitor.products.words import fold

NOUN = lazily(
    rf"{BEFORE}(\d{{1,4}})[\s-]?(?:er[\s-])?(?P<near>[^\W\d_]{{2,}}\.?)(?:[\s-](?P<far>[^\W\d_]{{4,}}))?", re.IGNORECASE
)
"""A number, and the one or two words behind it, of which the second may be what it counts: "20 cleaning tablets"."""
BEHIND = lazily(r"(?P<near>[^\W\d_]{3,}):?\s(\d{1,4})(?=\s*(?:$|[,;()–]|-\s))", re.IGNORECASE)
"""A number at an end, behind what it counts: "tea bags 60"."""
OF_ASIA = lazily(r"(?<![\d.])(\d{1,4})\s?[片枚粒颗顆錠锭丸张張抽个個只袋包本支개정매포](?!\s?[x×*])")
PIECE = lazily(rf"(?:{LOOSE})\.?", re.IGNORECASE)
PAIR = lazily(
    rf"{BEFORE}(\d{{1,3}})\s?[x×*]\s?(\d{{1,4}})(?![.,]?\d|\s?[x×*]\s?\d|\s?(?:[cm]?m|m?g|kg|ml|cl|l|oz|mcg|iu|ie)\b)",
    re.IGNORECASE,
)
BOXES_OF_IT = lazily(
    rf"{BEFORE}{N}\s?(?:[x×]\s?)?(?P<of>packs|packungen|pakete|verpackungen|schachteln|dosen|boîtes|paquets|cajas|paquetes"
    rf"|envases|scatole|confezioni|caixas|embalagens|dozen|pakken|opakowania|opakowań|упаковки|упаковок|förpackningar|kutu"
    rf"|boxes|cartons|tubs|jars|tins|bottles|flaschen|flacons|frascos|flaconi)\b|{BEFORE}{N}\s?[盒箱瓶罐]",
    re.IGNORECASE,
)
TIMES_IT = lazily(rf"^\W*{N}\s?[x×]\s+(?=[^\W\d])|(?<=[\s(])[x×]\s?{N}(?=\s*[),;](?!\d)|\s*$)", re.IGNORECASE)
PACK_OF = lazily(
    rf"\b(?:{PACKS})\s+(?:{OF_OR_WITH.either})\s+{N}{AFTER}(?!\s?(?:{AMOUNT}))",
    re.IGNORECASE,
)
PACKS_OF = lazily(
    rf"{BEFORE}{N}\s?(?:[x×]\s?)?(?:{PACKS}|sets|{CONTAINERS.either}|päckchen|schachteln?|[盒箱袋包瓶罐])"
    rf"(?:\s+|(?<=[盒箱袋包瓶罐])\s?)\(?(?:(?:{OF_OR_WITH.either}|[×x])\s?){{0,2}}\s*{N}{AFTER}(?!\s?(?:{AMOUNT}))"
    rf"|{BEFORE}{N}[\s-]?(?:er[\s-])?(?:packs?|个装|個入り?|片装|枚入り?|er)\s?[x×]\s?{N}{AFTER}(?!\s?(?:{AMOUNT}))"
    rf"|{BEFORE}{N}\s?(?:[x×]\s?)?{N}-packs?(?!\w)",
    re.IGNORECASE,
)
"""So many packs of so many pieces."""
SO_MANY_PACK = lazily(rf"{BEFORE}{N}[\s-]?(?:er[\s-]?)?(?:pack|set|pk|pak)\b", re.IGNORECASE)
"""So many packs, or one pack of so many pieces."""
ONE_OF_IT = lazily(
    rf"{BEFORE}1\s?(?:[x×]\s|(?:pcs?|piece|stück|stk|st|pièce|pce|pieza|pza|ud|unidad|pezzo|pz|peça|stuk|sztuka|szt|шт|adet)\.?(?!\w))"
    r"|(?<!\w)(?:einzelstück|stückpreis|einzeln|single piece|à l['’]unité|pro stück|per piece|per stuk)(?!\w)"
    r"|(?<![\d.])1\s?[個个片枚支本개매]",
    re.IGNORECASE,
)
"""One piece, where the product holds several."""
MOST_PACKS = 6
"""A pack of more may as well be a box of fewer pieces than the product holds."""
LEAST_COMPOUND = 4
NO_PIECES = frozenset({"und", "un", "units", "unit", "unités", "unité", "ad", "copies", "exemplaires", "pk", "par"})
"""Words of other meanings, and of what may be packs."""
BARS = frozenset({"tablette", "tablettes"})
"""Tablets, where the product is known to be none of chocolate's bars."""
COMPOUNDS = tuple(sorted(word for word in CONTENTS.words if len(word) >= LEAST_COMPOUND))
PLURALS = ("s", "n", "e", "i")
"""How more than one end, roughly: "bags", "Masken", "pastiglie"."""


def sold(title: str, name: str, holds: int) -> Pack | None:
    """What a title says of a product that holds so many pieces; None where it counts neither pieces nor packs."""
    text, of_name = fold(without_asides(beginning(title))), frozenset(WORD.findall(fold(name)))
    if (inner := PACKS_OF.search(text)) and (found := _of_packs_of(inner, holds)):
        return found
    pieces = dict(_pieces(text, of_name))
    packs = dict(_packs(text, holds, pieces))
    if pair := PAIR.search(text):
        one, other = number(pair[1]), number(pair[2])
        units = _of_pair(one, other, holds)
        if units and pieces.keys() <= {one, other, one * other}:
            return Pack(units, pair[0].strip())
    if len(packs) > 1:
        return Pack(problem=f"the title says {_either(packs)}, so the number of units is not certain")
    if holds in pieces:
        return next((Pack(units, said) for units, said in packs.items()), Pack(text=pieces[holds]))
    return _of_pieces(pieces, packs, holds) if pieces else _of_packs(text, packs, holds)


def content_numbers(name: str) -> frozenset[int]:
    """The numbers of tablets, sheets and the like that a name says one pack holds."""
    return frozenset(
        many for many, said in _pieces(fold(beginning(name)), frozenset()) if _is_content(said.split()[-1])
    )


def _of_packs_of(inner: re.Match[str], holds: int) -> Pack | None:
    """What "2 packs of 12" makes of a product: one that holds 24; None where no pack holds fewer than the product."""
    one, other = (number(said) for said in inner.groups() if said)
    said = inner[0].strip(" \t,;(")
    if holds in (one, other) or min(one, other) <= 1:
        return None
    if one * other == holds:
        return Pack(text=said)
    return Pack(problem=f'the title says "{said}", the product has {holds} pieces: the number of units is not certain')


def _of_pair(one: int, other: int, holds: int) -> int:
    """The units of "2 x 10": of what holds ten they are two; 0 where no packs of the product make it."""
    if other == holds:
        return one
    if one == holds:
        return other
    return one * other // holds if one * other % holds == 0 else 0


def _of_pieces(pieces: dict[int, str], packs: dict[int, str], holds: int) -> Pack:
    """The units that pieces make, none of which is what the product holds."""
    for many, said in pieces.items():
        if many % holds == 0 and len(pieces) == 1 and packs.keys() <= {many // holds}:
            return Pack(many // holds, said)
    if len(pieces) == 1 and not packs:
        return Pack(problem=f"the listing sells {next(iter(pieces))} pieces, the product has {holds}")
    said = _either(pieces | packs)
    return Pack(problem=f"the title says {said}, the product has {holds} pieces: the number of units is not certain")


def _of_packs(text: str, packs: dict[int, str], holds: int) -> Pack | None:
    """The units that packs make where no number counts pieces; one piece alone is no unit, nor surely "x10" of ten."""
    for many, said in packs.items():
        if many == holds:
            return Pack(problem=f'the title says "{said}", and the product holds {holds}: it may be one of it')
        return Pack(many, said)
    one = ONE_OF_IT.search(text)
    return Pack(problem=f'the title says "{one[0].strip()}", the product has {holds} pieces') if one else None


def _either(said: dict[int, str]) -> str:
    return " and ".join(f'"{one}"' for one in sorted(said.values()))


def _pieces(text: str, of_name: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The numbers of a title that count pieces, and with what words."""
    for found in NOUN.finditer(text):
        near, far = found["near"], found["far"] or ""
        if number(found[1]) <= 1 or OF_SIZE.search(text[: found.start()]):
            continue
        if _is_piece(near, of_name):
            yield number(found[1]), f"{found[1]} {near}"
        elif far and not CONTAINERS.has(near) and (_is_content(far) or (far in of_name and near in of_name)):
            yield number(found[1]), f"{found[1]} {near} {far}"
    for found in BEHIND.finditer(text):
        named = found["near"] in of_name and found["near"].endswith(PLURALS) and found[2] not in of_name
        if number(found[2]) > 1 and (named or _is_content(found["near"])):
            yield number(found[2]), f"{found['near']} {found[2]}"
    if not text.isascii():
        yield from ((number(found[1]), found[0]) for found in OF_ASIA.finditer(text) if number(found[1]) > 1)


def _packs(text: str, holds: int, pieces: dict[int, str]) -> Iterator[tuple[int, str]]:
    """The numbers that count packs of the product; one pack of so many pieces goes to the pieces."""
    for pattern in (BOXES_OF_IT, TIMES_IT, PACK_OF, SO_MANY_PACK):
        for found in pattern.finditer(text):
            if OF_SIZE.search(text[: found.start()]):
                continue
            many = number(next(one for one in found.groups() if one and (one[0].isdigit() or one in NUMERALS)))
            of_either = pattern in (PACK_OF, SO_MANY_PACK)
            if of_either and many >= holds:
                pieces.setdefault(many, found[0].strip())
            elif many not in pieces and 1 < many <= (MOST_PACKS if of_either else MOST):
                yield many, found[0].strip(" \t,;(")


def _is_piece(word: str, of_name: frozenset[str]) -> bool:
    """Whether a word behind a number counts pieces: "pcs", "tablets", or what the product's name calls its goods."""
    word = word.rstrip(".")
    if word in NO_PIECES:
        return False
    return PIECE.fullmatch(word) is not None or _is_content(word) or (word in of_name and word.endswith(PLURALS))


def _is_content(word: str) -> bool:
    """Whether a word is of tablets, sheets and the like, alone or at the end of a compound: "Reinigungstabletten"."""
    return word in CONTENTS.words or word in BARS or word.endswith(COMPOUNDS)


def is_boxed(title: str, name: str) -> bool:
    """Whether goods are of those of which a box holds many: tablets, capsules, tea, masks, nappies, wipes."""
    both = fold(f"{title} {name}")
    return any(kind.within_text(both) for kind in (CONTENTS, DOSES, SHEETS, SHEETED, BY_THE_BOX)) or any(
        _is_content(word) for word in WORD.findall(both)
    )

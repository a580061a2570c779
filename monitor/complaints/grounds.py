"""On what a complaint may rest, and which flags can carry it. Pure.

What prices or a seller's missing authority show carries nothing: to sell genuine goods cheaply infringes no right.
"""

from collections.abc import Iterable
from enum import StrEnum

from monitor.cases import band_of
from monitor.records import Evidence, Flag
from monitor.records.finding import TO_WHO_DECIDES


class Ground(StrEnum):
    """Why a right is infringed."""

    TRADEMARK = "trademark"
    COPYRIGHT = "copyright"
    COUNTERFEIT = "counterfeit"
    NONE = "none"
    """Nothing is alleged: a letter that only asks."""


ALLEGED = frozenset({Ground.TRADEMARK, Ground.COPYRIGHT, Ground.COUNTERFEIT})
NOTE = "note"
"""The band of flags that accuse nobody, as where the seller was not read; they carry nothing and are not cited."""
CARRIES: dict[tuple[str, str], Ground] = {
    ("text_match", "counterfeit_words"): Ground.TRADEMARK,
    ("text_match", "counterfeit_words_in_photo"): Ground.TRADEMARK,
    ("text_match", "not_genuine"): Ground.TRADEMARK,
    ("text_match", "disguise"): Ground.TRADEMARK,
    ("text_match", "comparison"): Ground.TRADEMARK,
    ("text_match", "comparison_in_photo"): Ground.TRADEMARK,
    ("unauthorized_seller", "impersonation"): Ground.TRADEMARK,
    ("photo_match", "own_photo"): Ground.COPYRIGHT,
}
"""The flags, by kind and rule, that carry a ground by themselves."""
ADDS = frozenset(
    {
        ("logo_match", "logo_in_photo"),
        ("text_match", "mark_in_photo"),
        ("text_match", "disguise_in_photo"),
        ("text_match", "off_catalogue"),
        ("text_match", "keyword_stuffing"),
        ("text_match", "joined"),
        ("text_match", "misspelling"),
        ("text_match", "counterfeit_word_alone"),
        ("text_match", "counterfeit_word_in_photo"),
        ("text_match", "not_genuine_perhaps"),
    }
)
"""Flags that add to a trademark ground and carry none.

Genuine goods bear the logo too, a slip may be a slip, a word that is there to be found need not lead a buyer to think
that the goods are the mark's, a word of counterfeiting alone may have another sense, and a
disguise that was read in a photo may be the reader's slip.
"""
RESTS_ON_SELLER = frozenset({("photo_match", "own_photo"), ("logo_match", "logo_in_photo")})
"""Flags whose sentence says that the seller is not authorised; they say nothing of a listing that names no seller."""
WORDS = frozenset(
    {
        "counterfeit_words",
        "counterfeit_words_in_photo",
        "counterfeit_word_alone",
        "counterfeit_word_in_photo",
        "not_genuine",
        "not_genuine_perhaps",
    }
)
"""The rules whose evidence is words beside a mark."""
BY_WORD = frozenset(
    {
        ("text_match", "counterfeit_word_alone"),
        ("text_match", "counterfeit_word_in_photo"),
        ("text_match", "not_genuine_perhaps"),
    }
)
"""The flags on one word for a copy, which carry a trademark ground where a person says that it is said of the goods."""
OF_TRADE = frozenset({"low_price", "unstable_price", "unauthorized_seller"})
"""The kinds of flags on prices and sellers."""
COULD_BE = {
    Ground.COPYRIGHT: "an own photo used without a licence (photo_match)",
    Ground.TRADEMARK: (
        "misuse of the mark (text_match: disguise, counterfeit words or comparison; a seller who poses as the brand)"
    ),
    Ground.COUNTERFEIT: "a test buy that shows a counterfeit (--test-buy)",
}
"""What would carry each ground, in words."""


def grounds_of(flags: Iterable[Flag], *, test_buy: bool = False) -> frozenset[Ground]:
    """The grounds that flags carry, and counterfeit where a test buy showed it."""
    found = {CARRIES[one.kind, one.rule] for one in flags if (one.kind, one.rule) in CARRIES and _accuses(one)}
    return frozenset(found | {Ground.COUNTERFEIT} if test_buy else found)


def rests_on_word(flags: Iterable[Flag]) -> bool:
    """Whether flags carry no trademark ground, and one of them is a word for a copy that a person can look up."""
    found = [one for one in flags if _accuses(one)]
    return Ground.TRADEMARK not in grounds_of(found) and any((one.kind, one.rule) in BY_WORD for one in found)


def why_none(flags: Iterable[Flag]) -> str:
    """Why flags carry no ground by themselves, in words."""
    found = list(flags)
    adds = sorted({f"{one.kind} ({one.rule})" for one in found if (one.kind, one.rule) in ADDS})
    said = [f"what may be fair ({', '.join(adds)})"] if adds else []
    if not adds or any(one.kind in OF_TRADE for one in found):
        said.append("prices and a missing authorisation")
    return f"{', '.join(said)} alone infringe no right"


def carriers(ground: Ground) -> str:
    """The flags that carry a ground, in words."""
    if ground is Ground.COUNTERFEIT:
        return "a test buy"
    return ", ".join(f"{kind} {rule}" for (kind, rule), carried in CARRIES.items() if carried is ground)


def support(flags: Iterable[Flag], ground: Ground) -> tuple[Flag, ...]:
    """The flags that a complaint on a ground may cite."""
    return tuple(
        one
        for one in filter(_accuses, flags)
        if CARRIES.get((one.kind, one.rule)) is ground
        or (ground is not Ground.COPYRIGHT and (one.kind, one.rule) in ADDS)
        or (ground is Ground.COUNTERFEIT and CARRIES.get((one.kind, one.rule)) is Ground.TRADEMARK)
    )


def marks(flag: Flag) -> tuple[str, ...]:
    """The marks that a flag names, the first one first; of one that looks at pictures or names, what it compared with.

    Of words of counterfeiting it is the marks that the listing mentions: stored flags of before named the brand with
    each of the words, whatever mark stood there.
    """
    facts = [fact for fact in flag.evidence if fact.expected or flag.rule not in WORDS]
    return tuple(dict.fromkeys(fact.asset for fact in facts if fact.asset))


def names_of(flag: Flag) -> tuple[str, ...]:
    """The marks that a flag names in words, without picture files."""
    files = {fact.asset for fact in flag.evidence if _is_file(fact)}
    return tuple(mark for mark in marks(flag) if mark not in files)


def alleged(flags: Iterable[Flag], ground: Ground) -> frozenset[tuple[str, str, str]]:
    """Kind, rule and mark of all that a complaint on a ground may cite; the mark is empty where none is named."""
    found = () if ground is Ground.NONE else support(flags, ground)
    return frozenset((one.kind, one.rule, mark) for one in found for mark in marks(one) or ("",))


def cited(flag: Flag) -> str:
    """A flag's sentence as it is told outside: what the listing shows, without the names of our own picture files.

    What follows it for who decides about the case is left out whole; nothing is cut out of a sentence.
    """
    files = dict.fromkeys(fact.asset for fact in flag.evidence if _is_file(fact))
    said = flag.sentence.replace(f" {', '.join(files)}", "", 1) if files else flag.sentence
    for aside in TO_WHO_DECIDES:
        said = said.removesuffix(aside)
    return said


def before(moment: str) -> str:
    """What follows a sentence on a picture that was replaced since a moment; nothing where it was not."""
    return f" So it was when it was captured and sealed on {moment}; the picture was replaced since." if moment else ""


def _is_file(fact: Evidence) -> bool:
    return fact.field == "images" and "/" in fact.asset


def _accuses(flag: Flag) -> bool:
    return band_of(flag.severity) != NOTE

"""As whom a seller poses, and whether a name takes back that it speaks for a brand."""

from dataclasses import dataclass, replace
from functools import cache

from detectors._sentences import shown
from monitor.marks import Written
from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon
from monitor.records import Evidence


@dataclass(frozen=True, slots=True)
class Pose:
    """As whom a seller poses, in words that follow "The seller's name", and the evidence.

    Not `sure` where another reading is as good: the plain name of an authorised seller of the same marketplace (the
    list may have another id for him than the site), or a mark that is a word or a name, beside goods of others.
    """

    says: str
    evidence: tuple[Evidence, ...]
    sure: bool = True
    rule: str = "impersonation"


def as_other(pose: Pose) -> Pose:
    """A pose that is doubted, since nothing but the name itself says that the goods are the brand's."""
    if not pose.sure:
        return pose
    doubt = "but it may be the name of another firm: nothing else shows goods of the brand"
    return replace(pose, says=f"{pose.says}, {doubt}", sure=False, rule="near_name")


def as_word(says: str, evidence: tuple[Evidence, ...], other: str) -> Pose:
    """A pose that is doubted, since the mark may be a word, or with the words beside it another name."""
    return Pose(f"{says}, but that may be a word or another name{other}", evidence, sure=False, rule="everyday_name")


def takes_back(others: str, speaks: Written) -> bool:
    """Whether a name, the mark left out, takes back a word such as "official", or is one of those who love the mark."""
    joined = max(0, speaks.text.casefold().find(speaks.reads))
    return _is_denied(others[: speaks.start + joined]) or _is_denied_after(others[speaks.end :]) or is_of_fans(others)


def in_words(word: Written) -> str:
    """A word of trade as it stands in the name, and what it reads as where its letters are others."""
    return f'"{shown(word.text)}"' + ("" if word.is_plain else f', which reads as "{word.reads}"')


def evidence_of(word: Written) -> Evidence:
    return Evidence(field="seller_name", observed=word.text, expected=word.reads, span=(word.start, word.end))


def is_of_fans(others: str) -> bool:
    """Whether what is said beside the mark is of those who love it: "Official <mark> Fanclub"."""
    words = others.casefold().split()
    return any(fan in others if is_cjk(fan[0]) else fan in words for fan in lexicon().fans)


def _is_denied(before: str) -> bool:
    """Whether the words before one such as "official", the mark left out, take it back: "not an official", 非官方."""
    written_before = before.casefold().split()
    words = [word for part in written_before if (word := part.strip("-_()[],.:;\"'"))]
    while words and words[-1] in lexicon().articles:
        words.pop()
    said = [" ".join(words[first:]) for first in range(len(words))] + written_before[-1:]
    denies = lexicon().denial | lexicon().not_official
    return any(phrase in denies for phrase in said) or before.rstrip().endswith(_close_denial())


def _is_denied_after(after: str) -> bool:
    """Whether the words behind take it back: "resmi değil"."""
    said = after.lstrip(" -_").casefold()
    word = (said.split() or [""])[0].strip("()[],.:;\"'")
    return any(
        word == phrase or (is_cjk(phrase[0]) and said.startswith(phrase)) for phrase in lexicon().not_official_after
    )


@cache
def _close_denial() -> tuple[str, ...]:
    """The denials of scripts without spaces."""
    denies = lexicon().denial | lexicon().not_official
    return tuple(sorted(phrase for phrase in denies if is_cjk(phrase[0])))

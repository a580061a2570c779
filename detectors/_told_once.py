"""A mark that was read where a logo of its brand was found is told once, with the logo."""

from collections.abc import Sequence

from monitor.images.boxes import area, shared
from monitor.records import Evidence, Flag

HALF = 0.5


def told_once(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    """The flags without those of a mark in photos that stands within logos of its brand, wherever it does."""
    logos = [(flag.brand, one) for flag in flags if flag.kind == "logo_match" for one in flag.evidence]
    return tuple(flag for flag in flags if flag.rule != "mark_in_photo" or not _within(flag, logos))


def _within(flag: Flag, logos: Sequence[tuple[str, Evidence]]) -> bool:
    own = [one for brand, one in logos if brand == flag.brand]
    return all(any(_holds(logo, word) for logo in own) for word in flag.evidence if word.image)


def _holds(logo: Evidence, word: Evidence) -> bool:
    """Whether half of a word or more stands within a logo, in the same photo."""
    if logo.image != word.image or logo.box is None or word.box is None:
        return False
    return shared(logo.box, word.box) >= HALF * max(1, area(word.box))

"""What a listing says, beside words of counterfeiting, of what its goods fit: so speaks who sells parts."""

from collections.abc import Sequence
from functools import cache

from detectors.base import Subject
from monitor.brands import Brand
from monitor.marks import Mention, Use
from monitor.marks.excuses import CLAUSE, EDGES, sentence
from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.use import Context
from monitor.products import WholeGoods
from monitor.products.accessories import accessory_words
from monitor.products.words import fold, spaced

BESIDE = 80
"""So many characters around such words are read."""


def is_denied(mention: Mention) -> bool:
    """Whether the goods are said not to be the mark's: that is descriptive use too."""
    return mention.use is Use.DESCRIPTIVE and _denies(mention.cue)


def names_whole_goods(title: str, mentions: Sequence[Mention], goods: WholeGoods) -> bool:
    """Whether a title offers goods of the brand's kind: the last word of a part of it names them, or the only one
    before the mark. `mentions` are those of which words of counterfeiting may be said, so that "for <mark>" is only
    among them where it hides whole goods.
    """
    leading = [mention for mention in mentions if mention.field == "title"]
    heads = (title[: mention.start].split() for mention in leading)
    return (
        any(mention.use is Use.DESCRIPTIVE for mention in leading)
        or goods.stand_apart(title)
        or any(len(head) == 1 and goods.named_in(head[0]) for head in heads)
    )


def what_goods_fit(subject: Subject, brand: Brand, field: str, text: str, start: int, end: int) -> str:
    """The phrase beside the words from `start` to `end` of a field that says what the goods fit, or an empty string.

    They fit the mark, a model of the title, or nothing that is named: "compatible with <mark>", "for X100", "100 %
    compatible". "Compatible with iPhone" says nothing of whose the goods are.
    """
    first, last = max(0, start - BESIDE), end + BESIDE
    for mention in subject.mentions.get(brand.slug, ()):
        near = mention.field == field and first <= mention.start < last
        if near and mention.use is Use.DESCRIPTIVE and not is_denied(mention):
            return mention.cue
    context = Context(text, ())
    models = dict.fromkeys(word.strip(EDGES) for word in subject.listing.title.split() if any(map(str.isdigit, word)))
    for model in models:
        at = text.find(model, first, last)
        use, cue = context.use(at, at + len(model)) if at >= 0 else (Use.CLAIM, "")
        if use is Use.DESCRIPTIVE and not _denies(cue):
            return cue
    begin, stop = sentence(text, start, end)
    clauses = (clause.rstrip().casefold() for clause in CLAUSE.split(text[begin:stop]))
    return next((cue.strip() for clause in clauses for cue in _closing() if clause.endswith(cue)), "")


def what_they_are(text: str, start: int, end: int, goods: WholeGoods) -> str:
    """The word for a part behind such words in their sentence: "not a genuine product but a replacement".

    A bag of a maker of bags is none.
    """
    behind = text[end : sentence(text, start, end)[1]]
    parts = sorted(accessory_words(spaced(fold(behind))))
    return next((word for word in parts if not goods.named_in(word)), "")


def _denies(cue: str) -> bool:
    denials = lexicon().cues["negation"]
    return cue in denials.before or cue in denials.after


@cache
def _closing() -> tuple[str, ...]:
    """What says at the end of a clause that goods fit others: "100 % compatible"."""
    after = lexicon().cues["descriptive"].after
    return tuple(sorted(one if is_cjk(one[0]) else f" {one}" for one in after if len(one) > 1))

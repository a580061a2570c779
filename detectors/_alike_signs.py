"""A Chinese mark of two signs in signs that sound or look like its own, right before goods of the catalogue."""

import re
from collections.abc import Sequence
from dataclasses import replace

from detectors._sentences import shown
from detectors._text_flags import text_flag
from detectors.base import Subject
from monitor.brands import Brand
from monitor.marks import Way, sound_alike
from monitor.marks.folding import is_cjk
from monitor.products import Outcome, WholeGoods
from monitor.records import Evidence, Flag

ALIKE = 45
SIGNS = 2
PAIR = re.compile(r"(?<![\u3400-\u9fff\w])[\u3400-\u9fff]{2}(?=[\s】）)\]]{0,2}[\u3400-\u9fff]{2})")
"""Two signs that begin a part of a title, with more behind them."""
RUN = re.compile(r"[\u3400-\u9fff]+")


def marks_of_two_signs(brand: Brand) -> tuple[str, ...]:
    """The brand's Chinese marks of two signs; none where it has no catalogue that such goods could be of."""
    marks = (mark for mark in brand.word_marks if len(mark) == SIGNS and all(map(is_cjk, mark)))
    return tuple(marks) if brand.products else ()


def alike_signs(subject: Subject, brand: Brand, marks: Sequence[str], goods: WholeGoods) -> Flag | None:
    """Such signs, where the title with the mark in their place offers a product of the catalogue.

    Two signs have too many neighbours to be believed by their sound alone: 蓝桥 is a place, and beside the very
    goods of a catalogue it may be 蓝乔. That is asked where no mark of the brand
    stands otherwise, of sellers who are not authorised. `marks` are those of `marks_of_two_signs`.
    """
    title = subject.listing.title
    matcher, mentions = subject.portfolio.matchers.get(brand.slug), subject.mentions.get(brand.slug, ())
    if matcher is None or not all(m.ways == (Way.TYPO,) and m.mark in marks for m in mentions):
        return None
    if subject.standing(brand).authorized:
        return None
    pairs = ((pair, mark) for pair in PAIR.finditer(title) for mark in marks if sound_alike(pair[0], mark))
    for pair, mark in pairs:
        run = RUN.search(title, pair.end())
        named = max(goods.named_in(run[0]), key=len, default="") if run else ""
        meant = replace(subject.listing, title=f"{title[: pair.start()]}{mark}{title[pair.end() :]}")
        if not named or matcher.match(meant).outcome is Outcome.NONE:
            continue
        said = (
            f'The title shows "{shown(pair[0])}" before "{shown(named)}", goods of the brand\'s catalogue; these signs '
            f'sound or look like the mark "{mark}", and may be another name.'
        )
        evidence = Evidence(field="title", observed=pair[0], expected=mark, span=pair.span(), asset=mark)
        return text_flag(brand, ALIKE, "alike_signs", said, [evidence])
    return None

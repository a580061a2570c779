"""Marks that are everyday words: they count only where a word of the brand's goods stands near."""

from itertools import takewhile

from monitor.marks.forms import Mark
from monitor.marks.goods import goods_words, says_goods
from monitor.marks.lexicon import normal
from monitor.marks.mention import Way

REACH = 80
"""How many characters around the mark are read."""


def near_goods(mark: Mark, ways: tuple[Way, ...], text: str, start: int, end: int, *, among_goods: bool) -> bool:
    """Whether the mark stands beside its goods, needs none, or is in a disguise that no everyday word is put into.

    `among_goods`: the text is known to stand beside them, as the name of who offers them does.
    In a text with capitals, a mark that has one itself is no mark in small letters: "phone case with apple orchard".
    """
    if not mark.near or any(way.deliberate and way is not Way.SOUND for way in ways):
        return True
    if mark.text[:1].isupper() and text[start:end].islower() and any(map(str.isupper, text)):
        return False
    if among_goods:
        return True
    if Way.JOINED in ways and _joined_goods(text, start, end) in mark.near:
        return True
    return says_goods(goods_words(mark.near), f"{text[max(0, start - REACH) : start]} | {text[end : end + REACH]}")


def _joined_goods(text: str, start: int, end: int) -> str:
    """What is joined behind the mark, without figures: "mug" of "EmberMug10"."""
    if text[max(0, start - 1) : start].isalnum():
        return ""
    beyond = "".join(takewhile(str.isalnum, text[end : end + REACH]))
    return normal(beyond.strip("0123456789"))

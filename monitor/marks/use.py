"""What the words around a mark say: the brand's own goods, goods that go with them, or goods that are like them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon, normal
from monitor.marks.mention import Mention, Use

REACH = 160
"""How many characters around a mark are read."""
CLAUSE = re.compile(r"[|;!?。；！？\n\r【】\[\]{}<>«»]|[.](?=\s|$)|\s[-–—~]+\s|\s[-–—](?=\w)|:\s*(?=\w+\s*$)")
TOKEN = re.compile(r"[,/&+、，]|[^\W_](?:[^\W_]|['.&](?=[^\W_]))*")
SEPARATORS = frozenset(",/&+、，")
MAX_PHRASE = 4
MAX_ITEMS = 8
ITEM_WORDS = 4
STANDALONE_USE = re.compile(r"^[\s\w./+-]{0,16}?用(?![户戶品心途具力法料量语語餐车車])")
MODEL = re.compile(r"^[a-z0-9\u00e0-\u024f\u30a1-\u30fc ./+-]{2,28}")
MODEL_WORDS = 3
"""Of so many words the model's name is at most."""
HANGUL_USE = re.compile(r"^[\s\d\w.+-]{0,16}?[가-힣\d\w](용|호환)(?![가-힣])")
CJK_REACH = 16
OTHER_WORD = {"风": "衣扇筒机琴水", "風": "呂邪船車衣扇", "系": "列统統", "似": "合"}
"""A phrase of one sign that begins another word: 风衣 is a coat, not a manner."""
HYPHENED = re.compile(r"[-‐‑](?:like|esque)\b")
NUMBERED = re.compile(r"^[\s:#.-]*(?:no\b|nr\b|number\b|code\b|#|\d|[b-z](?![a-z]))")


class Context:
    """One text, in which the use of each mark is asked for."""

    def __init__(self, text: str, marks: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._marks = marks

    def use(self, start: int, end: int) -> tuple[Use, str]:
        """The use of the mark from `start` to `end`, and the words that decide it."""
        before = self._text[max(0, start - REACH) : start]
        after = self._text[end : end + REACH]
        left, right = _last_clause(before), _first_clause(after)
        words = TOKEN.findall(normal(left).removesuffix("-"))
        following = normal(right)
        for section, use in (
            ("negation", Use.DESCRIPTIVE),
            ("comparison", Use.COMPARISON),
            ("descriptive", Use.DESCRIPTIVE),
        ):
            near = (
                words if section == "descriptive" else TOKEN.findall(normal(left.rsplit(":", 1)[-1]).removesuffix("-"))
            )
            cue = _cue_before(section, near, left) or _cue_after(section, following)
            if cue:
                return use, cue
        cue = _listed(words)
        return (Use.DESCRIPTIVE, cue) if cue else (Use.CLAIM, "")


def governed(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Where the title says "for X" and nothing else claims X, later text about X is about what the goods go with."""
    leading = [m for m in mentions if m.field in ("title", "brand")]
    fair = leading and all(m.use is Use.DESCRIPTIVE for m in leading)
    for mention in mentions:
        yield replace(mention, use=Use.DESCRIPTIVE) if fair and mention.use is Use.CLAIM else mention


def _last_clause(before: str) -> str:
    cuts = [match.end() for match in CLAUSE.finditer(before)]
    return before[cuts[-1] :] if cuts else before


def _first_clause(after: str) -> str:
    cut = CLAUSE.search(after)
    return after[: cut.start()] if cut else after


def _cue_before(section: str, words: Sequence[str], left: str) -> str:
    """The phrase of the section right before the mark, past articles.

    Descriptive ones also past "new", "genuine", and past the device: "per orologio <mark>".
    """
    cues = lexicon().cues[section].before
    skipped = lexicon().fillers if section == "descriptive" else lexicon().articles
    end = len(words)
    while True:
        for size in range(min(MAX_PHRASE, end), 0, -1):
            phrase = " ".join(words[end - size : end])
            if phrase in cues:
                return phrase
        if end and words[end - 1] in skipped:
            end -= 1
            continue
        return _cjk_before(section, left)


def _cjk_before(section: str, left: str) -> str:
    """A Chinese or Japanese phrase right before the mark, or one near before it that governs a list of brands."""
    text = normal(left).rstrip(" \"'“”「『(（")
    for phrase in _cjk_phrases(section, "before") + _cjk_phrases(section, "governs"):
        if text.endswith(phrase):
            return phrase
    return next((phrase for phrase in _cjk_phrases(section, "governs") if phrase in text[-CJK_REACH:]), "")


def _cue_after(section: str, following: str) -> str:
    """The phrase of the section that follows the mark."""
    text = following.lstrip(" -‐'’\"”」』)）")
    for phrase in _cjk_phrases(section, "after"):
        beyond = text[len(phrase) : len(phrase) + 1]
        if text.startswith(phrase) and phrase != "用" and not (beyond and beyond in OTHER_WORD.get(phrase, "")):
            return phrase
    if section == "descriptive" and (phrase := _after_model(text)):
        return phrase
    if section == "comparison" and (hyphened := HYPHENED.match(following)):
        return hyphened[0]
    tokens = TOKEN.findall(text[:80])
    cues = lexicon().cues[section].after
    for size in range(min(MAX_PHRASE, len(tokens)), 0, -1):
        phrase = " ".join(tokens[:size])
        if phrase in cues:
            numbered = section == "comparison" and NUMBERED.match(
                text[text.find(tokens[size - 1]) + len(tokens[size - 1]) :]
            )
            return "" if numbered else phrase
    if section == "descriptive":
        return next((word for word in tokens[1:3] if word.startswith(("compatib", "kompatib"))), "")
    return ""


def _after_model(text: str) -> str:
    """The phrase after a model's name, as in "<mark> Meridian 40 対応"; after a technology it tells what goods can."""
    if STANDALONE_USE.match(text):
        return "用"
    cues = lexicon().cues["descriptive"].after_model
    named = TOKEN.findall(text[:REACH])[: MODEL_WORDS + MAX_PHRASE]
    for first in range(1, min(MODEL_WORDS, len(named) - 1) + 1):
        if SEPARATORS.intersection(named[:first]) or named[first - 1] in lexicon().technology:
            break
        phrases = (" ".join(named[first : first + size]) for size in range(MAX_PHRASE, 0, -1))
        if cue := next((phrase for phrase in phrases if phrase in cues), ""):
            return cue
    if hangul := HANGUL_USE.match(text):
        return hangul[1]
    model = MODEL.match(text)
    if not model:
        return ""
    words = TOKEN.findall(model[0])
    if not words or any(word in lexicon().technology for word in (words[-1], " ".join(words[-2:]))):
        return ""
    beyond = text[model.end() :].lstrip(" \"'“”」』)）")
    return next((phrase for phrase in sorted(cues, key=len, reverse=True) if beyond.startswith(phrase)), "")


def _listed(words: Sequence[str]) -> str:
    """The phrase that governs a list in which the mark is an item: "for Acme, Zenith and <mark>"."""
    cues, fillers, joiners = lexicon().cues["descriptive"].before, lexicon().fillers, lexicon().joiners
    end, items = len(words), 0
    while end and words[end - 1] in fillers:
        end -= 1
    while end and items < MAX_ITEMS and (words[end - 1] in SEPARATORS or words[end - 1] in joiners):
        while end and (words[end - 1] in SEPARATORS or words[end - 1] in joiners):
            end -= 1
        items += 1
        for _ in range(ITEM_WORDS):
            if not end or words[end - 1] in SEPARATORS or words[end - 1] in joiners:
                break
            end -= 1
            for size in range(min(MAX_PHRASE, end), 0, -1):
                phrase = " ".join(words[end - size : end])
                if phrase in cues:
                    return phrase
    return ""


@cache
def _cjk_phrases(section: str, side: str) -> tuple[str, ...]:
    """The phrases of scripts without spaces, the longest first."""
    cues = lexicon().cues[section]
    phrases = {"before": cues.before, "after": cues.after, "governs": cues.governs}[side]
    return tuple(sorted((p for p in phrases if any(is_cjk(char) for char in p)), key=lambda p: (-len(p), p)))

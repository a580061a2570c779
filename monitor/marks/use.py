"""What the words around a mark say: the brand's own goods, goods that go with them, or goods that are like them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon, normal
from monitor.marks.mention import Mention, Use
from monitor.marks.own_style import says_its_style
from monitor.marks.suited import is_suited
from monitor.marks.whom import ends_with_whom, says_for_whom

REACH = 160
"""How many characters around a mark are read."""
CLAUSE = re.compile(r"[|;!?。；！？\n\r【】\[\]{}<>«»]|(?<!\bf)[.](?=\s|$)|\s[-–—~]+\s|\s[-–—](?=\w)|:\s*(?=\w+\s*$)")
MARKS_OF_VOWELS = (
    "\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7"
)
TOKEN = re.compile(rf"[,/&+、，،]|[^\W_](?:[^\W_]|[{MARKS_OF_VOWELS}]|['.&](?=[^\W_]))*")
SEPARATORS = frozenset(",/&+、，،")
ALONE = frozenset(",、，،")
"""Separators that part a list as well as what has nothing to do with what stands before."""
MAX_PHRASE = 4
APART = 5
"""How many words may stand between "works" and "with"."""
MAX_ITEMS = 8
ITEM_WORDS = 4
STANDALONE_USE = re.compile(r"^[\s\w./+-]{0,16}?用(?![户戶品心途具力法料量语語餐车車于於])")
MODEL = re.compile(r"^[a-z0-9\u00e0-\u024f\u30a1-\u30fc ./+-]{2,28}")
LEAST_ENDED = 5
MODEL_WORDS = 3
"""Of so many words the model's name is at most."""
HANGUL_USE = re.compile(r"^[\s\d\w.+-]{0,16}?[가-힣\d\w](용|호환)(?![가-힣])")
SUFFIXED = re.compile(r"^[\s\w.+]{0,24}?\s?[-‐‑:]([^\W\d_]{2,24})(?!\w)")
"""An ending behind a hyphen or colon, after a model or with the word for the device: 200-hoz, 200 -kuulokkeille."""
CJK_REACH = 16
OTHER_WORD = {"风": "衣扇筒机琴水", "風": "呂邪船車衣扇", "系": "列统統", "似": "合"}
"""A phrase of one sign that begins another word: 风衣 is a coat, not a manner."""
HYPHENED = {
    "comparison": re.compile(r"[-‐‑](?:like|esque)\b"),
    "negation": re.compile(r"[-‐‑](?:free|less|frei|vrij|fri)\b"),
}
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
        nearest = TOKEN.findall(normal(left.rsplit(":", 1)[-1]).removesuffix("-")) if ":" in left else words
        following = normal(right)
        if around := _around(words, following):
            return Use.DESCRIPTIVE, around
        text = following.lstrip(" -‐'’\"”」』)）")
        behind = TOKEN.findall(text[:80])
        for section, use in (
            ("negation", Use.DESCRIPTIVE),
            ("comparison", Use.COMPARISON),
            ("descriptive", Use.DESCRIPTIVE),
        ):
            near = words if section == "descriptive" else nearest
            cue = _cue_before(section, near, left)
            if cue and use is Use.COMPARISON and (other := _likes(cue, near)):
                return Use.DESCRIPTIVE, other
            cue = cue or _cue_after(section, following, text, behind)
            if cue and use is Use.COMPARISON and says_its_style(cue, words, right):
                cue = ""
            if cue:
                suited = section == "descriptive" and is_suited(cue, left, following)
                return (Use.CLAIM, "") if suited else (use, cue)
        cue = _suffixed(after, following) or _listed(words)
        return (Use.DESCRIPTIVE, cue) if cue else (Use.CLAIM, "")


def governed(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Where the title says "for X" and nothing else claims X, later text about X is about what the goods go with.

    Where anything offers the goods under X, words to be found by offer them too.
    """
    leading = [m for m in mentions if m.field in ("title", "brand")]
    fair = leading and all(m.use is Use.DESCRIPTIVE for m in leading)
    offered = any(m.use is Use.CLAIM for m in mentions)
    for mention in mentions:
        if fair and mention.use in (Use.CLAIM, Use.STUFFING):
            yield replace(mention, use=Use.DESCRIPTIVE)
        elif offered and mention.use is Use.STUFFING:
            yield replace(mention, use=Use.CLAIM, cue="")
        else:
            yield mention


def _last_clause(before: str) -> str:
    cuts = [match.end() for match in CLAUSE.finditer(before)]
    return before[cuts[-1] :] if cuts else before


def _first_clause(after: str) -> str:
    cut = CLAUSE.search(after)
    return after[: cut.start()] if cut else after


def _cue_before(section: str, words: Sequence[str], left: str) -> str:
    """The phrase of the section right before the mark, past articles.

    Descriptive ones also past "new", "genuine", and past the device: "per orologio <mark>". `left` is the same text as
    it is written.
    """
    cues, lower = lexicon().cues[section].before, lexicon().cues[section].lower
    skipped = lexicon().fillers if section == "descriptive" else lexicon().articles
    end = len(words)
    while True:
        for size in range(min(MAX_PHRASE, end), 0, -1):
            phrase = " ".join(words[end - size : end])
            if phrase in cues or (phrase in lower and phrase in TOKEN.findall(left)):
                return phrase
        for first in words[max(0, end - 1 - APART) : end - 1] if end else ():
            if f"{first} {words[end - 1]}" in lexicon().cues[section].apart:
                return f"{first} {words[end - 1]}"
        if end and words[end - 1] in skipped:
            end -= 1
            continue
        return _cjk_before(section, left)


def _likes(cue: str, words: Sequence[str]) -> str:
    """The phrase by which such a cue compares nothing: "who like <mark>", "fits racks like <mark>".

    It is said of people who like the mark, or the mark is one of several makers, or of those which the goods fit, where
    nothing is likened to them.
    """
    if is_cjk(cue[0]):
        before = words[-1].removesuffix(cue) if words else ""
        return next((one for one in _cjk_phrases("descriptive", "governs") if before.endswith(one)), "")
    known, size, end = lexicon().cues["comparison"], cue.count(" ") + 1, len(words)
    while end and " ".join(words[max(0, end - size) : end]) != cue:
        end -= 1
    *before_all, noun = words[: end - size] if end > size else ("", ".")
    phrase = f"{noun} {cue}"
    if phrase in known.liked or not known.likened.isdisjoint((*before_all, noun)):
        return phrase if phrase in known.liked else ""
    several = size == 1 and phrase.endswith(_plurals()) and not says_for_whom(noun)
    return phrase if phrase in known.such else _fitted(before_all) if several else ""


def _fitted(words: Sequence[str]) -> str:
    """The phrase among the last words of a text by which goods fit what stands behind it in the same item."""
    cut = max((at + 1 for at, word in enumerate(words) if word in SEPARATORS), default=0)
    fits, near = lexicon().cues["descriptive"].before, words[cut:][-ITEM_WORDS:]
    phrases = (" ".join(near[at:end]) for at in range(len(near)) for end in range(len(near), at, -1))
    return next((phrase for phrase in phrases if phrase in fits), "")


@cache
def _plurals() -> tuple[str, ...]:
    """How words for several goods end before such a cue, with it: "racks like"."""
    return tuple(sorted(one.removeprefix("*") for one in lexicon().cues["comparison"].such if one.startswith("*")))


def _around(words: Sequence[str], following: str) -> str:
    """The phrase that stands on both sides of the mark: "like <mark> style"."""
    behind = TOKEN.match(following.lstrip(" -‐'’\"”)"))
    both = f"{words[-1] if words else ''} * {behind[0] if behind else ''}"
    return both if both in lexicon().cues["descriptive"].around else ""


def _cjk_before(section: str, left: str) -> str:
    """A Chinese or Japanese phrase right before the mark, or one near before it that governs a list of brands."""
    if left.isascii():
        return ""
    text = _without_fillers(normal(left).rstrip(" \"'“”「『(（"), section)
    for phrase in _by_edge(section, "before", -1).get(text[-1:], ()):
        if text.endswith(phrase):
            return phrase
    return next((phrase for phrase in _cjk_phrases(section, "governs") if phrase in text[-CJK_REACH:]), "")


def _without_fillers(text: str, section: str) -> str:
    """A text of a script without spaces, without the words for a device at its end: "สำหรับหูฟัง <mark>"."""
    while section == "descriptive" and (found := next((word for word in _cjk_fillers() if text.endswith(word)), "")):
        text = text.removesuffix(found).rstrip()
    return text


def _cue_after(section: str, following: str, text: str, tokens: Sequence[str]) -> str:
    """The phrase of the section that follows the mark; `text` is that from its first letter on, `tokens` its words."""
    for phrase in _by_edge(section, "after", 0).get(text[:1], ()):
        beyond = text[len(phrase) : len(phrase) + 1]
        if text.startswith(phrase) and phrase != "用" and not (beyond and beyond in OTHER_WORD.get(phrase, "")):
            return "" if _governs_what_follows(text[len(phrase) :]) else phrase
    if section == "descriptive" and (phrase := _after_model(text)):
        return phrase
    if section in HYPHENED and (hyphened := HYPHENED[section].match(following)):
        return hyphened[0]
    cues = lexicon().cues[section].after
    for size in range(min(MAX_PHRASE, len(tokens)), 0, -1):
        phrase = " ".join(tokens[:size])
        if phrase in cues:
            numbered = section == "comparison" and NUMBERED.match(
                text[text.find(tokens[size - 1]) + len(tokens[size - 1]) :]
            )
            return "" if numbered or _opens(tokens, size) else phrase
    return _said_of_model(section, tokens)


def _said_of_model(section: str, words: Sequence[str]) -> str:
    """The phrase behind a model of the mark's: "<mark> Meridian 40 dupe", "<mark> Meridian compatible"."""
    if section == "descriptive":
        placed = ((at, word) for at, word in enumerate(words[:3]) if at and word.startswith(("compatib", "kompatib")))
        return next((word for at, word in placed if not _opens(words[at:], 1)), "")
    if section != "comparison":
        return ""
    cues = lexicon().cues["comparison"].after_model
    for first in range(1, min(MODEL_WORDS + 1, len(words))):
        if words[first - 1] in SEPARATORS:
            break
        for phrase in (" ".join(words[first : first + size]) for size in (2, 1)):
            if phrase in cues:
                return phrase
    return ""


def _opens(words: Sequence[str], size: int) -> bool:
    """Whether the first words open a longer phrase that governs what follows: "<mark> 40 compatible with iPhone"."""
    before = lexicon().cues["descriptive"].before
    return any(" ".join(words[:more]) in before for more in range(size + 1, min(MAX_PHRASE, len(words) - 1) + 1))


def _governs_what_follows(beyond: str) -> bool:
    """The same where words stand together: 适用于 iPhone says what the mark's own goods go with."""
    following = TOKEN.search(beyond)
    named = following and following.start() < 2 and following[0] in lexicon().technology
    return beyond[:1] in ("于", "於") or bool(named)


def _after_model(text: str) -> str:
    """The phrase after a model's name, as in "<mark> Meridian 40 対応"; after a technology it tells what goods can."""
    if (found := "用" in text and STANDALONE_USE.match(text)) and not ends_with_whom(found[0][:-1]):
        return "用"
    cues = lexicon().cues["descriptive"].after_model
    named = TOKEN.findall(text[:REACH])[: MODEL_WORDS + MAX_PHRASE]
    for first in range(1, min(MODEL_WORDS, len(named) - 1) + 1):
        if SEPARATORS.intersection(named[:first]) or named[first - 1] in lexicon().technology:
            break
        if says_for_whom(named[first - 1]):
            break
        phrases = ((size, " ".join(named[first : first + size])) for size in range(MAX_PHRASE, 0, -1))
        size, cue = next(((size, phrase) for size, phrase in phrases if phrase in cues), (0, ""))
        if cue:
            return "" if _opens(named[first:], size) else cue
    if (hangul := not text.isascii() and HANGUL_USE.match(text)) and not ends_with_whom(text[: hangul.start(1)]):
        return hangul[1]
    model = MODEL.match(text)
    if not model:
        return ""
    words = TOKEN.findall(model[0])
    if not words or any(word in lexicon().technology for word in (words[-1], " ".join(words[-2:]))):
        return ""
    beyond = text[model.end() :].lstrip(" \"'“”」』)）")
    begins = beyond.startswith(_longest_first(cues))
    cue = next(phrase for phrase in _longest_first(cues) if beyond.startswith(phrase)) if begins else ""
    return "" if _governs_what_follows(beyond[len(cue) :]) else cue


def _suffixed(after: str, following: str) -> str:
    """The ending that says "for" in languages that put it behind the word: "<mark> Meridian 40-hez"."""
    known = lexicon().cues["descriptive"]
    ends, found = _endings(), SUFFIXED.match(after.casefold())
    if found and (found[1] in known.suffixes or found[1].endswith(ends)) and not says_for_whom(found[1]):
        return found[1]
    words = TOKEN.findall(following[:REACH])[: MODEL_WORDS + 1]
    ended = (word for word in words if len(word) > LEAST_ENDED and word.endswith(ends))
    technology = lexicon().technology
    stems = {word: next(word.removesuffix(end) for end in ends if word.endswith(end)) for word in ended}
    return next((word for word, stem in stems.items() if stem not in technology and not says_for_whom(word)), "")


@cache
def _endings() -> tuple[str, ...]:
    # The longest first: a set's own order differs from run to run.
    return tuple(sorted(lexicon().cues["descriptive"].endings, key=lambda end: (-len(end), end)))


def _listed(words: Sequence[str]) -> str:
    """The phrase that governs a list in which the mark is an item: "for Acme, Zenith and <mark>".

    "For men, <mark>" is no list: what a comma parts from the mark must not say for whom the goods are.
    """
    cues, fillers, joiners = _governing(), lexicon().fillers, lexicon().joiners
    end, items = len(words), 0
    while end and words[end - 1] in fillers:
        end -= 1
    while end and items < MAX_ITEMS and (words[end - 1] in SEPARATORS or words[end - 1] in joiners):
        while end and (words[end - 1] in SEPARATORS or words[end - 1] in joiners):
            end -= 1
        items += 1
        if end and words[end] in ALONE and any(map(says_for_whom, words[max(0, end - ITEM_WORDS) : end])):
            return ""
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
def _governing() -> frozenset[str]:
    """What says of all items of a list that the goods are not of their maker: "for A and B", "if you like A or B"."""
    return lexicon().cues["descriptive"].before | lexicon().cues["comparison"].liked


@cache
def _cjk_fillers() -> tuple[str, ...]:
    return tuple(sorted((word for word in lexicon().fillers if is_cjk(word[0])), key=lambda word: (-len(word), word)))


@cache
def _longest_first(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


@cache
def _by_edge(section: str, side: str, edge: int) -> dict[str, tuple[str, ...]]:
    """The phrases of scripts without spaces on one side of the mark, by their first (0) or last (-1) sign."""
    sides = (side,) if side == "after" else (side, "governs")
    phrases = [phrase for one in sides for phrase in _cjk_phrases(section, one)]
    return {sign: tuple(p for p in phrases if p[edge] == sign) for sign in {p[edge] for p in phrases}}


@cache
def _cjk_phrases(section: str, side: str) -> tuple[str, ...]:
    """The phrases of scripts without spaces, the longest first."""
    cues = lexicon().cues[section]
    phrases = {"before": cues.before, "after": cues.after, "governs": cues.governs}[side]
    return tuple(sorted((p for p in phrases if any(is_cjk(char) for char in p)), key=lambda p: (-len(p), p)))

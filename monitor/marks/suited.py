"""For whom, when or beside which devices goods are used, by words such as 适用 that also say what a part fits."""

from functools import cache

from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon, normal

LEAST_GOODS = 2
"""Of so many signs a word for goods is at least."""


def is_suited(cue: str, left: str, following: str) -> bool:
    """Whether a phrase found beside a mark says no more of the goods than that.

    `left` is the clause before the mark, `following` in normal form what is behind it. "<mark> bag 适用 men" is for men
    and "<mark> headphones 适用 Apple" go with phones; "<mark> headphones 适用 cover" is a cover, and "<mark> X100 适用"
    names no goods of the mark. A word for a part or an accessory anywhere leaves the phrase as it is.
    """
    if not is_cjk(cue[0]) or _names_a_part(f"{normal(left)} {following}"):
        return False
    before = normal(left)
    at = before.rfind(cue)
    if at >= 0:
        return before[at + len(cue) :].lstrip(" 于於").startswith(_whom())
    at = following.find(cue)
    if at < 0:
        return False
    between, beyond = following[:at], following[at + len(cue) :].lstrip(" 于於")
    if beyond.startswith((*_whom(), *_labels())) or between.rstrip("专專通适適 ").endswith(_whom()):
        return True
    return _names_goods(between.rstrip("专專通适適 ")) and _only_devices(beyond)


def _names_goods(text: str) -> bool:
    """Whether a word stands there that is one of such scripts, and no bare name of a model."""
    return any(sum(map(is_cjk, word)) >= LEAST_GOODS for word in text.split())


def _only_devices(text: str) -> bool:
    """Whether a text begins with a device or another make, and goes on with nothing else."""
    words = text.replace("/", " ").replace("、", " ").split()
    return bool(words) and all(_is_device(word) for word in words)


def _is_device(word: str) -> bool:
    for name in _devices():
        word = word.removeprefix(name)
    return not word


def _names_a_part(text: str) -> bool:
    for phrase in _no_parts():
        text = text.replace(phrase, " ")
    return any(word in text for word in _parts())


@cache
def _parts() -> tuple[str, ...]:
    return tuple(sorted(word for word in lexicon().accessories["words"] if is_cjk(word[0])))


@cache
def _no_parts() -> tuple[str, ...]:
    return tuple(sorted(word for word in lexicon().accessories["not"] if is_cjk(word[0])))


@cache
def _whom() -> tuple[str, ...]:
    return tuple(sorted(word for word in lexicon().whom if is_cjk(word[0]) and len(word) > 1))


@cache
def _labels() -> tuple[str, ...]:
    return tuple(sorted(lexicon().suited["labels"]))


@cache
def _devices() -> tuple[str, ...]:
    """The longest first, as one word may be two of them: 苹果手机."""
    every = lexicon().suited["devices"] | lexicon().sought | lexicon().technology
    return tuple(sorted(every, key=lambda word: (-len(word), word)))

"""The reasons of many links in one text: equal ones once, with the numbers of the links that they concern. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from monitor.complaints.base import Draft
from monitor.complaints.matter import Matter
from monitor.complaints.sheets import LONGEST, clean, within

WORDS = {
    "en": {"join": " ", "several": "Links {numbers}", "left": "(the reasons of {count} more links: see reasons.csv)"},
    "zh": {"join": "", "several": "链接{numbers}", "left": "（另有{count}个链接的理由，见reasons.csv）"},
}
Said = Callable[[Draft, Matter], Sequence[str]]


def reasons_by_link(draft: Draft) -> str:
    """What is said of each link, one a line with its address, as far as a field takes it."""
    return within((f"{one.listing.url}: {draft.reasons(one)}" for one in draft.matters), LONGEST)


def reasons_of(draft: Draft, said: Said, language: str, longest: int) -> str:
    """What is said of each link, in lines; a link's number is its place in the list of links.

    Links with the same reasons share a line; where these lines are too long together, links share a line for each
    sentence. What is left then is counted, as links.
    """
    words, urls = WORDS.get(language, WORDS["en"]), draft.links
    links = {url: number for number, url in enumerate(draft.links, 1)}
    each = [(links[one.listing.url], [clean(part) for part in said(draft, one)]) for one in draft.matters]
    whole = _grouped((number, words["join"].join(parts)) for number, parts in each)
    parts = _grouped((number, part) for number, every in each for part in every)
    for found in (whole, parts):
        text = "\n".join(_line(numbers, reason, urls, words) for reason, numbers in found.items())
        if len(text) <= longest:
            return text
    return _cut(parts, urls, words, longest)


def _cut(found: Mapping[str, list[int]], urls: Sequence[str], words: Mapping[str, str], longest: int) -> str:
    """The lines that fit, those of the most links first, and how many links have none of them."""
    room, kept, told = longest - len(words["left"]), list[tuple[int, str]](), set[int]()
    for reason, numbers in sorted(found.items(), key=lambda one: (-len(one[1]), one[1])):
        line = _line(numbers, reason, urls, words)
        if len(line) < room:
            room -= len(line) + 1
            kept.append((numbers[0], line))
            told.update(numbers)
    left = {number for numbers in found.values() for number in numbers} - told
    return "\n".join([*(line for _, line in sorted(kept)), *([words["left"].format(count=len(left))] * bool(left))])


def _line(numbers: Sequence[int], reason: str, urls: Sequence[str], words: Mapping[str, str]) -> str:
    several = len(numbers) > 1
    return f"{words['several'].format(numbers=_ranges(numbers)) if several else clean(urls[numbers[0] - 1])}: {reason}"


def _grouped(reasons: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, reason in reasons:
        numbers = found.setdefault(reason, [])
        if number not in numbers[-1:]:
            numbers.append(number)
    return found


def _ranges(numbers: Iterable[int]) -> str:
    """Numbers in few signs: 1-300, 302."""
    runs = (list(run) for _, run in groupby(enumerate(sorted(set(numbers))), key=lambda one: one[1] - one[0]))
    return ", ".join(f"{run[0][1]}-{run[-1][1]}" if len(run) > 1 else str(run[0][1]) for run in runs)

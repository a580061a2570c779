"""How many titles a second are searched for marks, beside rapidfuzz.partial_ratio and a plain substring search.

`python -m benchmarks.text [FILE.jsonl[.gz]]`; rows with `text` and `label`, by default those of ../shared/data/text.
Titles without a mark are searched, as nearly all titles of a wide crawl are. `stream` are 100,000 titles made of halves
of real ones, so that words repeat as they do on a marketplace; `first sight` are the real titles alone, where every
fifth word is new. `with a mark` are the titles that hold one of the file's 199 marks, in disguise or not: those are
judged whole, at every place, with the words around. Time is processor time of one thread. The marks are 1 or 3,000:
those of the file, then invented ones of six to ten letters. The best of three rounds counts, as other work on the
machine only takes away. The factor is what 1 mark reaches by what 3,000 reach.

`twice as long` is what a text that repeats itself costs by what half of it costs: 2 where cost grows as length does.
"""

import gzip
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path

from rapidfuzz import fuzz

from monitor.brands import Brand, Trademark
from monitor.marks import MarkIndex
from monitor.marks.vocabulary import vocabulary

STREAM, MANY, FEW, ROUNDS = 100_000, 3_000, 200, 3
SYLLABLES = (
    "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za", "dor", "lin", "mar", "tex", "vel",
    "qui", "zen", "pho", "kra", "sto", "bri", "glo", "ny", "xe", "cha", "shi", "tro", "fly", "wen", "jas",
)  # fmt: skip
CUTOFF = 85
REPEATED = {
    "a name": "{0} ",
    "a list": "{0}, Nike, Omega. ",
    "hashtags": "#{0} #nike ",
    "labels": "(tags {0} nike ",
    "a run of letters": "{0} " + "a" * 5_000 + ". Nike ",
    "a run of blanks": "{0}" + " " * 5_000 + "x Nike ",
}
"""Texts by what they repeat; `{0}` is a mark. A run is as long as the text, and is not repeated."""
LONG = 12_000


def marks_of(names: Sequence[str], count: int) -> list[str]:
    """So many marks: the names, then invented ones."""
    rng = random.Random(5)
    found = dict.fromkeys(names[:count])
    while len(found) < count:
        word = "".join(rng.choices(SYLLABLES, k=rng.randint(3, 4)))
        if 6 <= len(word) <= 10:
            found[word.capitalize()] = None
    return list(found)


def stream_of(titles: Sequence[str]) -> list[str]:
    """Titles that begin as one real title does and end as another."""
    rng = random.Random(7)
    words = [title.split() for title in titles]
    made = []
    for _ in range(STREAM):
        first, second = rng.choice(words), rng.choice(words)
        made.append(" ".join([*first[: len(first) // 2], *second[len(second) // 2 :]]))
    return made


def index_of(marks: Sequence[str]) -> MarkIndex:
    """One brand for each mark."""
    return MarkIndex([Brand(slug=mark, name=mark, trademarks=(Trademark(text=mark),)) for mark in marks])


def rate(search: Callable[[str], object], titles: Sequence[str]) -> float:
    """Titles a second."""
    begin = time.process_time()
    for title in titles:
        search(title)
    return len(titles) / (time.process_time() - begin)


def partial(marks: Sequence[str]) -> Callable[[str], object]:
    """The search that compares each mark with each title."""
    lowered = [mark.lower() for mark in marks]
    return lambda title: [m for m in lowered if fuzz.partial_ratio(m, title.lower(), score_cutoff=CUTOFF)]


def substring(marks: Sequence[str]) -> Callable[[str], object]:
    """The search that finds plain writing alone, and words that contain it."""
    lowered = [mark.lower() for mark in marks]

    def search(title: str) -> list[str]:
        text = title.lower()
        return [mark for mark in lowered if mark in text]

    return search


def twice(index: MarkIndex, mark: str, unit: str) -> float:
    """What twice the text costs by what the text costs."""
    costs = []
    for length in (LONG, 2 * LONG):
        grown = unit.replace("a" * 5_000, "a" * length).replace(" " * 5_000, " " * length).format(mark)
        text = (grown * (length // len(grown) + 1))[: max(length, len(grown))]
        costs.append(1 / max(rate(lambda field, text=text: index.find_in(field, text), ["description"])  # type: ignore[misc]
                             for _ in range(ROUNDS)))  # fmt: skip
    return costs[1] / costs[0]


def report(path: Path) -> None:
    """Print one line for each number of marks and way of searching."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    names = sorted({row["brand"] for row in rows if row.get("brand")})
    titles = [row["text"] for row in rows if not row["label"]]
    stream = stream_of(titles)
    marked = [row["text"] for row in rows if row["label"]]
    vocabulary()  # read once in the life of a process
    print(f"{'marks':>6}  {'search':<24}{'titles/s':>10}")
    texts = {"stream": stream, "first sight": titles}
    best: dict[tuple[int, str], float] = {}
    for _, count, kind in product(range(ROUNDS), (1, MANY), texts):
        index = index_of(marks_of(names, count))
        reached = rate(lambda title, index=index: index.find_in("title", title), texts[kind])  # type: ignore[misc]
        best[count, kind] = max(best.get((count, kind), 0), reached)
    for (count, kind), reached in best.items():
        print(f"{count:>6}  {f'this index, {kind}':<24}{reached:>10,.0f}")
    for count in (1, MANY):
        marks = marks_of(names, count)
        print(f"{count:>6}  {'plain substring':<24}{rate(substring(marks), titles[:FEW]):>10,.0f}")
        print(f"{count:>6}  {'partial_ratio':<24}{rate(partial(marks), titles[:FEW]):>10,.0f}")
    index = index_of(marks_of(names, MANY))
    print(
        f"{MANY:>6}  {'this index, with a mark':<24}{rate(lambda title: index.find_in('title', title), marked):>10,.0f}"
    )
    for kind in texts:
        print(f"factor, {kind:<16}{best[1, kind] / best[MANY, kind]:>18.2f}")
    for shape, unit in REPEATED.items():
        print(f"twice as long, {shape:<20}{twice(index, names[0], unit):>8.2f}")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    """Measure on the file that the call names."""
    path = (
        Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "../shared/data/text/disguised.jsonl.gz"
    )
    if not path.is_file():
        sys.exit(f"{path}: there is no such file; name a file of labelled titles")
    report(path.resolve())


if __name__ == "__main__":
    main()

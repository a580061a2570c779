"""The project's own titles: marks in disguise and innocent titles, and how many of them are judged right."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from monitor.brands import Brand, Trademark
from monitor.marks import MarkIndex, Use

FOLDER = Path(__file__).parent
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the mark that stands in it in disguise ("" where none does), and the heading it was written under."""

    text: str
    mark: str
    kind: str


@dataclass(frozen=True, slots=True)
class Score:
    """What came of all titles; `errors` are the titles that were judged wrong, with the marks that were found."""

    right: int
    wrong: int
    missed: int
    errors: tuple[tuple[Title, frozenset[str]], ...]

    @property
    def precision(self) -> float:
        """The share of what was found that stands there."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what stands there that was found."""
        return self.right / (self.right + self.missed)


def brands(folder: str) -> list[Brand]:
    """The dossiers of the marks in the titles."""
    facts = tomllib.loads((FOLDER / folder / "brands.toml").read_text("utf-8"))
    return [
        Brand(
            slug=name,
            name=name,
            trademarks=(Trademark(text=name, also=tuple(table.pop("also"))),),
            detectors={"text_match": table},
        )
        for name, table in facts.items()
    ]


def titles(folder: str) -> list[Title]:
    """All titles of both lists."""
    found = []
    for name in ("disguised.txt", "innocent.txt"):
        kind = ""
        for line in (FOLDER / folder / name).read_text("utf-8").splitlines():
            if line.startswith("##"):
                kind = line[3:]
            elif kind:
                mark, text = line.split(" > ", 1) if name == "disguised.txt" else ("", line)
                found.append(Title(ESCAPE.sub(lambda m: chr(int(m[1], 16)), text), mark, kind))
    return found


def score(folder: str) -> Score:
    """Judge every title of a folder."""
    index = MarkIndex(brands(folder))
    right = wrong = missed = 0
    errors = []
    for title in titles(folder):
        found = frozenset(
            slug
            for slug, mentions in index.find_in("title", title.text).items()
            if any(mention.use is not Use.DESCRIPTIVE or mention.deliberate for mention in mentions)
        )
        wanted = {title.mark} - {""}
        right, wrong, missed = right + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
        if found != wanted:
            errors.append((title, found))
    return Score(right, wrong, missed, tuple(errors))

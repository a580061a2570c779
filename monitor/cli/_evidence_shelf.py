"""An evidence folder as it lies there: its packages, what they say of themselves, its log, and what is wrong with them.

Each question looks again, as others may seal meanwhile. A command that changes nothing and asks for many complaints
looks once (`read_once`).
"""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property, lru_cache
from itertools import takewhile
from pathlib import Path

PERSONS = ("note", "differs")
"""The facts of a package that are a person's words."""


class Shelf:
    """What lies in a folder; each thing is read when it is first asked for, and kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._about: dict[Path, Mapping[str, object]] = {}
        self._wrong: dict[Path, list[str]] = {}
        self._digests: dict[Path, Mapping[str, str]] = {}

    @cached_property
    def packages(self) -> Sequence[Path]:
        """The packages by their names; none where there is no folder."""
        from monitor.evidence.seal import PACKAGES

        return sorted((self.folder / PACKAGES).glob("case-*"), key=lambda one: one.name)

    @cached_property
    def _names(self) -> Sequence[str]:
        return [package.name for package in self.packages]

    def named(self, begin: str) -> Sequence[Path]:
        """The packages whose names begin so."""
        first = bisect_left(self._names, begin)
        return list(takewhile(lambda one: one.name.startswith(begin), self.packages[first:]))

    @cached_property
    def _by_case(self) -> Mapping[str, Sequence[Path]]:
        found: dict[str, list[Path]] = {}
        for package in self.packages:
            named = package.name.split("-")
            for case in {str(self.about(package).get("case")), named[1] if len(named) > 1 else ""}:
                found.setdefault(case, []).append(package)
        return found

    def of(self, cases: Sequence[int]) -> Sequence[Path]:
        """The packages about some cases, for which their names count, too; by their names."""
        found = {package for case in cases for package in self._by_case.get(str(case), ())}
        return sorted(found, key=lambda one: one.name)

    @cached_property
    def orders(self) -> Sequence[tuple[Path, str, str, str]]:
        """The packages that name an order or say something in words, with their case, the order and the words."""
        read = ((package, self.about(package)) for package in self.packages)
        found = [
            (
                package,
                str(said.get("case")),
                str(said.get("order") or "").strip(),
                " ".join(str(said.get(key) or "") for key in PERSONS),
            )
            for package, said in read
        ]
        return [one for one in found if one[2] or one[3].strip()]

    def about(self, package: Path) -> Mapping[str, object]:
        """What a package says of itself; nothing where that cannot be read."""
        if package not in self._about:
            self._about[package] = _about(package)
        return self._about[package]

    def digests(self, package: Path) -> Mapping[str, str]:
        """The digests of what was added with a package, by name; none where they cannot be read."""
        if package not in self._digests:
            self._digests[package] = _digests(package)
        return self._digests[package]

    @cached_property
    def _logged(self) -> tuple[frozenset[tuple[str | None, str | None]], Mapping[str | None, int]]:
        """Name and digest of each logged package, and the line of each name."""
        from monitor.evidence import log

        entries = log.read(self.folder)[0]
        logged = frozenset((entry.get("name"), entry.get("digest")) for entry in entries)
        return logged, {entry.get("name"): place for place, entry in enumerate(entries)}

    def in_order(self, found: Sequence[Path]) -> Sequence[Path]:
        """Packages the oldest first; those of one second as they were logged."""
        places = self._logged[1]
        # A name ends with letters drawn by chance, which say nothing of the order.
        return sorted(found, key=lambda one: (one.name.rpartition("-")[0], places.get(one.name, len(places))))

    def wrong(self, package: Path) -> list[str]:
        """What is wrong with a package: a byte, its signature, or that it is not logged."""
        from monitor.evidence.seal import look
        from monitor.packages import digest_of

        if package not in self._wrong:
            wrong = look(self.folder, package)
            if not wrong and (package.name, digest_of(package)) not in self._logged[0]:
                wrong = [f"{package.name}: is not what was logged"]
            self._wrong[package] = wrong
        return list(self._wrong[package])


_ONCE: ContextVar[dict[Path, Shelf] | None] = ContextVar("_ONCE", default=None)


@contextmanager
def read_once() -> Iterator[None]:
    """What is read within is read once, however many ask: for a command that changes nothing."""
    token = _ONCE.set({})
    try:
        yield
    finally:
        _ONCE.reset(token)


def shelf(folder: Path) -> Shelf:
    """A folder as it lies there now, or did when it was first asked for within `read_once`."""
    kept = _ONCE.get()
    return Shelf(folder) if kept is None else kept.setdefault(folder, Shelf(folder))


def _about(package: Path) -> Mapping[str, object]:
    from monitor.evidence.seal import ABOUT

    file = package / ABOUT
    try:
        at = file.stat()
        return _said_in(file, at.st_mtime_ns, at.st_size)
    except (OSError, ValueError, RecursionError):
        return {}


@lru_cache(maxsize=20_000)
def _said_in(file: Path, *_changed: int) -> Mapping[str, object]:
    """A file is read once as long as its time and size stay."""
    said = json.loads(file.read_bytes())
    return said if isinstance(said, dict) else {}


def _digests(package: Path) -> Mapping[str, str]:
    from monitor.packages import DIGESTS

    try:
        lines = (package / DIGESTS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name.startswith("files/")}

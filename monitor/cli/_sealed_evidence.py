"""The sealed evidence of cases, and whether it and the log that names it are as they were."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path


def sealed_of(folder: Path, *cases: int, kind: str = "", but: Collection[str] = ()) -> Iterator[tuple[Path, list[str]]]:
    """The packages about cases, each with what is wrong with it: a byte, its signature, or that it is not logged.

    Those of one case and kind the oldest first; those of one second as they were logged. With a `kind` only those that
    say that they are of it: each byte of a package is read. Those named in `but` are left out.
    """
    yield from looked_at(folder, [one for one in packages(folder, but) if _is_about(one, cases, kind)])


def packages(folder: Path, but: Collection[str] = ()) -> list[Path]:
    """The packages of a folder by their names, but for some; none where there is no folder."""
    from monitor.evidence.seal import PACKAGES

    found = (one for one in (folder / PACKAGES).glob("case-*") if one.name not in but)
    return sorted(found, key=lambda one: one.name)


def looked_at(folder: Path, found: Sequence[Path]) -> Iterator[tuple[Path, list[str]]]:
    """Packages of a folder, each with what is wrong with it, in the order of `sealed_of`."""
    from monitor.evidence import log
    from monitor.evidence.seal import look

    if not found:
        return
    entries = log.read(folder)[0]
    logged = {(entry.get("name"), entry.get("digest")) for entry in entries}
    places = {entry.get("name"): place for place, entry in enumerate(entries)}
    # A name ends with letters drawn by chance, which say nothing of the order.
    for package in sorted(found, key=lambda one: (one.name.rpartition("-")[0], places.get(one.name, len(places)))):
        yield package, look(folder, package) or _not_logged(package, logged)


def about(package: Path) -> Mapping[str, object]:
    """What a package says of itself; nothing where that cannot be read."""
    from monitor.evidence.seal import ABOUT

    file = package / ABOUT
    try:
        at = file.stat()
        return _said_in(file, at.st_mtime_ns, at.st_size)
    except (OSError, ValueError, RecursionError):
        return {}


@lru_cache(maxsize=20_000)
def _said_in(file: Path, *_changed: int) -> Mapping[str, object]:
    """A file is read once as long as its time and size stay: each complaint asks all packages."""
    said = json.loads(file.read_bytes())
    return said if isinstance(said, dict) else {}


def log_problems(folder: Path) -> list[str]:
    """What is wrong with the log and its signed head, in words; empty where it verifies or there is none."""
    from monitor.errors import WorkFailedError
    from monitor.evidence import log
    from monitor.evidence.keys import verifier

    try:
        entries, wrong = log.read(folder)
        return [*wrong, *(log.check_head(folder, verifier(folder))[0] if entries else [])]
    except (OSError, WorkFailedError, ValueError, RecursionError) as failure:
        return [str(failure)]


def verified(folder: Path, case: int) -> tuple[list[dict[str, str]], list[str]]:
    """The log's entries about a case whose packages are as they were sealed; and what does not verify.

    Of a log that does not verify itself nothing is taken: anybody may have written a line of it.
    """
    from monitor.errors import WorkFailedError
    from monitor.evidence import log

    if wrong := log_problems(folder):
        return [], wrong
    try:
        state = {package.name: found for package, found in sealed_of(folder, case)}
    except WorkFailedError as failure:
        return [], [str(failure)]
    good: list[dict[str, str]] = []
    for entry in log.read(folder)[0]:
        if entry.get("case") != str(case) or "stamp" in entry:
            continue
        name = entry.get("name", "")
        found = state.get(name, [f"{name}: is logged and missing"])
        wrong += found
        good += [] if found else [entry]
    named = {entry.get("name") for entry in good}
    wrong += [what for name, found in state.items() if name not in named for what in found]
    return good, list(dict.fromkeys(wrong))


def _is_about(package: Path, cases: Sequence[int], kind: str) -> bool:
    """Whether a package is of a kind, or any, and about one of the cases, for which its name counts, too."""
    named, said = package.name.split("-"), about(package)
    of_case = bool({str(one) for one in cases} & {str(said.get("case")), named[1] if len(named) > 1 else ""})
    return of_case and (not kind or said.get("kind") == kind)


def _not_logged(package: Path, logged: Collection[tuple[str | None, str | None]]) -> list[str]:
    from monitor.packages import digest_of

    return [] if (package.name, digest_of(package)) in logged else [f"{package.name}: is not what was logged"]

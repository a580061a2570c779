"""The sealed evidence of cases, and whether it and the log that names it are as they were."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from monitor.cli._evidence_shelf import shelf


def sealed_of(folder: Path, *cases: int, kind: str = "", but: Collection[str] = ()) -> Iterator[tuple[Path, list[str]]]:
    """The packages about cases, each with what is wrong with it: a byte, its signature, or that it is not logged.

    Those of one case and kind the oldest first; those of one second as they were logged. With a `kind` only those that
    say that they are of it: each byte of a package is read. Those named in `but` are left out.
    """
    there = shelf(folder)
    found = (one for one in there.of(cases) if one.name not in but)
    yield from looked_at(folder, [one for one in found if not kind or there.about(one).get("kind") == kind])


def looked_at(folder: Path, found: Sequence[Path]) -> Iterator[tuple[Path, list[str]]]:
    """Packages of a folder, each with what is wrong with it, in the order of `sealed_of`."""
    there = shelf(folder)
    for package in there.in_order(found) if found else ():
        yield package, there.wrong(package)


def about(package: Path) -> Mapping[str, object]:
    """What a package says of itself; nothing where that cannot be read."""
    return shelf(package.parents[1]).about(package)


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

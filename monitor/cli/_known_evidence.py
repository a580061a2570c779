"""The evidence folder beside what the database remembers of it: a folder that is gone, or put back, is told.

The database is no evidence and proves nothing. It is another place of which somebody must think who takes a folder.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from monitor.errors import WorkFailedError

if TYPE_CHECKING:
    from monitor.store import Store
    from monitor.store.sealed import Remembered
    from monitor.workspace import Workspace

NAMED = 5


class Known(NamedTuple):
    """Remembered packages that are `missing` on the log of the folder, and those that lie `elsewhere` or are lost.

    Elsewhere is what another key signed, where a person said that the folder of this one is a new one.
    """

    missing: "list[Remembered]"
    elsewhere: "list[Remembered]"

    @property
    def problems(self) -> list[str]:
        """Each missing package in words."""
        return [
            f"{one.name}: was sealed on {one.at:%Y-%m-%d %H:%M} UTC, the database says, and is not on the log"
            for one in self.missing
        ]


def known(folder: Path, remembered: "Iterable[Remembered]") -> Known:
    """Compare a folder with the packages that are remembered."""
    from monitor.evidence import keys, log

    there = list(remembered)
    if not there:
        return Known([], [])
    try:
        key = keys.fingerprint(folder)
        logged = {(entry.get("name", ""), entry.get("digest", "")) for entry in log.read(folder)[0]}
    except (WorkFailedError, OSError):
        key, logged = "", set()
    ours = [one for one in there if one.key == key]
    if not ours:
        return Known(there, [])
    missing = [one for one in ours if (one.name, one.digest) not in logged]
    return Known(missing, [one for one in there if one.key != key])


def must_be_there(settings: "Workspace", store: "Store") -> None:
    """Raise WorkFailedError where the folder lacks what the database remembers: a new key would hide that."""
    if missing := known(settings.evidence, store.remembered()).missing:
        names = ", ".join(one.name for one in missing[:NAMED]) + f" and {len(missing) - NAMED} more" * (
            len(missing) > NAMED
        )
        raise WorkFailedError(
            f"{settings.evidence}: {len(missing)} packages were sealed, the database says, and are not there: {names}; "
            "put the folder back from a copy; where it is lost, or another is to be used from now on, begin one that "
            'says so, with: monitor evidence add (or capture) ... --new-folder "why"'
        )


def must_be_new(settings: "Workspace", store: "Store") -> None:
    """Raise WorkFailedError for a folder whose key is known: what it lacks is put back, and not begun anew."""
    from monitor.evidence import keys
    from monitor.evidence.check import is_new

    if is_new(settings.evidence) or keys.fingerprint(settings.evidence) not in {one.key for one in store.remembered()}:
        return
    raise WorkFailedError(
        f"{settings.evidence}: is no new folder: its key is known; put it back from a copy, or name another folder "
        "(evidence in monitor.toml) and keep this one"
    )


def remember(settings: "Workspace", store: "Store") -> None:
    """Keep in the database what is on the log, which was found to be sound."""
    from monitor.evidence import keys, log
    from monitor.store.sealed import Remembered

    entries = [entry for entry in log.read(settings.evidence)[0] if entry.get("case", "").isdecimal()]
    if not entries:
        return
    key, before = keys.fingerprint(settings.evidence), {one.name for one in store.remembered()}
    new = [
        Remembered(
            name=entry["name"], case_id=int(entry["case"]), kind=entry.get("kind", ""), at=_moment(entry),
            by=entry.get("by", ""), digest=entry.get("digest", ""), key=key,
        ) for entry in entries if entry.get("name", "") not in before
    ]  # fmt: skip
    if new:
        store.remember(new)


def _moment(entry: dict[str, str]) -> datetime:
    at = datetime.fromisoformat(entry["at"])
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def lost(
    settings: "Workspace", store: "Store", case: int, told: Iterable[str]
) -> tuple[list[dict[str, str]], list[str]]:
    """What was sealed about a case and cannot be shown, as entries of a timeline; and what of it is wrong, in words.

    `told` are the names of the packages that verify.
    """
    there = store.remembered(case)
    names, found = set(told), known(settings.evidence, store.remembered())
    elsewhere = {one.name for one in found.elsewhere}
    entries = [
        {
            "name": one.name, "at": one.at.isoformat(), "kind": one.kind, "by": one.by, "digest": one.digest,
            "lost": "whose package lies in another folder, or is lost" if one.name in elsewhere else
            "whose package does not verify" if (settings.evidence / "packages" / one.name).exists() else
            "whose package is not there any more",
        } for one in there if one.name not in names
    ]  # fmt: skip
    wrong = Known([one for one in found.missing if one.case_id == case], []).problems
    return entries, wrong

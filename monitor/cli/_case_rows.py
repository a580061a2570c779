"""A stored case as a row of the flagged-listings CSV."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from monitor.cases import JOIN, finding_row
from monitor.evidence.seal import PACKAGES
from monitor.store import Case

OF_A_CASE = re.compile(r"case-(\d+)-.+")


def case_row(case: Case, sealed: Mapping[int, Sequence[str]] = {}) -> dict[str, str]:
    """The row, with the case's number and status, and the names of its packages of evidence."""
    return finding_row(
        case.listing,
        case.finding,
        case_id=str(case.id),
        status=case.status,
        first_seen=case.first_seen,
        last_seen=case.last_seen,
        sightings=case.sightings,
        older=case.faded,
        last_read=case.last_read,
        evidence=JOIN.join(sealed.get(case.id, ())),
    )


def packages_by_case(folder: Path) -> dict[int, list[str]]:
    """The names of the packages in the evidence folder, oldest first, by their case; nothing is verified here."""
    found: dict[int, list[str]] = defaultdict(list)
    if (folder / PACKAGES).is_dir():
        for name in sorted(path.name for path in (folder / PACKAGES).iterdir()):
            if of_a_case := OF_A_CASE.fullmatch(name):
                found[int(of_a_case[1])].append(name)
    return found

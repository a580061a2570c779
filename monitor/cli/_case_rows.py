"""A stored case as a row of the flagged-listings CSV."""

from monitor.cases import finding_row
from monitor.store import Case


def case_row(case: Case) -> dict[str, str]:
    """The row, with the case's number and status."""
    return finding_row(
        case.listing,
        case.finding,
        case_id=str(case.id),
        status=case.status,
        first_seen=case.first_seen,
        last_seen=case.last_seen,
        sightings=case.sightings,
    )

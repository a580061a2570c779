"""Whether the sealed evidence of now still bears out what a draft relied on: it may have been taken back since."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.cli._complaint_changes import CaseOf
    from monitor.store.complaint_rows import Complaint
    from monitor.store.complaints import Complaints


def taken_back(
    folder: Path, case_of: "CaseOf", complaints: "Complaints", one: "Complaint", on: date | None = None
) -> dict[int, str]:
    """For each case that a complaint still accuses, why its test buys show no counterfeit any more, in words.

    By the sealed evidence in a folder. Nothing for another ground, and for a case whose link came to anything else. A
    draft that did not keep its test buys is told, too; of one that was filed without it is every sealed test buy of
    the case.
    """
    from monitor.cli._same_orders import kin_by
    from monitor.cli._test_buys import orders, proven
    from monitor.cli._text import plain
    from monitor.complaints import Ground, Purchase
    from monitor.complaints.basis import Basis
    from monitor.complaints.purchases import unproven

    if one.ground != Ground.COUNTERFEIT or not one.accused or one.basis is None:
        return {}
    waits = one.accused
    kept = Basis.from_json(one.basis).bought
    if kept is None and one.status == "draft":
        return dict.fromkeys(waits, "nobody kept on which test buys it was drafted")
    if kept is None:
        kept = tuple((key, order) for key in waits for order in orders(folder, key))
    sellers, day = complaints.sellers(one.id), on or datetime.now(UTC).date()
    lacks: dict[int, list[str]] = {}
    asked = [Purchase(case=key, order=order) for key, order in kept if key in waits]
    for buy in proven(folder, asked, kin_by(case_of)):
        lacks.setdefault(buy.case, []).extend(unproven(buy, sellers.get(buy.case, ()), day))
    return {
        key: f"no test buy shows a counterfeit in case {key} any more; missing or wrong: {plain('; '.join(said))}"
        for key, said in lacks.items()
        if said
    }

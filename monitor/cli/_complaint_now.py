"""What speaks against a complaint by now: our evidence, our seller list, what a person decided, what was sealed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.store import Case, CaseFile, Store
    from monitor.store.complaint_rows import Complaint
    from monitor.store.complaints import Complaints
    from monitor.workspace import Workspace


def against(settings: "Workspace", store: "Store", complaints: "Complaints", one: "Complaint") -> Iterator[str]:
    """Each thing in words with what to do, as `due` tells it; that a dossier cannot be read is told, too."""
    from monitor.cli._complaint_aftermath import aftermath
    from monitor.cli._complaint_agenda import look_at
    from monitor.cli._complaint_changes import cleared
    from monitor.cli._complaint_proof import taken_back
    from monitor.cli._judged_today import Today
    from monitor.cli._sealed_words import sealed_since
    from monitor.cli._text import plain
    from monitor.errors import ConfigurationError

    file_of: Callable[[int], CaseFile] = cache(store.case)
    case_of: Callable[[int], Case] = cache(lambda key: file_of(key).case)
    taken, draft = taken_back(settings.evidence, case_of, complaints, one), one.status == "draft"
    try:
        taken = cleared(case_of, Today(settings, store), complaints, one) | taken
    except ConfigurationError as failure:
        yield f"it was not judged again: {failure}"
    for why in taken.values():
        yield f"{why}; {'do not file it' if draft else 'put that right, or withdraw it'}"
    for key, words in complaints.recanted().get(one.id, {}).items():
        yield f"case {key} is {plain(words)}; where the complaint was wrong, withdraw it"
    others = {other.id: other for key in one.cases for other in complaints.of_case(key)}
    yield from aftermath(settings.evidence, file_of, [one], others.values(), datetime.now(UTC).date())
    for news in sealed_since(settings.evidence, one):
        yield news.words if draft else f"{news.words}; {look_at(one)}"

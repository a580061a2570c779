"""What people say in the sealed evidence of cases: whoever drafts or files should have read it, and it may clear."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from monitor.cli._correspondence import KIND
from monitor.cli._text import plain

if TYPE_CHECKING:
    from monitor.store.complaint_rows import Complaint

UNREAD = ("capture", KIND)
"""Kinds in which nobody says anything of the goods: what a machine saw, and what we sent ourselves."""
MOST_QUOTED = 600


def quoted(found: Mapping[Path, Sequence[str]], along: Collection[str], alleged: Collection[str]) -> Iterator[str]:
    """The words of the packages `found` that a draft does not quote by itself; `along` names those that go along.

    What differs is quoted elsewhere of the test buys that are `alleged`, and a photo that goes along with its words.
    """
    from monitor.cli._sealed_evidence import about

    for package in found:
        said, name = about(package), package.name
        kind = str(said.get("kind"))
        words = _words(said, "note" if name in alleged else "")
        if words and kind not in UNREAD and not (kind == "photo" and name in along):
            where = "goes along" if name in along else "stays here"
            yield f"case {said.get('case')}: the {_label(said)} {where}, and says: {_cut(words, package)}"


class News(NamedTuple):
    """A package that was sealed or lost since a draft, by its name, and what is told of it."""

    package: str
    words: str


def sealed_since(folder: Path, one: "Complaint") -> Iterator[News]:
    """What was sealed of cases that a complaint accuses since its draft, and what of before is not there any more.

    Not what somebody said to have looked at. What was sealed about another case and names an order of its test buys
    counts, too. Which packages were there is kept with the draft; where it was not, their own times say it.
    """
    from monitor.cli._same_orders import naming
    from monitor.cli._sealed_evidence import about, sealed_of
    from monitor.complaints.basis import Basis
    from monitor.evidence.seal import PACKAGES

    if not one.accused:
        return
    basis = Basis.from_json(one.basis) if one.basis else Basis()
    known = one.looked | set(basis.sealed or ())
    orders = [order for case, order in basis.bought or () if case in one.accused]
    elsewhere = naming(folder, one.cases, orders, known)
    for package, wrong in chain(sealed_of(folder, *one.accused, but=known), elsewhere):
        said = about(package)
        if not wrong and said.get("kind") in UNREAD:
            continue
        if basis.sealed is None and not wrong and _at(said) <= one.drafted_at:
            continue
        words = _words(said)
        holds = f"says: {_cut(words, package)}" if words else f"says nothing in words, look at what {package} holds"
        broken = f", and is not as it was sealed ({plain(wrong[0])})" if wrong else ""
        since = f"since the draft a {_label(said)} of case {said.get('case')} was sealed, which {holds}{broken}"
        yield News(package.name, since)
    for name in sorted({*(basis.sealed or ())} - one.looked):
        if not (folder / PACKAGES / name).is_dir():
            yield News(name, f"{name}, which was sealed before the draft, is not there any more")


def _words(said: Mapping[str, object], key: str = "") -> str:
    """What a person says in a package; only under a key, where one is given."""
    found = [" ".join(str(said.get(one) or "").split()) for one in ([key] if key else ["differs", "note"])]
    return "; ".join(filter(None, found))


def _label(said: Mapping[str, object]) -> str:
    order = f" of order {said['order']}" if said.get("order") else ""
    at = f" of {str(said.get('at', ''))[:16].replace('T', ' ')} UTC by {said.get('by') or 'nobody'}"
    return plain(f"{said.get('kind') or 'package'}{order}{at}")


def _cut(words: str, package: Path) -> str:
    more = len(words) - MOST_QUOTED
    cut = f"{words[:MOST_QUOTED]} … (and {more} characters more in {package.name}/about.json)" if more > 0 else words
    return plain(cut)


def _at(said: Mapping[str, object]) -> datetime:
    """When a package was sealed; now, where it does not say."""
    try:
        return datetime.fromisoformat(str(said.get("at"))).astimezone(UTC)
    except ValueError:
        return datetime.now(UTC)

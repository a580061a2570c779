"""What an authorisation that is given anew keeps of the account's rows in a seller list. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monitor.brands.model import SellerEntry, SellerStatus
from monitor.brands.territory import codes, meet
from monitor.brands.values import day, moment
from monitor.errors import ConfigurationError

Cells = Mapping[str, str]
LIMITS = ("territory", "skus")
NAMES = ("seller_name", "legal_entity")


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a new row takes from those of before, by column, and the limits of those that it does not have."""

    kept: Cells = field(default_factory=dict)
    dropped: Cells = field(default_factory=dict)


def renewal(own: Sequence[Cells], named: Cells, today: str) -> Renewal:
    """What a row keeps of an account's `own` rows where a person `named` nothing for a column; "" names no limit.

    An authorisation keeps the limits of the one that holds or ended last, and whose places and products have some in
    common with those named. After a denial of everything it is no renewal: then it says which limits it does not have.

    Raises ConfigurationError where several hold, with other limits.
    """
    given = [row for row in own if _status(row) == "authorized"]
    named_so = {name: {row.get(name, "").strip() for row in given or own} - {""} for name in NAMES if name not in named}
    names = {name: values.pop() for name, values in named_so.items() if len(values) == 1}
    if named["status"] != "authorized" or not given:
        return Renewal(kept=names)
    ended = max(row.get("valid_until", "").strip() or "9999" for row in given)
    lasting = [row for row in given if _holds(row, today)] or [
        row for row in given if (row.get("valid_until", "").strip() or "9999") == ended
    ]
    limits = _shared(
        [row for row in lasting if _meets(row, named)],
        [name for name in LIMITS if name not in named],
    )
    denials = [row for row in own if _status(row) == "denied" and not any(map(row.get, LIMITS)) and _holds(row, today)]
    if any(not any(_is_later(row, denial) for row in lasting) for denial in denials):
        return Renewal(kept=names, dropped={name: " or ".join(filter(None, values)) for name, values in limits.items()})
    for name, values in limits.items():
        if len(values) > 1:
            raise ConfigurationError(
                f"the list has {len(values)} authorisations of this account that differ in {name} "
                f"({', '.join(value or 'no limit' for value in values)}); nothing was written: say which is meant "
                f'with --{name}, or --{name} "" for no limit'
            )
    return Renewal(kept=names | {name: values[0] for name, values in limits.items()})


def _shared(rows: Sequence[Cells], columns: Sequence[str]) -> dict[str, list[str]]:
    """The different values of columns, without those that no row has."""
    found = {name: list(dict.fromkeys(row.get(name, "").strip() for row in rows)) for name in columns}
    return {name: values for name, values in found.items() if any(values)}


def _meets(row: Cells, named: Cells) -> bool:
    """Whether a row speaks of some of the places and products that are named."""
    skus, wanted = (set(filter(None, map(str.strip, one.get("skus", "").split("|")))) for one in (row, named))
    places = (" ".join(codes(one.get("territory", ""))) for one in (row, named))
    return meet(*places) and (not skus or not wanted or bool(skus & wanted))


def _is_later(row: Cells, denial: Cells) -> bool:
    """Whether a row overrides a denial: the later decision stands."""
    try:
        return _entry(row).supersedes(_entry(denial))
    except ValueError:  # told with file and line where the whole list is checked, before it is written
        return False


def _entry(row: Cells) -> SellerEntry:
    """A row as far as the order of decisions asks. Raises ValueError for what is no day or time."""
    return SellerEntry(
        marketplace="",
        seller_id="",
        seller_name="",
        legal_entity="",
        status=SellerStatus(_status(row)),
        valid_from=day(row.get("valid_from", "")),
        valid_until=day(row.get("valid_until", "")),
        decided_at=moment(row.get("decided_at", "")),
    )


def _holds(row: Cells, today: str) -> bool:
    return not row.get("valid_until", "").strip() or row["valid_until"].strip() >= today


def _status(row: Cells) -> str:
    return row.get("status", "").strip().lower()

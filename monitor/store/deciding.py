"""What a person decides about cases: which moves are open, and what else is about the case then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from monitor.cases import CLOSED, MOVES, Status, may_move
from monitor.errors import ConfigurationError
from monitor.store.casework import BY_THE_MONITOR, Event, events_of, move
from monitor.store.complaint_rows import BEGUN, DRAFT, open_about, recanted_ones, status_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A case that was moved: what another person had decided last, if one had, and the drafts that are void now.

    `upheld` are the complaints that gave us right about it and that this takes back. `unfiled`: it is submitted now,
    and no complaint about it waits for an answer.
    """

    case: int
    before: Event | None
    drafts: tuple[int, ...] = ()
    upheld: tuple[int, ...] = ()
    unfiled: bool = False


def decide(connection: Connection, keys: Iterable[int], then: Status, by: str, why: str, at: datetime) -> list[Decided]:
    """Move cases to a status. Raises ConfigurationError for a move that is not open.

    While a complaint about a case waits for its answer, that answer ends the case, and nobody here: the accusation
    stands at the channel until it is withdrawn there.
    """
    decided = []
    for key in dict.fromkeys(keys):
        now = status_of(connection, key)
        if now is None:
            raise no_case(key)
        last = next((one for one in reversed(events_of(connection, key)) if one.before != one.after), None)
        before = last if last and last.by != BY_THE_MONITOR else None
        if not may_move(now, then):
            said = f"; it is so by {before.by} since {before.at:%Y-%m-%d %H:%M} UTC: {before.why}" if before else ""
            raise ConfigurationError(
                f"case {key} is {now} and cannot become {then}; it can become: {', '.join(MOVES[now])}{said}"
            )
        ends = then in CLOSED
        if ends and (filed := open_about(connection, key, [Status.SUBMITTED])):
            raise ConfigurationError(_waits(key, filed[0], then))
        drafts = open_about(connection, key, [BEGUN, DRAFT]) if ends else ()
        move(connection, key, Event(at=at, by=by, before=now, after=then, why=why))
        upheld = tuple(recanted_ones(connection, key))
        before = before if before and before.by != by else None
        unfiled = then is Status.SUBMITTED and not open_about(connection, key, [Status.SUBMITTED])
        decided.append(Decided(case=key, before=before, drafts=tuple(drafts), upheld=upheld, unfiled=unfiled))
    return decided


def _waits(key: int, number: int, then: Status) -> str:
    answer = "withdrawn" if then is Status.DISMISSED else then
    first = "withdraw it there, and then: " if answer == Status.WITHDRAWN else ""
    return (
        f"case {key} cannot become {then} while complaint {number} about it waits for its answer; record that: "
        f"{first}monitor complaint answer {number} {answer} --case {key} --text ..."
    )


def no_case(key: int) -> ConfigurationError:
    """The error for a number that no case has."""
    return ConfigurationError(f"there is no case {key}; see: monitor cases list")

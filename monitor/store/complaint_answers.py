"""What an answer changes: the result of each link, the complaint's end, and how its cases stand. Nothing is erased."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import AFTER, UNDECIDED, Status
from monitor.errors import ConfigurationError
from monitor.store.casework import Event, last_move, move
from monitor.store.complaint_rows import GOOD, PARTLY, open_about, results_of, status_of
from monitor.store.schema import case_event, complaint_case, complaint_event

FILED = (str(Status.SUBMITTED), *AFTER, PARTLY)
MIXED = ("rejected", "answered", "settled", "no_answer")
"""What a complaint comes to whose links came to different things, none of them upheld: the first of these."""


def answered_about(connection: Connection, number: int, wanted: Sequence[int], kind: str) -> list[int]:
    """The cases that an answer of a kind is about: those named, else all without a result, else all undecided ones.

    Raises ConfigurationError for a case that is none of the complaint's, or was decided already, and for silence after
    an answer.
    """
    results, _ = results_of(connection, number)
    must_be_of(number, wanted, results)
    waits = [key for key, result in results.items() if not result]
    keys = list(dict.fromkeys(wanted)) or waits or [key for key, result in results.items() if result in UNDECIDED]
    for key in keys:
        if results[key] and (results[key] not in UNDECIDED or kind == "no_answer"):
            raise ConfigurationError(
                f"complaint {number}: case {key} is recorded as {results[key]}; if that is wrong: "
                f"monitor complaint correct {number} ANSWER --case {key} --why ..."
            )
    return keys


def corrected_about(connection: Connection, number: int, wanted: Sequence[int]) -> list[int]:
    """The cases that a correction is about: those named, else all that have a result.

    Raises ConfigurationError for a case that is none of the complaint's, or has none.
    """
    results, _ = results_of(connection, number)
    must_be_of(number, wanted, results)
    for key in wanted:
        if not results[key]:
            raise ConfigurationError(f"complaint {number}: nothing is recorded of case {key} that could be corrected")
    return list(dict.fromkeys(wanted)) or [key for key, result in results.items() if result]


def must_be_of(number: int, wanted: Iterable[int], every: Collection[int]) -> None:
    """Raise ConfigurationError for a case that is none of a complaint's."""
    for key in wanted:
        if key not in every:
            known = ", ".join(map(str, every))
            raise ConfigurationError(f"case {key} is none of complaint {number}, which is about: {known}")


def set_results(connection: Connection, number: int, keys: Iterable[int], result: str) -> str:
    """Keep the result of some links (empty for none yet); the complaint's own status that follows from all of them."""
    changed = complaint_case.update().where(complaint_case.c.complaint_id == number)
    changed = changed.where(complaint_case.c.case_id.in_(list(keys)))
    was_good = sa.or_(complaint_case.c.undone, complaint_case.c.result.in_(GOOD))
    undone = was_good if result == "withdrawn" else sa.false()
    connection.execute(changed.values(result=result, undone=undone))
    every = set(results_of(connection, number)[0].values())
    if "" in every:
        return Status.SUBMITTED
    if len(every) == 1:
        return every.pop()
    return PARTLY if "upheld" in every else next(one for one in MIXED if one in every)


def settle(connection: Connection, number: int, keys: Iterable[int], said: str, event: Event) -> None:
    """Move cases to what all answers about them come to; `said` is the newest, of a complaint, told as in `event`.

    Upheld once is upheld; else the newest counts when no other complaint about the case waits for its answer, but a
    letter that came to nothing undoes no rejection. Those that somebody moved since stay as they are.
    """
    for key in keys:
        now = status_of(connection, key)
        if now not in (Status.SUBMITTED, Status.UPHELD, Status.REJECTED, Status.WITHDRAWN) and not (
            now is Status.CONFIRMED and _confirmed_by(connection, number, key)
        ):
            continue
        results = _results_since_filed(connection, key)
        if "upheld" in results:
            then = Status.UPHELD
        elif open_about(connection, key, [Status.SUBMITTED]):
            then = Status.SUBMITTED
        else:
            then = AFTER.get(said, Status.SUBMITTED)
            if then is Status.CONFIRMED and "rejected" in results:
                then = Status.REJECTED
        if then is not now:
            move(connection, key, replace(event, before=now, after=then))


def _confirmed_by(connection: Connection, number: int, key: int) -> bool:
    """Whether the last move of a case is that an answer to a complaint led it back to a person."""
    row = last_move(connection, key)
    by_it = (f"complaint {number} ", f"complaint {number},")
    return bool(row.from_status == Status.SUBMITTED and row.why.startswith(by_it))


def _results_since_filed(connection: Connection, key: int) -> Collection[str]:
    """The results about a case of the complaints that were filed since it became submitted the last time."""
    since = connection.execute(
        sa.select(sa.func.max(case_event.c.at)).filter_by(
            case_id=key, from_status=Status.CONFIRMED, to_status=Status.SUBMITTED
        )
    ).scalar()
    wanted = (
        sa.select(complaint_case.c.result)
        .join(complaint_event, complaint_event.c.complaint_id == complaint_case.c.complaint_id)
        .where(complaint_case.c.case_id == key, complaint_event.c.kind == Status.SUBMITTED)
    )
    if since is not None:
        wanted = wanted.where(complaint_event.c.at >= since)
    return set(connection.execute(wanted).scalars())


def is_recorded(connection: Connection, number: int, source: str | None) -> bool:
    """Whether a row of a file of answers was taken before."""
    if source is None:
        return False
    wanted = sa.select(complaint_event.c.id).filter_by(complaint_id=number, source=source).limit(1)
    return connection.execute(wanted).first() is not None


def about(keys: Sequence[int], every: Collection[int]) -> str:
    """Which cases are meant, in words; nothing where all of them are."""
    return "" if set(keys) == set(every) else f" (case {', '.join(map(str, keys))})"

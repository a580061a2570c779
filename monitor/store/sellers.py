"""What people decide about sellers, in files that they can read: sellers.csv of a dossier, splits of a workspace."""

import codecs
import csv
import io
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from monitor.brands.ids import folded, placed, seller_key
from monitor.brands.problems import Problems
from monitor.brands.sheets import SELLER_COLUMNS, read_sellers
from monitor.brands.tables import Sheet, delimiter_of, names_separator
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.locks import held
from monitor.sellers.clusters import Split
from monitor.sellers.profile import Account
from monitor.spreadsheets import replaced
from monitor.store.renewals import Renewal, renewal

SPLITS = "seller-splits.csv"
SPLIT_COLUMNS = (
    "marketplace", "seller_id", "seller_name", "other_marketplace", "other_seller_id", "other_seller_name", "by", "at",
    "why",
)  # fmt: skip
Cells = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """How a file is written: its columns as they stand there, what stands between cells and ends rows, and a mark."""

    columns: Sequence[str]
    delimiter: str = ","
    ending: str = "\n"
    marked: bool = True


def decide(path: Path, cells: Mapping[str, str], day: date, skus: Collection[str] | None = None) -> Renewal:
    """Add a row to a sellers.csv, made where there is none. No row is ever removed, and the file keeps its form: its
    delimiter, columns, line ends and byte order mark.

    A row without limits ends, the day before, those of the account that say the opposite; one that began on this day
    ends with it. Where both then speak of one day, the later decision stands.

    An authorisation that is given anew keeps what `cells` does not name, and that is told. `cells` by column; `skus`
    are those of the catalogue. The file stays as it was where the result would not be a sound list. Decisions of
    several processes at once are all kept. Raises ConfigurationError for a list that is not sound, and where several
    rows may be renewed; WorkFailedError where it cannot be written.
    """
    with _alone(path):
        return _decide(path, cells, day, skus)


def _decide(path: Path, named: Mapping[str, str], day: date, skus: Collection[str] | None) -> Renewal:
    rows = _rows(path, SELLER_COLUMNS, ("seller_id", "status")) if path.exists() else []
    before = renewal([row for row in rows if _is_of(row, named)], named, day.isoformat())
    cells = {**named, **before.kept}
    limited = cells.get("territory") or cells.get("skus")
    kept = []
    for row in rows:
        if limited or not _opposes(row, cells):
            kept.append(row)
        else:
            kept.append({**row, **_ended(row, day)})
    kept.append({**cells, "valid_from": cells.get("valid_from") or day.isoformat()})
    form = _form(path, SELLER_COLUMNS[:9])
    text = _text(form, [name for name in SELLER_COLUMNS if any(row.get(name) for row in kept)], kept)
    _check(path, text, skus)
    with replaced(path, marked=form.marked) as file:
        file.write(text)
    return before


def read_splits(workspace: Path) -> tuple[Split, ...]:
    """The splits of a workspace. Raises ConfigurationError for a file that is not sound."""
    path = workspace / SPLITS
    if not path.exists():
        return ()
    found = []
    for row in _rows(path, SPLIT_COLUMNS, ("marketplace", "other_marketplace")):
        one = _account(row, "")
        other = _account(row, "other_")
        found.append(Split(one, other))
    return tuple(found)


def add_split(workspace: Path, split: Split, by: str, at: str, why: str) -> None:
    """Keep a person's split, beside those of other processes. Raises WorkFailedError where it cannot be written."""
    path = workspace / SPLITS
    one, other = split.one, split.other
    names = (one.marketplace, one.seller_id, one.name, other.marketplace, other.seller_id, other.name, by, at, why)
    with _alone(path):
        rows = _rows(path, SPLIT_COLUMNS, ("marketplace", "other_marketplace")) if path.exists() else []
        rows.append(dict(zip(SPLIT_COLUMNS, names, strict=True)))
        form = _form(path, SPLIT_COLUMNS)
        with replaced(path, marked=form.marked) as file:
            file.write(_text(form, (), rows))


def account(marketplace: str, seller: str, *, by_name: bool = False) -> Account:
    """The account that a person names."""
    place = placed(marketplace)
    return Account(place, "", folded(seller)) if by_name else Account(place, seller_key(place, seller))


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Between what is read of a file and its replacement, nobody else replaces it, by whatever link he names it.

    The folder itself is locked: a dossier is kept with its history, and shows no file of ours.
    """
    folder = path.resolve().parent
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as failure:
        raise WorkFailedError(f"{path}: cannot be written: {failure.strerror or failure}") from failure
    with held(handle):
        yield


def _account(row: Cells, side: str) -> Account:
    seller, name = row.get(f"{side}seller_id", ""), row.get(f"{side}seller_name", "")
    return account(row.get(f"{side}marketplace", ""), seller or name, by_name=not seller)


def _ended(row: Cells, day: date) -> Cells:
    """The last day of a row that another decision ends on a day; nothing for one that ended before, or begins later."""
    begin, end, today = row.get("valid_from", ""), row.get("valid_until", ""), day.isoformat()
    if begin > today or (end and end < today):
        return {}
    return {"valid_until": today if begin == today else (day - timedelta(days=1)).isoformat()}


def _opposes(row: Cells, cells: Mapping[str, str]) -> bool:
    return _is_of(row, cells) and row.get("status", "").strip().lower() != cells["status"]


def _is_of(row: Cells, cells: Mapping[str, str]) -> bool:
    """Whether two rows are of one account."""
    place = placed(row.get("marketplace", ""))
    same = seller_key(place, row.get("seller_id", "")) == seller_key(place, cells["seller_id"])
    return same and place == placed(cells.get("marketplace", ""))


def _rows(path: Path, columns: Sequence[str], required: Sequence[str]) -> list[Cells]:
    problems = Problems()
    rows = [cells for _, cells in Sheet(path, tuple(columns), tuple(required), problems)]
    problems.raise_if_any()
    return rows


def _form(path: Path, columns: Sequence[str]) -> _Form:
    """The form in which a file is written; that of a new file, with these columns, where there is none."""
    if not path.exists():
        return _Form(columns=columns)
    raw = path.read_bytes()
    content = raw.decode("utf-8-sig")
    delimiter = delimiter_of(content)
    head = next(
        row
        for row in csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
        if any(map(str.strip, row)) and not names_separator(row)
    )
    while not head[-1].strip():
        head.pop()
    ending = "\r\n" if "\r\n" in content else "\n"
    return _Form(columns=head, delimiter=delimiter, ending=ending, marked=raw.startswith(codecs.BOM_UTF8))


def _text(form: _Form, needed: Collection[str], rows: Sequence[Mapping[str, str]]) -> str:
    """The file in its form, with the needed columns that it does not have yet behind its own."""
    own = [name.strip().lower() for name in form.columns]
    more = [name for name in needed if name not in own]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=form.delimiter, lineterminator=form.ending)
    writer.writerow([*form.columns, *more])
    writer.writerows([row.get(name, "") for name in (*own, *more)] for row in rows)
    return text.getvalue()


def _check(path: Path, text: str, skus: Collection[str] | None) -> None:
    """Read the list as it would be; raise ConfigurationError where it is not sound."""
    trial = path.with_name(f".{path.name}.trial")
    problems = Problems()
    try:
        trial.write_text(text, encoding="utf-8")
        read_sellers(trial, skus, problems)
        problems.raise_if_any()
    except OSError as failure:
        raise ConfigurationError(f"{path}: cannot be written: {failure.strerror or failure}") from failure
    except ConfigurationError as failure:
        raise ConfigurationError(f"not written: {str(failure).replace(str(trial), str(path))}") from None
    finally:
        trial.unlink(missing_ok=True)

"""Listing files: JSON lines, a JSON array or CSV, plain or gzipped, one row at a time."""

import csv
import gzip
import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any, TextIO, cast

from monitor.brands.territory import places
from monitor.cli._conditions import condition_named
from monitor.cli._csv_records import CsvRecords
from monitor.cli._decimal_commas import Commas, commas_in
from monitor.cli._file_notes import FileNotes
from monitor.cli._headings import columns
from monitor.cli._json_arrays import rows_of
from monitor.cli._money_cells import AMOUNTS, signs_in, without_signs
from monitor.cli._seller_names import named
from monitor.cli._typed_dates import FIELD, Dates, dates_in
from monitor.errors import ConfigurationError
from monitor.records import FIELDS, Condition, Listing, RecordError, listing_from_record
from monitor.records.currency import currency_code
from monitor.records.parse import MAX_TEXT, all_of
from monitor.records.typed_amount import WITHOUT_CENTS, two_meanings

MAX_LINE = 4_000_000
MAX_ARRAY = 200_000_000
CLOCKS = timedelta(hours=1)
"""So far another machine's clock may be ahead."""
NAMED = "condition"
"""The attribute that holds the words of a condition that nobody knows."""
NOT_UTF_8 = re.compile("[\udc80-\udcff]")
NO_UTF_8 = "is not UTF-8 text; save the file as UTF-8"
SEPARATOR = re.compile(r'"?sep=.?"?\s*', re.IGNORECASE)
"""The line by which a spreadsheet program is told what parts the columns; it is none of the table."""
HOST = re.compile(
    r"(?:https?:)?(?://)?(?:[^/?#@\s]*@)?([^/?#:@\s\[\]]+|\[[0-9a-f:.]+\])(?::[0-9]*)?(?=[/?#]|$)", re.IGNORECASE
)
BLANKS = re.compile(r"\s")
SCHEME = re.compile(r"([a-z][a-z0-9+-]*|[a-z][a-z0-9+.-]*(?=://)):", re.IGNORECASE)
"""`javascript:`, and not the host before a port."""
Row = tuple[int, Listing | RecordError]
BY_CRAWLS = frozenset({"flags", "severity", "reasons", "case_ids"})
WRITTEN = frozenset({*FIELDS, *BY_CRAWLS, "sources", "confidence", "currency_code", "id"})
"""What a row may hold: the fields, and what the monitor and its readers write beside them."""
BY_READERS = frozenset({"sources", "confidence", "flags"})
"""What the monitor writes into rows of its own, whose amounts are exact."""
MOST_NAMES = 1_000
TO_LINES = "; of a page that extract read, write one listing a line with: monitor extract PAGE --url URL --listings"


class JsonNumber(str):
    """A number of a JSON file in its own digits: it means what it says, where a text may be a person's writing."""

    __slots__ = ()


def read_listings(path: Path, notes: FileNotes | None = None) -> Iterator[Row]:
    """Each row's line number with its listing, or with what is wrong with it; one bad row never ends the reading.

    `notes` take what is to be told of the file. Columns of a CSV may be called in the words of `headings.toml`.
    Raises ConfigurationError where the file itself cannot be read or has no known kind of name.
    """
    kind = [suffix.lower() for suffix in path.suffixes if suffix.lower() != ".gz"][-1:]
    if not path.is_file():
        raise ConfigurationError(f"{path}: no such file; give a .jsonl or .csv file of listings")
    rows = READERS.get("".join(kind))
    if rows is None:
        raise ConfigurationError(
            f"{path}: the name must end in .jsonl, .json or .csv (.gz may follow){_way_from(path, kind)}"
        )
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as raw:
            yield from rows(cast("IO[bytes]", raw), notes or FileNotes())
    except ConfigurationError as failure:
        raise ConfigurationError(f"{path}: {failure}") from None
    except (OSError, EOFError, zlib.error) as failure:
        raise ConfigurationError(f"{path}: cannot be read to its end: {failure}") from failure


def _way_from(path: Path, kind: list[str]) -> str:
    """What makes listings of a file that holds none, as the end of a sentence; empty where nothing does."""
    if kind in ([".html"], [".htm"]):
        return f"; read a saved page first: monitor extract {path} --url URL --listings > listings.jsonl"
    return ""


def _json_rows(raw: IO[bytes], notes: FileNotes) -> Iterator[Row]:
    number = 0
    while line := raw.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = raw.readline(MAX_LINE)
            yield number, RecordError("row", f"is longer than {MAX_LINE} bytes")
            continue
        text = line.strip().removeprefix(b"\xef\xbb\xbf")
        if text:
            yield from ((number, one) for one in _from_json(text, notes))
    _tell_empty_pages(notes)


def _array_rows(raw: IO[bytes], notes: FileNotes) -> Iterator[Row]:
    """The rows of a file that is one JSON array, or the listings of a page as `monitor extract` prints it."""
    content = raw.read(MAX_ARRAY + 1)
    if len(content) > MAX_ARRAY:
        raise ConfigurationError(f"is longer than {MAX_ARRAY} bytes; write one listing a line, as .jsonl")
    for number, row in rows_of(content.decode("utf-8-sig", "surrogateescape")):
        if isinstance(row, RecordError):
            yield number, row
        elif NOT_UTF_8.search(row):
            yield number, RecordError("row", NO_UTF_8)
        else:
            yield from ((number, one) for one in _from_json(row.encode(), notes))
    _tell_empty_pages(notes)


def _tell_empty_pages(notes: FileNotes) -> None:
    if empty := notes.empty_pages:
        notes.says.append(
            f"{empty} page{'s' if empty != 1 else ''} without a listing; why is in the page's line: kind, why, problems"
        )


def _from_json(text: bytes, notes: FileNotes) -> Iterator[Listing | RecordError]:
    """The listing of a line, or those of a page as `monitor extract --index` writes it."""
    try:
        record = json.loads(text, parse_float=JsonNumber)
    except (ValueError, RecursionError):
        yield RecordError("row", "is not a JSON object in one line of UTF-8" + (TO_LINES if text == b"{" else ""))
        return
    for one in page["listings"] if (page := _page(record)) else [record]:
        if isinstance(one, Mapping):
            exact = page is not None or not BY_READERS.isdisjoint(one)
            yield (None if exact else _typed_twofold(one)) or _listing(one, notes.others)
        else:
            yield RecordError("row", "is not a JSON object with names and values")
    notes.empty_pages += page is not None and not page["listings"]


def _typed_twofold(record: Mapping[str, Any]) -> RecordError | None:
    """What is wrong with an amount that is given as text and means two things, as a cell of a CSV may."""
    country = record.get("territory")
    shown = next((one for key in ("currency_code", "currency") if isinstance(one := record.get(key), str) and one), "")
    code = currency_code(shown, country.strip() if isinstance(country, str) else "")
    texts = ((name, record.get(name)) for name in AMOUNTS)
    typed = ((name, text) for name, text in texts if isinstance(text, str) and not isinstance(text, JsonNumber))
    return next((wrong for name, text in typed if (wrong := _twofold(name, text, code))), None)


def _twofold(name: str, text: str, code: str) -> RecordError | None:
    if either := two_meanings(text.strip(), code):
        says = "can be read in two ways"
        return RecordError(name, f"{text.strip()!r} {says}; write {either}", fault=says)
    return None


def _page(record: object) -> Mapping[str, Any] | None:
    """A line that holds what was read from a page; None for any other."""
    is_page = isinstance(record, Mapping) and "kind" in record and isinstance(record.get("listings"), list)
    return cast("Mapping[str, Any]", record) if is_page else None


def _csv_rows(raw: IO[bytes], notes: FileNotes) -> Iterator[Row]:
    csv.field_size_limit(MAX_LINE)
    with io.TextIOWrapper(raw, "utf-8-sig", "surrogateescape", newline="") as text:
        first, delimiter, head = _head(text)
        if any("\0" in name or NOT_UTF_8.search(name) for name in head):
            raise ConfigurationError("line 1: is not UTF-8 text; save the file as CSV in UTF-8")
        names, says, currency = columns(head)
        commas = commas_in(names, CsvRecords(text, delimiter, len(names), first=first))
        _back_to_rows(text)
        dates = dates_in(names, CsvRecords(text, delimiter, len(names), first=first))
        _back_to_rows(text)
        notes.columns = frozenset(names).intersection(FIELDS)
        notes.headings = {name: written.strip() for name, written in zip(names, head, strict=True)}
        notes.commas = commas.doubt()
        notes.says += filter(None, (says, commas.says(), dates.says()))
        for number, cells in CsvRecords(text, delimiter, len(names), first=first):
            if isinstance(cells, RecordError):
                yield number, cells
            elif any(cells):
                yield number, _from_csv(names, cells, commas, dates, currency, notes)


READERS = {".jsonl": _json_rows, ".ndjson": _json_rows, ".json": _array_rows, ".csv": _csv_rows}


def _back_to_rows(text: TextIO) -> None:
    text.seek(0)
    _head(text)


def _head(text: TextIO) -> tuple[int, str, list[str]]:
    """The number of the line after the head, what stands between its cells, and they."""
    head, first = text.readline(MAX_LINE), 2
    if SEPARATOR.fullmatch(head):
        head, first = text.readline(MAX_LINE), 3
    delimiter = ";" if head.count(";") > head.count(",") else ","
    return first, delimiter, next(csv.reader([head], delimiter=delimiter), [])


def _from_csv(
    names: list[str], cells: list[str], commas: Commas, dates: Dates, currency: str, notes: FileNotes
) -> Listing | RecordError:
    if len(cells) > len(names):
        return RecordError("row", f"has {len(cells)} cells where the head names {len(names)}")
    if NOT_UTF_8.search("".join(cells)):
        return RecordError("row", NO_UTF_8)
    row, signs = signs_in({name: commas.plain(name, cell) for name, cell in zip(names, cells, strict=False)})
    if currency:
        row["currency"] = currency
    try:
        row = without_signs(row, signs)
        row[FIELD] = dates.plain(row.get(FIELD, ""))
    except RecordError as wrong:
        return wrong
    code = currency_code(row.get("currency", ""), row.get("territory", "").strip())
    for name in AMOUNTS:
        if name in commas.read and code in WITHOUT_CENTS and row.get(name, "").partition(".")[2].strip("0"):
            says = f"has cents, which {code} has not"
            return RecordError(name, f"{row[name].strip()!r} {says}; write it in whole {code}", fault=says)
        if twofold := _twofold(name, row.get(name, ""), code):
            return twofold
    return _listing(row, notes.others)


def _listing(record: Mapping[str, Any], others: Counter[str]) -> Listing | RecordError:
    for name, value in record.items():
        if name not in WRITTEN and value not in (None, "") and (name in others or len(others) < MOST_NAMES):
            others[name] += 1
    wrong = list[RecordError]()
    try:
        listing = named(listing_from_record(_with_condition(record)))
    except RecordError as one:
        wrong.append(one)
    url = record.get("url")
    if isinstance(url, str) and (shown := _no_web_page(url.strip())):
        wrong.append(RecordError("url", shown, fault="url: is no address of a web page"))
    return all_of(wrong) if wrong else listing


def _no_web_page(url: str) -> str:
    """Why an address is none of a web page, in words; empty where it may be one, or where there is none."""
    then = "write one that begins with https:// or http://"
    if scheme := _other_scheme(url):
        return f"is no address of a web page ({scheme[:40]}:); {then}"
    host = HOST.match(url)
    is_one = host is not None and ("." in host[1] or ":" in host[1] or host[1] == "localhost")
    return "" if is_one or not url else f"{url[:40]!r} is no address of a web page; {then}"


def _other_scheme(url: str) -> str:
    """The scheme of an address that is none of the web's, as browsers read it; empty where it has none."""
    found = SCHEME.match(BLANKS.sub("", url))
    return "" if found is None or found[1].lower() in ("http", "https") else found[1]


def _with_condition(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The record with its condition as a word of the contract ("gebraucht": used); unknown words stay beside it."""
    value = record.get("condition")
    if not isinstance(value, str) or not value.strip():
        return record
    known = condition_named(value)
    given = record.get("attributes")
    kept = known or not (given is None or given == "" or isinstance(given, Mapping))
    attributes = given if kept else {NAMED: value, **(given if isinstance(given, Mapping) else {})}
    return {**record, "condition": str(known or Condition.UNKNOWN), "attributes": attributes}


def unknown_conditions(listings: Iterable[Listing]) -> str:
    """How many of the listings have a condition that nobody knows, with examples, as a sentence; or an empty string."""
    found = [one.attributes.get(NAMED, "") for one in listings if one.condition is Condition.UNKNOWN]
    if not found:
        return ""
    named = ", ".join(f'"{value[:40]}"' for value in sorted(set(found) - {""})[:3])
    count = f"{len(found)} row{'s have' if len(found) != 1 else ' has'} a condition that is not known"
    return f"{count}{f' ({named})' if named else ''}; kept, and not judged as new goods"


def unknown_territories(listings: Iterable[Listing]) -> str:
    """How many of the listings have a territory that is no country's code, with examples, as a sentence; or empty."""
    found = [one.territory for one in listings if one.territory and not places(one.territory)]
    if not found:
        return ""
    named = ", ".join(f'"{value[:40]}"' for value in sorted(set(found))[:3])
    count = f"{len(found)} row{'s have' if len(found) != 1 else ' has'} a territory that is no code of a country"
    return f"{count} ({named}); read as not known: write the two letters of ISO 3166-1, such as DE"


def without_seller_ids(listings: Iterable[Listing], heading: str = "") -> str:
    """How many of the listings name a seller and no id, as a sentence; or an empty string.

    `heading` is what the file calls the sellers' names.
    """
    found = sum(bool(one.seller_name.strip()) and not one.seller_id.strip() for one in listings)
    if not found:
        return ""
    count = f"{found} row{'s name sellers' if found != 1 else ' names a seller'} without a seller_id"
    mend = f"if {heading[:40] or 'seller_name'} holds ids or names of accounts, call it seller_id"
    return f"{count}: by name alone nobody is known to be on the seller list; {mend}"


def from_the_future(listings: Iterable[Listing], now: datetime) -> str:
    """How many of the listings were seen later than now, with an example, as a sentence; or an empty string."""
    ahead = [one.observed_at for one in listings if one.observed_at and one.observed_at > now + CLOCKS]
    if not ahead:
        return ""
    count = f"{len(ahead)} row{'s have' if len(ahead) != 1 else ' has'} an observed_at in the future"
    return f"{count} ({max(ahead):%Y-%m-%d %H:%M} UTC); judged as seen then: mend it, a time without a zone is UTC"


def cut_descriptions(listings: Iterable[Listing]) -> str:
    """How many descriptions were cut, so that what stands behind was not read, as a sentence; or an empty string."""
    cut = sum(len(one.description) >= MAX_TEXT for one in listings)
    if not cut:
        return ""
    which = "1 description is" if cut == 1 else f"{cut} descriptions are"
    return f"{which} read up to {MAX_TEXT:,} characters; what stands behind is not judged"

"""A JSON file that holds its rows in one array, as a crawl writes them with `-O listings.json`."""

import json
import re
from collections.abc import Iterator

from monitor.records import RecordError

BLANKS = re.compile(r"[ \t\r\n]*")
BROKEN = "is not JSON; what comes after it is not read"
BEHIND = "stands behind the end of the array, and is not read"
DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
"""It only finds where a value ends: a number of too many digits is for its own row to refuse."""


def rows_of(text: str) -> Iterator[tuple[int, str | RecordError]]:
    """Each value of the array as JSON, with the number of the line on which it begins; what is no array is one row.

    Where a value is no JSON, the array is not closed, or more stands behind it, the last row says so.
    """
    at = _after_blanks(text, 0)
    if not text.startswith("[", at):
        if at < len(text):
            yield text.count("\n", 0, at) + 1, text[at:]
        return
    line, counted, at = 1, 0, _after_blanks(text, at + 1)
    while not text.startswith("]", at):
        line, counted = line + text.count("\n", counted, at), at
        try:
            _, end = DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield line, RecordError("row", BROKEN)
            return
        yield line, text[at:end]
        at = _after_blanks(text, end)
        at = _after_blanks(text, at + 1) if text.startswith(",", at) else at
    behind = _after_blanks(text, at + 1)
    if behind < len(text):
        yield line + text.count("\n", counted, behind), RecordError("row", BEHIND)


def _after_blanks(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    assert found is not None
    return found.end()

"""An anti-counterfeiting service: links, descriptions, rights and reasons as CSV and JSON, and its answers back."""

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from monitor.brands.territory import places
from monitor.complaints.base import Channel, Draft
from monitor.complaints.fields import Field
from monitor.complaints.markets import COUNTRY
from monitor.complaints.matter import Matter
from monitor.complaints.rights import Complainant
from monitor.complaints.sealed import of_case
from monitor.complaints.sheets import as_json, sheet
from monitor.errors import ConfigurationError

COLUMNS = ("complaint", "case_id", "url", "marketplace", "title", "seller_id", "seller_name", "country", "ground",
           "rights", "reasons", "first_seen", "last_seen", "evidence")  # fmt: skip
OURS = "own format: a service says itself what it takes"
ANSWERS = ("upheld", "rejected", "withdrawn", "question", "evidence_request", "counter_notice")
MOST_ROWS = 10_000
MOST_BYTES = 5_000_000


class ThirdParty(Channel):
    """The sealed evidence goes along in an archive; each row names its packages there."""

    name = "third_party"
    title = "Anti-counterfeiting service"
    country = ""
    fields = (
        Field(name="service", source="--set service=..., the name of the service", requirement=OURS, names=True),
        Field(
            name="rights_holder",
            source="owner in brand.toml, or legal_name of [complainant] in rights/register.toml",
            requirement=OURS,
        ),
        Field(name="links", source="addresses of the listings", requirement=OURS, longest=1_000_000),
        Field(name="rights", source="brand.toml and rights/register.toml", requirement=OURS),
        COUNTRY,
        Field(
            name="service_country",
            source="--set service_country=DE, where the service is; else country of [complainant] in "
            "rights/register.toml",
            closed=True,
            requirement="own: its holidays count for the deadlines",
            required=False,
        ),
    )

    def calendar(self, matters: Sequence[Matter], given: Mapping[str, str], complainant: Complainant) -> str:  # noqa: ARG002
        """A service works in the days of its own country; where nobody said which, in those of who engaged it."""
        return " ".join(sorted(places(given.get("service_country", "")))) or complainant.country

    def also_missing(self, draft: Draft) -> Iterator[str]:
        """A country of the service that there is."""
        said = draft.values.get("service_country", "")
        if said and not places(said):
            yield f"service_country is {said[:40]!r} and no code of a country; write one such as DE"

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        return {
            "rights_holder": draft.complainant.holder,
            "links": "\n".join(draft.links),
            "rights": "\n".join(one.details for one in draft.rights),
            "country": self.where(draft.matters, draft.values),
            "service_country": draft.complainant.country,
        }

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """One row a case, twice: for people and for programs."""
        rows = [
            {
                "complaint": str(draft.number or ""),
                "case_id": str(matter.case),
                "url": matter.listing.url,
                "marketplace": matter.listing.marketplace,
                "title": matter.listing.title,
                "seller_id": matter.listing.seller_id,
                "seller_name": matter.listing.seller_name,
                "country": self.where([matter], draft.values),
                "ground": str(draft.ground),
                "rights": " | ".join(one.details for one in self.rights_of(draft, matter)),
                "reasons": draft.reasons(matter),
                "first_seen": matter.first_seen.isoformat(),
                "last_seen": matter.last_seen.isoformat(),
                "evidence": " | ".join(one.name for one in of_case(draft.evidence, matter.case)),
            }
            for matter in draft.matters
        ]
        return {"links.csv": sheet(COLUMNS, rows), "links.json": as_json({"form": self.values(draft), "links": rows})}


class Answer(NamedTuple):
    """One answer: to which complaint, about which cases (none for all of its links), and of which day where it says so.

    `source` is the digest of the row of a file, by which it is known when the file comes again.
    """

    complaint: int
    answer: str
    text: str
    cases: tuple[int, ...] = ()
    on: date | None = None
    source: str | None = None


def read_answers(content: bytes, name: str) -> Iterator[Answer]:
    """A service's answers, CSV or JSON (a list) of `complaint`, `answer`, `text`, and where it has them `case`, `on`.

    `complaint` and `case` are those of links.csv. Raises ConfigurationError that names the line of a row that cannot be
    read; nothing is taken from such a file.
    """
    if len(content) > MOST_BYTES:
        raise ConfigurationError(f"{name}: is larger than {MOST_BYTES} bytes; split it")
    rows = list(
        _from_json(content, name) if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in b"[{" else _from_csv(content, name)
    )
    if len(rows) > MOST_ROWS:
        raise ConfigurationError(f"{name}: has more than {MOST_ROWS} rows; split it")
    if not rows:
        raise ConfigurationError(f"{name}: holds no answers; give rows of complaint, answer, text")
    for where, row in rows:
        yield _answer(row, f"{name}: {where}")


def _answer(row: Mapping[str, str | None], where: str) -> Answer:
    number, answer = (row.get("complaint") or "").strip(), (row.get("answer") or "").strip().lower()
    case, day = (row.get("case") or row.get("case_id") or "").strip(), (row.get("on") or "").strip()
    if not _is_number(number):
        raise ConfigurationError(f"{where}: complaint: {number[:40]!r} is no number of a complaint")
    if answer not in ANSWERS:
        raise ConfigurationError(f"{where}: answer: {answer[:40]!r}; write one of {', '.join(ANSWERS)}")
    if case and not _is_number(case):
        raise ConfigurationError(f"{where}: case: {case[:40]!r} is no number of a case")
    try:
        on = date.fromisoformat(day) if day else None
    except ValueError:
        raise ConfigurationError(f"{where}: on: {day[:40]!r} is no day such as 2026-05-04") from None
    if on and on > datetime.now(UTC).date():
        raise ConfigurationError(f"{where}: on: {day} is in the future")
    text = (row.get("text") or "").strip()[:2_000]
    source = hashlib.sha256(json.dumps([int(number), answer, case and int(case), day, text]).encode()).hexdigest()
    return Answer(int(number), answer, text, (int(case),) if case else (), on, source)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _from_csv(content: bytes, name: str) -> Iterator[tuple[str, Mapping[str, str | None]]]:
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        _must_be_once(reader.fieldnames or (), f"{name}: line 1: the column")
        for row in reader:
            yield f"line {reader.line_num}", row
    except (UnicodeDecodeError, csv.Error) as failure:
        raise ConfigurationError(f"{name}: is no CSV in UTF-8 ({failure}); save it as that") from failure


def _must_be_once(names: Iterable[str], where: str) -> None:
    """Raise ConfigurationError for a name that stands twice: which of both counts, nobody said."""
    for name, times in Counter(map(str, names)).items():
        if times > 1:
            raise ConfigurationError(f"{where} {name[:40]!r} stands {times} times; keep the one that counts")
    if {"case", "case_id"} <= set(names):
        raise ConfigurationError(f"{where} 'case' stands beside 'case_id', which means the same; keep one of them")


def _once(pairs: Sequence[tuple[str, object]], name: str) -> dict[str, object]:
    _must_be_once([key for key, _ in pairs], f"{name}: the field")
    return dict(pairs)


def _from_json(content: bytes, name: str) -> Iterator[tuple[str, Mapping[str, str | None]]]:
    try:
        found = json.loads(content.decode("utf-8-sig"), object_pairs_hook=lambda pairs: _once(pairs, name))
    except (ValueError, RecursionError) as failure:
        raise ConfigurationError(f"{name}: is no JSON in UTF-8 ({failure}); save it as that") from failure
    for number, row in enumerate(found if isinstance(found, list) else [found], 1):
        if not isinstance(row, dict):
            raise ConfigurationError(f"{name}: entry {number}: is no object with complaint, answer, text")
        yield f"entry {number}", {str(key): "" if value is None else str(value) for key, value in row.items()}

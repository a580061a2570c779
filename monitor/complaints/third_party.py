"""An anti-counterfeiting service: links, descriptions, rights and reasons as CSV and JSON, and its answers back."""

import csv
import io
import json
from collections.abc import Iterator, Mapping

from monitor.complaints.base import Channel, Draft, Field
from monitor.complaints.sheets import as_json, sheet
from monitor.errors import ConfigurationError

COLUMNS = ("case_id", "url", "marketplace", "title", "seller_id", "seller_name", "ground", "rights", "reasons",
           "first_seen", "last_seen", "evidence")  # fmt: skip
OURS = "own format: a service says itself what it takes"
ANSWERS = ("upheld", "rejected", "withdrawn", "question", "evidence_request", "counter_notice")
MOST_ROWS = 10_000
MOST_BYTES = 5_000_000


class ThirdParty(Channel):
    """The sealed evidence goes along in an archive; each row names its packages there."""

    name = "third_party"
    title = "Anti-counterfeiting service"
    fields = (
        Field(name="service", source="--set service=..., the name of the service", requirement=OURS),
        Field(name="rights_holder", source="owner in brand.toml, or legal_name of [complainant]", requirement=OURS),
        Field(name="links", source="addresses of the listings", requirement=OURS, longest=1_000_000),
        Field(name="rights", source="brand.toml and rights/register.toml", requirement=OURS),
    )

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        return {
            "rights_holder": draft.complainant.legal_name,
            "links": "\n".join(draft.links),
            "rights": "\n".join(one.label for one in draft.rights),
        }

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """One row a case, twice: for people and for programs."""
        rows = [
            {
                "case_id": str(matter.case),
                "url": matter.listing.url,
                "marketplace": matter.listing.marketplace,
                "title": matter.listing.title,
                "seller_id": matter.listing.seller_id,
                "seller_name": matter.listing.seller_name,
                "ground": str(draft.ground),
                "rights": " | ".join(one.label for one in draft.rights),
                "reasons": draft.reasons(matter),
                "first_seen": matter.first_seen.isoformat(),
                "last_seen": matter.last_seen.isoformat(),
                "evidence": " | ".join(one for one in draft.evidence if one.startswith(f"case-{matter.case}-")),
            }
            for matter in draft.matters
        ]
        return {"links.csv": sheet(COLUMNS, rows), "links.json": as_json({"form": self.values(draft), "links": rows})}


def read_answers(content: bytes, name: str) -> Iterator[tuple[int, str, str]]:
    """A service's answers, CSV or JSON (a list) of `complaint`, `answer`, `text`: the number, the answer, its words.

    Raises ConfigurationError that names the line of a row that cannot be read; nothing is taken from such a file.
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
        number, answer = (row.get("complaint") or "").strip(), (row.get("answer") or "").strip().lower()
        if not (number.isascii() and number.isdigit() and len(number) < 19):
            raise ConfigurationError(f"{name}: {where}: complaint: {number[:40]!r} is no number of a complaint")
        if answer not in ANSWERS:
            raise ConfigurationError(f"{name}: {where}: answer: {answer[:40]!r}; write one of {', '.join(ANSWERS)}")
        yield int(number), answer, (row.get("text") or "").strip()[:2_000]


def _from_csv(content: bytes, name: str) -> Iterator[tuple[str, Mapping[str, str | None]]]:
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        for row in reader:
            yield f"line {reader.line_num}", row
    except (UnicodeDecodeError, csv.Error) as failure:
        raise ConfigurationError(f"{name}: is no CSV in UTF-8 ({failure}); save it as that") from failure


def _from_json(content: bytes, name: str) -> Iterator[tuple[str, Mapping[str, str | None]]]:
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as failure:
        raise ConfigurationError(f"{name}: is no JSON in UTF-8 ({failure}); save it as that") from failure
    for number, row in enumerate(found if isinstance(found, list) else [found], 1):
        if not isinstance(row, dict):
            raise ConfigurationError(f"{name}: entry {number}: is no object with complaint, answer, text")
        yield f"entry {number}", {str(key): str(value) for key, value in row.items()}

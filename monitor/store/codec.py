"""Records to and from what the tables hold."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from monitor.records import Evidence, Finding, Flag, Line, Listing, Words, listing_from_record, listing_to_record


def record_of(listing: Listing) -> dict[str, Any]:
    """A listing as JSON-ready values, with the sources of its values; the time is a column of its own."""
    record = listing_to_record(listing, sources=True)
    record.pop("observed_at", None)
    return record


def digest_of(record: Mapping[str, Any]) -> str:
    """A digest by which the same record is known again."""
    return hashlib.sha256(json.dumps(record, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def listing_digest(marketplace: str, listing_id: str) -> str:
    """A digest by which a listing is known."""
    return hashlib.sha256(json.dumps([marketplace, listing_id], ensure_ascii=False).encode()).hexdigest()


def listing_of(record: Mapping[str, Any], observed_at: datetime) -> Listing:
    """The listing of a stored record."""
    return listing_from_record({**record, "observed_at": observed_at})


def evidence_to_json(evidence: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    """Evidence as JSON-ready values, without what is empty."""
    rows = []
    for one in evidence:
        row: dict[str, Any] = {"field": one.field, "observed": one.observed}
        row |= {name: getattr(one, name) for name in ("expected", "asset", "image") if getattr(one, name)}
        row |= {name: list(getattr(one, name)) for name in ("span", "box") if getattr(one, name) is not None}
        if one.series:
            row["series"] = [[moment.isoformat(), format(value, "f")] for moment, value in one.series]
        rows.append(row)
    return rows


def evidence_from_json(rows: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    """The evidence that was stored."""
    return tuple(
        Evidence(
            field=row["field"],
            observed=row["observed"],
            expected=row.get("expected", ""),
            span=tuple(row["span"]) if "span" in row else None,
            box=tuple(row["box"]) if "box" in row else None,
            asset=row.get("asset", ""),
            image=row.get("image", ""),
            series=tuple((datetime.fromisoformat(at), Decimal(value)) for at, value in row.get("series", ())),
        )
        for row in rows
    )


def lines_to_json(words: Words) -> list[list[Any]]:
    """The lines of a picture as JSON-ready values: text, box, confidence."""
    return [[line.text, list(line.box), line.confidence] for line in words.lines]


def words_of(row: Any) -> Words:
    """The words of a stored row."""
    lines = tuple(Line(text=text, box=tuple(box), confidence=sure) for text, box, sure in row.lines)
    return Words(version=row.version, lines=lines, unread=row.unread)


def flag_of(brand: str, row: Any) -> Flag:
    """The flag of a stored row."""
    return Flag(
        kind=row.kind,
        brand=brand,
        severity=row.severity,
        rule=row.rule,
        sentence=row.sentence,
        evidence=evidence_from_json(row.evidence),
    )


def finding_of(brand: str, sighting: Any, flags: Iterable[Any]) -> Finding:
    """The finding of a stored sighting and its rows of flags."""
    return Finding(
        brand=brand,
        flags=tuple(flag_of(brand, row) for row in flags),
        sku=sighting.sku,
        unit_price=sighting.unit_price,
        currency=sighting.currency,
        floor_price=sighting.floor_price,
    )

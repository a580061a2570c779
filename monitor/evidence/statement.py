"""What is stated with a capture: who made it how, by which clock and settings, and what the page was."""

import hashlib
import json
from pathlib import Path

from monitor.evidence.clock import Clock, machine
from monitor.evidence.seen import Seen
from monitor.pages import Kind, Page
from monitor.records import Listing, listing_to_record

GOODS = frozenset({Kind.PRODUCT, Kind.OFFERS})
WORDS = {
    "listing": "the page shows the listing",
    "goods": "the page shows goods, and it is not sure that they are the listing's",
    "gone": "THE LISTING WAS GONE",
    "blocked": "THE SITE BLOCKED THE CAPTURE: this is not the listing's page",
    "other": "NO LISTING COULD BE READ on the page",
}
"""What a capture shows, in words for a reader."""
SETTINGS = ("*.toml", "rates.csv")
MOVED = 1.0


def shown(page: Page | None, status: int, listing: Listing) -> str:
    """What a page that answered with `status` shows of a listing: one of `WORDS`; None is a page that broke its reader.

    A page counts as the listing's when it has its number or its title.
    """
    if page is not None and page.kind in GOODS and status < 400:
        same = any(one.listing_id == listing.listing_id or one.title == listing.title for one in page.listings)
        return "listing" if same else "goods"
    if page is not None and page.kind is Kind.GONE:
        return "gone"
    if (page is not None and page.kind is Kind.BLOCKED) or status in (401, 403, 429, 503):
        return "blocked"
    return "other"


def settings_digests(workspace: Path, brand: str) -> bytes:
    """The digests of the files that say how cases of a brand are found, as `sha256sum` lists them."""
    found = [path for pattern in SETTINGS for path in workspace.glob(pattern)]
    found += [path for pattern in ("*.toml", "*.csv") for path in (workspace / "brands" / brand).glob(pattern)]
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(workspace).as_posix()}\n"
        for path in sorted(found)
    )
    return "".join(lines).encode()


def statement(
    seen: Seen, page: Page | None, shows: str, *, software: str, settings: bytes, clock: Clock
) -> dict[str, object]:
    """All of it as JSON-ready values; address and time stand here, beside the picture, not on it."""
    return {
        "url": seen.url,
        "address": seen.address,
        "ip": seen.ip or "unknown, the name was resolved by the proxy" * bool(seen.proxy) or "unknown",
        "status": seen.status,
        "at": seen.at.isoformat(),
        "seconds": round(seen.seconds, 3),
        "clock": str(clock),
        "clock_set_meanwhile": f"by {seen.clock_moved:+.1f} s" if abs(seen.clock_moved) >= MOVED else "no",
        "shows": shows,
        "shows_in_words": WORDS[shows],
        "page_kind": str(page.kind) if page else "not readable",
        "page_kind_why": page.why if page else "the page broke its reader",
        "page_title": seen.title,
        "software": software,
        "machine": machine(),
        "settings_sha256": hashlib.sha256(settings).hexdigest(),
        "browser": seen.browser,
        "user_agent": seen.user_agent,
        "proxy": seen.proxy or "none; the monitor's own guard on loopback alone, which refuses private addresses",
        "screenshot_cut": seen.cut,
        "exchanges": len(seen.exchanges),
        "exchanges_left_out": seen.left_out,
        "page_tried": list(seen.happened),
    }


def files_of(
    seen: Seen, page: Page | None, stated: dict[str, object], settings: bytes, archive: bytes
) -> dict[str, bytes]:
    """The files of a package that come from the capture itself."""
    found = {
        "screenshot.png": seen.picture,
        "page.html": seen.html.encode("utf-8", "replace"),
        "page.wacz": archive,
        "capture.json": _json(stated),
        "settings.sha256": settings,
    }
    if page is not None and page.listings:
        found["record-at-capture.json"] = _json([listing_to_record(one, sources=True) for one in page.listings[:50]])
    return found


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).encode("utf-8", "replace")

"""What is stated with a capture: who made it how, by which clock and settings, and what the page was."""

import hashlib
import json
from collections.abc import Collection, Mapping
from pathlib import Path

from monitor.evidence.clock import Clock, machine
from monitor.evidence.comparison import NOT_RAISED, OTHERWISE, RAISED, REPLACED, Compared
from monitor.evidence.seen import Seen
from monitor.pages import Kind, Page
from monitor.records import listing_to_record

GOODS = frozenset({Kind.PRODUCT, Kind.OFFERS})
WORDS = {
    "listing": "the page shows the listing",
    "changed": "OTHER CONTENT than was crawled stands on the listing's page",
    "goods": "the page shows goods, and it is not sure that they are the listing's",
    "gone": "THE LISTING WAS GONE",
    "blocked": "THE SITE BLOCKED THE CAPTURE: this is not the listing's page",
    "other": "NO LISTING COULD BE READ on the page",
}
"""What a capture shows, in words for a reader."""
LOST = frozenset({NOT_RAISED, OTHERWISE, REPLACED})
SETTINGS = ("*.toml", "rates.csv")
MOVED = 1.0


KEPT = {
    "whole": "the page itself and what it loaded",
    "in part": "the page itself as far as it came: it had not come to its end",
    "no": "NOT THE PAGE ITSELF, only what it loaded",
}
"""What the web archive holds."""


def shown(page: Page | None, status: int, compared: Compared | None) -> str:
    """What a page that answered with `status` shows of a listing: one of `WORDS`; None is a page that broke its reader.

    `compared` is the comparison of its goods with the crawled listing.
    """
    if page is not None and page.kind in GOODS and status < 400:
        if compared is not None and compared.other:
            return "changed"
        return "listing" if compared is not None and compared.sure else "goods"
    if page is not None and page.kind is Kind.GONE:
        return "gone"
    if (page is not None and page.kind is Kind.BLOCKED) or status in (401, 403, 429, 503):
        return "blocked"
    return "other"


def in_words(shows: str, compared: Compared | None, kept: str = "whole") -> str:
    """What a capture shows, what its archive lacks, and the fields that differ from the crawl.

    Nothing of our flags: others read it.
    """
    lacks = f"; THE WEB ARCHIVE HOLDS {KEPT[kept]}" * (kept != "whole")
    if compared is None:
        return WORDS[shows] + lacks
    parts = [f"{name} {before!r} is now {now!r}" for name, (before, now) in compared.differs.items()]
    return f"{WORDS[shows]}{lacks}{'; since the crawl ' * bool(parts)}{', '.join(parts)}"


def why_other(compared: Compared | None) -> str:
    """What is ours to know besides: why this is other content, and which flags are not raised again."""
    if compared is None:
        return ""
    lost = [f"{kind} ({rule})" for (kind, rule), again in compared.flags.items() if again in LOST]
    flags = f"not raised again: {', '.join(lost)}" if lost else ""
    return "; ".join(filter(None, (compared.other, flags)))


def comparison(compared: Compared | None) -> bytes:
    """The comparison as a file of the package."""
    if compared is None:
        return _json({"compared": "no: the listing was not found on the page"})
    differs = {name: {"crawled": before, "captured": now} for name, (before, now) in compared.differs.items()}
    flags = [{"kind": kind, "rule": rule, "again": again} for (kind, rule), again in compared.flags.items()]
    other = {"other_content": compared.other or "no", "other_seller": "yes" if compared.other_seller else "no"}
    return _json({"differs": differs, "flags": flags, **other})


def speaks_against(content: bytes, alleged: Collection[tuple[str, str]]) -> str:
    """Why a capture with such a comparison is no evidence of flags (kinds and rules); empty where it may be.

    It may be evidence of one flag and not of another; see `refuted`.
    """
    again, other_seller = _judged(content)
    if other_seller:
        return "somebody else sells there than at the crawl"
    said = {again[key] for key in alleged if key in again}
    return "what is alleged is not raised again there" if said & LOST and RAISED not in said else ""


def refuted(content: bytes) -> tuple[frozenset[tuple[str, str]], bool]:
    """Kind and rule of the flags that a capture with such a comparison did not raise again; whether somebody else
    sells there.
    """
    again, other_seller = _judged(content)
    return frozenset(key for key, said in again.items() if said in LOST), other_seller


def retitled(content: bytes) -> str:
    """The title that stood there at a capture with such a comparison, where it is another than was crawled."""
    try:
        return str(json.loads(content)["differs"]["title"]["captured"])
    except (ValueError, RecursionError, TypeError, KeyError):
        return ""


def shown_again(content: bytes) -> frozenset[tuple[str, str]]:
    """Kind and rule of the flags that a capture with such a comparison raised again; none where somebody else sells."""
    again, other_seller = _judged(content)
    return frozenset(() if other_seller else (key for key, said in again.items() if said == RAISED))


def unseen(content: bytes) -> Mapping[tuple[str, str], str]:
    """Kind and rule of the flags that a capture with such a comparison did not raise again, or could not judge: why."""
    return {key: said for key, said in _judged(content)[0].items() if said != RAISED}


def _judged(content: bytes) -> tuple[Mapping[tuple[str, str], str], bool]:
    """What a comparison says of each flag, and whether another sells; one of before says nothing, and is not judged."""
    try:
        said = json.loads(content)
        again = {(str(one["kind"]), str(one["rule"])): str(one["again"]) for one in said.get("flags", ())}
        return again, said.get("other_seller") == "yes"
    except (ValueError, RecursionError, AttributeError, TypeError, KeyError):
        return {}, False


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
    seen: Seen,
    page: Page | None,
    shows: str,
    compared: Compared | None,
    *,
    software: str,
    settings: bytes,
    clock: Clock,
) -> dict[str, object]:
    """All of it as JSON-ready values; address and time stand here, beside the picture, not on it."""
    return {
        "url": seen.url,
        "address": seen.address,
        "address_bar": seen.shown_address,
        "ip": seen.ip or "unknown, the name was resolved by the proxy" * bool(seen.proxy) or "unknown",
        "status": seen.status,
        "at": seen.at.isoformat(),
        "seconds": round(seen.seconds, 3),
        "clock": str(clock),
        "clock_set_meanwhile": f"by {seen.clock_moved:+.1f} s" if abs(seen.clock_moved) >= MOVED else "no",
        "shows": shows,
        "shows_in_words": in_words(shows, compared, seen.kept),
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
        "archive_holds": KEPT[seen.kept],
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
        "page.txt": seen.text.encode("utf-8", "replace"),
        "page.wacz": archive,
        "capture.json": _json(stated),
        "settings.sha256": settings,
    }
    if page is not None and page.listings:
        found["record-at-capture.json"] = _json([listing_to_record(one, sources=True) for one in page.listings[:50]])
    return found


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).encode("utf-8", "replace")

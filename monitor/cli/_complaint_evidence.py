"""The sealed evidence that goes along with a complaint: what supports its ground, and what is needed to check it.

Of each package only the files go along that show the listing or the purchase, and of what was found in photos what the
complaint alleges. Our own view of the case (floors, seller list, flags on prices, notes) stays here; the signed list of
digests still proves the files that are there.
"""

import io
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.complaints import Ground, Matter, Sealed

ARCHIVE = "evidence.zip"
MOST_BYTES = 400_000_000
MOST_NOTED = 200
LONG_AGO = (1980, 1, 1, 0, 0, 0)
SHOWN = (
    "about.json", "SHA256SUMS", "SHA256SUMS.sig", "screenshot.png", "page.html", "page.txt", "page.wacz",
    "capture.json", "record-at-capture.json", "crawl/photo-*", "finds/*", "files/*",
)  # fmt: skip
"""The files of a package that anybody may see."""
FINDS = "finds"
SHOWING_IT = ("", "listing")
"""What a capture must show to support anything; the earliest ones do not say."""


Found = Mapping[Path, Sequence[str]]
"""The packages about some cases, each with what is wrong with it (see `sealed_of`)."""


Cited = Mapping[int, Collection[tuple[str, str]]]
"""Kind and rule of the flags that a complaint cites of each case."""


class Along(NamedTuple):
    """The packages that go along, the archive that holds them by its name, and what stays here, in words."""

    evidence: "list[Sealed]"
    files: dict[str, bytes]
    left_out: list[str]


class Behind(NamedTuple):
    """Whether sealed evidence stands behind what is said of a case, and which, or why none, in words."""

    stands: bool
    words: str


def gather(
    folder: Path, found: Found, cites: Cited, ground: "Ground", bought: Collection[str] = (), *, internal: bool = False
) -> Along:
    """The evidence of cases (`found`) that supports a ground; with `internal` all of it, whole.

    `cites` are the flags that are cited of each case, `bought` names the packages of the test buys that are alleged:
    those of other orders and sellers stay here.

    Raises WorkFailedError for a package or log that is not as it was sealed, ConfigurationError for too many bytes.
    """
    from monitor.cli._evidence_chain import proofs
    from monitor.cli._sealed_evidence import log_problems
    from monitor.evidence.keys import PUBLIC

    if not found:
        return Along([], {}, [])
    wrong = [what for problems in found.values() for what in problems] + log_problems(folder)
    if wrong:
        raise WorkFailedError(
            f"{folder}: evidence is not as it was sealed, and goes along with nothing: {'; '.join(wrong[:20])}; "
            "see: monitor evidence verify"
        )
    why = {package: why_not(package, cites, ground, bought) for package in found}
    kept = [package for package in found if internal or not why[package]]
    left_out = [f"{package.name}: {why[package]}" for package in found if package not in kept]
    if not kept:
        return Along([], {}, left_out)
    chain, without = proofs(folder, [package.name for package in kept], whole=internal)
    paths = {
        path: path.relative_to(folder).as_posix()
        for package in kept
        for path in sorted(package.rglob("*"))
        if path.is_file() and (internal or _is_shown(path.relative_to(package).as_posix()))
    } | {folder / PUBLIC: PUBLIC}
    beside = [] if internal else [path for package in kept for path in _not_alleged(package, cites)]
    for path in beside:
        paths.pop(path, None)
    left_out += [f"{path.parent.parent.name}: {path.parent.name}/{path.name}, which is not alleged" for path in beside]
    total = sum(path.stat().st_size for path in paths)
    if total > MOST_BYTES:
        raise ConfigurationError(
            f"the evidence of the cases is {total} bytes large, {MOST_BYTES} are the most; draft fewer cases at once, "
            "or leave it out with --no-evidence"
        )
    content = {name: path.read_bytes() for path, name in paths.items()} | chain
    evidence = [
        replace(_sealed(package), bears=_bears(package, cites, why[package]), unseen=frozenset(_unseen(package)))
        for package in kept
    ]
    return Along(evidence, {ARCHIVE: _zipped(content)}, left_out + without)


def cited(matters: "Collection[Matter]", ground: "Ground") -> Cited:
    """What a complaint on a ground cites of each case."""
    from monitor.complaints.grounds import support

    return {one.case: [(flag.kind, flag.rule) for flag in support(one.flags, ground)] for one in matters}


def behind(found: Found, cites: Cited, ground: "Ground", bought: Collection[str] = ()) -> dict[int, Behind]:
    """What sealed evidence (of `found`) stands behind what is said of each case, whether it goes along or not.

    A capture that did not raise one of the cited flags again, or could not judge it, does not stand behind that one.
    """
    from monitor.cli._sealed_evidence import about

    good: dict[str, list[Path]] = {}
    bad: dict[str, list[str]] = {}
    for package, wrong in found.items():
        case = str(about(package).get("case"))
        if why := "not as it was sealed" if wrong else why_not(package, cites, ground, bought):
            bad.setdefault(case, []).append(f"{package.name} ({why})")
        else:
            good.setdefault(case, []).append(package)
    return {
        case: _behind(case, good.get(str(case), []), bad.get(str(case), []), cited) for case, cited in cites.items()
    }


def uncaptured(found: Found, cases: Collection[int]) -> list[int]:
    """The cases of which no capture (of `found`) that is as it was sealed shows the listing."""
    from monitor.cli._sealed_evidence import about

    shown = {
        str(said.get("case"))
        for said in (about(package) for package, wrong in found.items() if not wrong)
        if said.get("kind") == "capture" and str(said.get("shows", "")) in SHOWING_IT
    }
    return [case for case in cases if str(case) not in shown]


def _behind(case: int, good: list[Path], bad: list[str], cited: Collection[tuple[str, str]]) -> Behind:
    from monitor.complaints.sealed import OF_THE_LISTING

    idle = {package: why for package in good if (why := _idle(package))}
    bad += [f"{package.name} ({why})" for package, why in idle.items()]
    of_it = [package for package in good if package not in idle and _sealed(package).kind in OF_THE_LISTING]
    unproven = [_unseen(package) for package in of_it]
    bare = [key for key in cited if of_it and all(key in one for one in unproven)]
    words = ", ".join(_told(package) for package in good)
    if of_it and not bare:
        if not any(_sealed(package).kind == "capture" for package in of_it):
            words += f"; NO SEALED CAPTURE of the page: monitor evidence capture {case}"
        return Behind(stands=True, words=words)
    of = ", ".join(f"{key[0]} ({key[1]}: {unproven[-1][key]})" for key in bare) or "what is alleged"
    then = "look whether it is there, and capture it again" if good or bad else "make it"
    words += f"{'; and ' * bool(good)}NO SEALED EVIDENCE of {of}{_but(bad)}; {then}: monitor evidence capture {case}"
    return Behind(stands=False, words=words)


def _idle(package: Path) -> str:
    """Why a package of a good kind stands behind nothing, in words; empty where it may stand."""
    from monitor.cli._added_pictures import why_idle

    return why_idle(package) if _sealed(package).kind == "photo" else ""


def _told(package: Path) -> str:
    """A package in words, a photo with what a person says that it shows."""
    one = _sealed(package)
    said = one.kind == "photo" and one.note
    return f"{one.label}, which shows, says {one.by}, {one.note[:MOST_NOTED]!r}" if said else one.label


def _bears(package: Path, cites: Cited, why_not: str) -> bool:
    """Whether a package shows one of the flags that are cited of its case, or may show it."""
    from monitor.cli._sealed_evidence import about

    cited = _cited_of(about(package), cites)
    return not why_not and not _idle(package) and (not cited or not set(cited) <= _unseen(package).keys())


def _unseen(package: Path) -> Mapping[tuple[str, str], str]:
    """The flags that a capture did not raise again or could not judge, and why; none for what is no capture."""
    from monitor.evidence.statement import unseen

    compared = package / "crawl" / "comparison.json"
    return unseen(compared.read_bytes()) if compared.is_file() else {}


def _but(bad: list[str]) -> str:
    return f", but for {', '.join(bad[:5])}" if bad else ""


def why_not(package: Path, cites: Cited, ground: "Ground", bought: Collection[str]) -> str:
    """Why a package does not support a complaint on a ground, in words; empty where it does, or some of it."""
    from monitor.cli._sealed_evidence import about
    from monitor.complaints.sealed import SUPPORTING
    from monitor.evidence.statement import WORDS, speaks_against

    said = about(package)
    kind, shows = str(said.get("kind")), str(said.get("shows", ""))
    if kind == "capture" and shows not in SHOWING_IT:
        return f"a capture that does not show the listing ({WORDS.get(shows, shows)})"
    compared = package / "crawl" / "comparison.json"
    alleged = _cited_of(said, cites)
    if compared.is_file() and (against := speaks_against(compared.read_bytes(), alleged)):
        return f"a capture that speaks against it: {against}"
    if kind == "purchase" and package.name not in bought:
        return "a test buy that is not alleged here (--test-buy CASE:ORDER)"
    return "" if kind in SUPPORTING[ground] else f"a {kind}, which does not support the ground {ground}"


def _not_alleged(package: Path, cites: Cited) -> list[Path]:
    """The pictures of what was found in photos by flags that a complaint does not cite; see `pictures_of`."""
    from monitor.cli._sealed_evidence import about

    kinds = {kind for kind, _ in _cited_of(about(package), cites)}
    return [path for path in sorted((package / FINDS).glob("*")) if path.stem.partition("-")[2] not in kinds]


def _cited_of(said: Mapping[str, object], cites: Cited) -> Collection[tuple[str, str]]:
    """What is cited of the case of a package, given what the package says of itself."""
    return next((cited for case, cited in cites.items() if str(case) == str(said.get("case"))), ())


def _is_shown(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in SHOWN)


def _sealed(package: Path) -> "Sealed":
    from monitor.cli._sealed_evidence import about
    from monitor.complaints import Sealed
    from monitor.packages import digest_of

    said = {key: str(value) for key, value in about(package).items()}
    return Sealed(
        name=package.name, kind=said.get("kind", ""), case=int(said["case"]), at=said.get("at", ""),
        by=said.get("by", ""), digest=digest_of(package), note=_note(said),
    )  # fmt: skip


def _note(said: Mapping[str, str]) -> str:
    """What a person says of a package; that of a capture is what the machine saw."""
    return "" if said.get("kind") == "capture" else " ".join(said.get("note", "").split())


def _zipped(content: dict[str, bytes]) -> bytes:
    """An archive that is the same for the same content."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()

"""The sealed evidence of cases, verified and in one archive, to go along with a complaint."""

import io
import json
import zipfile
from collections.abc import Collection
from pathlib import Path

from monitor.errors import ConfigurationError, WorkFailedError

ARCHIVE = "evidence.zip"
MOST_BYTES = 400_000_000
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def gather(folder: Path, cases: Collection[int]) -> tuple[dict[str, str], dict[str, bytes]]:
    """The packages about cases by name, each with its kind, and the archive that holds them; nothing without any.

    Raises WorkFailedError for a package that is not as it was sealed, and ConfigurationError for too many bytes.
    """
    from monitor.evidence import log
    from monitor.evidence.keys import PUBLIC
    from monitor.evidence.seal import PACKAGES, look

    found = {
        package: kind
        for package in sorted((folder / PACKAGES).glob("case-*"))
        if (kind := _kind_about(package, cases)) is not None
    }
    if not found:
        return {}, {}
    logged = {(entry.get("name"), entry.get("digest")) for entry in log.read(folder)[0]}
    wrong = [what for package in found for what in look(folder, package) or _not_logged(package, logged)]
    if wrong:
        raise WorkFailedError(
            f"{folder}: evidence is not as it was sealed, and goes along with nothing: {'; '.join(wrong[:20])}; "
            "see: monitor evidence verify"
        )
    files = {path: path.relative_to(folder).as_posix() for one in found for path in sorted(one.rglob("*"))}
    files = {path: name for path, name in files.items() if path.is_file()} | {folder / PUBLIC: PUBLIC}
    total = sum(path.stat().st_size for path in files)
    if total > MOST_BYTES:
        raise ConfigurationError(
            f"the evidence of the cases is {total} bytes large, {MOST_BYTES} are the most; draft fewer cases at once, "
            "or leave it out with --no-evidence"
        )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, name in files.items():
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return {package.name: kind for package, kind in found.items()}, {ARCHIVE: target.getvalue()}


def _kind_about(package: Path, cases: Collection[int]) -> str | None:
    """The kind of a package about one of the cases, else None; one that cannot be read is taken by its name."""
    from monitor.evidence.seal import ABOUT

    named = package.name.split("-")
    by_name = named[1] if len(named) > 1 else ""
    try:
        about = json.loads((package / ABOUT).read_bytes())
        case, kind = str(about["case"]), str(about["kind"])
    except (OSError, ValueError, KeyError, TypeError):
        case, kind = by_name, ""
    return kind if {case, by_name} & {str(one) for one in cases} else None


def _not_logged(package: Path, logged: Collection[tuple[str | None, str | None]]) -> list[str]:
    from monitor.packages import digest_of

    return [] if (package.name, digest_of(package)) in logged else [f"{package.name}: is not what was logged"]

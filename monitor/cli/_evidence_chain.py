"""The part of the evidence log that shows when given packages were there, for somebody who has nothing else of it.

Each line of the log holds the digest of the line before, so the lines from a package's to the next that was stamped
lead from its digest to the authority's timestamp. They go along only where they tell of nothing else than captures.
"""

import re
from collections.abc import Collection
from pathlib import Path

NUMBER = re.compile(r"(\d{6,9})\.tsr")
TEXT = """\
How to check this evidence, with sha256sum and openssl alone. `monitor evidence verify --folder .` does the same.

1. Each folder in packages/ holds files and SHA256SUMS, the signed list of their digests. Files of ours that show
   nothing of the listing were left out; those that are here must be as they were signed. In a package's folder:
     sha256sum --check --strict --ignore-missing SHA256SUMS
     openssl pkeyutl -verify -pubin -inkey ../../public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
   Compare the fingerprint of the key with the one its owner tells you by another way:
     openssl pkey -pubin -in public-key.pem -outform DER | sha256sum
2. log/ holds lines of the owner's log, each file named after the numbers of its first and last line. The line of a
   package names it, and its "digest" is that of the package's SHA256SUMS:
     sha256sum packages/NAME/SHA256SUMS
   "previous" in each line is the SHA-256 of the line before, without its line end:
     sed -n 1p log/000001-000002.jsonl | tr -d '\\n' | sha256sum
3. heads/NUMBER is what the timestamp authority was shown: the number of the last line and its digest. It says when:
     openssl ts -reply -in timestamps/NUMBER.tsr -text
     cat timestamps/*.pem > authorities.pem
     openssl ts -verify -data heads/NUMBER -in timestamps/NUMBER.tsr -CAfile authorities.pem
   Once a certificate of the authority has expired, add -attime and the time that it said, in seconds since 1970.
   Where log.head is here instead, the lines after the last timestamp are signed by the owner's key alone.
"""


def proofs(folder: Path, names: Collection[str], *, whole: bool = False) -> tuple[dict[str, bytes], list[str]]:
    """Log lines, heads and timestamps for packages, and what stays here, in words; `whole` keeps nothing back."""
    from monitor.evidence import log
    from monitor.evidence.part import README

    entries = log.read(folder)[0]
    lines = (folder / log.NAME).read_bytes().split(b"\n")[: len(entries)]
    stamps = _stamps(folder)
    parts, without = list[tuple[int, int]](), list[str]()
    for number, entry in enumerate(entries, 1):
        if entry.get("name") not in names:
            continue
        end = min((one for one in stamps if one >= number), default=len(lines))
        others = [one for one in entries[number - 1 : end] if not _may_be_seen(one, names)]
        if others and not whole:
            without.append(
                f"the log from {entry.get('name')} to its timestamp, which tells of {len(others)} other things"
            )
            end = number
        parts.append((number, end))
    found = {README: TEXT.encode()}
    for first, last in _joined(parts):
        found[f"log/{first:06d}-{last:06d}.jsonl"] = b"".join(line + b"\n" for line in lines[first - 1 : last])
    for last in sorted({end for _, end in parts}):
        if last in stamps:
            found[f"heads/{last:06d}"] = log.heads(folder)[last - 1].text
            found[f"timestamps/{stamps[last].name}"] = stamps[last].read_bytes()
        elif last == len(lines) and (folder / log.HEAD).is_file():
            found[log.HEAD] = (folder / log.HEAD).read_bytes()
    if any(name.startswith("timestamps/") for name in found):
        for path in sorted((folder / "timestamps").glob("*.pem")):
            found[f"timestamps/{path.name}"] = path.read_bytes()
    return found, without


def _stamps(folder: Path) -> dict[int, Path]:
    """The authority's answers by the number of the last line that each is of."""
    named = {path: NUMBER.fullmatch(path.name) for path in sorted((folder / "timestamps").glob("*.tsr"))}
    return {int(found[1]): path for path, found in named.items() if found and path.is_file()}


def _may_be_seen(entry: dict[str, str], names: Collection[str]) -> bool:
    """Whether a line tells of nothing that is ours alone: it goes along anyway, or is a capture or a timestamp."""
    return entry.get("name") in names or "stamp" in entry or entry.get("kind") == "capture"


def _joined(parts: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that overlap as one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(parts):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found

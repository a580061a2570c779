"""Whatever is changed in an evidence folder is found: every file, in every way that a file system has."""

import hashlib
import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.errors import WorkFailedError
from monitor.evidence import keys, log
from monitor.evidence.check import PACKAGES, verify
from monitor.evidence.seal import seal
from monitor.packages import write_package

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
COPIES_LACK = {log.LOCK}
"""What holds nothing and may be missing."""


def add(folder: Path, case: int) -> Path:
    return seal(folder, {"files/a.txt": b"a\nb\n", "b": b""}, case=case, kind="note", by="t", at=AT, note="n\nm")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mutations") / "e"
    for case in range(1, 6):
        add(folder, case)
    assert verify(folder, own=True) == (5, [], [])
    return folder


def found(folder: Path) -> bool:
    """Whether something is wrong, or so wrong that nothing can be verified; a note alone does not count."""
    try:
        return bool(verify(folder, own=True)[1])
    except WorkFailedError:
        return True


def contents(before: bytes) -> Iterator[tuple[str, bytes]]:
    """A file's content in other forms, also those that look alike when it is read as text."""
    dice = random.Random(4)
    places = range(len(before)) if len(before) < 120 else dice.sample(range(len(before)), 12)
    for at in places:
        yield f"byte {at}", before[:at] + bytes([before[at] ^ 1 << dice.randrange(8)]) + before[at + 1 :]
    ends = [at for at, byte in enumerate(before) if byte == 10]
    for at in ends[:6] + ends[-3:]:
        for name, other in (("CR", b"\r"), ("CRLF", b"\r\n"), ("VT", b"\x0b"), ("two", b"\n\n"), ("none", b"")):
            yield f"line end {at} as {name}", before[:at] + other + before[at + 1 :]
    yield "CRLF everywhere", before.replace(b"\n", b"\r\n")
    yield "CR everywhere", before.replace(b"\n", b"\r")
    yield "lines in another order", b"".join(reversed(before.splitlines(keepends=True)))
    yield "a line twice", before + b"".join(before.splitlines(keepends=True)[-1:])
    yield "the first line away", b"".join(before.splitlines(keepends=True)[1:])
    yield "the last line away", b"".join(before.splitlines(keepends=True)[:-1])
    for more in (b"x", b"\n", b"\r", b" ", b"\0", b"{}\n", b"\xef\xbb\xbf"):
        yield f"{more!r} after", before + more
        yield f"{more!r} before", more + before
    yield "cut", before[:-1]
    yield "empty", b""
    yield "deep", b"[" * 100_000 + b"\n" + before


def test_every_change_of_a_content(sound: Path) -> None:
    victims = sorted(path for path in sound.rglob("*") if path.is_file() and PACKAGES not in path.parts)
    victims += sorted(path for path in next(iter((sound / PACKAGES).iterdir())).rglob("*") if path.is_file())
    assert {path.name for path in victims} >= {log.NAME, log.HEAD, log.LOCK, keys.PRIVATE, keys.PUBLIC, "about.json"}
    for victim in victims:
        before = victim.read_bytes()
        for name, other in contents(before):
            if other != before:
                victim.write_bytes(other)
                assert found(sound), f"{victim.name}: {name}"
        victim.write_bytes(before)
    assert verify(sound, own=True) == (5, [], [])


def links(path: Path, outside: Path) -> None:
    """Put what lies there elsewhere, and a link in its place."""
    path.rename(outside)
    path.symlink_to(outside)


KINDS: dict[str, Callable[[Path, Path], object]] = {
    "removed": lambda path, outside: path.rename(outside),
    "a link": links,
    "renamed": lambda path, _: path.rename(path.with_name(f"{path.name}x")),
    "hidden": lambda path, _: path.rename(path.with_name(f".making-{path.name}")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_and_folder_in_another_place(sound: Path, tmp_path: Path, kind: str) -> None:
    names = sorted(path.relative_to(sound) for path in sound.rglob("*"))
    first = min(name for name in names if name.parts[0] == PACKAGES and len(name.parts) == 2)
    for name in names:
        if name.parts[0] == PACKAGES and len(name.parts) > 1 and name.parts[1] != first.name:
            continue
        if kind == "removed" and name.name in COPIES_LACK:
            continue
        folder = tmp_path / "e"
        shutil.copytree(sound, folder)
        KINDS[kind](folder / name, tmp_path / "outside")
        assert found(folder), f"{name}: {kind}"
        for rest in (folder, tmp_path / "outside"):
            shutil.rmtree(rest) if rest.is_dir() else rest.unlink(missing_ok=True)


def test_every_file_as_a_pipe_a_folder_or_without_end(sound: Path) -> None:
    package = min((sound / PACKAGES).iterdir())
    for path in [*(sound / name for name in (log.NAME, log.HEAD, log.LOCK, keys.PUBLIC, keys.PRIVATE)),
                 *(one for one in package.rglob("*") if one.is_file())]:  # fmt: skip
        before = path.read_bytes()
        path.unlink()
        os.mkfifo(path)
        assert found(sound), f"{path.name}: a pipe"
        path.unlink()
        path.mkdir()
        assert found(sound), f"{path.name}: a folder"
        path.rmdir()
        path.write_bytes(before)
        os.truncate(path, 10**12)
        assert found(sound), f"{path.name}: without end"
        path.write_bytes(before)
        path.chmod(0o600)
    assert verify(sound, own=True) == (5, [], [])


@pytest.mark.parametrize("name", ["more", ".more", ".making-x", ".making-log.head", ".making-" + "A" * 86, "x\n", "\\"])
def test_everything_that_is_added(sound: Path, tmp_path: Path, name: str) -> None:
    package = min((sound / PACKAGES).iterdir())
    for parent in (sound, sound / PACKAGES, package, package / "files"):
        path = parent / name
        for kind, make in {
            "file": path.touch, "folder": path.mkdir, "pipe": lambda at=path: os.mkfifo(at),
            "link": lambda at=path: at.symlink_to(tmp_path), "dead link": lambda at=path: at.symlink_to("none"),
        }.items():  # fmt: skip
            make()
            assert found(sound), f"{parent.name}: {kind} {name!r}"
            path.rmdir() if kind == "folder" else path.unlink()
    assert verify(sound, own=True) == (5, [], [])


def several(*names: str) -> Callable[[Path], None]:
    def remove(folder: Path) -> None:
        for name in names:
            for path in folder.glob(name):
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    return remove


def cut(folder: Path) -> None:
    path = folder / log.NAME
    path.write_bytes(path.read_bytes().split(b"\n")[0] + b"\n")
    (folder / log.HEAD).unlink()


def forged(folder: Path) -> None:
    """A line by somebody without the key, which follows the last one."""
    with (folder / log.NAME).open("ab") as file:
        file.write(b'{"by": "Dr. Who", "previous": "%s"}\n' % log.heads(folder)[-1].digest.encode())


SEVERAL: dict[str, Callable[[Path], None]] = {
    "log and head": several(log.NAME, log.HEAD),
    "log, head and two packages": several(log.NAME, log.HEAD, f"{PACKAGES}/case-2-*", f"{PACKAGES}/case-3-*"),
    "all packages, log and head": several(log.NAME, log.HEAD, f"{PACKAGES}/*"),
    "all but the keys": several(log.NAME, log.HEAD, PACKAGES, log.LOCK),
    "all but the public key": several(log.NAME, log.HEAD, PACKAGES, log.LOCK, keys.PRIVATE),
    "all but the head": several(log.NAME, PACKAGES, log.LOCK, keys.PRIVATE, keys.PUBLIC),
    "the log cut, and the head": cut,
    "the last line and its package": lambda folder: (several(f"{PACKAGES}/case-5-*")(folder), last_away(folder))[0],
    "a forged line": forged,
}


def last_away(folder: Path) -> None:
    path = folder / log.NAME
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


@pytest.mark.parametrize("what", SEVERAL)
def test_several_things_at_once_are_found_and_never_signed_over(sound: Path, tmp_path: Path, what: str) -> None:
    folder = tmp_path / "e"
    shutil.copytree(sound, folder)
    SEVERAL[what](folder)
    assert found(folder), what
    with pytest.raises(WorkFailedError):
        add(folder, 9)
    assert found(folder), f"{what}, and then something was added"


def test_a_package_of_another_workspace_is_no_part_of_this_one(sound: Path, tmp_path: Path) -> None:
    folder, other = tmp_path / "e", tmp_path / "other"
    shutil.copytree(sound, folder)
    other.mkdir()
    for name in (keys.PRIVATE, keys.PUBLIC):
        shutil.copy(folder / name, other / name)
    log.begin(other, keys.signer(other))
    theirs = add(other, 3)
    shutil.copytree(theirs, folder / PACKAGES / theirs.name)
    assert any(theirs.name in line for line in verify(folder)[1]), "one key is not one chain"
    add(folder, 9)
    assert any(theirs.name in line for line in verify(folder)[1]), "and it is not adopted later"
    assert theirs.name.encode() not in (folder / log.NAME).read_bytes()


def test_who_verifies_a_copy_needs_no_private_key_and_no_lock(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "e"
    shutil.copytree(sound, folder, ignore=shutil.ignore_patterns(log.LOCK, keys.PRIVATE))
    assert verify(folder) == (5, [], [])
    assert not (folder / log.LOCK).exists(), "looking writes nothing"
    assert verify(folder, own=True)[1] == [f"{keys.PRIVATE}: is missing; put it back from your copy"]


def test_a_folder_of_before_verifies_and_goes_on(tmp_path: Path) -> None:
    """Its first line follows zeros, its packages say after none, and its lines are not signed by themselves."""
    keys.make(tmp_path, lambda _: None)
    sign, previous, lines = keys.signer(tmp_path), "0" * 64, b""
    for case in ("1", "2"):
        said = {
            "name": f"case-{case}-note-x",
            "case": case,
            "kind": "note",
            "by": "t",
            "at": AT.isoformat(),
            "note": "",
        }
        package = tmp_path / PACKAGES / said["name"]
        digest = write_package(package, {"about.json": json.dumps(said).encode()}, sign)
        line = json.dumps({**said, "digest": digest, "previous": previous}, sort_keys=True).encode()
        lines, previous = lines + line + b"\n", hashlib.sha256(line).hexdigest()
    (tmp_path / log.NAME).write_bytes(lines)
    log.write_head(tmp_path, log.heads(tmp_path)[-1], sign)
    assert verify(tmp_path, own=True) == (2, [], [])
    add(tmp_path, 3)
    assert verify(tmp_path, own=True) == (3, [], [])
    (tmp_path / log.NAME).write_bytes((tmp_path / log.NAME).read_bytes().replace(b"0" * 64, b"1" * 64, 1))
    assert found(tmp_path)

"""Timestamps by a real authority: openssl behind a server on loopback, which can also be away, or lie."""

import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.evidence import log, stamp_files, stamps
from monitor.evidence.check import verify
from monitor.evidence.seal import mend, seal
from tests.workspaces import leave_words

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
OPENSSL = shutil.which("openssl")
pytestmark = pytest.mark.skipif(OPENSSL is None, reason="needs openssl, which is the timestamp authority here")
CONFIG = """
[tsa]
default_tsa = it
[it]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
certs = {folder}/ca.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[extensions]
extendedKeyUsage = critical,timeStamping
"""


class Authority:
    """A timestamp authority of our own, with the certificates of who signs its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.certificates = folder, folder / "ca.pem"
        self.answer: Callable[[bytes], bytes] = self.stamped
        self.at_once = 1_000_000
        folder.mkdir()
        (folder / "serial").write_text("01\n")
        (folder / "tsa.cnf").write_text(CONFIG.format(folder=folder))
        new = ["req", "-newkey", "rsa:2048", "-nodes", "-subj"]
        self.run(*new, "/CN=Our CA", "-x509", "-days", "9", "-keyout", "ca.key", "-out", "ca.pem")
        self.run(*new, "/CN=Our authority", "-keyout", "tsa.key", "-out", "tsa.csr")
        self.run("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "9",
                 "-extfile", "tsa.cnf", "-extensions", "extensions", "-out", "tsa.pem")  # fmt: skip

    def run(self, *arguments: str) -> None:
        assert OPENSSL is not None
        subprocess.run([OPENSSL, *arguments], cwd=self.folder, check=True, capture_output=True)

    def stamped(self, question: bytes) -> bytes:
        """The answer of openssl."""
        (self.folder / "q.tsq").write_bytes(question)
        self.run("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "q.tsq", "-out", "a.tsr")
        return (self.folder / "a.tsr").read_bytes()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tsa") / "ours")


@pytest.fixture
def url(authority: Authority) -> Iterator[str]:
    """Where the authority answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/timestamp-query"
            answer = authority.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            try:
                for at in range(0, len(answer), authority.at_once):
                    self.wfile.write(answer[at : at + authority.at_once])
                    time.sleep(0.05 if authority.at_once < 99 else 0)
            except OSError:  # whoever asked has gone
                pass

        def log_message(self, *_: object) -> None:
            pass

    authority.answer, authority.at_once = authority.stamped, 1_000_000
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def add(folder: Path, case: int) -> None:
    seal(folder, {"a": b"x"}, case=case, kind="note", by="t", at=AT, note="")


def test_the_log_is_stamped_and_others_can_check_it(authority: Authority, url: str, tmp_path: Path) -> None:
    add(tmp_path, 1)
    add(tmp_path, 2)
    assert stamps.waiting(tmp_path) == 2
    stamped = stamps.stamp(tmp_path, url, authority.certificates)
    assert stamped is not None
    assert stamped.lines == 2
    assert abs(stamped.at - datetime.now(UTC)) < timedelta(minutes=5)
    assert stamps.stamp(tmp_path, url, authority.certificates) is None, "nothing new is on the log"
    add(tmp_path, 3)
    assert stamps.waiting(tmp_path) == 1
    assert verify(tmp_path) == (3, [], [])
    assert stamps.check(tmp_path) == ([stamped], [], [])
    (tmp_path / "head").write_bytes(log.heads(tmp_path)[1].text)
    (certificates,) = (tmp_path / stamp_files.STAMPS).glob("authority-*.pem")
    answer = tmp_path / stamp_files.STAMPS / "000002.tsr"
    authority.run("ts", "-verify", "-data", str(tmp_path / "head"), "-in", str(answer), "-CAfile", str(certificates))


def test_an_answer_that_is_changed_removed_or_added_is_found(authority: Authority, url: str, tmp_path: Path) -> None:
    add(tmp_path, 1)
    stamps.stamp(tmp_path, url, authority.certificates)
    for name in sorted(path.name for path in (tmp_path / stamp_files.STAMPS).iterdir()):
        path = tmp_path / stamp_files.STAMPS / name
        before = path.read_bytes()
        for other in (before[:99] + bytes([before[99] ^ 1]) + before[100:], before + b"\n", before[:-1]):
            path.write_bytes(other)
            assert stamps.check(tmp_path)[1], name
        path.rename(tmp_path / "elsewhere")
        assert stamps.check(tmp_path)[1], name
        path.symlink_to(tmp_path / "elsewhere")
        assert stamps.check(tmp_path)[1], f"{name}: a link"
        path.unlink()
        path.write_bytes(before)
    (tmp_path / stamp_files.STAMPS / "000002.tsr").write_bytes(b"")
    assert stamps.check(tmp_path)[1] == ["timestamps/000002.tsr: was added"]


def test_an_empty_folder_of_timestamps_was_added(tmp_path: Path) -> None:
    add(tmp_path, 1)
    (tmp_path / stamp_files.STAMPS).mkdir()
    assert stamps.check(tmp_path)[1] == ["timestamps: was added"]
    mend(tmp_path)
    assert stamps.check(tmp_path) == ([], [], [])


def test_wrong_answers_are_not_taken(authority: Authority, url: str, tmp_path: Path) -> None:
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    def of_other(nonce: bool) -> bytes:
        asked = TimestampRequestBuilder().data(b"other").hash_algorithm(HashAlgorithm.SHA256).nonce(nonce=nonce)
        return authority.stamped(asked.build().as_bytes())

    other = Authority(tmp_path / "other")
    folder = tmp_path / "e"
    add(folder, 1)
    old = authority.stamped(
        TimestampRequestBuilder()
        .data(log.heads(folder)[-1].text)
        .hash_algorithm(HashAlgorithm.SHA256)
        .build()
        .as_bytes()
    )
    for lie in (
        lambda _: b"<html>busy</html>",
        lambda _: b"",
        lambda _: b"x" * 300_000,
        lambda _: old,
        lambda _: of_other(nonce=True),
        lambda _: of_other(nonce=False),
        other.stamped,
    ):
        authority.answer = lie
        with pytest.raises(WorkFailedError, match=r"not taken|no timestamp"):
            stamps.stamp(folder, url, authority.certificates)
        assert stamps.waiting(folder) == 1
        assert not (folder / stamp_files.STAMPS).exists()


def test_another_authority_takes_nothing_from_the_first(authority: Authority, url: str, tmp_path: Path) -> None:
    folder, other = tmp_path / "e", Authority(tmp_path / "other")
    add(folder, 1)
    first = stamps.stamp(folder, url, authority.certificates)
    authority.answer = other.stamped
    add(folder, 2)
    second = stamps.stamp(folder, url, other.certificates)
    assert stamps.check(folder) == ([first, second], [], [])
    assert verify(folder) == (2, [], [])
    for path in (folder / stamp_files.STAMPS).glob("*.pem"):
        content = path.read_bytes()
        path.unlink()
        assert stamps.check(folder)[1], "the certificates of both belong to it"
        path.write_bytes(content)


def test_folders_of_before_are_checked_by_their_last_certificates(
    authority: Authority, url: str, tmp_path: Path
) -> None:
    add(tmp_path, 1)
    stamps.stamp(tmp_path, url, authority.certificates)
    place = tmp_path / stamp_files.STAMPS
    (entry,) = (entry for entry in log.read(tmp_path)[0] if "stamp" in entry)
    files = stamp_files.look(tmp_path, [entry], None, lambda *_: False)
    (place / entry["certificates"]).rename(place / stamp_files.AUTHORITY)
    del entry["certificates"]
    assert stamp_files.look(tmp_path, [entry], None, lambda *_: False) == files
    (place / stamp_files.AUTHORITY).unlink()
    assert stamp_files.look(tmp_path, [entry], None, lambda *_: False).wrong


def test_a_time_that_cannot_be_is_not_taken(
    authority: Authority, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, 1)
    real, past, future = datetime.now(UTC), timedelta(days=-8), timedelta(days=8)
    asked = stamps._asked
    for off in (past, future, -timedelta(minutes=11)):
        monkeypatch.setattr(stamps, "_asked", lambda *given, off=off: (asked(*given)[0], real + off))
        with pytest.raises(WorkFailedError, match="set the clock right"):
            stamps.stamp(tmp_path, url, authority.certificates)
    monkeypatch.setattr(stamps, "_asked", asked)
    stamps.stamp(tmp_path, url, authority.certificates)
    add(tmp_path, 2)
    monkeypatch.setattr(stamps, "_asked", lambda *given: (asked(*given)[0], real - timedelta(minutes=5)))
    with pytest.raises(WorkFailedError, match="before the timestamp"):
        stamps.stamp(tmp_path, url, authority.certificates)
    assert stamps.waiting(tmp_path) == 1


def test_a_package_that_is_younger_than_its_timestamp_is_told(authority: Authority, url: str, tmp_path: Path) -> None:
    late = datetime.now(UTC) + timedelta(days=2)
    add(tmp_path, 1)
    young = seal(tmp_path, {"a": b"x"}, case=2, kind="note", by="t", at=late, note="")
    stamped = stamps.stamp(tmp_path, url, authority.certificates)
    assert stamped is not None, "a clock that was ahead stops no timestamp"
    assert stamps.contradicted(tmp_path, stamped) == [young.name]


@pytest.mark.parametrize("step", ["write", "settle"])
def test_what_is_stopped_while_it_is_stamped_is_mended(
    authority: Authority, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    class StoppedError(BaseException):
        pass

    add(tmp_path, 1)
    done = getattr(stamp_files, step)

    def stopped(*given: object) -> None:
        if step == "write":
            done(*given)
        if step == "write" or log.read(tmp_path)[0][-1].get("stamp"):
            raise StoppedError
        done(*given)

    with monkeypatch.context() as patched:
        patched.setattr(stamp_files, step, stopped)
        with pytest.raises(StoppedError):
            stamps.stamp(tmp_path, url, authority.certificates)
    _, wrong, waits = stamps.check(tmp_path)
    assert (wrong, len(waits)) == ([], 1), "nothing is wrong, and something waits"
    (tmp_path / stamp_files.STAMPS / ".making-x").mkdir()
    assert stamps.check(tmp_path)[1] == ["timestamps/.making-x: was added"]
    mend(tmp_path)
    assert stamps.waiting(tmp_path) == (1 if step == "write" else 0)
    assert stamps.check(tmp_path)[1:] == ([], [])
    stamps.stamp(tmp_path, url, authority.certificates)
    assert len(stamps.check(tmp_path)[0]) == 1
    assert verify(tmp_path) == (1, [], [])


def test_one_that_answers_drop_by_drop_is_left(
    authority: Authority, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, 1)
    authority.at_once = 1
    monkeypatch.setattr(stamps, "SECONDS", 0.5)
    with pytest.raises(WorkFailedError, match="took longer"):
        stamps.stamp(tmp_path, url, authority.certificates)
    assert stamps.waiting(tmp_path) == 1


def test_nobody_waits_for_an_authority(authority: Authority, url: str, tmp_path: Path) -> None:
    def meanwhile(question: bytes) -> bytes:
        add(tmp_path, 2)
        return authority.stamped(question)

    add(tmp_path, 1)
    authority.answer = meanwhile
    stamped = stamps.stamp(tmp_path, url, authority.certificates)
    assert stamped is not None
    assert stamped.lines == 1
    assert stamps.waiting(tmp_path) == 1, "what was added meanwhile is in the next one"
    assert stamps.check(tmp_path) == ([stamped], [], [])
    authority.answer = authority.stamped
    assert stamps.stamp(tmp_path, url, authority.certificates) is not None
    assert stamps.waiting(tmp_path) == 0
    assert verify(tmp_path) == (2, [], [])


def test_the_lines_of_the_how_to_verify_by_hand(authority: Authority, url: str, tmp_path: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("needs sha256sum")
    add(tmp_path, 1)
    add(tmp_path, 2)
    stamps.stamp(tmp_path, url, authority.certificates)
    page = (Path(__file__).parents[2] / "docs" / "howto" / "keep-evidence.md").read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r"```text\n(.*?)```", page, re.DOTALL) if not block.startswith("monitor")]
    first, second = sorted((tmp_path / "packages").iterdir())
    of_package, of_chain, of_stamp = blocks
    for place, block in ((first, of_package), (second, of_package), (tmp_path, of_chain), (tmp_path, of_stamp)):
        assert shell(block, place) == 0, block
    assert stamps.check(tmp_path)[1] == []
    assert verify(tmp_path) == (2, [], []), "looking by hand leaves nothing there"
    (first / "b").write_bytes(b"")
    assert shell(of_package, first) != 0, "an added file"
    (first / "b").unlink()
    (first / "a").write_bytes(b"y")
    assert shell(of_package, first) != 0
    for lines in ((0,), (1, 0, 2), (0, 2), (0, 1, 2, 2)):
        rows = (tmp_path / log.NAME).read_bytes()
        (tmp_path / log.NAME).write_bytes(b"".join(rows.splitlines(keepends=True)[number] for number in lines))
        assert shell(of_chain, tmp_path) != 0, lines
        (tmp_path / log.NAME).write_bytes(rows)
    (tmp_path / log.NAME).write_bytes(rows.replace(b'"by": "t"', b'"by": "u"'))
    assert shell(of_stamp, tmp_path) != 0
    assert shell(of_chain, tmp_path) != 0
    (tmp_path / log.NAME).write_bytes(rows)
    shutil.rmtree(second)
    assert shell(of_chain, tmp_path) != 0, "a package is missing"


def shell(lines: str, place: Path) -> int:
    return subprocess.run(["sh", "-e", "-c", lines], cwd=place, capture_output=True, check=False).returncode


def test_an_authority_that_is_away_is_asked_again(
    authority: Authority,
    url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    monkeypatch.setenv("MONITOR_WORKSPACE", str(tmp_path / "w"))
    listings = Path(__file__).parents[2] / "monitor" / "example" / "example-listings.jsonl"
    run("init", tmp_path / "w")
    leave_words(tmp_path / "w")
    run("check", listings, "--save", "-o", tmp_path / "o.csv")
    toml = tmp_path / "w" / "monitor.toml"
    settings = toml.read_text() + f'\n[timestamps]\nauthority = "{authority.certificates}"\n'
    toml.write_text(f'{settings}url = "http://127.0.0.1:9/"\n')
    run("evidence", "add", 1, "--kind", "note", "--note", "n", "--by", "t")
    assert "the timestamp waits" in capsys.readouterr().err
    toml.write_text(f'{settings}url = "{url}"\n')
    run("evidence", "verify")
    assert "1 packages wait for a timestamp" in capsys.readouterr().out
    run("evidence", "stamp")
    run("evidence", "verify")
    out = capsys.readouterr().out
    assert "Its first 1 lines were there at" in out
    assert "wait for a timestamp" not in out
    head = log.heads(tmp_path / "w" / "evidence")[0].digest
    run("evidence", "verify", "--head", head)
    with pytest.raises(SystemExit):
        main(["evidence", "verify", "--head", "0" * 64])


def test_certificates_that_are_none_are_named(url: str, tmp_path: Path) -> None:
    add(tmp_path / "e", 1)
    (tmp_path / "ca.pem").write_text("no")
    with pytest.raises(ConfigurationError, match=r"ca\.pem: holds no certificates"):
        stamps.stamp(tmp_path / "e", url, tmp_path / "ca.pem")


def run(*arguments: object) -> None:
    """Run a command that must go well."""
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as done:
        assert not done.code  # noqa: PT017

"""A throw-away PostgreSQL server on a Unix socket, for tests."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

FOLDERS = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt")
SECONDS_TO_START = 60


def find_server() -> Path | None:
    """The folder with `postgres` and `initdb`, the newest where there are several, or None."""
    on_path = shutil.which("postgres")
    folders = [Path(on_path).parent] if on_path else []
    for top in FOLDERS:
        folders += [*sorted(Path(top).glob("*/bin"), reverse=True), Path(top) / "bin"]
    return next((f for f in folders if (f / "postgres").exists() and (f / "initdb").exists()), None)


def _user() -> str | None:
    """Who runs the server: it refuses root, so root lends it to another account."""
    if os.geteuid() != 0:
        return None
    known = {line.split(":")[0] for line in Path("/etc/passwd").read_text().splitlines()}
    return "postgres" if "postgres" in known else "nobody"


def _answers(socket: Path) -> bool:
    """Whether the server takes connections: its socket is there a little earlier than that."""
    try:
        psycopg.connect(f"dbname=postgres user=tester host={socket}").close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def served(binaries: Path) -> Iterator[str]:
    """Start a server; its URL without a database name. It is stopped and removed at the end."""
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path must be short
    try:
        if user:
            shutil.chown(folder, user)
        data, socket = folder / "data", folder / "s"
        quiet = {"user": user, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "cwd": "/", "text": True}
        made = subprocess.run(
            [binaries / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
            check=False,
            **quiet,
        )
        if made.returncode:
            raise RuntimeError(f"initdb failed: {made.stdout}")
        subprocess.run(["mkdir", socket], check=True, **quiet)
        options = [
            "-c",
            "listen_addresses=",
            "-c",
            "fsync=off",
            "-c",
            "max_connections=40",
            "-c",
            "shared_buffers=32MB",
        ]
        server = subprocess.Popen([binaries / "postgres", "-D", data, "-k", socket, *options], **quiet)
        try:
            began = time.monotonic()
            while not _answers(socket):
                if server.poll() is not None:
                    raise RuntimeError(f"postgres ended: {server.stdout.read()}")
                if time.monotonic() - began > SECONDS_TO_START:
                    raise RuntimeError("postgres did not start in time")
                time.sleep(0.02)
            yield f"postgresql+psycopg://tester@/{{name}}?host={socket}"
        finally:
            server.terminate()
            try:
                server.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.communicate()
    finally:
        shutil.rmtree(folder, ignore_errors=True)

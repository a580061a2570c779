"""Commands as a person calls them, in an empty folder."""

from pathlib import Path

import pytest

from monitor.cli import main
from tests.cli.running import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in an empty folder; exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    for name in ("MONITOR_WORKSPACE", "MONITOR_DATABASE"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object) -> tuple[int, str, str]:
        code = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as done:
            code = int(done.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call

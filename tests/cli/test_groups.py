"""Commands with others below them: what their help lists, and what a slip is told."""

import click
import pytest

from monitor.cli import cli
from tests.cli.running import Run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek", "l.jsonl"), "No such command 'chek'. Did you mean 'check'?"),
        (("case", "list"), "No such command 'case'. Did you mean 'cases'?"),
        (("cases", "lst"), "No such command 'lst'. Did you mean 'list'?"),
        (("complaint", "drft", "3"), "No such command 'drft'. Did you mean 'draft'?"),
        (("export",), "No such command 'export'. Did you mean 'cases export' or 'sellers export'?"),
        (("frobnicate",), "No such command 'frobnicate'. See: monitor --help"),
        (("cases", "frobnicate"), "No such command 'frobnicate'. See: monitor cases --help"),
        (("--chek",), "No such option"),
    ],
)
def test_a_slip_is_told_with_the_nearest_command(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = run(*arguments)
    assert (code, said in err) == (2, True), err


def every_command() -> list[str]:
    found = []
    for name in cli.list_commands(click.Context(cli)):
        command = cli.get_command(click.Context(cli), name)
        below = command.list_commands(click.Context(command)) if isinstance(command, click.Group) else []
        found += [name, *(f"{name} {one}" for one in below)]
    return found


@pytest.mark.parametrize("name", ["", *every_command()])
def test_help_fits_80_columns_and_lists_whole_sentences(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = run(*name.split(), "--help")
    assert code == 0
    assert [line for line in out.splitlines() if len(line) > 80] == []
    listed = out.partition("Commands:\n")[2].partition("\n\n")[0]
    assert "..." not in listed

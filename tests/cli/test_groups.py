"""Commands with others below them: what their help lists, and what a slip is told."""

import pytest

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


@pytest.mark.parametrize("group", ["", "cases", "complaint", "evidence", "sellers"])
def test_the_list_of_commands_says_whole_sentences_in_80_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch, group: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = run(*filter(None, (group, "--help")))
    listed = out.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert code == 0
    assert len(listed) >= 4
    assert not [line for line in listed if line.endswith("...") or len(line) > 80]

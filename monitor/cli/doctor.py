"""`monitor doctor`: is everything here that a crawl needs, and if not, what to do."""

from pathlib import Path

import click

from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

COLOURS = {"ok": "green", "warning": "yellow", "wrong": "red"}


@click.command(
    epilog="""\b
Example:
  monitor doctor --workspace workspace"""
)
@workspace_option
def command(workspace: Path) -> None:
    """Check configuration, database, Chromium, imports, disk and clock, and say how to mend what is wrong.

    Exits 0 when all is well or there are only warnings, 1 when something is wrong, 2 when the configuration is.
    """
    from monitor.cli._health import checks
    from monitor.cli._lines import fitted
    from monitor.cli._text import plain

    wrong = misconfigured = 0
    for check in checks(workspace):
        wrong += check.state == "wrong"
        misconfigured += check.misconfigured
        mark = f"{check.state:<8}"
        for number, said in enumerate(check.says.splitlines()):
            head = " " * 23 if number else f"{mark} {check.name:<14}"
            for part in fitted(f"{head} {plain(said)}", hang=len(head) + 1):
                at_head = part.startswith(mark) and not number
                click.echo(click.style(mark, fg=COLOURS[check.state]) + part[len(mark) :] if at_head else part)
    if misconfigured:
        raise ConfigurationError("the configuration cannot be used; see above")
    if wrong:
        raise WorkFailedError(f"{wrong} check{'s' if wrong != 1 else ''} failed; see above")

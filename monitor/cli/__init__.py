"""The command line: one command a file, found by being there.

A module of this package whose name does not start with an underscore holds `command`, a click command or group; its
file name is the command's name (an underscore in it is a hyphen on the command line).
"""

import importlib
import io
import pkgutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import click

from monitor import __version__
from monitor.cli._groups import Group
from monitor.cli._lines import tell
from monitor.errors import MonitorError


class Commands(Group):
    """Commands loaded when they are asked for, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands."""
        return list(_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"monitor.cli.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        return command


@cache
def _names() -> tuple[str, ...]:
    """What commands are there: asked several times for each."""
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in modules if not name.startswith("_")))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="monitor")
@click.option(
    "--workspace",
    "-w",
    type=click.Path(path_type=Path, file_okay=False),
    help="The workspace folder, where the command names none.",
)
@click.pass_context
def cli(context: click.Context, workspace: Path | None) -> None:
    """Watch marketplaces for a brand: crawl listings, flag what infringes, review cases, export them.

    Start with `monitor demo`, or with `monitor init workspace`.
    """
    name = context.invoked_subcommand or ""
    command = cli.get_command(context, name)
    if workspace is None or command is None or isinstance(command, click.Group):
        return  # `workspace_option` reads it
    if all(parameter.name != "workspace" for parameter in command.params):
        raise click.UsageError(f"monitor {name} works in no workspace; leave --workspace out")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; exit 0 on success, 1 when the work failed, 2 when the call or the configuration is wrong."""
    try:
        cli.main(args=arguments, prog_name="monitor", standalone_mode=False)
    except click.ClickException as wrong:
        said = io.StringIO()
        wrong.show(said)
        for line in said.getvalue().splitlines():
            tell(line, err=True)
        sys.exit(2)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except MonitorError as failure:
        tell(f"monitor: {failure}", err=True)
        sys.exit(failure.exit_code)
    except BrokenPipeError:
        sys.exit(141)
    except OSError as failure:  # what a command reads and writes itself is told by it; this is what it prints
        with suppress(OSError):
            click.echo(f"monitor: the output cannot be written: {failure.strerror or failure}", err=True)
        sys.stdout = None  # else Python fails at the exit, when it writes what is left
        sys.exit(1)

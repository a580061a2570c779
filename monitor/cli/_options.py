"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

F = TypeVar("F", bound=Callable[..., Any])


def workspace_option(command: F) -> F:
    """`--workspace DIR`: a Path; by default that before the command, else $MONITOR_WORKSPACE, else ./workspace."""
    return click.option(
        "--workspace",
        "-w",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="MONITOR_WORKSPACE",
        default=Path("workspace"),
        show_default=True,
        help="The workspace folder ($MONITOR_WORKSPACE).",
        callback=_nearest,
    )(command)


def _nearest(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """The workspace of the command itself, else the one that was named before it: `monitor --workspace DIR check`."""
    named: Path | None = context.find_root().params.get("workspace")
    own = context.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE
    return value if own or named is None else named

"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def workspace_option(command: F) -> F:
    """`--workspace DIR`: a Path, by default $MONITOR_WORKSPACE, else ./workspace."""
    return click.option(
        "--workspace",
        "-w",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="MONITOR_WORKSPACE",
        default=Path("workspace"),
        show_default=True,
        help="The workspace folder ($MONITOR_WORKSPACE).",
    )(command)

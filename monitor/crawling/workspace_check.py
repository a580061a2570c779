"""A clear word where one of Scrapy's own commands is called without a workspace."""

import sys
from pathlib import Path

from scrapy.settings import BaseSettings

from monitor.errors import MonitorError
from monitor.workspace import load_workspace


def exit_code(command: str, settings: BaseSettings | None) -> int:
    """0 where there is a workspace that can be used; else the exit code, and one sentence is printed."""
    assert settings is not None
    try:
        load_workspace(Path(settings["WORKSPACE"]))
    except MonitorError as failure:
        print(f"scrapy {command}: {failure}; name another with -s WORKSPACE=DIR", file=sys.stderr)
        return failure.exit_code
    return 0

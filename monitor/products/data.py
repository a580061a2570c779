"""The data of this package: words and phrases that whoever knows a language can complete."""

import tomllib
from importlib import resources
from typing import Any


def data(name: str) -> dict[str, Any]:
    """What a TOML file of this package holds, by its name: `goods.toml`."""
    return tomllib.loads(resources.files("monitor.products").joinpath(name).read_text("utf-8"))

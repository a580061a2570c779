"""The words of the invented world, from the data files beside this module."""

import random
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One data file: `locales`, `phrases`, `sectors` or `sellers`."""
    return tomllib.loads(resources.files("monitor.bazaar").joinpath(f"data/{name}.toml").read_text("utf-8"))


def phrase(dice: random.Random, kind: str, language: str, **words: str) -> str:
    """One of the phrases of a kind in a language, else in English, with its words filled in."""
    choices = table("phrases")[kind]
    text: str = dice.choice(choices.get(language) or choices["en"])
    return text.format(**words)

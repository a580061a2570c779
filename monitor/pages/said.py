"""What pages say of one thing in each language: the tables of words beside the modules that look them up."""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def languages(table: str) -> Collection[Mapping[str, Any]]:
    """The words of each language of a table, such as `gone`, by the key that says what they are for."""
    return tomllib.loads((files("monitor.pages") / f"{table}.toml").read_text("utf-8")).values()


def words(table: str, key: str) -> list[str]:
    """The words, or patterns of words, that stand under a key of a table, in the order of its languages."""
    return [word for of_one in languages(table) for word in of_one.get(key, ())]

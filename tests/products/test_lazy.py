"""Patterns that are compiled when they are first used."""

import gc
import re

import pytest

import monitor.products  # noqa: F401 - its patterns are there to be found
from monitor.products.lazy import _Later, lazily


def test_it_is_the_pattern() -> None:
    later, now = lazily(r"(?P<n>\d)x", re.IGNORECASE), re.compile(r"(?P<n>\d)x", re.IGNORECASE)
    for _ in range(2):
        assert [found["n"] for found in later.finditer("1X 2x")] == ["1", "2"]
        assert later.sub("-", "1X 2x") == "- -"
        assert (later.pattern, later.flags, later.groups) == (now.pattern, now.flags, now.groups)


def test_what_no_pattern_has_is_an_error() -> None:
    with pytest.raises(AttributeError):
        lazily("a").serach("a")  # type: ignore[attr-defined]
    with pytest.raises(re.error):
        lazily("(").search("(")


def test_all_of_the_package_can_be_compiled() -> None:
    gc.unfreeze()  # a command that ran in this process may have set all that was there aside
    waiting = [one for one in gc.get_objects() if isinstance(one, _Later)]
    assert len(waiting) > 100
    for one in waiting:
        assert one.pattern

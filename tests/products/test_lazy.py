"""Patterns that are compiled when they are first used."""

import gc
import pickle
import re
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

import monitor.products  # noqa: F401 - its patterns are there to be found
from monitor.products import lazy
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


def test_threads_that_begin_together_compile_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def slowly(source: str, flags: int) -> re.Pattern[str]:
        compiled.append(source)
        time.sleep(0.05)
        return re.compile(source, flags)

    monkeypatch.setattr(lazy, "re", SimpleNamespace(compile=slowly))
    later = lazily("b")
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: later.search("abc"), range(8)))
    assert all(one and one.start() == 1 for one in found)
    assert compiled == ["b"]


def test_whose_thread_is_gone_is_compiled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lazy, "PATIENCE", 0.05)
    later = lazily("b")
    later._turn.acquire()  # type: ignore[attr-defined]
    assert later.search("abc")


def test_it_goes_to_another_process_as_it_was_asked_for() -> None:
    later = lazily("b", re.IGNORECASE)
    assert pickle.loads(pickle.dumps(later)).search("ABC")
    assert later.search("ABC")
    assert pickle.loads(pickle.dumps(later)).search("ABC")


def test_all_of_the_package_can_be_compiled() -> None:
    gc.unfreeze()  # a command that ran in this process may have set all that was there aside
    waiting = [one for one in gc.get_objects() if isinstance(one, _Later)]
    assert len(waiting) > 100
    for one in waiting:
        assert one.pattern

"""Searching many keys at once finds what a search for each of them finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.marks import keys
from monitor.marks.keys import Keys

LETTERS = st.text("abé奥🅰", max_size=12)


@pytest.mark.parametrize("most", [0, 100_000])
@settings(max_examples=200, deadline=None)
@given(st.sets(LETTERS.filter(bool), max_size=8), LETTERS)
def test_all_keys_are_found_wherever_they_stand(most: int, wanted: set[str], text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "MOST_LETTERS", most)
        found = list(Keys({key: key for key in wanted}).find(text))
    starts = range(len(text) + 1)
    assert sorted(found) == sorted((s, s + len(k), k) for k in wanted for s in starts if text.startswith(k, s))
    assert [end for _, end, _ in found] == sorted(end for _, end, _ in found)


def test_an_empty_key_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        Keys({"": 1})

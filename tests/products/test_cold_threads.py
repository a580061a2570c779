"""What a title says is the same however many threads ask first, each of which may build its own table of goods."""

import pytest

from monitor.products import kinds
from monitor.products.explained import of_other_kind, unexplained

NAME, MARKS = "Lumera electric kettle 1.7 l KT50", ("Lumera", "KT50")


@pytest.mark.parametrize(
    ("title", "doubt"),
    [
        ("Lumera KT50 Wasserkocher", ""),
        ("Lumera KT50 bouilloire", ""),
        ("Lumera KT50 waterkoker", ""),
        ("Lumera KT50 Zunderling", "zunderling"),
    ],
)
def test_each_look_may_meet_a_table_of_its_own(monkeypatch: pytest.MonkeyPatch, title: str, doubt: str) -> None:
    monkeypatch.setattr(kinds, "all_kinds", kinds.all_kinds.__wrapped__)
    name = f"{NAME} {title.rsplit(maxsplit=1)[-1][::-1]}"  # a name that nobody asked about before
    assert of_other_kind(title, name, MARKS) == doubt
    assert unexplained(title, name, MARKS) == doubt

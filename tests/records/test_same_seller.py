"""Two sightings of a listing, and whether one seller may stand behind both."""

import pytest

from monitor.records import same_seller


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("shop15", "A"), ("shop15", "B"), True),
        (("shop15", "A"), ("shop16", "A"), False),
        (("shop15", ""), ("/shop15", ""), True),
        (("/seller/shop15/", ""), ("shop15", ""), True),
        (("shop15", ""), ("/shop1", ""), False),
        (("/seller/shop15", ""), ("/store/shop15", ""), False),
        (("seller/shop15", ""), ("shop15", ""), False),
        (("Shop15", ""), ("/shop15", ""), False),
        (("", "A"), ("shop15", "A"), True),
        (("", "A"), ("shop15", "B"), False),
        (("", "/A"), ("", "A"), False),
        (("", ""), ("shop15", "A"), True),
    ],
)
def test_a_path_is_the_id_that_it_ends_with(one: tuple[str, str], other: tuple[str, str], *, same: bool) -> None:
    assert same_seller(one, other) is same
    assert same_seller(other, one) is same

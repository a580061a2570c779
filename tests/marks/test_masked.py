"""Letters of a mark of two or three words that are hidden behind signs."""

import pytest

from monitor.brands import Brand, Trademark
from monitor.marks import MarkIndex, Way

NAMES = ("Louis Vuitton", "Michael Kors", "New Balance", "TAG Heuer", "The North Face", "Orsino Bellucci")
INDEX = MarkIndex([Brand(slug=name, name=name, trademarks=(Trademark(text=name),)) for name in NAMES])


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Louis Vuit*on bag", "Louis Vuitton"),
        ("bag L*uis V*itton, new", "Louis Vuitton"),
        ("LOUIS VUIT★ON", "Louis Vuitton"),
        ("Michael K*rs", "Michael Kors"),
        ("M_chael Kors bag", "Michael Kors"),
        ("N*w Balance 574", "New Balance"),
        ("TAG H*uer watch", "TAG Heuer"),
        ("Jacket The N*rth Face", "The North Face"),
        ("The North F♥ce", "The North Face"),
        ("Orsino B*llucci", "Orsino Bellucci"),
    ],
)
def test_a_word_is_masked_where_the_others_stand_beside_it(title: str, slug: str) -> None:
    found = INDEX.find_in("title", title)
    assert {name: [mention.ways for mention in mentions] for name, mentions in found.items()} == {slug: [(Way.MASKED,)]}


@pytest.mark.parametrize(("name", "title"), [("Tom Ford", "bag Tom F*rd new"), ("Max Mara", "M*x Mara coat")])
def test_so_it_is_of_a_short_mark_that_stands_alone_in_the_workspace(name: str, title: str) -> None:
    """No other mark's words say how many stand beside each other."""
    alone = MarkIndex([Brand(slug=name, name=name, trademarks=(Trademark(text=name),))])
    assert [mention.ways for mention in alone.find_in("title", title)[name]] == [(Way.MASKED,)]


@pytest.mark.parametrize(
    "title",
    [
        "Louis Vuitton* bag",
        "Michael Kors** (see note)",
    ],
)
def test_a_sign_behind_the_mark_hides_nothing(title: str) -> None:
    assert [mention.ways for mentions in INDEX.find_in("title", title).values() for mention in mentions] == [()]


@pytest.mark.parametrize(
    "title",
    [
        "Louis * bag",
        "New ***** bag",
        "New York B*lance",
        "K*rs of Michael",
        "Michael, K*rs",
        "Michael's K*r",
        "The N*rth wind",
        "TAG H***r",
    ],
)
def test_other_words_with_signs_are_no_mark(title: str) -> None:
    assert not INDEX.find_in("title", title)

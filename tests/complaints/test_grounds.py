"""What carries a complaint, and what does not."""

from dataclasses import replace
from pathlib import Path

import pytest

from monitor.complaints import Ground, Purchase, channel, grounds_of
from monitor.complaints.base import Channel, Matter
from monitor.complaints.drafting import compose
from monitor.complaints.grounds import ADDS, CARRIES, support
from monitor.complaints.rights import Complainant, Register
from monitor.errors import ConfigurationError
from tests.complaints.complaint_world import DAY, GIVEN, LINKS, MARK, matter

STANDINGS = ("unknown", "denied", "expired", "not_yet", "out_of_territory", "sku_not_allowed")
NO_GROUND = [
    ("low_price", "below_floor"), ("unstable_price", "swings"), ("unstable_price", "spread"),
    *(("unauthorized_seller", standing) for standing in STANDINGS),
    ("text_match", "plain_use"), ("text_match", "mark_in_photo"), ("text_match", "off_catalogue"),
    ("text_match", "misspelling"), ("unauthorized_seller", "same_name"), ("logo_match", "logo_in_photo"),
    ("text_match", "disguise_in_photo"),
]  # fmt: skip
GROUNDS = [
    ("text_match", "disguise", Ground.TRADEMARK),
    ("text_match", "counterfeit_words", Ground.TRADEMARK),
    ("text_match", "counterfeit_words_in_photo", Ground.TRADEMARK),
    ("text_match", "comparison", Ground.TRADEMARK),
    ("text_match", "comparison_in_photo", Ground.TRADEMARK),
    ("unauthorized_seller", "impersonation", Ground.TRADEMARK),
    ("photo_match", "own_photo", Ground.COPYRIGHT),
]


def register(*forbidden: str) -> Register:
    return Register(rights=(MARK,), complainant=Complainant(), folder=Path(), price_policing_forbidden=forbidden)


def ask(way: Channel, *matters: object, wanted: str = "", buys: object = (), forbidden: tuple[str, ...] = ()) -> Ground:
    made = compose(way, matters, register(*forbidden), brand="A", today=DAY, wanted=wanted, test_buys=buys)  # type: ignore[arg-type]
    return made.ground


PLATFORMS = sorted(set(GIVEN) - {"letter"})


def here(name: str, *flags: tuple[str, str]) -> Matter:
    """A case with flags on a site of the channel."""
    return matter(1, *flags, url=LINKS.get(name, "").format(1))


@pytest.mark.parametrize("name", PLATFORMS)
@pytest.mark.parametrize("flag", NO_GROUND)
def test_prices_and_authority_alone_are_refused_with_what_could_be(name: str, flag: tuple[str, str]) -> None:
    for flags in ([flag], NO_GROUND):
        with pytest.raises(ConfigurationError, match="infringe no right") as refused:
            ask(channel(name), here(name, *flags))
        said = str(refused.value)
        assert ("photo_match" in said) is (Ground.COPYRIGHT in channel(name).grounds)
        assert "misuse of the mark" in said
        assert "test buy" in said
        assert said.endswith("or write to the seller: monitor complaint draft letter 1")
    with pytest.raises(ConfigurationError, match=r"no letter to the seller either in .*price_policing_forbidden"):
        ask(channel(name), here(name, flag), forbidden=("EU",))
    buys = [Purchase(case=1, order="1", differs="x")]
    assert ask(channel(name), here(name, flag), buys=buys) is Ground.COUNTERFEIT


@pytest.mark.parametrize("name", PLATFORMS)
@pytest.mark.parametrize(("kind", "rule", "ground"), GROUNDS)
def test_grounds(name: str, kind: str, rule: str, ground: Ground) -> None:
    found = here(name, (kind, rule), ("low_price", "below_floor"))
    assert grounds_of(found.finding.flags) == {ground}
    if ground not in channel(name).grounds:
        with pytest.raises(ConfigurationError, match="are no ground for"):
            ask(channel(name), found)
        return
    assert ask(channel(name), found) is ground


def test_each_flag_that_may_be_cited_is_in_the_table() -> None:
    assert set(CARRIES.items()) == {((kind, rule), ground) for kind, rule, ground in GROUNDS}
    assert ADDS - {("text_match", "joined")} <= set(NO_GROUND)


def test_a_note_accuses_nobody() -> None:
    """Where only a result page was read, nobody knows whether the seller may use the photo."""
    one = matter(1, ("photo_match", "own_photo"), ("logo_match", "logo_in_photo"))
    notes = tuple(replace(flag, severity=20) for flag in one.finding.flags)
    assert grounds_of(notes) == frozenset()
    assert support(notes, Ground.COPYRIGHT) == support(notes, Ground.TRADEMARK) == ()


def test_a_price_is_never_cited() -> None:
    found = matter(1, ("text_match", "disguise"), ("low_price", "below_floor"), ("logo_match", "logo_in_photo"))
    made = compose(channel("third_party"), [found], register(), brand="A", today=DAY)
    assert made.reasons(found) == "It shows disguise. It shows logo_in_photo."


def test_cases_of_several_grounds_are_split() -> None:
    with pytest.raises(ConfigurationError, match="share no ground"):
        ask(channel("third_party"), matter(1, ("text_match", "disguise")), matter(2, ("photo_match", "own_photo")))
    with pytest.raises(ConfigurationError, match="share no ground copyright"):
        ask(channel("third_party"), matter(1), wanted="copyright")


@pytest.mark.parametrize(("territory", "forbidden", "refused"), [
    ("DE", ("EU",), True), ("US", ("EU",), False), ("", ("EU",), True), ("DE", (), False),
])  # fmt: skip
def test_a_letter_on_prices_is_for_territories_that_allow_it(
    territory: str, forbidden: tuple[str, ...], refused: bool
) -> None:
    cheap = matter(1, ("low_price", "below_floor"), territory=territory)
    if refused:
        with pytest.raises(ConfigurationError, match="price_policing_forbidden"):
            ask(channel("letter"), cheap, forbidden=forbidden)
        return
    made = compose(channel("letter"), [cheap], register(*forbidden), brand="A", today=DAY)
    assert "supplied" in channel("letter").values(made)["request"]
    assert "remove" not in channel("letter").values(made)["request"]

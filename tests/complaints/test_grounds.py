"""What carries a complaint, and what does not."""

from dataclasses import replace
from pathlib import Path

import pytest

from monitor.brands import Brand, Trademark
from monitor.complaints import Ground, Purchase, channel, grounds_of
from monitor.complaints.base import Channel
from monitor.complaints.chinese import reasons as in_chinese
from monitor.complaints.drafting import compose
from monitor.complaints.grounds import ADDS, CARRIES, cited, support
from monitor.complaints.matter import Matter
from monitor.complaints.offices import counts, unprotected
from monitor.complaints.rights import Complainant, Register, Right
from monitor.errors import ConfigurationError
from monitor.inspection import Inspector
from monitor.records import Evidence, Finding, Flag, Listing, Observation
from monitor.records.finding import COPY_OR_ELSE
from tests.complaints.complaint_world import DAY, GIVEN, LINKS, MARK, SEEN, WHO, matter

STANDINGS = ("unknown", "denied", "expired", "not_yet", "out_of_territory", "sku_not_allowed")
NO_GROUND = [
    ("low_price", "below_floor"), ("unstable_price", "swings"), ("unstable_price", "spread"),
    *(("unauthorized_seller", standing) for standing in STANDINGS),
    ("text_match", "plain_use"), ("text_match", "mark_in_photo"), ("text_match", "off_catalogue"),
    ("text_match", "keyword_stuffing"), ("text_match", "abbreviated"),
    ("text_match", "misspelling"), ("text_match", "counterfeit_word_alone"),
    ("text_match", "counterfeit_word_in_photo"), ("text_match", "not_genuine_perhaps"),
    ("unauthorized_seller", "same_name"), ("unauthorized_seller", "near_name"),
    ("unauthorized_seller", "everyday_name"), ("unauthorized_seller", "sounds_alike"), ("logo_match", "logo_in_photo"),
    ("text_match", "disguise_in_photo"), ("unauthorized_seller", "poses_as_seller"),
    ("unauthorized_seller", "poses_as_owner"),
]  # fmt: skip
GROUNDS = [
    ("text_match", "disguise", Ground.TRADEMARK),
    ("text_match", "counterfeit_words", Ground.TRADEMARK),
    ("text_match", "counterfeit_words_in_photo", Ground.TRADEMARK),
    ("text_match", "not_genuine", Ground.TRADEMARK),
    ("text_match", "comparison", Ground.TRADEMARK),
    ("text_match", "comparison_in_photo", Ground.TRADEMARK),
    ("unauthorized_seller", "impersonation", Ground.TRADEMARK),
    ("photo_match", "own_photo", Ground.COPYRIGHT),
]

PHOTOS = Right(kind="copyright", name="product photos")


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
    instead = {
        "amazon_rav": "no letter to the seller either in DE: .*price_policing_forbidden",
        "ebay_vero": "no letter to the seller either in DE: .*price_policing_forbidden",
        "etsy": "no letter to the seller either where nobody read .*as --set country=US",
    }.get(name, "or write to the seller: monitor complaint draft letter 1")
    with pytest.raises(ConfigurationError, match=instead):
        ask(channel(name), here(name, flag), forbidden=("EU",))
    buys = [Purchase(case=1, order="1")]
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


def test_what_the_last_read_does_not_show_is_not_alleged() -> None:
    one = matter(1, ("text_match", "counterfeit_words"), ("text_match", "disguise"), ("low_price", "below_floor"))
    left = replace(one, faded=frozenset({("text_match", "counterfeit_words")}))
    made = compose(channel("third_party"), [left], register(), brand="A", today=DAY)
    assert made.reasons(left) == "It shows disguise."
    gone = replace(one, faded=frozenset({("text_match", "counterfeit_words"), ("text_match", "disguise")}))
    with pytest.raises(ConfigurationError, match=r"not there any more .* read or captured"):
        ask(channel("third_party"), gone)
    assert ask(channel("third_party"), gone, buys=[Purchase(case=1, order="1")]) is Ground.COUNTERFEIT
    assert ask(channel("letter"), gone) is Ground.NONE


def test_rights_that_the_listing_does_not_touch_are_not_claimed() -> None:
    names = ("AURELIA", "CORONETTA", "logo aurelia")
    marks = tuple(replace(MARK, name=name, registration=name, also=(f"logos/{name[5:]}.png",)) for name in names)
    named = matter(1, ("text_match", "counterfeit_words"), ("logo_match", "logo_in_photo"))
    seen = {"counterfeit_words": "AURELIA", "logo_in_photo": "logos/aurelia.png"}
    flags = tuple(
        replace(one, evidence=(Evidence(field="title", observed="x", expected="x", asset=seen[one.rule]),))
        for one in named.finding.flags
    )

    def claimed(*some: Flag, right: str = "", rights: tuple[Right, ...] = marks) -> tuple[list[str], str]:
        one = replace(named, finding=replace(named.finding, flags=some))
        made = compose(channel("third_party"), [one], replace(register(), rights=rights), brand="A", today=DAY,
                       right=right)  # fmt: skip
        return [one.name for one in made.rights], "; ".join(channel("third_party").missing(made))

    assert claimed(flags[0])[0] == ["AURELIA"]
    assert claimed(*flags)[0] == ["AURELIA", "logo aurelia"]
    unnamed = replace(flags[0], evidence=())
    stored = Evidence(field="title", observed="replica", asset="AURELIA")  # as of before: the brand's name, not a mark
    coronetta = Evidence(field="title", observed="CORONETTA", expected="CORONETTA", asset="CORONETTA")
    assert claimed(replace(flags[0], evidence=(stored, coronetta)))[0] == ["CORONETTA"]
    for silent in (unnamed, replace(flags[0], evidence=(stored,))):
        for rights in (marks, marks[:1]):
            with pytest.raises(ConfigurationError, match=r"case 1: nothing there names one of .*AURELIA.* --right"):
                claimed(silent, rights=rights)
    assert claimed(unnamed, right="CORONETTA")[0] == ["CORONETTA"]
    photos = tuple(replace(PHOTOS, name=name) for name in ("photos 2024", "film 2019"))
    own = matter(1, ("photo_match", "own_photo"))
    with pytest.raises(ConfigurationError, match=r"nothing there names one of .*film 2019"):
        compose(channel("letter"), [own], replace(register(), rights=photos), brand="A", today=DAY)


@pytest.mark.parametrize(
    ("title", "claimed"),
    [
        ("Aurelia Meridian watch", ["AURELIA"]),
        ("AURELIA and Coronetta, two watches", ["AURELIA", "CORONETTA"]),
        ("Aurelias watch", []),
        ("正品奥蕾莉亚手表", ["AURELIA"]),
        ("watch", []),
    ],
)
def test_a_counterfeit_is_of_the_marks_that_flags_or_the_title_name(title: str, claimed: list[str]) -> None:
    rights = (replace(MARK, also=("奥蕾莉亚",)), replace(MARK, name="CORONETTA", registration="018"),
              replace(MARK, name="logo aurelia", registration="019", also=("logos/aurelia.png",)))  # fmt: skip
    cheap = matter(1, ("low_price", "below_floor"), title=title)
    buys = [Purchase(case=1, order="1")]

    def draft() -> list[str]:
        made = compose(channel("third_party"), [cheap], replace(register(), rights=rights), brand="A", today=DAY,
                       wanted="counterfeit", test_buys=buys)  # fmt: skip
        return [one.name for one in made.rights]

    if claimed:
        assert draft() == claimed
    else:
        with pytest.raises(ConfigurationError, match="nothing there names one of"):
            draft()


def test_each_case_needs_the_mark_that_it_names_in_its_country() -> None:
    """The mark of another case, or another mark that is registered there, does not stand in for it."""
    rights = (MARK, replace(MARK, name="CORONETTA", registration="018", office="EUIPO"))
    named = Evidence(field="title", observed="CORONETTA", expected="CORONETTA", asset="CORONETTA")
    first, second = matter(1), matter(2)
    flag = replace(second.finding.flags[0], evidence=(named,))
    second = replace(second, finding=replace(second.finding, flags=(flag,)))
    way, known = channel("market_authority"), replace(register(), rights=rights)
    for cases, lacks in (([first], False), ([second], True), ([first, second], True)):
        made = compose(way, cases, known, brand="A", today=DAY)
        assert any("a mark registered for CN" in said for said in way.missing(made)) is lacks
        of_it = [said for said in way.missing(made) if " for case 2; trademark CORONETTA (EUIPO 018)" in said]
        assert bool(of_it) is lacks, way.missing(made)
    assert "CORONETTA" in in_chinese(made, second)
    assert "AURELIA" not in in_chinese(made, second)


@pytest.mark.parametrize(
    ("office", "registration", "country", "there"),
    [
        ("INPI", "FR 4123456", "FR", True),
        ("INPI", "FR 4123456", "BR", False),
        ("INPI", "4123456", "FR", False),
        ("inpi  br", "4123456", "BR", True),
        ("INPI BR", "4123456", "FR", False),
        ("INPI", "BR4123456", "BR", True),
        ("BOIP", "1", "LU", True),
        ("BOIP", "1", "DE", False),
        ("EUIPO", "1", "LU", True),
        ("WIPO", "1", "LU", True),
        ("Office of Luxembourg", "1", "LU", True),
        ("CNIPA", "1", "LU", False),
    ],
)
def test_a_mark_counts_in_its_own_country(office: str, registration: str, country: str, *, there: bool) -> None:
    assert counts(replace(MARK, office=office, registration=registration), country) is there
    said = "; ".join(unprotected([country], [replace(MARK, office=office, registration=registration)]))
    assert (said == "") is there
    assert "INPI," not in said, "which of them"


def test_a_price_is_never_cited() -> None:
    found = matter(1, ("text_match", "disguise"), ("low_price", "below_floor"), ("logo_match", "logo_in_photo"))
    made = compose(channel("third_party"), [found], register(), brand="A", today=DAY)
    assert made.reasons(found) == "It shows disguise. It shows logo_in_photo."


def test_cases_of_several_grounds_are_split() -> None:
    with pytest.raises(ConfigurationError, match="share no ground"):
        ask(channel("third_party"), matter(1, ("text_match", "disguise")), matter(2, ("photo_match", "own_photo")))
    with pytest.raises(ConfigurationError, match="share no ground copyright"):
        ask(channel("third_party"), matter(1), wanted="copyright")


SHOP, TAOBAO, EBAY = "https://shop.example/1", "https://item.taobao.com/item.htm?id=1", "https://www.ebay.de/itm/1"


@pytest.mark.parametrize(("url", "territory", "said", "forbidden", "refused"), [
    (SHOP, "DE", "", ("EU",), True), (SHOP, "US", "", ("EU",), False), (SHOP, "", "", ("EU",), True),
    (SHOP, "DE", "", (), False), (SHOP, "", "US", ("EU",), False), (SHOP, "", "FR", ("EU",), True),
    (TAOBAO, "", "", ("EU",), False), (EBAY, "", "", ("EU",), True), (SHOP, "DE US", "", ("EU",), True),
])  # fmt: skip
def test_a_letter_on_prices_is_for_territories_that_allow_it(
    url: str, territory: str, said: str, forbidden: tuple[str, ...], refused: bool
) -> None:
    cheap = matter(1, ("low_price", "below_floor"), url=url, territory=territory)
    given = {"country": said} if said else {}
    if refused:
        with pytest.raises(ConfigurationError, match="price_policing_forbidden"):
            compose(channel("letter"), [cheap], register(*forbidden), brand="A", today=DAY, values=given)
        return
    made = compose(channel("letter"), [cheap], register(*forbidden), brand="A", today=DAY, values=given)
    assert "supplied" in channel("letter").values(made)["request"]
    assert "remove" not in channel("letter").values(made)["request"]


@pytest.mark.parametrize("name", PLATFORMS)
@pytest.mark.parametrize("rule", ["own_photo", "own_photo_seller_unknown"])
def test_nobody_lacks_a_licence_where_the_page_does_not_say_who_sells(name: str, rule: str) -> None:
    """`own_photo` as it was stored before the detector told the two apart."""
    found = here(name, ("photo_match", rule), ("logo_match", "logo_in_photo"))
    found = replace(found, listing=replace(found.listing, seller_id="", seller_name=""))
    with pytest.raises(ConfigurationError, match="does not say who sells") as refused:
        ask(channel(name), found)
    assert "monitor check FILE --save with its seller_id" in str(refused.value)
    assert "draft letter" not in str(refused.value)


@pytest.mark.parametrize("name", PLATFORMS)
@pytest.mark.parametrize("rule", ["own_photo", "own_photo_seller_unknown"])
def test_nobody_lacks_a_licence_where_the_brand_lists_no_sellers(name: str, rule: str) -> None:
    found = replace(here(name, ("photo_match", rule), ("logo_match", "logo_in_photo")), lists_sellers=False)
    with pytest.raises(ConfigurationError, match=r"the brand has no list of sellers.*write its sellers\.csv"):
        ask(channel(name), found)
    posing = replace(here(name, ("unauthorized_seller", "impersonation")), lists_sellers=False)
    made = compose(channel(name), [posing], register(), brand="A", today=DAY)
    assert "授权卖家名单中" not in in_chinese(made, posing)


def test_words_of_counterfeiting_accuse_no_seller() -> None:
    found = matter(
        1, ("text_match", "counterfeit_words"), ("photo_match", "own_photo"), ("logo_match", "logo_in_photo")
    )
    found = replace(found, listing=replace(found.listing, seller_id="", seller_name=""))
    made = compose(channel("jd"), [replace(found, listing=replace(found.listing, url="https://item.jd.com/1.html"))],
                   register(), brand="A", today=DAY)  # fmt: skip
    assert (made.ground, made.reasons(found)) == (Ground.TRADEMARK, "It shows counterfeit_words.")
    said = channel("jd").values(made)["reason"]
    assert "页面未显示卖家" in said
    assert "未获" not in said


def test_the_names_of_our_files_are_nobody_elses_business() -> None:
    said = (
        "The listing shows the brand's own photo photos/kettle-17.jpg, photos/b.png (cropped), and its seller is not."
    )
    facts = tuple(
        Evidence(field="images", observed="x", asset=name) for name in ("photos/kettle-17.jpg", "photos/b.png")
    )
    photo = Flag(kind="photo_match", brand="aurelia", severity=50, rule="own_photo", sentence=said, evidence=facts)
    found = replace(matter(1), finding=Finding(brand="aurelia", flags=(photo,)))
    made = compose(channel("third_party"), [found], replace(register(), rights=(PHOTOS,)), brand="A", today=DAY)
    assert made.reasons(found) == "The listing shows the brand's own photo (cropped), and its seller is not."
    assert in_chinese(made, found) == "商品图片使用了权利人的图片，该卖家未获权利人授权使用。"


@pytest.mark.parametrize("name", ["letter", "third_party"])
@pytest.mark.parametrize(
    ("url", "said", "lacks"),
    [
        ("https://www.ebay.com/itm/1", "", "a mark registered for US"),
        ("https://www.ebay.de/itm/1", "", "a mark registered for DE"),
        ("https://www.walmart.com/ip/1", "", "a mark registered for US"),
        (SHOP, "DE", "a mark registered for DE"),
        (SHOP, "Germany", "no code of a country"),
        (TAOBAO, "", ""),
        (SHOP, "CN", ""),
        (SHOP, "", "the country in which case 1 is offered"),
    ],
)
def test_a_mark_of_another_country_is_no_ground_anywhere(name: str, url: str, said: str, lacks: str) -> None:
    values = {**GIVEN[name], **({"country": said} if said else {})}
    made = compose(channel(name), [matter(1, url=url)], replace(register(), complainant=WHO), brand="A", today=DAY,
                   values=values)  # fmt: skip
    missing = "; ".join(channel(name).missing(made))
    assert (lacks in missing) if lacks else missing == ""


@pytest.mark.parametrize(
    ("title", "rule", "told"),
    [
        ("Replica Aurelia", "counterfeit_word_alone", 'The title says "Replica", and the listing names the mark "AURELIA".'),
        ("AURELIA watch 1:1", "counterfeit_word_alone", 'The title says "1:1", and the listing names the mark "AURELIA".'),
        ("AURELIA watch dupe", "comparison", 'The title compares the goods with those of the mark "AURELIA" ("dupe").'),
    ],
)  # fmt: skip
def test_what_is_said_to_who_decides_is_not_said_to_others(title: str, rule: str, told: str) -> None:
    brand = Brand(slug="b", name="AURELIA", trademarks=(Trademark(text="AURELIA"),))
    listing = Listing(marketplace="m", listing_id="1", url=SHOP, title=title, seller_id="s1")
    (flag,) = Inspector([brand]).look(Observation(listing=listing, observed_at=SEEN)).flags
    assert (flag.rule, cited(flag)) == (rule, told)


def test_a_doubt_in_the_words_of_a_listing_stays() -> None:
    quoted = f'The title says "fake.{COPY_OR_ELSE}", and the listing names "A".'
    flag = Flag(kind="text_match", brand="b", severity=45, rule="counterfeit_word_alone",
                sentence=f"{quoted}{COPY_OR_ELSE}")  # fmt: skip
    assert cited(flag) == quoted


@pytest.mark.parametrize(
    "sentence",
    [
        'The title says "Replica", which may mean a copy or something else, and the listing names "A"; look at them.',
        'The mark "A", written "A, which may mean a copy or something else", is there.',
    ],
)
def test_nothing_is_cut_out_of_a_sentence(sentence: str) -> None:
    flag = Flag(kind="text_match", brand="b", severity=45, rule="counterfeit_word_alone", sentence=sentence)
    assert cited(flag) == sentence


@pytest.mark.parametrize(
    ("flags", "said", "prices"),
    [
        (
            [("text_match", "counterfeit_word_alone")],
            "what may be fair (text_match (counterfeit_word_alone)) alone",
            False,
        ),
        (
            [("logo_match", "logo_in_photo"), ("low_price", "below_floor")],
            "what may be fair (logo_match (logo_in_photo)), ",
            True,
        ),
        ([("low_price", "below_floor")], "", True),
        ([("text_match", "plain_use")], "", True),
    ],
)
def test_a_refusal_speaks_of_the_flags_that_are_there(flags: list[tuple[str, str]], said: str, *, prices: bool) -> None:
    with pytest.raises(ConfigurationError) as refused:
        channel("letter").choose([matter(1, *flags)], "trademark", ())
    told = str(refused.value)
    assert (said in told, "prices and a missing authorisation" in told) == (True, prices), told

"""A page at its capture beside the crawl: each flag is looked for by its rule, and a capture may speak against it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from monitor.brands import Brand, Trademark
from monitor.evidence.comparison import NOT_RAISED, OTHERWISE, RAISED, REPLACED, compare, same_listing, shown_title
from monitor.evidence.layout import layout_of
from monitor.evidence.statement import comparison, refuted, speaks_against
from monitor.inspection import Inspector
from monitor.records import Evidence, Flag, History, Listing, Observation

URL = "https://shop.example/1"
CRAWLED = Listing(marketplace="m", listing_id="1", url=URL, title="AURELIA replica watch", seller_id="s1")
WORDS = ("text_match", "counterfeit_words")
PHOTO, PHOTO_TOO = "https://shop.example/1.jpg", "https://shop.example/2.jpg"


def flag(kind: str, rule: str, severity: int) -> Flag:
    return Flag(kind=kind, brand="b", severity=severity, rule=rule, sentence=".")


@pytest.mark.parametrize(
    ("raised", "again", "against"),
    [
        ([flag(*WORDS, 85)], RAISED, ""),
        ([flag(*WORDS, 40)], RAISED, ""),
        ([flag(*WORDS, 20)], NOT_RAISED, "what is alleged is not raised again there"),
        ([flag("text_match", "plain_use", 20)], NOT_RAISED, "what is alleged is not raised again there"),
        ([flag("text_match", "disguise", 60)], OTHERWISE, "what is alleged is not raised again there"),
        ([], NOT_RAISED, "what is alleged is not raised again there"),
    ],
)
def test_a_flag_is_raised_again_by_its_own_rule(raised: list[Flag], again: str, against: str) -> None:
    found = replace(CRAWLED, title="AURELIA watch")
    cheap = flag("low_price", "below_floor", 60)
    compared = compare(found, CRAWLED, [flag(*WORDS, 85), cheap], found.title, URL, (), lambda _: [*raised, cheap])
    assert compared.flags == {WORDS: again, ("low_price", "below_floor"): RAISED}, "a low price keeps no other flag"
    content = comparison(compared)
    assert speaks_against(content, [WORDS]) == against
    assert speaks_against(content, [("photo_match", "own_photo")]) == "", "it is not about that"


@pytest.mark.parametrize(("seller", "another"), [("/s1", False), ("/shops/s1", False), ("s2", True), ("/s2", True)])
def test_a_page_that_links_to_the_seller_names_nobody_else(seller: str, *, another: bool) -> None:
    found = replace(CRAWLED, seller_id=seller)
    compared = compare(found, CRAWLED, [], found.title, URL, (), lambda _: [])
    assert (compared.other_seller, "seller_id" in compared.differs) == (another, another)


LONG = "AURELIA Meridian 40 automatic mechanical watch MER40A black steel"


def judged(listing: Listing) -> list[Flag]:
    """A flag that quotes a word of the title or of an attribute, and one that quotes none."""
    quoted = Evidence(field="title", observed="replica", span=(0, 7))
    words = replace(flag(*WORDS, 90), evidence=(quoted,))
    cheap = flag("low_price", "below_floor", 60)
    return [words, cheap] if "replica" in f"{listing.title} {listing.attributes}" else [cheap]


@pytest.mark.parametrize(
    ("title", "attributes", "text", "again"),
    [
        (f"{LONG} replica", {}, f"{LONG} replica", RAISED),
        (f"{LONG} replica", {}, f"{LONG} – Replica!\nEUR 99", RAISED),
        (f"{LONG} replica", {}, f"{LONG.removesuffix('black steel')}\nblack steel replica", RAISED),
        (f"{LONG} replica", {}, LONG, NOT_RAISED),
        (f"{LONG} replica", {}, f"{LONG}\nWe sell no replica", NOT_RAISED),
        (f"{LONG} | replica", {}, f"{LONG}\nWe sell no replica", NOT_RAISED),
        (f"replica {LONG}", {}, f"{LONG}…", NOT_RAISED),
        (LONG, {"kind": "replica"}, f"{LONG}\nkind: replica", RAISED),
        (LONG, {"kind": "replica"}, LONG, NOT_RAISED),
    ],
)
def test_a_flag_of_words_is_raised_again_only_where_they_can_be_read(
    title: str, attributes: dict[str, str], text: str, again: str
) -> None:
    found = replace(CRAWLED, title=title, attributes=attributes)
    compared = compare(found, CRAWLED, judged(found), text, URL, (), judged)
    assert compared.flags == {WORDS: again, ("low_price", "below_floor"): RAISED}
    assert compared.other == ""


@pytest.mark.parametrize(("seller", "other"), [("s1", False), ("", False), ("s2", True)])
def test_somebody_elses_page_speaks_against_it(seller: str, other: bool) -> None:
    found = replace(CRAWLED, seller_id=seller)
    compared = compare(found, CRAWLED, [flag(*WORDS, 85)], found.title, URL, (), lambda _: [flag(*WORDS, 85)])
    assert bool(speaks_against(comparison(compared), [WORDS])) == other


@pytest.mark.parametrize("content", [b"", b"[]", b'{"flags": {"text_match": "NOT raised again"}}', b'{"flags": [1]}'])
def test_what_says_nothing_of_rules_is_not_judged(content: bytes) -> None:
    assert speaks_against(content, [WORDS]) == ""


@pytest.mark.parametrize(
    ("there", "replaced", "again", "against"),
    [
        ([PHOTO], [], RAISED, ""),
        ([], [PHOTO], REPLACED, "what is alleged is not raised again there"),
        ([PHOTO], [PHOTO_TOO], RAISED, ""),
        ([], [PHOTO_TOO], "not judged: the photo was not seen there byte by byte", ""),
    ],
)
def test_a_photo_that_was_replaced_speaks_against_it(
    there: list[str], replaced: list[str], again: str, against: str
) -> None:
    images = [PHOTO, PHOTO_TOO] if PHOTO_TOO in replaced else [PHOTO]
    shown = tuple(Evidence(field="images", observed="", image=url) for url in images)
    own = replace(flag("photo_match", "own_photo", 50), evidence=shown)
    compared = compare(CRAWLED, CRAWLED, [own], CRAWLED.title, URL, there, lambda _: [], replaced)
    assert compared.flags == {("photo_match", "own_photo"): again}
    assert bool(compared.other) is (again == REPLACED), "nothing that can be judged is there again"
    content = comparison(compared)
    assert speaks_against(content, [("photo_match", "own_photo")]) == against
    assert refuted(content)[0] == ({("photo_match", "own_photo")} if against else set())


REPLICA = "Replica AURELIA Lux 1 desk lamp, 1:1 copy"
BRAND = Brand(slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),))


@pytest.mark.parametrize(
    ("html", "text", "again"),
    [
        (f"<h1>{REPLICA}</h1>", f"{REPLICA}\nEUR 99", RAISED),
        (f"<h1>My shop</h1><div>{REPLICA}</div>", f"My shop\n{REPLICA}\nEUR 99", RAISED),
        (f"<h1>My shop</h1><h2>{REPLICA}</h2>", f"My shop\n{REPLICA}\nEUR 99", RAISED),
        (f"<div>{REPLICA} EUR 99</div>", f"{REPLICA} EUR 99", RAISED),
        (f"<h1>{REPLICA} | My shop</h1>", f"{REPLICA} | My shop", RAISED),
        (f"<h1>{REPLICA}</h1>", REPLICA.replace(" ", "\n"), RAISED),
        (f"<h1>We never sell {REPLICA}</h1>", f"We never sell {REPLICA}\nEUR 99", NOT_RAISED),
        (f"<h1>Sale! {REPLICA}</h1>", f"Sale! {REPLICA}\nEUR 99", RAISED),
        (f"<h1>No {REPLICA}</h1>", f"No {REPLICA}\nEUR 99", NOT_RAISED),
        (f"<h1>非{REPLICA}</h1>", f"非{REPLICA}\nEUR 99", NOT_RAISED),
        (f"<p>We never sell {REPLICA}</p>", f"We never sell {REPLICA}\nEUR 99", NOT_RAISED),
        (
            f"<h1>Genuine AURELIA Lux 1 desk lamp</h1><p>Others searched for: {REPLICA}</p>",
            f"Genuine AURELIA Lux 1 desk lamp\nEUR 99\nOthers searched for: {REPLICA}",
            NOT_RAISED,
        ),
        (
            f"<h1>AURELIA Lux 1 desk lamp</h1><a>{REPLICA}</a>",
            f"AURELIA Lux 1 desk lamp\nEUR 99\n{REPLICA}",
            NOT_RAISED,
        ),
        (f"<b>A lamp</b><footer><a>{REPLICA}</a></footer>", f"A lamp\nEUR 99\n{REPLICA}", NOT_RAISED),
        (f"<p>{REPLICA}</p><footer>{REPLICA}</footer>", f"{REPLICA}\nEUR 99\n{REPLICA}", RAISED),
        (f"<h1 hidden>AURELIA Lux 1 desk</h1><p>{REPLICA}</p>", f"{REPLICA}\nEUR 99", RAISED),
    ],
)
def test_words_of_the_title_count_where_the_page_shows_them_as_its_title(html: str, text: str, again: str) -> None:
    """Not in its data alone, in its foot, among other goods, or in a sentence that denies them."""
    listing = Listing(marketplace="m", listing_id="1", url=URL, title=REPLICA, seller_id="s1", seller_name="Deals")
    inspector = Inspector([BRAND])

    def judge(one: Listing) -> list[Flag]:
        seen = Observation(listing=one, observed_at=datetime(2026, 5, 4, tzinfo=UTC))
        return [flag for found in inspector.inspect(seen, lambda _brand, _sku: History()) for flag in found.flags]

    flags = [one for one in judge(listing) if (one.kind, one.rule) == WORDS]
    assert flags
    compared = compare(listing, listing, flags, text, URL, (), judge, (), layout_of(html))
    assert compared.flags == {WORDS: again}


@pytest.mark.parametrize(
    ("title", "shop"), [("Aurelia 手表 自动 机械表 男士", "手表男士 专卖店"), ("新款 手表 男 自动", "男手表自动店")]
)
def test_the_name_of_a_shop_is_no_title_for_the_signs_in_it(title: str, shop: str) -> None:
    shown = shown_title(title, f"{shop}\n{title}\nEUR 99", layout_of(f"<h1>{shop}</h1><h2>{title}</h2>"))
    assert shown == title


OWN_NUMBER = Listing(
    marketplace="m", listing_id="h8", url=URL, title="Erpetual Kestrun Uhr AAA Replica 1:1", seller_id="s1"
)


@pytest.mark.parametrize(
    ("title", "seller", "address", "sure"),
    [
        ("Erpetual Kestrun Uhr original", "s1", URL, True),
        ("Erpetual Kestrun Uhr original", "/s1", f"{URL}?utm_source=x", True),
        ("Erpetual Kestrun Uhr original", "s1", "https://shop.example/2", False),
        ("Erpetual Kestrun Uhr original", "s1", "", False),
        ("Erpetual Kestrun Uhr original", "s2", URL, False),
        ("Erpetual Kestrun Uhr original", "", URL, False),
        ("Kaffeetasse blau, 300 ml", "s1", URL, False),
        ("Erpetual Kestrun Uhr AAA Replica 1:1", "s2", "https://shop.example/2", True),
    ],
)
def test_the_very_address_and_seller_are_as_sure_as_the_number(
    title: str, seller: str, address: str, *, sure: bool
) -> None:
    """A number of a list of listings is no site's; a page that is reused, another's, or led to is not the listing's."""
    found = replace(OWN_NUMBER, listing_id="77", title=title, seller_id=seller)
    assert same_listing([found], OWN_NUMBER, address) == (found, sure)


@pytest.mark.parametrize(
    ("before", "title", "sure"),
    [
        ("高仿 尔佩图手表 1:1 复刻", "尔佩图手表正品", True),
        ("高仿 尔佩图手表 1:1 复刻", "蓝色咖啡杯三百毫升", False),
        ("【新品】手表", "正品【新品】 包", False),
        ("🔥💎高仿手表💎🔥", "🔥💎蓝色💎🔥", False),
        ("高仿手表男士自动", "男表手士自包", False),
    ],
)
def test_a_title_without_spaces_is_compared_by_pairs_of_its_signs(before: str, title: str, *, sure: bool) -> None:
    crawled = replace(OWN_NUMBER, title=before)
    assert same_listing([replace(crawled, listing_id="7", title=title)], crawled, URL)[1] is sure


def test_of_several_offers_that_may_be_it_none_is_for_sure() -> None:
    twins = [replace(OWN_NUMBER, listing_id=one, title=f"Erpetual Kestrun Uhr {one}") for one in ("blau", "rot")]
    assert same_listing(twins, OWN_NUMBER, URL) == (twins[0], False)
    other = replace(OWN_NUMBER, listing_id="9", title="Erpetual Kestrun Uhr", seller_id="s2")
    assert same_listing([other, twins[1]], OWN_NUMBER, URL) == (twins[1], True)

"""Sellers who are not allowed, sellers who pose, and sellers who are left alone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from detectors.text_match import TextMatch
from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record

A, D = SellerStatus.AUTHORIZED, SellerStatus.DENIED


def row(seller_id: str, status: SellerStatus = A, **limits: Any) -> SellerEntry:
    values = {"marketplace": "m", "seller_name": f"House {seller_id}", "legal_entity": "", **limits}
    return SellerEntry(seller_id=seller_id, status=status, **values)


ROWS = (
    row("good", seller_name="Lumen Jewellers", legal_entity="Lumen Jewellers GmbH"),
    row("old", valid_until=date(2026, 1, 31)),
    row("soon", valid_from=date(2026, 6, 1)),
    row("french", territory="FR"),
    row("narrow", skus=frozenset({"OTHER"})),
    row("bad", D),
)
PRODUCT = Product(sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A")
MARKS = (Trademark(text="AURELIA", also=("奥蕾莉亚",)),)
BRAND = Brand(slug="aurelia", name="Aurelia", trademarks=MARKS, sellers=ROWS, products=(PRODUCT,))
OPEN = Brand(slug="aurelia", name="Aurelia", trademarks=MARKS)
TITLE = "Aurelia Meridian 40 automatic watch MER40A"


def flags(brand: Brand = BRAND, /, **record: Any) -> list[Flag]:
    listing = listing_from_record(
        {"marketplace": "m", "url": "https://m.example/1", "title": TITLE, "territory": "DE", **record}
    )
    inspector = Inspector([brand], detectors=[UnauthorizedSeller])
    observation = Observation(listing=listing, observed_at=datetime(2026, 5, 4, tzinfo=UTC))
    return [flag for finding in inspector.inspect(observation, lambda _b, _s: History()) for flag in finding.flags]


CASES: list[tuple[dict[str, Any], list[tuple[str, int]]]] = [
    ({"seller_id": "good"}, []),
    ({"seller_id": "GOOD"}, [("unknown", 45)]),
    ({"seller_id": "BAD"}, [("unknown", 45)]),
    ({"seller_id": "GOOD", "seller_name": "Aurelia Official Store"}, [("unknown", 45)]),
    ({"seller_id": "nobody"}, [("unknown", 45)]),
    ({"seller_id": "good", "marketplace": "other"}, [("unknown", 45)]),
    ({"seller_id": "old"}, [("expired", 60)]),
    ({"seller_id": "soon"}, [("not_yet", 45)]),
    ({"seller_id": "french"}, [("out_of_territory", 60)]),
    ({"seller_id": "french", "territory": ""}, []),
    ({"seller_id": "narrow"}, [("sku_not_allowed", 60)]),
    ({"seller_id": "bad"}, [("denied", 85)]),
    ({"seller_id": "bad", "condition": "used"}, [("denied", 85)]),
    ({"seller_id": "nobody", "condition": "used"}, []),
    *(
        ({"seller_id": who, "description": f"Meridian 40 with its box. {said}"}, found)
        for who, said, found in (
            ("nobody", "Gebraucht, guter Zustand.", [("unknown", 20)]),
            ("nobody", "Pre-owned, one careful owner.", [("unknown", 20)]),
            ("nobody", "二手手表,九成新", [("unknown", 20)]),
            ("bad", "Gebraucht, guter Zustand.", [("denied", 85)]),
            ("old", "Gebraucht, guter Zustand.", [("expired", 20)]),
            ("nobody", "It is used worldwide.", [("unknown", 45)]),
            ("nobody", "Prodotto usato da professionisti", [("unknown", 45)]),
            ("nobody", "二手烟净化", [("unknown", 45)]),
            ("nobody", "Never used.", [("unknown", 45)]),
            ("nobody", "Nicht gebraucht.", [("unknown", 45)]),
            ("nobody", "Can be used in water. Luminous second hand.", [("unknown", 45)]),
            ("nobody", "We also sell pre-owned watches.", [("unknown", 45)]),
        )
    ),
    ({}, []),
    ({"seller_name": "Somebody"}, [("unknown", 45)]),
    ({"seller_id": "nobody", "title": "Strap for Aurelia watches"}, []),
    ({"seller_id": "nobody", "title": "A strap", "description": "Aurelia is fine."}, []),
    ({"seller_id": "nobody", "title": "A strap"}, []),
    ({"seller_id": "narrow", "title": "Aurelia automatic watch"}, []),  # which product it is, is not sure
    ({"seller_id": "french", "territory": "de-FR"}, []),
    ({"seller_id": "french", "territory": "FR BE"}, []),
    ({"seller_id": "french", "territory": "EU"}, []),
    ({"seller_id": "french", "territory": "Frankreich"}, []),
    ({"seller_id": "french", "territory": "de-DE"}, [("out_of_territory", 60)]),
    ({"seller_id": "nobody", "title": "Pre-owned Aurelia Meridian 40 watch"}, []),
    ({"seller_id": "nobody", "title": "Aurelia Meridian 40 MER40A gebraucht, Privatverkauf"}, []),
    ({"seller_name": "lumen  jewellers"}, []),
    ({"seller_name": "Lumen Jewellers GmbH & Co. KG"}, []),
    ({"seller_name": "Lumen Jewellers (12,345)"}, []),
    ({"seller_id": "x1", "seller_name": "Aurelie Official Shop", "title": "Nylon strap 20 mm"}, []),
    ({"seller_id": "x1", "seller_name": "Lumen Jewellers", "title": "Strap for Aurelia watches"}, []),
]


def test_the_note_on_goods_that_a_description_calls_used_quotes_it() -> None:
    (flag,) = flags(seller_id="nobody", description="Gebraucht, guter Zustand.")
    assert flag.sentence.endswith('; its description says that the goods are used ("gebraucht").')


def test_an_id_that_differs_in_case_alone_is_named() -> None:
    (flag,) = flags(seller_id="GOOD")
    assert "is not on the seller list of Aurelia, which has the id good, another in case alone" in flag.sentence


@pytest.mark.parametrize(("record", "expected"), CASES)
def test_the_list_by_marketplace_and_id(record: dict[str, Any], expected: list[tuple[str, int]]) -> None:
    assert [(flag.rule, flag.severity) for flag in flags(**record)] == expected


POSES = [
    "AURELIA Official Store",
    "Aurelia",
    "AURELIA GmbH",
    "Aurelia Outlet DE",
    "aurelia_official",
    "AureliaOfficialStore",
    "AUR3LIA Official",
    "Аurelia flagship",
    "奥蕾莉亚旗舰店",
    "奥蕾莉亚官方旗舰店",
    "Aurelia 公式ショップ",
    "Boutique officielle Aurelia",
    "Best Aurelia authorised dealer",
    "AureliaOutletUK",
    "Aurelia-Shop24",
    "Aurelia Concept Store",
    "Aurelia Sole Distributor",
    "Aurelia Türkiye Distribütörü",
    "Aurelia Generalvertrieb",
    "奥蕾莉亚正規代理店",
    "Lumen Jewellers Official",
    "Lumеn Jewellers",
]
SAME = ["Lumen Jewellers", "LUMEN JEWELLERS Ltd.", "Lumen-Jewellers"]
HONEST = [
    "Deals 4 U",
    "Tom's Aurelia and more",
    "Aurelia fan club",
    "Official Aurelia Fanclub",
    "Not Aurelia Official",
    "Aurelian Antiques",
    "Official Watch Store",
    "旗舰店",
    "Lumen",
    "Jewellers Official",
    "Aurelia's vintage corner",
    "Aurelia Distributor",
    "Watch Distributors Aurelia",
    "Aurelia Vertrieb",
    "Uhren-Vertrieb Aurelia",
]


@pytest.mark.parametrize("name", POSES)
def test_a_pose_is_flagged(name: str) -> None:
    (flag,) = flags(seller_id="nobody", seller_name=name)
    assert flag.severity == 85
    as_seller = "the authorised seller" in flag.sentence
    assert flag.rule == ("poses_as_seller" if as_seller else "impersonation"), "a dealer's name is no mark"


@pytest.mark.parametrize("name", SAME)
def test_the_very_name_of_an_authorised_seller_may_be_the_seller_himself(name: str) -> None:
    (flag,) = flags(seller_id="nobody", seller_name=name)
    assert (flag.rule, flag.severity) == ("same_name", 45)
    assert "or the list has an id that the site does not use" in flag.sentence


@pytest.mark.parametrize("name", ["Lumen Jewallers", "Lumen Jewellers Outlet"])
@pytest.mark.parametrize("place", ["m", "n", "N", "", "elsewhere"])
def test_a_name_like_a_sellers_counts_wherever_a_row_lists_him(name: str, place: str) -> None:
    rows = [row(f"good{at}", seller_name="Lumen Jewellers", marketplace=at) for at in ("m", place)]
    (flag,) = flags(replace(BRAND, sellers=tuple(rows)), marketplace="n", seller_id="nobody", seller_name=name)
    assert flag.rule == ("unknown" if place in ("m", "elsewhere") else "same_name")


@pytest.mark.parametrize(
    ("name", "rule", "severity", "says"),
    [
        (
            "Аурелия официальный магазин",
            "impersonation",
            85,
            'which sounds like the mark "AURELIA", with "официальный магазин"',
        ),
        ("متجر أوريليا الرسمي", "sounds_alike", 45, "it may be another name"),
        ("Аурелия Мебель официальный", "sounds_alike", 45, "it may be another name"),
        ("Мебель Аурелия", "unknown", 45, ""),
        ("Не официальный магазин Аурелия", "unknown", 45, ""),
        ("Aurelia straps manufacturer", "unknown", 45, ""),
    ],
)
def test_a_mark_by_its_sound_poses_beside_official_alone(name: str, rule: str, severity: int, says: str) -> None:
    (flag,) = flags(seller_id="nobody", seller_name=name)
    assert (flag.rule, flag.severity) == (rule, severity)
    assert says in flag.sentence


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_name_is_no_pose(name: str) -> None:
    assert [flag.rule for flag in flags(seller_id="nobody", seller_name=name)] == ["unknown"]


def test_a_pose_needs_no_policy_and_no_goods() -> None:
    name = "AURELIA Official Store"
    (open_one,) = flags(OPEN, seller_id="x", seller_name=name)
    assert (open_one.rule, "seller list" in open_one.sentence) == ("impersonation", False), "there is no list to be on"
    assert [flag.rule for flag in flags(seller_id="x", seller_name=name, title="A lamp")] == ["impersonation"]
    assert flags(seller_id="x", seller_name="Lumen Jewellers", title="A lamp") == []


def test_a_seller_of_the_list_does_not_pose() -> None:
    assert flags(seller_id="good", seller_name="AURELIA Official Store") == []


def test_a_denied_seller_whose_name_poses_still_poses() -> None:
    """To deny him takes no right away that his name infringes; what the list says is said once."""
    denied, pose = flags(seller_id="bad", seller_name="AURELIA Official Store")
    assert [(one.rule, one.severity) for one in (denied, pose)] == [("denied", 85), ("impersonation", 85)]
    assert [("seller list" in one.sentence) for one in (denied, pose)] == [True, False]


@pytest.mark.parametrize(
    ("territory", "name", "rules", "said"),
    [
        ("DE", "AURELIA Official Store", ["impersonation"], "only with a denial that may not hold for this offer (French, n,"),
        ("FR", "AURELIA Official Store", ["denied", "impersonation"], "is denied by the seller list of Aurelia,"),
        ("DE", "Corner Shop", ["unknown"], "only with a denial that may not hold for this offer (French, n,"),
    ],
)  # fmt: skip
def test_a_denial_elsewhere_spares_nobody(territory: str, name: str, rules: list[str], said: str) -> None:
    """Who is denied for France alone is judged in Germany as a stranger is, and the sentence says what the list says."""
    row = SellerEntry(
        marketplace="m", seller_id="n", seller_name="French", legal_entity="", status=D, territory="FR"
    )  # fmt: skip
    found = flags(replace(BRAND, sellers=(row,)), seller_id="n", seller_name=name, territory=territory)
    assert ([one.rule for one in found], said in found[0].sentence) == (rules, True), found[0].sentence


HERE = "is not on the seller list of Aurelia, and"
THERE = "is not on the seller list of Aurelia for {}, which {}, and the listing"


@pytest.mark.parametrize(
    ("place", "row", "says"),
    [
        ("ebay.fr", {}, THERE.format("ebay.fr", "authorises the same id on ebay.de (for DE AT)")),
        ("www.ebay.co.uk", {}, THERE.format("www.ebay.co.uk", "authorises the same id on ebay.de (for DE AT)")),
        ("ebay.fr", {"territory": "", "skus": frozenset("A")}, "authorises the same id on ebay.de, and"),
        ("amazon.de", {"marketplace": "www.amazon.fr"}, "authorises the same id on www.amazon.fr (for DE AT)"),
        ("ebay.fr", {"status": D}, "denies the same id on ebay.de (for DE AT)"),
        ("ebay.fr", {"valid_until": date(2026, 5, 3)}, HERE),
        ("ebay.fr", {"valid_from": date(2026, 5, 5)}, HERE),
        ("ebay.fr", {"seller_id": "other"}, HERE),
        ("amazon.de", {}, HERE),
        ("shop.fr", {"marketplace": "shop.de"}, HERE),
        ("ebay.fr", {"marketplace": "ebay.example.com"}, HERE),
    ],
)
def test_the_same_id_on_another_country_site_is_told(place: str, row: dict[str, Any], says: str) -> None:
    """Ids are one across the country sites of eBay and of Amazon: who is authorised on one is no stranger."""
    written: dict[str, Any] = {
        "marketplace": "ebay.de", "seller_id": "Radhaus_1", "seller_name": "Radhaus", "legal_entity": "",
        "status": A, "territory": "DE AT",
    }  # fmt: skip
    brand = replace(BRAND, sellers=(SellerEntry(**{**written, **row}),))
    (flag,) = flags(brand, marketplace=place, seller_id="radhaus_1", seller_name="Radhaus", territory="FR")
    assert (flag.rule, flag.severity, says in flag.sentence) == ("unknown", 45, True), flag.sentence


@pytest.mark.parametrize(
    ("listed", "named", "rule", "says"),
    [
        ("127.0.0.1:80", "n", "unknown", "for 127.0.0.1:8765, which authorises the same id on 127.0.0.1:80, and"),
        ("127.0.0.1:80", "N", "unknown", HERE),
        ("127.0.0.2", "n", "unknown", HERE),
        ("", "n", "same_name", "or it is he, and the row must name the marketplace for an id cut short"),
        ("", "other", "same_name", "or the list has an id that the site does not use"),
        ("127.0.0.1", "n", "", ""),
        ("", "/seller/n", "", ""),
    ],
)
def test_a_row_that_misses_by_its_port_or_a_short_id_is_named(listed: str, named: str, rule: str, says: str) -> None:
    one = row(named, marketplace=listed, seller_name="Nordstore Ltd")
    seller = {"seller_id": "/seller/n", "seller_name": "Nordstore Ltd"}
    found = flags(replace(BRAND, sellers=(one,)), marketplace="127.0.0.1:8765", **seller)
    assert [flag.rule for flag in found] == ([rule] if rule else [])
    assert all(says in flag.sentence and flag.severity == 45 for flag in found)


def test_a_seller_of_the_list_does_not_pose_on_another_country_site() -> None:
    row = SellerEntry(marketplace="ebay.de", seller_id="n", seller_name="N", legal_entity="", status=A)
    brand = replace(BRAND, sellers=(row,))
    for place, rule in (("ebay.fr", "unknown"), ("amazon.fr", "impersonation")):
        assert [one.rule for one in flags(brand, marketplace=place, seller_id="n", seller_name="Aurelia Outlet")] == [
            rule
        ]


def test_the_same_name_elsewhere_may_be_another_shop() -> None:
    assert [flag.rule for flag in flags(seller_id="x", seller_name="Lumen Jewellers", marketplace="other")] == [
        "unknown"
    ]


def test_without_a_policy_nobody_is_unknown() -> None:
    assert flags(OPEN, seller_id="nobody") == []


def test_a_mark_that_is_a_word_needs_the_brand_in_the_listing() -> None:
    brand = Brand(slug="o", name="O", trademarks=(Trademark(text="Orchard"),))
    assert flags(brand, seller_id="x", seller_name="Orchard Store", title="Six pears") == []
    assert [f.rule for f in flags(brand, seller_id="x", seller_name="Orchard Store", title="Orchard jam")] == [
        "impersonation"
    ]


def test_sentences_can_be_read() -> None:
    (flag,) = flags(seller_id="old", seller_name="Old House")
    assert flag.sentence == (
        'The seller "Old House" (id old on m) was authorised by Aurelia until 2026-01-31; the offer was seen on 2026-05-04.'
    )
    (flag,) = flags(seller_id="x", seller_name="AURELIA Official")
    assert flag.sentence == (
        'The seller "AURELIA Official" (id x on m) is not on the seller list of Aurelia, '
        'and its name shows the mark "AURELIA" with "Official".'
    )


def test_the_bare_name_of_the_mark_may_be_the_brand_itself() -> None:
    """On its own shop the brand is the seller; only a list, and an id that is not on it, say that it is not."""
    assert flags(OPEN, seller_id="x", seller_name="Aurelia") == []
    assert "impersonation" not in [flag.rule for flag in flags(BRAND, seller_name="Aurelia")]
    assert [flag.rule for flag in flags(BRAND, seller_id="x", seller_name="Aurelia")] == ["impersonation"]


def owner(slug: str, mark: str, *rows: SellerEntry) -> Brand:
    return Brand(slug=slug, name=slug, trademarks=(Trademark(text=mark),), sellers=rows)


@pytest.mark.parametrize(
    ("seller", "title", "found"),
    [
        # One brand's authorised seller is no stranger to another brand with the same mark, or with a part of it.
        ("one", "Orion watch", set()),
        ("two", "Orion watch", set()),
        ("both", "Orion watch", set()),
        ("long", "Orion Labs lamp", set()),
        ("long", "Orion lamp", {("one", "unknown"), ("two", "unknown")}),
        ("denied", "Orion watch", {("two", "denied")}),
        ("nobody", "Orion watch", {("one", "unknown"), ("two", "unknown")}),
        ("nobody", "Orion Labs lamp", {("one", "unknown"), ("two", "unknown"), ("long", "unknown")}),
    ],
)
def test_brands_that_share_a_mark(seller: str, title: str, found: set[tuple[str, str]]) -> None:
    brands = [
        owner("one", "Orion", row("one"), row("both"), row("denied")),
        owner("two", "ORION", row("two"), row("both"), row("denied", D)),
        owner("long", "Orion Labs", row("long")),
    ]

    def judged(name: str, order: list[Brand]) -> set[tuple[str, str]]:
        offer = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": seller}
        listing = listing_from_record({**offer, "seller_name": name})
        seen = Observation(listing=listing, observed_at=datetime(2026, 5, 4, tzinfo=UTC))
        return {(flag.brand, flag.rule) for flag in Inspector(order, detectors=[UnauthorizedSeller]).look(seen).flags}

    assert judged("Star House", brands) == judged("Star House", brands[::-1]) == found
    poses = judged(f"{title.rpartition(' ')[0]} Official Store", brands)
    assert {brand for brand, _ in poses} == {brand for brand, _ in found}


def test_a_match_in_the_catalogue_tells_whose_goods_they_are() -> None:
    other = owner("other", "AURELIA", row("theirs"))
    offer = {"marketplace": "m", "url": "https://m.example/1", "title": TITLE, "seller_id": "theirs"}
    listing = listing_from_record({**offer, "territory": "DE"})
    seen = Observation(listing=listing, observed_at=datetime(2026, 5, 4, tzinfo=UTC))
    found = Inspector([BRAND, other], detectors=[UnauthorizedSeller, TextMatch]).look(seen).flags
    assert {(flag.brand, flag.rule) for flag in found} == {("aurelia", "unknown"), ("aurelia", "plain_use")}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "Аurelia официальныи",
            'shows "Аurelia", which reads as the mark "AURELIA", with "официальныи", which reads as',
        ),
        ("Aurelia \u202eofficial\u202c", 'shows the mark "Aurelia" with "[U+202E]official[U+202C]"'),
        ("Аurelia GmbH", 'is "Аurelia", which reads as the mark "AURELIA".'),
    ],
)
def test_a_pose_is_quoted_as_the_seller_wrote_it(name: str, said: str) -> None:
    (flag,) = flags(seller_id="x", seller_name=name)
    assert said in flag.sentence
    for one in flag.evidence:
        assert one.span is not None
        assert name[slice(*one.span)] == one.observed


RULED = (
    Brand(
        slug="veo",
        name="VEO",
        trademarks=(Trademark(text="VEO"),),
        sellers=(),
        detectors={
            "text_match": {"case_matters": ["VEO"], "near_goods": ["VEO"], "goods_words": ["camera"]},
        },
    ),
    Brand(
        slug="ember",
        name="Ember",
        trademarks=(Trademark(text="Ember"),),
        sellers=(),
        detectors={"text_match": {"near_goods": ["Ember"], "goods_words": ["mug", "Coffee-Maker", "咖啡機"]}},
    ),
)


@pytest.mark.parametrize(
    ("name", "title", "rules"),
    [
        ("VEO Official", "VEO C4 action camera", ["impersonation"]),
        ("VEO Flagship Store", "VEO C4 action camera", ["impersonation"]),
        ("VEO Outlet", "VEO C4 action camera", ["impersonation"]),
        ("VEO Camera Official", "VEO C4 action camera", ["impersonation"]),
        ("Ember Official", "Ember heated mug 10 oz", ["impersonation"]),
        ("Ember® Flagship", "Ember heated mug 10 oz", ["impersonation"]),
        ("Ember Store US", "Ember heated mug 10 oz", ["impersonation"]),
        ("Ember & Ash Pottery Official", "Ember heated mug 10 oz", ["everyday_name"]),  # another name, perhaps
        ("Ember Moon Candles", "Ember heated mug 10 oz", ["unknown"]),
        ("December Deals Official", "Ember heated mug 10 oz", ["unknown"]),
        ("Amber Official", "Ember heated mug 10 oz", ["unknown"]),
        # Where the listing offers no goods of the brand, the rule of the dossier holds for the name, too.
        ("Ember Official", "Ember candle, red", []),
        ("Ember Official", "Stoneware coffee jar, maker unknown", []),
        ("Ember Official", "Thermo mug, blue", ["everyday_name"]),
        ("Ember Official", "Coffee maker, 10 cups", ["everyday_name"]),
        ("Ember Official", "全自动咖啡机", ["everyday_name"]),
        ("Ember & Ash Pottery Official", "Stoneware vase", []),
        ("VEO VEO Official", "Juego de cartas", []),
    ],
)
def test_a_mark_that_needs_a_word_for_its_goods_needs_none_in_the_name_of_who_offers_them(
    name: str, title: str, rules: list[str]
) -> None:
    listing = listing_from_record(
        {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "x", "seller_name": name}
    )
    inspector = Inspector(RULED, detectors=[TextMatch, UnauthorizedSeller])
    observation = Observation(listing=listing, observed_at=datetime(2026, 5, 4, tzinfo=UTC))
    found = [flag for one in inspector.inspect(observation, lambda _b, _s: History()) for flag in one.flags]
    assert [flag.rule for flag in found if flag.kind == UnauthorizedSeller.kind] == rules


OWNED = Brand(
    slug="torvane",
    name="Torvane Cycles",
    owner="Audiohaus Lind AB",
    trademarks=(Trademark(text="TORVANE"),),
    sellers=(row("good", seller_name="Watch Barn"),),
)


@pytest.mark.parametrize(
    ("name", "rule", "severity"),
    [
        ("Audiohaus Lind Official", "poses_as_owner", 85),
        ("Official Audiohaus Lind AB Store", "poses_as_owner", 85),
        ("Audiohaus Lind 官方旗舰店", "poses_as_owner", 85),
        ("Аudiohаus Lind AB", "poses_as_owner", 85),  # two letters are Cyrillic
        ("Torvane Cycles Flagship", "impersonation", 85),  # shows the mark
        ("Audiohaus Lind AB", "same_name", 45),
        ("AUDIOHAUS LIND", "same_name", 45),
        ("Audiohaus Lind Outlet", "same_name", 45),
        ("Torvane Cycles", "same_name", 45),
        ("Audiohaus Linden Official", "unknown", 45),
        ("Not Audiohaus Lind Official", "unknown", 45),
        ("Unofficial Audiohaus Lind", "unknown", 45),
        ("非官方 Audiohaus Lind", "unknown", 45),
        ("Audio Haus-Lind Antik", "unknown", 45),
        ("Lind Official", "unknown", 45),
    ],
)
def test_the_names_of_the_brand_and_its_owner_are_taken_as_poses(name: str, rule: str, severity: int) -> None:
    (flag,) = flags(OWNED, title="Torvane Q7 headphones", seller_id="nobody", seller_name=name)
    assert (flag.rule, flag.severity) == (rule, severity)
    if rule in ("poses_as_owner", "same_name"):
        assert "Audiohaus Lind AB" in flag.sentence or "Torvane Cycles" in flag.sentence
    assert not flags(OWNED, title="Ceramic vase", seller_id="nobody", seller_name=name) or rule == "impersonation"


def test_the_owner_himself_may_sell_where_nobody_says_who_may() -> None:
    title, name = "Torvane Q7 headphones", "Audiohaus Lind AB"
    assert not flags(replace(OWNED, sellers=None), title=title, seller_id="nobody", seller_name=name)
    assert not flags(OWNED, title=title, seller_id="good", seller_name=name)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Aurelia, oil on canvas, 1954", 'names the mark "AURELIA"'),
        ("AUR3LIA watch", 'names the mark "AURELIA"'),
        (TITLE, "names its product MER-40"),
    ],
)
def test_the_sentence_says_what_the_listing_names_and_not_whose_goods_they_are(title: str, named: str) -> None:
    said = [flag.sentence for flag in flags(title=title, seller_id="nobody-7") if flag.rule == "unknown"]
    assert len(said) == 1
    assert said[0].endswith(f", and the listing {named}.")

"""Whom a complaint is against: the listings' seller, never another, the brand itself, or who sells by its leave."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from monitor.brands.model import SellerEntry, SellerStatus
from monitor.complaints import Matter, Register, channel
from monitor.complaints.drafting import compose
from monitor.complaints.parties import authorised
from tests.complaints.complaint_world import DAY, GIVEN, MARK, WHO, draft, matter

OFFICIAL = SellerEntry(
    marketplace="taobao", seller_id="aurelia-official", seller_name="Aurelia flagship",
    legal_entity="上海奥丽雅钟表有限公司", status=SellerStatus.AUTHORIZED,
)  # fmt: skip


def by(seller: str, case: int = 1, *, name: str = "x", url: str = "") -> Matter:
    one = matter(case, url=url)
    return replace(one, listing=replace(one.listing, seller_id=seller, seller_name=name))


@pytest.mark.parametrize(
    ("seller", "read", "store", "said"),
    [
        ("s1", "https://s1.taobao.com/", "https://s1.taobao.com/", ""),
        ("s1", "https://s1.taobao.com/", "https://s1.m.taobao.com/index.htm", ""),
        ("s1", "https://S1.taobao.com/", "https://s1.taobao.com/search.htm?q=x", ""),
        ("77", "https://s1.taobao.com/", "https://s1.taobao.com/", ""),
        ("77", "https://taobao.com/view_shop.htm?user_number_id=77",
         "https://store.taobao.com/shop/view_shop.htm?user_number_id=77", ""),
        ("77", "https://store.taobao.com/a.htm?user_number_id=77",
         "https://store.taobao.com/b.htm?user_number_id=77", ""),
        ("s1", "https://www.taobao.com/shop/s1", "https://www.taobao.com/shop/s1/all", ""),
        ("S1", "https://www.taobao.com/shop/S1", "https://www.taobao.com/shop/s1", "of the seller of case 1"),
        ("s1", "", "https://s1.taobao.com/", "nobody read to which store its page leads"),
        ("s1", "https://s1.taobao.com/", "https://somebody.taobao.com/", "its page leads to https://s1.taobao.com/"),
        ("s1", "https://s1.taobao.com/", "https://somebody.taobao.com/?seller_id=s1", "of the seller of case 1"),
        ("s1", "https://www.taobao.com/", "https://www.taobao.com/", "of the seller of case 1"),
        ("s1", "https://s1.evil.example/", "https://s1.taobao.com/", "of the seller of case 1"),
        ("s1", "https://s1.taobao.com/", "https://www.taobao.com/search?q=s1", "of the seller of case 1"),
        ("s1", "https://s1.taobao.com/", "https://s11.taobao.com/", "of the seller of case 1"),
        ("", "https://s1.taobao.com/", "https://s1.taobao.com/", ""),
        ("", "", "https://s1.taobao.com/", "complain of the listings alone"),
        ("s1", "https://s1.taobao.com/", "https://aurelia-official.taobao.com/", "who is authorised by sellers.csv"),
        ("aurelia-official", "https://aurelia-official.taobao.com/", "https://aurelia-official.taobao.com/",
         "who is authorised by sellers.csv"),
        ("aurelia-official", "https://s1.taobao.com/", "https://s1.taobao.com/", "who is authorised by sellers.csv"),
    ],
)  # fmt: skip
def test_a_store_is_that_to_which_the_listings_page_leads(seller: str, read: str, store: str, said: str) -> None:
    values = {"complaint_reason": "x", "complaint_type": "Store front", "store": store}
    one = by(seller)
    one = replace(one, listing=replace(one.listing, seller_url=read))
    missing = "; ".join(channel("alibaba_ipp").missing(
        draft("alibaba_ipp", one, values=values, authorized=[OFFICIAL])
    ))  # fmt: skip
    assert (said in missing) if said else missing == ""


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        ("Store front", "Store front", ""),
        ("store-front ", "Store front", ""),
        ("STORE FRONT", "Store front", ""),
        ("product listing", "Product listing", "where a store is named"),
        ("Storefront of all", "Storefront of all", "write one of: Product listing, Store front"),
    ],
)
def test_a_type_of_complaint_is_of_the_list(kind: str, written: str, said: str) -> None:
    way, values = channel("alibaba_ipp"), {"complaint_reason": "x", "complaint_type": kind}
    made = draft("alibaba_ipp", by("s1"), values={**values, "store": "https://s1.taobao.com/"})
    assert way.values(made)["complaint_type"] == written
    missing = "; ".join(way.missing(made))
    assert (said in missing) if said else missing == ""
    foreign = replace(made, values={**values, "store": "https://anybody.example/"})
    assert way.missing(foreign) != []


@pytest.mark.parametrize(
    ("changed", "counts"),
    [
        ({}, True),
        ({"valid_until": DAY}, True),
        ({"valid_until": date(2026, 5, 3)}, False),
        ({"status": SellerStatus.DENIED}, False),
    ],
)
def test_who_sells_by_leave_today(changed: Mapping[str, Any], counts: bool) -> None:
    register = Register(rights=(MARK,), complainant=WHO, folder=Path(), sellers=(replace(OFFICIAL, **changed),))
    made = compose(channel("alibaba_ipp"), [by("s1")], register, brand="A", today=DAY)
    assert bool(made.authorized) is counts


@pytest.mark.parametrize(
    ("denied", "authorized", "counts"),
    [
        ({}, {}, False),
        ({}, {"decided_at": datetime(2026, 5, 2, tzinfo=UTC)}, True),
        ({"skus": frozenset({"A-1"})}, {}, True),
        ({"territory": "US"}, {}, True),
        ({"valid_until": date(2026, 5, 3)}, {}, True),
    ],
)
def test_a_denial_of_all_undoes_an_authorisation_that_is_not_later(
    denied: Mapping[str, Any], authorized: Mapping[str, Any], *, counts: bool
) -> None:
    row = replace(OFFICIAL, status=SellerStatus.DENIED, decided_at=datetime(2026, 5, 1, tzinfo=UTC), **denied)
    assert bool(authorised([replace(OFFICIAL, **authorized), row], DAY)) is counts


@pytest.mark.parametrize(
    ("sellers", "said"),
    [
        (["s1"], ""),
        (["s1", "s1"], ""),
        (["s1", "s2"], "these are of several sellers: case 1: x; case 2: x; draft a report for each seller"),
        (["s1", ""], "these are of several sellers"),
        ([""], ""),
        (["aurelia-official"], "case 1 is of x, who is authorised by sellers.csv"),
    ],
)
def test_a_report_charges_one_party_with_its_own_listings(sellers: list[str], said: str) -> None:
    matters = [by(one, case, name="x" if one else "") for case, one in enumerate(sellers, 1)]
    missing = "; ".join(channel("market_authority").missing(
        draft("market_authority", *matters, authorized=[OFFICIAL])
    ))  # fmt: skip
    assert (said in missing) if said else missing == ""


@pytest.mark.parametrize(
    ("name", "licence", "said"),
    [
        ("某店", "91", ""),
        ("Aurelia Trading Co", "91", ""),
        ("Aurelia GmbH", "91", "which is who complains or owns the rights"),
        ("ＡＵＲＥＬＩＡ gmbh.", "91", "which is who complains or owns the rights"),
        ("Aurelia Holding SE", "91", "which is who complains or owns the rights"),
        ("某店", "hrb-1", "which is who complains or owns the rights"),
        ("上海奥丽雅钟表有限公司", "91", "which is a seller who is authorised by sellers.csv"),
        ("Aurelia Flagship", "91", "which is a seller who is authorised by sellers.csv"),
    ],
)
def test_the_brand_and_who_sells_by_its_leave_are_not_reported(name: str, licence: str, said: str) -> None:
    values = {**GIVEN["market_authority"], "reported_name": name, "reported_licence": licence}
    complainant = replace(WHO, owner="Aurelia Holding SE")
    missing = "; ".join(channel("market_authority").missing(
        draft("market_authority", by("s1"), values=values, complainant=complainant, authorized=[OFFICIAL])
    ))  # fmt: skip
    assert ("another reported party than" in missing) is bool(said)
    assert said in missing

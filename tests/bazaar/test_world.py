"""The invented world: the same for a seed, as large as promised, every flag planted, and the truth not served."""

import urllib.request
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from monitor.bazaar.dossier import write_workspace
from monitor.bazaar.serving import served
from monitor.bazaar.site import Site
from monitor.bazaar.world import World
from monitor.brands.loader import load_brands
from monitor.pages import read_page
from monitor.workspace import load_workspace

KINDS = {"low_price", "unstable_price", "unauthorized_seller", "text_match", "photo_match", "logo_match"}


@pytest.mark.parametrize("seed", [1, 2, 11, 12])
def test_a_world_is_as_large_as_promised(seed: int) -> None:
    world = World(seed)
    assert len(world.makers) == 3
    assert len({merchant.id for merchant in world.merchants}) == 40
    assert len({offer.number for offer in world.offers}) == len(world.offers) >= 400
    planted = Counter(kind for deserved in world.truth.values() for _, kind in deserved)
    assert set(planted) == KINDS
    assert min(planted.values()) >= 15
    assert sum(not deserved for deserved in world.truth.values()) >= 150
    assert {offer.shape for offer in world.offers} == {"jsonld", "microdata", "opengraph", "state", "plain", "script"}


def test_the_same_seed_gives_the_same_world_and_another_another() -> None:
    assert World(5).offers == World(5).offers
    assert World(5).offers != World(6).offers
    name = World(5).offers[0].plan.photos[0]
    assert World(5).picture(name) == World(5).picture(name)


def test_the_pages_say_what_the_world_holds_and_nothing_of_the_truth(tmp_path: Path) -> None:
    world = World(4, only=1)
    site = Site(world)
    with served(site) as url:
        write_workspace(world, tmp_path, date(2026, 3, 2), url)
        assert [brand.slug for brand in load_brands(tmp_path)] == sorted(maker.slug for maker in world.makers)
        assert load_workspace(tmp_path).targets[0].args["url"] == url
        for offer in world.offers:
            address = f"{url}listing/{offer.number}"
            with urllib.request.urlopen(address) as answer:
                body = answer.read()
            assert not any(kind.encode() in body for kind in KINDS)
            assert offer.plan.story.encode() not in body
            page = read_page(body, address)
            if offer.shape == "script":
                assert page.needs_javascript
                continue
            assert page.listings[0].price == offer.price(0)
            assert page.listings[0].seller_id == offer.plan.merchant.id
        for path in ("", "search?q=watch", "sitemap.xml", "robots.txt", f"{world.merchants[0].id[1:]}"):
            with urllib.request.urlopen(url + path) as answer:
                assert answer.status == 200


def test_prices_move_with_the_day() -> None:
    world = World(1)
    moving = [offer for offer in world.offers if len(set(offer.plan.prices)) > 1]
    assert len(moving) >= 30
    assert all(offer.price(0) == offer.plan.prices[0] for offer in moving)

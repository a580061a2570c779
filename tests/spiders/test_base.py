"""What a spider is told wrongly is said before anything starts."""

import importlib
import pkgutil
from types import SimpleNamespace

import pytest
from scrapy.settings import Settings

import spiders
from monitor.crawling import render
from monitor.crawling.arguments import Arguments, Render
from monitor.errors import ConfigurationError
from spiders.base import ListingSpider
from spiders.shop import DEAD_END, ShopSpider


def test_an_address_is_needed() -> None:
    with pytest.raises(ConfigurationError, match="shop needs the argument url; add -a url=…"):
        ShopSpider()
    with pytest.raises(ConfigurationError, match="-a query=…: shop has no use for it: every site searches at"):
        ShopSpider(url="https://a.example/", query="x")


def test_pages_are_asked_for_once_and_within_the_limit() -> None:
    spider = ShopSpider(url="https://a.example/", pages="8")
    counted: list[str] = []
    session = SimpleNamespace(count=lambda what, _number, at: counted.append(f"{what} {at[:20]}".strip()))
    spider.crawler = SimpleNamespace(get_addon=lambda _: session)  # type: ignore[assignment]

    def asked(url: str, role: str = "product") -> int:
        return len(list(spider.page_request(url, spider.parse_page, role=role)))

    assert asked("https://a.example/1") == 1
    assert asked("https://A.example:443/1?utm_source=x#top") == 0
    assert counted == []
    assert sum(asked(f"https://a.example/other/{n}", "other") for n in range(9)) == 2
    assert sum(asked(f"https://a.example/p/{n}") for n in range(9)) == 5
    assert counted == ["pages/beyond_the_limit"] * (7 + 4)
    assert asked("https://a.example/" + "long" * 500) == 0
    assert counted[-1] == "not_fetched/is no readable address https://a.example/lo"


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/product/1?add-to-cart=17",
        "https://a.example/cart",
        "https://a.example/logout?next=/",
        "https://a.example/my-account/",
        "https://a.example/guide.pdf",
        "https://a.example/photo.JPG?w=1",
    ],
)
def test_links_that_do_harm_or_lead_nowhere(url: str) -> None:
    assert DEAD_END.search(url)


@pytest.mark.parametrize(
    "url", ["https://a.example/cartier-watch", "https://a.example/product/1", "https://a.example/accounting-books"]
)
def test_links_that_lead_on(url: str) -> None:
    assert not DEAD_END.search(url)


def test_spiders_have_names_of_their_own() -> None:
    names = [
        thing.name
        for module in pkgutil.iter_modules(spiders.__path__)
        for thing in vars(importlib.import_module(f"spiders.{module.name}")).values()
        if isinstance(thing, type) and issubclass(thing, ListingSpider) and thing.__module__ == f"spiders.{module.name}"
        if getattr(thing, "name", None)
    ]
    assert len(set(names)) == len(names)
    assert "shop" in names


@pytest.mark.parametrize(
    ("missing", "says"),
    [("find_spec", "pip install marketplace-monitor\\[render\\]"), ("find_chromium", "no Chromium was found")],
)
def test_a_browser_that_is_not_there(monkeypatch: pytest.MonkeyPatch, missing: str, says: str) -> None:
    monkeypatch.setattr(render, missing, lambda *_: None)
    with pytest.raises(ConfigurationError, match=says):
        render.apply(Settings(), Arguments(render=Render.ALWAYS))
    settings = Settings()
    render.apply(settings, Arguments(render=Render.AUTO))
    assert settings.getbool(render.SETTING) is False
    assert "Browser" not in str(settings.getdict("DOWNLOAD_HANDLERS"))

"""Keys: what is said where one is missing, whom they are shown to, and what is read without one."""

import pytest
from scrapy import Request
from scrapy.http import Response

from monitor.crawling.keys import Credentials, Keys
from monitor.errors import ConfigurationError
from spiders.ebay import EbaySpider
from spiders.etsy import EtsySpider
from spiders.mercadolibre import MercadoLibreSpider
from spiders.rakuten import RakutenSpider
from spiders.shopify import ShopifySpider
from spiders.woocommerce import WooCommerceSpider

KEYS = {
    "EBAY_CLIENT_ID": "id", "EBAY_CLIENT_SECRET": "word", "ETSY_API_KEY": "key:word", "RAKUTEN_APPLICATION_ID": "app",
    "RAKUTEN_ACCESS_KEY": "access", "MERCADOLIBRE_CLIENT_ID": "7", "MERCADOLIBRE_CLIENT_SECRET": "word",
}  # fmt: skip
OTHERS = (
    "EBAY_API_URL",
    "ETSY_API_URL",
    "RAKUTEN_API_URL",
    "MERCADOLIBRE_API_URL",
    "MERCADOLIBRE_ACCESS_TOKEN",
    "RAKUTEN_ORIGIN",
)


@pytest.fixture
def no_keys(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in (*KEYS, *OTHERS):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.fixture
def keys(no_keys: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in KEYS.items():
        no_keys.setenv(name, value)
    return no_keys


@pytest.mark.parametrize(
    ("spider", "arguments", "says"),
    [
        (EbaySpider, {"query": "aurelia watch", "url": "https://www.ebay.de/"},
         ("ebay searches by the marketplace's API, and EBAY_CLIENT_ID and EBAY_CLIENT_SECRET are not set in the environment; "
         "get a key at https://developer.ebay.com/, or read pages without one: "
         "-a url=\"https://www.ebay.de/sch/i.html?_nkw=aurelia%20watch&_pgn=1\"")),
        (EtsySpider, {"seller": "Corner"},
         ("etsy searches by the marketplace's API, and ETSY_API_KEY is not set in the environment; get a key at "
         "https://www.etsy.com/developers/, or read pages without one: -a url=\"https://www.etsy.com/shop/Corner?page=1\"")),
        (RakutenSpider, {"query": "時計"},
         ("rakuten searches by the marketplace's API, and RAKUTEN_APPLICATION_ID and RAKUTEN_ACCESS_KEY are not set in the "
         "environment; get a key at https://webservice.rakuten.co.jp/, or read pages without one: "
         "-a url=\"https://search.rakuten.co.jp/search/mall/%E6%99%82%E8%A8%88/?p=1\"")),
    ],
)  # fmt: skip
def test_a_missing_key_is_said_in_one_sentence(no_keys, spider, arguments, says: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        spider(**arguments)
    assert str(raised.value) == says


def test_pages_need_no_key(no_keys) -> None:
    for spider, url in [
        (EbaySpider, "https://www.ebay.de/itm/123456789012"),
        (EbaySpider, "https://www.ebay.com/sch/i.html?_nkw=x"),
        (EtsySpider, "https://www.etsy.com/listing/123456789/x"),
        (RakutenSpider, "https://item.rakuten.co.jp/a/b/"),
        (MercadoLibreSpider, "https://listado.mercadolibre.com.ar/reloj"),
    ]:
        made = spider(url=url)
        assert not made.by_api
        assert made.operator_urls == (url,)


def test_items_are_asked_of_the_api_where_there_is_a_key(keys) -> None:
    (item,) = EbaySpider(url="https://www.ebay.de/itm/123456789012?hash=x").first()
    assert item.url == "https://api.ebay.com/buy/browse/v1/item/get_item_by_legacy_id?legacy_item_id=123456789012"
    (listing,) = EtsySpider(url="https://www.etsy.com/listing/123456789/x").first()
    assert "listing_ids=123456789&includes=" in listing.url
    assert not EbaySpider(url="https://www.ebay.de/usr/someone").by_api


def test_what_an_api_is_asked(keys) -> None:
    (request,) = EbaySpider(seller="uhren-ecke").first()
    assert "category_ids=0" in request.url
    assert "sellers%3A%7Buhren-ecke%7D" in request.url
    (request,) = MercadoLibreSpider(query="reloj", seller="77", url="https://www.mercadolivre.com.br/").first()
    assert request.url == "https://api.mercadolibre.com/sites/MLB/search?q=reloj&seller_id=77&limit=50&offset=0"
    (request,) = RakutenSpider(seller="tokei", render="1").first()
    assert "shopCode=tokei" in request.url
    assert "playwright" not in request.meta


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: MercadoLibreSpider(query="reloj"), "needs to know the country"),
        (lambda: EbaySpider(query="x", url="https://shop.example/"), "read other sites with the spider shop"),
        (lambda: EbaySpider(query="x", url="https://www.ebay.in/"), "API does not know ebay.in"),
        (EbaySpider, "needs to know what to read"),
        (
            lambda: ShopifySpider(url="https://shop.example/", seller="x"),
            "-a seller=…: shopify has no use for it: a shop on",
        ),
        (lambda: WooCommerceSpider(url="https://shop.example/", seller="x"), "has no use for it"),
        (lambda: WooCommerceSpider(query="x"), "woocommerce needs the argument url"),
    ],
)
def test_calls_that_make_no_sense(keys, make, says: str) -> None:
    with pytest.raises(ConfigurationError, match=says):
        make()


def test_an_api_at_another_address(keys) -> None:
    keys.setenv("EBAY_API_URL", "https://api.sandbox.ebay.com/")
    spider = EbaySpider(query="x")
    assert spider.operator_urls == ("https://api.sandbox.ebay.com",)
    keys.setenv("EBAY_API_URL", "sandbox")
    with pytest.raises(ConfigurationError, match="EBAY_API_URL=sandbox: this is no web address"):
        EbaySpider(query="x")


def test_a_key_is_shown_to_the_api_alone(keys) -> None:
    spider = RakutenSpider(query="x")
    shown = spider.credentials(Request(spider.api_root))
    assert shown == Credentials(headers={"accessKey": "access"}, query={"applicationId": "app"})
    assert "access" not in repr(shown)
    for url in ("https://elsewhere.example/", "http://openapi.rakuten.co.jp/", "https://openapi.rakuten.co.jp:444/"):
        assert spider.credentials(Request(url)) == Credentials()


class Crawler:
    def __init__(self, spider: object) -> None:
        self.spider = spider


@pytest.mark.parametrize("ends_well", [True, False])
def test_a_key_is_on_a_request_only_while_it_is_on_its_way(keys, ends_well: bool) -> None:
    spider = RakutenSpider(query="x")
    (request,) = spider.first()
    before = (request.url, dict(request.headers))
    middleware = Keys(Crawler(spider))  # type: ignore[arg-type]
    for _ in range(2):
        middleware.process_request(request)
        assert request.url == f"{before[0]}&applicationId=app"
        assert request.headers["accessKey"] == b"access"
        if ends_well:
            response = middleware.process_response(request, Response(request.url, request=request))
            assert response.url == before[0]
        else:
            middleware.process_exception(request, OSError())
        assert (request.url, dict(request.headers)) == before
    plain = Request("https://www.rakuten.co.jp/")
    middleware.process_request(plain)
    assert (plain.url, dict(plain.headers)) == ("https://www.rakuten.co.jp/", {})

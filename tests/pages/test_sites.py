"""What the marketplaces' own rules know: one address for an item, whatever its link carries; sellers; full photos."""

from decimal import Decimal

import pytest

from monitor.pages import Kind, read_page
from monitor.pages.sites import full_size, item_address, item_number_of, seller_id
from monitor.records import Condition

ITEMS = [
    ("https://www.amazon.de/Some-Thing/dp/B0ABCDEFGH/ref=sr_1_1?keywords=x&qid=1", "B0ABCDEFGH", "/dp/B0ABCDEFGH"),
    ("https://www.amazon.co.uk/gp/product/B0ABCDEFGH?th=1", "B0ABCDEFGH", "/dp/B0ABCDEFGH"),
    ("https://www.amazon.com/sspa/click?url=%2FThing%2Fdp%2FB0ABCDEFGH%2Fref", "B0ABCDEFGH", "/dp/B0ABCDEFGH"),
    ("https://www.ebay.de/itm/Some-thing/123456789012?hash=item1&var=7", "123456789012", "/itm/123456789012"),
    ("https://de.aliexpress.com/item/1005001234567890.html?spm=a2g", "1005001234567890", "/item/1005001234567890.html"),
    (
        "https://www.alibaba.com/product-detail/Smart-Watch_1600123456789.html?s=p",
        "1600123456789",
        "/product-detail/_1600123456789.html",
    ),
    ("https://detail.1688.com/offer/612345678901.html?spm=x", "612345678901", "/offer/612345678901.html"),
    (
        "https://item.taobao.com/item.htm?ali_trackid=1&id=612345678901&spm=x",
        "612345678901",
        "/item.htm?id=612345678901",
    ),
    ("https://detail.tmall.com/item.htm?id=612345678901&skuId=5", "612345678901", "/item.htm?id=612345678901"),
    ("https://item.jd.com/100012043978.html?cu=true", "100012043978", "/100012043978.html"),
    ("https://www.etsy.com/listing/123456789/some-thing?ref=x", "123456789", "/listing/123456789"),
    ("https://www.walmart.com/ip/Some-Thing/123456789?athbdg=L", "123456789", "/ip/123456789"),
    ("https://www.lazada.sg/products/abc-i123456789-s987654321.html?x=1", "123456789", "/products/-i123456789.html"),
    ("https://item.rakuten.co.jp/tokeiya/mer40/?s-id=1", "tokeiya/mer40", "/tokeiya/mer40/"),
    ("https://articulo.mercadolibre.com.ar/MLA-1234567890-reloj-_JM?x=1", "MLA1234567890", "/MLA-1234567890-reloj-_JM"),
    (
        "https://www.mercadolibre.com.ar/reloj/p/MLA22334455#polycard_client=x&wid=MLA9988776656&sid=search",
        "MLA9988776656",
        "/reloj/p/MLA22334455?pdp_filters=item_id%3AMLA9988776656",
    ),
    (
        "https://www.mercadolibre.com.ar/reloj/p/MLA22334455?pdp_filters=item_id:MLA9988776656",
        "MLA9988776656",
        "/reloj/p/MLA22334455?pdp_filters=item_id%3AMLA9988776656",
    ),
]
NUMBERS = [
    ("https://articulo.mercadolibre.com.ar/MLA-1234567890-reloj-de-pulsera-_JM", "MLA1234567890"),
    ("https://www.mercadolibre.com.ar/reloj/p/MLA12345678?pdp=1", ""),
    ("https://shopee.sg/Some-Thing-i.12345678.9876543210?sp=1", "12345678.9876543210"),
    ("https://item.rakuten.co.jp/clockhouse/watch-1/?s-id=1", "clockhouse/watch-1"),
    ("https://shopee.sg/product/12345678/9876543210", "12345678.9876543210"),
    ("https://www.ebay.de/sch/i.html?_nkw=watch", ""),
    ("https://www.amazon.de/s?k=watch", ""),
    ("https://shop.example/p/1234567", "1234567"),
    ("http://[", ""),
]
SELLERS = [
    ("https://www.amazon.de/sp?ie=UTF8&seller=A1B2C3D4E5F6G7&asin=B0ABCDEFGH", "A1B2C3D4E5F6G7"),
    ("https://www.amazon.de/s?me=A1B2C3D4E5F6G7", "A1B2C3D4E5F6G7"),
    ("https://www.ebay.de/usr/clock-house?_trksid=1", "clock-house"),
    ("https://www.ebay.com/sch/i.html?_ssn=clock-house", "clock-house"),
    ("https://www.aliexpress.com/store/1234567", "1234567"),
    ("https://clockhouse.en.alibaba.com/company_profile.html", "clockhouse.en"),
    ("https://www.alibaba.com/trade/search?q=watch", ""),
    ("https://shop1k2345678.1688.com/page/index.html", "shop1k2345678"),
    ("https://detail.1688.com/offer/612345678901.html", ""),
    ("https://shop123456.taobao.com/shop/view_shop.htm", "shop123456"),
    ("https://mall.jd.com/index-1000001.html", "1000001"),
    ("https://www.etsy.com/shop/ClockHouse?ref=x", "ClockHouse"),
    ("https://www.walmart.com/seller/101010?itemId=1", "101010"),
    # A seller has one id, however he is met: the API knows numbers here, user names at eBay, hosts at Taobao.
    ("https://perfil.mercadolibre.com.ar/perfil/CLOCKHOUSE", ""),
    ("https://listado.mercadolibre.com.ar/_CustId_123456", "123456"),
    ("https://www.ebay.de/str/theclockhousestore", ""),
    ("https://store.taobao.com/shop/view_shop.htm?user_number_id=12345", ""),
    ("https://clockhouse.tmall.com/", "clockhouse"),
    ("https://www.walmart.com/seller/101010?sellerId=F55CDC31AB754BB68FE0B39041159D63", "101010"),
    ("https://www.walmart.com/browse?sellerId=F55CDC31AB754BB68FE0B39041159D63", ""),
    ("https://sale.1688.com/x", ""),
    ("https://sale.1688.com/", ""),
    ("https://clockhouse.1688.com/", "clockhouse"),
    ("https://clockhouse.1688.com/page/offerlist.htm", "clockhouse"),
    ("https://www.rakuten.co.jp/category/watch/", ""),
    ("https://www.rakuten.co.jp/event/x", ""),
    ("https://item.rakuten.co.jp/clockhouse/", "clockhouse"),
    ("https://item.rakuten.co.jp/clockhouse/watch-1/", ""),
    ("https://www.lazada.sg/shop/clock-house/?q=All", "clock-house"),
    ("https://shopee.sg/shop/12345678", "12345678"),
    ("https://www.rakuten.co.jp/clockhouse/", "clockhouse"),
    ("https://shop.example/usr/clock-house", ""),
]
PHOTOS = [
    ("amazon.de", "https://m.media-amazon.com/images/I/81j2n1ziQcL._AC_UL320_.jpg", "images/I/81j2n1ziQcL.jpg"),
    ("ebay.de", "https://i.ebayimg.com/thumbs/images/g/AbC/s-l225.webp", "thumbs/images/g/AbC/s-l1600.webp"),
    ("aliexpress.com", "https://ae01.alicdn.com/kf/Sabc.jpg_220x220q90.jpg_.webp", "kf/Sabc.jpg"),
    ("taobao.com", "https://img.alicdn.com/i1/O1CN01.jpg_430x430q90.jpg", "i1/O1CN01.jpg"),
    ("jd.com", "https://img14.360buyimg.com/n1/s450x450_jfs/t1/a.jpg", "n0/jfs/t1/a.jpg"),
    ("etsy.com", "https://i.etsystatic.com/1/r/il/a/2/il_340x270.2_ab.jpg", "1/r/il/a/2/il_fullxfull.2_ab.jpg"),
    ("walmart.com", "https://i5.walmartimages.com/seo/a.jpeg?odnHeight=117&odnWidth=117", "seo/a.jpeg"),
    ("mercadolibre.com.ar", "https://http2.mlstatic.com/D_1-MLA1_1-V.jpg", "D_1-MLA1_1-F.jpg"),
    ("lazada.sg", "https://sg-live-01.slatic.net/p/abc.jpg_200x200q80.jpg_.webp", "p/abc.jpg"),
    ("shopee.sg", "https://cf.shopee.sg/file/0123456789abcdef_tn", "file/0123456789abcdef"),
    ("rakuten.co.jp", "https://tshop.r10s.jp/clock/cabinet/a.jpg?_ex=128x128", "clock/cabinet/a.jpg"),
    ("shop.example", "https://shop.example/i/s-l225.jpg", "i/s-l225.jpg"),
]


@pytest.mark.parametrize(("url", "number", "path"), ITEMS)
def test_an_item_has_one_address(url: str, number: str, path: str) -> None:
    assert item_number_of(url) == number
    address = item_address(url)
    assert address == f"https://{url.split('/')[2]}{path}"
    assert item_address(address) == address
    assert item_number_of(address) == number


@pytest.mark.parametrize(("url", "number"), NUMBERS)
def test_item_numbers(url: str, number: str) -> None:
    assert item_number_of(url) == number


@pytest.mark.parametrize(("url", "seller"), SELLERS)
def test_sellers(url: str, seller: str) -> None:
    assert seller_id(url) == seller


@pytest.mark.parametrize(("host", "photo", "path"), PHOTOS)
def test_photos_in_full_size(host: str, photo: str, path: str) -> None:
    assert full_size(photo, f"https://www.{host}/x").split("/", 3)[3] == path


def test_two_links_to_an_item_are_one_listing() -> None:
    cards = "".join(
        f'<li class="card"><a href="//item.taobao.com/item.htm?id=61234567890{n % 3}&spm={n}"><h3>Watch {n}</h3></a><b class="price">¥ {n}0</b></li>'
        for n in range(1, 7)
    )
    page = read_page(f"<ul>{cards}</ul>", "https://s.taobao.com/search?q=watch")
    assert [listing.listing_id for listing in page.listings] == ["612345678901", "612345678902", "612345678900"]
    assert page.listings[0].url == "https://item.taobao.com/item.htm?id=612345678901"
    assert [listing.attributes["position"] for listing in page.listings] == ["1", "2", "3"]


OTHER_SELLERS = """<h1 id="productTitle">Acme Watch W-1</h1>
<div id="aod-pinned-offer"><span class="a-price"><span class="a-offscreen">99,00 €</span></span><div id="aod-offer-heading">
Neu</div><div id="aod-offer-soldBy"><a href="/gp/aag/main?seller=A1B2C3D4E5F6G7&asin=B0ABCDEFGH">Acme Store</a></div></div>
<div id="aod-offer"><span class="a-price a-text-price"><span class="a-offscreen">110,00 €</span></span><span class="a-price">
<span class="a-offscreen">55,00 €</span></span><div id="aod-offer-heading">Gebraucht - Gut</div><div id="aod-offer-soldBy">
<a href="/gp/aag/main?seller=A9B8C7D6E5F4G3">Bargains</a></div><span data-csa-c-delivery-price="4,90 €">Lieferung</span></div>
<div id="aod-offer"><div id="aod-offer-heading">Neu</div></div>"""


def test_the_other_sellers_of_a_product_are_a_listing_each() -> None:
    page = read_page(OTHER_SELLERS, "https://www.amazon.de/gp/offer-listing/B0ABCDEFGH?ie=UTF8")
    assert page.kind is Kind.OFFERS
    assert [
        (one.seller_id, one.seller_name, one.price, one.condition, one.list_price, one.shipping)
        for one in page.listings
    ] == [
        ("A1B2C3D4E5F6G7", "Acme Store", Decimal("99.00"), Condition.NEW, None, None),
        ("A9B8C7D6E5F4G3", "Bargains", Decimal("55.00"), Condition.USED, Decimal("110.00"), Decimal("4.90")),
    ]
    assert [one.listing_id for one in page.listings] == ["B0ABCDEFGH#A1B2C3D4E5F6G7", "B0ABCDEFGH#A9B8C7D6E5F4G3"]
    assert {(one.title, one.sku, one.url, one.currency) for one in page.listings} == {
        ("Acme Watch W-1", "B0ABCDEFGH", "https://www.amazon.de/dp/B0ABCDEFGH", "EUR")
    }


def row(kind: str, price: str, seller: str) -> str:
    return f'<div id="{kind}"><span id="newBuyBoxPrice">{price}</span><div id="merchant-info">{seller}</div></div>'


HUT = '<a id="sellerProfileTriggerId" href="/gp/help/seller/at-a-glance.html?seller=A1B2C3D4E5F6G7">Book Hut</a>'
TODAY = '<div class="offer-display-feature-label">Sold by</div><div class="offer-display-feature-text">{}</div>'
MESSAGE = '<span class="offer-display-feature-text-message">{}</span>'
BUY_BOXES = [
    (row("usedAccordionRow", "60 €", HUT), "60", Condition.USED, ("A1B2C3D4E5F6G7", "Book Hut")),
    (row("newAccordionRow_0", "99 €", "Verkauf und Versand durch Amazon.") + row("usedAccordionRow", "60 €", HUT), "99", Condition.NEW, ("", "Amazon")),
    (row("usedAccordionRow", "60 €", HUT) + row("newAccordionRow_0", "99 €", ""), "99", Condition.NEW, ("", "")),
    (row("newAccordionRow", "99 €", f"Verkauf durch {HUT} und Versand durch Amazon."), "99", Condition.NEW, ("A1B2C3D4E5F6G7", "Book Hut")),
    (row("box", "99 €", "Lieferung am Montag."), "99", Condition.NEW, ("", "")),
    (row("box", "99 €", "Dispatched from and sold by Amazon."), "99", Condition.NEW, ("", "Amazon")),
    (row("box", "99 €", "") + f'<div id="merchantInfoFeature_feature_div">{TODAY.format(MESSAGE.format("Amazon.de"))}</div>', "99", Condition.NEW, ("", "Amazon.de")),
    (row("box", "99 €", "") + f'<div id="merchantInfoFeature_feature_div">{TODAY.format("<a href=/sp?seller=A1B2C3D4E5F6G7>Book Hut</a>")}</div>', "99", Condition.NEW, ("A1B2C3D4E5F6G7", "Book Hut")),
]  # fmt: skip


@pytest.mark.parametrize(("box", "price", "condition", "seller"), BUY_BOXES)
def test_price_condition_and_seller_are_those_of_one_row(
    box: str, price: str, condition: Condition, seller: tuple[str, str]
) -> None:
    body = f'<h1 id="productTitle">Acme Watch</h1><img id="landingImage" src="/1.jpg">{box}'
    (listing,) = read_page(body, "https://www.amazon.de/dp/B0ABCDEFGH").listings
    assert (listing.price, listing.condition) == (Decimal(price), condition)
    assert (listing.seller_id, listing.seller_name) == seller
    assert listing.images == ("https://www.amazon.de/1.jpg",)


EBAY_CARD = (
    '<ul class="srp-results"><li class="s-item"><a class="s-item__link" href="/itm/123456789012"><span class="s-item__title">'
    'Watch</span></a><span class="s-item__price">$5.00</span><span class="s-item__seller-info-text">{}</span></li></ul>'
)
ETSY_CARD = (
    '<div class="v2-listing-card"><a href="/listing/123456789/x"><h3>Watch</h3></a><span class="currency-symbol">$</span>'
    '<span class="currency-value">5.00</span><p data-seller-name-container><span>x</span><span>{}</span></p></div>'
)
MERCADO_CARD = (
    '<ol><li class="ui-search-layout__item"><a class="poly-component__title" href="https://articulo.mercadolibre.com.ar/MLA-1234567890-x">'
    'Reloj</a><span class="poly-component__seller">{}</span></li></ol>'
)


@pytest.mark.parametrize(
    ("card", "said", "seller"),
    [
        (EBAY_CARD, "watch-corner (1,234) 99.8%", ("watch-corner", "watch-corner")),
        (EBAY_CARD, "watch-corner (1.234) 99,8%", ("watch-corner", "watch-corner")),
        (EBAY_CARD, "Top Rated Seller", ("", "")),
        (EBAY_CARD, "top.watches (12) 100%", ("top.watches", "top.watches")),
        (ETSY_CARD, "From shop TimeShop3", ("TimeShop3", "TimeShop3")),
        (ETSY_CARD, "Ad from shop TimeShop3", ("TimeShop3", "TimeShop3")),
        (ETSY_CARD, "TimeShop3", ("TimeShop3", "TimeShop3")),
        (ETSY_CARD, "Ad by Etsy seller", ("", "")),
        (MERCADO_CARD, "Por Clock House", ("", "Clock House")),
        (MERCADO_CARD, "Tienda oficial Clock House", ("", "Clock House")),
    ],
)  # fmt: skip
def test_a_card_s_seller_is_the_name_alone(card: str, said: str, seller: tuple[str, str]) -> None:
    host = {EBAY_CARD: "www.ebay.com", ETSY_CARD: "www.etsy.com", MERCADO_CARD: "listado.mercadolibre.com.ar"}[card]
    (listing,) = read_page(card.format(said), f"https://{host}/search?q=watch").listings
    assert (listing.seller_id, listing.seller_name) == seller


def ebay_seller(title: str, links: str) -> str:
    return (
        '<h1 class="x-item-title__mainTitle">Watch</h1><div class="x-price-primary">US $25.00</div><a>Buy It Now</a>'
        f'<div class="x-sellercard-atf"><div class="x-sellercard-atf__info__about-seller"{title}>{links}</div></div>'
    )


STORE = '<a href="https://www.ebay.com/str/theclockhousestore?_trksid=1">The Clock House</a>'


@pytest.mark.parametrize(
    ("title", "links", "seller"),
    [
        (' title="clock-house"', STORE, ("clock-house", "clock-house")),
        ("", f'{STORE}<a href="/sch/i.html?item=1&_ssn=clock-house">Other items</a>', ("clock-house", "")),
        ("", '<a href="https://www.ebay.com/usr/clock-house">clock-house</a>', ("clock-house", "clock-house")),
        ("", STORE, ("", "")),
    ],
)
def test_ebay_s_sellers_are_known_by_their_user_names(title: str, links: str, seller: tuple[str, str]) -> None:
    (listing,) = read_page(ebay_seller(title, links), "https://www.ebay.com/itm/123456789012").listings
    assert (listing.seller_id, listing.seller_name) == seller


@pytest.mark.parametrize(
    ("url", "seller"),
    [
        ("https://item.rakuten.co.jp/clockhouse/mer40/", "clockhouse"),
        ("https://shopee.sg/Watch-i.12345678.9876543210", "12345678"),
        ("https://shop.example/p/1234567", ""),
    ],
)
def test_the_address_of_an_item_may_name_its_seller(url: str, seller: str) -> None:
    body = "<h1>Watch</h1><p class=price>¥5,000</p><button>Add to cart</button>"
    assert read_page(body, url).listings[0].seller_id == seller


def test_each_seller_of_a_catalogue_s_product_is_a_listing_and_an_advertiser_s_link_none() -> None:
    links = [
        "https://www.mercadolibre.com.ar/reloj/p/MLA22334455#wid=MLA9988776651&sid=search",
        "https://www.mercadolibre.com.ar/reloj/p/MLA22334455#wid=MLA9988776652&sid=search",
        "https://click1.mercadolibre.com.ar/mclics/clicks/external/MLA/count?a=x",
    ]
    cards = "".join(
        f'<li class="ui-search-layout__item"><a class="poly-component__title" href="{link}">Reloj</a></li>'
        for link in links
    )
    page = read_page(f"<ol>{cards}</ol>", "https://listado.mercadolibre.com.ar/reloj")
    assert [(one.listing_id, one.url.rpartition("%3A")[2]) for one in page.listings] == [
        ("MLA9988776651", "MLA9988776651"),
        ("MLA9988776652", "MLA9988776652"),
    ]
    assert page.problems == ("card: the link of an advertisement names no item",)


def test_a_used_article_of_mercado_libre_is_used_and_its_seller_is_named_without_a_link() -> None:
    body = (
        '<div class="ui-pdp-subtitle">Usado | +100 vendidos</div><h1>Reloj Acme</h1><div class="ui-pdp-price">$ 1.500</div>'
        '<div class="ui-pdp-seller"><span>Vendido por</span><button><span>CLOCKHOUSE</span></button></div>'
        "<button>Comprar ahora</button>"
    )
    (listing,) = read_page(body, "https://articulo.mercadolibre.com.ar/MLA-1234567890-x").listings
    assert (listing.condition, listing.seller_name, listing.seller_id) == (Condition.USED, "CLOCKHOUSE", "")


JD_ITEM = """<div class="itemInfo-wrap"><div class="sku-name">Acme 手表</div><div class="summary-price"><span class="p-price">
<span>￥</span><span class="price J-p-100012345">1299.00</span></span></div><a id="InitCartUrl">加入购物车</a></div>
<div class="popbox-inner"><h3><a href="//mall.jd.com/index-1000001.html">Acme旗舰店</a></h3></div>"""
TAOBAO_ITEM = """<div class="mainTitle--R75f" title="Acme 手表">Acme 手表</div><div class="normalPrice--x"><span>￥</span>
<span class="text--z">1299</span></div><a href="//shop123456.taobao.com"><span>Acme旗舰店</span></a><div>立即购买</div>"""
ALIBABA_ITEM = """<script>window.detailData = {"globalData": {"product": {"subject": "Acme 手表", "productId": 1600123456789, "moq": 10,
"price": {"productLadderPrices": [{"min": 10, "max": 99, "price": 1299}, {"min": 100, "max": -1, "price": 980}]}},
"seller": {"companyName": "Acme旗舰店"}}};</script><h1>Acme 手表</h1><a href="//acme.en.alibaba.com/">Acme旗舰店</a>
<p class="sample-price">Sample: $30.00</p>"""


@pytest.mark.parametrize(
    ("body", "url", "currency", "seller", "least"),
    [
        (JD_ITEM, "https://item.jd.com/100012345.html", "CNY", "1000001", ""),
        (TAOBAO_ITEM, "https://item.taobao.com/item.htm?id=600000000001", "CNY", "shop123456", ""),
        (ALIBABA_ITEM, "https://www.alibaba.com/product-detail/x_1600123456789.html", "", "acme.en", "10"),
    ],
)
def test_items_without_headings_and_data_in_standard_forms(
    body: str, url: str, currency: str, seller: str, least: str
) -> None:
    page = read_page(f"<html><body>{body}</body></html>", url)
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    assert (listing.title, listing.price) == ("Acme 手表", Decimal(1299))
    assert (listing.seller_id, listing.seller_name) == (seller, "Acme旗舰店")
    assert listing.attributes.get("min_quantity", "") == least
    assert not currency or listing.currency == currency


def test_goods_of_jd_that_are_no_more_are_gone() -> None:
    body = '<div class="sku-name">Acme 手表</div><div>该商品已下柜，欢迎挑选其他商品！</div>'
    assert read_page(body, "https://item.jd.com/100012345.html").kind is Kind.GONE

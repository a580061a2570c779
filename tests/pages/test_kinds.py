"""What a page is."""

import pytest

from monitor.pages import Kind, read_page

URL = "https://shop.example/p/1"
CAPTCHA = "<title>Robot Check</title><form action='/errors/validateCaptcha'>Enter the characters you see below</form>"
SHELL = "<title>Shop</title><body><noscript>Please enable JavaScript</noscript><div id=root></div><script src=/a.js></script>"
ARTICLE = "<title>About</title><h1>About us</h1>" + "<p>We make watches in a small town, by hand.</p>" * 50
PASSWORD = "<form action=/in><input type=email><input type=password></form>"
LOGIN = f"<title>Sign in</title>{PASSWORD}"
CONSENT = "<title>Shop</title><h1>Before you continue</h1><p>We use cookies.</p><button>Accept all</button>"
PRODUCT = "<h1>Watch</h1><p class=price>€ 5</p><button>Add to cart</button>"


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (PRODUCT, 200, Kind.PRODUCT),
        (PRODUCT, 404, Kind.GONE),
        (PRODUCT, 410, Kind.GONE),
        (CAPTCHA, 200, Kind.BLOCKED),
        (CAPTCHA, 503, Kind.BLOCKED),
        # A wall that comes as gone is no removal; a page that says it is gone is none, whatever else stands there.
        (CAPTCHA, 404, Kind.BLOCKED),
        ("<title>Just a moment...</title><p>Checking your browser</p>", 410, Kind.BLOCKED),
        ("<title>Seite nicht gefunden</title><form><div class=g-recaptcha></div></form>", 404, Kind.GONE),
        (CONSENT, 404, Kind.GONE),
        (LOGIN, 404, Kind.GONE),
        ("", 404, Kind.GONE),
        ("<p>Access denied</p>", 403, Kind.BLOCKED),
        ("slow down", 429, Kind.BLOCKED),
        ("<title>Just a moment...</title><p>Checking your browser</p>", 200, Kind.BLOCKED),
        ("<title>登录</title><p>请按住滑块</p>", 200, Kind.BLOCKED),
        ("<title>Anmelden</title><p>Please sign in to continue</p>", 200, Kind.BLOCKED),
        (LOGIN, 200, Kind.BLOCKED),
        (CONSENT, 200, Kind.BLOCKED),
        (f"<title>Konto</title><p>Bitte melden Sie sich an</p>{PASSWORD}", 200, Kind.BLOCKED),
        ("<title>Sorry</title><p>We detected unusual traffic from your network</p>", 200, Kind.BLOCKED),
        ("<p>亲，访问过于频繁，请稍后再试</p>", 200, Kind.BLOCKED),
        ("<p>お探しの商品が見つかりません</p>", 200, Kind.GONE),
        ("<h1>Watch</h1><p>This ad is no longer available</p>", 200, Kind.GONE),
        ("<h1>This listing has ended</h1>", 200, Kind.GONE),
        ("<title>Seite nicht gefunden</title>", 200, Kind.GONE),
        ("<h1>商品已下架</h1>", 200, Kind.GONE),
        (SHELL, 200, Kind.EMPTY_SHELL),
        (ARTICLE, 200, Kind.OTHER),
        ("", 200, Kind.OTHER),
        ("\x00\x01\x02", 200, Kind.OTHER),
    ],
)
def test_kind(body: str, status: int, kind: Kind) -> None:
    page = read_page(body.encode(), URL, status=status)
    assert page.kind is kind
    assert page.needs_javascript is (kind is Kind.EMPTY_SHELL)
    assert bool(page.listings) is (kind is Kind.PRODUCT)


def test_words_of_blocking_in_a_page_that_sells_do_not_matter() -> None:
    assert read_page(PRODUCT + "<p>Enter the characters you see below. Access denied.</p>", URL).kind is Kind.PRODUCT
    assert read_page(PRODUCT + "<p>This item is no longer available in red</p>", URL).kind is Kind.PRODUCT


def test_a_long_article_about_captchas_is_no_wall() -> None:
    assert read_page(ARTICLE * 3 + "<p>please complete the captcha</p>", URL).kind is Kind.OTHER


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        (PRODUCT, 200, "one thing for sale"),
        (PRODUCT, 410, "the site answered 410"),
        (CAPTCHA, 200, "a captcha"),
        ("<p>Are you a robot?</p>", 200, "captcha: the page says 'Are you a robot'"),
        ('<div class="captcha__container"><h1>Oups</h1></div>', 200, "a captcha"),
        ("<p>Bevestig dat u een mens bent</p>", 200, "captcha: the page says 'u een mens ben'"),
        ("<p>dass Sie kein Roboter sind</p>", 200, "captcha: the page says 'Sie kein Roboter'"),
        ("<label>Ich bin kein Roboter</label>", 200, "captcha: the page says 'Ich bin kein Roboter'"),
        ("<h1>Ce jouet n'est pas un robot</h1>", 200, "nothing for sale"),
        ("slow down", 429, "the site answered 429 (too many requests)"),
        (LOGIN, 200, "login wall: the title says 'Sign in'"),
        ("<p>Please log in</p>", 200, "login wall: the page says 'Please log in'"),
        (CONSENT, 200, "consent wall: the page says 'Before you continue'"),
        ("<p>unusual traffic from your network</p>", 200, "unusual traffic: the page says 'unusual traffic'"),
        ("<h1>This listing has ended</h1>", 200, "the page says 'This listing has ended'"),
        (SHELL, 200, "next to no text, and the page asks for JavaScript"),
        (
            "<div id=app></div><script src=/a.js></script>",
            200,
            "next to no text, and an empty root for a script to fill",
        ),
        (ARTICLE, 200, "nothing for sale"),
    ],
)
def test_each_kind_says_why(body: str, status: int, why: str) -> None:
    assert read_page(body, URL, status=status).why == why


ENDED = '<h1>Watch</h1><p>This listing was ended by the seller.</p><p class="price">€ 5</p>'


def data(availability: str = "") -> str:
    said = f',"availability":"https://schema.org/{availability}"' if availability else ""
    offer = f'{{"price":"5","priceCurrency":"EUR"{said}}}'
    return f'<script type="application/ld+json">{{"@type":"Product","name":"Watch","offers":{offer}}}</script>'


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (data() + ENDED, Kind.GONE),
        (data("OutOfStock") + ENDED, Kind.GONE),
        (data("InStock") + ENDED, Kind.PRODUCT),
        (data() + ENDED + "<button>Buy it now</button>", Kind.PRODUCT),
        (data() + ENDED.replace("<p>This", "<p>" + "word " * 2_000 + "This"), Kind.PRODUCT),
    ],
)
def test_an_offer_that_is_over_is_gone_unless_it_can_still_be_bought(body: str, kind: Kind) -> None:
    assert read_page(body, URL).kind is kind


CARDS = "".join(
    f'<li class="card"><a href="/p/100000{n}"><h3>Watch {n}</h3></a><b class="price">€ {n}0</b></li>'
    for n in range(1, 6)
)


@pytest.mark.parametrize(
    ("body", "url", "kind", "listings"),
    [
        (f"<ul>{CARDS}</ul>", "https://www.ebay.de/usr/clockhouse", Kind.SELLER, 5),
        (f"<ul>{CARDS}</ul>", "https://www.etsy.com/shop/ClockHouse", Kind.SELLER, 5),
        (f"<ul>{CARDS}</ul>", "https://shop.example/seller/clockhouse", Kind.SELLER, 5),
        (f"<ul>{CARDS}</ul>", "https://shop.example/list?seller_id=77", Kind.SELLER, 5),
        (f"<ul>{CARDS}</ul>", "https://shop.example/shop/watches", Kind.SEARCH, 5),
        (f"<div class=seller-profile><h1>Clock House</h1></div><ul>{CARDS}</ul>", "https://shop.example/clocks", Kind.SELLER, 5),
        (f"<div class=seller-list><h1>Watches</h1></div><ul>{CARDS}</ul>", "https://shop.example/clocks", Kind.SEARCH, 5),
        *(
            (f"<div class={name}><h1>Watches</h1></div><ul>{CARDS}</ul>", "https://shop.example/clocks", kind, 5)
            for name, kind in (
                ("best-seller-page", Kind.SEARCH),
                ("best-seller-header", Kind.SEARCH),
                ("multi-vendor-page", Kind.SEARCH),
                ("not-seller-page", Kind.SEARCH),
                ("'best-seller seller-header'", Kind.SELLER),
                ("is-seller-page", Kind.SELLER),
            )
        ),
        (f"<header class=shop-header><h1>Watches</h1></header><ul>{CARDS}</ul>", "https://shop.example/clocks", Kind.SEARCH, 5),
        (f"<h1>Watches</h1><ul>{CARDS.replace('price', 'prc')}</ul>", "https://shop.example/clocks", Kind.SEARCH, 5),
        (f"<div class=seller-info><h1>Watch</h1></div>{PRODUCT[14:]}", "https://shop.example/p/12345", Kind.PRODUCT, 1),
        ("<h1>Clock House</h1><p>Business Name:</p><p>Clock Ltd</p>", "https://www.amazon.de/sp?seller=A1B2C3D4E5F6G7", Kind.SELLER, 0),
    ],
)  # fmt: skip
def test_the_page_of_a_seller(body: str, url: str, kind: Kind, listings: int) -> None:
    page = read_page(body, url)
    assert (page.kind, len(page.listings)) == (kind, listings)


def test_who_stands_behind_a_seller() -> None:
    body = """<h1>Clock House</h1><div>Business Name: Clock House Trading Ltd</div><div>Business Type</div><div>Private</div>
    <div>Trade Register Number:</div><div>HRB 12345</div><div>VAT Number: DE123456789</div>
    <div>Business Address:</div><div>1 High Street, Hamburg</div><div>国家</div><div>DE</div>"""
    assert dict(read_page(body, "https://www.amazon.de/sp?seller=A1B2C3D4E5F6G7").seller) == {
        "legal_name": "Clock House Trading Ltd",
        "licence": "HRB 12345",
        "vat_id": "DE123456789",
        "address": "1 High Street, Hamburg",
        "country": "DE",
    }


def test_a_page_of_goods_tells_of_its_seller_only_where_it_does() -> None:
    imprint = "<p>Business seller</p><p>Business name:</p><p>Clock Ltd</p><p>VAT number:</p><p>GB 1234</p>"
    page = read_page(PRODUCT + imprint, URL)
    assert page.seller == {"legal_name": "Clock Ltd", "vat_id": "GB 1234"}
    (listing,) = page.listings
    assert listing.attributes["seller legal name"] == "Clock Ltd"
    assert listing.attributes["seller vat id"] == "GB 1234"
    assert read_page(PRODUCT + "<p>Country:</p><p>France</p><p>incl. VAT</p>", URL).seller == {}


OF_HUB = PRODUCT + '<p class="seller">Sold by <a href="/sellers/1">Time Hub</a></p>'
OF_THE_SITE = "<p>Firma: Markt GmbH</p><p>USt-IdNr.: DE123456789</p>"


@pytest.mark.parametrize(
    ("body", "standing"),
    [
        (f"{PRODUCT}<footer>{OF_THE_SITE}</footer>", {}),
        (f"{PRODUCT}<div class=site-footer>{OF_THE_SITE}</div>", {}),
        (f"{OF_HUB}<p>Impressum</p>{OF_THE_SITE}", {}),
        (f"{OF_HUB}{'<p>A fine watch.</p>' * 30}{OF_THE_SITE}", {}),
        (f"{OF_HUB}<h2>Händlerinformationen</h2><p>Firma: Hub GmbH</p><footer>{OF_THE_SITE}<p>VAT number: 1</p></footer>", {"legal_name": "Hub GmbH"}),
        (f"{OF_HUB}<div>Business name: Hub Ltd</div><div>Country:</div><div>Select your country</div>", {"legal_name": "Hub Ltd"}),
    ],
)  # fmt: skip
def test_the_marketplace_s_own_imprint_is_no_seller_s(body: str, standing: dict[str, str]) -> None:
    page = read_page(body, URL)
    assert page.seller == standing
    assert {name for name in page.listings[0].attributes if name.startswith("seller")} == {
        f"seller {name.replace('_', ' ')}" for name in standing
    }


AMAZON = "https://www.amazon.de/dp/B0ABCDEFGH"
OF_AMAZON = """<div><p>Impressum</p><p>Amazon EU S.à r.l., 38 avenue John F. Kennedy, L-1855 Luxemburg</p>
<p>Handelsregisternummer: B 101818</p><p>USt-IdNr.: LU 20260743</p><p>Phone: +352 26 73 33 00</p></div>"""
LABELLED = "<div><p>Firma: Amazon EU S.a.r.l.</p><p>Registernummer: B 101818</p><p>VAT number: LU 20260743</p></div>"
OF_CLOCKS = "<p>Geschäftsname: Clock House GmbH</p><p>Handelsregisternummer: HRB 12345</p>"
CLOCKS = {"legal_name": "Clock House GmbH", "licence": "HRB 12345"}
BY_CLOCKS = (
    '<a id="sellerProfileTriggerId" href="/gp/help/seller/at-a-glance.html?seller=A1B2C3D4E5F6G7">Clock House</a>'
)
GOODS = '<h1 id="productTitle">Watch</h1><div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen">12,00 €</span></span></div>'
AT_SELLER = "https://www.amazon.de/sp?seller=A1B2C3D4E5F6G7"


@pytest.mark.parametrize(
    ("body", "url", "standing"),
    [
        (f"{GOODS}{OF_AMAZON}", AMAZON, {}),
        (f"{GOODS}{LABELLED}", AMAZON, {}),
        (f"{GOODS}{BY_CLOCKS}{OF_AMAZON}", AMAZON, {}),
        (f"{GOODS}{BY_CLOCKS}<h2>Informationen zum Verkäufer</h2>{OF_CLOCKS}{OF_AMAZON}", AMAZON, CLOCKS),
        (f"{GOODS}{BY_CLOCKS}<h2>Informationen zum Verkäufer</h2>{LABELLED}", AMAZON, {}),
        (f"<h1>Clock House</h1>{OF_AMAZON}", AT_SELLER, {}),
        (f"<h1>Clock House</h1>{LABELLED}", AT_SELLER, {}),
        (f"<h1>Clock House</h1>{OF_CLOCKS}{OF_AMAZON}", AT_SELLER, CLOCKS),
        (f"<h1>Clock House</h1>{OF_CLOCKS}<b>Firma:</b> <i>Amazon EU S.a.r.l.</i>{'<p>x</p>' * 9}", AT_SELLER, CLOCKS),
        ("<h1>Clock House</h1><b>Firma</b><i>Amazon EU S.a.r.l.</i>" + "<p>Fine clocks</p>" * 9, AT_SELLER, {}),
        (f"<h1>Clock House</h1>{LABELLED}<h2>Detaillierte Verkäuferinformationen</h2>{OF_CLOCKS}", AT_SELLER, CLOCKS),
        ("<h1>Fans of amazon rivers</h1><p>All of the amazon in one limited shop.</p>" + OF_CLOCKS, AT_SELLER, CLOCKS),
    ],
)
def test_what_a_marketplace_tells_of_itself_on_every_page_is_told_of_no_seller(
    body: str, url: str, standing: dict[str, str]
) -> None:
    assert read_page(body, url).seller == standing


def test_a_shop_s_imprint_is_its_own() -> None:
    body = f"{PRODUCT}<p>Impressum</p><p>Firma: Clock House GmbH</p><p>USt-IdNr.: DE123456789</p>"
    assert read_page(body, "https://clockhouse.example/p/1").seller["legal_name"] == "Clock House GmbH"


@pytest.mark.parametrize(
    "said",
    [
        "This page could not be found", "The product doesn't exist", "Sorry, the page you requested can not be found :(",
        "The item you selected was removed. Listing unavailable", "Looks like this page is missing.",
        "Diese Seite konnte nicht gefunden werden", "Das Angebot wurde beendet", "Cette page est introuvable",
        "Questa inserzione è scaduta", "Lo sentimos, este producto no existe", "Parece que esta página no existe",
        "Este anúncio foi removido", "Pagina niet gevonden", "Sidan kunde inte hittas", "Nie znaleziono strony",
        "Aradığınız sayfa bulunamadı", "Produk tidak ditemukan", "Sản phẩm này không tồn tại", "Страница не найдена",
        "الصفحة غير موجودة", "ไม่พบสินค้า", "ご指定のページが見つかりません", "该商品已下柜，欢迎挑选其他商品！", "상품이 존재하지 않습니다",
        "This item has been permanently discontinued.", "Dieser Artikel wird nicht mehr hergestellt",
        "Ce produit n'est plus commercialisé", "Questo articolo è fuori produzione", "Producto descatalogado",
        "Dit product is niet meer leverbaar", "Ten produkt został wycofany ze sprzedaży", "A termék megszűnt",
        "Товар снят с производства", "Bu ürün artık üretilmiyor", "Produkten har utgått ur sortimentet",
    ],
)  # fmt: skip
def test_what_is_gone_says_so_in_many_languages(said: str) -> None:
    assert read_page(f"<title>Market</title><div>{said}</div>", URL).kind is Kind.GONE


@pytest.mark.parametrize(
    "said",
    [
        "Size XL no longer available", "Coupon not found", "Page 1 not found? Contact us",
        "Product not available for pickup", "This item is not available in your country. Choose another country",
        "This item is currently not available", "The seller is no longer available for chat",
        "Diese Größe ist nicht mehr verfügbar", "Express-Versand nicht verfügbar", "Esta talla ya no está disponible",
        "Produto indisponível", "Our old shop: this ad has been removed. New!",
        "Cette taille n'est plus disponible", "此尺码已下架", "The blue cover has been discontinued",
        "Diese Farbe wird nicht mehr hergestellt", "A termék jelenleg már nem kapható", "Товар временно снят с продажи",
    ],
)  # fmt: skip
def test_words_of_a_part_of_the_offer_do_not_make_it_gone(said: str) -> None:
    body = f"<title>Acme Watch</title><h1>Acme Watch</h1><p>{said}</p><p>A fine watch.</p>"
    assert read_page(body, URL).kind is Kind.OTHER


def test_a_page_that_waits_for_its_price_is_not_gone_by_a_line() -> None:
    said = "<h1>Acme Watch</h1><p>This product no longer exists</p>"
    assert read_page(said, URL).kind is Kind.GONE
    assert read_page(f'{said}<div id="price"></div>', URL).kind is Kind.OTHER
    assert read_page(f'{said}<div class="old-price"></div>', URL).kind is Kind.GONE


ITEM = "https://www.ebay.de/itm/256789012345"
AMAZON = "https://www.amazon.com/dp/B0ABCDEF12"


@pytest.mark.parametrize(
    ("title", "heading", "url", "kind"),
    [
        ("Pardon Our Interruption...", "Pardon Our Interruption...", ITEM, Kind.BLOCKED),
        ("Access Denied", "Access Denied", ITEM, Kind.BLOCKED),
        ("eBay", "Checking your browser before you access eBay.", ITEM, Kind.BLOCKED),
        ("Sign in or Register | eBay", "Hello, sign in to eBay or create an account", ITEM, Kind.BLOCKED),
        ("eBay", "eBay ist gleich wieder da", ITEM, Kind.BLOCKED),
        ("502 Bad Gateway", "502 Bad Gateway", ITEM, Kind.BLOCKED),
        ("503 - Service Unavailable Error", "Oops!", AMAZON, Kind.BLOCKED),
        ("Error Page | eBay", "Looks like this page is missing", ITEM, Kind.GONE),
        ("Error Page | eBay", "We looked everywhere.", ITEM, Kind.OTHER),
        ("Login", "Welcome to Hotel WiFi", ITEM, Kind.OTHER),
        ("eBay", "Acme Watch", ITEM, Kind.OTHER),
    ],
)
def test_a_wall_at_an_item_s_address_is_no_listing(title: str, heading: str, url: str, kind: Kind) -> None:
    page = read_page(f"<title>{title}</title><h1>{heading}</h1><p>x</p>", url)
    assert (page.kind, page.listings) == (kind, ())


def test_an_item_without_the_site_s_usual_names_is_still_read() -> None:
    body = '<title>eBay</title><h1>Acme Watch</h1><p class="price">€ 5</p><button>Sofort-Kaufen</button>'
    assert read_page(body, ITEM).listings[0].title == "Acme Watch"


@pytest.mark.parametrize(
    ("body", "url"),
    [
        ("<title>Robot or human?</title><p>Activate and hold the button</p>", URL),
        ("<title>Nur einen Moment…</title><p>x</p>", URL),
        ("<title>Un instant…</title><p>Vérification de sécurité en cours</p>", URL),
        ("<title>x</title><p>Verificando que usted es un ser humano</p>", URL),
        ("<title>しばらくお待ちください...</title>", URL),
        ("<title>Amazon.de</title><h4>Klicke auf die Schaltfläche unten, um mit dem Einkauf fortzufahren</h4>", URL),
        ('<script>location="/_____tmd_____/punish?x5secdata=1"</script>', URL),
        ("<script>var dd={'host':'geo.captcha-delivery.com'}</script><p>Please enable JS</p>", URL),
        ("<p>Halaman Tidak Tersedia</p>", "https://shopee.co.id/verify/traffic?x=1"),
        ("<p>Hola, para continuar, ingresa a tu cuenta</p>", "https://www.mercadolibre.com.ar/gz/account-verification"),
    ],
)
def test_walls_of_many_sites_and_languages(body: str, url: str) -> None:
    assert read_page(body, url).kind is Kind.BLOCKED


def test_a_book_about_robots_is_no_wall() -> None:
    body = "<title>Ich bin kein Roboter – Roman</title><h1>Ich bin kein Roboter – Roman</h1><p>Von A. Autor</p>"
    assert read_page(body, "https://books.example/roman").kind is not Kind.BLOCKED

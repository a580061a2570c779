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

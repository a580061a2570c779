"""What a page is."""

import pytest

from monitor.pages import Kind, read_page

URL = "https://shop.example/p/1"
CAPTCHA = "<title>Robot Check</title><form action='/errors/validateCaptcha'>Enter the characters you see below</form>"
SHELL = "<title>Shop</title><body><noscript>Please enable JavaScript</noscript><div id=root></div><script src=/a.js></script>"
ARTICLE = "<title>About</title><h1>About us</h1>" + "<p>We make watches in a small town, by hand.</p>" * 50
PRODUCT = "<h1>Watch</h1><p class=price>€ 5</p><button>Add to cart</button>"


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (PRODUCT, 200, Kind.PRODUCT),
        (PRODUCT, 404, Kind.GONE),
        (PRODUCT, 410, Kind.GONE),
        (CAPTCHA, 200, Kind.BLOCKED),
        (CAPTCHA, 503, Kind.BLOCKED),
        ("<p>Access denied</p>", 403, Kind.BLOCKED),
        ("slow down", 429, Kind.BLOCKED),
        ("<title>Just a moment...</title><p>Checking your browser</p>", 200, Kind.BLOCKED),
        ("<title>登录</title><p>请按住滑块</p>", 200, Kind.BLOCKED),
        ("<title>Anmelden</title><p>Please sign in to continue</p>", 200, Kind.BLOCKED),
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

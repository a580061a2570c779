import pytest

from monitor.crawling.unwanted import is_unwanted


@pytest.mark.parametrize(
    ("kind", "url", "unwanted"),
    [
        ("font", "https://shop.example/a.woff2", True),
        ("media", "https://shop.example/a.mp4", True),
        ("image", "https://shop.example/a.png", True),
        ("ping", "https://shop.example/seen", True),
        ("script", "https://www.googletagmanager.com/gtm.js?id=1", True),
        ("xhr", "https://region1.google-analytics.com./g/collect", True),
        ("script", "https://notgoogle-analytics.com/a.js", False),
        ("script", "https://shop.example/app.js", False),
        ("stylesheet", "https://shop.example/a.css", False),
        ("fetch", "https://api.shop.example/price", False),
        ("document", "https://mixpanel.com/", False),
        ("script", "https://[broken/", True),
    ],
)
def test_what_a_page_need_not_fetch(kind: str, url: str, unwanted: bool) -> None:
    assert is_unwanted(kind, url) is unwanted

"""Pages that only JavaScript fills, in a real Chromium, which must not reach what the crawl must not reach."""

import importlib.util

import pytest

from monitor.chromium import find_chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(find_chromium() is None, reason="needs Chromium; run monitor doctor"),
    pytest.mark.skipif(importlib.util.find_spec("scrapy_playwright") is None, reason="needs the extra [render]"),
]

SHELL = """<!doctype html><html><head><title>Shop</title></head><body><div id="root"></div>
<script>
const forbidden = ["http://127.0.0.1:{port}/forbidden", "http://localhost:{port}/forbidden", "/inward"];
Promise.allSettled(forbidden.map((url) => fetch(url, {{mode: "no-cors"}})))
  .then(() => fetch("/api/{name}")).then((answer) => answer.json()).then((data) => {{
    document.title = data.name;
    const script = document.createElement("script");
    script.type = "application/ld+json";
    script.textContent = JSON.stringify(data);
    document.head.append(script);
    document.getElementById("root").innerHTML = `<h1>${{data.name}}</h1><img src="/picture.png"><p>Buy now</p>`;
  }});
</script><noscript>You need to enable JavaScript to run this app.</noscript></body></html>"""
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def shop(site, forbidden_site):
    names = ["1001", "1002", "1003"]
    for name in names:
        site.page(f"/product/{name}", SHELL.format(port=forbidden_site.server.server_port, name=name))
        offer = f'{{"@type": "Offer", "price": "12.50", "priceCurrency": "EUR", "sku": "{name}"}}'
        data = f'{{"@context": "https://schema.org", "@type": "Product", "name": "Watch {name}", "offers": {offer}}}'
        site.page(f"/api/{name}", data, headers=JSON)
    inward = f"http://127.0.0.1:{forbidden_site.server.server_port}/forbidden-by-redirect"
    site.page("/inward", b"", status=302, headers={"Location": inward})
    site.catalogue("/watches", [f"/product/{name}" for name in names])
    return ("shop", "-a", f"url={site.url}/watches")


def test_a_page_that_is_empty_without_javascript_is_opened_in_the_browser(shop, site, forbidden_site, crawl) -> None:
    done = crawl(*shop)
    assert done.code == 0, done.said
    assert sorted(row["title"] for row in done.rows) == ["Watch 1001", "Watch 1002", "Watch 1003"]
    assert {row["price"] for row in done.rows} == {"12.50"}
    assert "3 pages opened in the browser" in done.said
    assert "9 private addresses refused to pages in the browser" in done.said
    assert forbidden_site.visits == []
    assert site.paths.count("/picture.png") <= 1, "photos are fetched by the pipeline, once, and never by the browser"
    assert all("marketplace-monitor" in headers["User-Agent"] for _, headers in site.visits)


def test_without_a_browser_such_pages_are_counted_and_shown(shop, crawl) -> None:
    done = crawl(*shop, "-a", "render=0")
    assert done.code == 1, "nothing found as pages were not read is not nothing found"
    assert done.rows == []
    assert "3 pages not read because they need a browser; see monitor doctor" in done.said


def test_every_page_in_the_browser(shop, crawl) -> None:
    done = crawl(*shop, "-a", "render=1", "-a", "items=1")
    assert done.code == 0, done.said
    assert len(done.rows) == 1

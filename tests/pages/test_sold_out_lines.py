"""A line of its own that says that goods are sold out, and photos whose files are named as what decorates pages."""

import pytest

from monitor.pages import read_page

ADDRESS = "https://shop.example/p/arc-1234567"
HEAD = "<title>Arc</title><h1>Arc</h1><p class=price>€ 79.00</p>"
IN_STOCK = """<script type="application/ld+json">{"@type": "Product", "name": "Arc", "offers": {"price": "79.00",
"priceCurrency": "EUR", "availability": "https://schema.org/InStock"}}</script>"""


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("<p>Ausverkauft</p>", "out_of_stock"),
        ("<p>Sold out</p>", "out_of_stock"),
        ("<div><b>Nicht auf Lager</b></div>", "out_of_stock"),
        ("<p>Leider ausverkauft!</p>", "out_of_stock"),
        ("<p>Rupture de stock</p>", "out_of_stock"),
        ("<p>Нет в наличии</p>", "out_of_stock"),
        ("<p>売り切れ</p>", "out_of_stock"),
        ("<p>Auf Lager</p><p>Ausverkauft</p>", "in_stock"),
        ("<p>Ausverkauft</p><button>In den Warenkorb</button>", "in_stock"),
        ("<p>Rot ausverkauft</p>", "in_stock"),
        ("<p>Sold out in stores</p>", "in_stock"),
        ("<ul><li>XL <span>Ausverkauft</span></li></ul>", "in_stock"),
        ("<label><i>XL</i> <span>Sold out</span></label>", "in_stock"),
        ("<table><tr><td>XL</td><td><b>Sold out</b></td></tr></table>", "in_stock"),
        ("<div class=sizes><div>36 mm</div><div>Sold out</div><div>40 mm</div></div>", "in_stock"),
        ("<div class=size-picker><div>Sold out</div><div>40 mm</div></div>", "in_stock"),
        ("<div><div><span>36 mm</span><span>Sold out</span></div><div><span>40 mm</span></div></div>", "in_stock"),
        ("<div><b>Strap</b><p>Sold out</p></div>", "in_stock"),
        ("<div><b>Strap</b><div><p>Sold out</p></div></div>", "in_stock"),
        ("<div><b>Arc</b><p>Sold out</p></div>", "out_of_stock"),
        ("<div><b>€ 79.00</b><p>Sold out</p></div>", "out_of_stock"),
        ("<div><b>Availability</b><p>Sold out</p></div>", "out_of_stock"),
        ("<div><b>Verfügbarkeit:</b><p>Ausverkauft</p></div>", "out_of_stock"),
        ("<div class=stock><b>Online</b><p>Sold out</p></div>", "out_of_stock"),
        ("<div><p>Sold out</p><p>Back in spring</p></div>", "out_of_stock"),
        ("<div class=size-guide-link-box><p>Sold out</p></div>", "out_of_stock"),
        ('<div class="related"><p>Sold out</p></div>', "in_stock"),
        ('<p style="display: none">Sold out</p>', "in_stock"),
        ('<div><h3><a href="/p/lamp-7654321">Lamp</a></h3><p>Sold out</p></div>', "in_stock"),
        (f"<p>{'word ' * 600}</p><p>Sold out</p>", "in_stock"),
        (IN_STOCK + "<p>Sold out</p>", "in_stock"),
        ('<span class="badge price__badge-sold-out">Sold out</span><button>Add to cart</button>', "in_stock"),
        ('<span class="badge price__badge-sold-out">Sold out</span><button disabled>Sold out</button>', "out_of_stock"),
        ('<span class="badge price__badge-sold-out">Sold out</span>', "out_of_stock"),
        ('<span class="sold-out">Sold out</span>', "out_of_stock"),
    ],
)
def test_a_line_that_says_sold_out(said: str, state: str) -> None:
    (listing,) = read_page(HEAD + said, ADDRESS).listings
    assert listing.availability == state


@pytest.mark.parametrize(
    ("photo", "kept"),
    [
        ('<div class="gallery"><img src="/i/logo-shirt-1.jpg"></div>', True),
        ('<div class="product-image"><a href="/i/star.jpg"><img src="/i/star.jpg"></a></div>', True),
        ('<img src="/i/acme-logo-front.jpg" alt="Arc, front">', True),
        ('<img src="/i/front.jpg">', True),
        ('<div class="product-image"><img src="/i/star-projector.jpg"></div>', True),
        ('<div class="product-image"><img src="/i/acme-logo.png"></div>', False),
        ('<div class="gallery"><img src="/i/logo-white.png"></div>', False),
        ('<div class="gallery"><img src="/i/acme-logo_black-2.png"></div>', False),
        ('<div class="gallery"><img src="/i/logo-white-mug.jpg"></div>', True),
        ('<div class="gallery"><img src="/i/logo-whitewood.jpg"></div>', True),
        ('<div class="product-image"><img src="/i/5-star.png"></div>', False),
        ('<div class="product-image"><img src="/i/rating-5.png"></div>', False),
        ('<div class="product-image"><img src="/i/logo.png?v=shirt"></div>', False),
        ('<div class="product-image"><img src="/i/badge-shops.png" alt="Trusted badge for Arc"></div>', False),
        ('<img src="/i/trusted-badge.png" alt="Trusted badge for Arc">', False),
        ('<img src="/i/logo.jpg" alt="Acme">', False),
        ('<img src="/i/star.png">', False),
        ('<img class="brand-logo" src="/i/front.jpg" alt="Arc">', False),
        ('<div class="gallery"><img class="icon" src="/i/zoom.png"></div>', False),
    ],
)
def test_a_photo_of_goods_that_are_called_after_logos(photo: str, kept: bool) -> None:
    (listing,) = read_page(
        f"<main><title>Arc</title><h1>Arc</h1>{photo}<p class=price>€ 79.00</p></main>", ADDRESS
    ).listings
    assert bool(listing.images) is kept


def test_a_photo_of_goods_whose_heading_names_the_sign_in_its_file() -> None:
    photo = '<div class="gallery"><img src="/i/logo-black.jpg"></div>'
    (listing,) = read_page(
        f"<main><title>Logo tee</title><h1>Logo tee black</h1>{photo}<p class=price>€ 79.00</p></main>", ADDRESS
    ).listings
    assert listing.images

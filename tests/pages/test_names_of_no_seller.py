"""What stands where a seller's name does and names nobody, and whom a page of several sellers leaves unknown."""

import pytest

from monitor.pages import read_page

HEAD = "<title>Arc</title><h1>Arc</h1><p class=price>€ 79.00</p><button>Add to cart</button>"
QUESTIONS = "<h2>Questions</h2><p>Seller: Yes it does</p>"
COOKIES = "<h2>Cookies</h2><table><tr><th>Anbieter</th><td>Google Ireland Limited</td></tr></table>"


def seller(body: str, language: str = "en") -> str:
    page = f'<html lang="{language}"><main>{HEAD}{body}</main></html>'
    (listing,) = read_page(page, "https://market.example/oferta/plecak-13788410922").listings
    return f"{listing.seller_name} {listing.seller_id}"


@pytest.mark.parametrize(
    "said",
    [
        "<p>Sold by <b>Pre-order</b></p>",
        "<p>Sold by <b>Out Of Stock</b></p>",
        "<p>Seller: In stock, sent today</p>",
        "<p>Sold by <b>Us</b></p>",
        "<p>Sold by <b>Our partner</b></p>",
        "<p>Sold by <b>Multiple sellers</b></p>",
        "<div>Sold by <b>Add to cart</b></div>",
        "<div><span>Sold by</span><button>Choose a seller</button></div>",
        "<p>Seller: Private seller</p>",
        "<p>Seller: Top rated</p>",
        "<p>Verkäufer: Gewerblicher Verkäufer</p>",
        "<p>Vendeur : Vendeur pro</p>",
        "<p>Venditore: Azienda</p>",
        "<p>Sprzedający: Osoba prywatna</p>",
        "<p>Säljare: Företag</p>",
        "<p>Myyjä: Yksityinen</p>",
        "<p>Vânzător: Persoană fizică</p>",
        "<p>Продавец: Частное лицо</p>",
        "<p>Satıcı: Onaylı Satıcı</p>",
        "<p>Người bán: Cá nhân</p>",
        "<p>商家：已认证</p>",
        "<p>Vendu par <b>Carton</b></p>",
        "<p>Vendu par <b>Mètre linéaire</b></p>",
        "<p>Vendu par : Carton de 12</p>",
        "<p>Vendido por <b>Rollo</b></p>",
        "<p>Vendido por: <b>Par</b></p>",
        "<p>Vendido por <b>Caixa fechada</b></p>",
        "<p>Anbieter: siehe Impressum</p>",
        '<p>Händler: <a href="/haendlersuche">Händler finden</a></p>',
        '<p>Seller: <a href="/seller/33">Ask a question</a></p>',
    ],
)
def test_words_for_sellers_and_measures_are_no_name(said: str) -> None:
    assert seller(said) == " "


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("<p>Vendu par : Carton Rouge SARL</p>", "Carton Rouge SARL "),
        ("<p>Vendido por <b>Caixa Luz</b></p>", "Caixa Luz "),
        ("<p>Verkäufer: Privatier Uhren</p>", "Privatier Uhren "),
        ("<p>Sold by <b>Partners in Time</b></p>", "Partners in Time "),
        ('<p>Seller: <a href="/seller/33">The Watch Dealer</a></p>', "The Watch Dealer /seller/33"),
        ('<div class="seller-name">The Watch Dealer</div>', "The Watch Dealer "),
        ('<div class="seller-box">Sold by The Watch Dealer</div>', "The Watch Dealer "),
        ('<div class="seller-box">Sold by phoenix emporium</div>', "phoenix emporium "),
        ('<div class="seller-box">Sold by Dr. Watch</div>', "Dr. Watch "),
        ('<div class="seller-name">Select Lights</div>', "Select Lights "),
        ("<table><tr><th>Seller</th><td>Lamp House</td></tr></table>", "Lamp House "),
        ("<table><tr><td>Seller</td><td>Lamp House</td></tr></table>", "Lamp House "),
        ("<p>Verkäufer: Lampenhof GmbH &amp; Co. KG</p>", "Lampenhof GmbH & Co. KG "),
        (
            '<div class="seller-box">Sold by Shenzhen Xin Hua Lamp Electronic Technology Co., Ltd</div>',
            "Shenzhen Xin Hua Lamp Electronic Technology Co., Ltd ",
        ),
        ("<p>Sold &amp; shipped by <b>Lamp House</b></p>", "Lamp House "),
        ("<p>Verkauf &amp; Versand durch <b>Lampenhof</b></p>", "Lampenhof "),
        ('<div class="seller-box">Sold by Lamp House. Shipped by Market.</div>', "Lamp House "),
        ('<div class="seller-box">Sold by Lamp House, Fulfilled by Market</div>', "Lamp House "),
        ('<div class="seller-box">Sold by Lamp House | Shipped by Market</div>', "Lamp House "),
        ('<div class="seller-box">Sold by Lamp House - Shipyard Lights</div>', "Lamp House - Shipyard Lights "),
        ('<div class="seller-box">Sold by Lamp House (4.5 stars)</div>', "Lamp House "),
        ('<div class="seller-box">Sold by Lamp House (Lyon)</div>', "Lamp House (Lyon) "),
        ("<p>Seller: Lamp House (2010) Ltd</p>", "Lamp House (2010) Ltd "),
        ('<p>Sold by <a href="/seller/33">Lamp House (1) Limited</a></p>', "Lamp House (1) Limited /seller/33"),
        ("<p>Seller: Lamp House (120)</p>", "Lamp House "),
        ("<p>Seller: lamp-dealer</p>", "lamp-dealer "),
        ("<p>Seller: Sold Out Records</p>", "Sold Out Records "),
        ('<p>Sold by <a href="/seller/33">Available Light Ltd</a></p>', "Available Light Ltd /seller/33"),
        ("<h3>More seller information</h3><p>Sold by <b>Lamp House</b></p>", "Lamp House "),
        ("<h3>Weitere Händlerinformationen</h3><p>Verkäufer: Lampenhof</p>", "Lampenhof "),
        ('<div class="merchant-box"><p class="merchant-name">Sold by Lamp House</p></div>', "Lamp House "),
        ('<p class="sold-by"><b>Lamp House</b> 4.8 <a href="/f/33">312 ratings</a></p>', "Lamp House "),
    ],
)
def test_names_with_such_words_in_them_are_names(said: str, expected: str) -> None:
    assert seller(said) == expected


@pytest.mark.parametrize(
    "box",
    [
        '<div class="seller-card"><h3>Shipping</h3><a href="/help/shipping">Shipping info</a></div>',
        '<div class="seller-info"><h4>Lamps</h4><a href="/c/lamps">All lamps</a></div>',
        '<div class="seller-info"><a href="/warranty">Warranty</a></div>',
        '<p class="vendor"><a href="/aurelia/">Aurelia</a></p>',
        '<div class="sold-by"><b>Free shipping</b> over 40</div>',
        '<div class="sold-by"><b>Official Store</b> <a href="/x">What is this?</a></div>',
        '<div class="sold-by"><b>Delivered by Market</b></div>',
        '<div class="sold-by"><b>Pickup</b> from Lamp House</div>',
        '<div class="seller-box">Sold by multiple sellers</div>',
        '<div class="seller-box">Sold by a third-party seller</div>',
        '<div class="seller-box">Sold by people who love lamps. Since 1990.</div>',
        '<div class="seller"><a href="/user/33">Chat now</a></div>',
        '<div class="seller"><a href="/user/33">Nachricht schreiben</a></div>',
        '<div class="seller"><a href="/user/33">Report this seller</a></div>',
        '<div class="seller"><a href="/user/33">Suivre</a></div>',
        '<div class="merchant-box"><p class="merchant-name">Merchant name</p></div>',
        '<div class="merchant-box"><p class="merchant-name">Loading...</p></div>',
        '<div class="other-merchants"><p class="merchant-name">Lamp House</p></div>',
    ],
)
def test_a_box_on_the_seller_holds_more_than_his_name(box: str) -> None:
    assert seller(box) == " "


@pytest.mark.parametrize(
    "part",
    [
        '<ul class="comments"><li>Seller: fast and friendly</li></ul>',
        "<h2>Customer reviews</h2><h3>Anna</h3><p>Seller: Super</p>",
        QUESTIONS,
        '<div class="qa"><p>Passt es?</p><p>Verkäufer: Ja gerne</p></div>',
        COOKIES,
        '<div class="cookie-box"><dl><dt>Anbieter</dt><dd>Usercentrics GmbH</dd></dl></div>',
        "<table><tr><th>Seller</th><th>Price</th></tr><tr><td>Lamp House</td><td>€ 79.00</td></tr></table>",
        "<table><tr><th>Brand</th><th>Seller</th></tr><tr><td>Aurelia</td><td>Lamp House</td></tr></table>",
        "<table><tr><td>Marque</td><td>Vendeur</td></tr><tr><td>Aurelia</td><td>Lamp House</td></tr></table>",
        "<table><thead><tr><td>Vendeur</td><td>Prix</td></tr></thead><tr><td>Arc</td><td>79 €</td></tr></table>",
    ],
)
def test_others_than_the_seller_are_spoken_of(part: str) -> None:
    assert seller(part) == " "


@pytest.mark.parametrize("part", [QUESTIONS, COOKIES])
def test_what_follows_under_a_heading_of_its_own_is_of_the_seller_again(part: str) -> None:
    assert seller(f"{part}<h2>Contact</h2><p>Seller: Lamp House</p>") == "Lamp House "
    assert seller(f'<div class="qa-seller"><p>Seller: Lamp House</p></div>{part}') == "Lamp House "


@pytest.mark.parametrize(
    "heading", ["<h3>4.5 (12 reviews)</h3>", "<h5>12 customer reviews</h5>", "<h2>Cookie jar</h2>"]
)
def test_a_rating_or_the_name_of_goods_begins_no_part_of_buyers(heading: str) -> None:
    page = f"<title>Cookie jar</title><h1>Shop</h1>{heading}<p class=price>€ 79.00</p><button>Add to cart</button>"
    (listing,) = read_page(f"{page}<p>Sold by <b>Lamp House</b></p>", "https://market.example/p/arc-137884").listings
    assert listing.seller_name == "Lamp House"
    assert seller("<h2>Reviews (12)</h2><p>Seller: Super</p>") == " "


ROW = '<li class="seller"><a class="seller-name" href="/s/{0}">{0}</a> € 79.00</li>'


def test_of_a_list_of_sellers_none_is_known_to_sell_this() -> None:
    assert seller(f"<ul>{ROW.format('Alpha')}{ROW.format('Beta')}</ul>") == " "
    assert seller(f"<ul class=sellers>{ROW.format('Alpha')}{ROW.format('Beta')}</ul>") == " "
    assert seller(f"<ul>{ROW.format('Alpha')}{ROW.format('Alpha')}</ul>") == "Alpha /s/Alpha"
    assert seller(f"<ul>{ROW.format('Alpha')}{ROW.format('ALPHA Ltd')}</ul>") == "Alpha /s/Alpha"
    more = '<div class="seller"><a class="seller-name" href="/s/Beta">Beta</a> <a href="/p/moon-4411">Moon</a></div>'
    cards = f'<h2>More</h2><article><h3>Moon</h3><a href="/p/moon-4411"></a>{more}</article>'
    own = more.replace("Beta", "Alpha").replace("/p/moon-4411", "/contact")
    assert seller(f"{own}{cards}") == "Alpha /s/Alpha"


@pytest.mark.parametrize("heading", ["Other sellers", "Andere Verkäufer", "Autres vendeurs", "Altri venditori"])
def test_sellers_under_a_heading_of_others_do_not_sell_this(heading: str) -> None:
    box = '<div class="seller-box">Sold by {}</div>'
    below = f"<h2>{heading}</h2>{box.format('Beta')}<p>Sold by <b>Gamma</b></p>"
    assert seller(below) == " "
    assert seller(f"<p>Sold by <b>Alpha</b></p>{below}") == "Alpha "
    assert seller(f"{box.format('Alpha')}{below}") == "Alpha "

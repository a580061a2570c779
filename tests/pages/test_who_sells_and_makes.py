"""Sellers and makers as parts of the page named after them show them, and what of these parts is no name."""

import pytest

from monitor.pages import read_page

ADDRESS = "https://market.example/oferta/plecak-13788410922"
HEAD = "<title>Arc</title><h1>Arc</h1><p class=price>€ 79.00</p><button>Add to cart</button>"


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("pl", '<p><a href="/uzytkownik/Wilga_pl">Wilga_pl</a> 99,4%</p>', "Wilga_pl /uzytkownik/Wilga_pl"),
        ("pl", '<p><a href="/uzytkownik/A">A1</a> <a href="/uzytkownik/B">B1</a></p>', " "),
        ("pl", '<div class="reviews"><a href="/uzytkownik/Anna">Anna</a></div>', " "),
        ("en", '<p><a href="/uzytkownik/Wilga_pl">Wilga_pl</a></p>', " "),
        ("es", '<p><a href="/usuario/login">Iniciar sesión</a></p>', " "),
        ("es", '<p><a href="/usuario/acceso">Acceso</a></p>', " "),
        ("pl", '<p><a href="/uzytkownik/logowanie">Logowanie</a></p>', " "),
        ("nl", '<p><a href="/gebruiker/inloggen">Inloggen</a></p>', " "),
        ("it", '<p><a href="/utente/ordini">Ordini</a></p>', " "),
        ("pl", '<p><a href="/uzytkownik/pomoc">Pomoc</a></p>', " "),
        ("es", '<h2>Preguntas (1)</h2><p><a href="/usuario/ana">Ana</a> ¿Sirve?</p>', " "),
        ("es", '<p class="opiniones"><a href="/usuario/ana">Ana</a> Muy buena.</p>', " "),
        ("es", '<h2>Opiniones (1)</h2><p><a href="/usuario/ana">Ana</a> Muy buena.</p>', " "),
        ("es", '<h2>Vende</h2><p><a href="/usuario/caf%C3%A9-sur">Café Sur</a></p>', "Café Sur /usuario/caf%C3%A9-sur"),
        (
            "tr",
            '<div class="seller-info"><h4 class="seller-name"><a href="/magaza/fake-44">Watch Deals</a></h4></div>',
            "Watch Deals /magaza/fake-44",
        ),
        ("en", '<div class="seller-name"><a href="/magaza/fake-44">Deals</a></div>', "Deals /magaza/fake-44"),
        ("en", '<div class="seller-name"><a href="#top">Deals</a></div>', "Deals "),
        ("en", '<div class="seller-name"><a href="/p/plecak-13788410922">Deals</a></div>', "Deals "),
        (
            "en",
            """<div class="seller-box"><a href="/shop/juwelier-brandt">Juwelier Brandt</a>
            <div class="comment"><a href="/user/anna_k" class="user-name">anna_k</a> Fine.</div></div>""",
            "Juwelier Brandt /shop/juwelier-brandt",
        ),
        (
            "en",
            """<div class="seller-box"><a href="/shop/juwelier-brandt">Juwelier Brandt</a>
            <p><b class="user-name">anna_k</b> Fine.</p></div>""",
            "Juwelier Brandt /shop/juwelier-brandt",
        ),
        (
            "en",
            """<div class="seller-box"><div class="comments"><a href="/user/anna_k" class="user-name">anna_k</a></div>
            <a href="/shop/juwelier-brandt">Juwelier Brandt</a></div>""",
            "Juwelier Brandt /shop/juwelier-brandt",
        ),
        ("en", '<div class="seller-feedback"><p class="username"><a href="/user/anna_k">anna_k</a></p></div>', " "),
        ("en", '<div class="seller-box"><span class="store-name">Store name:</span></div>', " "),
        ("en", '<div class="seller-box"><span class="store-name">Store name:</span><b>More</b></div>', " "),
        (
            "en",
            '<div class="seller-box"><b class="store-name">Store:</b> <i>Deals</i> <a href="/store/d">Visit</a></div>',
            "Deals /store/d",
        ),
        (
            "en",
            '<div class="seller-box"><span class="store-name">Store: <b>Watch Deals</b></span></div>',
            "Watch Deals ",
        ),
        (
            "ro",
            """<div data-testid="seller_card"><h4 data-testid="user-profile-user-name">Andreea</h4>
            <a href="/user/8hQw/">Mai multe anunțuri de la acest vânzător</a></div>""",
            "Andreea /user/8hQw",
        ),
        (
            "tr",
            '<div class="seller-box"><a class="seller-name" href="/magaza/triko-m-44">Triko</a></div>',
            "Triko /magaza/triko-m-44",
        ),
        (
            "ja",
            '<a class="seller-link" href="/user/profile/33"><p>ゆず茶</p><span>218</span><span>本人確認済</span></a>',
            "ゆず茶 /user/profile/33",
        ),
        (
            "en",
            '<a class="seller-link" href="/user/33"><b>Clock</b> <i>House</i> <i>(4.9)</i></a>',
            "Clock House /user/33",
        ),
        ("en", '<div class="seller"><p class="user-name">More</p></div>', " "),
        ("de", '<div class="seller"><a href="/user/33">Weitere Anzeigen dieses Verkäufers</a></div>', " "),
        ("fr", '<div class="seller"><a href="/user/33">Voir toutes les annonces</a></div>', " "),
        ("ru", '<div class="seller"><a href="/user/33">Другие объявления продавца</a></div>', " "),
        ("hu", '<div class="seller"><a href="/user/33">További hirdetések</a></div>', " "),
        ("tr", '<div class="seller"><a href="/user/33">Tüm ilanlar</a></div>', " "),
        ("sv", '<div class="seller"><a href="/user/33">Visa profilen</a></div>', " "),
        ("nl", '<div class="seller"><a href="/user/33">Meer van deze verkoper</a></div>', " "),
        ("de", '<div class="seller"><a href="/user/33">Zum Händler</a></div>', " "),
        (
            "de",
            '<div class="seller"><a href="/user/33">Zum Händlerbund Shop</a></div>',
            "Zum Händlerbund Shop /user/33",
        ),
        (
            "en",
            '<p class="x_sold_by"><i>Store: </i><a href="/store/lamps/">Lamp House</a></p>',
            "Lamp House /store/lamps",
        ),
        (
            "en",
            '<p class="vendor"><a href="/vendor/lamp-house/">by Lamp House</a></p>',
            "Lamp House /vendor/lamp-house",
        ),
        ("en", '<p class="sold_by">Sold by weight</p>', " "),
        ("en", '<p class="sold_by">Sold by the metre</p>', " "),
        ("en", '<p class="sold-by">Sold by: each</p>', " "),
        ("en", '<p class="sold-by">Sold by: Weight &amp; Each Ltd</p>', "Weight & Each Ltd "),
        ("en", '<p class="sold_by"><a href="/help/delivery">Delivery info</a></p>', " "),
        ("en", '<p class="sold-by"><a href="/offers/44">See all offers</a></p>', " "),
        ("en", '<p class="sold-by"><a href="/help/selling">About selling here</a></p>', " "),
        ("en", '<p class="sold-by"><a href="/learn-more">Learn more</a></p>', " "),
        ("en", '<p class="sold-by">Sold by <a href="/help">How it works</a></p>', " "),
        ("de", '<p class="sold-by">Verkauf durch <a href="/hilfe">Mehr erfahren</a></p>', " "),
        ("en", '<p class="sold-by"><b>Lamp House</b> <a href="/help/x">Learn more</a></p>', "Lamp House "),
        ("en", '<p class="sold-by"><b>Sold by:</b> <a href="/help/x">Learn more</a></p>', " "),
        ("en", '<p class="sold-by"><b>Verified seller</b> <a href="/help/x">What is this?</a></p>', " "),
        ("en", '<p class="sold-by"><b>In stock</b> <a href="/help/x">What is this?</a></p>', " "),
        ("en", '<p class="seller-info"><b>Fast answers</b></p>', " "),
        (
            "en",
            '<div class="seller-card"><h3>Lamp House</h3><a href="/seller/lamp-house">Visit store</a></div>',
            "Lamp House /seller/lamp-house",
        ),
        ("en", '<div class="seller-card"><h3>Seller</h3><a href="/seller/lamp-house">Visit store</a></div>', " "),
        ("en", '<div class="seller-card"><h3>Delivery</h3><a href="/help/returns">Returns</a></div>', " "),
        ("da", '<div>Sælger: <a href="/profil/44">Mette K.</a></div>', "Mette K. /profil/44"),
        ("tr", '<div class="merchant-box"><p class="merchant-name">Triko</p><p>9.1</p></div>', "Triko "),
        ("nl", "<p>Verkoop door <b>Lamp BV</b></p>", "Lamp BV "),
        ("pt", "<p>Vendido por <b>Luz Casa</b> e entregue por <b>Market</b></p>", "Luz Casa "),
        ("fr", "<p>Vendu par <b>lot de 6</b></p>", " "),
        ("fr", "<p>Vendu par <b>Paire</b></p>", " "),
        ("es", "<p>Vendido por <b>Metro</b></p>", " "),
        ("fr", "<p>Vendu par <b>Lampe</b> depuis 1990, <b>Arc</b> plaît.</p>", " "),
        ("ar", '<p>تباع من قبل <a href="/seller/44">بيت المصباح</a></p>', "بيت المصباح /seller/44"),
        ("en", '<p class="sold-by"><a href="/lamp-house/">Lamp House</a></p>', "Lamp House /lamp-house"),
        ("en", '<p class="sold-by"><a href="/c/lamps">All lamps</a></p>', " "),
        ("en", '<p class="vendor"><a href="/vendor/by-malene/">by Malene</a></p>', "by Malene /vendor/by-malene"),
        ("en", '<p class="vendor"><a href="/vendor/33/">the Lamp House</a></p>', "the Lamp House /vendor/33"),
        ("de", "<h3>Anbieter</h3><address>Lampenhof GmbH<br>Am Ring 4<br>20095 Hamburg</address>", "Lampenhof GmbH "),
        ("de", "<h3>Anbieter</h3><address>Am Ring 4<br>20095 Hamburg</address>", " "),
        ("de", "<h3>Händler in der Nähe</h3><address>Lampenhof<br>Am Ring 4<br>20095 Hamburg</address>", " "),
        ("de", "<h3>Versand</h3><address>Lampenhof<br>Am Ring 4<br>20095 Hamburg</address>", " "),
        ("de", "<footer><h3>Anbieter</h3><address>Lampenhof<br>Am Ring 4<br>20095 Hamburg</address></footer>", " "),
        ("nl", '<div class="seller"><a href="/user/33">Meer Vanille</a></div>', "Meer Vanille /user/33"),
        ("da", '<div class="seller"><a href="/user/33">Se Allegro</a></div>', "Se Allegro /user/33"),
        ("de", '<div class="seller"><a href="/user/33">Mehrwert Handel</a></div>', "Mehrwert Handel /user/33"),
    ],
)
def test_who_sells(language: str, body: str, expected: str) -> None:
    (listing,) = read_page(f'<html lang="{language}"><main>{HEAD}{body}</main></html>', ADDRESS).listings
    assert f"{listing.seller_name} {listing.seller_id}" == expected


@pytest.mark.parametrize(
    ("shown", "brand"),
    [
        ('<h2 class="brand"><a href="/brands/Cedar-and-Loom.html">Cedar &amp; Loom</a></h2>', "Cedar & Loom"),
        ('<a class="brand-link" href="/marken/oehlbach/"><span>Öhlbach</span></a>', "Öhlbach"),
        ('<a class="brand-link" href="/marken/">Marken</a>', ""),
        ('<a class="brand-link" href="/brands/other.html">Cedar</a>', ""),
        ('<a class="brand-link" href="/sale/cedar/">Cedar</a>', ""),
        ('<a class="brand" href="/brands/one/">One</a> <a class="brand" href="/brands/two/">Two</a>', ""),
        ('<div class="related"><a class="brand" href="/brands/one/">One</a></div>', ""),
        ('<p class="brand">Brand: <a href="/brands/aurelia/">Aurelia</a></p>', "Aurelia"),
        ('<dl><dt>Marke</dt><dd class="brand"><a href="/marken/aurelia/">Aurelia</a></dd></dl>', "Aurelia"),
        (
            '<p class="sku">A 1</p><a class="brand" href="/brands/aurelia/"><img alt="Aurelia" src="/a.png"></a>',
            "Aurelia",
        ),
        ('<p class="compatible-brand">Fits: <a href="/brands/aurelia/">Aurelia</a></p>', ""),
        ('<p class="compatible-brand"><a href="/brands/aurelia/"><img alt="Aurelia" src="/a.png"></a></p>', ""),
        ('<p class="brand">Fits: <a href="/brands/aurelia/">Aurelia</a></p>', ""),
        ('<p>Passend für <a class="brand-link" href="/marken/aurelia/">Aurelia</a></p>', ""),
        ('<h3>Compatible with</h3><a class="brand-link" href="/brands/aurelia/">Aurelia</a>', ""),
        ('<p><b>Made for:</b> <a class="brand-link" href="/brands/aurelia/">Aurelia</a></p>', ""),
        ("<ul><li>Manufactured by: Aurelia</li></ul>", "Aurelia"),
        ("<p>Manufactured by hand in Italy</p>", ""),
        ('<a class="vendor-name" href="/vendor/kopi-shop/">Kopi Shop</a>', ""),
        ('<a class="vendor-name" href="/vendor/kopi-shop/"><img alt="Kopi Shop" src="/k.png"></a>', ""),
        ('<a class="vendor-name" href="/shop/kopi-shop"><img alt="Kopi Shop" src="/k.png"></a>', ""),
        ('<a class="vendor" href="/brands/aurelia"><img alt="Aurelia" src="/a.png"></a>', "Aurelia"),
    ],
)
def test_who_makes(shown: str, brand: str) -> None:
    (listing,) = read_page(f"<body><main><div>{shown}{HEAD}</div></main></body>", ADDRESS).listings
    assert listing.brand == brand


@pytest.mark.parametrize(
    ("said", "sku"),
    [("Артикул: <b>УК-50-22</b>", "УК-50-22"), ("Код товара <b>АБ2024</b>", "АБ2024"), ("Код товара Москва2024", "")],
)
def test_an_article_number_in_russian_letters(said: str, sku: str) -> None:
    body = f'<p>{said}</p><meta itemprop="sku" content="5511">'
    (listing,) = read_page(f"<main>{HEAD}{body}</main>", ADDRESS.replace("-13788410922", "")).listings
    assert listing.sku == (sku or "5511")


LAMPU, BELOW = "Lampu Lestari", "/lampulestari"
STATE = '<script>window.__cache={"shopID":"33","shopName":"Lampu Lestari"}</script>'
SHOP = '<section><a data-testid="pdpFooterShopName" href="{}"><h2>{}</h2></a><p>Online 4 menit lalu</p></section>'


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Jual Arc 40 di Lampu Lestari | Pasar", f"{SHOP.format(BELOW, LAMPU)}{STATE}", LAMPU),
        ("Jual Arc 40 di Lampu Lestari | Pasar", SHOP.format("/shop/lampulestari", LAMPU), LAMPU),
        ("Jual Arc 40 di Lampu Lestari | Pasar", f"{SHOP.format('/about', LAMPU)}{STATE}", ""),
        ("Arc 40 - Lampu Lestari | Pasar", SHOP.format(BELOW, LAMPU), ""),  # a brand's goods in a department store
        ("Arc 40 - Lampu | Kaufhaus", '<a class="shop-name" href="/brands/lampu">Lampu</a>', ""),
        ("Arc 40 - Lampu Lestari", f"{SHOP.format(BELOW, LAMPU)}{STATE}", ""),
        ("Arc 40 - Lamp House GmbH", '<a class="shop-name" href="/shop/house">Lamp House</a>', ""),
        ("Arc 40 | Lamp House", SHOP.format("/", "Lamp House"), ""),
        ("Arc 40 | Lamp House", SHOP.format("https://else.example/lamp-house", "Lamp House"), ""),
        ("Arc 40 | Lamp House", '<a class="shop-name" href="/stores/lyon">Lyon</a>', ""),
        ("Arc 40 | Lamp House", f"<footer>{SHOP.format('/lamp-house', 'Lamp House')}</footer>", ""),
        ("Arc 40 | Lamp House", '<div class="comments"><a class="shop-name" href="/u/lamp">Lamp</a></div>', ""),
        ("Arc 40 | Arc House", '<p><a class="shop-name" href="/brands/arc">Arc</a></p>', ""),
    ],
)
def test_a_shop_that_the_title_names(title: str, body: str, expected: str) -> None:
    page = f"<title>{title}</title><h1>Arc 40</h1><p class=price>€ 79.00</p><button>Add to cart</button>{body}"
    (listing,) = read_page(page, f"https://market.example{BELOW}/arc-40").listings
    assert listing.seller_name == expected

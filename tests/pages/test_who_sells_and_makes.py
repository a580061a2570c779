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
    ],
)
def test_who_makes(shown: str, brand: str) -> None:
    (listing,) = read_page(f"<body><main><div>{shown}{HEAD}</div></main></body>", ADDRESS).listings
    assert listing.brand == brand


def test_an_article_number_in_russian_letters() -> None:
    body = '<p>Артикул: <b>УК-50-22</b></p><meta itemprop="sku" content="5511">'
    (listing,) = read_page(f"<main>{HEAD}{body}</main>", ADDRESS.replace("-13788410922", "")).listings
    assert listing.sku == "УК-50-22"

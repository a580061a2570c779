"""Pages of shops and classifieds that carry no data for machines: written by hand after common shop systems and themes."""

import pytest

from monitor.pages import Kind, read_page
from monitor.pages.labels import read_labels

MENU = (
    "<header><nav><ul>" + "".join(f'<li><a href="/c/{n}">Goods {n}</a></li>' for n in range(6)) + "</ul></nav></header>"
)
SHOPS = {
    "OpenCart": (
        "https://shop.example.co.uk/index.php?route=product/product&product_id=42",
        """<div id="product-product"><h1>Aurelia Chrono</h1><ul class="list-unstyled"><li>Brand: <a href="/a">Aurelia</a>
        </li><li>Product Code: AC-40</li><li>Availability: In Stock</li></ul><ul><li><span class="price-old">£122.00</span>
        </li><li><h2><span class="price-new">£110.00</span></h2></li><li>Ex Tax: £90.00</li></ul>
        <button type="button" id="button-cart">Add to Cart</button></div>""",
        "price=110.00 list_price=122.00 currency=GBP sku=AC-40 brand=Aurelia availability=in_stock",
    ),
    "PrestaShop": (
        "https://boutique.example.fr/montres/12-aurelia-chrono.html",
        """<section id="main"><h1>Aurelia Chrono</h1><div class="product-prices"><div class="product-discount">
        <span class="regular-price">150,00 €</span></div><div class="product-price has-discount">
        <div class="current-price"><span class="current-price-value" content="120">120,00 €</span></div></div></div>
        <div class="product-manufacturer"><label class="label">Marque</label><span><a href="/b">Aurelia</a></span></div>
        <div class="product-reference"><label class="label">Référence </label><span>AUR_12</span></div>
        <button class="btn add-to-cart">Ajouter au panier</button>
        <span id="product-availability">Rupture de stock</span></section>""",
        "price=120.00 list_price=150.00 currency=EUR sku=AUR_12 brand=Aurelia availability=out_of_stock",
    ),
    "a trade shop with rows of divisions": (
        "https://www.trade.example.co.uk/product/567890",
        """<h1>Drill X200</h1><div><span class="price price--ex-vat">£100.00 <small>ex VAT</small></span>
        <span class="price price--inc-vat">£120.00 <small>inc VAT</small></span></div><button>Add to basket</button>
        <div class="row"><div>Manufacturer part number</div><div>X200-B</div></div>
        <div class="row"><div>Barcode</div><div>5012345678900</div></div>""",
        "price=120.00 currency=GBP mpn=X200-B gtin=5012345678900",
    ),
    "a Polish shop": (
        "https://www.market.example.pl/produkt/zegarek-123456",
        """<h1>Zegarek Aurelia</h1><div class="cena">1 299<sup>,99</sup> zł</div><button>Dodaj do koszyka</button>
        <p>Producent: <a href="/p/a">Aurelia</a></p><p>Kod producenta: AU-77</p>""",
        "price=1299.99 currency=PLN brand=Aurelia mpn=AU-77",
    ),
    "a Swedish shop": (
        "https://butik.example.se/klocka-123456",
        """<h1>Klocka</h1><span class="pris">1 299 kr</span> <span class="ord-pris">Ord. pris 1 599 kr</span>
        <button>Lägg i varukorg</button><ul><li>Artikelnr: 5566</li><li>Varumärke: Aurelia</li></ul>""",
        "price=1299 list_price=1599 currency=SEK sku=5566 brand=Aurelia",
    ),
    "a Dutch shop": (
        "https://winkel.example.nl/p/horloge-123456",
        """<h1>Horloge</h1><div class="prijs"><span class="adviesprijs">Adviesprijs € 199,-</span><strong>€ 149,-</strong>
        </div><button>In winkelwagen</button><table><tr><td>Merk</td><td>Aurelia</td></tr>
        <tr><td>EAN-code</td><td>8712345678906</td></tr></table>""",
        "price=149 list_price=199 currency=EUR brand=Aurelia gtin=8712345678906",
    ),
    "a Russian shop": (
        "https://shop.example.ru/product/123456",
        """<h1>Часы Aurelia</h1><div class="price">12 990 ₽ <span class="old">15 990 ₽</span></div>
        <button>В корзину</button><p>Артикул: 77-A1</p><dl><dt>Штрихкод</dt><dd>4606453849072</dd></dl>""",
        "price=12990 list_price=15990 currency=RUB sku=77-A1 gtin=4606453849072",
    ),
    "a Japanese shop": (
        "https://shop.example.co.jp/item/123456",
        """<h1>腕時計</h1><p class="price">12,800円<span>(税込)</span></p><button>カートに入れる</button>
        <p>ブランド：アウレリア</p><table><tr><th>型番</th><td>AU-88</td></tr><tr><th>JANコード</th><td>4901234567894</td></tr>
        </table>""",
        "price=12800 currency=JPY brand=アウレリア mpn=AU-88 gtin=4901234567894",
    ),
    "a Persian shop": (
        "https://shop.example/product/kilim/",
        """<h1>گلیم</h1><p class="price"><del>۲۴٬۵۰۰٬۰۰۰ ریال</del> <ins>۲۱٬۹۰۰٬۰۰۰ ریال</ins></p><button>افزودن به سبد خرید</button>
        <p class="stock in-stock">۳ عدد در انبار</p><span>شناسه محصول: <b>TR-733-M</b></span><p>برند: Torang</p>""",
        "price=21900000 list_price=24500000 currency=IRR sku=TR-733-M brand=Torang",
    ),
    "an Arabic shop": (
        "https://shop.example/uae-ar/sada-pro/Z7155/p/",
        """<h1>سماعات</h1><div>رقم الموديل : <span>SADA-PRO-BLK</span></div><div class="priceNow">الآن:
        د.إ.\u200f ١٬٢٤٩٫٥٠</div><button>أضف إلى العربة</button><div><span>يباع بواسطة</span> <a href="/p-55">النغم</a></div>""",
        "price=1249.50 currency=AED mpn=SADA-PRO-BLK seller_name=النغم",
    ),
    "a classified": (
        "https://www.ads.example.co.uk/p/watches/aurelia-chrono/1471234567",
        """<main><h1>Aurelia Chrono, boxed</h1><h2>£450</h2><p>Posted 3 days ago</p><button>Email seller</button>
        <p>Bought for £900 in 2020.</p><section><h2>Similar ads</h2><article><a href="/p/watches/other/1471000001">
        <h3>Other watch</h3></a><span class="price">£20</span></article></section></main>""",
        "price=450 currency=GBP",
    ),
}


@pytest.mark.parametrize("name", SHOPS)
def test_a_page_is_read_as_people_read_it(name: str) -> None:
    url, body, expected = SHOPS[name]
    page = read_page(f"<html><head><title>Shop</title></head><body>{MENU}{body}</body></html>", url)
    assert page.kind is Kind.PRODUCT
    wanted = dict(entry.split("=") for entry in expected.split())
    assert {field: str(getattr(page.listings[0], field) or "") for field in wanted} == wanted


def test_the_price_of_another_ad_is_never_the_price() -> None:
    body = """<h1>Clock</h1><p>Ask us.</p><ul><li><a href="/p/8-7654321.html"><h3>Lamp</h3></a><b class="price">€ 9</b></li>
    </ul><button>Add to cart</button>"""
    page = read_page(body, "https://shop.example/p/clock-1234567.html")
    assert all(listing.price is None for listing in page.listings)


@pytest.mark.parametrize("button", ["", "<button>Buy it now</button>"])
def test_an_ad_that_ended_is_gone_though_its_price_is_shown(button: str) -> None:
    body = f"<h1>Aurelia Chrono, boxed</h1><h2>£450</h2><p>This ad has been removed.</p>{button}"
    page = read_page(body, "https://www.ads.example.co.uk/p/watches/aurelia-chrono/1471234567")
    assert page.kind is (Kind.PRODUCT if button else Kind.GONE)


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["Brand", "Aurelia"], {"brand": "Aurelia"}),
        (["Brand", "Model", "Size"], {}),
        (["Brand: Other"], {"brand": "Other"}),
        (["EAN", "4006381333931"], {"gtin": "4006381333931"}),
        (["EAN: 4006381333932"], {}),
        (["UPC", "see box"], {}),
        (["MPN: AB-1"], {"mpn": "AB-1"}),
        (["Model number", "as shown above"], {}),
        (["Delivery: Brand", "x"], {}),
        (["品牌：奥蕾莉亚"], {"brand": "奥蕾莉亚"}),
        (["브랜드 Aurelia"], {"brand": "Aurelia"}),
        (["브랜드 소개"], {}),
        (["Бренд Aurelia"], {"brand": "Aurelia"}),
        (["Brand Aurelia"], {}),
        (["Objednací kód: BO-0603"], {"sku": "BO-0603"}),
        (["Bestelnummer: see the box"], {}),
        (["Kód: SLEVA10"], {}),
    ],
)
def test_labels_in_lines(lines: list[str], read: dict[str, str]) -> None:
    assert read_labels("\n".join(lines), "Aurelia Chrono") == read


@pytest.mark.parametrize(
    ("line", "title", "brand"),
    [
        ("브랜드 아우렐리아", "아우렐리아 아크 조명", "아우렐리아"),
        ("브랜드 조명", "아우렐리아 아크 조명", ""),
        ("ブランド 時計", "Aurelia 時計", ""),
        ("品牌 手表", "奥蕾莉亚 手表", ""),
        ("Бренд Aurelia", "Лампа Aurelia", "Aurelia"),
        ("Марка авто", "Автомагнитола Aurelia", ""),
        ("Výrobce lamp", "Stolní lampa Aurelia", ""),
    ],
)
def test_no_kind_of_goods_behind_the_word_for_a_brand_is_one(line: str, title: str, brand: str) -> None:
    assert read_labels(line, title).get("brand", "") == brand

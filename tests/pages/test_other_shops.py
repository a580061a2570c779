"""Pages as shops of many countries write them, by hand: how money, states and numbers look, and what is no price."""

import pytest

from monitor.pages import Kind, read_page

MENU = (
    "<header><nav><ul>" + "".join(f'<li><a href="/c/{n}">Goods {n}</a></li>' for n in range(6)) + "</ul></nav></header>"
)
PAGES = {
    # --- Money of other countries.
    "złoty, grouped by a space that does not break": (
        "https://sklep.example.pl/zegarek-123456.html",
        '<h1>Zegarek Aurelia</h1><p class="product-price">2&nbsp;499,00&nbsp;zł</p><button>Dodaj do koszyka</button>',
        "price=2499.00 currency=PLN",
    ),
    "koruna without cents": (
        "https://obchod.example.cz/hodinky-123456/",
        (
            '<h1>Hodinky Aurelia</h1><strong class="price-final">4 990 Kč</strong><del class="price-before">5 990 Kč</del>'
            "<button>Do košíku</button>"
        ),
        "price=4990 list_price=5990 currency=CZK",
    ),
    "koruna with a dash for cents": (
        "https://obchod.example.cz/hodinky-123456/",
        (
            '<h1>Hodinky Aurelia</h1><div class="cena">Cena s DPH: <b>4 990,- Kč</b></div><div>Cena bez DPH: 4 124,- Kč</div>'
            "<button>Přidat do košíku</button>"
        ),
        "price=4990 currency=CZK",
    ),
    "Danish kroner": (
        "https://butik.example.dk/ur-123456",
        (
            '<h1>Aurelia ur</h1><span class="price">1.299,95 kr.</span><span class="before">Før 1.599,95 kr.</span>'
            "<button>Læg i kurv</button>"
        ),
        "price=1299.95 currency=DKK",
    ),
    "Norwegian kroner with the sign before": (
        "https://butikk.example.no/klokke-123456",
        '<h1>Aurelia klokke</h1><div class="product-price">kr 1 299,00</div><button>Legg i handlekurv</button>',
        "price=1299.00 currency=NOK",
    ),
    "Swedish kronor by code on a site of no country": (
        "https://store.example.com/p/123456",
        '<h1>Aurelia Chrono</h1><span class="price">SEK 1,299.00</span><button>Add to cart</button>',
        "price=1299.00 currency=SEK",
    ),
    "lira": (
        "https://magaza.example.com.tr/saat-123456",
        (
            '<h1>Aurelia Saat</h1><span class="prc-org">2.499,00 TL</span><span class="prc-dsc">1.999,90 TL</span>'
            "<button>Sepete Ekle</button>"
        ),
        "price=1999.90 list_price=2499.00 currency=TRY",
    ),
    "lira by its sign": (
        "https://magaza.example.com.tr/saat-123456",
        '<h1>Aurelia Saat</h1><div class="price"><bdi>₺1.999,90</bdi></div><button>Sepete ekle</button>',
        "price=1999.90 currency=TRY",
    ),
    "rupee in lakhs": (
        "https://store.example.in/p/123456",
        (
            '<h1>Aurelia Chrono</h1><div class="price">₹1,24,999</div><div>M.R.P.: <s>₹1,49,999</s></div>'
            "<button>Add to Cart</button>"
        ),
        "price=124999 currency=INR",
    ),
    "real, in instalments": (
        "https://loja.example.com.br/relogio-123456/p",
        (
            '<h1>Relógio Aurelia</h1><p class="preco">R$ 1.299,90</p><p>em até 10x de R$ 129,99 sem juros</p>'
            "<p>R$ 1.234,90 no Pix</p><button>Adicionar ao carrinho</button>"
        ),
        "price=1299.90 currency=BRL",
    ),
    "forint": (
        "https://bolt.example.hu/ora-123456",
        '<h1>Aurelia óra</h1><span class="price">49 990 Ft</span><button>Kosárba</button>',
        "price=49990 currency=HUF",
    ),
    "lev": (
        "https://magazin.example.bg/chasovnik-123456",
        '<h1>Часовник Aurelia</h1><div class="price">249,90 лв.</div><button>Добави в количката</button>',
        "price=249.90 currency=BGN",
    ),
    "franc with an apostrophe": (
        "https://shop.example.ch/uhr-123456",
        '<h1>Aurelia Uhr</h1><div class="price">CHF 1’299.–</div><button>In den Warenkorb</button>',
        "price=1299 currency=CHF",
    ),
    "franc with a dash for cents behind a straight apostrophe": (
        "https://shop.example.ch/uhr-123456",
        (
            '<h1>Aurelia Uhr</h1><div class="price"><span>Fr.</span> <span>1\'299.-</span></div>'
            "<button>In den Warenkorb</button>"
        ),
        "price=1299 currency=CHF",
    ),
    "won": (
        "https://shop.example.co.kr/product/123456",
        '<h1>아우렐리아 시계</h1><strong class="price">₩129,000</strong><button>장바구니</button>',
        "price=129000 currency=KRW",
    ),
    "won in words": (
        "https://shop.example.co.kr/product/123456",
        (
            '<h1>아우렐리아 시계</h1><p class="sale_price"><em>129,000</em>원</p><p class="org_price"><del>159,000원</del></p>'
            "<button>구매하기</button>"
        ),
        "price=129000 list_price=159000 currency=KRW",
    ),
    "baht": (
        "https://shop.example.co.th/p/123456",
        '<h1>นาฬิกา Aurelia</h1><div class="price">฿4,990.00</div><button>หยิบใส่ตะกร้า</button>',
        "price=4990.00 currency=THB",
    ),
    "dong": (
        "https://shop.example.vn/p/123456",
        '<h1>Đồng hồ Aurelia</h1><div class="price">1.290.000₫</div><button>Thêm vào giỏ hàng</button>',
        "price=1290000 currency=VND",
    ),
    "rupiah": (
        "https://toko.example.co.id/p/123456",
        '<h1>Jam Aurelia</h1><div class="price">Rp1.299.000</div><button>Tambah ke Keranjang</button>',
        "price=1299000 currency=IDR",
    ),
    "rand with a space in front of the cents": (
        "https://shop.example.co.za/p/123456",
        '<h1>Aurelia Chrono</h1><div class="price">R 1 299.00</div><button>Add to cart</button>',
        "price=1299.00 currency=ZAR",
    ),
    "leu": (
        "https://magazin.example.ro/ceas-123456",
        (
            '<h1>Ceas Aurelia</h1><p class="product-new-price">1.299<sup>99</sup> <span>Lei</span></p>'
            "<button>Adauga in cos</button>"
        ),
        "price=1299.99 currency=RON",
    ),
    "hryvnia": (
        "https://shop.example.ua/p123456/",
        '<h1>Годинник Aurelia</h1><p class="product-price">4 599 ₴</p><button>Купити</button>',
        "price=4599 currency=UAH",
    ),
    "shekel": (
        "https://shop.example.co.il/p/123456",
        '<h1>שעון Aurelia</h1><div class="price">₪1,299.00</div><button>הוסף לסל</button>',
        "price=1299.00 currency=ILS",
    ),
    "dirham in Arabic digits": (
        "https://shop.example.ae/p/123456",
        '<h1>ساعة Aurelia</h1><div class="price">١٬٢٩٩٫٠٠ د.إ</div><button>أضف إلى السلة</button>',
        "price=1299.00 currency=AED",
    ),
    "peso of Mexico": (
        "https://tienda.example.com.mx/p/123456",
        '<h1>Reloj Aurelia</h1><span class="price">$1,299.00 MXN</span><button>Agregar al carrito</button>',
        "price=1299.00 currency=MXN",
    ),
    "peso of Chile": (
        "https://tienda.example.cl/p/123456",
        '<h1>Reloj Aurelia</h1><span class="price">$129.990</span><button>Agregar al carro</button>',
        "price=129990 currency=CLP",
    ),
    "krona of Iceland": (
        "https://verslun.example.is/p/123456",
        '<h1>Aurelia úr</h1><span class="price">12.990 kr.</span><button>Setja í körfu</button>',
        "price=12990 currency=ISK",
    ),
    # --- How prices are put together.
    "units and cents in spans": (
        "https://shop.example.de/p/123456",
        '<h1>Aurelia Uhr</h1><div class="price"><span>12</span><sup>99</sup> €</div><button>In den Warenkorb</button>',
        "price=12.99 currency=EUR",
    ),
    "the sign between units and cents": (
        "https://boutique.example.fr/p/123456",
        '<h1>Montre Aurelia</h1><div class="price">129<sup>€90</sup></div><button>Ajouter au panier</button>',
        "price=129.90 currency=EUR",
    ),
    "the sign between units and cents in spans": (
        "https://boutique.example.fr/p/123456",
        (
            '<h1>Montre Aurelia</h1><div class="prix"><span>129</span><span>€</span><span>90</span></div>'
            "<button>Ajouter au panier</button>"
        ),
        "price=129.90 currency=EUR",
    ),
    "sign, units, point and cents in spans": (
        "https://shop.example.co.uk/p/123456",
        (
            '<h1>Aurelia Chrono</h1><div class="price"><span>£</span><span>129</span><span>.</span><span>99</span></div>'
            "<button>Add to basket</button>"
        ),
        "price=129.99 currency=GBP",
    ),
    "words for screen readers before both prices": (
        "https://shop.example.co.uk/p/123456",
        (
            '<h1>Aurelia Chrono</h1><div class="price"><span class="visually-hidden">Regular price</span><s>£159.00</s>'
            '<span class="visually-hidden">Sale price</span><span>£129.00</span></div><button>Add to basket</button>'
        ),
        "price=129.00 list_price=159.00 currency=GBP",
    ),
    "words for screen readers, and no struck element": (
        "https://shop.example.com.au/p/123456",
        (
            '<h1>Aurelia Chrono</h1><div class="product__price"><span class="sr-only">Original price</span>'
            '<span>$159.00</span><span class="sr-only">Current price</span><span>$129.00</span></div>'
            "<button>Add to cart</button>"
        ),
        "price=129.00 list_price=159.00 currency=AUD",
    ),
    "the price said in an aria label, shown in pieces": (
        "https://shop.example.com/us/p/123456",
        (
            '<h1>Aurelia Chrono</h1><div class="price" aria-label="$129.99"><span aria-hidden="true">$</span>'
            '<span aria-hidden="true">129</span><span aria-hidden="true">99</span></div><button>Add to cart</button>'
        ),
        "price=129.99",
    ),
    "an aria label that says which price it is": (
        "https://shop.example.co.uk/p/123456",
        (
            '<h1>Aurelia Chrono</h1><div class="price"><span aria-label="was £159.00">£159.00</span> '
            '<span aria-label="now £129.00">£129.00</span></div><button>Add to basket</button>'
        ),
        "price=129.00 list_price=159.00 currency=GBP",
    ),
    "the amount in a data attribute, filled in by a script": (
        "https://shop.example.de/p/123456",
        (
            '<h1>Aurelia Uhr</h1><div class="price" data-price="129.90" data-currency="EUR"></div>'
            "<button>In den Warenkorb</button>"
        ),
        "price=129.90 currency=EUR",
    ),
    "the amount in a data attribute and on the page": (
        "https://shop.example.de/p/123456",
        '<h1>Aurelia Uhr</h1><div class="price" data-price-amount="129.9">129,90 €</div><button>In den Warenkorb</button>',
        "price=129.90 currency=EUR",
    ),
    "a switcher of currencies above the goods": (
        "https://shop.example.eu/p/123456",
        (
            '<ul class="currency-switcher"><li>€ EUR</li><li>£ GBP</li><li>$ USD</li></ul><h1>Aurelia Chrono</h1>'
            '<div class="price">€129.00</div><button>Add to cart</button>'
        ),
        "price=129.00 currency=EUR",
    ),
    "the same price in several currencies, one of them shown": (
        "https://shop.example.eu/p/123456",
        (
            '<h1>Aurelia Chrono</h1><div class="price"><span class="cur-eur">129,00 €</span>'
            '<span class="cur-usd" style="display:none">$ 139.00</span></div><button>Add to cart</button>'
        ),
        "price=129.00 currency=EUR",
    ),
    "two currencies side by side in the month of a change": (
        "https://magazin.example.bg/chasovnik-123456",
        '<h1>Часовник Aurelia</h1><div class="price">127,77 € / 249,90 лв.</div><button>Купи</button>',
        "price=127.77 currency=EUR",
    ),
    "a price that others start from is none": (
        "https://shop.example.de/p/123456",
        '<h1>Aurelia Band</h1><div class="price">ab 12,50 €</div><button>In den Warenkorb</button>',
        "price=",
    ),
    "a list price with its name in front": (
        "https://shop.example.de/p/123456",
        '<h1>Aurelia Uhr</h1><div class="price">UVP 199,00 € <b>149,00 €</b></div><button>In den Warenkorb</button>',
        "price=149.00 list_price=199.00 currency=EUR",
    ),
    "instead of": (
        "https://shop.example.de/p/123456",
        '<h1>Aurelia Uhr</h1><p class="price">149,00 € statt 199,00 €</p><button>In den Warenkorb</button>',
        "price=149.00 list_price=199.00 currency=EUR",
    ),
    "a price of 100 ml below the price": (
        "https://shop.example.de/p/123456",
        (
            '<h1>Aurelia Parfum</h1><div class="price">49,90 €</div><div class="price-info">(99,80 € / 100 ml)</div>'
            "<button>In den Warenkorb</button>"
        ),
        "price=49.90 currency=EUR",
    ),
    "a price of a kilogram before the price": (
        "https://shop.example.de/p/123456",
        (
            '<h1>Aurelia Kaffee</h1><div class="price"><small>19,98 €/kg</small> <span>9,99 €</span></div>'
            "<button>In den Warenkorb</button>"
        ),
        "price=9.99 currency=EUR",
    ),
    "a base price behind its name": (
        "https://shop.example.de/p/123456",
        (
            '<h1>Aurelia Parfum</h1><div class="price">49,90 €*</div><div class="price-base">Grundpreis: 998,00 € pro 1 l</div>'
            "<button>In den Warenkorb</button>"
        ),
        "price=49.90 currency=EUR",
    ),
    "a range is a range": (
        "https://shop.example.de/p/123456",
        (
            '<h1>Aurelia Band</h1><div class="price">12,00 € – 29,00 €</div><button>Ausführung wählen</button>'
            "<button>In den Warenkorb</button>"
        ),
        "price=12.00 price_to=29.00 currency=EUR",
    ),
    "a Japanese price with and without tax": (
        "https://shop.example.co.jp/item/123456",
        '<h1>腕時計</h1><p class="price">11,637円（税抜） <b>12,800円（税込）</b></p><button>カートに入れる</button>',
        "price=12800 currency=JPY",
    ),
    "an amount in a data attribute that may be in cents": (
        "https://shop.example.de/p/123456",
        '<h1>Aurelia Uhr</h1><div class="price" data-price="12990">129,90 €</div><button>In den Warenkorb</button>',
        "price=129.90 currency=EUR",
    ),
    "without tax in brackets, then with it": (
        "https://shop.example.co.uk/p/123456",
        '<h1>Aurelia Drill</h1><div class="price">£100.00 (ex VAT) <b>£120.00 (inc VAT)</b></div><button>Add to basket</button>',
        "price=120.00 currency=GBP",
    ),
    "a price of an ounce in brackets": (
        "https://shop.example.com/us/p/123456",
        '<h1>Aurelia Cologne</h1><div class="price">$12.99 <small>($1.62 / Ounce)</small></div><button>Add to cart</button>',
        "price=12.99",
    ),
    "a price of one of many in brackets": (
        "https://shop.example.es/p/123456",
        '<h1>Aurelia Pads</h1><div class="price"><span>(0,13 €/unidad)</span> 12,99 €</div><button>Comprar</button>',
        "price=12.99 currency=EUR",
    ),
    # --- Whether it is there.
    **{
        f"out of stock: {words}": (
            f"https://shop.example.{end}/p/123456",
            f'<h1>Aurelia Chrono</h1><div class="price">{money}</div><p class="stock-status">{words}</p>',
            "availability=out_of_stock",
        )
        for end, money, words in [
            ("de", "129,00 €", "Zur Zeit nicht lieferbar"),
            ("de", "129,00 €", "Leider ausverkauft"),
            ("fr", "129,00 €", "Produit en rupture de stock"),
            ("fr", "129,00 €", "Bientôt de retour en stock"),
            ("it", "129,00 €", "Prodotto esaurito"),
            ("it", "129,00 €", "Al momento non disponibile"),
            ("es", "129,00 €", "Producto agotado"),
            ("pt", "129,00 €", "Sem stock"),
            ("com.br", "R$ 129,00", "Produto indisponível"),
            ("nl", "€ 129,00", "Tijdelijk uitverkocht"),
            ("nl", "€ 129,00", "Niet meer leverbaar"),
            ("se", "1 299 kr", "Slut i lager"),
            ("se", "1 299 kr", "Tillfälligt slut"),
            ("dk", "1.299 kr.", "Ikke på lager"),
            ("no", "1 299 kr", "Ikke på lager"),
            ("fi", "129,00 €", "Ei saatavilla"),
            ("pl", "499 zł", "Produkt niedostępny"),
            ("pl", "499 zł", "Chwilowy brak towaru"),
            ("cz", "4 990 Kč", "Momentálně nedostupné"),
            ("cz", "4 990 Kč", "Není skladem"),
            ("sk", "129,00 €", "Vypredané"),
            ("hu", "49 990 Ft", "Nincs készleten"),
            ("ro", "499 Lei", "Stoc epuizat"),
            ("ro", "499 Lei", "Indisponibil"),
            ("gr", "129,00 €", "Εξαντλημένο"),
            ("bg", "249 лв.", "Няма в наличност"),
            ("hr", "129,00 €", "Nije dostupno"),
            ("com.tr", "1.999 TL", "Tükendi"),
            ("ru", "12 990 ₽", "Нет на складе"),
            ("ua", "4 599 ₴", "Немає в наявності"),
            ("cn", "¥129", "暂无库存"),
            ("tw", "NT$1,299", "已售完"),
            ("co.jp", "12,800円", "在庫切れ"),
            ("co.jp", "12,800円", "SOLD OUT"),
            ("co.kr", "129,000원", "일시품절"),
            ("vn", "1.290.000₫", "Hết hàng"),
            ("co.id", "Rp1.299.000", "Stok habis"),
            ("co.th", "฿4,990", "สินค้าหมด"),
            ("co.il", "₪1,299", "אזל מהמלאי"),
            ("ae", "AED 499", "غير متوفر حاليا"),
        ]
    },
    **{
        f"to be ordered before it is there: {words}": (
            f"https://shop.example.{end}/p/123456",
            f'<h1>Aurelia Chrono</h1><div class="price">{money}</div><p class="availability">{words}</p>',
            "availability=preorder",
        )
        for end, money, words in [
            ("com", "$129.00", "Available on backorder"),
            ("com", "$129.00", "Pre-order now, ships 12 May"),
            ("de", "129,00 €", "Jetzt vorbestellen"),
            ("de", "129,00 €", "Erscheint am 12.05.2026"),
            ("fr", "129,00 €", "En précommande"),
            ("it", "129,00 €", "Preordine"),
            ("it", "129,00 €", "Prenota ora"),
            ("es", "129,00 €", "Reserva anticipada"),
            ("es", "129,00 €", "Preventa"),
            ("nl", "€ 129,00", "Nu te reserveren"),
            ("pl", "499 zł", "Przedsprzedaż"),
            ("cz", "4 990 Kč", "Předobjednávka"),
            ("se", "1 299 kr", "Förbeställ"),
            ("co.jp", "12,800円", "予約受付中"),
            ("co.kr", "129,000원", "예약판매"),
            ("cn", "¥129", "预售"),
        ]
    },
    **{
        f"in stock: {words}": (
            f"https://shop.example.{end}/p/123456",
            f'<h1>Aurelia Chrono</h1><div class="price">{money}</div><p class="stock">{words}</p>',
            "availability=in_stock",
        )
        for end, money, words in [
            ("de", "129,00 €", "Sofort lieferbar, Lieferzeit 1-3 Werktage"),
            ("fr", "129,00 €", "En stock"),
            ("pl", "499 zł", "Towar dostępny"),
            ("fi", "129,00 €", "Varastossa"),
            ("gr", "129,00 €", "Διαθέσιμο"),
            ("hu", "49 990 Ft", "Készleten"),
            ("bg", "249 лв.", "В наличност"),
            ("com.tr", "1.999 TL", "Stokta var"),
            ("vn", "1.290.000₫", "Còn hàng"),
        ]
    },
    # --- Numbers and brands behind the words for them.
    **{
        f"{label}: a {field}": (
            f"https://shop.example.{end}/p/123456",
            f"<h1>Aurelia Chrono</h1><div class='price'>{money}</div><table><tr><th>{label}</th><td>{value}</td></tr></table>",
            f"{field}={value}",
        )
        for end, money, label, field, value in [
            ("de", "129,00 €", "Artikelnummer", "sku", "AC-4010"),
            ("de", "129,00 €", "Artikel-Nr.", "sku", "AC-4010"),
            ("de", "129,00 €", "Art.-Nr.", "sku", "AC-4010"),
            ("de", "129,00 €", "Hersteller-Nr.", "mpn", "AU-77"),
            ("de", "129,00 €", "Herstellernummer", "mpn", "AU-77"),
            ("de", "129,00 €", "Hersteller-Artikelnummer", "mpn", "AU-77"),
            ("de", "129,00 €", "Herstellerartikelnummer (HAN)", "mpn", "AU-77"),
            ("de", "129,00 €", "GTIN/EAN", "gtin", "4006381333931"),
            ("com", "$129.00", "EAN-13", "gtin", "4006381333931"),
            ("com", "$129.00", "UPC Code", "gtin", "036000291452"),
            ("com", "$129.00", "Mfr Part #", "mpn", "AU-77"),
            ("com", "$129.00", "MPN", "mpn", "AU-77"),
            ("com", "$129.00", "Manufacturer Part No.", "mpn", "AU-77"),
            ("com", "$129.00", "Manufacturer SKU", "mpn", "AU-77"),
            ("fr", "129,00 €", "Référence", "sku", "AC-4010"),
            ("fr", "129,00 €", "Réf. fabricant", "mpn", "AU-77"),
            ("fr", "129,00 €", "Référence constructeur", "mpn", "AU-77"),
            ("fr", "129,00 €", "Code EAN", "gtin", "4006381333931"),
            ("es", "129,00 €", "Código", "sku", "AC-4010"),
            ("es", "129,00 €", "Ref. fabricante", "mpn", "AU-77"),
            ("es", "129,00 €", "Código EAN", "gtin", "4006381333931"),
            ("it", "129,00 €", "Codice prodotto", "sku", "AC-4010"),
            ("it", "129,00 €", "Codice EAN", "gtin", "4006381333931"),
            ("pt", "129,00 €", "Referência", "sku", "AC-4010"),
            ("pl", "499 zł", "Kod producenta", "mpn", "AU-77"),
            ("pl", "499 zł", "Kod produktu", "sku", "AC-4010"),
            ("pl", "499 zł", "Kod EAN", "gtin", "4006381333931"),
            ("cz", "4 990 Kč", "Kód produktu", "sku", "AC-4010"),
            ("cz", "4 990 Kč", "Kód výrobce", "mpn", "AU-77"),
            ("nl", "€ 129,00", "Artikelnummer", "sku", "AC-4010"),
            ("nl", "€ 129,00", "Fabrikantcode", "mpn", "AU-77"),
            ("se", "1 299 kr", "Artikelnummer", "sku", "AC-4010"),
            ("se", "1 299 kr", "Tillverkarens artikelnummer", "mpn", "AU-77"),
            ("dk", "1.299 kr.", "Varenummer", "sku", "AC-4010"),
            ("dk", "1.299 kr.", "Producentens varenummer", "mpn", "AU-77"),
            ("fi", "129,00 €", "Tuotenumero", "sku", "AC-4010"),
            ("hu", "49 990 Ft", "Cikkszám", "sku", "AC-4010"),
            ("ro", "499 Lei", "Cod produs", "sku", "AC-4010"),
            ("com.tr", "1.999 TL", "Ürün Kodu", "sku", "AC-4010"),
            ("com.tr", "1.999 TL", "Barkod", "gtin", "4006381333931"),
            ("ru", "12 990 ₽", "Артикул", "sku", "AC-4010"),
            ("ru", "12 990 ₽", "Код производителя", "mpn", "AU-77"),
            ("ru", "12 990 ₽", "Штрих-код", "gtin", "4006381333931"),
            ("ua", "4 599 ₴", "Код товару", "sku", "AC-4010"),
            ("co.jp", "12,800円", "型番", "mpn", "AU-77"),
            ("co.jp", "12,800円", "メーカー型番", "mpn", "AU-77"),
            ("co.jp", "12,800円", "商品コード", "sku", "AC-4010"),
            ("cn", "¥129", "货号", "mpn", "AU-77"),
            ("co.kr", "129,000원", "품번", "mpn", "AU-77"),
            ("co.kr", "129,000원", "모델번호", "mpn", "AU-77"),
            ("de", "129,00 €", "Hersteller", "brand", "Aurelia"),
            ("de", "129,00 €", "Markenname", "brand", "Aurelia"),
            ("fr", "129,00 €", "Marque", "brand", "Aurelia"),
            ("fi", "129,00 €", "Tuotemerkki", "brand", "Aurelia"),
            ("hu", "49 990 Ft", "Márka", "brand", "Aurelia"),
            ("ro", "499 Lei", "Marcă", "brand", "Aurelia"),
            ("gr", "129,00 €", "Μάρκα", "brand", "Aurelia"),
            ("gr", "129,00 €", "Κατασκευαστής", "brand", "Aurelia"),
            ("com.tr", "1.999 TL", "Marka", "brand", "Aurelia"),
            ("vn", "1.290.000₫", "Thương hiệu", "brand", "Aurelia"),
            ("co.id", "Rp1.299.000", "Merek", "brand", "Aurelia"),
            ("co.th", "฿4,990", "ยี่ห้อ", "brand", "Aurelia"),
            ("ua", "4 599 ₴", "Виробник", "brand", "Aurelia"),
            ("co.kr", "129,000원", "제조사", "brand", "Aurelia"),
            ("co.il", "₪1,299", "מותג", "brand", "Aurelia"),
            ("ae", "AED 499", "العلامة التجارية", "brand", "Aurelia"),
        ]
    },
}


@pytest.mark.parametrize("name", PAGES)
def test_a_shop_is_read_whatever_its_country(name: str) -> None:
    url, body, expected = PAGES[name]
    page = read_page(f"<html><head><title>Shop</title></head><body>{MENU}{body}</body></html>", url)
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    wanted = dict(entry.split("=") for entry in expected.split())
    read = {name: str(getattr(listing, name, "") or "") for name in wanted}
    read |= {name: listing.attributes.get(name, "") for name in wanted if name == "price_to"}
    assert read == wanted


BUTTONS = """
    Sepete Ekle | Kosárba | Do košíka | Přidat do košíku | Adaugă în coș | Adauga in cos | Добави в количката
    Купити | До кошика | Thêm vào giỏ hàng | Mua ngay | หยิบใส่ตะกร้า | Tambah ke Keranjang | Beli Sekarang
    הוסף לסל | أضف إلى السلة | أضف للسلة | + Keranjang | Beli Langsung | Lisää ostoskoriin | U košaricu | V košarico | Pievienot grozam | Į krepšelį
    Lisa ostukorvi | Προσθήκη στο καλάθι | カゴに入れる | 買い物かごに入れる | 購入手続きへ | 구매하기 | 바로구매 | 加入購物車 | 放入购物车 | 立即抢购 | Köp
    Lägg i varukorgen | Læg i kurven | Køb nu | Legg i handlekurven | Kjøp | In den Einkaufswagen legen
    Zum Warenkorb hinzufügen | Jetzt bestellen | J'achète | Mettre au panier | Compra ora | Metti nel carrello
    Añadir a la bolsa | Al carrito | Comprar agora | Adicionar à sacola | In winkelmand
    Toevoegen aan winkelwagen | Bestellen | Do koszyka | Kup teraz | Добавить в корзину | Купить | Dodaj u korpu
    Add to trolley | Purchase | Order now
"""
NO_BUTTONS = (
    "Shop now | How to buy | Where to buy | Köpvillkor | Bestellen & Liefern | Wie bestellen | Cómo hacer un pedido"
)


def texts(table: str) -> list[str]:
    return [text.strip() for line in table.strip().splitlines() for text in line.split(" | ") if text.strip()]


@pytest.mark.parametrize(
    ("shown", "kind"),
    [*((text, Kind.PRODUCT) for text in texts(BUTTONS)), *((text, Kind.OTHER) for text in texts(NO_BUTTONS))],
)
def test_a_button_that_buys_makes_a_page_one_of_goods(shown: str, kind: Kind) -> None:
    """The address names no item here, and nothing is said of stock."""
    body = f'{MENU}<h1>Aurelia Chrono</h1><div class="price">EUR 129.00</div>'
    for button in (f"<button>{shown}</button>", f'<input type="submit" value="{shown}">'):
        assert read_page(body + button, "https://shop.example/aurelia-chrono").kind is kind


NAMED = [
    ("Artikelnummer", "sku", "AC-4010"),
    ("Art.-Nr.", "sku", "AC-4010"),
    ("Herstellernummer", "mpn", "AU-77"),
    ("HAN", "mpn", "AU-77"),
    ("Réf.", "sku", "AC-4010"),
    ("Code EAN", "gtin", "4006381333931"),
    ("Codice EAN", "gtin", "4006381333931"),
    ("Kod EAN", "gtin", "4006381333931"),
    ("Kod produktu", "sku", "AC-4010"),
    ("Kód zboží", "sku", "AC-4010"),
    ("EAN", "gtin", "4006381333931"),
    ("Cikkszám", "sku", "AC-4010"),
    ("Cod produs", "sku", "AC-4010"),
    ("Tuotenumero", "sku", "AC-4010"),
    ("Artikelnr", "sku", "AC-4010"),
    ("Varenr.", "sku", "AC-4010"),
    ("Stok Kodu", "sku", "AC-4010"),
    ("Артикул", "sku", "AC-4010"),
    ("商品番号", "sku", "AC-4010"),
    ("JANコード", "gtin", "4901234567894"),
    ("型号", "mpn", "AU-77"),
    ("모델명", "mpn", "AU-77"),
    ("Item #", "sku", "AC-4010"),
    ("Part Number", "mpn", "AU-77"),
    ("UPC", "gtin", "036000291452"),
    ("Thương hiệu", "brand", "Aurelia"),
    ("Gyártó", "brand", "Aurelia"),
    ("Κατασκευαστής", "brand", "Aurelia"),
    ("Marka", "brand", "Aurelia"),
    ("Merek", "brand", "Aurelia"),
]


@pytest.mark.parametrize(("name", "field", "value"), NAMED)
@pytest.mark.parametrize(
    "shape",
    ["<p>{}: {}</p>", "<div><b>{}:</b> <span>{}</span></div>", '<div class="row"><div>{}</div><div>{}</div></div>'],
    ids=["line", "bold", "row"],
)
def test_a_name_of_a_value_is_known_outside_of_tables_too(shape: str, name: str, field: str, value: str) -> None:
    body = f'{MENU}<h1>Aurelia Chrono</h1><div class="price">EUR 129.00</div>{shape.format(name, value)}'
    (listing,) = read_page(body, "https://shop.example/p/123456").listings
    assert getattr(listing, field) == value


LINES = {
    '<span>49,90 €</span><span class="ppu">1 l = 998,00 €</span>': ("de", "price=49.90"),
    "9,99 € <small>100 g = 3,99 €</small>": ("de", "price=9.99"),
    "9,99 € <small>soit 19,98 € le kg</small>": ("fr", "price=9.99"),
    "299,99 € <small>dont 8,00 € d’éco-part</small>": ("fr", "price=299.99"),
    "a partire da 29,90 €": ("it", "price="),
    "od 29,90 zł": ("pl", "price="),
    '199,00 € <span class="lowest">Niedrigster Preis der letzten 30 Tage: 179,00 €</span>': ("de", "price=199.00"),
    "199,00 € <span>Prix le plus bas des 30 derniers jours : 179,00 €</span>": ("fr", "price=199.00"),
    "199,00 € <span>Prezzo più basso degli ultimi 30 giorni: 179,00 €</span>": ("it", "price=199.00"),
    "199,00 € <span>Precio mínimo en los últimos 30 días: 179,00 €</span>": ("es", "price=199.00"),
    "$199.00 or $49.75/mo": ("com", "price=199.00"),
    "De R$ 1.499,00 por R$ 1.299,90 ou 10x de R$ 129,99": ("com.br", "price=1299.90 list_price=1499.00"),
    '<span class="old">2.499,00 TL</span> <span class="new">1.999,90 TL</span>': (
        "com.tr",
        "price=1999.90 list_price=2499.00",
    ),
    "通常価格 15,800円 セール価格 12,800円（税込）": ("co.jp", "price=12800 list_price=15800"),
    "12,800円 送料550円": ("co.jp", "price=12800"),
    "原价：¥299 现价：¥199": ("cn", "price=199 list_price=299"),
    '<span class="rate">20%</span> <strong>129,000원</strong> <del>159,000원</del>': (
        "co.kr",
        "price=129000 list_price=159000",
    ),
    "₹1,299 <span>MRP ₹1,999</span> <span>(35% off)</span>": ("in", "price=1299 list_price=1999"),
    "Rs. 1,299.00 <span>M.R.P. Rs. 1,999.00</span>": ("in", "price=1299.00 list_price=1999.00"),
    "<b>£120.00</b> inc. VAT <span>£100.00 ex. VAT</span>": ("co.uk", "price=120.00"),
    "Was £150.00, Now £120.00, Save £30.00": ("co.uk", "price=120.00 list_price=150.00"),
    "$120.00 <span>Member price $99.00</span>": ("com.au", "price=120.00"),
    "Adviesprijs € 199,00 Onze prijs € 149,00": ("nl", "price=149.00 list_price=199.00"),
    "999:- <span>Ord. 1 299:-</span>": ("se", "price=999 list_price=1299"),
    "49,90 € <span>Norm. 69,90 €</span>": ("fi", "price=49.90 list_price=69.90"),
    "4 124 Kč bez DPH <b>4 990 Kč s DPH</b>": ("cz", "price=4990"),
    "99,00 zł netto <b>121,77 zł brutto</b>": ("pl", "price=121.77"),
    "Bruttó: 12 690 Ft Nettó: 9 992 Ft": ("hu", "price=12690"),
    "Eredeti ár: 15 990 Ft Akciós ár: 12 690 Ft": ("hu", "price=12690 list_price=15990"),
    "PRP: 499,00 Lei <b>399,00 Lei</b>": ("ro", "price=399.00 list_price=499.00"),
    "από 29,90 €": ("gr", "price="),
    "29 900 Ft-tól": ("hu", "price="),
    "299 TL'den başlayan fiyatlarla": ("com.tr", "price="),
    "alk. 29,90 €": ("fi", "price="),
    "de la 299 Lei": ("ro", "price="),
    "ราคา 4,990 บาท": ("co.th", "price=4990"),
    "từ 299.000₫": ("vn", "price="),
    "AED 99.00 - AED 199.00": ("ae", "price=99.00 price_to=199.00"),
    "129,00 € <span>inkl. MwSt. zzgl. 4,90 € Versand</span>": ("de", "price=129.00"),
    "1,29 € <span>zzgl. 0,25 € Pfand</span>": ("de", "price=1.29"),
    "129,00 € <span>oder 9,90 €/Monat</span>": ("de", "price=129.00"),
}


@pytest.mark.parametrize("line", LINES)
def test_the_price_among_other_amounts_of_its_line(line: str) -> None:
    end, expected = LINES[line]
    body = f'{MENU}<h1>Aurelia Chrono</h1><div class="price">{line}</div><button>Add to cart</button>'
    (listing,) = read_page(body, f"https://shop.example.{end}/p/123456").listings
    wanted = dict(entry.split("=") for entry in expected.split())
    read = {name: str(getattr(listing, name, "") or listing.attributes.get(name, "")) for name in wanted}
    assert read == wanted


SAID_BY_BUTTONS = {
    "Sold out": ("<button disabled>{}</button>", "out_of_stock"),
    "Ausverkauft": ("<button disabled>{}</button>", "out_of_stock"),
    "Épuisé": ("<button disabled>{}</button>", "out_of_stock"),
    "Esaurito": ("<button disabled>{}</button>", "out_of_stock"),
    "Agotado": ("<button disabled>{}</button>", "out_of_stock"),
    "Esgotado": ("<button disabled>{}</button>", "out_of_stock"),
    "Uitverkocht": ("<button disabled>{}</button>", "out_of_stock"),
    "Slutsåld": ("<button disabled>{}</button>", "out_of_stock"),
    "Udsolgt": ("<button disabled>{}</button>", "out_of_stock"),
    "Loppuunmyyty": ("<button disabled>{}</button>", "out_of_stock"),
    "Wyprzedane": ("<button disabled>{}</button>", "out_of_stock"),
    "Vyprodáno": ("<button disabled>{}</button>", "out_of_stock"),
    "Elfogyott": ("<button disabled>{}</button>", "out_of_stock"),
    "Epuizat": ("<button disabled>{}</button>", "out_of_stock"),
    "Tükendi": ("<button disabled>{}</button>", "out_of_stock"),
    "Нет в наличии": ("<button disabled>{}</button>", "out_of_stock"),
    "売り切れ": ("<button disabled>{}</button>", "out_of_stock"),
    "품절": ("<button disabled>{}</button>", "out_of_stock"),
    "售罄": ("<button disabled>{}</button>", "out_of_stock"),
    "Hết hàng": ("<button disabled>{}</button>", "out_of_stock"),
    "Notify me when available": ("<button>{}</button>", "out_of_stock"),
    "Benachrichtigen, wenn verfügbar": ("<button>{}</button>", "out_of_stock"),
    "Me prévenir du retour en stock": ("<button>{}</button>", "out_of_stock"),
    "Avvisami quando disponibile": ("<button>{}</button>", "out_of_stock"),
    "Avísame cuando esté disponible": ("<button>{}</button>", "out_of_stock"),
    "Avise-me quando chegar": ("<button>{}</button>", "out_of_stock"),
    "Powiadom o dostępności": ("<button>{}</button>", "out_of_stock"),
    "再入荷通知を受け取る": ("<button>{}</button>", "out_of_stock"),
    "재입고 알림": ("<button>{}</button>", "out_of_stock"),
    "到货通知": ("<button>{}</button>", "out_of_stock"),
    "Pre-order": ("<button>{}</button>", "preorder"),
    "Jetzt vorbestellen": ("<button>{}</button>", "preorder"),
    "予約する": ("<button>{}</button>", "preorder"),
    "Add to cart": ("<button>{}</button><button>Notify me of offers</button>", "in_stock"),
    "S - Sold out": ("<select><option>{}</option><option>M</option></select><button>Add to cart</button>", "in_stock"),
    "S sold out": ("<ul><li><button disabled>{}</button></li></ul><button>Add to cart</button>", "in_stock"),
    "XL sold out": ("<ul><li><button disabled>{}</button></li><li><button>M</button></li></ul>", "in_stock"),
    "Sold  out": (
        '<button>Add to cart</button><section class="related"><a href="/p/2">B</a><button disabled>{}</button></section>',
        "in_stock",
    ),
}


@pytest.mark.parametrize("shown", SAID_BY_BUTTONS)
def test_a_button_says_whether_the_goods_are_there(shown: str) -> None:
    html, state = SAID_BY_BUTTONS[shown]
    body = f'{MENU}<h1>Aurelia Chrono</h1><div class="price">EUR 129.00</div>{html.format(shown)}'
    (listing,) = read_page(body, "https://shop.example/p/123456").listings
    assert str(listing.availability) == state


SYSTEMS = {
    "a data element": (
        "https://shop.example.com/p/123456",
        '<h1>A</h1><p class="price"><data value="129.00">129 euros</data></p><button>Add to cart</button>',
        "price=129",
    ),
    "microdata with content": (
        "https://shop.example.de/p/123456",
        '<h1>A</h1><div itemscope itemtype="http://schema.org/Product"><span itemprop=name>A</span><div itemprop=offers itemscope itemtype="http://schema.org/Offer"><span itemprop=price content="129.90">129,90&nbsp;€</span><meta itemprop=priceCurrency content=EUR></div></div>',
        "price=129.90 currency=EUR",
    ),
    "microdata with a comma": (
        "https://shop.example.de/p/123456",
        '<div itemscope itemtype="http://schema.org/Product"><h1 itemprop=name>A</h1><div itemprop=offers itemscope itemtype="http://schema.org/Offer"><span itemprop=price>129,90</span> <span itemprop=priceCurrency content=EUR>€</span></div></div>',
        "price=129.90 currency=EUR",
    ),
    "WooCommerce": (
        "https://shop.example.de/p/123456",
        '<h1 class="product_title">A</h1><p class="price"><del aria-hidden="true"><span class="woocommerce-Price-amount amount"><bdi>199,00&nbsp;<span>€</span></bdi></span></del> <span class="screen-reader-text">Ursprünglicher Preis war: 199,00&nbsp;€</span><ins aria-hidden="true"><span class="woocommerce-Price-amount amount"><bdi>149,00&nbsp;<span>€</span></bdi></span></ins><span class="screen-reader-text">Aktueller Preis ist: 149,00&nbsp;€.</span></p><button>In den Warenkorb</button>',
        "price=149.00 list_price=199.00",
    ),
    "WooCommerce in Polish": (
        "https://shop.example.pl/p/123456",
        '<h1>A</h1><p class="price"><del aria-hidden="true"><span><bdi>199,00&nbsp;<span>zł</span></bdi></span></del> <span class="screen-reader-text">Pierwotna cena wynosiła: 199,00&nbsp;zł.</span><ins aria-hidden="true"><span><bdi>149,00&nbsp;<span>zł</span></bdi></span></ins><span class="screen-reader-text">Aktualna cena wynosi: 149,00&nbsp;zł.</span></p><button>Dodaj do koszyka</button>',
        "price=149.00 list_price=199.00",
    ),
    "WooCommerce in French": (
        "https://shop.example.fr/p/123456",
        '<h1>A</h1><p class="price"><del aria-hidden="true"><span><bdi>199,00<span>€</span></bdi></span></del> <span class="screen-reader-text">Le prix initial était : 199,00€.</span><ins aria-hidden="true"><span><bdi>149,00<span>€</span></bdi></span></ins><span class="screen-reader-text">Le prix actuel est : 149,00€.</span></p><button>Ajouter au panier</button>',
        "price=149.00 list_price=199.00",
    ),
    "WooCommerce in Spanish": (
        "https://shop.example.es/p/123456",
        '<h1>A</h1><p class="price"><del aria-hidden="true"><span><bdi>199,00<span>€</span></bdi></span></del> <span class="screen-reader-text">El precio original era: 199,00€.</span><ins aria-hidden="true"><span><bdi>149,00<span>€</span></bdi></span></ins><span class="screen-reader-text">El precio actual es: 149,00€.</span></p><button>Añadir al carrito</button>',
        "price=149.00 list_price=199.00",
    ),
    "WooCommerce in English": (
        "https://shop.example.co.uk/p/123456",
        '<h1>A</h1><p class="price"><del aria-hidden="true"><span><bdi>£199.00</bdi></span></del> <span class="screen-reader-text">Original price was: £199.00.</span><ins aria-hidden="true"><span><bdi>£149.00</bdi></span></ins><span class="screen-reader-text">Current price is: £149.00.</span></p><button>Add to basket</button>',
        "price=149.00 list_price=199.00",
    ),
    "Shopify": (
        "https://shop.example.co.uk/products/a-123456",
        '<h1>A</h1><div class="price price--large price--on-sale"><div class="price__container"><div class="price__regular"><span class="visually-hidden">Regular price</span><span class="price-item price-item--regular">£149.00</span></div><div class="price__sale"><span class="visually-hidden">Regular price</span><span><s class="price-item price-item--regular">£199.00</s></span><span class="visually-hidden">Sale price</span><span class="price-item price-item--sale price-item--last">£149.00</span></div><small class="unit-price caption hidden"><span class="visually-hidden">Unit price</span><span class="price-item price-item--last"><span></span><span>/</span><span>&nbsp;per&nbsp;</span></span></small></div></div><button>Add to cart</button>',
        "price=149.00 list_price=199.00",
    ),
    "Shopify in German": (
        "https://shop.example.de/products/a-123456",
        '<h1>A</h1><div class="price price--large price--on-sale"><div class="price__container"><div class="price__regular"><span class="visually-hidden">Normaler Preis</span><span class="price-item price-item--regular">€149,00 EUR</span></div><div class="price__sale"><span class="visually-hidden">Normaler Preis</span><span><s class="price-item price-item--regular">€199,00 EUR</s></span><span class="visually-hidden">Verkaufspreis</span><span class="price-item price-item--sale price-item--last">€149,00 EUR</span></div></div></div><button>In den Warenkorb legen</button>',
        "price=149.00 list_price=199.00",
    ),
    "Shopify, a price that others start from": (
        "https://shop.example.co.uk/products/a-123456",
        '<h1>A</h1><div class="price"><span class="visually-hidden">Regular price</span><span class="price-item">From £19.00 GBP</span></div><button>Add to cart</button>',
        "price=",
    ),
    "Magento": (
        "https://shop.example.de/a-123456.html",
        '<h1>A</h1><div class="product-info-price"><div class="price-box price-final_price"><span class="special-price"><span class="price-container"><span class="price-label">Sonderpreis</span><span class="price-wrapper" data-price-amount="149" data-price-type="finalPrice"><span class="price">149,00 €</span></span></span></span><span class="old-price"><span class="price-container"><span class="price-label">Normalpreis</span><span class="price-wrapper" data-price-amount="199" data-price-type="oldPrice"><span class="price">199,00 €</span></span></span></span></div></div><button id="product-addtocart-button">In den Warenkorb</button>',
        "price=149.00 list_price=199.00",
    ),
    "Magento with and without tax": (
        "https://shop.example.de/a-123456.html",
        '<h1>A</h1><div class="price-box"><span class="price-including-tax"><span class="price">119,00 €</span></span><span class="price-excluding-tax"><span class="price">100,00 €</span></span></div><button>In den Warenkorb</button>',
        "price=119.00",
    ),
    "Magento without tax first": (
        "https://shop.example.de/a-123456.html",
        '<h1>A</h1><div class="price-box"><span class="price-excluding-tax" data-label="Zzgl. Steuern"><span class="price">100,00 €</span></span><span class="price-including-tax"><span class="price">119,00 €</span></span></div><button>In den Warenkorb</button>',
        "price=119.00",
    ),
    "Shopware": (
        "https://shop.example.de/a/123456",
        '<h1>A</h1><div class="product-detail-price-container"><p class="product-detail-price with-list-price">149,00 € <span class="list-price-price">199,00 €</span><span class="list-price-percentage">(25 % gespart)</span></p></div><div class="product-detail-price-unit"><span>Inhalt:</span> 0.5 Liter <span class="price-unit-reference-content">(298,00 € / 1 Liter)</span></div><button>In den Warenkorb</button>',
        "price=149.00 list_price=199.00",
    ),
    "Gambio": (
        "https://shop.example.de/a-123456.html",
        '<h1>A</h1><div class="current-price-container"><span class="productOldPrice small">UVP 199,00 EUR<br></span>Nur 149,00 EUR</div><button>In den Warenkorb</button>',
        "price=149.00 list_price=199.00",
    ),
    "JTL": (
        "https://shop.example.de/a-123456",
        '<h1>A</h1><div class="price_wrapper"><strong class="price">149,00 € </strong><div class="price-note"><div class="vat_info">inkl. 19% USt. , zzgl. <a>Versand</a></div><div class="suggested-price">UVP des Herstellers: 199,00 €</div><div class="yousave">(Sie sparen 25.13%, also 50,00 €)</div></div></div><button>In den Warenkorb</button>',
        "price=149.00",
    ),
    "PrestaShop with the price of a litre": (
        "https://shop.example.fr/12-a-123456.html",
        '<h1>A</h1><div class="product-prices"><div class="product-price h5"><div class="current-price"><span class="current-price-value">49,90 €</span></div><p class="product-unit-price sub">99,80 € / L</p></div><div class="tax-shipping-delivery-label">TTC</div></div><button>Ajouter au panier</button>',
        "price=49.90",
    ),
    "cents in an element of their own, and no sign": (
        "https://shop.example.nl/p/123456",
        '<h1>A</h1><span class="promo-price" data-test="price">149<sup class="promo-price__fraction">99</sup></span><button>In winkelwagen</button>',
        "price=149.99",
    ),
    "a dash for cents": (
        "https://shop.example.nl/p/123456",
        '<h1>A</h1><span class="promo-price" data-test="price">149<sup class="promo-price__fraction">-</sup></span><button>In winkelwagen</button>',
        "price=149",
    ),
}


@pytest.mark.parametrize("name", SYSTEMS)
def test_shop_systems_write_prices_so(name: str) -> None:
    url, body, expected = SYSTEMS[name]
    (listing,) = read_page(f"<html><head><title>Shop</title></head><body>{MENU}{body}</body></html>", url).listings
    wanted = dict(entry.split("=") for entry in expected.split())
    assert {field: str(getattr(listing, field) or "") for field in wanted} == wanted

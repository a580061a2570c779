"""Product pages in the markup of common shop platforms: our own imitations, by the names that their themes use.

Data for machines is left out wherever a theme may leave it out, so that the page itself must be read. Each page has
what leads astray: list prices, unit prices, instalments, other goods, a cart in the header.
"""

import json
from dataclasses import dataclass
from decimal import Decimal

import pytest

from monitor.pages import Kind, read_page
from monitor.records import listing_from_record, listing_to_record


@dataclass(frozen=True, kw_only=True)
class Shop:
    """A page and what a person reads on it."""

    body: str
    price: str
    currency: str
    url: str = "https://shop.example/products/meridian-watch"
    list_price: str | None = None
    availability: str | None = "in_stock"
    sku: str | None = None
    brand: str | None = None
    head: str = ""
    title: str = "Meridian Watch"
    language: str = "en"


def cards(price: str) -> str:
    """Other goods, as shops show them below."""
    card = (
        f'<div class="product-card"><a href="/products/o{{0}}">Other {{0}}</a><span class="price">{price}</span></div>'
    )
    return f'<section class="related-products"><h2>You may also like</h2>{"".join(card.format(n) for n in range(4))}</section>'


def script(value: object, *, kind: str = "application/json", name: str = "", var: str = "") -> str:
    """A script that holds state: JSON, or a variable that is given it."""
    text = json.dumps(value)
    return f'<script type="{kind}" id="{name}">{text}</script>' if not var else f"<script>{var} = {text};</script>"


CART = '<header><div class="mini-cart">Cart <span class="price">$0.00</span></div></header>'
SHOPS = {
    "shopify, a sale": Shop(
        body=f"""{CART}<main><div class="product__info-container"><h1>Meridian Watch</h1>
        <p class="product__text caption-with-letter-spacing">Aurelia</p>
        <div class="price price--large price--on-sale"><div class="price__container">
          <div class="price__regular"><span class="visually-hidden">Regular price</span>
            <span class="price-item price-item--regular">$249.00 CAD</span></div>
          <div class="price__sale"><span class="visually-hidden">Regular price</span>
            <span><s class="price-item price-item--regular">$249.00 CAD</s></span>
            <span class="visually-hidden">Sale price</span>
            <span class="price-item price-item--sale price-item--last">$199.00 CAD</span></div>
          <small class="unit-price caption hidden"><span class="price-item">$1.99 / g</span></small></div></div>
        <form action="/cart/add"><button name="add" class="product-form__submit">Add to cart</button></form></div>
        {cards("$19.00 CAD")}</main>""",
        price="199.00", currency="CAD", list_price="249.00",
    ),
    "shopify, sold out": Shop(
        body=f"""<main><h1 class="product__title">Meridian Watch</h1>
        <div class="price price--sold-out"><span class="price-item price-item--regular">€249,00 EUR</span>
        <span class="badge price__badge-sold-out">Sold out</span></div>
        <button name="add" disabled="disabled" class="product-form__submit">Sold out</button>{cards("€19,00 EUR")}</main>""",
        price="249.00", currency="EUR", availability="out_of_stock",
    ),
    "shopify, state in cents": Shop(
        body="""<main><h1>Meridian Watch</h1><div class="price"><span class="money">£1,249.00</span></div>
        <button name="add">Add to cart</button></main>"""
        + script(
            {"product": {"id": 88, "title": "Meridian Watch", "vendor": "Aurelia", "variants": [
                {"id": 1, "sku": "MER-40", "price": 124900, "available": True}], "price": 124900, "available": True}},
            name="ProductJson-1"),
        price="1249.00", currency="GBP",
    ),
    "woocommerce, a sale": Shop(
        body=f"""<div id="product-7" class="product type-product instock sale"><div class="summary entry-summary">
        <h1 class="product_title entry-title">Meridian Watch</h1>
        <p class="price"><del aria-hidden="true"><span class="woocommerce-Price-amount amount"><bdi>1.249,00&nbsp;<span
        class="woocommerce-Price-currencySymbol">&euro;</span></bdi></span></del>
        <span class="screen-reader-text">Original price was: 1.249,00&nbsp;&euro;.</span>
        <ins aria-hidden="true"><span class="woocommerce-Price-amount amount"><bdi>999,00&nbsp;<span
        class="woocommerce-Price-currencySymbol">&euro;</span></bdi></span></ins>
        <span class="screen-reader-text">Current price is: 999,00&nbsp;&euro;.</span></p>
        <p class="stock in-stock">3 in stock</p>
        <form class="cart"><button type="submit" class="single_add_to_cart_button button alt">Add to cart</button></form>
        <div class="product_meta"><span class="sku_wrapper">SKU: <span class="sku">MER-40</span></span></div></div>
        {cards('<span class="woocommerce-Price-amount amount"><bdi>19,00&nbsp;€</bdi></span>')}</div>""",
        price="999.00", currency="EUR", list_price="1249.00", sku="MER-40",
    ),
    "woocommerce, out of stock": Shop(
        body=f"""<div class="product outofstock"><h1 class="product_title">Meridian Watch</h1>
        <p class="price"><span class="woocommerce-Price-amount amount"><bdi><span
        class="woocommerce-Price-currencySymbol">&#36;</span>89.90</bdi></span></p>
        <p class="stock out-of-stock">Out of stock</p>{cards("$19.00")}</div>""",
        price="89.90", currency="USD", availability="out_of_stock", url="https://shop.example/us/en/product/meridian/",
    ),
    "magento 2": Shop(
        body=f"""<div class="product-info-main"><div class="page-title-wrapper"><h1 class="page-title"><span class="base"
        itemprop="name">Meridian Watch</span></h1></div>
        <div class="product-info-price"><div class="price-box price-final_price">
        <span class="special-price"><span class="price-container price-final_price"><span class="price-label">Special
        Price</span><span id="product-price-7" data-price-amount="199.5" data-price-type="finalPrice"
        class="price-wrapper"><span class="price">£199.50</span></span></span></span>
        <span class="old-price"><span class="price-container"><span class="price-label">Was</span>
        <span id="old-price-7" data-price-amount="249" data-price-type="oldPrice" class="price-wrapper"><span
        class="price">£249.00</span></span></span></span></div>
        <div class="product-info-stock-sku"><div class="stock available" title="Availability"><span>In stock</span></div>
        <div class="product attribute sku"><strong class="type">SKU</strong> <div class="value"
        itemprop="sku">MER-40</div></div></div></div>
        <button type="submit" class="action primary tocart" id="product-addtocart-button">Add to Basket</button></div>
        {cards("£19.00")}""",
        price="199.50", currency="GBP", list_price="249.00", sku="MER-40",
    ),
    "prestashop": Shop(
        body=f"""<h1 class="h1">Meridian Watch</h1><div class="product-prices js-product-prices">
        <div class="product-discount"><span class="regular-price">249,00&nbsp;€</span></div>
        <div class="product-price h5 has-discount"><div class="current-price"><span class="current-price-value"
        content="199.2">199,20&nbsp;€</span><span class="discount discount-percentage">Économisez 20%</span></div>
        <p class="product-unit-price sub">(9,96 € l'unité)</p></div>
        <div class="tax-shipping-delivery-label">TTC</div></div>
        <div class="product-add-to-cart"><button class="btn btn-primary add-to-cart">Ajouter au panier</button>
        <span id="product-availability" class="js-product-availability">En stock</span></div>
        <div class="product-reference"><label class="label">Référence </label><span>MER-40</span></div>
        {cards("19,00 €")}""",
        price="199.20", currency="EUR", list_price="249.00", sku="MER-40", language="fr",
    ),
    "bigcommerce": Shop(
        body=f"""<div class="productView"><h1 class="productView-title">Meridian Watch</h1>
        <h2 class="productView-brand"><a href="/aurelia/"><span>Aurelia</span></a></h2>
        <div class="productView-price"><div class="price-section price-section--withoutTax rrp-price--withoutTax"
        style="display:none">MSRP: <span class="price price--rrp"></span></div>
        <div class="price-section price-section--withoutTax non-sale-price--withoutTax">Was:
        <span class="price price--non-sale">$249.00</span></div>
        <div class="price-section price-section--withoutTax"><span class="price-now-label">Now:</span>
        <span class="price price--withoutTax">$199.00</span></div>
        <div class="price-section price-section--saving price"><span class="price">(You save</span>
        <span class="price price--saving">$50.00</span>)</div></div>
        <dl class="productView-info"><dt class="productView-info-name sku-label">SKU:</dt><dd
        class="productView-info-value">MER-40</dd><dt>UPC:</dt><dd>4006381333931</dd></dl>
        <input id="form-action-addToCart" type="submit" class="button button--primary" value="Add to Cart"></div>
        {cards("$19.00")}""",
        price="199.00", currency="USD", list_price="249.00", sku="MER-40", url="https://shop.example/us/en/meridian/",
    ),
    "shopware 5": Shop(
        body=f"""<h1 class="product--title">Meridian Watch</h1><div class="product--buybox">
        <div class="product--price price--default price--discount"><span class="price--content content--default">
        199,00&nbsp;&euro; *</span><span class="price--line-through">249,00&nbsp;&euro; *</span></div>
        <div class="product--price price--unit">Grundpreis (9,95 € / 1 g)</div>
        <p class="product--tax">inkl. MwSt.</p>
        <div class="product--delivery"><span class="delivery--text delivery--text-available">Sofort lieferbar</span></div>
        <button class="buybox--button">In den Warenkorb</button>
        <ul class="product--base-info"><li class="entry--sku"><strong class="entry--label">Artikel-Nr.:</strong>
        <span class="entry--content">MER-40</span></li></ul></div>{cards("19,00 €")}""",
        price="199.00", currency="EUR", list_price="249.00", sku="MER-40", language="de",
    ),
    "shopware 6": Shop(
        body=f"""<h1 class="product-detail-name">Meridian Watch</h1><div class="product-detail-buy">
        <div class="product-detail-price-container"><p class="product-detail-price with-list-price">199,00 €*
        <span class="list-price-badge">%</span><span class="product-detail-list-price-wrapper"><span
        class="list-price-price">249,00 €*</span> <span class="list-price-percentage">(20.08% gespart)</span></span></p>
        <div class="product-detail-price-unit">Inhalt: 0,5 l (398,00 €* / 1 l)</div></div>
        <p class="delivery-information delivery-available">Sofort verfügbar, Lieferzeit 1-3 Tage</p>
        <button class="btn btn-primary btn-buy">In den Warenkorb</button>
        <div class="product-detail-ordernumber-container"><span class="product-detail-ordernumber-label">
        Produktnummer:</span> <span class="product-detail-ordernumber">MER-40</span></div></div>{cards("19,00 €*")}""",
        price="199.00", currency="EUR", list_price="249.00", sku="MER-40", language="de",
    ),
    "salesforce commerce": Shop(
        body=f"""<div class="product-detail"><h1 class="product-name">Meridian Watch</h1>
        <div class="product-number">Item No. <span class="product-id">4006381333</span></div>
        <div class="prices"><div class="price"><span><del><span class="strike-through list"><span class="value"
        content="249.00"><span class="sr-only">Price reduced from</span> $249.00 <span class="sr-only">to</span></span>
        </span></del><span class="sales"><span class="value" content="199.00">$199.00</span></span></span></div></div>
        <ul class="availability-msg"><li>In Stock</li></ul>
        <button class="add-to-cart btn btn-primary">Add to Bag</button></div>{cards("$19.00")}""",
        price="199.00", currency="USD", list_price="249.00", sku="4006381333", url="https://shop.example/en-us/meridian.html",
    ),
    "sap commerce": Shop(
        body=f"""<div class="product-details"><h1 class="name">Meridian Watch <span class="sku">ID</span>
        <span class="code">4006381</span></h1><p class="price">$1,199.00</p>
        <div class="stock-wrapper">7 In Stock</div>
        <button id="addToCartButton" class="btn btn-primary js-add-to-cart">Add to cart</button></div>{cards("$19.00")}""",
        price="1199.00", currency="USD", title="Meridian Watch ID 4006381", url="https://shop.example/us/en/p/4006381",
        sku="4006381",
    ),
    "spartacus": Shop(
        body=f"""<cx-product-intro><h1>Meridian Watch</h1></cx-product-intro><cx-product-summary>
        <div class="code">ID 4006381</div><div class="price" aria-label="Price">€1,199.00</div></cx-product-summary>
        <cx-add-to-cart><span class="info">In stock</span><button class="btn btn-primary btn-block">Add to cart</button>
        </cx-add-to-cart>{cards("€19.00")}""",
        price="1199.00", currency="EUR",
    ),
    "squarespace": Shop(
        head='<meta property="og:type" content="product"><meta property="product:price:amount" content="199.00">'
        '<meta property="product:price:currency" content="USD"><meta property="product:availability" content="instock">'
        '<meta property="og:title" content="Meridian Watch — A Shop">',
        body=f"""<h1 class="ProductItem-details-title" data-content-field="title">Meridian Watch</h1>
        <div class="ProductItem-product-price"><div class="product-price">
        <span class="sqs-money-native original-price">249.00</span>
        $<span class="sqs-money-native">199.00</span></div></div>
        <div class="sqs-add-to-cart-button" role="button"><div class="sqs-add-to-cart-button-inner">Add To Cart</div></div>
        {cards("$19.00")}""",
        price="199.00", currency="USD", title="Meridian Watch — A Shop",
    ),
    "wix": Shop(
        body="""<h1 data-hook="product-title" class="_2qrJF">Meridian Watch</h1><div data-hook="sku">SKU: MER-40</div>
        <div data-hook="product-price"><span data-hook="formatted-secondary-price" class="_34v">249,00 €</span>
        <span data-hook="formatted-primary-price" class="_2ZE">199,00 €</span></div>
        <button data-hook="add-to-cart"><span>In den Warenkorb</span></button>""",
        price="199.00", currency="EUR", list_price="249.00", sku="MER-40", language="de",
    ),
    "opencart": Shop(
        body=f"""<div id="product-product"><h1>Meridian Watch</h1><ul class="list-unstyled"><li>Brand: <a
        href="/aurelia">Aurelia</a></li><li>Product Code: MER-40</li><li>Availability: In Stock</li></ul>
        <ul class="list-unstyled"><li><span style="text-decoration: line-through;">$1,222.00</span></li>
        <li><h2>$1,100.00</h2></li><li>Ex Tax: $900.00</li></ul>
        <button type="button" id="button-cart" class="btn btn-primary btn-lg">Add to Cart</button></div>
        {cards("$19.00")}""",
        price="1100.00", currency="USD", list_price="1222.00", sku="MER-40", brand="Aurelia",
        url="https://shop.example/us/en/index.php?route=product/product",
    ),
    "opencart 4": Shop(
        body=f"""<h1>Meridian Watch</h1><ul class="list-unstyled"><li>Brand: <a href="/aurelia">Aurelia</a></li>
        <li>Product Code: MER-40</li><li>Availability: In Stock</li></ul>
        <ul class="list-unstyled"><li><span class="price-old">£122.00</span></li>
        <li><h2><span class="price-new">£110.00</span></h2></li><li>Ex Tax: £90.00</li></ul>
        <button id="button-cart" class="btn btn-primary">Add to Cart</button>{cards("£19.00")}""",
        price="110.00", currency="GBP", list_price="122.00", sku="MER-40", brand="Aurelia",
    ),
    "vtex": Shop(
        body=f"""<h1 class="vtex-store-components-3-x-productNameContainer"><span
        class="vtex-store-components-3-x-productBrand">Meridian Watch</span></h1>
        <span class="vtex-product-price-1-x-listPrice"><span class="vtex-product-price-1-x-listPriceValue">R$
        1.249,90</span></span>
        <span class="vtex-product-price-1-x-sellingPrice"><span class="vtex-product-price-1-x-sellingPriceValue"><span
        class="vtex-product-price-1-x-currencyContainer"><span class="vtex-product-price-1-x-currencyCode">R$</span><span
        class="vtex-product-price-1-x-currencyLiteral"> </span><span
        class="vtex-product-price-1-x-currencyInteger">1</span><span
        class="vtex-product-price-1-x-currencyGroup">.</span><span
        class="vtex-product-price-1-x-currencyInteger">099</span><span
        class="vtex-product-price-1-x-currencyDecimal">,</span><span
        class="vtex-product-price-1-x-currencyFraction">90</span></span></span></span>
        <span class="vtex-product-price-1-x-installments">10x de R$ 109,99 sem juros</span>
        <button class="vtex-button"><div>Adicionar ao carrinho</div></button>{cards("R$ 19,90")}""",
        price="1099.90", currency="BRL", list_price="1249.90", language="pt-BR", url="https://loja.com.br/meridian/p",
    ),
    "next.js, classes without names": Shop(
        body="""<div id="__next"><main><h1 class="css-1x">Meridian Watch</h1><p class="css-9z">Great</p></main></div>"""
        + script(
            {"props": {"pageProps": {"product": {"name": "Meridian Watch", "sku": "MER-40", "brand": {"name": "Aurelia"},
             "prices": {"sale": {"amount": "199.00", "currency": "EUR"}, "list": {"amount": "249.00", "currency": "EUR"}},
             "stockStatus": "IN_STOCK", "images": ["/m.jpg"]}}}}, name="__NEXT_DATA__"),
        price="199.00", currency="EUR", sku="MER-40", brand="Aurelia", list_price="249.00",
    ),
    "nuxt 3, a flat state": Shop(
        body="""<div id="__nuxt"><main><h1>Meridian Watch</h1></main></div>"""
        + script(
            [["ShallowReactive", 1], {"data": 2}, {"product": 3},
             {"name": 4, "sku": 5, "price": 6, "currency": 7, "brand": 8, "inStock": 9, "image": 10},
             "Meridian Watch", "MER-40", 199.5, "EUR", "Aurelia", True, "/m.jpg"], name="__NUXT_DATA__"),
        price="199.5", currency="EUR", sku="MER-40", brand="Aurelia",
    ),
    "a shop of its own with utility classes": Shop(
        body=f"""{CART}<main><h1 class="text-2xl font-bold">Meridian Watch</h1>
        <div class="flex"><span class="text-xl font-semibold">$199.00</span>
        <span class="line-through text-gray-500">$249.00</span></div>
        <button class="btn">Add to cart</button>{cards("$19.00")}</main>""",
        price="199.00", currency="USD", list_price="249.00", url="https://shop.example/us/en/p/1234567",
    ),
    "cents set small": Shop(
        body=f"""<h1>Meridian Watch</h1><div class="product-price"><span class="price__currency">$</span><span
        class="price__whole">1,199</span><sup class="price__cents">95</sup></div>
        <button>Add to cart</button>{cards("$19.00")}""",
        price="1199.95", currency="USD", url="https://shop.example/us/en/p/1234567",
    ),
    "japanese": Shop(
        body=f"""<h1>Meridian Watch</h1><p class="price">販売価格 <span>12,800円</span><span>(税込)</span></p>
        <p class="stock">在庫あり</p><button>カートに入れる</button>{cards("1,900円")}""",
        price="12800", currency="JPY", language="ja", url="https://shop.example.jp/items/1234567",
    ),
    "polish": Shop(
        body=f"""<h1>Meridian Watch</h1><div class="projector_prices"><del class="projector_prices__maxprice">1 249,00 zł
        </del><strong class="projector_prices__price" id="projector_price_value">1 199,00 zł</strong>
        <span class="projector_prices__info">/ szt.</span></div>
        <p class="lowest-price">Najniższa cena z 30 dni: 1 150,00 zł</p>
        <button id="projector_button_basket">Dodaj do koszyka</button>{cards("19,00 zł")}""",
        price="1199.00", currency="PLN", list_price="1249.00", language="pl", url="https://sklep.pl/meridian-1234567",
    ),
}  # fmt: skip


@pytest.mark.parametrize("shop", SHOPS.values(), ids=SHOPS)
def test_what_a_platform_shows_is_read(shop: Shop) -> None:
    title = shop.title.partition(" — ")[0]
    html = f"""<!doctype html><html lang="{shop.language}"><head><title>{title} | A Shop</title>{shop.head}</head>
    <body>{shop.body}</body></html>"""
    page = read_page(html, shop.url)
    assert page.kind is Kind.PRODUCT, page.why
    listing = page.listings[0]
    assert listing.price == Decimal(shop.price), listing.sources.get("price")
    assert listing.currency == shop.currency
    assert listing.title == shop.title
    assert listing.list_price == (Decimal(shop.list_price) if shop.list_price else None)
    assert (str(listing.availability) if listing.availability else None) == shop.availability
    if shop.sku:
        assert listing.sku == shop.sku
    if shop.brand:
        assert listing.brand == shop.brand


@pytest.mark.parametrize(
    ("address", "link", "read"),
    [
        (
            "https://item.taobao.com/item.htm?id=77",
            "https://shop99.taobao.com/?spm=a1z10",
            "https://shop99.taobao.com/",
        ),
        ("https://shop.example/product/1", "/s/1", "https://shop.example/s/1"),
        ("https://shop.example/product/1", "https://else.example/s/1", ""),
        ("https://shop.example/product/1", "javascript:void(0)", ""),
    ],
)
def test_the_address_of_the_sellers_page_is_kept(address: str, link: str, read: str) -> None:
    """Of the marketplace's own pages alone; a record of before has none."""
    data = f'''<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "Product", "name": "Watch",
    "offers": {{"@type": "Offer", "price": "12.50", "priceCurrency": "EUR",
    "seller": {{"@type": "Organization", "name": "One", "url": "{link}"}}}}}}</script><h1>Watch</h1>'''
    (listing,) = read_page(f"<html><body>{data}</body></html>".encode(), address).listings
    assert listing.seller_url == read
    record = listing_to_record(listing)
    assert listing_from_record(record).seller_url == read
    record.pop("seller_url", None)
    assert listing_from_record(record).seller_url == ""

"""Our own imitations of marketplaces: where each says what, written from how their pages are known to be built.

Each has a search of two pages with three listings. `whole` says everything on its card; `bare` does not say who sells,
which its own page does; `last` stands on the second page, beside `whole` once more.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

TITLE = "AURELIA replica watch"


@dataclass(frozen=True)
class Imitation:
    """The pages by address, the arguments of the crawl, and what it should find: number, seller, price by name."""

    arguments: Mapping[str, str]
    pages: Mapping[str, str]
    found: Mapping[str, tuple[str, str, str]]
    currency: str
    marketplace: str


def html(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>Shop</title>{head}</head><body>{body}</body></html>"


def state(name: str, value: Any) -> str:
    return f"<script>{name} = {json.dumps(value)};</script>"


def product(title: str, price: str, currency: str, seller: str, shop: str = "", **more: Any) -> str:
    """A product page that says in JSON-LD what it sells; `shop` is the address of the seller's page, which it links."""
    offer = {"@type": "Offer", "price": price, "priceCurrency": currency, "seller": {"name": seller}}
    data = {"@context": "https://schema.org", "@type": "Product", "name": title, "offers": offer, **more}
    link = f'<a href="{shop}">{seller}</a>' if shop else ""
    return html(f"<h1>{title}</h1>{link}", f'<script type="application/ld+json">{json.dumps(data)}</script>')


def next_page(address: str) -> str:
    return f'<a rel="next" href="{address}">Next</a>'


def amazon() -> Imitation:
    def card(asin: str, name: str, price: str) -> str:
        return (
            f'<div data-component-type="s-search-result" data-asin="{asin}"><img class="s-image" src="/i/{asin}.jpg">'
            f'<h2><a href="/x/dp/{asin}/ref=sr_1?keywords=q">{TITLE} {name}</a></h2>'
            f'<span class="a-price"><span class="a-offscreen">{price}</span></span></div>'
        )

    def page(asin: str, name: str, seller: str, price: str) -> str:
        return html(
            f'<h1 id="productTitle">{TITLE} {name}</h1><input id="ASIN" value="{asin}"><div id="corePrice_feature_div">'
            f'<span class="a-price"><span class="a-offscreen">{price}</span></span></div><div id="merchant-info">'
            f'<a href="/gp/help/seller/at-a-glance.html?seller={seller}">Shop {seller}</a></div>'
            '<input type="submit" id="add-to-cart-button" value="In den Einkaufswagen">'
        )

    root = "http://www.amazon.de"
    pages = {
        f"{root}/s?k=aurelia%20watch&page=1": html(
            card("B000000001", "whole", "49,90 €") + card("B000000002", "bare", "59,90 €")
            + next_page("/s?k=aurelia+watch&page=2")
        ),
        f"{root}/s?k=aurelia+watch&page=2": html(
            card("B000000001", "whole", "49,90 €") + card("B000000003", "last", "1.069,90 €")
        ),
        f"{root}/dp/B000000001": page("B000000001", "whole", "A1B2C3D4E5F6G7", "49,90 €"),
        f"{root}/dp/B000000002": page("B000000002", "bare", "A2B2C3D4E5F6G7", "59,90 €"),
        f"{root}/dp/B000000003": page("B000000003", "last", "A3B2C3D4E5F6G7", "1.069,90 €"),
        f"{root}/gp/offer-listing/B000000002": html(
            f'<h1 id="productTitle">{TITLE} bare</h1><div id="aod-offer"><span class="a-price"><span class="a-offscreen">'
            '55,00 €</span></span><div id="aod-offer-heading">Neu</div><div id="aod-offer-soldBy">'
            '<a href="/gp/aag/main?seller=A9B8C7D6E5F4G3">Bargains</a></div></div>'
        ),
    }  # fmt: skip
    found = {
        "B000000001": (f"{TITLE} whole", "A1B2C3D4E5F6G7", "49.90"),
        "B000000002": (f"{TITLE} bare", "A2B2C3D4E5F6G7", "59.90"),
        "B000000003": (f"{TITLE} last", "A3B2C3D4E5F6G7", "1069.90"),
    }
    return Imitation({"url": f"{root}/", "query": "aurelia watch"}, pages, found, "EUR", "amazon.de")


def aliexpress() -> Imitation:
    def entry(number: str, name: str, price: float, store: dict[str, Any] | None) -> dict[str, Any]:
        sale = {"minPrice": price, "currencyCode": "USD", "formattedPrice": f"US ${price}"}
        return {
            "productId": number,
            "title": {"displayTitle": f"{TITLE} {name}"},
            "prices": {"salePrice": sale, "originalPrice": {"minPrice": price * 2}},
            "image": {"imgUrl": f"//ae01.alicdn.com/kf/{name}.jpg_220x220.jpg"},
            **({"store": store} if store else {}),
        }

    def listed(*entries: dict[str, Any]) -> str:
        fields = {"data": {"root": {"fields": {"mods": {"itemList": {"content": list(entries)}}}}}}
        return html(
            f"<script>window._dida_config_ = {{}}; window._init_data_= {{ data: {json.dumps(fields)} }}</script>"
        )

    root = "http://www.aliexpress.com"
    whole = entry("1005000000000001", "whole", 49.9, {"storeName": "Whole Store", "storeId": 9001})
    runs = {
        "titleModule": {"subject": f"{TITLE} bare"},
        "commonModule": {"productId": 1005000000000002},
        "priceModule": {"minActivityAmount": {"value": 59.9}, "minAmount": {"value": 99.0, "currency": "USD"}},
        "storeModule": {"storeName": "Bare Store", "storeNum": 9002},
        "imageModule": {"imagePathList": ["https://ae01.alicdn.com/kf/bare.jpg"]},
    }
    pages = {
        f"{root}/wholesale?SearchText=aurelia&page=1": listed(whole, entry("1005000000000002", "bare", 59.9, None)),
        f"{root}/wholesale?SearchText=aurelia&page=2": listed(
            whole, entry("1005000000000003", "last", 1069.9, {"storeName": "Last Store", "storeId": 9003})
        ),
        f"{root}/wholesale?SearchText=aurelia&page=3": listed(whole),
        f"{root}/item/1005000000000002.html": html(
            f"<script>window.runParams = {{ data: {json.dumps(runs)} }};</script>"
        ),
    }
    found = {
        "1005000000000001": (f"{TITLE} whole", "9001", "49.9"),
        "1005000000000002": (f"{TITLE} bare", "9002", "59.9"),
        "1005000000000003": (f"{TITLE} last", "9003", "1069.9"),
    }
    return Imitation({"url": f"{root}/", "query": "aurelia"}, pages, found, "USD", "aliexpress.com")


def alibaba() -> Imitation:
    def card(number: str, name: str, price: str, company: str) -> str:
        link = f"//www.alibaba.com/product-detail/watch-{name}_{number}.html"
        return (
            f'<div class="fy23-search-card"><h2><a href="{link}">{TITLE} {name}</a></h2><img src="/i/{name}.jpg">'
            f'<div class="search-card-e-price-main">{price}</div>{company}</div>'
        )

    def company(name: str) -> str:
        return f'<a class="search-card-e-company" href="//{name}.en.alibaba.com/">{name.title()} Trading Ltd.</a>'

    root = "http://www.alibaba.com"
    search = f"{root}/trade/search?SearchText=aurelia&page="
    whole = card("1600000000001", "whole", "$49.90", company("whole"))
    tiers = [{"minQuantity": 1, "price": "59.90"}, {"minQuantity": 10, "price": "49.90"}]
    bare = {
        "name": f"{TITLE} bare", "sku": "x", "image": ["/i/bare.jpg"], "currency": "USD", "ladderPrices": tiers,
        "seller": {"name": "Bare Trading Ltd.", "url": "http://bare.en.alibaba.com/"},
    }  # fmt: skip
    pages = {
        f"{search}1": html(whole + card("1600000000002", "bare", "$59.90", "")),
        f"{search}2": html(whole + card("1600000000003", "last", "$1,069.90", company("last"))),
        f"{search}3": html(whole),
        f"{root}/product-detail/_1600000000002.html": html(f"<h1>{TITLE} bare</h1>{state('window.productData', bare)}"),
    }
    found = {
        "1600000000001": (f"{TITLE} whole", "whole.en", "49.90"),
        "1600000000002": (f"{TITLE} bare", "bare.en", "59.90"),
        "1600000000003": (f"{TITLE} last", "last.en", "1069.90"),
    }
    return Imitation({"url": f"{root}/", "query": "aurelia"}, pages, found, "USD", "alibaba.com")


def ali1688() -> Imitation:
    def entry(number: int, name: str, price: str, company: dict[str, Any] | None) -> dict[str, Any]:
        quantities = [{"quantity": 1, "valueString": price, "value": price}, {"quantity": 50, "value": "40.00"}]
        return {
            "id": number,
            "information": {"subject": f"{TITLE} {name} 手表"},
            "tradePrice": {"offerPrice": {"valueString": price, "quantityPrices": quantities}},
            "image": {"imgUrl": f"https://cbu01.alicdn.com/{name}.jpg"},
            **({"company": company} if company else {}),
        }

    def listed(*entries: dict[str, Any]) -> str:
        return html(state("window.data.offerresultData", {"data": {"offerList": list(entries)}}))

    search = "http://s.1688.com/selloffer/offer_search.htm?keywords=%CA%D6%B1%ED&beginPage="
    whole = entry(700000000001, "whole", "49.90", {"name": "深圳整表有限公司", "url": "http://zhengbiao.1688.com/"})
    last = {"name": "广州末表厂", "loginId": "末表"}
    pages = {
        f"{search}1": listed(whole, entry(700000000002, "bare", "59.90", None)),
        f"{search}2": listed(whole, entry(700000000003, "last", "1069.90", last)),
        f"{search}3": listed(whole),
        "http://detail.1688.com/offer/700000000002.html": product(
            f"{TITLE} bare 手表", "59.90", "CNY", "东莞裸表厂", sku="700000000002", image="/i/bare.jpg"
        ),
        "http://detail.1688.com/offer/700000000003.html": product(
            f"{TITLE} last 手表",
            "1069.90",
            "CNY",
            "广州末表厂",
            "http://shop3x.1688.com/page/index.html",
            image="/i/last.jpg",
        ),
    }
    found = {
        "700000000001": (f"{TITLE} whole 手表", "zhengbiao", "49.90"),
        "700000000002": (f"{TITLE} bare 手表", "东莞裸表厂", "59.90"),
        "700000000003": (f"{TITLE} last 手表", "shop3x", "1069.90"),
    }
    return Imitation({"url": "http://www.1688.com/", "query": "手表"}, pages, found, "CNY", "1688.com")


def taobao() -> Imitation:
    def entry(number: str, name: str, price: str, seller: str) -> dict[str, str]:
        return {
            "nid": number,
            "raw_title": f"{TITLE} {name} 手表",
            "detail_url": f"//item.taobao.com/item.htm?id={number}&ns=1&abbucket=0",
            "view_price": price,
            "view_fee": "8.00",
            "pic_url": f"//g-search1.alicdn.com/{name}.jpg",
            **({"nick": f"{seller}的店", "user_id": seller} if seller else {}),
        }

    def listed(*entries: dict[str, str]) -> str:
        mods = {"mods": {"itemlist": {"data": {"auctions": list(entries)}}}}
        return html(f"<script>\n    g_page_config = {json.dumps(mods)};\n    g_srp_loadCss();</script>")

    search = "http://s.taobao.com/search?q=%E6%89%8B%E8%A1%A8&s="
    whole = entry("612345678901", "whole", "49.90", "2200000001")
    pages = {
        f"{search}0": listed(whole, entry("612345678902", "bare", "59.90", "")),
        f"{search}44": listed(whole, entry("612345678903", "last", "1069.90", "2200000003")),
        f"{search}88": listed(whole),
        "http://item.taobao.com/item.htm?id=612345678901": product(
            f"{TITLE} whole 手表", "49.90", "CNY", "整表的店", "//shop101.taobao.com/", image="/i/whole.jpg"
        ),
        "http://item.taobao.com/item.htm?id=612345678902": html(
            f'<img class="mainPic--x" src="/i/bare.jpg"><div class="mainTitle--x">{TITLE} bare 手表</div>'
            '<div class="normalPrice--x"><span>￥</span><span>59.90</span></div><div>立即购买</div>'
            '<a href="//shop102.taobao.com/"><span>裸表的店</span></a>'
        ),
        "http://item.taobao.com/item.htm?id=612345678903": product(
            f"{TITLE} last 手表", "1069.90", "CNY", "末表的店", "//shop103.taobao.com/", image="/i/last.jpg"
        ),
    }
    found = {
        "612345678901": (f"{TITLE} whole 手表", "shop101", "49.90"),
        "612345678902": (f"{TITLE} bare 手表", "shop102", "59.90"),
        "612345678903": (f"{TITLE} last 手表", "shop103", "1069.90"),
    }
    return Imitation({"url": "http://www.taobao.com/", "query": "手表"}, pages, found, "CNY", "taobao.com")


def jd() -> Imitation:
    def card(number: str, name: str, price: str, shop: str) -> str:
        seller = f'<div class="p-shop"><a href="//mall.jd.com/index-{shop}.html">{shop}专营店</a></div>' if shop else ""
        return (
            f'<li class="gl-item" data-sku="{number}"><div class="gl-i-wrap"><div class="p-img">'
            f'<a href="//item.jd.com/{number}.html"><img data-lazy-img="//img14.360buyimg.com/n7/{name}.jpg"></a></div>'
            f'<div class="p-price"><strong><em>￥</em><i>{price}</i></strong></div><div class="p-name">'
            f'<a href="//item.jd.com/{number}.html"><em>{TITLE} {name}</em></a></div>{seller}</div></li>'
        )

    search = "http://search.jd.com/Search?keyword=aurelia&enc=utf-8&page="
    whole = card("10000000001", "whole", "49.90", "900001")
    pages = {
        f"{search}1": html(f"<ul>{whole}{card('10000000002', 'bare', '59.90', '')}</ul>"),
        f"{search}3": html(f"<ul>{whole}{card('10000000003', 'last', '1069.90', '900003')}</ul>"),
        f"{search}5": html(f"<ul>{whole}</ul>"),
        "http://item.jd.com/10000000002.html": html(
            f'<div class="itemInfo-wrap"><img id="spec-img" data-origin="/i/bare.jpg"><div class="sku-name">{TITLE} bare</div>'
            '<div class="summary-price"><span class="p-price"><span>￥</span><span class="price">59.90</span></span></div>'
            '<a id="InitCartUrl">加入购物车</a></div><a href="//mall.jd.com/index-900002.html">裸表专营店</a>'
        ),
    }
    found = {
        "10000000001": (f"{TITLE} whole", "900001", "49.90"),
        "10000000002": (f"{TITLE} bare", "900002", "59.90"),
        "10000000003": (f"{TITLE} last", "900003", "1069.90"),
    }
    return Imitation({"url": "http://www.jd.com/", "query": "aurelia"}, pages, found, "CNY", "jd.com")


def walmart() -> Imitation:
    def item(number: str, name: str, price: float, seller: str) -> dict[str, Any]:
        return {
            "usItemId": number,
            "name": f"{TITLE} {name}",
            "canonicalUrl": f"/ip/Watch-{name}/{number}?classType=REGULAR",
            "priceInfo": {"currentPrice": {"price": price, "currencyUnit": "USD"}},
            "image": f"https://i5.walmartimages.com/seo/{name}.jpeg?odnHeight=180",
            "sellerName": f"Shop {seller}" if seller else None,
            "sellerId": f"F55CDC31AB754BB68FE0B3904115{seller}" if seller else None,
        }

    def page(data: dict[str, Any]) -> str:
        props = {"props": {"pageProps": {"initialData": data}}}
        return html("", f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(props)}</script>')

    def listed(*items: dict[str, Any]) -> str:
        return page({"searchResult": {"itemStacks": [{"items": list(items)}]}})

    root = "http://www.walmart.com"
    whole = item("500000001", "whole", 49.9, "101")

    def sold(number: str, name: str, price: float, seller: str) -> str:
        what = {
            "name": f"{TITLE} {name}",
            "usItemId": number,
            "brand": "Aurelia",
            "priceInfo": {"currentPrice": {"price": price, "currencyUnit": "USD"}},
            "sellerName": f"Shop {seller}",
            "sellerId": f"F55CDC31AB754BB68FE0B3904115{seller}",
            "catalogSellerId": seller,
            "imageInfo": {"allImages": [{"url": f"https://i5.walmartimages.com/seo/{name}.jpeg"}]},
        }
        return page({"data": {"product": what}})

    pages = {
        f"{root}/search?q=aurelia&page=1": listed(whole, item("500000002", "bare", 59.9, "")),
        f"{root}/search?q=aurelia&page=2": listed(whole, item("500000003", "last", 1069.9, "103")),
        f"{root}/search?q=aurelia&page=3": listed(whole),
        f"{root}/ip/500000001": sold("500000001", "whole", 49.9, "101"),
        f"{root}/ip/500000002": sold("500000002", "bare", 59.9, "102"),
        f"{root}/ip/500000003": sold("500000003", "last", 1069.9, "103"),
    }
    found = {
        "500000001": (f"{TITLE} whole", "101", "49.9"),
        "500000002": (f"{TITLE} bare", "102", "59.9"),
        "500000003": (f"{TITLE} last", "103", "1069.9"),
    }
    return Imitation({"url": f"{root}/", "query": "aurelia"}, pages, found, "USD", "walmart.com")


def lazada() -> Imitation:
    def item(number: str, name: str, price: str, seller: str) -> dict[str, Any]:
        return {
            "itemId": number,
            "name": f"{TITLE} {name}",
            "itemUrl": f"//www.lazada.sg/products/watch-{name}-i{number}-s1{number}.html?search=1",
            "price": price,
            "priceShow": f"${price}",
            "image": f"https://sg-test-11.slatic.net/p/{name}.jpg",
            "inStock": True,
            **({"sellerName": f"Shop {seller}", "sellerId": seller} if seller else {}),
        }

    def listed(*items: dict[str, Any]) -> str:
        return html(f"<script>window.pageData={json.dumps({'mods': {'listItems': list(items)}})}</script>")

    root = "http://www.lazada.sg"
    whole = item("300000001", "whole", "49.90", "1001")
    pages = {
        f"{root}/catalog/?q=aurelia&page=1": listed(whole, item("300000002", "bare", "59.90", "")),
        f"{root}/catalog/?q=aurelia&page=2": listed(whole, item("300000003", "last", "1069.90", "1003")),
        f"{root}/catalog/?q=aurelia&page=3": listed(whole),
        f"{root}/products/-i300000001.html": product(
            f"{TITLE} whole", "49.90", "SGD", "Shop 1001", "/shop/shop-whole/", image="/i/whole.jpg"
        ),
        f"{root}/products/-i300000002.html": product(f"{TITLE} bare", "59.90", "SGD", "Shop 1002", image="/i/bare.jpg"),
        f"{root}/products/-i300000003.html": product(
            f"{TITLE} last", "1069.90", "SGD", "Shop 1003", "/shop/shop-last/?x=1", image="/i/last.jpg"
        ),
    }
    found = {
        "300000001": (f"{TITLE} whole", "shop-whole", "49.90"),
        "300000002": (f"{TITLE} bare", "Shop 1002", "59.90"),
        "300000003": (f"{TITLE} last", "shop-last", "1069.90"),
    }
    return Imitation({"url": f"{root}/", "query": "aurelia"}, pages, found, "SGD", "lazada.sg")


def shopee() -> Imitation:
    def card(number: str, name: str, price: str) -> str:
        photo = f'src="https://down-sg.img.susercontent.com/file/{name}0123456789_tn"' if name != "bare" else ""
        return (
            f'<li class="shopee-search-item-result__item"><a href="/Watch-{name}-i.{number}?sp_atk=1">'
            f'<img {photo} alt="{TITLE} {name}">'
            f'<div>{TITLE} {name}</div><div class="truncate flex"><span>$</span><span>{price}</span></div></a></li>'
        )

    root = "http://shopee.sg"
    cards = [card("77.1001", "whole", "49.90"), card("77.1002", "bare", "59.90"), card("78.1003", "last", "1069.90")]
    pages = {
        f"{root}/search?keyword=aurelia&page=0": html(f"<ul>{''.join(cards)}</ul>"),
        f"{root}/search?keyword=aurelia&page=1": html(f"<ul>{''.join(cards)}</ul>"),
        f"{root}/-i.77.1002": product(f"{TITLE} bare", "59.90", "SGD", "Shop 77", image="/file/bare"),
    }
    found = {
        "77.1001": (f"{TITLE} whole", "77", "49.90"),
        "77.1002": (f"{TITLE} bare", "77", "59.90"),
        "78.1003": (f"{TITLE} last", "78", "1069.90"),
    }
    return Imitation({"url": f"{root}/", "query": "aurelia"}, pages, found, "SGD", "shopee.sg")


IMITATIONS: Mapping[str, Callable[[], Imitation]] = {
    "amazon": amazon,
    "aliexpress": aliexpress,
    "alibaba": alibaba,
    "alibaba of 1688": ali1688,
    "taobao": taobao,
    "jd": jd,
    "walmart": walmart,
    "lazada": lazada,
    "shopee": shopee,
}

"""eBay: item and search pages."""

from monitor.pages.rules import Rules

ENDS = "com de co.uk fr it es ie ca com.au at ch be nl pl com.my com.sg ph com.hk in us"

RULES = Rules(
    hosts=[f"ebay.{end}" for end in ENDS.split()],
    fields={
        "title": (".x-item-title__mainTitle", "#itemTitle"),
        "seller_name": (".x-sellercard-atf__info__about-seller a", ".mbg-nw", "#mbgLink"),
        "seller_url": (".x-sellercard-atf__info__about-seller a@href", "#mbgLink@href"),
        "condition": (".x-item-condition-text .ux-textspans", "#vi-itm-cond"),
        "shipping": ("#fshippingCost",),
        "list_price": ("#orgPrc", ".x-additional-info__textual-display .ux-textspans--STRIKETHROUGH"),
    },
    address="/itm/{number}",
    search="/sch/i.html?_nkw={query}&_pgn={page}",
    shop="/sch/i.html?_ssn={seller}&_pgn={page}",
    number=r"/itm/(?:[^/?#]{1,300}/)?(\d{9,14})(?:[/?#]|$)",
    seller=r"/(?:usr|str)/([^/?#]{1,100})|[?&]_ssn=([^&#]{1,100})",
    photo={r"(?<=/)s-l\d{2,4}(?=\.(?:jpg|png|webp)$)": "s-l1600"},
    countries={"ebay.com": "US"},
    clean={"title": r"^(?:New listing|Neues Angebot|Nouvelle annonce|Nuova inserzione|Anuncio nuevo)\s"},
    card=".srp-results li.s-item,.srp-results li.s-card",
    card_fields={
        "title": (".s-item__title", ".s-card__title", "img@alt"),
        "url": ("a.s-item__link@href", "a@href"),
        "price": (".s-item__price", ".s-card__price"),
        "list_price": (".s-item__trending-price .STRIKETHROUGH",),
        "shipping": (".s-item__shipping",),
        "condition": (".SECONDARY_INFO", ".s-card__subtitle"),
        "seller_name": (".s-item__seller-info-text",),
        "images": (".s-item__image-img@src", "img@src"),
    },
)

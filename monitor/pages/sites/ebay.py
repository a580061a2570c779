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
    countries={"ebay.com": "US"},
    clean={"title": r"^(?:New listing|Neues Angebot|Nouvelle annonce|Nuova inserzione|Anuncio nuevo)\s"},
    card=".srp-results li.s-item",
    card_fields={
        "title": (".s-item__title", "img@alt"),
        "url": ("a.s-item__link@href", "a@href"),
        "price": (".s-item__price",),
        "shipping": (".s-item__shipping",),
        "condition": (".SECONDARY_INFO",),
        "seller_name": (".s-item__seller-info-text",),
        "images": ("img@src",),
    },
)

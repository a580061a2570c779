"""eBay: item and search pages."""

from monitor.pages.rules import Rules

NOT_OF_THE_NAME = (
    r"\s?\(\d[\d.,\s]*\).{0,60}$|^.*\b(?:[Tt]op|[Pp]lus)\b.*(?:[Ss]eller|[Vv]erkäufer|[Vv]endeur|[Rr]ated).*$"
)
"""How many have rated the seller, and how well; a badge of eBay's, which stands where a card names no seller."""
ENDS = "com de co.uk fr it es ie ca com.au at ch be nl pl com.my com.sg ph com.hk in us"

RULES = Rules(
    hosts=[f"ebay.{end}" for end in ENDS.split()],
    fields={
        "title": (".x-item-title__mainTitle", "#itemTitle"),
        "seller_name": (
            ".x-sellercard-atf__info__about-seller@title",
            ".x-sellercard-atf a[href*='/usr/']",
            ".mbg-nw",
            "#mbgLink",
        ),
        "seller_id": (".x-sellercard-atf__info__about-seller@title", ".mbg-nw", "#mbgLink"),
        "seller_url": (".x-sellercard-atf a[href*='/usr/']@href", ".x-sellercard-atf a[href*='_ssn=']@href"),
        "condition": (".x-item-condition-text .ux-textspans", "#vi-itm-cond"),
        "shipping": ("#fshippingCost",),
        "bid": ("#prcIsum_bidPrice", ".x-bid-price .ux-textspans"),
        "list_price": ("#orgPrc", ".x-additional-info__textual-display .ux-textspans--STRIKETHROUGH"),
    },
    address="/itm/{number}",
    search="/sch/i.html?_nkw={query}&_pgn={page}",
    shop="/sch/i.html?_ssn={seller}&_pgn={page}",
    number=r"/itm/(?:[^/?#]{1,300}/)?(\d{9,14})(?:[/?#]|$)",
    seller=r"/usr/([^/?#]{1,100})|[?&]_ssn=([^&#]{1,100})",
    photo={r"(?<=/)s-l\d{2,4}(?=\.(?:jpg|png|webp)$)": "s-l1600"},
    countries={"ebay.com": "US"},
    clean={
        "title": r"^(?:New listing|Neues Angebot|Nouvelle annonce|Nuova inserzione|Anuncio nuevo)\s"
        r"|\s?(?:Opens in a new window or tab|Wird in neuem Fenster oder Tab geöffnet|S'ouvre dans une nouvelle fenêtre"
        r" ou un nouvel onglet|Si apre in una nuova finestra o scheda|Se abre en una nueva ventana o pestaña)\.?$",
        "seller_name": NOT_OF_THE_NAME,
        "seller_id": NOT_OF_THE_NAME,
    },
    card=".srp-results li.s-item,.srp-results li.s-card",
    card_fields={
        "title": (".s-item__title", ".s-card__title", "img@alt"),
        "url": ("a.s-item__link@href", "a@href"),
        "price": (".s-item__price", ".s-card__price"),
        "bids": (".s-item__bids",),
        "list_price": (".s-item__trending-price .STRIKETHROUGH",),
        "shipping": (".s-item__shipping",),
        "condition": (".SECONDARY_INFO", ".s-card__subtitle"),
        "seller_name": (".s-item__seller-info-text",),
        "seller_id": (".s-item__seller-info-text",),
        "images": (".s-item__image-img@src", "img@src"),
    },
)

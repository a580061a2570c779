"""Etsy: addresses of listings and shops, photos in full size."""

from monitor.pages.rules import Rules

BEFORE = r"(?:(?:Ad |Anzeige |Annonce |Anuncio )?(?:from|by|von|de|par|por|da|van)\s(?:shop\s|Shop\s)?)"
NOT_OF_THE_NAME = rf"(?i)^(?!{BEFORE}?\S+$).+$|^{BEFORE}"
"""What a card says besides the shop's name, which is one word; any other text names no shop."""

RULES = Rules(
    hosts=["etsy.com"],
    address="/listing/{number}",
    search="/search?q={query}&page={page}",
    shop="/shop/{seller}?page={page}",
    card="[data-listing-id].v2-listing-card,.v2-listing-card,[data-listing-card-v2]",
    card_fields={
        "title": ("h3", "h2", "img@alt"),
        "url": ("a.listing-link@href", "a@href"),
        "price": (".currency-value", ".lc-price .currency-value"),
        "currency": (".currency-symbol",),
        "list_price": (".wt-text-strikethrough .currency-value",),
        "seller_name": ("[data-seller-name-container] span:last-child", ".shop-name"),
        "seller_id": ("[data-seller-name-container] span:last-child", ".shop-name"),
        "images": ("img@src",),
    },
    number=r"/listing/(\d{6,14})(?:[/?#]|$)",
    seller=r"/shop/([\w-]{2,60})(?:[/?#]|$)",
    clean={"seller_name": NOT_OF_THE_NAME, "seller_id": NOT_OF_THE_NAME},
    photo={r"/il_\d{2,4}x(?:\d{2,4}|N)\.": "/il_fullxfull."},
    auctions=False,
    countries={"etsy.com": "US"},
)

"""Mercado Libre and Mercado Livre: addresses of articles and sellers, photos in full size."""

from monitor.pages.rules import Rules

ENDS = "com.ar com.mx com.co cl com.uy com.pe com.ec com.ve com.bo com.py cr com.do com.pa com.gt com.hn com.ni com.sv"

RULES = Rules(
    hosts=[*(f"mercadolibre.{end}" for end in ENDS.split()), "mercadolivre.com.br"],
    fields={"condition": (".ui-pdp-subtitle",)},
    card="li.ui-search-layout__item",
    card_fields={
        "title": (".poly-component__title", "h2", "h3"),
        "url": (".poly-component__title@href", "a.ui-search-link@href", "a@href"),
        "price": (".poly-price__current .andes-money-amount", ".ui-search-price__second-line .andes-money-amount"),
        "list_price": ("s.andes-money-amount",),
        "seller_name": (".poly-component__seller", ".ui-search-official-store-label"),
        "images": ("img@data-src", "img@src"),
    },
    number=r"(?<!/p)/(M[A-Z]{2})-?(\d{6,14})(?:[-/?#]|$)|[?&#=](?:item_id|wid)(?:[=:]|%3A)(M[A-Z]{2}\d{6,14})",
    joint="",
    numbered=True,
    chosen="pdp_filters=item_id:{number}",
    advertisement=r"^https?://click\d{0,2}\.|/mclics/",
    seller=r"[?&](?:seller_id|sellerId)=(\d{3,20})|/_CustId_(\d{3,20})",
    clean={"seller_name": r"^(?:Por|Vendido por|Tienda oficial|Loja oficial)\s"},
    photo={r"-[A-Z](?=\.(?:jpg|webp)$)": "-F"},
)

"""Amazon: product, search and bestseller pages."""

from monitor.pages.rules import Rules

ENDS = "com de co.uk fr it es nl se pl com.be ie com.tr ae sa eg in co.jp cn sg com.au ca com.mx com.br co.za"

RULES = Rules(
    hosts=[f"amazon.{end}" for end in ENDS.split()],
    fields={
        "title": ("#productTitle", "#ebooksProductTitle"),
        "price": (
            "#corePrice_feature_div .a-price-range",
            "#corePriceDisplay_desktop_feature_div .a-price-range",
            "#corePrice_feature_div .a-price:not(.a-text-price) .a-offscreen",
            "#corePriceDisplay_desktop_feature_div .a-price:not(.a-text-price) .a-offscreen",
            "#priceblock_ourprice",
            "#priceblock_dealprice",
            "#priceblock_saleprice",
            "#buybox .offer-price",
            "#price_inside_buybox",
            "#newBuyBoxPrice",
            "#mediaTab_content_landing .header-price",
            "#tmmSwatches .swatchElement.selected .a-color-price",
            "#tmmSwatches .swatchElement.selected .a-color-secondary .a-color-secondary",
        ),
        "list_price": ("#price .priceBlockStrikePriceString", "#price .a-text-strike", ".basisPrice .a-offscreen"),
        "availability": ("#availability", "#outOfStock", "#exports_desktop_outOfStock_buybox_message_feature_div"),
        "brand": ("#bylineInfo",),
        "seller_name": (
            "#sellerProfileTriggerId",
            "#merchant-info a[href*='seller=']",
            "#tabular-buybox-truncate-1 .tabular-buybox-text",
            "#merchantInfoFeature_feature_div a",
            "#merchantInfoFeature_feature_div .offer-display-feature-text-message",
        ),
        "seller_url": (
            "#sellerProfileTriggerId@href",
            "#merchant-info a[href*='seller=']@href",
            "#merchantInfoFeature_feature_div a@href",
        ),
        "sold_by": "#merchant-info",
        "sku": ("#ASIN@value", "input[name=ASIN]@value"),
        "description": ("#feature-bullets", "#productDescription"),
        "images": ("#landingImage@data-old-hires", "#imgBlkFront@src", "#landingImage@src"),
    },
    auctions=False,
    rows={"newAccordionRow": "new", "usedAccordionRow": "used"},
    address="/dp/{number}",
    search="/s?k={query}&page={page}",
    shop="/s?me={seller}&page={page}",
    offers="/gp/offer-listing/{number}",
    number=r"/(?:dp|gp/product|gp/aw/d|gp/offer-listing|product-reviews|ASIN)/([A-Z0-9]{10})(?:[/?]|$)"
    r"|%2Fdp%2F([A-Z0-9]{10})(?:%|$)",
    seller=r"[?&](?:seller|me|merchant)=(A[A-Z0-9]{8,20})",
    photo={r"\._[A-Za-z0-9,_-]{2,60}_(?=\.(?:jpg|png|webp)$)": ""},
    countries={"amazon.com": "US"},
    clean={
        "brand": r"^(?:Visit the|Besuchen Sie den|Visiter la boutique|Visita lo Store di|Visita la tienda de"
        r"|Visite a loja|Bezoek de|Odwiedź sklep|Besök butiken)\s|^(?:Brand|Marke|Marque|Marca|Merk|Marka|Varumärke"
        r"|ブランド|品牌)\s?:\s?|[\s-]Store$|-winkel$|のストアを表示$",
    },
    offer="#aod-pinned-offer,#aod-offer,.olpOffer",
    offer_fields={
        "price": (".a-price:not(.a-text-price) .a-offscreen", "[id^=aod-price] .a-offscreen", ".olpOfferPrice"),
        "list_price": (".a-price.a-text-price .a-offscreen",),
        "condition": ("#aod-offer-heading", ".olpCondition"),
        "shipping": ("[data-csa-c-delivery-price]@data-csa-c-delivery-price", ".olpShippingPrice"),
        "seller_name": (
            "#aod-offer-soldBy a",
            "#aod-offer-soldBy .a-col-right",
            ".olpSellerName",
        ),
        "seller_url": ("#aod-offer-soldBy a@href", ".olpSellerName a@href"),
    },
    card="[data-component-type=s-search-result],.zg-item-immersion,[id^=gridItemRoot]",
    card_fields={
        "sku": (":self@data-asin",),
        "title": ("h2", ".p13n-sc-truncate", "a.a-link-normal div", "img@alt"),
        "url": ("h2 a@href", "a.a-link-normal@href"),
        "price": (".a-price-range", ".a-price:not(.a-text-price) .a-offscreen", "[class*=p13n-sc-price]"),
        "list_price": (".a-price.a-text-price .a-offscreen",),
        "advertisement": ("[class*=sponsored-label]@class",),
        "images": ("img.s-image@src", "img@src"),
    },
)

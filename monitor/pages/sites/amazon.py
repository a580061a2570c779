"""Amazon: product, search and bestseller pages."""

from monitor.pages.rules import Rules

ENDS = "com de co.uk fr it es nl se pl com.be ie com.tr ae sa eg in co.jp cn sg com.au ca com.mx com.br co.za"

RULES = Rules(
    hosts=[f"amazon.{end}" for end in ENDS.split()],
    fields={
        "title": ("#productTitle", "#ebooksProductTitle"),
        "price": (
            "#corePrice_feature_div .a-price:not(.a-text-price) .a-offscreen",
            "#corePriceDisplay_desktop_feature_div .a-price:not(.a-text-price) .a-offscreen",
            "#priceblock_ourprice",
            "#priceblock_dealprice",
            "#priceblock_saleprice",
            "#buybox .offer-price",
            "#price_inside_buybox",
            "#newBuyBoxPrice",
            "#attach-base-product-price@value",
            "#mediaTab_content_landing .header-price",
            "#tmmSwatches .swatchElement.selected .a-color-price",
            "#olp-upd-new-freeshipping .a-color-price",
        ),
        "list_price": ("#price .priceBlockStrikePriceString", "#price .a-text-strike", ".basisPrice .a-offscreen"),
        "availability": ("#availability", "#outOfStock", "#exports_desktop_outOfStock_buybox_message_feature_div"),
        "brand": ("#bylineInfo",),
        "seller_name": (
            "#sellerProfileTriggerId",
            "#merchant-info a",
            "#tabular-buybox-truncate-1 .tabular-buybox-text",
        ),
        "seller_url": ("#sellerProfileTriggerId@href", "#merchant-info a@href"),
        "sku": ("#ASIN@value", "input[name=ASIN]@value"),
        "description": ("#feature-bullets", "#productDescription"),
        "images": ("#landingImage@data-old-hires", "#imgBlkFront@src", "#landingImage@src"),
    },
    card="[data-component-type=s-search-result],.zg-item-immersion,[id^=gridItemRoot]",
    card_fields={
        "title": ("h2", ".p13n-sc-truncate", "a.a-link-normal div", "img@alt"),
        "url": ("h2 a@href", "a.a-link-normal@href"),
        "price": (".a-price:not(.a-text-price) .a-offscreen", ".p13n-sc-price"),
        "list_price": (".a-price.a-text-price .a-offscreen",),
        "images": ("img@src",),
    },
)

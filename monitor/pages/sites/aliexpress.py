"""AliExpress: addresses of items and stores, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["aliexpress.com", "aliexpress.us", "aliexpress.ru"],
    address="/item/{number}.html",
    search="/wholesale?SearchText={query}&page={page}",
    shop="/store/{seller}/pages/all-items.html?page={page}",
    number=r"/(?:item|i)/(?:[^/?#]{1,300}/)?(\d{6,20})\.html|[?&]productIds?=(\d{6,20})",
    seller=r"/store/(\d{3,20})",
    state=("_init_data_= { data", "_init_data_", "window.runParams = { data"),
    entries=("mods.itemList.content", "itemList.content"),
    entry_fields={
        "sku": "productId",
        "title": ("title.displayTitle", "title.seoTitle"),
        "url": ("productDetailUrl", "itemUrl"),
        "price": ("prices.salePrice.minPrice", "prices.salePrice.formattedPrice"),
        "list_price": ("prices.originalPrice.minPrice", "prices.originalPrice.formattedPrice"),
        "currency": ("prices.salePrice.currencyCode", "prices.currencyCode"),
        "seller_name": "store.storeName",
        "seller_id": "store.storeId",
        "seller_url": "store.storeUrl",
        "images": ("image.imgUrl",),
    },
    state_fields={
        "title": ("titleModule.subject", "productInfoComponent.subject", "PRODUCT_TITLE.text"),
        "sku": ("commonModule.productId", "productInfoComponent.id"),
        "price": (
            "priceModule.minActivityAmount.value",
            "priceModule.minAmount.value",
            "priceComponent.discountPrice.minActivityAmount.value",
            "priceComponent.origPrice.minAmount.value",
        ),
        "list_price": ("priceModule.minAmount.value", "priceComponent.origPrice.minAmount.value"),
        "high_price": (
            "priceModule.maxActivityAmount.value",
            "priceModule.maxAmount.value",
            "priceComponent.discountPrice.maxActivityAmount.value",
            "priceComponent.origPrice.maxAmount.value",
        ),
        "currency": ("priceModule.minAmount.currency", "priceComponent.origPrice.minAmount.currency"),
        "seller_name": ("storeModule.storeName", "sellerComponent.storeName", "SHOP_CARD_PC.storeName"),
        "seller_id": ("storeModule.storeNum", "sellerComponent.storeNum", "SHOP_CARD_PC.sellerInfo.storeNum"),
        "images": ("imageModule.imagePathList", "imageComponent.imagePathList", "HEADER_IMAGE_PC.imagePathList"),
    },
    signs="US",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1"},
)

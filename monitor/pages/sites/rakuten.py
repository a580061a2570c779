"""Rakuten Ichiba: addresses of goods and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["rakuten.co.jp"],
    number=r"^https?://item\.rakuten\.co\.jp/([\w-]{2,60}/[^/?#]{1,100})",
    seller=r"^https?://(?:www|item)\.rakuten\.co\.jp/(?:gold/)?([\w-]{2,60})(?:[/?#]|$)",
    photo={r"\?(?:_ex|fitin|downsize)=[^#]{1,100}$": ""},
)

"""Lazada: addresses of goods and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=[f"lazada.{end}" for end in ["sg", "com.my", "com.ph", "co.th", "vn", "co.id"]],
    address="/products/-i{number}.html",
    number=r"/products/[^/?#]{0,300}-i(\d{4,20})(?:-s\d{4,20})?\.html",
    seller=r"/shop/([\w-]{2,80})(?:[/?#]|$)",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1"},
)

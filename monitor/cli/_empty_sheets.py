"""A products.csv that is there and names no product: none of it is judged, and nothing else would say so."""

from pathlib import Path

from monitor.brands import Brand


def without_products(brand: Brand) -> str:
    """What is told of a sheet with a head and no row, as a sentence; empty where it has rows or is not there."""
    sheet = Path(brand.path).with_name("products.csv")
    if brand.products or not sheet.is_file():
        return ""
    return f"{sheet}: has no row, so that no product is known and no price is judged; write a row for each product"

"""A price that the words of a listing promise below the one that it shows: coupons, codes, the cart, a second one."""

from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

from detectors._policy import counts_shipping, judges_wholesale
from detectors.base import Subject
from monitor.brands import Brand, Product
from monitor.products import NetPrice, net_price
from monitor.products.promises import promised

CENT = Decimal("0.01")


def promised_price(subject: Subject, brand: Brand, product: Product) -> tuple[NetPrice, str]:
    """What one unit costs by the words taken at their word, and why that is in doubt; no unit where none promise."""
    promise = promised(subject.listing, product)
    if promise is None or subject.net_price(brand).units > 1:
        return NetPrice(), ""
    shown = net_price(promise.listing, product, with_shipping=counts_shipping(brand), wholesale=judges_wholesale(brand))
    if shown.unit is None or shown.units > 1:
        return NetPrice(), ""
    unit = promise.of(shown.unit).quantize(CENT, ROUND_HALF_EVEN)
    if not 0 < unit < shown.unit:
        return NetPrice(), ""
    said = f'"{promise.said[:60]}" in {promise.where}'
    steps = (*shown.steps, f"less what {said} promises = {unit:f}")
    return replace(shown, unit=unit, steps=steps), f"{said} is taken at its word, so that a person has to look"

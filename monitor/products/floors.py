"""The lowest price allowed for a product, on a day, in a place."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monitor.brands import Brand, PriceRule, Product
from monitor.brands.roster import placed
from monitor.brands.territory import covers


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A floor in force: the amount for one unit, its currency, and the file and row it is written in."""

    amount: Decimal
    currency: str
    source: str


def floor_in_force(
    brand: Brand, product: Product, *, territory: str, channel: str, currency: str, day: date
) -> Floor | None:
    """The most specific floor of prices.csv that is valid on `day`, else that of products.csv, in this currency.

    A row for the channel beats one for the territory, which beats one for a limited time (a promotion), which beats one
    without limits; among equals the lower floor counts, so that doubt never accuses a seller. A row's territory may be
    several countries or a union (`DE AT`, `EU`); such a row is not used for a listing whose territory was not read.
    """
    fitting = [
        rule
        for rule in brand.price_rules.get(product.sku, ())
        if rule.floor_price is not None and rule.currency == currency and _fits(rule, territory, channel, day)
    ]
    if fitting:
        rule = min(fitting, key=_rank)
        assert rule.floor_price is not None
        return Floor(amount=rule.floor_price, currency=currency, source=f"prices.csv, {_limits(rule)}")
    if product.floor_price is not None and product.currency == currency:
        return Floor(amount=product.floor_price, currency=currency, source="products.csv")
    return None


def _fits(rule: PriceRule, territory: str, channel: str, day: date) -> bool:
    return (
        (not rule.territory or (bool(territory.strip()) and covers(rule.territory, territory)))
        and rule.channel in ("", placed(channel))
        and (rule.valid_from or date.min) <= day <= (rule.valid_until or date.max)
    )


def _rank(rule: PriceRule) -> tuple[bool, bool, bool, Decimal]:
    """Lowest first: the most specific rule."""
    limited = rule.valid_from is not None or rule.valid_until is not None
    assert rule.floor_price is not None
    return not rule.channel, not rule.territory, not limited, rule.floor_price


def _limits(rule: PriceRule) -> str:
    days = f"{rule.valid_from or 'always'} to {rule.valid_until or 'further notice'}"
    return ", ".join(part for part in (rule.sku, rule.territory, rule.channel, days) if part)

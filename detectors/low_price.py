"""A new unit of a matched product costs less than the floor in force."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from detectors.base import Detector, Example, Histories, Settings, Subject
from monitor.brands import Brand, Product, Trademark
from monitor.products import Floor, NetPrice, Outcome
from monitor.records import Evidence, Flag

SUSPECT_SHARE = Decimal("0.2")
PACK_SUSPECT_SHARE = Decimal("0.6")
SUSPECT, LEAST, MOST = 45, 60, 80
DEEPEST = Decimal("0.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class LowPriceSettings(Settings):
    """`tolerance`: the share below the floor that is let pass; `with_shipping`: shipping is part of the price."""

    tolerance: Decimal = Decimal("0.005")
    with_shipping: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.tolerance < 1:
            raise ValueError(f"tolerance: {self.tolerance} is not a share from 0 to less than 1, such as 0.005")


class LowPrice(Detector[LowPriceSettings]):
    """Compares the net price of one unit with the floor for the SKU, territory, channel, currency and day."""

    kind = "low_price"
    Settings = LowPriceSettings

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:  # noqa: ARG002
        """One flag for each brand whose product is offered too low; used goods and what cannot be bought are left."""
        if not subject.sells_new:
            return
        for brand in subject.brands:
            match = subject.match(brand)
            if match.outcome is not Outcome.MATCH or match.product is None:
                continue
            net, floor = subject.net_price(brand), subject.floor(brand)
            least = 1 - self.settings[brand.slug].tolerance
            if net.unit is not None and floor and net.unit < floor.amount * least:
                yield _flag(brand, match.product, net, floor, match.why)

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """A new watch below its floor, and the same price for a used one and for what a pack makes of it."""
        watch = Product(
            sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A", currency="EUR",
            floor_price=Decimal(900),
        )  # fmt: skip
        brand = Brand(slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(watch,))
        offer = {
            "marketplace": "m", "url": "https://m.example/1", "title": "Aurelia Meridian 40 automatic watch MER40A",
            "currency": "EUR", "seller_id": "s1",
        }  # fmt: skip
        return (
            Example(says="below the floor", brand=brand, listing=offer | {"price": "799.00"}, flagged=True),
            Example(says="at the floor", brand=brand, listing=offer | {"price": "900.00"}, flagged=False),
            Example(says="used", brand=brand, listing=offer | {"price": "700", "condition": "used"}, flagged=False),
            Example(
                says="two for one price", brand=brand, listing=offer | {"price": "900", "pack_count": 2}, flagged=True
            ),
        )


def _flag(brand: Brand, product: Product, net: NetPrice, floor: Floor, why: str) -> Flag:
    assert net.unit is not None
    depth = 1 - net.unit / floor.amount
    asked = f"{net.unit:.2f} {net.currency} for one unit of {product.sku} ({product.name[:80]})"
    below = f"{depth * 100:.1f} % below the floor of {floor.amount:.2f} {floor.currency}"
    evidence = (
        Evidence(
            field="price", observed=f"{net.unit} {net.currency}", expected=f"{floor.amount} {floor.currency} or more"
        ),
        Evidence(field="price", observed="; ".join(net.steps)),
        Evidence(field="floor", observed=f"{floor.amount} {floor.currency}", asset=floor.source),
        Evidence(field="title", observed=why, asset=product.sku),
    )
    if doubt := _doubt(net, floor):
        return Flag(
            kind=LowPrice.kind,
            brand=brand.slug,
            severity=SUSPECT,
            rule="suspect_price",
            sentence=f"The listing asks {asked}, {below}; {doubt}.",
            evidence=evidence,
        )
    return Flag(
        kind=LowPrice.kind,
        brand=brand.slug,
        severity=LEAST + int((MOST - LEAST) * min(depth / DEEPEST, Decimal(1))),
        rule="below_floor",
        sentence=f"The listing asks {asked}, {below}.",
        evidence=evidence,
    )


def _doubt(net: NetPrice, floor: Floor) -> str:
    """Why the figure may be a misreading, so that it needs a second look; an empty string where nothing hints at it."""
    assert net.unit is not None
    if net.unit < floor.amount * SUSPECT_SHARE:
        return "so low a price may be a misreading and needs a second look"
    if net.units > 1 and net.unit * net.units >= floor.amount and net.unit < floor.amount * PACK_SUSPECT_SHARE:
        return f"the whole price would be fair for one unit, so that the count of {net.units} needs a second look"
    return ""

"""What fits a product, or was filled again, is no cheap product; what the product fits is."""

from decimal import Decimal
from pathlib import Path

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.products.reads import severity

VIOLATION = 60
NAMES = {
    "BH40": "Aurelia brush heads Smile Pure 4 pieces",
    "TN41": "Aurelia toner cartridge LaserJet black",
    "SN30": "Aurelia Sona wireless earbuds",
    "KR28": "Aurelia Karo hiking backpack 28 l",
}
BRAND = Brand(
    slug="aurelia",
    name="Aurelia",
    trademarks=(Trademark(text="AURELIA"),),
    products=tuple(
        Product(sku=f"S-{model}", name=name, model=model, currency="EUR", floor_price=Decimal(60))
        for model, name in NAMES.items()
    ),
)


def test_what_fits_the_product_is_told_from_what_it_fits() -> None:
    inspector = Inspector([BRAND], detectors=[LowPrice])
    accused, missed = [], []
    for line in Path(__file__).with_name("fits_titles.txt").read_text("utf-8").splitlines():
        what, _, title = line.partition(" | ")
        confirmed = severity(inspector, title, "50") >= VIOLATION
        if what == "theirs" and confirmed:
            accused.append(title)
        elif what == "own" and not confirmed:
            missed.append(title)
    assert (accused, missed) == ([], [])

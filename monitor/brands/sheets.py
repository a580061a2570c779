"""products.csv, prices.csv and sellers.csv as frozen rows."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from monitor.brands import values
from monitor.brands.model import PriceRule, Product, SellerEntry, SellerStatus
from monitor.brands.problems import Problems
from monitor.brands.tables import read_rows

T = TypeVar("T")
PRODUCT_COLUMNS = (
    "sku", "name", "brand", "model", "gtin", "description", "pack_count", "currency", "list_price", "floor_price",
    "photos",
)  # fmt: skip
PRICE_COLUMNS = ("sku", "territory", "channel", "currency", "list_price", "floor_price", "valid_from", "valid_until")
SELLER_COLUMNS = (
    "marketplace", "seller_id", "seller_name", "legal_entity", "status", "territory", "skus", "valid_from",
    "valid_until",
)  # fmt: skip


class Row:
    """The cells of one row, read by kind; what is wrong goes to `problems` with line and column."""

    def __init__(self, cells: dict[str, str], path: Path, line: int, problems: Problems) -> None:
        self.cells, self.path, self.line, self._problems = cells, path, line, problems
        self.right = True

    def wrong(self, column: str, what: str) -> None:
        """Tell a problem with a cell."""
        self.right = False
        self._problems.add(self.path, f"line {self.line}: {column}", what)

    def get(self, column: str, read: Callable[[str], T], default: T) -> T:
        """The cell as `read` understands it, or the default with the problem told."""
        try:
            return read(self.cells.get(column, ""))
        except ValueError as reason:
            self.wrong(column, str(reason))
            return default

    def need(self, column: str) -> str:
        """A cell that must not be empty."""
        value = values.text(self.cells.get(column, ""))
        if not value:
            self.wrong(column, "is empty; fill it in or remove the row")
        return value

    def text(self, column: str) -> str:
        """A cell as text."""
        return values.text(self.cells.get(column, ""))

    def validity(self) -> tuple[date | None, date | None]:
        """`valid_from` and `valid_until`, both days included."""
        first, last = self.get("valid_from", values.day, None), self.get("valid_until", values.day, None)
        if first and last and first > last:
            self.wrong("valid_until", f"{last} is before valid_from {first}")
        return first, last


def _rows(path: Path, columns: Collection[str], required: Collection[str], problems: Problems) -> Iterator[Row]:
    if path.is_file():
        for line, cells in read_rows(path, columns, required, problems):
            yield Row(cells, path, line, problems)


def read_products(path: Path, problems: Problems) -> tuple[Product, ...]:
    """All products; a SKU that stands there twice, a wrong GTIN or a price without currency is a problem."""
    products: dict[str, Product] = {}
    lines: dict[str, int] = {}
    for row in _rows(path, PRODUCT_COLUMNS, ("sku", "name"), problems):
        sku, name = row.need("sku"), row.need("name")
        if sku in lines:
            row.wrong("sku", f"{sku!r} stands already in line {lines[sku]}; a SKU has one row")
            continue
        product = Product(
            sku=sku,
            name=name,
            brand=row.text("brand"),
            model=row.text("model"),
            gtin=row.get("gtin", values.gtin, ""),
            description=row.text("description"),
            pack_count=row.get("pack_count", values.count, 1),
            currency=row.get("currency", values.currency, ""),
            list_price=row.get("list_price", values.amount, None),
            floor_price=row.get("floor_price", values.amount, None),
            photos=values.parts(row.text("photos")),
        )
        _check_prices(row, product.currency, product.list_price, product.floor_price)
        lines[sku], products[sku] = row.line, product
    return tuple(products.values())


def read_prices(path: Path, skus: Collection[str], problems: Problems) -> tuple[PriceRule, ...]:
    """All price rules; each names a SKU of the catalogue."""
    rules = []
    for row in _rows(path, PRICE_COLUMNS, ("sku",), problems):
        sku = row.need("sku")
        if sku and sku not in skus:
            row.wrong("sku", f"{sku!r} is not in products.csv; add it there or mend it here")
        first, last = row.validity()
        rule = PriceRule(
            sku=sku,
            territory=row.text("territory").upper(),
            channel=row.text("channel").lower(),
            currency=row.get("currency", values.currency, ""),
            list_price=row.get("list_price", values.amount, None),
            floor_price=row.get("floor_price", values.amount, None),
            valid_from=first,
            valid_until=last,
        )
        _check_prices(row, rule.currency, rule.list_price, rule.floor_price)
        rules.append(rule)
    return tuple(rules)


def _check_prices(row: Row, currency: str, list_price: object, floor_price: object) -> None:
    if row.right and (list_price is not None or floor_price is not None) and not currency:
        row.wrong("currency", "is empty beside a price; write its code such as EUR")


def read_sellers(path: Path, skus: Collection[str], problems: Problems) -> tuple[SellerEntry, ...] | None:
    """All seller rows, or None where there is no file; contradicting rows of one seller are a problem."""
    if not path.is_file():
        return None
    found: list[tuple[int, SellerEntry]] = []
    for row in _rows(path, SELLER_COLUMNS, ("seller_id", "status"), problems):
        first, last = row.validity()
        allowed = frozenset(values.parts(row.text("skus")))
        if skus:
            for sku in sorted(allowed - set(skus)):
                row.wrong("skus", f"{sku!r} is not in products.csv; add it there or mend it here")
        entry = SellerEntry(
            marketplace=row.text("marketplace").lower(),
            seller_id=row.need("seller_id"),
            seller_name=row.text("seller_name"),
            legal_entity=row.text("legal_entity"),
            status=row.get("status", _status, SellerStatus.DENIED),
            territory=row.text("territory").upper(),
            skus=allowed,
            valid_from=first,
            valid_until=last,
        )
        found.append((row.line, entry))
    _check_contradictions(path, found, problems)
    return tuple(entry for _, entry in found)


def _status(value: str) -> SellerStatus:
    try:
        return SellerStatus(value.strip().lower())
    except ValueError:
        raise ValueError(f"{value!r} is neither authorized nor denied") from None


def _check_contradictions(path: Path, found: list[tuple[int, SellerEntry]], problems: Problems) -> None:
    """Two rows for one seller, place, product and day of which one authorises and the other denies."""
    by_seller: dict[tuple[str, str], list[tuple[int, SellerEntry]]] = defaultdict(list)
    for line, entry in found:
        by_seller[entry.marketplace, entry.seller_id.casefold()].append((line, entry))
    for rows in by_seller.values():
        statuses = {entry.status for _, entry in rows}
        if len(statuses) < 2:
            continue
        for line, entry in rows:
            for earlier, other in rows:
                if earlier < line and other.status is not entry.status and _overlap(entry, other):
                    problems.add(path, f"line {line}", f"contradicts line {earlier}: one authorises, the other denies")


def _overlap(one: SellerEntry, other: SellerEntry) -> bool:
    days = (one.valid_from or date.min) <= (other.valid_until or date.max) and (other.valid_from or date.min) <= (
        one.valid_until or date.max
    )
    place = not one.territory or not other.territory or one.territory == other.territory
    goods = not one.skus or not other.skus or bool(one.skus & other.skus)
    return days and place and goods

"""products.csv, prices.csv and sellers.csv as frozen rows."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from monitor.brands import values
from monitor.brands.contradictions import contradictions
from monitor.brands.files import Folder
from monitor.brands.model import PriceRule, Product, SellerEntry, SellerStatus
from monitor.brands.problems import Problems, shown
from monitor.brands.tables import Sheet

T = TypeVar("T")
PRODUCT_COLUMNS = (
    "sku", "name", "brand", "model", "gtin", "description", "pack_count", "currency", "list_price", "floor_price",
    "photos",
)  # fmt: skip
PRICE_COLUMNS = ("sku", "territory", "channel", "currency", "list_price", "floor_price", "valid_from", "valid_until")
SELLER_COLUMNS = (
    "marketplace", "seller_id", "seller_name", "legal_entity", "status", "territory", "skus", "valid_from",
    "valid_until", "decided_by", "decided_at",
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
        """The cell as `read` understands it; the default for an empty cell, and for a wrong one, which is told."""
        cell = self.cells.get(column)
        if not cell:
            return default
        try:
            return read(cell)
        except ValueError as reason:
            self.wrong(column, str(reason))
            return default

    def need(self, column: str) -> str:
        """A cell that must not be empty."""
        value = self.text(column)
        if not self.cells.get(column, "").strip():
            self.wrong(column, "is empty; fill it in or remove the row")
        return value

    def text(self, column: str) -> str:
        """A cell as text in NFC."""
        return self.get(column, values.text, "")

    def parts(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are joined by `|` or `;`."""
        nothing: tuple[str, ...] = ()
        return self.get(column, values.parts, nothing)

    def validity(self) -> tuple[date | None, date | None]:
        """`valid_from` and `valid_until`, both days included."""
        first, last = self.get("valid_from", values.day, None), self.get("valid_until", values.day, None)
        if first and last and first > last:
            self.wrong("valid_until", f"{last} is before valid_from {first}")
        return first, last


def _rows(sheet: Sheet) -> Iterator[Row]:
    for line, cells in sheet:
        yield Row(cells, sheet.path, line, sheet.problems)


def read_products(path: Path, folder: Folder, problems: Problems) -> tuple[dict[str, Product], bool]:
    """All products by SKU, and whether every row could be read.

    A SKU that stands there twice, a wrong GTIN or a missing photo is a problem.
    """
    sheet = Sheet(path, PRODUCT_COLUMNS, ("sku", "name"), problems)
    products: dict[str, Product] = {}
    lines: dict[str, int] = {}
    for row in _rows(sheet):
        sku = row.need("sku")
        if sku in lines:
            row.wrong("sku", f"{shown(sku)} stands already in line {lines[sku]}; a SKU has one row")
        elif sku:
            lines[sku] = row.line
        currency, list_price, floor_price = _prices(row)
        products[sku] = Product(
            sku=sku,
            name=row.need("name"),
            brand=row.text("brand"),
            model=row.text("model"),
            gtin=row.get("gtin", values.gtin, ""),
            description=row.text("description"),
            pack_count=row.get("pack_count", values.count, 1),
            currency=currency,
            list_price=list_price,
            floor_price=floor_price,
            photos=_photos(row, folder),
            line=row.line,
        )
    return products, sheet.whole


def _photos(row: Row, folder: Folder) -> tuple[str, ...]:
    """The names of the photos' assets."""
    where = f"line {row.line}: photos"
    named = row.parts("photos")
    found = (folder.picture(name, "photos", row.path, where) for name in named)
    return tuple(asset.name for asset in found if asset)


def read_prices(path: Path, products: Mapping[str, Product] | None, problems: Problems) -> tuple[PriceRule, ...]:
    """All price rules; each names a SKU of the catalogue (`products`, None where it could not be read)."""
    rules = []
    for row in _rows(Sheet(path, PRICE_COLUMNS, ("sku",), problems)):
        sku = row.need("sku")
        if sku and products is not None and sku not in products:
            row.wrong("sku", f"{shown(sku)} is not in products.csv; add it there or mend it here")
        first, last = row.validity()
        currency, list_price, floor_price = _prices(row)
        product = products.get(sku) if products and list_price is None else None
        usual = product.list_price if product and product.currency == currency else None
        if floor_price is not None and usual is not None and floor_price > usual:
            said = f"{floor_price} is above the list_price {usual} of products.csv"
            row.wrong("floor_price", f"{said}; mend one of them, or write the list_price of this row beside it")
        rule = PriceRule(
            sku=sku,
            territory=row.get("territory", values.territory, ""),
            channel=row.get("channel", values.marketplace, ""),
            currency=currency,
            list_price=list_price,
            floor_price=floor_price,
            valid_from=first,
            valid_until=last,
            line=row.line,
        )
        rules.append(rule)
    return tuple(rules)


def _prices(row: Row) -> tuple[str, Decimal | None, Decimal | None]:
    """Currency, list price and floor price; a floor above the list price would accuse fair sellers."""
    currency = row.get("currency", values.currency, "")
    list_price, floor_price = row.get("list_price", values.price, None), row.get("floor_price", values.price, None)
    if (list_price is not None or floor_price is not None) and not row.cells.get("currency", "").strip():
        row.wrong("currency", "is empty beside a price; write its code such as EUR")
    if list_price is not None and floor_price is not None and floor_price > list_price:
        row.wrong("floor_price", f"{floor_price} is above the list_price {list_price}; mend one of them")
    return currency, list_price, floor_price


def read_sellers(path: Path, skus: Collection[str] | None, problems: Problems) -> tuple[SellerEntry, ...]:
    """All seller rows; a SKU that is not in the catalogue, or rows that contradict each other, are a problem."""
    found: list[tuple[int, SellerEntry]] = []
    for row in _rows(Sheet(path, SELLER_COLUMNS, ("seller_id", "status"), problems)):
        first, last = row.validity()
        allowed = row.parts("skus")
        for sku in allowed:
            if skus is not None and sku not in skus:
                row.wrong("skus", f"{shown(sku)} is not in products.csv; add it there or mend it here (A-1|A-2)")
        entry = SellerEntry(
            marketplace=row.get("marketplace", values.marketplace, ""),
            seller_id=row.need("seller_id"),
            seller_name=row.text("seller_name"),
            legal_entity=row.text("legal_entity"),
            status=row.get("status", _status, SellerStatus.DENIED) if row.need("status") else SellerStatus.DENIED,
            territory=row.get("territory", values.territory, ""),
            skus=frozenset(allowed),
            valid_from=first,
            valid_until=last,
            decided_at=row.get("decided_at", values.moment, None),
        )
        if row.right:
            found.append((row.line, entry))
    for (line, entry), (earlier, _) in contradictions(found):
        where = f"line {line}: status"
        problems.add(path, where, f"{entry.status.value!r} contradicts line {earlier}; remove or limit one of the rows")
        if problems.full:
            break
    return tuple(entry for _, entry in found)


def _status(value: str) -> SellerStatus:
    try:
        return SellerStatus(value.strip().lower())
    except ValueError:
        raise ValueError(f"{shown(value)} is neither authorized nor denied") from None

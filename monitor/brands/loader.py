"""A brand's folder as one frozen dossier, or one error that lists all that is wrong with it."""

import re
from pathlib import Path

from monitor.brands.files import Folder
from monitor.brands.model import Asset, Brand, Trademark
from monitor.brands.problems import Problems
from monitor.brands.sheets import read_prices, read_products, read_sellers
from monitor.brands.toml import Table, read_table
from monitor.errors import ConfigurationError

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


def load_brands(workspace: Path, only: str | None = None) -> tuple[Brand, ...]:
    """All brands of a workspace in the order of their slugs, or the one named by `only`. Raises ConfigurationError."""
    folder = workspace / "brands"
    slugs = (
        sorted(path.name for path in folder.iterdir() if path.is_dir() and path.name[0] != ".")
        if folder.is_dir()
        else []
    )
    if only is not None and only not in slugs:
        known = f"known are: {', '.join(slugs[:20])}" if slugs else "there is none yet"
        raise ConfigurationError(f"{folder}: no brand {only!r}; {known}")
    if not slugs:
        raise ConfigurationError(
            f"{folder}: no brand yet; make a folder with a brand.toml, or start with: monitor init"
        )
    problems = Problems()
    brands = [_load(folder / slug, problems) for slug in slugs if only in (None, slug)]
    problems.raise_if_any()
    return tuple(brand for brand in brands if brand is not None)


def load_brand(folder: Path) -> Brand:
    """The dossier in one brand's folder. Raises ConfigurationError."""
    problems = Problems()
    brand = _load(folder, problems)
    problems.raise_if_any()
    assert brand is not None
    return brand


def _load(path: Path, problems: Problems) -> Brand | None:
    file = path / "brand.toml"
    if not SLUG.fullmatch(path.name):
        problems.add(path, "", "name the folder with lower-case letters, digits and hyphens")
        return None
    if not file.is_file():
        problems.add(file, "", "is missing; it needs a name and one [[trademark]]")
        return None
    folder = Folder(path, problems)
    table = read_table(file, problems)
    name, owner = table.text("name"), table.text("owner")
    if not name and table.source:
        table.wrong("name", 'is missing; write name = "..."')
    trademarks = tuple(_trademark(mark, folder) for mark in table.tables("trademark"))
    if not trademarks:
        table.wrong("trademark", 'is missing; write [[trademark]] and under it text = "..." or logo = "logos/..."')
    detectors = table.table("detectors").rest()
    for kind, settings in detectors.items():
        if not isinstance(settings, dict):
            table.wrong(f"detectors.{kind}", f"{settings!r} is not a table; write [detectors.{kind}]")
    table.done()
    products = read_products(path / "products.csv", problems)
    for product in products:
        for photo in product.photos:
            folder.picture(photo, path / "products.csv", f"photos of {product.sku}")
    skus = {product.sku for product in products}
    marked = (mark.logo for mark in trademarks if mark.logo)
    logos = {logo.name: logo for logo in (*marked, *folder.pictures("logos"))}
    named = (folder.picture(photo, file, "") for product in products for photo in product.photos)
    photos: dict[str, Asset] = {photo.name: photo for photo in (*named, *folder.pictures("photos")) if photo}
    return Brand(
        slug=path.name,
        name=name,
        owner=owner,
        trademarks=trademarks,
        products=products,
        prices=read_prices(path / "prices.csv", skus, problems),
        sellers=read_sellers(path / "sellers.csv", skus, problems),
        photos=tuple(photos.values()),
        logos=tuple(logos.values()),
        detectors={kind: settings for kind, settings in detectors.items() if isinstance(settings, dict)},
        path=str(file),
    )


def _trademark(table: Table, folder: Folder) -> Trademark:
    text, logo = table.text("text"), table.text("logo")
    certificate = table.text("certificate")
    if not text and not logo:
        table.wrong("text", 'a trademark needs text = "..." (a word mark) or logo = "logos/..."')
    if certificate:
        folder.named(certificate, table.file, f"{table.where}.certificate")
    trademark = Trademark(
        text=text,
        logo=folder.picture(logo, table.file, f"{table.where}.logo") if logo else None,
        also=table.texts("also"),
        registration=table.text("registration"),
        office=table.text("office"),
        classes=table.numbers("classes", 1, 45),
        certificate=certificate,
        valid_until=table.day("valid_until"),
    )
    table.done()
    return trademark

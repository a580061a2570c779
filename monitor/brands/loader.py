"""A brand's folder as one frozen dossier, or one error that lists all that is wrong with it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from monitor.brands.files import Folder, is_there
from monitor.brands.match_rule import NAME as MATCHING
from monitor.brands.match_rule import read_match_rule
from monitor.brands.model import Asset, Brand, MatchRule, Trademark
from monitor.brands.problems import Problems, shown
from monitor.brands.published_rates import euro_rate
from monitor.brands.rate_sheet import read_rates
from monitor.brands.rates import Rates
from monitor.brands.sheets import read_prices, read_products, read_sellers
from monitor.brands.toml import Table, read_table
from monitor.errors import ConfigurationError

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
LONGEST_MARK = 200


CheckSettings = Callable[[Brand], Iterable[str]]
"""What is wrong with what a brand says to the detectors, which stand above this floor: one line each."""


def _nothing(_brand: Brand) -> Iterable[str]:
    return ()


def load_brands(workspace: Path, only: str | None = None, *, settings: CheckSettings = _nothing) -> tuple[Brand, ...]:
    """All brands of a workspace in the order of their slugs, or the one named by `only`. Raises ConfigurationError.

    `settings` is asked of each brand.toml, so that what it finds is told together with all that is wrong in the files.
    """
    folder, slugs = workspace / "brands", _slugs(workspace)
    if only is not None and only not in slugs:
        raise ConfigurationError(f"{folder}: no brand {shown(only)}; known are: {', '.join(slugs[:20])}")
    problems = Problems()
    rates = read_rates(workspace, problems)
    brands = [_load(folder / slug, problems, rates, settings) for slug in slugs if only in (None, slug)]
    problems.raise_if_any()
    return tuple(brand for brand in brands if brand is not None)


def load_sound_brands(workspace: Path) -> tuple[tuple[Brand, ...], dict[str, str]]:
    """The brands of a workspace whose dossiers can be read, and what is wrong with each other one, by its slug.

    Raises ConfigurationError where there is no brand, or what all share is wrong.
    """
    shared = Problems()
    rates = read_rates(workspace, shared)
    shared.raise_if_any()
    sound, broken = list[Brand](), dict[str, str]()
    for slug in _slugs(workspace):
        problems = Problems()
        brand = _load(workspace / "brands" / slug, problems, rates)
        try:
            problems.raise_if_any()
        except ConfigurationError as failure:
            broken[slug] = str(failure)
        else:
            assert brand is not None
            sound.append(brand)
    return tuple(sound), broken


def _slugs(workspace: Path) -> list[str]:
    """The names of the brands' folders. Raises ConfigurationError for none."""
    folder = workspace / "brands"
    try:
        slugs = sorted(p.name for p in folder.iterdir() if p.is_dir() and p.name[0] != ".") if folder.is_dir() else []
    except OSError as failure:
        raise ConfigurationError(f"{folder}: cannot be read: {failure.strerror or failure}") from failure
    if not slugs:
        raise ConfigurationError(f"{folder}: no brand yet; see the example that this writes: monitor init {workspace}")
    return slugs


def load_brand(folder: Path) -> Brand:
    """The dossier in one brand's folder. Raises ConfigurationError."""
    problems = Problems()
    brand = _load(folder, problems, Rates(published=euro_rate))
    problems.raise_if_any()
    assert brand is not None
    return brand


def _load(path: Path, problems: Problems, rates: Rates, settings: CheckSettings = _nothing) -> Brand | None:
    """The brand, or whatever could be read of it with the problems told."""
    file = path / "brand.toml"
    if not SLUG.fullmatch(path.name):
        problems.add(path, "", "rename the folder: lower-case letters, digits and hyphens, such as my-brand")
        return None
    if not is_there(file, problems):
        problems.add(file, "", 'is missing; write it with name = "..." and one [[trademark]]')
        return None
    folder = Folder(path, problems)
    table = read_table(file, problems)
    head = _head(table, folder) if table else _Head()
    for wrong in settings(Brand(slug=path.name, name=head.name, detectors=head.detectors, path=str(file))):
        problems.told(wrong)
    sheet = path / "products.csv"
    products, whole = read_products(sheet, folder, problems) if is_there(sheet, problems) else ({}, True)
    skus = products.keys() if whole else None
    sheet = path / "prices.csv"
    prices = read_prices(sheet, products if whole else None, problems) if is_there(sheet, problems) else ()
    sheet = path / "sellers.csv"
    sellers = read_sellers(sheet, skus, problems) if is_there(sheet, problems) else None
    fitted = path / MATCHING
    matching = read_match_rule(fitted, problems) if is_there(fitted, problems) else MatchRule()
    logos = [*(mark.logo for mark in head.trademarks if mark.logo), *folder.pictures("logos")]
    photos = [*(folder.assets[name] for one in products.values() for name in one.photos), *folder.pictures("photos")]
    return Brand(
        slug=path.name,
        name=head.name,
        owner=head.owner,
        trademarks=head.trademarks,
        products=tuple(products.values()),
        prices=prices,
        sellers=sellers,
        photos=_once(photos),
        logos=_once(logos),
        detectors=head.detectors,
        path=str(file),
        matching=matching,
        rates=rates,
    )


def _once(assets: Iterable[Asset]) -> tuple[Asset, ...]:
    return tuple({asset.name: asset for asset in assets}.values())


@dataclass(frozen=True, slots=True)
class _Head:
    """What brand.toml says."""

    name: str = ""
    owner: str = ""
    trademarks: tuple[Trademark, ...] = ()
    detectors: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def _head(table: Table, folder: Folder) -> _Head:
    name, owner = table.text("name"), table.text("owner")
    marks, settings = table.tables("trademark"), table.table("detectors").rest()
    table.done()
    if not name:
        table.wrong("name", 'is missing; write name = "..."')
    if not marks:
        table.wrong("trademark", 'is missing; write [[trademark]] and under it text = "..." or logo = "logos/..."')
    for kind, values in settings.items():
        if not isinstance(values, dict):
            table.wrong("detectors", f"{shown(kind)} is not a table; write [detectors.low_price] and its keys below")
    return _Head(
        name=name,
        owner=owner,
        trademarks=tuple(_trademark(mark, folder) for mark in marks),
        detectors={kind: values for kind, values in settings.items() if isinstance(values, dict)},
    )


def _trademark(table: Table, folder: Folder) -> Trademark:
    text, also, logo = table.text("text"), table.texts("also"), table.text("logo")
    certificate = table.text("certificate")
    if not text and not logo:
        table.wrong("text", 'a trademark needs text = "..." (a word mark) or logo = "logos/..."')
    for key, words in (("text", [text] if text else []), ("also", also)):
        for word in words:
            if len(word) > LONGEST_MARK or not any(char.isalnum() for char in word):
                table.wrong(key, f"{shown(word)} is no word mark; it has a letter or digit and {LONGEST_MARK} at most")
    if certificate:
        folder.named(certificate, "rights", table.file, table.spot("certificate"))
    trademark = Trademark(
        text=text,
        logo=folder.picture(logo, "logos", table.file, table.spot("logo")) if logo else None,
        also=also,
        registration=table.text("registration"),
        office=table.text("office"),
        classes=table.wholes("classes", 1, 45),
        certificate=certificate,
        valid_until=table.day("valid_until"),
    )
    table.done()
    return trademark

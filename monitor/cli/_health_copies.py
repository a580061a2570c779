"""The checks of `monitor doctor` for what was left of the example, and for names of marketplaces that may be slips."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from importlib import resources

from monitor.brands import Brand
from monitor.brands.ids import callings, placed
from monitor.cli._health_check import WARNING, Check
from monitor.cli._text import plain
from monitor.records import host_of
from monitor.workspace import Target

ALIKE = 0.8
"""How alike two names of marketplaces are at least where one may be a slip of the other."""
NAMED = 3


def copies(listed: Iterable[Brand]) -> Iterator[Check]:
    """Brands of another name than the example's that have its pictures, which would accuse those who show them."""
    for example in (resources.files("monitor.example") / "brands").iterdir():
        name = tomllib.loads((example / "brand.toml").read_text("utf-8"))["name"]
        pictures = {
            file.read_bytes()
            for folder in ("logos", "photos")
            for file in (example / folder).iterdir()
            if file.is_file()
        }
        for brand in listed:
            left = [one.name for one in (*brand.logos, *brand.photos) if one.content in pictures]
            if left and brand.name != name:
                yield Check(
                    WARNING,
                    "brands",
                    f"{brand.slug}: {plain(', '.join(left[:NAMED]))} {'is' if len(left) == 1 else 'are'} still of the "
                    f"example brand {name}; put your own there, or delete them, also in brand.toml and products.csv",
                )


def slips(listed: Iterable[Brand], targets: Sequence[Target]) -> Iterator[Check]:
    """Marketplaces of sellers.csv and prices.csv that nothing reads, and whose name is near one that is read."""
    from monitor.pages.sites import hosts

    known = {*hosts(), *(name for target in targets for name in callings(host_of(target.args.get("url", ""))))} - {""}
    for brand in listed:
        named = {
            "sellers.csv": {row.marketplace for row in brand.sellers or ()},
            "prices.csv": {rule.channel for rule in brand.prices},
        }
        for file, names in named.items():
            for name in sorted(name for name in map(placed, names) if "." in name and name not in known):
                if near := get_close_matches(name, sorted(known), n=NAMED, cutoff=ALIKE):
                    meant = " or ".join(map(plain, near))
                    says = f"{file} names the marketplace {plain(name)}, which is no known site and no target's"
                    yield Check(WARNING, "brands", f"{brand.slug}: {says}; is {meant} meant?")

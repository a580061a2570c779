"""The checks of `monitor doctor` that look into the dossiers: what has ended, and what is missing to judge by."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from detectors._policy import plain_words
from monitor.brands import Brand, SellerStatus, StandingKind, standing
from monitor.brands.files import PICTURES
from monitor.brands.ids import callings, placed, seller_key
from monitor.cli._empty_sheets import without_products
from monitor.cli._health_check import WARNING, Check
from monitor.marks.everyday import doubts
from monitor.products import contradictions, floor_in_force, has_floor, told_by_words
from monitor.products.kinds import says_a_kind
from monitor.products.part_nouns import is_part_noun
from monitor.products.words import fold, words
from monitor.records import Listing, host_of
from monitor.workspace import Target

WRITTEN = {"taobao": "Chinese", "jd": "Chinese", "rakuten": "Japanese"}
"""Spiders whose marketplaces are written in another script than Latin."""
LATIN = 0x24F
"""The last letter of the Latin blocks."""
SOON = timedelta(days=90)
NAMED = 3
MOST_CONTRADICTIONS = 20
NO_PICTURES = frozenset({".txt", ".md", ".db", ".ini", ".csv", ".json", ".pdf"})
"""Files that lie beside pictures and that nobody takes for one."""


def brands(listed: Sequence[Brand], today: date) -> Iterator[Check]:
    """What a person should know about each brand; nothing for a dossier that is complete and in force."""
    for brand in listed:
        for says in (
            *_marks(brand, today),
            *_everyday(brand),
            *_sellers(brand, today),
            *_gaps(brand),
            *_without_number(brand),
            *_of_no_kind(brand),
            *_called_like_parts(brand),
            *islice(contradictions(brand), MOST_CONTRADICTIONS),
            *_strange_files(brand),
        ):
            yield Check(WARNING, "brands", f"{brand.slug}: {says}")


def written_elsewhere(listed: Sequence[Brand], targets: Iterable[Target]) -> Iterator[Check]:
    """Brands with Latin marks alone, that a target looks for where sellers write another script."""
    for brand in listed:
        letters = "".join(brand.word_marks)
        foreign = {
            WRITTEN[target.spider]: target.name
            for target in targets
            if target.spider in WRITTEN and (not target.brands or brand.slug in target.brands)
        }
        if letters and not any(ord(char) > LATIN for char in letters):
            for script, name in sorted(foreign.items()):
                says = f"{brand.slug}: no mark has a {script} form, and the target {name} reads {script} titles; a"
                yield Check(
                    WARNING, "brands", f"{says} name in another script is found only where it stands under also"
                )


def floors_without_place(listed: Sequence[Brand], targets: Sequence[Target], today: date) -> Iterator[Check]:
    """Brands whose floors differ by country, and a target on a site whose address names none."""
    from monitor.pages.country import site_of

    for brand in listed:
        sites = {
            host_of(url): target.name
            for target in targets
            if (url := target.args.get("url", "")) and not site_of(url).country
            if not target.brands or brand.slug in target.brands
        }
        apart = _apart(brand, today) if sites else {}
        if not apart:
            continue
        skus, more = ", ".join(list(apart)[:NAMED]), f" and {len(apart) - NAMED} more" if len(apart) > NAMED else ""
        for host, name in list(sites.items())[:NAMED]:
            yield Check(
                WARNING,
                "brands",
                f"{brand.slug}: the floors of {skus}{more} differ between {next(iter(apart.values()))}, and the target "
                f"{name} reads {host}, whose address names no country; where its pages name none either, the lowest "
                "floor counts",
            )


def listed_beside(listed: Sequence[Brand], targets: Iterable[Target]) -> Iterator[Check]:
    """Rows of sellers.csv whose marketplace is the host of a target at another port, so that they match nothing."""
    hosts = {placed(host_of(target.args.get("url", ""))): target.name for target in targets}
    for brand in listed:
        named = sorted(
            {placed(row.marketplace) for row in brand.sellers or ()}
            - {"", *(name for host in hosts for name in callings(host))}
        )
        for place in named:
            near = [host for host in hosts if callings(host)[-1] == callings(place)[-1]]
            if near:
                says = f"{brand.slug}: sellers.csv names the marketplace {place}, and the target {hosts[near[0]]} reads"
                yield Check(
                    WARNING, "brands", f"{says} {near[0]}: write that port, or the host without one for any port"
                )


def _apart(brand: Brand, today: date) -> dict[str, str]:
    """The products whose floors of a day and currency differ by place, each with its places."""
    found = {}
    for product in brand.products:
        for currency in sorted({rule.currency for rule in brand.price_rules.get(product.sku, ())}):
            floor = floor_in_force(brand, product, territory="", channel="", currency=currency, day=today)
            if floor and floor.places:
                found[product.sku] = floor.places
    return found


def _marks(brand: Brand, today: date) -> Iterator[str]:
    for mark in brand.trademarks:
        name = mark.text or (mark.logo.name if mark.logo else "")
        end = mark.valid_until
        if end and end < today:
            yield f"the trademark {name} ended on {end}; renew it, and mend valid_until in brand.toml"
        elif end and end < today + SOON:
            yield f"the trademark {name} ends on {end}; renew it in time"


def _everyday(brand: Brand) -> Iterator[str]:
    """Marks that other texts hold by chance, with the lines that narrow them."""
    for doubt in doubts(brand):
        lines = "\n  ".join(["[detectors.text_match]", *doubt.lines.splitlines()])
        yield (
            f'the mark "{doubt.mark}" {doubt.why}, and no rule says where it is yours: others\' goods will be flagged. '
            f"Write into brand.toml, after checking:\n  {lines}"
        )


def _sellers(brand: Brand, today: date) -> Iterator[str]:
    """Sellers whose last authorisation ends soon; not those who have been denied since."""
    ends: dict[tuple[str, str], date] = {}
    for entry in brand.sellers or ():
        if entry.status is SellerStatus.AUTHORIZED:
            seller = placed(entry.marketplace), seller_key(entry.marketplace, entry.seller_id)
            ends[seller] = max(ends.get(seller, date.min), entry.valid_until or date.max)
    soon = sorted(
        (end, seller)
        for seller, end in ends.items()
        if today <= end < today + SOON and not _is_denied(brand, *seller, today)
    )
    if soon:
        named = ", ".join(f"{seller[1]} on {end}" for end, seller in soon[:NAMED])
        more = f" and {len(soon) - NAMED} more" if len(soon) > NAMED else ""
        count = "an authorisation ends" if len(soon) == 1 else f"{len(soon)} authorisations end"
        yield f"{count} within {SOON.days} days ({named}{more}); renew in sellers.csv"


def _is_denied(brand: Brand, marketplace: str, seller_id: str, today: date) -> bool:
    shown = Listing(marketplace=marketplace, url="", title="", seller_id=seller_id)
    return standing(brand, shown, "", today).kind is StandingKind.DENIED


def _gaps(brand: Brand) -> Iterator[str]:
    """What is not judged because the dossier does not say what to judge by."""
    floors = [row for rows in (brand.products, brand.prices) for row in rows if row.floor_price is not None]
    missing = [
        ("use of the mark in texts (no trademark has a text)", brand.word_marks),
        (f"prices ({'no row in' if without_products(brand) else 'no'} products.csv)", brand.products),
        ("low prices (no floor_price)", floors or not brand.products),
        ("unauthorised sellers (no sellers.csv)", brand.sellers is not None),
        ("photos (nothing in photos/)", brand.photos),
        ("logos (nothing in logos/)", brand.logos),
    ]
    gaps = [what for what, there in missing if not there]
    if gaps:
        yield f"not judged: {', '.join(gaps)}; add what you have"


def _without_number(brand: Brand) -> Iterator[str]:
    """Products whose listings match only in the words of their names, and what would tell them."""
    found = told_by_words(brand.products, (brand.name, *brand.word_marks))
    if not found:
        return
    named = ", ".join(product.sku for product in found[:NAMED])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    are, their = ("is", "its name") if len(found) == 1 else ("are", "their names")
    yield (
        f"{len(found)} of {len(brand.products)} products {are} told by the words of {their} alone ({named}{more}): "
        "titles in other words or another language go to review, and no price of theirs is held against a floor; "
        "fill in the columns model and gtin of products.csv, or begin the name with mark and line (Pakkara Fjell 20)"
    )


def _of_no_kind(brand: Brand) -> Iterator[str]:
    """Products with a floor whose kind no table knows, so that other names of them may be read as parts."""
    if plain_words(brand):
        return
    found = [one for one in brand.products if has_floor(brand, one) and not says_a_kind(one.name)]
    if not found:
        return
    named = ", ".join(product.sku for product in found[:NAMED])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    yield (
        f"the names of {len(found)} of {len(brand.products)} products say no kind of goods that is known "
        f"({named}{more}): what else titles call them leaves a deep price in doubt; write such names into brand.toml:\n"
        '  [detectors.low_price]\n  plain_words = ["...", "..."]'
    )


def _called_like_parts(brand: Brand) -> Iterator[str]:
    """Plain words that may be parts of other goods, where no product's name says so of itself."""
    found = [word for word in plain_words(brand) if is_part_noun(fold(word))]
    if not found or any(is_part_noun(word) for one in brand.products for word in words(fold(one.name))):
        return
    named = ", ".join(ascii(word) if not word.isprintable() else f'"{word}"' for word in found[:NAMED])
    yield (
        f"plain_words of [detectors.low_price] in brand.toml has {named}, which may be a part of other goods: titles "
        "with it go to review all the same, and no price of theirs is held against a floor; where it is what a product "
        "is called, write it into that product's name in products.csv"
    )


def _strange_files(brand: Brand) -> Iterator[str]:
    """Files among the pictures that are not read."""
    home = Path(brand.path).parent
    for folder in ("logos", "photos"):
        strange = sorted(
            path.name
            for path in (home / folder).rglob("*")
            if path.is_file() and path.suffix.lower() not in PICTURES | NO_PICTURES and not path.name.startswith(".")
        )
        if strange:
            named = ", ".join(ascii(name) for name in strange[:NAMED]) + (" ..." if len(strange) > NAMED else "")
            yield f"{len(strange)} of the files in {folder}/ cannot be read as pictures ({named}); save as PNG or JPEG"

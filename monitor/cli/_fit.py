"""What `monitor match --fit` does: from decisions on cases to a rule in the brand's dossier."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from monitor.brands import Brand
from monitor.brands.match_rule import NAME, as_toml
from monitor.cases import Status
from monitor.errors import WorkFailedError
from monitor.products import Matcher
from monitor.products.fitting import Decided, fit, too_few
from monitor.store import CaseFile, CaseFilter, open_store
from monitor.workspace import Workspace

CONFIRMED = frozenset({Status.CONFIRMED, Status.SUBMITTED, Status.UPHELD})
NAMED = re.compile(r"\bsku[\s:=]+(\S{1,100})", re.IGNORECASE)
OTHER_GOODS = re.compile(
    r"\b(?:other|another|wrong|not (?:this|our|the)) (?:product|item|goods|model)\b", re.IGNORECASE
)
HOW = (
    'A confirmed case says that its product is right; one dismissed as "other product" that it is wrong; and a reason '
    'with "sku MER-40" or "sku none" says it outright.'
)


def fit_brand(settings: Workspace, brand: Brand) -> None:
    """Fit, print what was found, and write matching.toml if that is better. Raises WorkFailedError."""
    decisions = list(_decisions(settings, brand))
    if why := too_few(decisions):
        raise WorkFailedError(f"nothing fitted for {brand.slug}: {why}. {HOW}")
    matcher = Matcher(brand.products, marks=(brand.name, *brand.word_marks), rule=brand.matching)
    found = fit(matcher, decisions, brand.matching)
    click.echo(f"{len(decisions)} decisions of {brand.slug}; a wrong match counts as five missed ones")
    click.echo(f"  before                  {found.before}  (match_at {brand.matching.match_at:.2f})")
    click.echo(f"  after, cross-validated  {found.after}")
    if not found.helps or found.rule == brand.matching:
        click.echo("No other rule does better on decisions that it did not see; nothing was written.")
        return
    path = Path(brand.path).with_name(NAME)
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    why_so = (
        f"Written by monitor match --fit on {today}, from {len(decisions)} decisions on cases.",
        f"Before: {found.before}. Now, cross-validated: {found.after}.",
    )
    try:
        path.write_text(as_toml(found.rule, why_so), "utf-8")
    except OSError as failure:
        raise WorkFailedError(f"{path}: could not be written: {failure.strerror}") from None
    click.echo(
        f"Wrote {path}: match_at {found.rule.match_at:.2f}, least_lead {found.rule.least_lead:.2f}. See what it "
        "changes with: monitor replay"
    )


def _decisions(settings: Workspace, brand: Brand) -> Iterator[Decided]:
    """What people said about the product of a listing; a case whose decision says nothing of that is left out."""
    skus = {product.sku for product in brand.products}
    with open_store(settings) as store:
        for one in store.cases(CaseFilter(brand=brand.slug)):
            if Status(one.status) is Status.CANDIDATE:
                continue
            sku = _said(store.case(one.id), skus)
            if sku is not None:
                yield Decided(listing=one.listing, sku=sku)


def _said(file: CaseFile, skus: set[str]) -> str | None:
    """The SKU, an empty text for none of the catalogue, or None where nothing is said."""
    why = next((event.why for event in reversed(file.events) if event.after == file.case.status), "")
    if named := NAMED.search(why):
        sku = named[1].rstrip(".,;)")
        if sku in skus:
            return sku
        return "" if sku.lower() == "none" else None
    if Status(file.case.status) is Status.DISMISSED:
        return "" if OTHER_GOODS.search(why) else None
    matched = file.case.finding.sku
    return matched if Status(file.case.status) in CONFIRMED and matched in skus else None

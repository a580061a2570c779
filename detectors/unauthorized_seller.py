"""The seller is not allowed to sell the goods, or poses as someone who is."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detectors._impersonation import Poses
from detectors._pose import Pose
from detectors._sentences import row, seller, shown
from detectors._text_flags import NOTE
from detectors.base import Detector, Example, Histories, Portfolio, Settings, Subject
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Standing, StandingKind, Trademark
from monitor.brands.roster import roster
from monitor.marks import Mention, Use
from monitor.products import Outcome
from monitor.products.described import said_used
from monitor.records import Evidence, Flag, Listing

IMPERSONATION, SAME_NAME = 85, 45
SEVERITY: Mapping[StandingKind, int] = {
    StandingKind.UNKNOWN: 45,
    StandingKind.NOT_YET: 45,
    StandingKind.EXPIRED: 60,
    StandingKind.OUT_OF_TERRITORY: 60,
    StandingKind.SKU_NOT_ALLOWED: 60,
    StandingKind.DENIED: 85,
}
"""The standings that are flagged; the others never are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnauthorizedSellerSettings(Settings):
    """`used_goods`: sellers of used goods are judged as those of new goods are; else only denied ones are.

    Of goods that only the description calls used, what the list says is a note.
    """

    used_goods: bool = False


class UnauthorizedSeller(Detector[UnauthorizedSellerSettings]):
    """Looks the seller up in the brand's list by marketplace and id, on the day of the observation."""

    kind = "unauthorized_seller"
    Settings = UnauthorizedSellerSettings

    def __init__(self, portfolio: Portfolio) -> None:
        super().__init__(portfolio)
        self._poses = {brand.slug: Poses(brand) for brand in portfolio.brands}

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:  # noqa: ARG002
        """For each brand a pose, or what the list says of the seller of its goods; a denial is said beside a pose."""
        if not subject.listing.seller_is_readable:
            return
        offered = {brand.slug for brand in subject.brands if _offers(subject, brand)}
        named = self._named(subject, offered)
        for brand in self._concerned(subject, offered | set(named)):
            said = subject.mentions.get(brand.slug, ())
            speaks = brand.slug in offered or any(mention.use is not Use.DESCRIPTIVE for mention in said)
            outcome = subject.match(brand).outcome
            recognised, matched = outcome is not Outcome.NONE, outcome is Outcome.MATCH
            pose = self._poses[brand.slug].find(
                subject.listing,
                subject.portfolio.marks,
                offers=speaks,
                recognised=recognised,
                matched=matched,
                said=said,
            )
            shared = any(subject.is_anothers(brand, mention, named) for mention in named.get(brand.slug, ()))
            denied = brand.slug in offered and subject.standing(brand).kind is StandingKind.DENIED
            poses = pose and not shared
            if brand.slug in offered and (denied or not poses):
                yield from self._standing(subject, brand)
            if pose and poses:
                yield _impersonation(subject, brand, pose, list_is_cited=denied)

    def _named(self, subject: Subject, offered: Collection[str]) -> Mapping[str, Sequence[Mention]]:
        """The marks in the seller's name by brand; beside such goods as the brand's none needs a word for them."""
        marks, listing = subject.portfolio.marks, subject.listing
        found = marks.find_in("seller_name", listing.seller_name, among_goods=True)
        beside = {s: found[s] for s in found if s in offered or self._poses[s].offers_its_kind(listing)}
        return found if len(beside) == len(found) else {**marks.find_in("seller_name", listing.seller_name), **beside}

    def _concerned(self, subject: Subject, slugs: set[str]) -> list[Brand]:
        """The brands that the listing offers or names, and those whose marks stand in the seller's name."""
        concerned = slugs | set(subject.mentions)
        return [brand for brand in subject.portfolio.brands if brand.slug in concerned]

    def _standing(self, subject: Subject, brand: Brand) -> Iterator[Flag]:
        standing = subject.standing(brand)
        severity = SEVERITY.get(standing.kind)
        judged = self.settings[brand.slug].used_goods or standing.kind is StandingKind.DENIED
        if severity is None or not (judged or subject.new_goods):
            return
        used = "" if judged else said_used(subject.listing)
        evidence = [_seller_evidence(subject.listing, standing)]
        match = subject.match(brand)
        if match.product is not None:
            evidence.append(Evidence(field="title", observed=match.why, asset=match.sku))
        sentence = _sentence(subject, brand, standing)
        if used:
            evidence.append(Evidence(field="description", observed=used))
            sentence = f'{sentence.removesuffix(".")}; its description says that the goods are used ("{shown(used)}").'
        yield Flag(
            kind=self.kind,
            brand=brand.slug,
            severity=NOTE if used else severity,
            rule=str(standing.kind),
            sentence=sentence,
            evidence=tuple(evidence),
        )

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """Unknown, expired and posing sellers; an authorised one, a used one, one who could not be read."""

        def listed(seller_id: str, status: SellerStatus, until: date | None = None) -> SellerEntry:
            return SellerEntry(
                marketplace="m", seller_id=seller_id, seller_name=f"House {seller_id}", legal_entity="", status=status,
                valid_until=until,
            )  # fmt: skip

        brand = Brand(
            slug="aurelia",
            name="Aurelia",
            trademarks=(Trademark(text="AURELIA"),),
            sellers=(
                listed("s1", SellerStatus.AUTHORIZED),
                listed("s2", SellerStatus.AUTHORIZED, date(2020, 1, 31)),
                listed("s3", SellerStatus.DENIED),
            ),
        )
        offer = {"marketplace": "m", "url": "https://m.example/1", "title": "Aurelia Meridian watch"}

        def example(says: str, *, flagged: bool, **fields: str) -> Example:
            return Example(says=says, brand=brand, listing={**offer, **fields}, flagged=flagged)

        return (
            example("unknown", seller_id="s9", flagged=True),
            example("expired", seller_id="s2", flagged=True),
            example("denied, used goods too", seller_id="s3", condition="used", flagged=True),
            example("denied, and poses as well", seller_id="s3", seller_name="AURELIA Official Store", flagged=True),
            example("poses as the brand", seller_id="s9", seller_name="AURELIA Official Store", flagged=True),
            example("authorised", seller_id="s1", flagged=False),
            example("private resale", seller_id="s9", condition="used", flagged=False),
            example("not readable", flagged=False),
            example("accessory", seller_id="s9", title="Strap for Aurelia watches", flagged=False),
            Example(
                says="accessory that does not say for what",
                brand=replace(brand, products=(Product(sku="M40", name="Aurelia Meridian 40 watch"),)),
                listing={**offer, "seller_id": "s9", "title": "Screen protector Aurelia Meridian 40 tempered glass"},
                flagged=False,
            ),
        )


def _offers(subject: Subject, brand: Brand) -> bool:
    """Whether the listing surely offers the brand's goods.

    A mark in the description alone is not enough, nor a word that is only near a mark, nor is one beside the word for
    an accessory that the brand's catalogue has not: "screen protector <mark> 40" is what others make for it, and so are
    papers, pictures, models and repairs of it.
    """
    match = subject.match(brand)
    if match.outcome is Outcome.MATCH:
        return True
    return not subject.of_others(brand) and any(
        mention.field != "description" and not mention.doubtful for mention in subject.claims(brand)
    )


def _impersonation(subject: Subject, brand: Brand, pose: Pose, *, list_is_cited: bool) -> Flag:
    """The flag on a pose; `list_is_cited`: another flag says what the seller list has of him."""
    listed = "" if list_is_cited or brand.sellers is None else f" {_not_on(subject, brand)}, and"
    return Flag(
        kind=UnauthorizedSeller.kind,
        brand=brand.slug,
        severity=IMPERSONATION if pose.sure else SAME_NAME,
        rule=pose.rule,
        sentence=f"{seller(subject.listing)}{listed or ':'} its name {pose.says}.",
        evidence=pose.evidence,
    )


def _sentence(subject: Subject, brand: Brand, standing: Standing) -> str:
    who, entry = seller(subject.listing), standing.entry
    sku = subject.match(brand).sku
    day = subject.day.isoformat()
    match standing.kind:
        case StandingKind.DENIED:
            return f"{who} {_not_on(subject, brand)}, and the listing {_names(subject, brand)}."
        case StandingKind.EXPIRED:
            until = entry.valid_until if entry else ""
            return f"{who} was authorised by {brand.name} until {until}; the offer was seen on {day}."
        case StandingKind.NOT_YET:
            begin = entry.valid_from if entry else ""
            return f"{who} is authorised by {brand.name} only from {begin}; the offer was seen on {day}."
        case StandingKind.OUT_OF_TERRITORY:
            limit, place = (entry.territory if entry else ""), shown(subject.listing.territory)
            return f"{who} is authorised by {brand.name} for {limit}; the offer is for {place}."
        case StandingKind.SKU_NOT_ALLOWED:
            return f"{who} is authorised by {brand.name}, but not for {sku}."
        case _:
            alike = f", which has the id {shown(entry.seller_id)}, another in case alone" if entry else ""
            return f"{who} {_not_on(subject, brand)}{alike}, and the listing {_names(subject, brand)}."


def _names(subject: Subject, brand: Brand) -> str:
    """What of the brand's a listing names, not whose the goods are; the flag on the text says how it is written."""
    match = subject.match(brand)
    if match.outcome is Outcome.MATCH:
        return f"names its product {match.sku}"
    claims = subject.claims(brand)
    return f'names the mark "{claims[0].mark}"' if claims else f"names {brand.name}"


def _not_on(subject: Subject, brand: Brand) -> str:
    """That the list authorises a seller nowhere; what it says of him is that he is denied, here or for other offers."""
    rows = roster(brand).rows_of(subject.listing)
    if not rows:
        by_name = "" if subject.listing.seller_id.strip() else " by name (its id was not read)"
        return f"is not on the seller list of {brand.name}{by_name}{_elsewhere(subject, brand)}"
    if subject.standing(brand).kind is StandingKind.DENIED:
        return f"is denied by the seller list of {brand.name}"
    return f"is on the seller list of {brand.name} only with a denial that may not hold for this offer ({row(rows[0])})"


def _elsewhere(subject: Subject, brand: Brand) -> str:
    """What the list says today of the same id on other country sites or ports of the marketplace, as a clause."""
    day, known = subject.day, roster(brand)
    found = (*known.on_sister_sites(subject.listing), *known.at_other_ports(subject.listing))
    rows = [e for e in found if (e.valid_from or day) <= day <= (e.valid_until or day)]
    if not rows:
        return ""
    denied = [entry for entry in rows if entry.status is SellerStatus.DENIED]
    sites = dict.fromkeys(
        entry.marketplace + (f" (for {entry.territory})" if entry.territory else "") for entry in denied or rows
    )
    verb = "denies" if denied else "authorises"
    return f" for {shown(subject.listing.marketplace)}, which {verb} the same id on {' and '.join(map(shown, sites))}"


def _seller_evidence(listing: Listing, standing: Standing) -> Evidence:
    observed = listing.seller_id or listing.seller_name
    expected = row(standing.entry) if standing.entry else "a seller on the brand's list"
    return Evidence(
        field="seller_id" if listing.seller_id else "seller_name",
        observed=observed,
        expected=expected,
        asset="sellers.csv",
    )

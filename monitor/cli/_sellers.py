"""What `monitor sellers` shows, gathered from the store."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from monitor.brands import Brand, StandingKind, standing
from monitor.brands.loader import load_brands
from monitor.brands.roster import roster
from monitor.cases import band_of
from monitor.cli._columns import Narrow
from monitor.cli._known_contacts import known_contacts
from monitor.cli._text import plain
from monitor.records import Listing
from monitor.sellers import (
    Account,
    Cluster,
    Fact,
    Hint,
    Join,
    Offence,
    Profile,
    Profiles,
    Risk,
    clusters_of,
    hints_of,
    risk_of,
    sharing_of,
)
from monitor.store import Case, CaseFilter, open_store
from monitor.store.sellers import read_splits
from monitor.workspace import load_workspace

HEAD = (
    "risk",
    "marketplace",
    "seller id",
    "name",
    "listings",
    "cases",
    "below floor",
    "first seen",
    "standing",
    "with",
)
MAY_BE_EMPTY = frozenset({"standing", "with"})
"""Columns that a terminal does not show where no row has them."""
NARROW = Narrow(
    without=("first seen", "listings"),
    lines={"standing": 10, "with": 6, "below floor": 8, "name": 13, "seller id": 16, "marketplace": 12},
    folded={"marketplace": 12, "seller id": 14, "name": 10},
)
"""Marketplace and id name a seller to other commands."""
COLUMNS = (
    "risk", "marketplace", "seller_id", "seller_names", "first_seen", "last_seen", "listings", "open_cases",
    "confirmed_cases", "below_floor", "belongs_with", "joins", "parts", "undecided", "hints", "standing",
)  # fmt: skip
SURE = 60
"""From this severity on a price below the floor is a violation; below, its own flag says what leaves doubt."""
MOST_HINTS = 20


@dataclass(frozen=True, slots=True)
class Seller:
    """A profile with its risk and the accounts that it belongs together with."""

    profile: Profile
    risk: Risk
    cluster: Cluster | None
    undecided: tuple[Join, ...]
    shared: tuple[Hint, ...]
    photos: Mapping[Account, int]
    standings: Mapping[str, str]
    """What the seller lists say of it today, by brand: in a word, and only where they have it."""

    @property
    def others(self) -> tuple[Account, ...]:
        """The other accounts of its cluster."""
        own = self.profile.account
        return tuple(one for one in self.cluster.accounts if one != own) if self.cluster else ()

    @property
    def name(self) -> str:
        """The names it showed."""
        return " / ".join(sorted(self.profile.names))


def gather(workspace: Path, brand: str = "", marketplace: str = "") -> list[Seller]:
    """Every seller that was seen, the riskiest first.

    `brand` keeps those with a case of the brand, and counts its cases and its seller list alone.
    """
    settings = load_workspace(workspace)
    profiles = Profiles()
    with open_store(settings) as store:
        for seen in store.observations():
            shown = seen.observation
            profiles.see(shown.listing, shown.observed_at, shown.photos)
        for case in store.cases(CaseFilter(brand=brand)):
            profiles.accuse(case.listing, _offence(case))
    everybody, brands = list(profiles.all()), load_brands(settings.path)
    sharing = sharing_of(everybody, known_contacts(settings.path, brands, everybody))
    clusters = clusters_of(sharing.joins, read_splits(settings.path))
    official = {sha256(photo.content).hexdigest() for one in brands for photo in one.photos}
    photos = hints_of(everybody, official)
    today = datetime.now(UTC).date()
    found = []
    for profile in everybody:
        if brand and not profile.offences:
            continue
        if marketplace and profile.account.marketplace != marketplace:
            continue
        account = profile.account
        cluster = clusters.of.get(account)
        others = [
            other for one in (cluster.accounts if cluster else ()) if one != account and (other := profiles.get(one))
        ]
        found.append(
            Seller(
                profile=profile,
                risk=risk_of(profile, cluster, others),
                cluster=cluster,
                undecided=clusters.undecided.get(account, ()),
                shared=sharing.hints.get(account, ()),
                photos=photos.get(account, {}),
                standings={
                    one.slug: said
                    for one in brands
                    if brand in ("", one.slug) and (said := _standing(one, account, today))
                },
            )
        )
    return sorted(found, key=lambda seller: (-seller.risk.score, seller.profile.account))


def _standing(brand: Brand, account: Account, today: date) -> str:
    """What a brand's list says of an account, in a word; empty where it does not have it."""
    shown = Listing(marketplace=account.marketplace, url="", title="", seller_id=account.seller_id)
    rows = roster(brand).rows_of(shown)
    kind = standing(brand, shown, "", today).kind
    return "" if not rows else "denied in part" if kind is StandingKind.UNKNOWN else kind.replace("_", " ")


def _offence(case: Case) -> Offence:
    flags = case.finding.flags
    return Offence(
        case=case.id,
        brand=case.finding.brand,
        status=case.status,
        severity=case.severity,
        kinds=frozenset(flag.kind for flag in flags),
        listing=case.listing.listing_id or case.listing.url,
        is_low=any(flag.kind == "low_price" and flag.severity >= SURE for flag in flags),
        may_be_low=any(flag.kind == "low_price" and band_of(flag.severity) == "suspicion" for flag in flags),
        is_clear=case.clean_at is not None,
        gone_at=case.removed_at,
    )


def cells(seller: Seller) -> tuple[str, ...]:
    """A row of the list."""
    profile = seller.profile
    return (
        str(seller.risk.score),
        plain(profile.account.marketplace),
        plain(profile.seller_id),
        plain(seller.name),
        str(len(profile.listings)),
        str(len(profile.standing)),
        f"{profile.below_floor:.0%}" + (f", {profile.doubted_low} in doubt" if profile.doubted_low else ""),
        f"{profile.first_seen:%Y-%m-%d}",
        _said(seller),
        f"{len(seller.others)} other{'s' if len(seller.others) != 1 else ''}" if seller.others else "",
    )


def record(seller: Seller, *, contacts: bool) -> dict[str, str]:
    """A row of the CSV. Without `contacts`, what is shared is told by its kind: it may be a private person's."""
    profile = seller.profile
    values: Sequence[str] = (
        str(seller.risk.score),
        profile.account.marketplace,
        profile.account.seller_id,
        seller.name,
        profile.first_seen.isoformat(),
        profile.last_seen.isoformat(),
        str(len(profile.listings)),
        str(len(profile.waiting)),
        str(len(profile.proven)),
        f"{profile.below_floor:.3f}",
        "; ".join(map(str, seller.others)),
        "; ".join(_join(join, contacts=contacts) for join in seller.cluster.joins) if seller.cluster else "",
        "; ".join(f"{part.points} {part.says}" for part in seller.risk.parts),
        "; ".join(_join(join, contacts=contacts) for join in seller.undecided),
        "; ".join(f"{_fact(hint.fact, contacts=contacts)}: {hint.why}" for hint in seller.shared[:MOST_HINTS]),
        _said(seller),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _join(join: Join, *, contacts: bool) -> str:
    shared = dict.fromkeys(_fact(fact, contacts=contacts) for fact in join.facts)
    return f"{join.one} and {join.other} share {', '.join(shared)}"


def _fact(fact: Fact, *, contacts: bool) -> str:
    """A fact in words; a register's number is public."""
    return str(fact) if contacts or fact.kind == "licence" else fact.kind


def _said(seller: Seller) -> str:
    """What the lists say, by brand."""
    return ", ".join(f"{brand}: {said}" for brand, said in seller.standings.items())


def describe(seller: Seller) -> Iterator[str]:
    """All that is known of a seller, line by line."""
    profile = seller.profile
    account = profile.account
    yield f"{plain(profile.seller_id or account.name)} on {plain(account.marketplace)}: risk {seller.risk.score}"
    for part in seller.risk.parts:
        yield f"  {part.points:>3}  {plain(part.says)}"
    if not seller.risk.parts:
        yield "  nothing is held against this seller"
    yield f"names     {plain(seller.name)}"
    yield f"standing  {_said(seller) or 'on no seller list'}"
    count = len(profile.listings)
    offers = f"{count} listing{'s' if count != 1 else ''}"
    yield f"seen      {profile.first_seen:%Y-%m-%d} to {profile.last_seen:%Y-%m-%d}, {offers}"
    for fact in sorted(profile.facts):
        photo = profile.read_in_photos.get(fact)
        yield f"fact      {plain(str(fact))}" + (f" (read in the photo {plain(photo)})" if photo else "")
    for one in profile.cases:
        kinds = ", ".join(sorted(one.kinds))
        status = f"{one.status}, clear now" if one.is_clear else one.status
        yield f"case {one.case:<4} {one.brand}, {status}, severity {one.severity}: {kinds}"
    if seller.cluster:
        yield "belongs together with " + ", ".join(plain(str(other)) for other in seller.others)
        for join in seller.cluster.joins:
            yield f"  {plain(str(join))}"
    for join in seller.undecided:
        yield f"undecided {plain(str(join))}: this would join whom a split keeps apart; split the wrong pair too"
    for hint in seller.shared[:MOST_HINTS]:
        yield f"hint      shares {plain(str(hint.fact))} with {_some(hint.others)}; joins nobody: {plain(hint.why)}"
    if len(seller.shared) > MOST_HINTS:
        yield f"hint      and {len(seller.shared) - MOST_HINTS} more contacts that join nobody"
    for other, count in seller.photos.items():
        yield f"hint      {count} same photo{'s' if count > 1 else ''} as {plain(str(other))}, which proves nothing"


def _some(accounts: Sequence[Account]) -> str:
    named = ", ".join(plain(str(one)) for one in accounts[:3])
    return named + (f" and {len(accounts) - 3} more" if len(accounts) > 3 else "")

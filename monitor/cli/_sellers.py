"""What `monitor sellers` shows, gathered from the store."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from monitor.brands.loader import load_brands
from monitor.cli._text import plain
from monitor.sellers import Account, Cluster, Offence, Profile, Profiles, Risk, clusters_of, hints_of, risk_of
from monitor.store import CaseFilter, open_store
from monitor.store.sellers import read_splits
from monitor.workspace import load_workspace

HEAD = ("risk", "marketplace", "seller id", "name", "listings", "cases", "below floor", "first seen", "with")
COLUMNS = (
    "risk", "marketplace", "seller_id", "seller_names", "first_seen", "last_seen", "listings", "open_cases",
    "confirmed_cases", "below_floor", "belongs_with", "joins", "parts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seller:
    """A profile with its risk and the accounts that it belongs together with."""

    profile: Profile
    risk: Risk
    cluster: Cluster | None
    hints: Mapping[Account, int]

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
    """Every seller that was seen, the riskiest first; `brand` keeps those with a case of the brand."""
    settings = load_workspace(workspace)
    profiles = Profiles()
    with open_store(settings) as store:
        for seen in store.observations():
            shown = seen.observation
            profiles.see(shown.listing, shown.observed_at, shown.photos)
        for case in store.cases(CaseFilter()):
            kinds = frozenset(flag.kind for flag in case.finding.flags)
            profiles.accuse(
                case.listing,
                Offence(
                    case=case.id,
                    brand=case.finding.brand,
                    status=case.status,
                    severity=case.severity,
                    kinds=kinds,
                    last_seen=case.last_seen,
                ),
            )
    clusters = clusters_of(profiles.all(), read_splits(settings.path))
    official = {sha256(photo.content).hexdigest() for one in load_brands(settings.path) for photo in one.photos}
    hints = hints_of(profiles.all(), official)
    found = []
    for profile in profiles.all():
        if brand and not any(one.brand == brand for one in profile.offences):
            continue
        if marketplace and profile.account.marketplace != marketplace:
            continue
        cluster = clusters.get(profile.account)
        members = cluster.accounts if cluster else ()
        others = [other for one in members if one != profile.account and (other := profiles.get(one))]
        found.append(Seller(profile, risk_of(profile, cluster, others), cluster, hints.get(profile.account, {})))
    return sorted(found, key=lambda seller: (-seller.risk.score, seller.profile.account))


def cells(seller: Seller) -> tuple[str, ...]:
    """A row of the list."""
    profile = seller.profile
    return (
        str(seller.risk.score),
        plain(profile.account.marketplace),
        plain(profile.account.seller_id),
        plain(seller.name),
        str(len(profile.listings)),
        str(len(profile.open_offences)),
        f"{profile.below_floor:.0%}",
        f"{profile.first_seen:%Y-%m-%d}",
        f"{len(seller.others)} other{'s' if len(seller.others) != 1 else ''}" if seller.others else "",
    )


def record(seller: Seller) -> dict[str, str]:
    """A row of the CSV."""
    profile = seller.profile
    values: Sequence[str] = (
        str(seller.risk.score),
        profile.account.marketplace,
        profile.account.seller_id,
        seller.name,
        profile.first_seen.isoformat(),
        profile.last_seen.isoformat(),
        str(len(profile.listings)),
        str(len(profile.open_offences)),
        str(len(profile.proven)),
        f"{profile.below_floor:.3f}",
        "; ".join(map(str, seller.others)),
        "; ".join(map(str, seller.cluster.joins)) if seller.cluster else "",
        "; ".join(f"{part.points} {part.says}" for part in seller.risk.parts),
    )
    return dict(zip(COLUMNS, values, strict=True))


def describe(seller: Seller) -> Iterator[str]:
    """All that is known of a seller, line by line."""
    profile = seller.profile
    yield f"{plain(str(profile.account))}: risk {seller.risk.score}"
    for part in seller.risk.parts:
        yield f"  {part.points:>3}  {plain(part.says)}"
    if not seller.risk.parts:
        yield "  nothing is held against this seller"
    yield f"names     {plain(seller.name)}"
    count = len(profile.listings)
    offers = f"{count} listing{'s' if count != 1 else ''}"
    yield f"seen      {profile.first_seen:%Y-%m-%d} to {profile.last_seen:%Y-%m-%d}, {offers}"
    for fact in sorted(profile.facts):
        photo = profile.read_in_photos.get(fact)
        yield f"fact      {plain(str(fact))}" + (f" (read in the photo {plain(photo)})" if photo else "")
    for one in profile.open_offences:
        kinds = ", ".join(sorted(one.kinds))
        yield f"case {one.case:<4} {one.brand}, {one.status}, severity {one.severity}: {kinds}"
    if seller.cluster:
        yield "belongs together with " + ", ".join(plain(str(other)) for other in seller.others)
        for join in seller.cluster.joins:
            yield f"  {plain(str(join))}"
    for other, count in seller.hints.items():
        yield f"hint      {count} same photo{'s' if count > 1 else ''} as {plain(str(other))}, which proves nothing"

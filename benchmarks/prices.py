"""How well `unstable_price` tells instability from honest changes, beside two plain rules on the same histories.

`python -m benchmarks.prices [--markets 120] [--seed 5]`. Histories are generated: markets of one product with several
sellers over five weeks, in shares guessed from what marketplaces look like; one read in ten is missing, one in a
hundred is wrong. A listing counts as flagged when any of its reads was. The plain rules: a coefficient of variation
above a bound (the best of a range on these very histories), and any change of more than 10 % between two reads.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from statistics import mean, pstdev

from detectors.unstable_price import UnstablePrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.records import Listing, Observation

DAYS = 35
START = datetime(2026, 3, 1, 3, tzinfo=UTC)
SHARES = {
    "calm": 42, "promotion": 22, "list price change": 9, "seasonal": 7, "exchange rate": 7, "churn": 8,
    "nightly dips": 5,
}  # fmt: skip
UNSTABLE = {"churn", "nightly dips", "slide", "partial slide", "far below"}
MARKETS = {"": 88, "slide": 4, "partial slide": 3, "stepped promotion": 3, "spread": 2}
"""Of a hundred markets: sellers each for himself, or what they do together."""
STAY_OUT = 0.55
"""The share of sellers who keep their price in a partial slide."""
APART = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How far prices lie apart for good in a market that is spread."""
FAR_BELOW = 0.61
MISSING, WRONG = 0.10, 0.01
Read = tuple[datetime, float]


@dataclass(slots=True)
class Series:
    """One listing's reads, what was done to its price, and the floor of its product, if there is one."""

    kind: str
    name: str
    reads: list[Read] = field(default_factory=list)
    floor: float | None = None


def market(rng: random.Random, number: int) -> list[Series]:
    """The listings of one product."""
    base, sellers = rng.uniform(20, 900), rng.randint(4, 8)
    together = rng.choices(list(MARKETS), list(MARKETS.values()))[0]
    if together in {"partial slide", "spread"}:
        sellers = rng.randint(6, 8)
    floor = base * rng.uniform(0.75, 0.9) if together == "partial slide" or rng.random() < 0.5 else None
    kinds = _kinds(rng, together, sellers)
    steps = _steps(rng)
    made = []
    for seller, kind in enumerate(kinds):
        level = base * (APART[seller % len(APART)] if together == "spread" else rng.uniform(0.93, 1.07))
        twice = kind == "nightly dips" or rng.random() < 0.3
        moments = [START + timedelta(days=d, hours=h) for d in range(DAYS) for h in ((0, 12) if twice else (0,))]
        if kind == "partial slide" and floor is not None:
            asked = slide(rng, moments, level, bottom=floor * rng.uniform(0.75, 0.9))
        elif kind == "stepped promotion":
            asked = [level * (1 - _off(steps, (moment - START).days)) for moment in moments]
        else:
            asked = SHAPES[kind](rng, moments, level)
        series = Series(kind, f"p{number}s{seller}", floor=floor)
        for moment, price in zip(moments, asked, strict=True):
            if rng.random() < MISSING:
                continue
            wrong = rng.choice([0.1, 0.5, 2.0, 10.0]) if rng.random() < WRONG else 1.0
            series.reads.append((moment, round(max(price * wrong, 0.5), 2)))
        made.append(series)
    return made


def _kinds(rng: random.Random, together: str, sellers: int) -> list[str]:
    """What is done to the price of each seller of a market."""
    if together in {"slide", "stepped promotion"}:
        return [together] * sellers
    if together == "spread":
        return ["far below" if APART[seller % len(APART)] < FAR_BELOW else "spread out" for seller in range(sellers)]
    if together == "partial slide":
        out = round(sellers * STAY_OUT)
        return ["partial slide"] * (sellers - out) + ["calm"] * out
    return [rng.choices(list(SHARES), list(SHARES.values()))[0] for _ in range(sellers)]


def _steps(rng: random.Random) -> list[tuple[int, float]]:
    """The days on which a promotion of all sellers goes further down, and how far; the last one ends it."""
    day, off, steps = rng.randint(4, 14), 0.0, []
    for _ in range(rng.choice([2, 3, 3])):
        off += rng.uniform(0.08, 0.12)
        steps.append((day, off))
        day += rng.randint(3, 5)
    return [*steps, (day, 0.0)]


def _off(steps: Sequence[tuple[int, float]], day: int) -> float:
    return next((off for since, off in reversed(steps) if day >= since), 0.0)


Shape = Callable[[random.Random, Sequence[datetime], float], list[float]]


def calm(rng: random.Random, moments: Sequence[datetime], level: float) -> list[float]:
    """Never, or by a little."""
    jitter = rng.choice([0, 0, 0.01])
    return [level * (1 + rng.uniform(-jitter, jitter)) for _ in moments]


def promotion(rng: random.Random, moments: Sequence[datetime], level: float) -> list[float]:
    """One or two promotions of 1 to 12 days, 8 to 30 % off, a week or more apart."""
    asked = [level] * len(moments)
    day = rng.randint(1, 12)
    for _ in range(rng.choice([1, 1, 1, 2])):
        length, off = rng.randint(1, 12), rng.uniform(0.08, 0.30)
        for at, moment in enumerate(moments):
            if day <= (moment - START).days < day + length:
                asked[at] = level * (1 - off)
        day += length + rng.randint(7, 14)
    return asked


def list_price_change(rng: random.Random, moments: Sequence[datetime], level: float) -> list[float]:
    """For good, on one day; sometimes with a promotion afterwards."""
    day, new = rng.randint(5, 28), level * (1 + rng.choice([-1, 1]) * rng.uniform(0.05, 0.22))
    sale, off = day + rng.randint(6, 15), rng.choice([0, 0, 0.15])
    return [
        level if (m - START).days < day else new * (1 - off) if sale <= (m - START).days < sale + 5 else new
        for m in moments
    ]


def seasonal(rng: random.Random, moments: Sequence[datetime], level: float) -> list[float]:
    """Weekly steps in one direction."""
    step = rng.choice([-1, 1]) * rng.uniform(0.01, 0.035)
    return [level * (1 + step) ** ((m - START).days // 7) for m in moments]


def exchange_rate(rng: random.Random, moments: Sequence[datetime], level: float) -> list[float]:
    """A price in another currency, converted day by day."""
    asked = []
    for _ in moments:
        level *= 1 + rng.gauss(0, 0.004)
        asked.append(level)
    return asked


def churn(rng: random.Random, moments: Sequence[datetime], level: float) -> list[float]:
    """Another price every one to three days for ten days or more, 6 to 25 % apart."""
    begin = rng.randint(0, 15)
    end, amplitude = begin + rng.randint(10, 20), rng.uniform(0.06, 0.25)
    asked, until, low, now = [], begin, False, level
    for moment in moments:
        day = (moment - START).days
        if begin <= day < end and day >= until:
            low, until = not low, day + rng.randint(1, 3)
            now = level * (1 - amplitude * rng.uniform(0.9, 1.1)) if low else level * rng.uniform(0.98, 1.02)
        asked.append(now if begin <= day < end else level)
    return asked


def nightly_dips(rng: random.Random, moments: Sequence[datetime], level: float) -> list[float]:
    """Low at night, on a week of nights or more."""
    begin, off = rng.randint(0, 20), rng.uniform(0.06, 0.20)
    end = begin + rng.randint(7, 15)
    return [level * (1 - off) if m.hour == 3 and begin <= (m - START).days < end else level for m in moments]


def slide(rng: random.Random, moments: Sequence[datetime], level: float, bottom: float | None = None) -> list[float]:
    """Down by 2 to 5 % every day or two, 18 to 35 % in all; one begins and the others follow within days."""
    day, bottom, now = 5 + rng.randint(0, 4), bottom or level * (1 - rng.uniform(0.18, 0.35)), level
    asked = []
    for moment in moments:
        if (moment - START).days >= day and now > bottom:
            now, day = max(bottom, now * (1 - rng.uniform(0.02, 0.05))), (moment - START).days + rng.randint(1, 2)
        asked.append(now)
    return asked


SHAPES: dict[str, Shape] = {
    "calm": calm, "promotion": promotion, "list price change": list_price_change, "seasonal": seasonal,
    "exchange rate": exchange_rate, "churn": churn, "nightly dips": nightly_dips, "slide": slide, "spread out": calm,
    "far below": calm,
}  # fmt: skip
KINDS = (*SHAPES, "partial slide", "stepped promotion")


def ours(listings: Sequence[Series]) -> set[str]:
    """The listings that the detector flags, read in the order of time as a crawl does."""
    floor = next((Decimal(f"{one.floor:.2f}") for one in listings if one.floor is not None), None)
    product = Product(
        sku="A", name="Aurelia Meridian 40 automatic watch", model="MER40A", currency="EUR", floor_price=floor
    )
    brand = Brand(slug="a", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(product,))
    inspector, ledger = Inspector([brand], detectors=[UnstablePrice]), Ledger()
    flagged = set()
    for moment, price, name in sorted((when, price, one.name) for one in listings for when, price in one.reads):
        listing = Listing(
            marketplace="m", url=f"https://m.example/{name}", listing_id=name, title=f"{product.name} MER40A",
            price=Decimal(str(price)), currency="EUR", seller_id=name,
        )  # fmt: skip
        seen = Observation(listing=listing, observed_at=moment)
        looked = inspector.look(seen)
        if inspector.judge(looked, partial(ledger.before, seen)):
            flagged.add(name)
        ledger.add(inspector.price_points(looked))
    return flagged


def varies(listings: Sequence[Series], bound: float) -> set[str]:
    """A coefficient of variation above a bound."""
    prices = {one.name: [price for _, price in one.reads] for one in listings}
    return {name for name, found in prices.items() if found and pstdev(found) / mean(found) > bound}


def moves(listings: Sequence[Series]) -> set[str]:
    """A change of more than 10 % between two reads."""
    return {
        one.name
        for one in listings
        if any(abs(b / a - 1) > 0.10 for (_, a), (_, b) in zip(one.reads, one.reads[1:], strict=False))
    }


def line(name: str, listings: Sequence[Series], flagged: set[str]) -> str:
    """F1, precision, recall, and the share of each kind that was flagged."""
    true = {one.name for one in listings if one.kind in UNSTABLE}
    right = len(true & flagged)
    f1 = 2 * right / ((len(true) + len(flagged)) or 1)
    shares = []
    for kind in KINDS:
        of_kind = [one.name for one in listings if one.kind == kind]
        shares.append(f"{kind} {sum(n in flagged for n in of_kind) / (len(of_kind) or 1):.1%}")
    precision, recall = right / (len(flagged) or 1), right / (len(true) or 1)
    return f"{name:<26} F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}\n    flagged: {', '.join(shares)}"


def main() -> None:
    """Generate, judge, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--markets", type=int, default=120)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    markets = [market(rng, number) for number in range(options.markets)]
    listings = [one for found in markets for one in found]
    began = time.process_time()
    found = {name for one in markets for name in ours(one)}
    took = time.process_time() - began
    reads = sum(len(one.reads) for one in listings)
    print(f"{len(markets)} markets, {len(listings)} listings, {reads} reads, {took / reads * 1000:.2f} ms a read")
    print(line("unstable_price", listings, found))
    true = {one.name for one in listings if one.kind in UNSTABLE}
    bounds = [n / 200 for n in range(1, 60)]
    best = max(bounds, key=lambda b: 2 * len(true & (v := varies(listings, b))) / (len(true) + len(v)))
    print(line(f"variation > {best:.3f} (best)", listings, varies(listings, best)))
    print(line("any change > 10 %", listings, moves(listings)))


if __name__ == "__main__":
    main()

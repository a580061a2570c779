"""What differs between the flags that were stored and those that are found now."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from monitor.records import Flag, Listing
from monitor.store import Seen

Shown = tuple[str, str, int, str]


@dataclass(slots=True)
class Difference:
    """What differs for one listing and brand: how often each flag appears and vanishes, as it is shown."""

    brand: str
    listing: Listing
    case: int | None = None
    appear: Counter[Shown] = field(default_factory=Counter)
    vanish: Counter[Shown] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        """One line a flag: + appears, - vanishes, ~ reads as before and rests on other evidence."""
        alike = self.appear & self.vanish
        for sign, flags in (("-", self.vanish - alike), ("+", self.appear - alike), ("~", alike)):
            for (kind, rule, severity, sentence), count in flags.items():
                times = f" ({count} observations)" if count > 1 else ""
                yield f"{sign} {kind} {rule} {severity}: {sentence}{times}"


@dataclass(slots=True)
class Differences:
    """How many observations were compared, how many flags are the same, and what differs by brand and listing."""

    observations: int = 0
    same: int = 0
    appear: int = 0
    vanish: int = 0
    by_listing: dict[tuple[str, str, str], Difference] = field(default_factory=dict)

    def add(self, seen: Seen, brand: str, before: Iterable[Flag], now: Iterable[Flag]) -> None:
        """Compare the flags of one observation for one brand; the same means the same in all, evidence too."""
        was, found = Counter(before), Counter(now)
        appear, vanish = found - was, was - found
        self.same += (was & found).total()
        self.appear += appear.total()
        self.vanish += vanish.total()
        if not appear and not vanish:
            return
        listing = seen.observation.listing
        one = self.by_listing.setdefault((brand, *listing.key), Difference(brand, listing))
        one.case = seen.cases.get(brand, one.case)
        one.appear.update(_shown(appear))
        one.vanish.update(_shown(vanish))


def _shown(flags: Counter[Flag]) -> Iterator[Shown]:
    for flag in flags.elements():
        yield flag.kind, flag.rule, flag.severity, flag.sentence

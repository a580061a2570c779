"""When a price counts as unstable: the keys of `[detectors.unstable_price]`."""

from dataclasses import dataclass
from decimal import Decimal

from detectors.base import Settings
from monitor.records import HISTORY_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class UnstablePriceSettings(Settings):
    """When a price counts as unstable.

    Within a listing, over `window_days`: at least `turns` turns in a row, a turn being a move of the share `move` or
    more against the direction of the move before it, from a level that was held for `brief_days` or less: a promotion
    turns once, and levels that are held longer are prices, not swings. Twice `turns` count whatever was held between,
    and so do five over six weeks where low and high are both mostly held for more than `brief_days`, none for a week.
    A slide: the listing came down by `slide` or more in `steps` steps without return, and so low are the others too,
    but not in steps that they took on the same days. Where floors are known, a third of the sellers and three of them
    below by `move` or more, who went there one after another and came down by `slide`, are enough.
    Across sellers, over `fresh_days`: at least `min_sellers` sellers, their spread `spread` of the median or more, and
    this listing `depth` or more below the median, for `lasting_days` if it asked more before: else it is a promotion.
    """

    window_days: int = 14
    move: Decimal = Decimal("0.05")
    turns: int = 2
    brief_days: int = 3
    slide: Decimal = Decimal("0.12")
    steps: int = 3
    fresh_days: int = 3
    min_sellers: int = 4
    spread: Decimal = Decimal("0.35")
    depth: Decimal = Decimal("0.20")
    lasting_days: int = 14

    def __post_init__(self) -> None:
        at_least = {"window_days": 1, "turns": 1, "brief_days": 1, "steps": 2, "fresh_days": 1, "min_sellers": 2}
        for name, least in at_least.items():
            if not least <= getattr(self, name) <= HISTORY_DAYS:
                raise ValueError(f"{name}: {getattr(self, name)} is not a whole number from {least} to {HISTORY_DAYS}")
        for name in ("move", "slide", "spread", "depth"):
            if not 0 < getattr(self, name) < 1:
                raise ValueError(f"{name}: {getattr(self, name)} is not a share between 0 and 1, such as 0.05")

"""Reading one price over time: misreads, swings and slides in dated values, oldest first."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median, median_high
from typing import NamedTuple

Dated = tuple[tuple[datetime, Decimal], ...]


class Held(NamedTuple):
    """How long a level was held: at most, as the reads show it, and surely; reads may be missing at either end."""

    at_most: timedelta
    seen: timedelta
    surely: timedelta


AROUND = 2
FLOOR = Decimal("0.4")
SPREADS = Decimal("8.9")  # six deviations, where one is 1.4826 of the MAD
ALIKE = Decimal("0.05")
JUMP = Decimal("1.75")
RARE = Decimal("0.2")
STEP = Decimal("0.015")
LITTLE = 2
"""What leads to a level is little beside a move of more than so many times as much."""
SLOW_TURNS = 5
WEEK = timedelta(days=7)


def without_misreads(series: Dated) -> Dated:
    """The series without reads far off: nearly twofold off the reads beside them, or off the rolling median.

    Off the median of five is what lies 6 MAD and at least 40 % from it, because most prices never move and have no MAD.
    The last read is left out too until another confirms it. What is often far off is no misread and stays.
    """
    if len(series) < 3:
        return series
    odd = {at for at in range(len(series)) if _odd(series, at)}
    if len(odd) > max(2, int(len(series) * RARE)):
        return series
    return tuple(one for at, one in enumerate(series) if at not in odd)


def _odd(series: Dated, at: int) -> bool:
    price = series[at][1]
    last = len(series) - 1
    beside = [series[other][1] for other in ((at - 2, at - 1) if at == last else (at - 1, at + 1))]
    if at and (price >= JUMP * max(beside) or price * JUMP <= min(beside)):
        return True
    if any(abs(price - series[other][1]) <= ALIKE * price for other in (at - 1, at + 1) if 0 <= other <= last):
        return False  # seen twice
    first = max(0, min(at - AROUND, len(series) - 2 * AROUND - 1))
    near = [price for _, price in series[first : first + 2 * AROUND + 1]]
    middle = median(near)
    spread = median(abs(other - middle) for other in near)
    return abs(price - middle) >= max(SPREADS * spread, FLOOR * middle)


def swung(series: Dated, move: Decimal, brief: timedelta, least: int) -> int:
    """The turns in a row at levels held for `brief` or less, if `least` or more; else all, if twice as many; else 0.

    A level lasts from the read that reached it, or that may have where reads are missing, to the one that turned away.
    """
    held = _turns(series, move)
    longest = run = 0
    for level in held:
        run = run + 1 if level.at_most <= brief else 0
        longest = max(longest, run)
    if longest >= least:
        return longest
    return len(held) if len(held) >= 2 * least else 0


def alternated(series: Dated, move: Decimal, brief: timedelta) -> int:
    """The last five turns, if all left a level that was held for less than a week, and both kinds mostly for no sale.

    What is low as long as it is high has no usual price, while a sale every weekend is low for `brief` or less.
    """
    held = _turns(series, move)[-SLOW_TURNS:]
    if len(held) < SLOW_TURNS or max(level.seen for level in held) >= WEEK:
        return 0
    return SLOW_TURNS if all(median(level.surely / brief for level in held[at::2]) > 1 for at in (0, 1)) else 0


def _turns(series: Dated, move: Decimal) -> list[Held]:
    """For each turn how long the level that it left was held.

    A turn is a move by the share `move` or more against the last such move; moves are counted from the last extreme, so
    that many small steps in one direction are one move. A level is held from the read that came most of the way to it;
    the first one from the beginning, if what led to it is little beside the move away from it.
    """
    if len(series) < 2:
        return []
    usual = median_high(after - before for (before, _), (after, _) in pairwise(series))
    held: list[Held] = []
    direction, begin, extreme, since, first = 0, series[0][1], series[0][1], series[0][0], series[0][0]
    lowest = highest = series[0][1]
    for (before, _), (when, price) in pairwise(series):
        reached = before + min(usual, when - before)
        if direction == 0:
            lowest, highest = min(lowest, price), max(highest, price)
            if price >= lowest * (1 + move) or price <= highest * (1 - move):
                direction = 1 if price >= lowest * (1 + move) else -1
                begin, extreme, since, first = lowest if direction == 1 else highest, price, reached, when
        elif (price - extreme) * direction >= 0:
            if abs(price - extreme) >= max(extreme * move, abs(extreme - begin)):
                since, first = reached, when
            extreme = price
        elif abs(price - extreme) >= extreme * move:
            if not held and LITTLE * abs(extreme - begin) < abs(price - extreme):
                since = first = series[0][0]
            held.append(Held(at_most=when - since, seen=when - first, surely=reached - first))
            direction, begin, extreme, since, first = -direction, extreme, price, reached, when
    return held


def slid(series: Dated, share: Decimal, least: int) -> bool:
    """Whether the price ends `share` or more below its highest, by `least` or more steps down and none up."""
    prices = [price for _, price in series]
    top = max(prices)
    down = prices[len(prices) - 1 - prices[::-1].index(top) :]
    steps = [(after - before) / before for before, after in pairwise(down)]
    falls = sum(step <= -STEP for step in steps)
    return prices[-1] <= top * (1 - share) and falls >= least and not any(step >= STEP for step in steps)

"""A picture of a product's prices over time: one stepped line a seller, the list price, the floor."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 1080, 480
LEFT, RIGHT, TOP, BOTTOM = 80, 350, 44, 44
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#8c6d31")
"""Told apart by people who see few colours as well."""
DASHES = ("", "7 3", "2 3")
"""By which lines of one colour are told apart."""
LEVEL_COLOURS = ("#555", "#c00", "#900", "#e55")
LABELLED = 90
"""How wide a step must be for its label."""
MOST_LINES = 24
TICKS = 5
ROUND = (1, 2, 2.5, 5, 10)
_SECOND = timedelta(seconds=1)

Series = Sequence[tuple[datetime, Decimal]]
Level = Sequence[tuple[datetime, Decimal | None]]
"""From when on what holds, such as a floor; None where nothing does."""


def price_plot(title: str, lines: Mapping[str, Series], levels: Mapping[str, Level]) -> str:
    """An SVG document; `lines` are dated prices by seller, oldest first, `levels` are dashed steps such as the floor.

    At most `MOST_LINES` sellers are drawn, those with the lowest prices. Raises ValueError if there is no price.
    """
    found = {name: series for name, series in lines.items() if series}
    if not found:
        raise ValueError("there is no price to draw")
    drawn = sorted(found, key=lambda name: (min(price for _, price in found[name]), name))[:MOST_LINES]
    moments = [moment for name in drawn for moment, _ in found[name]]
    prices = [
        *(price for name in drawn for _, price in found[name]),
        *(one for level in levels.values() for _, one in level if one),
    ]
    field = _Field(min(moments), max(moments), float(min(prices)), float(max(prices)))
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'font-family="sans-serif" font-size="12">'
        ),
        f"<title>{_text(title, 200)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="24" font-size="15">{_text(title, 90)}</text>',
        *field.grid(),
    ]
    for number, name in enumerate(drawn):
        colour, y = COLOURS[number % len(COLOURS)], TOP + 12 + 16 * number
        dash = DASHES[number // len(COLOURS)]
        style = f'stroke="{colour}" stroke-width="2" fill="none"' + (f' stroke-dasharray="{dash}"' if dash else "")
        last, price = found[name][-1]
        parts.append(f'<path d="{field.path(found[name])}" {style}/>')
        parts.append(f'<circle cx="{field.x(last):.1f}" cy="{field.y(float(price)):.1f}" r="3" fill="{colour}"/>')
        parts.append(f'<path d="M{WIDTH - RIGHT + 14} {y - 4}h22" {style}/>')
        parts.append(f'<text x="{WIDTH - RIGHT + 42}" y="{y}">{price:.2f}  {_text(name, 32)}</text>')
    if len(found) > len(drawn):
        y = TOP + 12 + 16 * len(drawn)
        parts.append(
            f'<text x="{WIDTH - RIGHT + 42}" y="{y}">and {len(found) - len(drawn)} that never asked less</text>'
        )
    for number, (name, level) in enumerate(levels.items()):
        parts += field.level(name, level, LEVEL_COLOURS[number % len(LEVEL_COLOURS)])
    return "\n".join([*parts, "</svg>\n"])


class _Field:
    """Where a moment and a price lie in the picture."""

    def __init__(self, first: datetime, last: datetime, low: float, high: float) -> None:
        self._first, self._span = first, (last - first).total_seconds() or 1.0
        self._step = _round_step((high - low) / TICKS or high / TICKS or 1.0)
        self._low = max(0.0, floor((low - self._step / 4) / self._step) * self._step)
        self._ticks = ceil((high + self._step / 4 - self._low) / self._step)
        self._height = self._ticks * self._step

    def x(self, moment: datetime) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (moment - self._first).total_seconds() / self._span

    def y(self, price: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (price - self._low) / self._height

    def path(self, series: Series) -> str:
        """A price holds until the next read."""
        (first, price), *rest = series
        steps = "".join(f"H{self.x(when):.1f}V{self.y(float(value)):.1f}" for when, value in rest)
        return f"M{self.x(first):.1f} {self.y(float(price)):.1f}{steps}"

    def level(self, name: str, level: Level, colour: str) -> list[str]:
        """Dashed steps, each with its amount where it begins."""
        parts = []
        ends = [*(self.x(when) for when, _ in level[1:]), float(WIDTH - RIGHT)]
        before = None
        for (when, amount), end in zip(level, ends, strict=True):
            if amount is not None:
                x, y = self.x(when), self.y(float(amount))
                rise = f"M{x:.1f} {self.y(float(before)):.1f}V{y:.1f}" if before is not None else f"M{x:.1f} {y:.1f}"
                parts.append(f'<path d="{rise}H{end:.1f}" stroke="{colour}" stroke-dasharray="6 4" fill="none"/>')
                if end - x > LABELLED or when == level[0][0]:
                    said, halo = (
                        f"{_text(name, 40)} {amount:.2f}",
                        'stroke="#fff" stroke-width="3" paint-order="stroke"',
                    )
                    parts.append(f'<text x="{x + 4:.1f}" y="{y - 4:.1f}" fill="{colour}" {halo}>{said}</text>')
            before = amount
        return parts

    def grid(self) -> list[str]:
        lines = []
        decimals = 2 if self._step < 1 or self._step % 1 else 0
        for tick in range(self._ticks + 1):
            price = self._low + self._step * tick
            y, end = self.y(price), WIDTH - RIGHT
            lines.append(f'<path d="M{LEFT} {y:.1f}H{end}" stroke="#ddd"/>')
            lines.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{price:.{decimals}f}</text>')
        for tick in range(TICKS + 1):
            when = self._first + (self._span * tick / TICKS) * _SECOND
            y = HEIGHT - BOTTOM + 18
            lines.append(f'<text x="{self.x(when):.1f}" y="{y}" text-anchor="middle">{when:%Y-%m-%d}</text>')
        return lines


def _round_step(least: float) -> float:
    """The next step that people count in: 1, 2, 2.5, 5 or 10 times a power of ten."""
    power = 10.0 ** floor(log10(least))
    return next(power * one for one in ROUND if power * one >= least * 0.999)


def _text(text: str, most: int) -> str:
    """Text of strangers, safe within the picture: cut, without control characters, escaped."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    return escape(clean if len(clean) <= most else clean[: most - 1] + "…")

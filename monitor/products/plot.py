"""A picture of a product's prices over time: one stepped line a seller, the list price, the floor."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from html import escape

WIDTH, HEIGHT = 960, 480
LEFT, RIGHT, TOP, BOTTOM = 80, 250, 44, 44
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#8c6d31")
"""Told apart by people who see few colours as well."""
MOST_LINES = 24
TICKS = 5
_SECOND = timedelta(seconds=1)

Series = Sequence[tuple[datetime, Decimal]]


def price_plot(title: str, lines: Mapping[str, Series], levels: Mapping[str, Decimal]) -> str:
    """An SVG document; `lines` are dated prices by seller, oldest first, `levels` are dashed lines such as the floor.

    At most `MOST_LINES` sellers are drawn, those with the lowest prices. Raises ValueError if there is no price.
    """
    found = {name: series for name, series in lines.items() if series}
    if not found:
        raise ValueError("there is no price to draw")
    drawn = sorted(found, key=lambda name: (min(price for _, price in found[name]), name))[:MOST_LINES]
    moments = [moment for name in drawn for moment, _ in found[name]]
    prices = [*(price for name in drawn for _, price in found[name]), *levels.values()]
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
    for number, (name, level) in enumerate(levels.items()):
        y = field.y(float(level))
        colour = ("#c00", "#777")[number % 2]
        end = WIDTH - RIGHT
        parts.append(f'<path d="M{LEFT} {y:.1f}H{end}" stroke="{colour}" stroke-dasharray="6 4" fill="none"/>')
        parts.append(f'<text x="{LEFT + 4}" y="{y - 4:.1f}" fill="{colour}">{_text(name, 40)} {level:.2f}</text>')
    for number, name in enumerate(drawn):
        colour, y = COLOURS[number % len(COLOURS)], TOP + 12 + 16 * number
        parts.append(f'<path d="{field.path(found[name])}" stroke="{colour}" stroke-width="2" fill="none"/>')
        last, price = found[name][-1]
        parts.append(f'<circle cx="{field.x(last):.1f}" cy="{field.y(float(price)):.1f}" r="3" fill="{colour}"/>')
        parts.append(f'<rect x="{WIDTH - RIGHT + 14}" y="{y - 9}" width="10" height="10" fill="{colour}"/>')
        parts.append(f'<text x="{WIDTH - RIGHT + 30}" y="{y}">{_text(name, 32)}</text>')
    return "\n".join([*parts, "</svg>\n"])


class _Field:
    """Where a moment and a price lie in the picture."""

    def __init__(self, first: datetime, last: datetime, low: float, high: float) -> None:
        room = (high - low) * 0.06 or high * 0.05 or 1.0
        self._first, self._span = first, (last - first).total_seconds() or 1.0
        self._low, self._height = max(0.0, low - room), high + room - max(0.0, low - room)

    def x(self, moment: datetime) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (moment - self._first).total_seconds() / self._span

    def y(self, price: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (price - self._low) / self._height

    def path(self, series: Series) -> str:
        """A price holds until the next read."""
        (first, price), *rest = series
        steps = "".join(f"H{self.x(when):.1f}V{self.y(float(value)):.1f}" for when, value in rest)
        return f"M{self.x(first):.1f} {self.y(float(price)):.1f}{steps}"

    def grid(self) -> list[str]:
        lines = []
        for tick in range(TICKS + 1):
            price = self._low + self._height * tick / TICKS
            y, end = self.y(price), WIDTH - RIGHT
            lines.append(f'<path d="M{LEFT} {y:.1f}H{end}" stroke="#ddd"/>')
            lines.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{price:.2f}</text>')
        for tick in range(TICKS + 1):
            when = self._first + (self._span * tick / TICKS) * _SECOND
            y = HEIGHT - BOTTOM + 18
            lines.append(f'<text x="{self.x(when):.1f}" y="{y}" text-anchor="middle">{when:%Y-%m-%d}</text>')
        return lines


def _text(text: str, most: int) -> str:
    """Text of strangers, safe within the picture: cut, without control characters, escaped."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    return escape(clean if len(clean) <= most else clean[: most - 1] + "…")

"""A picture of a product's prices over time: one stepped line a seller, the list price, the floor."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal
from html import escape
from math import ceil, floor, log10

WIDTH, LEAST_HEIGHT = 1080, 480
LEFT, RIGHT, TOP, BOTTOM = 80, 350, 44, 44
LINE = 16
"""How high a line of the legend is."""
TEXT = 42
"""How far from the left side of the legend its texts begin."""
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#8c6d31")
"""Told apart by people who see few colours as well."""
DASHES = ("", "7 3", "2 3")
"""By which lines of one colour are told apart."""
LEVEL_COLOURS = ("#555", "#c00", "#900", "#e55")
LEVEL_DASHES = ("6 4", "10 3 2 3", "2 2", "12 6")
MOST_LINES = 24
MOST_AMOUNTS = 4
"""So many amounts of a level are named."""
TICKS = 5
ROUND = (1, 2, 2.5, 5, 10)
_SECOND, _HOUR, _DAY = timedelta(seconds=1), 3600, 86400

Series = Sequence[tuple[datetime, Decimal]]
Level = Sequence[tuple[datetime, Decimal | None]]
"""From when on what holds, such as a floor; None where nothing does."""


def price_plot(title: str, lines: Mapping[str, Series], levels: Mapping[str, Level], notes: Sequence[str] = ()) -> str:
    """An SVG document; `lines` are dated prices by seller, oldest first, `levels` are dashed steps such as the floor.

    At most `MOST_LINES` sellers are drawn, those with the lowest prices. All that is named stands in the legend, so
    that no label covers another; `notes` say there what is not drawn. Raises ValueError if there is no price.
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
    if len(found) > len(drawn):
        notes = (f"and {len(found) - len(drawn)} that never asked less", *notes)
    notes = [line for note in notes for line in _wrapped(note, RIGHT - TEXT - 8)]
    named = {name: _amounts(level) for name, level in levels.items()}
    rows = len(drawn) + sum(map(len, named.values())) + len(notes) + 2
    height = max(LEAST_HEIGHT, TOP + BOTTOM + LINE * rows)
    field = _Field(min(moments), max(moments), float(min(prices)), float(max(prices)), height)
    legend = _Legend()
    parts = []
    for number, name in enumerate(drawn):
        dash = DASHES[number // len(COLOURS)]
        style = f'stroke="{COLOURS[number % len(COLOURS)]}" stroke-width="2" fill="none"'
        style += f' stroke-dasharray="{dash}"' if dash else ""
        last, price = found[name][-1]
        x, y = field.x(last), field.y(float(price))
        parts.append(f'<path d="{field.path(found[name])}" {style}/>')
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{COLOURS[number % len(COLOURS)]}"/>')
        legend.add(f"{price:.2f}  {name}", style)
    legend.skip()
    for number, (name, level) in enumerate(levels.items()):
        at = number % len(LEVEL_COLOURS)
        style = f'stroke="{LEVEL_COLOURS[at]}" stroke-dasharray="{LEVEL_DASHES[at]}" fill="none"'
        parts += [f'<path d="{one}" {style}/>' for one in field.level(level)]
        for amount in named[name]:
            legend.add(f"{amount}  {name}", style)
    for note in notes:
        legend.add(note)
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
                'font-family="sans-serif" font-size="12">'
            ),
            f"<title>{_text(title, WIDTH)}</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
            f'<text x="{LEFT}" y="24" font-size="15">{_text(title, (WIDTH - LEFT) * 0.75)}</text>',
            *field.grid(),
            *parts,
            *legend.parts,
            "</svg>\n",
        ]
    )


def _amounts(level: Level) -> list[str]:
    """What stands before a level's name in the legend, one line for each amount that it has."""
    named = list(dict.fromkeys(f"{amount:.2f}" for _, amount in level if amount is not None))
    more = len(named) - MOST_AMOUNTS
    return named if more <= 0 else [*named[:MOST_AMOUNTS], f"and {more} more of"]


class _Legend:
    """What the lines are, one below the other beside the picture."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._y = TOP + 12

    def add(self, text: str, style: str = "") -> None:
        """A line of text, with a piece of what it names."""
        if style:
            self.parts.append(f'<path d="M{WIDTH - RIGHT + 14} {self._y - 4}h22" {style}/>')
        x = WIDTH - RIGHT + TEXT
        self.parts.append(f'<text x="{x}" y="{self._y}">{_text(text, WIDTH - x - 8)}</text>')
        self._y += LINE

    def skip(self) -> None:
        """A gap."""
        self._y += LINE // 2


class _Field:
    """Where a moment and a price lie in the picture."""

    def __init__(self, first: datetime, last: datetime, low: float, high: float, height: int) -> None:
        self._first, self._span, self._bottom = first, (last - first).total_seconds(), height - BOTTOM
        self._step = _round_step((high - low) / TICKS or high / TICKS or 1.0)
        self._low = max(0.0, floor((low - self._step / 4) / self._step) * self._step)
        self._ticks = ceil((high + self._step / 4 - self._low) / self._step)
        self._height = self._ticks * self._step

    def x(self, moment: datetime) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (moment - self._first).total_seconds() / (self._span or 1.0)

    def y(self, price: float) -> float:
        return self._bottom - (self._bottom - TOP) * (price - self._low) / self._height

    def path(self, series: Series) -> str:
        """A price holds until the next read."""
        (first, price), *rest = series
        steps = "".join(f"H{self.x(when):.1f}V{self.y(float(value)):.1f}" for when, value in rest)
        return f"M{self.x(first):.1f} {self.y(float(price)):.1f}{steps}"

    def level(self, level: Level) -> list[str]:
        """The steps of a level."""
        parts = []
        ends = [*(self.x(when) for when, _ in level[1:]), float(WIDTH - RIGHT)]
        before = None
        for (when, amount), end in zip(level, ends, strict=True):
            if amount is not None:
                x, y = self.x(when), self.y(float(amount))
                rise = f"M{x:.1f} {self.y(float(before)):.1f}V{y:.1f}" if before is not None else f"M{x:.1f} {y:.1f}"
                parts.append(f"{rise}H{end:.1f}")
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
        for when, says in self._ticks_of_time():
            lines.append(f'<text x="{self.x(when):.1f}" y="{self._bottom + 18}" text-anchor="middle">{says}</text>')
        return lines

    def _ticks_of_time(self) -> Iterator[tuple[datetime, str]]:
        """The moments named below the picture: beginnings of days where there are enough of them."""
        if self._span < _HOUR:
            yield self._first, f"{self._first:%Y-%m-%d %H:%M}"
        elif self._span < TICKS * _DAY:
            for tick in range(TICKS + 1):
                when = self._first + (self._span * tick / TICKS) * _SECOND
                yield when, f"{when:%Y-%m-%d %H:%M}"
        else:
            begin = datetime.combine(self._first.date(), time(), self._first.tzinfo)
            step = ceil(self._span / _DAY / TICKS)
            for day in range(0, int(self._span // _DAY) + 2, step):
                when = begin + timedelta(days=day)
                if 0 <= (when - self._first).total_seconds() <= self._span:
                    yield when, f"{when:%Y-%m-%d}"


def _round_step(least: float) -> float:
    """The next step that people count in: 1, 2, 2.5, 5 or 10 times a power of ten."""
    power = 10.0 ** floor(log10(least))
    return next(power * one for one in ROUND if power * one >= least * 0.999)


def _wrapped(text: str, width: float) -> list[str]:
    """A text in lines that are no wider; a word that is wider alone stays one."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and sum(map(_width, longer)) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _text(text: str, width: float) -> str:
    """Text of strangers, safe within the picture: cut to so many pixels, without control characters, escaped."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    taken = 0.0
    for at, char in enumerate(clean):
        taken += _width(char)
        if taken > width:
            return escape(f"{clean[: max(at - 1, 0)]}…")
    return escape(clean)


def _width(char: str) -> float:
    """About how many pixels wide a character of 12 pixels is, rather more than less."""
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 12.5
    return 12 if char in "WMmw@%—" else 9.5 if char.isupper() else 7

"""Batteries, cups and heads that a device comes with: "drill with 2 batteries" sells one drill.

Which devices, and what comes with them, is data, in `counting.toml`.
"""

import re

from monitor.products.counting import ALONG, DEVICES
from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT, CJK_N, N

WITH = r"(?:\b(?:with|incl(?:uding|uye|udes)?\.?|inkl(?:usive|\.)?|mit|avec|con|com|met|plus|ze?|со?|med)|\bw/|\bc/)"
ADDED = lazily(
    rf"{WITH}\s?{N}\s?(?:[x×]\s)?(?:[^\W_][\w.,-]*\s){{0,2}}?(?:{ALONG.either})(?![\w'’])(?:\s(?:de|of|à|da|von|di|van|po)\s{AMOUNT})?",
    re.IGNORECASE,
)
POWER = "バッテリー?|充?電池(?:パック)?|充電器|カップ|替刃|替えブラシ|배터리|전지|충전기|电池|充电器|刀头|刷头"
ASIAN = lazily(rf"(?:{POWER})\s?[x×]?\s?{CJK_N}\s?[本個个块塊台枚节개팩](?![入装])|{CJK_N}\s?[块塊节个](?:电池|充电器)")

BATTERY = lazily(
    r"\b(?:batter(?:y|ies?|ijen|ij|ia|ie|ía|ias|ías)|akkus?|accus?|akumulator(?:y|ów)?|batarya|akü|аккумулятор(?:ы|ов|а)?|акб|piles|pilas)\b"
    r"|バッテリ|電池|电池|배터리",
    re.IGNORECASE,
)
"""What is sold, where it stands before the device."""
FITS = lazily(r"\b(?:for|für|pour|para|per|voor|dla|do|для|för|till)\b|対応|用\s|适用|호환", re.IGNORECASE)
"""What makes a device one that the goods are for."""


def of_device(before: str) -> bool:
    """Whether what stands before a number names a device, and not as what other goods are for."""
    return DEVICES.within_text(before.casefold()) and FITS.search(before) is None


def for_a_device(text: str) -> bool:
    """Whether a title offers batteries for something: "battery for drill"."""
    fits = FITS.search(text)
    return fits is not None and BATTERY.search(text[: fits.start()]) is not None


def without_along(text: str) -> str:
    """A title without the number of what its device comes with, unless such goods are named before the device.

    "Camera battery kit with 2 batteries" sells batteries, and keeps its number.
    """
    found = ADDED.search(text) or (None if text.isascii() else ASIAN.search(text))
    if found is None:
        return text
    before = text[: found.start()]
    comes_along = of_device(before) and not ALONG.within_text(before.casefold()) and BATTERY.search(before) is None
    return f"{before} {text[found.end() :]}" if comes_along else text

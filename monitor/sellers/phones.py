"""Phones in a text, in one form and of a plan that exists.

A number in international form speaks for itself; any other needs a word before it that says phone. What the numbering
plans of the countries allow is asked of `phonenumbers`; hotlines (toll free, shared cost) belong to no one account.
"""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberType

from monitor.sellers.words import is_labelled

INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+|00) ?[1-9](?:[ ()./‐-―-]{0,3}\d){6,14}(?!\d)")
NATIONAL = re.compile(
    r"(?<![+.,-])(?<![^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])\(?\d(?:[ ()./‐-―-]{0,2}\d){6,13}(?![\w-])"
)
LINK = re.compile(r"(?:wa\.me/|whatsapp\.com/send/?\?phone=)\+?(\d{8,15})(?!\d)", re.IGNORECASE)
REGIONS = (("labels", ""), ("chinese", "CN"), ("japanese", "JP"), ("vietnamese", "VN"), ("korean", "KR"))
"""Lists of labels, and the country that one of them says where the page says none."""
SHARED = frozenset(
    [
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
        PhoneNumberType.VOICEMAIL,
    ]
)
CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}")
"""Eleven figures that many traders show on any site; another country's plan may allow them, too."""
DATE = re.compile(r"\d{4}([-./])\d\d?\1\d\d?|\d\d?([-./])\d\d?\2\d{4}")
FREE = ("0800", "0808", "0180", "0900", "1800", "1300")
"""How hotlines begin in many countries."""

Found = tuple[int, int, str]
"""Where a number stands, from and to, and its digits with the country's in front."""


def phones_in(text: str, country: str) -> Iterator[Found]:
    """The phones in a text (NFKC). `country` is a seller's ISO code, "" where it is not known."""
    for match in LINK.finditer(text):
        yield from _valid(match.span(), f"+{match[1]}", None)
    for match in INTERNATIONAL.finditer(text):
        if not is_labelled(text, match.start(), "number"):
            yield from _valid(match.span(), re.sub("^00", "+", match[0]), None)
    for match in NATIONAL.finditer(text):
        if match[0].startswith("00") or is_labelled(text, match.start(), "number"):
            continue
        region = _region(text, match.start(), country)
        if region:
            yield from _valid(match.span(), match[0], region)
        if is_labelled(text, match.start(), "chat", "whatsapp"):
            yield from _valid(match.span(), f"+{match[0]}", None)


def unplaced_in(text: str, site: str) -> Iterator[tuple[int, int, str, bool]]:
    """Phones in national form in a text (NFKC) of a seller of an unknown country; last, whether their country is taken.

    It is taken from the `site`, an ISO code, "" where the site sells in none or many. Where its plan has no such number
    the figures are all there is.
    """
    for match in NATIONAL.finditer(text):
        figures = re.sub(r"\D", "", match[0])
        labelled = is_labelled(text, match.start(), "phone") and not is_labelled(text, match.start(), "number")
        if not labelled or figures.startswith(("00", *FREE)) or CHINESE_MOBILE.fullmatch(figures):
            continue
        placed = list(_valid(match.span(), match[0], site)) if site else []
        yield from ((*found, True) for found in placed)
        if not placed and not DATE.fullmatch(match[0]):
            yield *match.span(), figures, False


def _region(text: str, start: int, country: str) -> str:
    """The country whose plan a number in national form follows; "" where nothing says that it is a phone."""
    for name, region in REGIONS:
        if is_labelled(text, start, "phone", name):
            return country.upper() or region
    return ""


def _valid(span: tuple[int, int], number: str, region: str | None) -> Iterator[Found]:
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return
    if phonenumbers.is_valid_number(parsed) and phonenumbers.number_type(parsed) not in SHARED:
        written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
        yield *span, written.removeprefix("+")

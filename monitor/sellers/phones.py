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

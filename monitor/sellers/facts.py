"""Facts in a listing's text that only one business has: e-mail, phone, licence, account and chat numbers, address."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.records import Listing, Words

MAX_TEXT = 20_000
MAX_FACTS = 50
SURELY_READ = 0.95
"""A fact joins accounts, so one wrong digit would accuse a stranger."""
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w+])(?:\+|00)[1-9](?:[ ()./-]{0,2}\d){7,14}(?!\d)|(?<![\w.])1[3-9]\d{9}(?![\w.])")
LICENCE = re.compile(
    r"(?<![0-9A-Z])(?:[159Y][1239]\d{6}[0-9A-HJ-NP-RTUWXY]{10}|ATU\d{8}|DE\d{9}|FR[0-9A-Z]{2}\d{9}|IT\d{11}|"
    r"ES[0-9A-Z]\d{7}[0-9A-Z]|NL\d{9}B\d{2}|PL\d{10}|BE[01]\d{9}|GB\d{9})(?![0-9A-Z])"
)
IBAN = re.compile(r"(?<![0-9A-Z])[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?(?![0-9A-Z])")
CHAT = re.compile(
    r"(?<![a-z])(wechat|weixin|微信|威信|vx|whats ?app|telegram|qq|skype|line id)[号號]?(?: ?id)?( ?[:：@=] ?| )"
    r"([a-z0-9_+.-]{5,32})(?![a-z0-9])",
    re.IGNORECASE,
)
CHATS = {"weixin": "wechat", "微信": "wechat", "威信": "wechat", "vx": "wechat", "whats app": "whatsapp"}
ADDRESS = frozenset(
    ["address", "adresse", "dirección", "indirizzo", "seller address", "business address", "地址", "住所"]
)
LEAST_ADDRESS = 12


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A fact in one form: `kind` is email, phone, licence, iban, a chat's name or address."""

    kind: str
    value: str

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


def facts_of(listing: Listing) -> frozenset[Fact]:
    """The facts in the texts of a listing; at most `MAX_FACTS`."""
    found: set[Fact] = set()
    texts = [listing.seller_name, listing.title, listing.description, *listing.attributes.values()]
    for text in texts:
        found.update(_facts_in(_readable(text[:MAX_TEXT])))
    for name, value in listing.attributes.items():
        address = "".join(char for char in _readable(value[:500]).casefold() if char.isalnum())
        if (
            name.casefold().strip() in ADDRESS
            and len(address) >= LEAST_ADDRESS
            and any(char.isdigit() for char in address)
        ):
            found.add(Fact("address", address))
    return frozenset(sorted(found)[:MAX_FACTS])


def facts_in_photo(words: Words | None) -> frozenset[Fact]:
    """The facts in the words of a photo, each within one line that was surely read; at most `MAX_FACTS`."""
    found: set[Fact] = set()
    for line in words.lines if words else ():
        if line.confidence >= SURELY_READ:
            found.update(_facts_in(_readable(line.text)))
    return frozenset(sorted(found)[:MAX_FACTS])


def _facts_in(text: str) -> Iterator[Fact]:
    for match in EMAIL.finditer(text):
        yield Fact("email", match[0].casefold())
    for match in PHONE.finditer(text):
        digits = "".join(char for char in match[0] if char.isdigit())
        yield Fact("phone", digits.removeprefix("00") if len(digits) != 11 or digits[0] != "1" else f"86{digits}")
    for match in LICENCE.finditer(text):
        yield Fact("licence", match[0])
    for match in IBAN.finditer(text):
        if _is_iban(match[0]):
            yield Fact("iban", match[0].replace(" ", ""))
    for match in CHAT.finditer(text):
        name, handle = match[1].casefold(), match[3].casefold().strip(".-+")
        if match[2].strip() or any(char.isdigit() for char in handle):
            yield Fact(CHATS.get(name, name), handle)


def _readable(text: str) -> str:
    """Compatibility forms made plain, invisible characters gone."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in ("Cf", "Mn", "Cs"))


def _is_iban(text: str) -> bool:
    letters = text.replace(" ", "")
    if not letters.isascii():
        return False
    number = "".join(str(int(char, 36)) for char in letters[4:] + letters[:4])
    return int(number) % 97 == 1

"""Addresses of Bitcoin, Ethereum and Tron in a text, by their forms; those with a check sign only where it is right."""

import re
from collections.abc import Iterator
from hashlib import sha256

ADDRESS = re.compile(
    r"(?<![0-9A-Za-z])(?:(?P<checked>[13T][1-9A-HJ-NP-Za-km-z]{25,33})|(?P<hex>0x[0-9A-Fa-f]{40})"
    r"|(?P<bech>bc1[02-9ac-hj-np-z]{39}|bc1[02-9ac-hj-np-z]{59}))(?![0-9A-Za-z])"
)
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

Found = tuple[int, int, str]
"""Where an address stands, from and to, and the address; "" where its check sign is wrong."""


def wallets_in(text: str) -> Iterator[Found]:
    """The addresses in a text (NFKC)."""
    for match in ADDRESS.finditer(text):
        address = match["checked"]
        if address is None:
            yield *match.span(), match[0].lower()
        else:
            yield *match.span(), address if _is_right(address) else ""


def _is_right(address: str) -> bool:
    """Whether the last four bytes check the others (Base58Check, of Bitcoin's wiki)."""
    number = 0
    for sign in address:
        number = number * 58 + BASE58.index(sign)
    if number >= 1 << 200:
        return False
    content = number.to_bytes(25, "big")
    return sha256(sha256(content[:-4]).digest()).digest()[:4] == content[-4:]

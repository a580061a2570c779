"""Numbers of registers and accounts in a text: VAT, the Chinese credit code, IBAN."""

import re
from collections.abc import Iterator

from monitor.sellers.words import is_labelled

GAP = "[ .-]?"
_plans = """
    ATU######## BE[01]######### CHE######### CZ######## DE######### DK######## ES*#######* FI######## FR**#########
    GB######### HU######## IE#######[A-Z] IT########### LU######## NL#########B## PL########## PT######### RO########
    SE############ SK##########
"""
PLANS = _plans.split()
"""VAT numbers: `#` is a figure, `*` a figure or letter. Source: VIES, the structure of VAT identification numbers."""
MORE = r"(?:[-\s][^\W\d_]{1,20}){0,2}(?![.!?]\s)"
"""What may follow the word for a register: "TVA intracommunautaire", "VAT registration number"."""
CREDIT = re.compile(r"(?<![0-9A-Z])[159AY][1239]\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Z])")
CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
IBAN = re.compile(r"(?<![0-9A-Z])[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?(?![0-9A-Z])")

Found = tuple[int, int, str]
"""Where a number stands, from and to, and the number without gaps."""


def _spaced(plan: str) -> str:
    signs = re.findall(r"\[[^]]+]|.", plan)
    return GAP.join({"#": r"\d", "*": "[0-9A-Z]"}.get(sign, sign) for sign in signs)


VAT = re.compile(rf"(?<![0-9A-Z])(?:{'|'.join(map(_spaced, PLANS))})(?![0-9A-Z])")


def licences_in(text: str) -> Iterator[Found]:
    """VAT numbers after a word that says so, and credit codes after one or with a right check sign (GB 32100-2015)."""
    for match in VAT.finditer(text):
        waste = is_labelled(text, match.start(), "number")  # a register of waste: "WEEE-Reg.-Nr."
        if not waste and is_labelled(text, match.start(), "licence", between=MORE):
            yield *match.span(), re.sub(GAP.removesuffix("?"), "", match[0])
    for match in CREDIT.finditer(text):
        if is_labelled(text, match.start(), "licence", between=MORE) or _is_credit_code(match[0]):
            yield *match.span(), match[0]


def accounts_in(text: str) -> Iterator[Found]:
    """IBANs; one whose check figures are wrong has an empty number, as what stands there is no phone either."""
    for match in IBAN.finditer(text):
        number = match[0].replace(" ", "")
        yield *match.span(), number if _is_iban(number) else ""


def _is_credit_code(code: str) -> bool:
    if any(sign not in CREDIT_SIGNS for sign in code):
        return False
    total = sum(CREDIT_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return CREDIT_SIGNS[-total % 31] == code[17]


def _is_iban(letters: str) -> bool:
    if not letters.isascii():
        return False
    number = "".join(str(int(char, 36)) for char in letters[4:] + letters[:4])
    return int(number) % 97 == 1

"""Two amounts of which the second is the first with tax: `£375 / £450 inc VAT`, `£98 (£117.60 inc VAT)`."""

import re
from decimal import Decimal

from monitor.pages.beside import BRACKETS, NOW_BEFORE, OF, TAX_LEFT_OUT, WITH_TAX, WITHOUT_TAX, behind, names_net

TAX_AT_MOST = Decimal("1.28")
"""How many times a price without tax one with it is at most."""
LEAST_TAX = 5
"""The lowest rate of tax, in parts of a hundred, that two amounts without a word between them tell."""
CENT = Decimal("0.01")
APART = " \u00a0\n/|·:：()（）.*–-"
"""What may part the two amounts."""
_in_brackets = re.compile(rf"(?:(?:{WITH_TAX})\||\|(?:{WITH_TAX})[.*]?)\s?[)）]", re.IGNORECASE)
_said = re.compile(rf"(?<!\w)(?:{WITH_TAX})", re.IGNORECASE)
_behind_one = re.compile(rf"\s*(?:{WITH_TAX})[.*]?\s?[)）]?", re.IGNORECASE)
_now_alone = re.compile(rf"(?:{NOW_BEFORE}){OF}{{0,2}}", re.IGNORECASE)
_net = re.compile(r"(?<!\w)(?:net(?!\w)|netto-?preis)", re.IGNORECASE)
_label_of_net = re.compile(
    r"(?:(?:price|preis|prix|prezzo|precio|preço|pris|prijs|cena|цена)\s)?"
    rf"[(（]?(?:net|nett[oó]|h\.?t\.?|нетто)[)）]?{OF}?|netto-?preis"
    rf"|.*(?<!\w)(?:{WITHOUT_TAX}|{TAX_LEFT_OUT}).*|.*(?:税抜|税別|未税).*",
    re.IGNORECASE,
)


def is_taxed(before: str, after: str, currency: str) -> bool:
    """Whether the text in brackets around an amount says that tax is in it, and nothing else: `(£117.60 inc VAT)`.

    `before` is the text back to the amount without tax, and `currency` the sign as shown.
    """
    lead = before.rstrip().removesuffix(currency)
    opened = max(map(lead.rfind, BRACKETS))
    if opened > 0 and _said.search(lead[:opened]):  # then so is the amount before
        return False
    return opened >= 0 and bool(_in_brackets.match(f"{lead[opened + 1 :].strip(' .:：')}|{behind(after, currency)}"))


def is_with_tax_of(net: Decimal, gross: Decimal, before: str, after: str, currency: str) -> bool:
    """Whether an amount is the one before it with a whole rate of tax, and the text behind it says this and no more.

    `before` is the text back to the amount without tax. Words in it may be of that: `£375 inc VAT / £450`.
    """
    rate = round(100 * gross / net) - 100
    if rate < LEAST_TAX or abs(net * (100 + rate) / 100 - gross) > CENT:
        return False
    between = before.replace(currency, " ").strip(APART)
    return not between and bool(_said.fullmatch(behind(after, currency).strip(APART)))


def behind_tax(lead: str) -> str:
    """The text before an amount without what says of the amount before it that tax is in that."""
    said = _behind_one.match(lead)
    return lead[said.end() :] if said else lead


def says_taxed(text: str) -> bool:
    """Whether a text says of an amount that tax is in it."""
    return bool(_said.search(text))


def says_now(lead: str) -> bool:
    """Whether the text before an amount says that it is asked now, and nothing else."""
    return bool(_now_alone.fullmatch(lead.strip(" \u00a0:：")))


def says_net(text: str) -> bool:
    """Whether the text around an amount says that it is one without tax."""
    return names_net(text) or bool(_net.search(text))


def labels_net(text: str) -> bool:
    """Whether a line before an amount says that it is one without tax; `Mosquito net` and `Net bag` are goods."""
    return bool(_label_of_net.fullmatch(text.strip(" .:：")))

"""Whether an amount in the data, or the only one of a page, is one that not everybody pays for the goods."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice

from monitor.pages.beside import Role, names_a_weight, names_net, role_of
from monitor.pages.document import Document
from monitor.pages.money import DIGIT, Price, amounts, read_price
from monitor.pages.paying import WITH_WAYS_OF_PAYING
from monitor.pages.pieces import SAID as OF_A_PIECE
from monitor.pages.price_text import price_text
from monitor.pages.shown import GOOD, Shown
from monitor.pages.some_words import names_an_order, names_some
from monitor.pages.taxed import TAX_AT_MOST

ONE_WAY = "for those who pay in one way"
NET = "without tax"
OF_ONE_WAY = "[class*=pix i],[class*=boleto i],[class*=transfer i]"
PRETAX = "product:pretax_price:amount"
_without_tax = (
    "excluding-tax excludingtax excl-tax excltax excluding-vat excl-vat exclvat ex-vat exvat without-tax withouttax "
    "without-vat withoutvat net-price netprice price-net nettopreis"
)
OF_NET = ",".join(f"[{by}*={word} i]" for word in _without_tax.split() for by in ("class", "id"))
"""What is named after a price without tax, where styles write the words to it (`content: attr(data-label)`)."""
MAX_LINE, MAX_LINES, MAX_NODES = 60, 40, 20


def why_no_price(stated: Decimal, best: Shown, place: Shown | None, document: Document) -> str:
    """Why an amount in the data is not what everybody pays, where a higher one is shown; empty where none says so."""
    shown = best.price.amount
    if shown is None or not stated < shown <= 2 * stated or best.price.role is Role.ONE_WAY:
        return ""
    if place is not None and place.score >= GOOD and place.price.role is not Role.ONE_WAY:
        return ""
    if document.country in WITH_WAYS_OF_PAYING and _is_of_one_way(stated, place, document):
        return ONE_WAY
    return NET if shown <= TAX_AT_MOST * stated and _is_net(stated, document) else ""


def asks_only_aside(document: Document) -> bool:
    """Whether the page says one amount for a weight of the goods, a piece, members or a card, and no other so."""
    lines = (line for line in document.text.split("\n") if len(line) <= MAX_LINE and DIGIT.search(line))
    said = {shown.low for line in islice(lines, MAX_LINES) if (shown := _aside(line)) is not None}
    return len(said) == 1


def _aside(line: str) -> Price | None:
    """The amount of a line that says that it is for a weight, a piece or for some."""
    shown = read_price(line)
    named = names_some(line) or names_a_weight(line) or OF_A_PIECE.search(line)
    return shown if shown.role is Role.ASIDE and shown.currency and named else None


def _is_of_one_way(stated: Decimal, place: Shown | None, document: Document) -> bool:
    """Whether the page shows an amount as that of those who pay in one way."""
    if place is not None and place.price.role is Role.ONE_WAY:
        return True
    named = (price_text(node) for node in document.tree.css(OF_ONE_WAY)[:MAX_NODES])
    said = (read_price(text) for texts in (named, _near(stated, document)) for text in texts)
    return any(price.role is Role.ONE_WAY and price.amount == stated for price in said)


def _is_net(stated: Decimal, document: Document) -> bool:
    """Whether the page says of an amount, or of that rounded to whole units, that tax is still to be added."""
    if stated in [one.value for said in document.meta.get(PRETAX, ())[:1] for one in amounts(said)]:
        return True
    asked = (stated, stated.quantize(Decimal(1), ROUND_HALF_UP))
    if any(names_net(said) and _says_net(said, asked) for said in _near(stated, document)):
        return True
    named = (amounts(price_text(node)) for node in document.tree.css(OF_NET)[:MAX_NODES])
    return any(len(said) == 1 and said[0].value in asked for said in named)


def _says_net(text: str, asked: Sequence[Decimal]) -> bool:
    """Whether a text says of one of these amounts that tax is to be added, and not that orders or shipping cost it."""
    found = amounts(text)
    for place, one in enumerate(found):
        if one.value in asked:
            lead = text[found[place - 1].end if place else 0 : one.start]
            tail = text[one.end : found[place + 1].start if place + 1 < len(found) else None]
            role = Role.ASKED if names_net(lead) else role_of(lead, "", one.currency)
            if names_net(f"{lead}|{tail}") and role not in (Role.ASIDE, Role.FROM) and not names_an_order(lead):
                return True
    return False


def _near(stated: Decimal, document: Document) -> Iterator[str]:
    """The short lines of the page that may hold an amount, each alone, behind the one before and before the next."""
    lines = document.text.split("\n")
    ends = (str(int(stated))[-3:], str(stated.quantize(Decimal(1), ROUND_HALF_UP))[-3:])
    near = (n for n, line in enumerate(lines) if len(line) <= MAX_LINE and any(end in line for end in ends))
    for n in islice(near, MAX_LINES):
        before = lines[n - 1] if n else ""
        if names_an_order(before) and not DIGIT.search(before):
            continue
        for said in (lines[n : n + 1], lines[max(0, n - 1) : n + 1], lines[n : n + 2]):
            yield " ".join(said)[: 2 * MAX_LINE]

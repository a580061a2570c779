"""Brand and numbers that a page names in a line of its text, where it sets out no table of them."""

from collections.abc import Iterator

from monitor.pages.fields import NAMES, field_of
from monitor.pages.numbers import trade_number

MAX_LABELS = 2_000
MAX_LABEL, MAX_VALUE = 40, 80
SHORTEST = 8
"""Characters that a name of an article number has at least in a line of text."""
LONGEST = 26
"""Characters of a name up to which it is looked for in lines without a colon at their end."""
OF_SENTENCES = frozenset(
    ["make", "model", "modell", "modèle", "modello", "modelo", "модель", "référence", "referencia"]
)
"""Names that a line of a text may begin with, and that mean something else there."""


def _plain() -> dict[str, str]:
    """The names that mean one field alone wherever they stand, in lower case, with the field."""
    fields = {"brand": "brand", "mpn": "mpn", "model": "mpn", "gtin": "gtin", "sku": "sku"}
    known = ((name.lower(), fields.get(field, "")) for name, field in NAMES)
    return {name: field for name, field in known if field and name not in OF_SENTENCES and len(name) <= LONGEST}


PLAIN = _plain()
END = frozenset(":-–")


def read_labels(text: str, title: str = "") -> dict[str, str]:
    """Brand, model number and the like that lines of the page's text name: `EAN: …`, or `Brand:` and then the value.

    A label without a colon counts where its value can be told from other text: a trade number, a maker's number with
    digits in it, a brand that the `title` names; in one line with the value only in another script (`브랜드 Aurelia`).
    """
    found: dict[str, str] = {}
    for field, value in _labelled(text, title.lower()):
        if 0 < len(value) <= MAX_VALUE:
            found.setdefault(field, value)
    return found


def _labelled(text: str, title: str) -> Iterator[tuple[str, str]]:
    lines = [*text.replace("：", ":").split("\n"), ""]
    seen = 0
    for place in [
        n
        for n, line in enumerate(lines)
        if ":" in line
        or line[-1:] in END
        or (len(line) <= LONGEST and (line.lower() in PLAIN or (not line.isascii() and _names_a_brand(line))))
    ]:
        line, following = lines[place], lines[place + 1].strip()
        if line.rstrip(" ")[-1:] in END and 2 <= len(line) <= MAX_LABEL + 2:
            seen += 1
            label = line.rstrip(" :–-")
            if seen <= MAX_LABELS and ":" not in label and (field := field_of(label)):
                yield field, following
        elif len(line) <= MAX_LABEL + MAX_VALUE:
            label, colon, value = line.partition(":")
            if not colon and _names_a_brand(line):
                label, _, following = line.partition(" ")
                if not _may_be_a_name(following, title):
                    continue
            field, value = PLAIN.get(label.strip().lower(), ""), value.strip() if colon else following
            if field == "sku" and (not colon or len(label.strip()) < SHORTEST):
                continue  # a code alone may be that of a coupon
            if field and ((field == "brand" and colon) or _can_be_told(field, value, title)):
                yield field, value


def _names_a_brand(line: str) -> bool:
    """Whether a line is the word for a brand, in another script than ours, and up to three words behind a blank."""
    label, _, value = line.partition(" ")
    return bool(value) and value.count(" ") < 3 and not label.isascii() and PLAIN.get(label.lower()) == "brand"


def _may_be_a_name(value: str, title: str) -> bool:
    """Whether words behind the word for a brand may be its name and not kinds of goods, as in a menu.

    They begin with a capital; in a script without such they begin the title.
    """
    begins = value.islower() is value.isupper() and any(line.startswith(value.lower()) for line in title.split("\n"))
    return value[:1].isupper() or begins


def _can_be_told(field: str, value: str, title: str) -> bool:
    if field == "gtin":
        return bool(trade_number(value))
    if field in ("mpn", "sku"):
        return len(value) <= 30 and " " not in value and any(c.isdigit() for c in value)
    return len(value) > 1 and value.lower() in title

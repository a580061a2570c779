"""Brand and numbers that a page names in a line of its text, where it sets out no table of them."""

from collections.abc import Iterator

from monitor.pages.fields import field_of
from monitor.pages.numbers import trade_number

MAX_LABELS = 2_000
MAX_LABEL, MAX_VALUE = 40, 80
_plain = {
    "brand": "brand|marke|hersteller|marque|marca|fabricante|produttore|fabricant|merk|varumärke|mærke|merke|značka"
    "|výrobce|producent|manufacturer|бренд|производитель|品牌|ブランド|メーカー|브랜드",
    "mpn": "mpn|manufacturer part number|part number|model number|item model number|herstellernummer|modellnummer"
    "|teilenummer|kod producenta|codice produttore|référence fabricant|referencia del fabricante|número de modelo"
    "|fabrikantcode|型番|型号",
    "gtin": "ean|gtin|upc|isbn|jan|ean-code|ean code|ean-nummer|ean13|isbn-13|barcode|strichcode|code-barres"
    "|código de barras|codice a barre|streepjescode|штрихкод|janコード|条形码",
}
PLAIN = {label: field for field, labels in _plain.items() for label in labels.split("|")}
"""Labels that mean one field alone wherever they stand, in lower case."""
LONGEST = max(map(len, PLAIN))
END = frozenset(":-–")


def read_labels(text: str, title: str = "") -> dict[str, str]:
    """Brand, model number and the like that lines of the page's text name: `EAN: …`, or `Brand:` and then the value.

    A label without a colon counts where its value can be told from other text: a trade number, a maker's number with
    digits in it, a brand that the `title` names.
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
        if ":" in line or line[-1:] in END or (len(line) <= LONGEST and line.lower() in PLAIN)
    ]:
        line, following = lines[place], lines[place + 1].strip()
        if line.rstrip(" ")[-1:] in END and 2 <= len(line) <= MAX_LABEL + 2:
            seen += 1
            label = line.rstrip(" :–-")
            if seen <= MAX_LABELS and ":" not in label and (field := field_of(label)):
                yield field, following
        elif len(line) <= MAX_LABEL + MAX_VALUE:
            label, colon, value = line.partition(":")
            field, value = PLAIN.get(label.strip().lower(), ""), value.strip() if colon else following
            if field and ((field == "brand" and colon) or _can_be_told(field, value, title)):
                yield field, value


def _can_be_told(field: str, value: str, title: str) -> bool:
    if field == "gtin":
        return bool(trade_number(value))
    if field == "mpn":
        return len(value) <= 30 and " " not in value and any(c.isdigit() for c in value)
    return len(value) > 1 and value.lower() in title

"""What one source says of one offer, as text with the place where each value stood; nothing is judged here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

MAX_VALUE = 20_000
PLACEHOLDER = re.compile(
    r"\$[a-z_]{3}\w*|\$\{.{0,200}\}|\{\{.{0,200}\}\}|\[\[.{0,200}\]\]|%[a-z]\w+%|#[a-z]\w+#"
    r"|undefined|null|none|n/?a|nan|-+|\.+|(?:does )?not appl(?:y|icable)|nicht zutreffend|non appli(?:cable|cabile)"
    r"|no aplica",
    re.IGNORECASE,
)
"""What a template or a seller leaves where there was nothing to say."""


class Found(NamedTuple):
    """A value as the source writes it, and where it stood, such as `json-ld offers.price`."""

    text: str
    source: str


@dataclass(slots=True)
class Draft:
    """A product or offer as one source tells it. `fields` are named as in a listing, plus `high_price` of a range."""

    source: str
    fields: dict[str, Found] = field(default_factory=dict)
    images: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    offers: list["Draft"] = field(default_factory=list)
    """Offers of this product: they inherit what they do not say themselves."""

    def put(self, name: str, value: object, path: str) -> None:
        """Note a value where none was noted before; what is no text or number, or blank, is passed over."""
        if name in self.fields or isinstance(value, (dict, list, tuple, bool)) or value is None:
            return
        text = str(value)[:MAX_VALUE].strip()
        if text and not PLACEHOLDER.fullmatch(text):
            self.fields[name] = Found(text, f"{self.source} {path}".strip())

    def get(self, name: str) -> str:
        """The text of a field, empty where there is none."""
        found = self.fields.get(name)
        return found.text if found else ""

    def flat(self) -> Iterator["Draft"]:
        """One draft for each offer, each with what it inherits; the product itself where it has no offers."""
        if not self.offers:
            yield self
        for offer in self.offers:
            yield replace(
                self,
                fields={**self.fields, **offer.fields},
                images=offer.images or self.images,
                attributes={**self.attributes, **offer.attributes},
                offers=[],
            )

"""What `monitor match` says at its end: how many listings are sure, and why the others are not, with what to do."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from monitor.brands import Product
from monitor.cli._lines import cut, in_lines
from monitor.cli._text import plain
from monitor.products.talk import says_no_goods

SHOWN = 5
MOST_ID, MOST_TITLE = 20, 42
LINE = 64
OUTCOMES = ("match", "review", "none")
LOOK = "look at them"
ADD_NUMBERS = "fill in the columns model and gtin of products.csv"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of reason for a review: what it means, and what a person can do."""

    means: str
    do: str


SAID = {
    r"^GTIN \S+ agrees, but .* bears? it too$": Kind("several products bear one GTIN", "mend it in products.csv"),
    r"^GTIN \S+ agrees, but ": Kind("the title does not fit the product whose GTIN it bears", LOOK),
    r" is as likely$": Kind(
        "two products fit alike",
        f"{ADD_NUMBERS}, and write what tells them apart (size, colour, year) into their names",
    ),
    r"^the title names it as what its goods go with": Kind("it may be something for the product", LOOK),
    r"^may be an accessory": Kind("a word says that it may be an accessory", LOOK),
    r"^\".*\" speaks of |^\".*\" is offered for it$": Kind(
        "it may be a part, a paper, a repair or a sample",
        f"{LOOK}; where the word is what the product itself is called, write it into its name in products.csv",
    ),
    r"^(?:its model number is not in the title, )?one word, .* is all that agrees": Kind(
        "the name is one word beside the mark, and the title says more",
        f"{ADD_NUMBERS}; if the title means other goods of yours, add them to products.csv",
    ),
    r"^\".*\" compares other goods with it$": Kind("other goods are held against it", LOOK),
    r" is named as well$": Kind("a second model number is named as well", LOOK),
    r" (?:is named|is stated) as the maker$": Kind(
        "another maker is named",
        "look at them; if the name is yours, add it to also = [...] in brand.toml",
    ),
    r" differs \(| is named on one side only$": Kind(
        "size, number, colour, edition or generation differs",
        "if you make that one too, add it to products.csv",
    ),
    r" is not in its name$": Kind(
        "a word of the title is not in the product's name",
        "if it names another product of yours, add that to products.csv; if it says nothing new, add it to the name",
    ),
    r" is not named as the maker$": Kind(
        "the maker is not named",
        f"if sellers write another name of yours, add it to also = [...] in brand.toml; else {ADD_NUMBERS}",
    ),
    r"^model \S+ is not named, \S+ is$": Kind(
        "another model number is named",
        "if it is the product's too, write it into its column model; if it is another product's, add that",
    ),
    r" agrees but for its ending | in the model agrees$|^nothing else agrees$|^model .* agrees(?:$|, )": Kind(
        "a part of the model number agrees, or only that number",
        "write the whole numbers into the column model, and a GTIN into gtin",
    ),
}
"""How `why` says each kind; the first that any of the reasons is of counts."""
ODD_WORD = re.compile(r'(?:^|; )"([^"]+)" is not in its name(?:;|$)')
NOT_THE_GOODS = Kind(
    "a word of selling, of the condition or of a set is not in the name",
    f"look at them; {ADD_NUMBERS}, beside which such words say nothing",
)
NO_NUMBER = Kind(
    "only words agree, and products.csv has no number for the product",
    f"{ADD_NUMBERS} for those products",
)
IN_PART = Kind(
    "only words of the name agree, and the title has no model number",
    "look at them; decisions on cases teach when to be sure: monitor match --fit",
)
WHOLE = Kind(
    "the name agrees, but the title says more, or not the name's number",
    "look at them; a number that sellers leave out belongs into the column model alone",
)
ALL_WORDS = "100% of the name's words agree"


def kind_of(why: str, product: Product | None) -> Kind:
    """Of which kind the reasons for a review are."""
    reasons = why.split("; ")
    if (odd := ODD_WORD.search(why)) and says_no_goods(odd[1]):
        return NOT_THE_GOODS
    found = next((kind for said, kind in SAID.items() if any(re.search(said, reason) for reason in reasons)), None)
    if found:
        return found
    if product and not product.model and not product.gtin:
        return NO_NUMBER
    return WHOLE if any(one.endswith(ALL_WORDS) for one in reasons) else IN_PART


@dataclass(slots=True)
class Summary:
    """The outcomes of a run, counted as its rows come."""

    products: Sequence[Product]
    outcomes: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(OUTCOMES, 0)))
    _kinds: Counter[Kind] = field(default_factory=Counter)
    _examples: dict[Kind, tuple[str, str]] = field(default_factory=dict)
    _by_sku: dict[str, Product] = field(default_factory=dict)

    def add(self, row: Sequence[str], title: str) -> None:
        """Count a row of the CSV, and the title of its listing."""
        listing_id, sku, _score, outcome, why = row
        self.outcomes[outcome] += 1
        if outcome == "review":
            self._by_sku = self._by_sku or {product.sku: product for product in self.products}
            kind = kind_of(why, self._by_sku.get(sku))
            self._kinds[kind] += 1
            shown = f"{_cut(listing_id, MOST_ID)}  {_cut(title, MOST_TITLE)}"
            self._examples.setdefault(kind, (shown, f"{sku}: {why}"))

    @property
    def counts(self) -> str:
        """How many listings have each outcome."""
        return ", ".join(f"{count} {outcome}" for outcome, count in self.outcomes.items())

    def lines(self) -> Iterator[str]:
        """The commonest reasons for a review, each with an example and what to do."""
        if not self._kinds:
            return
        yield "Why a person should look, and what to do (prices of a review are not judged):"
        width = len(str(max(self._kinds.values())))
        for kind, count in self._kinds.most_common(SHOWN):
            listing, why = self._examples[kind]
            yield f"  {count:>{width}} {kind.means}"
            for what, said in (("do:", in_lines(kind.do, LINE)), ("as:", [listing, _cut(why, LINE)])):
                yield from (f"  {'':>{width}}   {what if not at else '   '} {line}" for at, line in enumerate(said))
        if more := self._kinds.total() - sum(count for _, count in self._kinds.most_common(SHOWN)):
            yield f"  {more:>{width}} for other reasons, which the column why says"


def _cut(text: str, most: int) -> str:
    return cut(plain(text), most)

"""Copies that are no fakes of the brand's goods: a maker's new edition, a replica of another thing, printed matter."""

from collections.abc import Sequence

from detectors.base import Subject
from monitor.brands import Brand
from monitor.marks import CounterfeitWords, Mention, Suspicion
from monitor.products import Outcome, WholeGoods
from monitor.products.whole_goods import names_papers
from monitor.products.words import fold, spaced

BEHIND = 12
"""So many characters behind it the mark may stand as a part of what is copied: "replica of the <mark> church"."""
LEAST_WORD = 4
"""Shorter words of products' names are read nowhere."""
THING = 60
"""So many characters behind it are read for what that is."""


def copy_of_else(
    subject: Subject,
    brand: Brand,
    words: CounterfeitWords,
    goods: WholeGoods,
    held: Sequence[tuple[str, Suspicion]],
) -> str:
    """Why doubtful words may be said of no fake, in words that follow "and"; or an empty string.

    Only where each of them is a word for a copy alone: none is what people say of fakes.
    """
    listing = subject.listing
    if any(one.told or one.covers or one.praised for _, one in held):
        return ""
    texts = {"title": listing.title, "description": listing.description}
    if any(words.reissued(tuple(texts.values()), texts[field], one) for field, one in held if field in texts):
        return "the listing tells a year and an edition, as makers and museums do of a new edition of an old piece"
    if papers := names_papers(listing.title):
        return f'the title has "{papers}", which speaks of printed matter'
    if _is_of_another(subject, brand, words, goods, held):
        return "it says of what, which is no goods of the brand"
    return ""


def _is_of_another(
    subject: Subject, brand: Brand, words: CounterfeitWords, goods: WholeGoods, held: Sequence[tuple[str, Suspicion]]
) -> bool:
    """Whether a word says of what else it is a copy, beside a mark that no field for the brand and no goods claim."""
    mentions = subject.mentions.get(brand.slug, ())
    title = subject.listing.title
    if any(m.field == "brand" for m in mentions) or subject.match(brand).outcome is Outcome.MATCH:
        return False
    if not goods.are_known or goods.named_in(title) or _names_a_product(title, goods, mentions):
        return False
    texts = {"title": title, "description": subject.listing.description}
    ends = [(field, one.end) for field, one in held if one.another and field in texts]
    ends += [(field, end) for field, text in texts.items() for end in words.copies_of(text)]
    return any(
        _thing_is_another(texts[field], end, [m for m in mentions if m.field == field], goods) for field, end in ends
    )


def _names_a_product(title: str, goods: WholeGoods, mentions: Sequence[Mention]) -> bool:
    """Whether a title has a word of a product's name beside the mark."""
    marks = {word for m in mentions for word in spaced(fold(f"{m.mark} {m.text}")).split()}
    own = {word for word in spaced(fold(goods.product_names)).split() if len(word) >= LEAST_WORD} - marks
    return not own.isdisjoint(spaced(fold(title)).split())


def _thing_is_another(text: str, end: int, mentions: Sequence[Mention], goods: WholeGoods) -> bool:
    """Whether what is copied is no product of the brand: "of a Meissen dove", "of the <mark> church"."""
    thing = text[end : end + THING]
    mark = next((m for m in mentions if 0 <= m.start - end <= BEHIND), None)
    if goods.named_in(thing):
        return False
    if mark is None or any(word[0].isupper() for word in text[end : mark.start].split()):
        return True  # a Meissen dove is no Dove
    following = text[mark.end :].split()[:1]
    return bool(following) and text[mark.end : mark.end + 1] == " " and following[0].strip(",.;").islower()

"""The mark in disguise, with words of counterfeiting, in comparison, off the catalogue, or without authority."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detectors import _counterfeiting, _genuineness, _photo_text
from detectors._alike_signs import alike_signs, marks_of_two_signs
from detectors._disguise import disguised
from detectors._elsewhere import elsewhere
from detectors._initials import abbreviated, initials
from detectors._sentences import ID_NOT_READ, NOT_ASKED, as_written, field_name, not_listed, shown
from detectors._text_flags import KIND, NOTE, text_flag, where_read
from detectors.base import Detector, Example, Histories, Portfolio, Settings, Subject
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, StandingKind, Trademark, numbered
from monitor.marks import Mention, Use, counterfeit_words
from monitor.marks.lexicon import lexicon, normal
from monitor.marks.vocabulary import common_words
from monitor.products import Catalogue, Outcome, Trade, WholeGoods, compared_part, names_a_size
from monitor.records import Evidence, Flag

COMPARISON, PART_COMPARED = 60, 45
OFF_CATALOGUE, STUFFED, PLAIN, ASIDE = 45, 40, 35, 30
MAKER_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMatchSettings(Settings):
    """`counterfeit_words`: more words of counterfeiting; `ignore_words`: words that are not what they resemble, a mark
    or a word of counterfeiting.

    `exact_only`: marks that are everyday words, found only when they are written plainly. `case_matters`: marks that
    are found only in the case of the dossier. `near_goods`: marks that count only beside one of the `goods_words`
    (without those: beside a common word for goods).
    """

    counterfeit_words: tuple[str, ...] = ()
    ignore_words: tuple[str, ...] = ()
    exact_only: tuple[str, ...] = ()
    case_matters: tuple[str, ...] = ()
    near_goods: tuple[str, ...] = ()
    goods_words: tuple[str, ...] = ()


class TextMatch(Detector[TextMatchSettings]):
    """Looks at what the title, the brand, the description, the attributes and words in photos say of the mark."""

    kind = KIND
    Settings = TextMatchSettings

    def __init__(self, portfolio: Portfolio) -> None:
        super().__init__(portfolio)
        common = counterfeit_words()
        self._words = {
            brand.slug: _counterfeiting.words_for(
                brand, self.settings[brand.slug].counterfeit_words, self.settings[brand.slug].ignore_words, common
            )
            for brand in portfolio.brands
        }
        self._catalogues = {brand.slug: Catalogue(brand.products) for brand in portfolio.brands}
        self._goods = {brand.slug: WholeGoods(brand) for brand in portfolio.brands}
        self._of_two_signs = {brand.slug: marks for brand in portfolio.brands if (marks := marks_of_two_signs(brand))}

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:  # noqa: ARG002
        """At most one flag for each rule and brand; a plain use is named only where nothing worse is found."""
        offered = [brand.slug for brand in subject.brands]
        slugs = dict.fromkeys([*subject.mentions, *offered, *subject.brands_in_photos, *subject.words_alike])
        alike = self._alike_signs(subject)
        for slug in slugs:
            brand = subject.portfolio.by_slug[slug]
            found = [
                flag
                for flag in self._worse(subject, brand)
                if flag and not (flag.rule == "misspelling" and slug in alike)
            ]
            yield from found
            graver = slug in alike or any(flag.severity > NOTE for flag in found)
            plain = None if graver else _plain(subject, brand, self._goods[slug]) or _photo_text.plain(subject, brand)
            if plain:
                yield plain
        yield from alike.values()
        letters = initials(subject.listing.title)
        for brand in subject.portfolio.brands if letters else ():
            short = abbreviated(subject, brand, letters, self._words[brand.slug], self._goods[brand.slug])
            if short:
                yield short

    def _alike_signs(self, subject: Subject) -> dict[str, Flag]:
        of_two = self._of_two_signs.items() if not subject.listing.title.isascii() else ()
        found = (
            (slug, alike_signs(subject, subject.portfolio.by_slug[slug], marks, self._goods[slug]))
            for slug, marks in of_two
        )
        return {slug: flag for slug, flag in found if flag}

    def _worse(self, subject: Subject, brand: Brand) -> Iterator[Flag | None]:
        mentions = subject.mentions.get(brand.slug, ())
        words, goods = self._words[brand.slug], self._goods[brand.slug]
        spoken_of = _counterfeiting.spoken_of(subject, brand, words, goods)
        admitted = _genuineness.admitted(subject, brand, goods, spoken_of)
        confessed = admitted is not None and admitted.severity > NOTE and not words.find(admitted.evidence[0].observed)
        yield _counterfeiting.told(subject, brand, words, goods, spoken_of, confessed=confessed)
        yield admitted
        yield disguised(subject, brand, mentions) or _alike(subject, brand, goods)
        yield _compared(subject, brand, mentions, goods)
        yield _off_catalogue(subject, brand, self._catalogues[brand.slug])
        yield _stuffed(subject, brand, goods)
        yield from _photo_text.worse(subject, brand, words, spoken_of)

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """A disguise, counterfeit language and a comparison; an accessory, a longer word and an authorised seller."""
        shop = SellerEntry(
            marketplace="m", seller_id="s1", seller_name="Watch House", legal_entity="", status=SellerStatus.AUTHORIZED
        )
        brand = Brand(slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), sellers=(shop,))
        listed = Brand(
            slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), sellers=(shop,),
            products=(Product(sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A"),),
        )  # fmt: skip
        offer = {"marketplace": "m", "url": "https://m.example/1", "seller_id": "s2", "seller_name": "Deals 4 U"}

        def example(says: str, title: str, *, flagged: bool, seller_id: str = "s2", of: Brand = brand) -> Example:
            return Example(
                says=says, brand=of, listing={**offer, "seller_id": seller_id, "title": title}, flagged=flagged
            )

        return (
            example("look-alikes and digits", "Luxury AUR3L1A watch", flagged=True),
            example("words of counterfeiting", "AURELIA 1:1 replica watch", flagged=True),
            example("comparison", "Gold watch, Aurelia style", flagged=True),
            example("off the catalogue", "Aurelia perfume 50 ml", flagged=True, of=listed),
            example("plain use without authority", "Aurelia Meridian 40 watch", flagged=True),
            example("what it goes with", "Leather strap for Aurelia watches", flagged=False),
            example("another word", "Aurelian Empire: a history", flagged=False),
            example("authorised seller", "Aurelia Meridian 40 watch", flagged=False, seller_id="s1"),
        )


def _alike(subject: Subject, brand: Brand, goods: WholeGoods) -> Flag | None:
    """A word of the text's own alphabet that looks like the mark: a note beside the brand's goods or in capitals."""
    found, title = subject.words_alike.get(brand.slug, ()), subject.listing.title
    first = next((m for m in found if m.text.isupper() and any(map(str.islower, title))), None)
    first = first or (found[0] if found and goods.named_in(title) else None)
    if first is None or subject.standing(brand).authorized:
        return None
    said = (
        f'{field_name(first.field)} shows "{shown(first.text)}", a word of the text\'s own alphabet that looks like '
        f'the mark "{first.mark}"; it may be an everyday word, or the mark in disguise.'
    )
    return text_flag(brand, NOTE, "word_alike", said, [where_read(mention) for mention in found])


def _compared(subject: Subject, brand: Brand, mentions: Sequence[Mention], goods: WholeGoods) -> Flag | None:
    """Goods of others that are sold by comparison with the brand.

    A part may be compared to say what it fits: that is a suspicion, and with its size a note.
    """
    found = [m for m in mentions if m.use is Use.COMPARISON and not elsewhere(subject, m)]
    if not found or subject.standing(brand).authorized:
        return None
    first, title = found[0], subject.listing.title
    said = f'{field_name(first.field)} compares the goods with those of the mark "{first.mark}" ("{shown(first.cue)}")'
    evidence = [Evidence(field=first.field, observed=first.cue), *(where_read(mention) for mention in found)]
    leading = next((m for m in found if m.field == "title"), None)
    at = (leading.start, leading.end) if leading else (len(title), len(title))
    part = compared_part(title, *at, goods)
    if not part:
        return text_flag(brand, COMPARISON, "comparison", f"{said}.", evidence)
    severity = NOTE if names_a_size(title) else PART_COMPARED
    fits = f'; "{shown(part)}" is a word for a part or an accessory, and the mark may say what that fits'
    return text_flag(brand, severity, "part_compared", f"{said}{fits}.", evidence)


def _stuffed(subject: Subject, brand: Brand, goods: WholeGoods) -> Flag | None:
    """The mark among names and words to be found by, on new goods of others by a seller who is not authorised.

    Beside a part, papers or a repair the names may say what these go with.
    """
    found, standing = subject.search_words(brand), subject.standing(brand)
    if not found or standing.authorized or not subject.new_goods:
        return None
    first = found[0]
    others, in_row = _others_make(subject.listing.title, first, goods), _in_row(first)
    if others and in_row:
        where = f"{field_name(first.field)} names {as_written(first)} among others"
        return text_flag(brand, NOTE, "plain_use", f"{where}, beside {others}.", [where_read(first)])
    said = (
        f"{field_name(first.field)} names {as_written(first)} among names or words to be found by "
        f'("{shown(first.cue)}"), and nothing in the listing offers the goods under it'
    )
    doubt = ""
    if others and not goods.named_in(subject.listing.title):
        doubt = f"; it may say what the goods go with, as the title has {others}"
    elif standing.kind is StandingKind.NO_POLICY:
        doubt = "; the brand has no seller list"
    elif subject.listing.seller_not_asked:
        doubt = f"; {NOT_ASKED}"
    return text_flag(
        brand,
        NOTE if doubt else STUFFED,
        "keyword_stuffing",
        f"{said}{doubt}.",
        [Evidence(field=first.field, observed=first.cue[:200]), *(where_read(mention) for mention in found)],
    )


def _in_row(mention: Mention) -> bool:
    """Whether a row of names, and no label and no hashtag, tells that a mark is there to be found."""
    return mention.text in mention.cue and not mention.cue.startswith(("#", "＃"))


def _others_make(title: str, mention: Mention, goods: WholeGoods) -> str:
    """What the title offers that others make for goods, or do for them; what it names behind whole goods is theirs."""
    if mention.field != "title":
        return "" if goods.stand_apart(title) else goods.what_others_make(title)
    head = title[: mention.start]
    return goods.what_others_make(head if goods.named_in(head) else title)


def _claims(subject: Subject, brand: Brand) -> tuple[Mention, ...]:
    """The claims by weight: those of the title and the brand field stand before those of the text below."""
    return tuple(
        sorted(subject.claims(brand), key=lambda m: (m.field not in ("title", "brand"), m.field == "description"))
    )


def _off_catalogue(subject: Subject, brand: Brand, catalogue: Catalogue) -> Flag | None:
    """The title claims the mark for new goods of a known class of which the brand's catalogue holds none."""
    claims = [m for m in _claims(subject, brand) if m.field == "title" and not m.doubtful]
    if not brand.products or not claims or not subject.new_goods:
        return None
    match = subject.match(brand)
    if match.outcome is not Outcome.NONE or subject.of_others(brand) or subject.standing(brand).authorized:
        return None
    first, title = claims[0], subject.listing.title
    trades = catalogue.trades_outside(f"{title[: first.start]} {title[first.end :]}")
    if not trades:
        return None
    named = " and ".join(f"{trade.name} (class {trade.number})" for trade in trades)
    covers, registered = _registered(brand, first.mark, trades)
    said = (
        f"The title names {as_written(first)}, and no product of the brand's catalogue is of its kind of goods, {named}"
    )
    return text_flag(
        brand,
        NOTE if subject.listing.seller_not_asked else OFF_CATALOGUE,
        "off_catalogue",
        f"{said}{covers}.",
        [
            where_read(first),
            Evidence(field="title", observed=title[:200], expected=f"a catalogue product{registered}"),
        ],
    )


def _registered(brand: Brand, text: str, trades: Sequence[Trade]) -> tuple[str, str]:
    """What registrations of the mark say of such goods, in the sentence, and the classes of the first one."""
    held = [mark for mark in brand.trademarks if mark.classes and text in (mark.text, *mark.also)]
    own = {trade.number for trade in trades}
    covers = next((mark for mark in held if own.intersection(mark.classes)), None)
    first = covers or next(iter(held), None)
    if first is None:
        return "", ""
    where = numbered(first.office, first.registration)
    registered = f"; the mark is registered for {_classes(first.classes)}" + (f" ({where})" if where else "")
    if covers is None:
        return "", registered
    return f"; the mark is registered for {_classes(sorted(own.intersection(covers.classes)))}" + (
        f" ({where})" if where else ""
    ), registered


def _classes(numbers: Sequence[int]) -> str:
    return f"class{'es' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _plain(subject: Subject, brand: Brand, goods: WholeGoods) -> Flag | None:
    """The mark in plain writing on new goods of a seller who is not authorised; a note where there is no policy."""
    claims = _claims(subject, brand)
    standing = subject.standing(brand)
    if not claims or standing.authorized or not subject.new_goods:
        return None
    first = claims[0]
    who = not_listed(subject.listing, standing.kind)
    where = f"{field_name(first.field)} names {as_written(first)}"
    if doubt := _doubt(subject, brand, claims, goods):
        return text_flag(brand, NOTE, "plain_use", f"{where}{doubt}.", [where_read(first)])
    return text_flag(
        brand,
        ASIDE if first.field == "description" else PLAIN,
        "plain_use",
        f"{where}, and {who}.",
        [where_read(first)],
    )


def _doubt(subject: Subject, brand: Brand, claims: Sequence[Mention], goods: WholeGoods) -> str:
    """Why a plain use is only a note, as its sentence ends; or an empty string. `claims` are one or more, by weight."""
    listing = subject.listing
    if subject.standing(brand).kind is StandingKind.NO_POLICY:
        return "; the brand has no seller list"
    if listing.seller_not_asked:
        return f"; {NOT_ASKED}"
    if subject.has_listed_name(brand):
        return f"; {ID_NOT_READ} (one of that name is authorised)"
    if others := subject.of_others(brand):
        return f" beside {others}"
    if claims[0].field == "description" and (
        others := _leading_maker(listing.title) or goods.what_others_make(listing.title)
    ):
        return f", and the title has {others}"
    told = [elsewhere(subject, claim) for claim in claims]
    return f' where it speaks of other goods, or of marks ("{shown(told[0])}")' if all(told) else ""


def _leading_maker(title: str) -> str:
    """The maker whom buyers everywhere look for and whose name opens a title; below it other marks are spoken of."""
    words = [word.strip(".,:;|()[]") for word in normal(title).split()[:MAKER_WORDS]]
    names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    found = next((name for name in names if name in lexicon().sought and name not in common_words()), "")
    return f'the name of another maker ("{found}") before all else' if found else ""

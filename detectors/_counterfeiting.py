"""Words of counterfeiting in a listing that names the mark, or that offers a product of the brand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, partial
from itertools import combinations

from detectors._copies_of_else import copy_of_else
from detectors._elsewhere import is_aside
from detectors._fitting import is_denied, names_whole_goods, what_goods_fit
from detectors._sentences import as_written, field_name, shown
from detectors._text_flags import NOTE, text_flag, where_read
from detectors.base import Subject
from monitor.brands import Brand
from monitor.marks import CounterfeitWords, Mention, Suspicion, Use
from monitor.marks.excuses import ENDS, STOPS
from monitor.marks.folding import skeleton
from monitor.marks.lexicon import lexicon
from monitor.products import Outcome, WholeGoods
from monitor.records import Evidence, Flag
from monitor.records.finding import COPY_OR_ELSE

COUNTERFEIT, ALONE = 90, 45
NEARBY = 80
"""How many characters from a mark a word such as "copy" still speaks about it."""
BESIDE, NOWHERE = 16, 1_000_000
"""So many characters are left for a model between a mark and a word that also means a copy on paper."""
SHORT_TEXT = 240
"""A description of so many characters says what it says of the goods that its title claims."""
GOODS_WORDS = 2
"""Of so many words is what a sentence calls the goods behind the mark."""
HYPHENS = ("-", "‐", "‑")
ROOT = 4
"""Words that begin with so many letters alike are one word in two forms or languages."""
OF_THE_SELLER = "seller "
"""How attributes begin that say who sells, not what is sold."""


def words_for(brand: Brand, more: Sequence[str], ignored: Sequence[str], common: CounterfeitWords) -> CounterfeitWords:
    """The words for a brand: `more` and the `common` ones, without those `ignored` and in names of its products."""
    own = {found.text for product in brand.products for found in common.find(product.name)}
    if not (more or ignored or own):
        return common
    return CounterfeitWords(more, {word.casefold() for word in (*own, *ignored)})


def spoken_of(subject: Subject, brand: Brand, words: CounterfeitWords, goods: WholeGoods) -> tuple[Mention, ...]:
    """The mentions of which words of counterfeiting may be said.

    "For <mark>" is among them only where the title offers whole goods of the brand's kind: "headphones for <mark>,
    super clone". A part that others make may honestly be a copy of the original. "We also sell <mark>" says nothing of
    these goods; "if you like <mark>" may speak of a replica of it.
    """
    found = tuple(m for m in subject.mentions.get(brand.slug, ()) if not is_aside(subject, m, words))
    liked = lexicon().cues["comparison"].liked
    apart = tuple(m for m in found if m.use is not Use.DESCRIPTIVE or m.cue in liked)
    if len(apart) == len(found):
        return apart
    title = subject.listing.title
    leading = [m for m in found if m.field == "title"]
    if not leading or any(m.use is not Use.DESCRIPTIVE or is_denied(m) for m in leading):
        return apart
    aside = [suspicion.text for suspicion in words.find(title)]
    whole = any(goods.offered(title, m.start, m.end, m.cue, aside) for m in leading)
    return tuple(m for m in found if not is_denied(m)) if whole else apart


def told(
    subject: Subject,
    brand: Brand,
    words: CounterfeitWords,
    goods: WholeGoods,
    mentions: Sequence[Mention],
    *,
    confessed: bool = False,
) -> Flag | None:
    """Words of counterfeiting beside a mark that claims or compares, or beside a matched product.

    So they count too where the title offers whole goods "for" the mark; said of anything else that goes with the mark's
    goods they are a note. So is a doubtful word or a confession beside what the goods fit, where the title names no
    whole goods: "copy, not original, fits <mark>". Of an authorised seller they are never more than a note for a person
    to read, and a doubtful word in the title is part of a product's name. What people say of others' goods is, below
    the title, a note whoever sells. `mentions` are those that `spoken_of` tells; `confessed`: the listing says too that
    the goods, or a part of them, are not genuine.
    """
    matched = subject.match(brand).outcome is Outcome.MATCH
    if not mentions and not matched:
        return _said_of_a_part(subject, brand, words)
    heard = _heard(subject, brand, words, goods, mentions)
    if not heard.found:
        return None
    held, sure = heard.held, heard.sure or (confessed and not heard.fits)
    field, first = (held or heard.found)[0]
    mark = mentions[0].mark if mentions else ""
    about = as_written(mentions[0]) if mentions else f"the product {subject.match(brand).sku}"
    evidence = _evidence(held or heard.found, mark, mentions)
    says = f'{field_name(field)} says "{shown(first.text)}"'
    title = _without_marks(subject.listing.title, mentions, goods)
    accused = bool(held) and accuses(sure, [one for _, one in held], title, words)
    if accused:
        said = f"{says}, words of counterfeiting, and the listing names {about}."
        return text_flag(brand, COUNTERFEIT, "counterfeit_words", said, evidence)
    aside = copy_of_else(subject, brand, words, goods, held) if held else _why_aside(subject, brand, first, heard.fits)
    if aside:
        said = f"{says}, and {aside}; read whether it is said of these goods."
        return text_flag(brand, NOTE, "counterfeit_words_aside", said, evidence)
    said = f"{says}, and the listing names {about}.{COPY_OR_ELSE}"
    return text_flag(brand, ALONE, "counterfeit_word_alone", said, evidence)


def _why_aside(subject: Subject, brand: Brand, first: Suspicion, fits: str) -> str:
    """Why words that are not held against these goods are no more than a note."""
    if subject.standing(brand).authorized:
        return "the seller is authorised"
    if first.refused:
        return "it is said of copies that the text sends away"
    if fits:
        return f'it stands beside what the goods fit ("{shown(fits)}")'
    return "that is mostly said of others' goods" if first.told else "not of what"


@dataclass(frozen=True, slots=True)
class _Heard:
    """The words that a listing says: all, and those `held` against its goods; whether one is `sure`, what `fits`."""

    found: Sequence[tuple[str, Suspicion]]
    held: Sequence[tuple[str, Suspicion]]
    sure: bool
    fits: str


def _heard(
    subject: Subject, brand: Brand, words: CounterfeitWords, goods: WholeGoods, mentions: Sequence[Mention]
) -> _Heard:
    """Judge each word of a listing, and then what stands beside it."""
    claimed = subject.match(brand).outcome is Outcome.MATCH or any(
        m.use is not Use.COMPARISON and not m.doubtful and m.field in ("title", "brand") for m in mentions
    )
    trusted = subject.standing(brand).authorized
    found: list[tuple[str, Suspicion]] = []
    held: list[tuple[str, Suspicion]] = []
    sure, fits = False, ""
    names_whole = cache(partial(names_whole_goods, subject.listing.title, mentions, goods))
    for field, text in _texts(subject):
        near = [m for m in mentions if m.field == field]
        for suspicion in words.find(text):
            says = _says(suspicion, field, near, about=claimed and (field == "title" or len(text) <= SHORT_TEXT))
            if says is Says.NOTHING or (trusted and says is Says.MAYBE):
                continue
            if trusted and field == "title" and not (suspicion.strong or suspicion.told):
                continue
            found.append((field, suspicion))
            if says is Says.SURELY and (suspicion.doubtful or suspicion.admitted) and not names_whole():
                beside = what_goods_fit(subject, brand, field, text, suspicion.start, suspicion.end)
                fits = fits or beside
                says = Says.MAYBE if beside else says
            if says is Says.SURELY and not trusted:
                held.append((field, suspicion))
                sure |= (
                    avowed(suspicion, near)
                    or stated(suspicion, near, text, goods)
                    or (suspicion.alone and not suspicion.told and field == "description")
                )
    if held and claimed and not fits:
        texts = dict(_texts(subject))
        known = {id(one) for _, one in held}
        held += [one for one in found if id(one[1]) not in known and _goes_with(one, found, texts)]
        sure |= told_twice(found, subject.listing.title, words, mentions)
    away = _are_sent_away([one for _, one in held], subject.listing.title, words)
    return _Heard(found, [] if away else held, sure, fits)


def _said_of_a_part(subject: Subject, brand: Brand, words: CounterfeitWords) -> Flag | None:
    """A note on such words where the mark only stands as what the goods go with, which may be parts or accessories."""
    mentions = subject.mentions.get(brand.slug, ())
    named = [m for m in mentions if not is_denied(m) and not is_aside(subject, m, words)]
    if not named or subject.standing(brand).authorized:
        return None
    found = [
        (field, suspicion)
        for field, text in _texts(subject)
        for near in [[m for m in named if m.field == field]]
        for suspicion in words.find(text)
        if _says(suspicion, field, near, about=False) is Says.SURELY
    ]
    if not found:
        return None
    field, first = found[0]
    said = (
        f'{field_name(field)} says "{shown(first.text)}", and names {as_written(named[0])} as what the goods go with; '
        "read whether it is said of whole goods or of a part."
    )
    return text_flag(brand, NOTE, "counterfeit_words_aside", said, _evidence(found, named[0].mark, named))


def _evidence(found: Sequence[tuple[str, Suspicion]], mark: str, mentions: Sequence[Mention]) -> list[Evidence]:
    """The first words, and where the mark was read that they are said of."""
    return [
        *(Evidence(field=field, observed=s.text, span=(s.start, s.end), asset=mark) for field, s in found[:5]),
        *(where_read(mention) for mention in mentions[:3]),
    ]


def avowed(suspicion: Suspicion, near: Sequence[Mention]) -> bool:
    """Whether a word is hardly ever innocent, praised or offered as what the goods are."""
    if suspicion.aside:
        return False
    behind = [m for m in near if 0 <= m.start - suspicion.end <= BESIDE]
    of_the_mark = any(m.use is Use.COMPARISON for m in behind)
    return not suspicion.doubtful or of_the_mark or (suspicion.praised and bool(behind))


def stated(suspicion: Suspicion, near: Sequence[Mention], text: str, goods: WholeGoods) -> bool:
    """Whether a sentence says no more than what the goods are: "it's a fake <mark>", "this is a fake <mark> watch"."""
    if not suspicion.said or suspicion.aside:
        return False
    rests = (ENDS.split(text[m.end :], maxsplit=1)[0] for m in near if 0 <= m.start - suspicion.end <= 1)
    return any(not rest.strip() or (len(rest.split()) <= GOODS_WORDS and goods.named_in(rest)) for rest in rests)


def told_twice(
    found: Sequence[tuple[str, Suspicion]], title: str, words: CounterfeitWords, mentions: Sequence[Mention]
) -> bool:
    """Whether a title calls the goods by a word that people say of others', and the text below begins with it again."""

    def names_goods(field: str, one: Suspicion) -> bool:
        if field == "title":
            return title[one.end : one.end + 1] not in HYPHENS  # "counterfeit-proof"
        marks = (m for m in mentions if m.field == "description")
        return one.leads and (one.bare or any(0 <= m.start - one.end <= 1 for m in marks))

    fields = {
        field
        for field, one in found
        if one.told and not one.aside and field in ("title", "description") and names_goods(field, one)
    }
    return fields == {"title", "description"} and not words.says_genuine(title)


def _goes_with(one: tuple[str, Suspicion], found: Sequence[tuple[str, Suspicion]], texts: Mapping[str, str]) -> bool:
    """Whether a word stands in the sentence of another one that opens its clause: "Replica, AAA quality"."""
    field, word = one
    if word.aside or word.told or word.covers:
        return False
    for place, other in found:
        if place == field and other is not word and other.leads and abs(word.start - other.end) <= NEARBY:
            between = texts[field][min(word.end, other.end) : max(word.start, other.start)]
            joined = word.text.isalpha() and between.strip().casefold() in lexicon().joiners  # "fakes and replicas"
            if not joined and not any(stop in between for stop in STOPS):
                return True
    return False


def accuses(sure: bool, held: Sequence[Suspicion], title: str, words: CounterfeitWords) -> bool:
    """Whether words accuse: a sure one or two different ones, unless a title's goods are copies for all to see."""
    return (sure or two_senses(held)) and not words.are_copies(title)


def _are_sent_away(held: Sequence[Suspicion], title: str, words: CounterfeitWords) -> bool:
    """Whether all words are said of copies that the text refuses, beside a title that says genuine."""
    return all(one.refused for one in held) and words.says_genuine(title)


def _without_marks(title: str, mentions: Sequence[Mention], goods: WholeGoods) -> str:
    """A title that names the brand's goods, without its marks, which may be words for copies: the watches of Fossil."""
    if goods.named_in(title):
        for mention in mentions:
            title = title.replace(mention.text, " ") if mention.field == "title" else title
    return title


def two_senses(held: Sequence[Suspicion]) -> bool:
    """Whether two different words stand there; the same word in two scripts or forms is one: "replica, réplica".

    That the logo is hidden in the photos is one sign, in however many words.
    """
    held, every = [one for one in held if not one.covers], len(held)
    if held and len(held) < every:
        return True
    roots = {skeleton(one.text)[:ROOT] for one in held if not one.aside}
    scripts = {root: {char.isascii() for char in root if char.isalpha()} for root in roots}
    return any(
        not scripts[one] or not scripts[other] or scripts[one] == scripts[other]
        for one, other in combinations(sorted(roots), 2)
    )


class Says(Enum):
    """Of what a word of counterfeiting is said."""

    SURELY = "of these goods"
    MAYBE = "of these goods, or of others"
    NOTHING = "of something else"


def _says(suspicion: Suspicion, field: str, near: Sequence[Mention], *, about: bool) -> Says:
    """Of what a word is said; `about`: the text is about goods that the title claims, as it is the title or short.

    Close to the mark, or at the beginning of such a text's clause, it is said of these goods. A word that also means a
    copy on paper has to stand right beside the mark, or alone.
    """
    if suspicion.told and field != "title":
        return Says.SURELY if about and suspicion.alone and field == "description" else Says.MAYBE
    if suspicion.strong or suspicion.told:
        return Says.SURELY
    away = min((min(abs(m.start - suspicion.end), abs(suspicion.start - m.end)) for m in near), default=NOWHERE)
    if suspicion.beside:
        alone = about and ((field != "title" and suspicion.alone) or (suspicion.praised and not suspicion.doubtful))
        return Says.SURELY if alone or away <= BESIDE else Says.NOTHING
    if away <= NEARBY or (field == "title" and (near or about)):
        return Says.SURELY
    offers = suspicion.praised and not suspicion.doubtful
    if not about or not (offers or any(map(str.isalpha, suspicion.text))):
        return Says.NOTHING
    return Says.SURELY if offers or suspicion.leads else Says.MAYBE


def _texts(subject: Subject) -> Iterator[tuple[str, str]]:
    listing = subject.listing
    yield "title", listing.title
    yield "description", listing.description
    for name, value in listing.attributes.items():
        if not name.startswith(OF_THE_SELLER):
            yield f"attributes.{name}", value

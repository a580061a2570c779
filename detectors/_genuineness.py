"""What a listing says of its own goods: that they are not genuine."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from detectors._fitting import is_denied, names_whole_goods, what_goods_fit, what_they_are
from detectors._sentences import as_written, field_name, shown
from detectors._text_flags import NOTE, text_flag, where_read
from detectors.base import Subject
from monitor.brands import Brand
from monitor.marks import Mention, NotGenuine, Use, not_genuine, said_before
from monitor.marks.genuine import PARTS, WORD
from monitor.marks.lexicon import lexicon
from monitor.marks.vocabulary import common_words
from monitor.products import Outcome, WholeGoods, names_a_part
from monitor.products.part_nouns import is_part_noun
from monitor.products.talk import is_everyday
from monitor.records import Evidence, Flag
from monitor.records.finding import WHICH_IS_MEANT

SURE, MAYBE = 90, 45
BEFORE = 160
"""So many characters before such words are read for a part of which they may be said."""
LEAST_LINE = 3
"""Shorter words name no line of goods, but a measure ("20 L")."""
BESIDE = 3
"""So many words behind such words are read for a mark of which they are said."""
ENDS = re.compile(r"[.!?;\n。！？；]")
SIGN = re.compile(r"[^\w\s]")
NUMBERED = re.compile(r"([^\W\d_]+)[ -]\d")


def admitted(subject: Subject, brand: Brand, goods: WholeGoods, mentions: Sequence[Mention]) -> Flag | None:
    """Goods that the title offers as the brand's, and of which the listing says that they are not genuine.

    An accessory that is not original goes with the brand's goods, or is openly somebody else's; where the text says
    right there what it fits ("not original, compatible with <mark>") it is a note, unless the title names whole goods.
    Of an authorised seller it is a note too: he may speak of something else. `mentions` are those of which words of
    counterfeiting may be said.
    """
    title = subject.listing.title
    leading = [m for m in mentions if m.field in ("title", "brand") and m.use is not Use.COMPARISON and not m.doubtful]
    confessed = list(_before_marks(subject, brand, goods))
    leading += [mention for mention, _ in confessed if mention not in leading]
    if not leading and subject.match(brand).outcome is not Outcome.MATCH:
        return None
    found = _all(_found(subject, brand, goods), confessed)
    if not found or goods.names_a_part(title) or _of_others(subject, brand, goods, found):
        return None
    fits = ""
    if not confessed and not names_whole_goods(title, mentions, goods):
        texts = {"title": title, "description": subject.listing.description}
        said_beside = (
            what_goods_fit(subject, brand, at, texts[at], one.start, one.end)
            or what_they_are(texts[at], one.start, one.end, goods)
            for at, one in found
        )
        fits = next(filter(None, said_beside), "")
    field, first = next((one for one in found if one[1].sure), found[0])
    about = as_written(leading[0]) if leading else f"the product {subject.match(brand).sku}"
    mark = leading[0].mark if leading else ""
    evidence = [
        *(Evidence(field=f, observed=one.text, span=(one.start, one.end), asset=mark) for f, one in found[:5]),
        *(where_read(mention) for mention in leading[:3]),
    ]
    says = f'{field_name(field)} says "{shown(first.text)}"'
    if subject.standing(brand).authorized:
        said = f"{says}, and the seller is authorised; read whether it is said of these goods."
        return text_flag(brand, NOTE, "not_genuine_aside", said, evidence)
    if fits:
        beside = f'it stands beside what the goods fit ("{shown(fits)}")'
        said = f"{says}, and {beside}; read whether they are a part that others may make."
        return text_flag(brand, NOTE, "not_genuine_aside", said, evidence)
    if first.sure:
        said = f"{says}, that the goods are not genuine, and the listing names {about}."
        return text_flag(brand, SURE, "not_genuine", said, evidence)
    said = f"{says} of the goods or of a part of them, and the listing names {about}.{WHICH_IS_MEANT}"
    return text_flag(brand, MAYBE, "not_genuine_perhaps", said, evidence)


def _before_marks(subject: Subject, brand: Brand, goods: WholeGoods) -> Iterator[tuple[Mention, NotGenuine]]:
    """Such words right before a mark of the title, of goods that it names: "not original <mark> watch".

    Such a mark is named to say that the goods are not its maker's. That they pass for his, a line of his or the kind of
    goods says beside it; "bag, not original <mark>" and "not original <mark>, linen bag" deny no more than they say.
    """
    title = subject.listing.title
    words = partial(_words_for, subject, brand, goods, title)
    for mention in subject.mentions.get(brand.slug, ()):
        named = mention.field == "title" and not mention.doubtful and (mention.use is Use.CLAIM or is_denied(mention))
        if not named or not (said := said_before(title, mention.start, words)):
            continue
        head, clause = PARTS.split(title[: said.start])[-1], PARTS.split(title[mention.end :], maxsplit=1)[0]
        line = said.sure and _lines(brand, goods, title)
        if line or goods.named_in(head) or _begins_with_goods(clause, brand, goods):
            yield mention, said


def _begins_with_goods(clause: str, brand: Brand, goods: WholeGoods) -> bool:
    """Whether whole goods are the first thing that the words behind a mark name: "black watch", not "hook for bags"."""
    clause = clause.casefold()
    before = min((at for word in goods.named_in(clause) if (at := clause.find(word)) >= 0), default=-1)
    names = _lines(brand, goods, clause)
    words = WORD.findall(clause[: max(before, 0)])
    return before >= 0 and all(word in names or any(map(str.isdigit, word)) or is_everyday(word) for word in words)


def _lines(brand: Brand, goods: WholeGoods, text: str) -> frozenset[str]:
    """The words of a text that name a line of the brand's: its products' names have them, and no dictionary does, or a
    number follows them ("Fjell 20").
    """
    words = frozenset(word for word in _in_names(brand, goods, text) - goods.named_in(text) if not is_part_noun(word))
    numbered = set(NUMBERED.findall(text.casefold()))
    return frozenset(
        word for word in words if len(word) >= LEAST_LINE and (word in numbered or word not in common_words())
    )


def _in_names(brand: Brand, goods: WholeGoods, text: str) -> frozenset[str]:
    """The words of a text that stand in names of the brand's products, and are none of its marks and no part."""
    marks = {word.casefold() for mark in (brand.name, *brand.word_marks) for word in mark.split()}
    return frozenset(word for word in goods.words_in(text) if word not in marks and not goods.names_a_part(word))


def _all(
    found: Iterator[tuple[str, NotGenuine]], confessed: Sequence[tuple[Mention, NotGenuine]]
) -> list[tuple[str, NotGenuine]]:
    """What was found, the words before a mark once."""
    told = list(found)
    places = {(field, one.start) for field, one in told}
    return told + [("title", one) for _, one in confessed if ("title", one.start) not in places]


def _of_others(subject: Subject, brand: Brand, goods: WholeGoods, found: Sequence[tuple[str, NotGenuine]]) -> str:
    """Why the goods may be what others make; a confession beside goods of the brand, or a line of its, is none."""
    others, title = subject.of_others(brand), subject.listing.title
    matcher = subject.portfolio.matchers.get(brand.slug)
    named = goods.named_in(title) or _lines(brand, goods, title)
    if not others or not matcher or subject.match(brand).may_be_accessory or not named:
        return others
    for field, one in found:
        title = title.replace(one.text, " ") if field == "title" else title
    return matcher.of_others(title)


def _found(subject: Subject, brand: Brand, goods: WholeGoods) -> Iterator[tuple[str, NotGenuine]]:
    listing = subject.listing
    for field, text in (("title", listing.title), ("description", listing.description)):
        words = partial(_words_for, subject, brand, goods, text)
        marks = [one for one in subject.mentions.get(brand.slug, ()) if one.field == field]
        for one in not_genuine(_without_signs(text, marks), words):
            if one.sure or not names_a_part(text[max(0, one.start - BEFORE) : one.start]):
                kind = _is_of_kind(text, one, marks, goods, listing.title)
                yield field, replace(one, text=text[one.start : one.end], sure=one.sure and not kind)


def _is_of_kind(text: str, one: NotGenuine, marks: Sequence[Mention], goods: WholeGoods, title: str) -> bool:
    """Whether such words may say of what kind goods are: "not a real backpack, more of a bag".

    No mark stands at the word for the goods, and other goods follow in its sentence, or the title names only others.
    """
    behind = ENDS.split(text[one.end :], maxsplit=1)[0]
    words = list(WORD.finditer(PARTS.split(behind, maxsplit=1)[0]))[:BESIDE]
    beside = words[-1].end() if words else 0
    marked = any(mark.start < one.end + beside and mark.end > one.start for mark in marks)
    if marked or text[one.start : one.end].casefold() in lexicon().not_genuine["fakes"]:
        return False
    first = words[0].end() if words else 0
    named = goods.named_in(text[one.start : one.end + first])
    if not named:
        return False
    titled, then = goods.named_in(title), goods.named_in(behind[first:])
    others = [word for word in then if not any(word in name or name in word for name in named)]
    return bool(others) or bool(titled and named.isdisjoint(titled))


def _without_signs(text: str, marks: Sequence[Mention]) -> str:
    """A text with blanks for the signs of its marks, which part no sentence: "Dr. Mark"."""
    pieces, last = list[str](), 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.start >= last and SIGN.search(mark.text):
            pieces += [text[last : mark.start], SIGN.sub(" ", text[mark.start : mark.end])]
            last = mark.end
    return "".join([*pieces, text[last:]])


def _words_for(subject: Subject, brand: Brand, goods: WholeGoods, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words for the goods in a text of the listing, and what else its title says of them.

    Of a product's name these are the line, whole goods, and what is said right before them ("automatic watch"): its
    glass, its bezel or its price may be what is not original.
    """
    title = subject.listing.title
    marks = {
        word.casefold()
        for mark in (brand.name, *brand.word_marks, *(m.text for m in subject.mentions.get(brand.slug, ())))
        for word in (mark, *mark.split(), *WORD.findall(mark))
    }
    numbered = {word for word in title.casefold().split() if any(map(str.isdigit, word))}
    phrases, low = goods.named_in(text) | goods.named_in(title), f" {text.casefold()} "
    whole = frozenset(phrase for phrase in phrases if not is_part_noun(phrase)) or phrases
    named = {word for phrase in whole for word in (phrase, *phrase.split())}
    plain = (word for word in _in_names(brand, goods, title) if is_everyday(word))
    told = {word for word in plain if any(f" {word} {phrase} " in low for phrase in whole)}
    named |= set() if phrases else _beside_marks(subject, brand)
    return frozenset(named | marks | numbered | _lines(brand, goods, title) | told), goods.words_in(title)


def _beside_marks(subject: Subject, brand: Brand) -> set[str]:
    """What a title that names no goods of the brand's kind calls them right beside a mark: "sac <mark>"."""
    title, said = subject.listing.title.casefold(), lexicon().named_goods
    marks = [mark for mark in subject.mentions.get(brand.slug, ()) if mark.field == "title"]
    around = [word for m in marks for word in (WORD.findall(title[: m.start])[-1:] + WORD.findall(title[m.end :])[:1])]
    return {word for word in around if word in said}

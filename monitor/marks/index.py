"""One index over all word marks of all brands."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from monitor.brands import Brand
from monitor.marks import eastern, gaps, joined, spelling, turned
from monitor.marks.eastern import Eastern
from monitor.marks.folding import LETTERS, SEPARATED, WORDS
from monitor.marks.forms import SHORT, SIGNS, Mark, marks_of, variants
from monitor.marks.found import Found
from monitor.marks.keys import Keys
from monitor.marks.masked import Masked
from monitor.marks.mention import Mention, Use, Way, Writing
from monitor.marks.misspelt import TYPO, Misspelt
from monitor.marks.near import near_goods
from monitor.marks.own_alphabet import in_its_alphabet
from monitor.marks.phrases import Phrases
from monitor.marks.sieve import Sieve
from monitor.marks.spelling import credible
from monitor.marks.stuffing import SearchWords
from monitor.marks.text import Reading, Span
from monitor.marks.typos import lettered
from monitor.marks.use import Context, governed
from monitor.records import Listing

MAX_TEXT = 50_000
MAX_MENTIONS = 200
LEADING = ("title", "brand")
"""Fields whose mentions are all kept; of each kind below them so many are, of all attributes together."""
MAX_FOUND = 1_500
MAX_HITS = 5_000
"""So many places of one text are looked at for one mark; a text with more of them repeats itself."""
CELL = 64
"""Places are compared with those of the same stretch of so many characters."""
PLAIN, NATURAL, DISGUISED, JOINED = 1.0, 0.98, 0.95, 0.85


class MarkIndex:
    """All word marks of all brands, prepared once. Safe to share between threads: it only remembers its own answers."""

    def __init__(self, brands: Sequence[Brand]) -> None:
        marks = [mark for brand in brands for mark in marks_of(brand)]
        by_key: dict[str, list[Mark]] = {}
        for mark in marks:
            for key in variants(mark):
                by_key.setdefault(key, []).append(mark)
        self._keys = Keys({key: tuple(named) for key, named in by_key.items()})
        self._empty = not by_key
        spelt = [mark for mark in marks if not mark.form]
        self._masked = Masked(spelt)
        self._phrases = Phrases(spelt)
        self._eastern = Eastern(spelt)
        self._misspelt = Misspelt(spelt, self._phrases, self._eastern)
        sizes = sorted(self._masked.sizes.union(self._phrases.sizes))
        self._sieve = Sieve(self._keys.places, self._holds, self._may_be_part, sizes)

    def find(self, listing: Listing) -> Mapping[str, tuple[Mention, ...]]:
        """The mentions by brand slug, in the order of the text; a brand that is not mentioned is absent.

        Searches the title, the brand, the description and the attributes; `find_in` searches anything else.
        """
        found: dict[str, list[Mention]] = {}
        told: Counter[tuple[str, Use, bool]] = Counter()
        maker = self.find_in("brand", listing.brand)
        for field, text in _fields(listing):
            stated = maker if listing.brand else None
            for slug, mentions in (maker if field == "brand" else self._find(field, text, stated)).items():
                kept = found.setdefault(slug, [])
                for mention in mentions:
                    kind = (slug, mention.use, bool(mention.ways))
                    told[kind] += field not in LEADING
                    if told[kind] <= MAX_MENTIONS or field in LEADING:
                        kept.append(mention)
        return {slug: in_its_alphabet(governed(mentions), listing) for slug, mentions in found.items()}

    def find_in(self, field: str, text: str, *, among_goods: bool = False) -> Mapping[str, tuple[Mention, ...]]:
        """The mentions in one text, by brand slug; `field` is what they will say they stand in.

        `among_goods`: the text is known to stand beside the brand's goods, so no mark in it needs a word for them.
        """
        return self._find(field, text, None, among_goods=among_goods)

    def _find(
        self, field: str, text: str, maker: Collection[str] | None, *, among_goods: bool = False
    ) -> Mapping[str, tuple[Mention, ...]]:
        """The same; `maker` are the brands that the brand field names, None where it says nothing."""
        text = text[:MAX_TEXT]
        if self._empty or not text:
            return {}
        places = self._search(field, text, among_goods=among_goods)
        if not places:
            return {}
        context = Context(text, [(found.start, found.end) for found in places])
        searched = SearchWords(field, text, [(found.start, found.end, found.mark.slug) for found in places])
        by_slug: dict[str, list[Mention]] = {}
        told: Counter[tuple[str, Use, bool]] = Counter()
        for found in places:
            slug = found.mark.slug
            use, cue = searched.use(
                found.start, found.end, slug, context.use, others_goods=maker is not None and slug not in maker
            )
            kind = (slug, use, bool(found.ways))
            told[kind] += 1
            if told[kind] > MAX_MENTIONS:  # of each kind, so that none can crowd out another
                continue
            mention = Mention(
                mark=found.mark.text,
                field=field,
                start=found.start,
                end=found.end,
                text=text[found.start : found.end],
                writing=Writing.DISGUISED if found.ways else Writing.PLAIN,
                use=use,
                score=found.score,
                ways=found.ways,
                cue=cue,
            )
            by_slug.setdefault(slug, []).append(mention)
        return {slug: tuple(mentions) for slug, mentions in by_slug.items()}

    def _search(self, field: str, text: str, *, among_goods: bool) -> list[Found]:
        """Every mark in the text, once each place, in the order of the text."""
        if field != "brand" and self._sieve.is_clean(text):
            return []
        return [
            one
            for one in self._look(text, field)
            if near_goods(one.mark, one.ways, text, one.start, one.end, among_goods=among_goods)
        ]

    def _holds(self, text: str) -> bool:
        """Whether a mark stands in a word, or in a stretch of words none of which holds one; see `_may_hold`."""
        return (not text.isascii() or self._may_hold(text)) and bool(self._look(text, "title"))

    def _may_hold(self, text: str) -> bool:
        """Whether an ASCII word or stretch needs the full look; nearly all of them are dismissed here."""
        plain = text.isalpha()
        words = (text.lower(),) if plain else tuple(text.translate(WORDS).split())
        fold = text.translate(LETTERS)
        return bool(
            (self._keys.places(fold) and any(self._exactly("title", Reading(text, LETTERS))))
            or (not plain and _has_signs(text) and self._keys.places(text.translate(SEPARATED)))
            or turned.is_drawn(text)
            or (len(words) > 1 and self._phrases and any(map(self._phrases.part, words)))
            or any(self._masked.find(text))
            or (" " not in text and self._misspelt.may(text, fold, words if plain else tuple(map(lettered, words))))
        )

    def _look(self, text: str, field: str) -> list[Found]:
        """The search itself, by every way of writing."""
        found = list(islice(self._exactly(field, Reading(text, LETTERS)), MAX_FOUND))
        if _has_signs(text):
            found += islice(self._exactly(field, Reading(text, SEPARATED)), MAX_FOUND)
        found += islice(self._misspelt.find(text), MAX_FOUND)
        for mark, start, end in islice(self._masked.find(text), MAX_FOUND):
            if text[start:end].casefold() not in mark.ignored:
                found.append(Found(mark, start, end, (Way.MASKED,), DISGUISED))
        found += [Found(h.mark, h.start, h.end, h.ways, _sureness(h.ways)) for h in self._eastern.find(text)]
        for start, end, upright, way in turned.upright(text):
            surely = (one for one in self._exactly(field, Reading(upright, LETTERS)) if Way.JOINED not in one.ways)
            found += [
                Found(one.mark, start, end, (way,), DISGUISED)
                for one in surely
                if one.end - one.start == len(upright) and not one.mark.exact
            ]
        return _settle(found) if found else found

    def _exactly(self, field: str, reading: Reading) -> Iterator[Found]:
        """The marks whose letters stand in the text one after another."""
        looked: Counter[str] = Counter()
        for first, last, marks in self._keys.find(reading.skeleton):
            looked[marks[0].key] += 1
            if looked[marks[0].key] > MAX_HITS:
                continue
            span = reading.span(first, last)
            for mark in marks:
                judged = _judge(span, mark, field)
                if judged:
                    yield judged

    def _may_be_part(self, token: str) -> bool:
        """Whether a word may be one of those of a mark of several."""
        words = token.translate(WORDS).split()
        return any(map(self._phrases.part, words)) or self._masked.part(token)


def _has_signs(text: str) -> bool:
    """Whether the other reading of signs that may be letters is another text."""
    return "!" in text or "|" in text or "+" in text


def _sureness(ways: tuple[Way, ...]) -> float:
    """How sure a find by its sound is."""
    return TYPO if ways == (Way.TYPO,) else DISGUISED if ways else NATURAL


def _judge(span: Span, mark: Mark, field: str) -> Found | None:
    """Whether letters that agree with a mark are the mark."""
    if mark.form:
        return _judge_form(span, mark, field)
    ways = spelling.ways(span, mark)
    hidden = not span.text.isascii() and bool({Way.LOOKALIKES, Way.STYLED, Way.INVISIBLE} & set(ways))
    separated = gaps.judge(span, mark, deliberate=hidden)
    if separated is gaps.Gaps.OTHER or not _allowed(span, mark, ways, cut=separated is gaps.Gaps.DISGUISE, field=field):
        return None
    text = span.text
    if separated is gaps.Gaps.DISGUISE:
        ways = tuple(way for way in Way if way in (*ways, Way.SEPARATORS))
    extra: tuple[Way, ...] = ()
    if not mark.anywhere:
        before, after = span.stuck_before(), span.stuck_after()
        if before or after:
            stuck = None if mark.size < SHORT or Way.SEPARATORS in ways else joined.judge(span, mark, before, after)
            if stuck is None:
                return None
            extra = stuck
    score = DISGUISED if ways else JOINED if extra else PLAIN if text.casefold() == mark.text.casefold() else NATURAL
    return Found(mark, span.start, span.end, (*ways, *extra), score)


def _judge_form(span: Span, mark: Mark, field: str) -> Found | None:
    """Whether a short mark with signs stands there in one of its exact writings.

    In capitals or not where nothing parts the letters and the sign; else in the case of the dossier, and as what a text
    begins with: "H and M dress", but "vitamin C and A".
    """
    text = unicodedata.normalize("NFKC", span.text)
    form, tight = SIGNS.sub(r"\1", text), not any(map(str.isspace, text))
    agree = form.casefold() == mark.form.casefold() if tight and not mark.cased else form == mark.form
    begins = field == "brand" or not any(map(str.isalnum, span.reading.text[: span.start]))
    believed = agree and (begins or tight or not form[-1].isalnum()) and form.casefold() not in mark.ignored
    if not believed or span.stuck_before() or span.stuck_after():
        return None
    return Found(mark, span.start, span.end, (), NATURAL)


def _allowed(span: Span, mark: Mark, ways: tuple[Way, ...], *, cut: bool, field: str) -> bool:
    """Whether the rules of the mark allow this writing; `cut`: with separators inside the word."""
    text = span.text
    bare = mark.signed and not SIGNS.search(text) and _cased(text, cut=True) != _cased(mark.text, cut=True)
    if bare or text.casefold() in mark.ignored:
        return False
    if (ways or cut) and (mark.exact or not credible(span, mark, ways)):
        return False
    narrow = text if text.isascii() else "".join(filter(str.isprintable, unicodedata.normalize("NFKC", text)))
    if mark.cased and not ways and _cased(narrow, cut=cut) != _cased(mark.text, cut=cut):
        return False
    if mark.anywhere and not eastern.bounded(span, mark):
        return False
    if mark.size < SHORT and (cut or ways or (narrow != mark.text and field != "brand")):
        return mark.anywhere and not ways and gaps.stands_alone(span)
    return True


def _cased(text: str, *, cut: bool) -> str:
    """What of a writing has to agree in case; `cut`: signs stand inside the word, as in "V.E.O"."""
    return "".join(filter(str.isalnum, text)) if cut else text.replace(" ", "")


def _settle(found: Iterable[Found]) -> list[Found]:
    """One find for each place: the surest, then the longest; marks that are surely written there stay side by side."""
    kept: list[Found] = []
    near: dict[int, list[Found]] = {}
    for one in sorted(set(found), key=lambda f: (-f.score, f.start - f.end, f.start, f.mark.slug, f.mark.text)):
        cells = range(one.start // CELL, (one.end - 1) // CELL + 1)
        beside = (other for cell in cells for other in near.get(cell, ()))
        rivals = [other for other in beside if other.start < one.end and one.start < other.end]
        same = [other for other in rivals if other.mark.slug == one.mark.slug]
        if same or (
            one.score < NATURAL and any((r.start, r.end, r.score) != (one.start, one.end, one.score) for r in rivals)
        ):
            continue
        kept.append(one)
        for cell in cells:
            near.setdefault(cell, []).append(one)
    return sorted(kept, key=lambda f: (f.start, f.end, f.mark.slug))


def _fields(listing: Listing) -> Iterator[tuple[str, str]]:
    yield "title", listing.title
    if listing.brand:
        yield "brand", listing.brand
    if listing.description:
        yield "description", listing.description
    for name, value in listing.attributes.items():
        yield f"attributes.{name}", value

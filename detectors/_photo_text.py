"""What the words in a listing's photos say of a brand: the second half of `text_match`."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from detectors._counterfeiting import ALONE, COUNTERFEIT, accuses, avowed
from detectors._sentences import ID_NOT_READ, NOT_ASKED, as_written, not_listed, shown, which
from detectors._text_flags import NOTE, text_flag
from detectors.base import PhotoMention, Subject
from monitor.brands import Brand, StandingKind
from monitor.marks import CounterfeitWords, Mention, Suspicion, Use
from monitor.marks.pictured import FIRM
from monitor.products import Outcome
from monitor.records import Evidence, Flag, Line, Photo
from monitor.records.finding import COPY_OR_ELSE

DISGUISE, COMPARISON, SHOWN = 65, 60, 40


def worse(subject: Subject, brand: Brand, words: CounterfeitWords, named: Sequence[Mention]) -> Iterator[Flag]:
    """Words of counterfeiting, a disguise and a comparison in photos of a seller who is not authorised.

    `named` are the mentions in the text of which words of counterfeiting may be said.
    """
    if subject.standing(brand).authorized:
        return
    found = [one for one in subject.in_photos(brand) if one.mention.use is not Use.DESCRIPTIVE]
    yield from _counterfeit(subject, brand, words, named, found)
    if hidden := [one for one in found if one.mention.ways]:
        first = hidden[0]
        ways = " and ".join(str(way) for way in first.mention.ways)
        yield text_flag(
            brand,
            DISGUISE,
            "disguise_in_photo",
            f'{_which(subject, first.photo)} shows "{shown(first.mention.text)}", which reads as the mark '
            f'"{first.mention.mark}" ({ways}).',
            [_evidence(one) for one in hidden],
        )
    if compared := [one for one in found if one.mention.use is Use.COMPARISON]:
        first = compared[0]
        yield text_flag(
            brand,
            COMPARISON,
            "comparison_in_photo",
            f"{_which(subject, first.photo)} compares the goods with those of the mark "
            f'"{first.mention.mark}" ("{shown(first.line.text)}").',
            [_evidence(one) for one in compared],
        )


def plain(subject: Subject, brand: Brand) -> Flag | None:
    """The mark in a photo of new goods whose text does not claim it, by a seller who is not authorised.

    Where it stands within a logo that was found, `logo_match` tells of the place, and this is left out then.
    """
    standing = subject.standing(brand)
    if standing.authorized or not subject.new_goods or subject.claims(brand):
        return None
    found = [
        one
        for one in subject.in_photos(brand)
        if one.mention.use is Use.CLAIM and not subject.is_anothers(brand, one.mention, _same_line(subject, one))
    ]
    if not found:
        return None
    first = found[0]
    where = f'{_which(subject, first.photo)} shows the mark "{first.mention.mark}"'
    if first.line.text.strip().casefold() != first.mention.mark.casefold():
        where = f'{where} (it reads "{shown(first.line.text)}")'
    evidence = [_evidence(one) for one in found]
    if standing.kind is StandingKind.NO_POLICY:
        return text_flag(brand, NOTE, "mark_in_photo", f"{where}; the brand has no seller list.", evidence)
    if subject.listing.seller_not_asked:
        return text_flag(brand, NOTE, "mark_in_photo", f"{where}; {NOT_ASKED}.", evidence)
    if subject.has_listed_name(brand):
        return text_flag(brand, NOTE, "mark_in_photo", f"{where}; {ID_NOT_READ}.", evidence)
    who = not_listed(subject.listing, standing.kind)
    return text_flag(brand, SHOWN, "mark_in_photo", f"{where}, and {who}.", evidence)


def _counterfeit(
    subject: Subject,
    brand: Brand,
    words: CounterfeitWords,
    named: Sequence[Mention],
    shown_there: Sequence[PhotoMention],
) -> Iterator[Flag]:
    """Words of counterfeiting in a photo, for goods offered under the mark anywhere in the listing."""
    matched = subject.match(brand)
    if not named and not shown_there and matched.outcome is not Outcome.MATCH:
        return
    marked = {one.photo.url for one in shown_there}
    found = [
        (photo, line, suspicion)
        for photo, line, suspicion in _suspicions(subject, words)
        if line.confidence >= FIRM and (suspicion.strong or photo.url in marked)
    ]
    if not found:
        return
    first = next(iter((*named, *(one.mention for one in shown_there))), None)
    mark = first.mark if first else ""
    about = as_written(first) if first else f"the product {matched.sku}"
    photo, _, suspicion = found[0]
    said = f'{_which(subject, photo)} reads "{shown(suspicion.text)}"'
    evidence = [
        *(_placed(picture, line, asset=mark, expected=mark) for picture, line, _ in found[:5]),
        *(_placed(one.photo, one.line, asset=m, expected=m) for one in shown_there[:3] for m in [one.mention.mark]),
    ]
    seen = [one for _, _, one in found]
    if accuses(any(avowed(one, ()) for one in seen), seen, subject.listing.title, words):
        said = f"{said}, words of counterfeiting, and the listing names {about}."
        yield text_flag(brand, COUNTERFEIT, "counterfeit_words_in_photo", said, evidence)
        return
    said = f"{said}, and the listing names {about}.{COPY_OR_ELSE}"
    yield text_flag(brand, ALONE, "counterfeit_word_in_photo", said, evidence)


def _suspicions(subject: Subject, words: CounterfeitWords) -> Iterator[tuple[Photo, Line, Suspicion]]:
    """Words of counterfeiting within one line; the lines before it tell whether they are denied."""
    for photo in subject.observation.photos:
        lines = photo.words.lines if photo.words else ()
        ends = list(accumulate(len(line.text) + 1 for line in lines))
        for one in words.find(" ".join(line.text for line in lines)):
            number = bisect_right(ends, one.start)
            if one.end < ends[number]:
                yield photo, lines[number], one


def _same_line(subject: Subject, one: PhotoMention) -> Mapping[str, Sequence[Mention]]:
    """The marks in the same line of the same photo, by brand slug."""
    by_slug = subject.portfolio.by_slug
    return {
        slug: [
            other.mention
            for other in subject.in_photos(by_slug[slug])
            if (other.photo, other.line) == (one.photo, one.line)
        ]
        for slug in subject.brands_in_photos
    }


def _which(subject: Subject, photo: Photo) -> str:
    return which(subject.observation.photos, photo)


def _evidence(one: PhotoMention) -> Evidence:
    return _placed(one.photo, one.line, asset=one.mention.mark)


def _placed(photo: Photo, line: Line, *, asset: str, expected: str = "") -> Evidence:
    """A line of a photo, with its box in pixels."""
    box = None
    if photo.fingerprint is not None:
        wide, high = photo.fingerprint.width, photo.fingerprint.height
        left, top, right, bottom = line.box
        box = (round(left * wide), round(top * high), round(right * wide), round(bottom * high))
    read = f"{line.text} (read in the photo, {line.confidence:.0%} sure)"
    return Evidence(field="images", observed=read, expected=expected, box=box, asset=asset, image=photo.url)

"""What each offer of a page is known by, whatever its place among the others."""

from collections import defaultdict
from collections.abc import Sequence

MAX_ASPECT = 100


def marks_of(offers: Sequence[Sequence[str]]) -> list[str]:
    """A mark for each offer by which it differs from all others, out of its aspects, the most telling first.

    The first aspect, the seller's id, is always in it, of the others each that tells apart offers which those before
    left alike. Only where nothing does it is the place on the page, so that the order of the offers changes no id.
    """
    marks = [aspects[0][:MAX_ASPECT] for aspects in offers]
    for depth in range(1, len(offers[0]) if offers else 0):
        for places in _alike(marks):
            if len({offers[place][depth] for place in places}) > 1:
                for place in places:
                    said = offers[place][depth][:MAX_ASPECT]
                    marks[place] = "#".join(filter(None, (marks[place], said)))
    for places in _alike(marks):
        for count, place in enumerate(places[1:], start=2):
            marks[place] = f"{marks[place]}#{count}".strip("#")
    return marks


def _alike(marks: Sequence[str]) -> list[list[int]]:
    """The places of marks that are the same, of each that stands more than once."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, mark in enumerate(marks):
        places[mark].append(place)
    return [same for same in places.values() if len(same) > 1]

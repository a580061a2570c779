"""Where a brand's word marks stand in a listing's text, in plain writing or in disguise, and what the use means.

One index over all brands: its cost hardly grows with their number.
"""

from monitor.marks.eastern import sound_alike
from monitor.marks.genuine import NotGenuine, not_genuine, said_before
from monitor.marks.index import MarkIndex
from monitor.marks.language import CounterfeitWords, Suspicion, counterfeit_words
from monitor.marks.mention import Mention, Use, Way, Writing
from monitor.marks.names import NameParts, name_parts, same_name, same_words
from monitor.marks.written import Written, written

__all__ = [
    "CounterfeitWords",
    "MarkIndex",
    "Mention",
    "NameParts",
    "NotGenuine",
    "Suspicion",
    "Use",
    "Way",
    "Writing",
    "Written",
    "counterfeit_words",
    "name_parts",
    "not_genuine",
    "said_before",
    "same_name",
    "same_words",
    "sound_alike",
    "written",
]

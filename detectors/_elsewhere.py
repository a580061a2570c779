"""Where a description names a mark for other goods than these."""

from detectors.base import Subject
from monitor.marks import CounterfeitWords, Mention
from monitor.marks.elsewhere import sentence_of, told_elsewhere


def elsewhere(subject: Subject, mention: Mention) -> str:
    """The words by which a description speaks of what else its seller has where it names a mark; or nothing."""
    text = subject.listing.description
    return told_elsewhere(text, mention.start, mention.end) if mention.field == "description" else ""


def is_aside(subject: Subject, mention: Mention, words: CounterfeitWords) -> bool:
    """Whether it does so in a sentence that has no word of counterfeiting, so that none is said of the mark."""
    if not elsewhere(subject, mention):
        return False
    return not words.find(sentence_of(subject.listing.description, mention.start, mention.end))

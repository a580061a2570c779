"""Why a person goes on where the monitor refuses or warns: in words that say something, which are kept with a name."""

import click

MOST_SHOWN = 200


def reason(option: str, text: str, longest: int) -> str:
    """A reason as it is kept; empty where none is given. Raises UsageError for one that says nothing, such as "ok"."""
    from monitor.complaints.statements import says_nothing
    from monitor.records.parse import clean_text

    words = clean_text(text, longest)
    if words and says_nothing(words):
        raise click.UsageError(
            f"{option} {words[:MOST_SHOWN]!r} says nothing; say in a few words what you saw, or how you know"
        )
    return words

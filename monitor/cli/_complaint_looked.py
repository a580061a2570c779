"""`monitor complaint looked`: what was sealed about a filed complaint since, and that somebody looked at it."""

from pathlib import Path

import click

from monitor.cli._complaints import NUMBER, by_option, person, seen_option, tell_others
from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.cli._reasons import reason
from monitor.errors import ConfigurationError


@click.command(epilog='\b\nExample:\n  monitor complaint looked 3 --why "the note is about another lot"')
@click.argument("number", type=NUMBER)
@click.option("--why", required=True, help="What you saw, and why the complaint stands as it is.")
@seen_option
@by_option
@workspace_option
def looked(number: int, why: str, seen: int | None, by: str, workspace: Path) -> None:
    """Record that you looked at what was sealed about a filed complaint's cases since, and that it stands.

    Each piece is told once more with its words; `due` and `show` then tell only what is sealed later. Where it clears
    the seller, withdraw the complaint instead.
    """
    from monitor.cli._sealed_words import sealed_since
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings, words, who = load_workspace(workspace), reason("--why", why, 2_000), person(by)
    if not words:
        raise click.UsageError("--why is empty; say what you saw")
    with open_complaints(settings) as complaints:
        one = complaints.get(number)
        news = list(sealed_since(settings.evidence, one))
        if not news:
            raise ConfigurationError(f"complaint {number}: nothing was sealed about its cases that nobody looked at")
        names = list(dict.fromkeys(each.package for each in news))
        complaints.looked(number, f"{words} ({', '.join(names)})", names, who, seen=seen or len(one.steps))
    for each in news:
        tell(f"  looked at  {each.words}")
    tell(f"Complaint {number}: it stands as it is: {words}")
    tell_others(one, who, seen)

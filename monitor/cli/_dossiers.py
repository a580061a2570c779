"""The dossiers of a workspace that can be read; those that cannot are told, and stop the others' work no more."""

from collections.abc import Mapping
from pathlib import Path

import click

from monitor.brands.loader import load_sound_brands


class Dossiers:
    """The brands that can be read, and by slug what is wrong with the others, which is told once."""

    def __init__(self, workspace: Path) -> None:
        """Raises ConfigurationError where there is no brand, or what all share is wrong."""
        self.brands, self.broken = load_sound_brands(workspace)
        tell_broken(self.broken)


def tell_broken(broken: Mapping[str, str]) -> None:
    """Say which dossiers cannot be read, where and why."""
    for slug, problem in broken.items():
        click.echo(f"Warning: the dossier of {slug} cannot be read, and others go on without it: {problem}", err=True)

"""The dossiers of a workspace that can be read; those that cannot are told, and stop the others' work no more."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.brands.loader import load_sound_brands
from monitor.cli._lines import tell
from monitor.errors import ConfigurationError

if TYPE_CHECKING:
    from monitor.brands import Brand
    from monitor.complaints import Register


class Dossiers:
    """The brands that can be read, and by slug what is wrong with the others, which is told once."""

    def __init__(self, workspace: Path) -> None:
        """Raises ConfigurationError where there is no brand, or what all share is wrong."""
        self.brands, self.broken = load_sound_brands(workspace)
        self._folder = workspace / "brands"
        self._registers: dict[str, Register] = {}
        tell_broken(self.broken)

    def brand(self, slug: str) -> "Brand | None":
        """The brand of a dossier that could be read; None for any other."""
        return next((one for one in self.brands if one.slug == slug), None)

    def register(self, slug: str) -> "Register":
        """A brand's rights, read once. Raises ConfigurationError where they or its dossier cannot be read."""
        from monitor.complaints import read_register

        if slug not in self._registers:
            brand = self.brand(slug)
            if brand is None:
                raise ConfigurationError(self.broken.get(slug, f"{self._folder / slug}: no such brand"))
            self._registers[slug] = read_register(brand, self._folder / slug)
        return self._registers[slug]


def tell_broken(broken: Mapping[str, str]) -> None:
    """Say which dossiers cannot be read, where and why."""
    for slug, problem in broken.items():
        tell(f"Warning: the dossier of {slug} cannot be read, and others go on without it: {problem}", err=True)

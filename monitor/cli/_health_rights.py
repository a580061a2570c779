"""The check of `monitor doctor` for what complaints rest on: rights/register.toml of each brand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from monitor.brands import Brand
from monitor.cli._health_check import WARNING, WRONG, Check
from monitor.complaints.rights import read_register
from monitor.errors import ConfigurationError


def rights(listed: Sequence[Brand], today: date) -> Iterator[Check]:
    """What cannot be used of the registers, and which rights beside the marks end soon; nothing where all is well."""
    for brand in listed:
        try:
            register = read_register(brand, Path(brand.path).parent)
        except ConfigurationError as failure:
            yield Check(WRONG, "rights", str(failure), misconfigured=True)
            continue
        papers = register.rights[len(brand.trademarks) :]  # the dossier's marks come first, and were looked at with it
        for warning in replace(register, rights=papers).expiring(today):
            yield Check(WARNING, "rights", f"{brand.slug}: {warning}")

"""The checks of `monitor doctor`, each a small function that says what it saw and how to mend it."""

import importlib
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import monitor
from detectors.base import wrong_settings
from monitor.brands import Brand
from monitor.brands.loader import load_brands
from monitor.cli import (
    _health_brands,
    _health_copies,
    _health_evidence,
    _health_machine,
    _health_rates,
    _health_rights,
    _health_words,
)
from monitor.cli._health_check import OK, WARNING, WRONG, Check
from monitor.errors import ConfigurationError
from monitor.inspection import Inspector
from monitor.workspace import Target, Workspace, load_workspace

FREE_FOR_NOW, FREE_FOR_LONG = 200_000_000, 2_000_000_000
PACKAGES = ("spiders", "pipelines", "detectors")


def checks(folder: Path) -> Iterator[Check]:
    """All checks in turn; those that need no workspace are made without one."""
    beginning = _health_machine.Beginning()
    newest = None
    workspace, brands = _load(folder)
    yield from _configuration(folder, workspace, brands)
    if not isinstance(brands, ConfigurationError):
        yield from _health_brands.brands(brands, datetime.now(UTC).date())
        yield from _health_copies.copies(brands)
        yield from _health_rights.rights(brands, datetime.now(UTC).date())
        yield _health_rates.rates(brands, datetime.now(UTC).date())
    yield imports()
    if not isinstance(workspace, ConfigurationError):
        if not isinstance(brands, ConfigurationError):
            yield from _health_copies.slips(brands, workspace.targets)
            yield from _health_brands.written_elsewhere(brands, workspace.targets)
            today = datetime.now(UTC).date()
            yield from _health_brands.floors_without_place(brands, workspace.targets, today)
            yield from _health_brands.listed_beside(brands, workspace.targets)
        yield targets(workspace.targets)
        yield folders(workspace)
        yield disk(workspace)
        check, newest = _health_machine.database(workspace)
        yield check
        yield _health_words.words(workspace)
        yield _health_evidence.evidence(workspace)
    yield _health_machine.chromium()
    yield _health_machine.clock(beginning, newest)


def _load(folder: Path) -> tuple[Workspace | ConfigurationError, Sequence[Brand] | ConfigurationError]:
    workspace: Workspace | ConfigurationError
    brands: Sequence[Brand] | ConfigurationError
    try:
        workspace = load_workspace(folder)
    except ConfigurationError as failure:
        workspace = failure
    try:
        brands = load_brands(folder, settings=wrong_settings)
        Inspector(brands)
    except ConfigurationError as failure:
        brands = failure
    return workspace, brands


def _configuration(
    folder: Path, workspace: Workspace | ConfigurationError, brands: Sequence[Brand] | ConfigurationError
) -> Iterator[Check]:
    if isinstance(workspace, ConfigurationError):
        yield Check(WRONG, "configuration", str(workspace), misconfigured=True)
        if not (folder / "monitor.toml").is_file():
            return
    else:
        yield Check(OK, "configuration", f"{workspace.path}: monitor.toml and targets.toml can be used")
    if isinstance(brands, ConfigurationError):
        yield Check(WRONG, "brands", str(brands), misconfigured=True)
    else:
        names = ", ".join(brand.slug for brand in brands[:5]) + (" ..." if len(brands) > 5 else "")
        yield Check(OK, "brands", f"{names}: dossiers and detectors' settings can be used")


def targets(listed: Sequence[Target]) -> Check:
    """Whether the spiders of all targets exist and take their arguments."""
    from scrapy.settings import Settings
    from scrapy.spiderloader import SpiderLoader

    if not listed:
        return Check(OK, "targets", "none in targets.toml yet, so `monitor crawl` has nothing to do")
    loader = SpiderLoader.from_settings(Settings({"SPIDER_MODULES": ["spiders"]}))
    for target in listed:
        where = f"targets.toml: target {target.name!r}"
        if target.spider not in loader.list():
            known = ", ".join(sorted(loader.list()))
            says = f"{where}: there is no spider {target.spider!r}; known are: {known}"
            return Check(WRONG, "targets", says, misconfigured=True)
        try:
            loader.load(target.spider)(**target.args)
        except ConfigurationError as failure:
            return Check(WRONG, "targets", f"{where}: {failure}", misconfigured=True)
    with_schedule = sum(bool(target.schedule) for target in listed)
    return Check(OK, "targets", f"{len(listed)}, of which {with_schedule} have a schedule")


def imports() -> Check:
    """Whether `spiders`, `pipelines` and `detectors` are ours, however a crawl is started."""
    home = Path(monitor.__file__).resolve().parents[1]
    for name in PACKAGES:
        try:
            origin = importlib.import_module(name).__file__
        except ImportError as failure:
            return Check(WRONG, "imports", f"{name} cannot be imported ({failure}); install the monitor again")
        rivals = [Path(entry) for entry in sys.path if (Path(entry) / name / "__init__.py").is_file()]
        for found in [Path(str(origin)).resolve().parents[1], *(rival.resolve() for rival in rivals)]:
            if found != home:
                says = f"{name} is in {found} too, beside {home}; uninstall the package that brought it there"
                return Check(WRONG, "imports", says)
    return Check(OK, "imports", f"monitor, {', '.join(PACKAGES)} come from {home}")


def folders(workspace: Workspace) -> Check:
    """Whether the folders that a crawl writes to can be written."""
    for folder in (workspace.path, workspace.images, workspace.evidence):
        place = _existing(folder)
        try:
            with tempfile.TemporaryFile(dir=place) as file:
                file.write(b"0")
        except OSError as failure:
            says = f"{place} cannot be written ({failure.strerror or failure}); change its owner or permissions"
            return Check(WRONG, "folders", says)
    return Check(OK, "folders", f"{workspace.path} can be written")


def disk(workspace: Workspace) -> Check:
    """Whether there is room for photos, evidence and a database in the workspace."""
    places = {_existing(folder).stat().st_dev: _existing(folder) for folder in (workspace.path, workspace.evidence)}
    free, place = min((shutil.disk_usage(place).free, place) for place in places.values())
    says = f"{free / 1e9:.1f} GB free in {place}"
    if free < FREE_FOR_LONG:
        state = WRONG if free < FREE_FOR_NOW else WARNING
        return Check(state, "disk", f"{says}; make room, a crawl keeps pages' photos and a database there")
    return Check(OK, "disk", says)


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path(folder.anchor))

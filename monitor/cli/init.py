"""`monitor init`: a workspace to start from."""

import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from monitor.errors import WorkFailedError

BRANDS = "brands"


@click.command(
    epilog="""\b
Example:
  monitor init workspace"""
)
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
def command(directory: Path) -> None:
    """Write a commented example workspace that runs as it is.

    A file that is there already is left as it is. The example brand is written only where there is no brand yet.
    """
    example = resources.files("monitor.example")
    written: list[Path] = []
    kept: list[Path] = []
    try:
        for name, source in _files(example):
            if not name.startswith(f"{BRANDS}/"):
                path = directory / name
                (written if _write(path, source.read_bytes()) else kept).append(path)
        brands = directory / BRANDS
        if brands.is_dir() and any(path.is_dir() and not path.name.startswith(".") for path in brands.iterdir()):
            kept.append(brands)
        else:
            for brand in (example / BRANDS).iterdir():
                written += _write_brand(brands, brand)
    except OSError as failure:
        where = failure.filename or directory
        raise WorkFailedError(f"{where}: cannot be written: {failure.strerror or failure}; choose another") from failure
    for path in written:
        click.echo(f"wrote  {path}")
    for path in kept:
        click.echo(f"kept   {path}")
    example_file, home = shlex.quote(str(directory / "example-listings.jsonl")), shlex.quote(str(directory / BRANDS))
    usual = Path(os.environ.get("MONITOR_WORKSPACE") or "workspace")
    option = "" if directory == usual else f" --workspace {shlex.quote(str(directory))}"
    click.echo(
        f"\nTry it:   monitor check {example_file}{option}\n"
        f"Then:     describe your own brand in {home}, and run: monitor doctor{option}"
    )


def _write(path: Path, content: bytes) -> bool:
    """Write a new file; False where there is something of that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(content)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return True


def _write_brand(brands: Path, source: Traversable) -> list[Path]:
    """The example brand, there as a whole or not at all: half a dossier would be a wrong one."""
    brands.mkdir(parents=True, exist_ok=True)
    folder = brands / source.name
    half = Path(tempfile.mkdtemp(prefix=".", dir=brands))
    try:
        names = [name for name, file in _files(source) if _write(half / name, file.read_bytes())]
        (half / "rights").mkdir()
        half.chmod(0o755)
        half.rename(folder)
    except OSError:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return [folder / name for name in names]


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    """The files of the example by their paths in it."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif entry.is_file() and not entry.name.endswith(".py"):
            yield prefix + entry.name, entry

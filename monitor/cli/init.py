"""`monitor init`: a workspace to start from."""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from monitor.errors import WorkFailedError

EMPTY_FOLDERS = ("brands/aurelia/rights",)


@click.command(
    epilog="""\b
Example:
  monitor init workspace"""
)
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
def command(directory: Path) -> None:
    """Write a commented example workspace that runs as it is. Files that are there already are left as they are."""
    written, kept = [], []
    try:
        for name, source in _files(resources.files("monitor.example")):
            target = directory / name
            if target.exists():
                kept.append(target)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
            written.append(target)
        for name in EMPTY_FOLDERS:
            (directory / name).mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise WorkFailedError(f"{directory}: cannot be written: {failure.strerror or failure}") from failure
    for path in written:
        click.echo(f"wrote  {path}")
    for path in kept:
        click.echo(f"kept   {path}")
    click.echo(
        f"\nTry it:     monitor check {directory}/example-listings.jsonl --workspace {directory}\n"
        f"Then:       make brands/aurelia your own brand, and run: monitor doctor --workspace {directory}"
    )


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif entry.is_file() and not entry.name.endswith(".py"):
            yield prefix + entry.name, entry

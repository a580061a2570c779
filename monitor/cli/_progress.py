"""Progress of long work: a bar on a terminal, a plain line now and then elsewhere. Always on standard error."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
SECONDS_BETWEEN_LINES = 10.0


def track(items: Iterable[T], *, label: str, total: int) -> Iterator[T]:
    """The items as they are, while the user sees how many of `total` are done."""
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as progress:
            yield from progress.track(items, total=total, description=label)
        return
    said = time.monotonic()
    for done, item in enumerate(items):
        if time.monotonic() - said > SECONDS_BETWEEN_LINES:
            said = time.monotonic()
            print(f"{label}: {done} of {total}", file=sys.stderr, flush=True)
        yield item

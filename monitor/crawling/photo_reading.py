"""Photos are read in processes beside the crawl: a decoder that a photo breaks, fills or delays is not the crawl's."""

import os
from collections.abc import Callable
from functools import partial
from typing import Final

from monitor.crawling.processes import NotDoneError, Processes, Task
from monitor.images import ImageProblem, fingerprint
from monitor.images.words import read_words
from monitor.images.words import warm as warm_words
from monitor.records import Fingerprint, Words

SECONDS_A_PHOTO = 60.0
"""What one photo may take, also where the machine has much else to do."""
MEMORY = 2_000_000_000
"""Bytes of addresses that a process may take beyond what it begins with; a JPEG of 50 million pixels took 149 MB."""
MOST_PROCESSES = 4
LESS_URGENT = 5
"""By so much the processes are nicer than the crawl, so that it goes on fetching while photos wait."""
WITHOUT_MEMORY = "needs too much memory"
PRINT: Final = "print"
WORDS: Final = "words"


class HostilePhotoError(ImageProblem):
    """A photo that broke its reader, or held it up: another one costs as much."""


class PhotoReading:
    """Reads photos for one crawl, each when its turn comes. `close` ends the processes.

    The processes start with the first photo. A photo's bytes are loaded when its turn has come, as many may wait.
    """

    def __init__(
        self,
        *,
        words: bool,
        work: Callable[..., Fingerprint | Words] | None = None,
        patience: float = SECONDS_A_PHOTO,
    ) -> None:
        """`words` says whether words will be asked for too, `patience` are the seconds that one photo may take."""
        self._task: Task[Fingerprint | Words] = Task(
            work=work or read, prepare=partial(prepare, words=words), patience=patience, memory=MEMORY
        )
        self._processes: Processes[Fingerprint | Words] | None = None

    async def print_of(self, load: Callable[[], bytes]) -> Fingerprint:
        """The fingerprint of a photo. Raises ImageProblem, and OSError where it cannot be loaded."""
        found = await self._read(load, PRINT)
        assert isinstance(found, Fingerprint)
        return found

    async def words_of(self, load: Callable[[], bytes]) -> Words:
        """The words in a photo. Raises ImageProblem, and OSError where it cannot be loaded."""
        found = await self._read(load, WORDS)
        assert isinstance(found, Words)
        return found

    def close(self) -> None:
        """End the processes; a photo that still waits is not read."""
        if self._processes is not None:
            self._processes.stop()
        self._processes = None

    async def _read(self, load: Callable[[], bytes], what: str) -> Fingerprint | Words:
        if self._processes is None:
            # Looking for logos takes as long again: half of the cores are left to that and to fetching.
            count = min(MOST_PROCESSES, max(1, (os.cpu_count() or 2) // 2))
            self._processes = Processes(count, self._task)
        try:
            return await self._processes.do(load, what)
        except NotDoneError as failure:
            raise HostilePhotoError(str(failure)) from failure
        except MemoryError as failure:
            raise ImageProblem(WITHOUT_MEMORY) from failure
        except (ImageProblem, OSError):
            raise
        except Exception as failure:
            raise ImageProblem(f"cannot be read ({type(failure).__name__})") from failure


def prepare(*, words: bool) -> None:
    """In a process: load what photos are read with."""
    os.nice(LESS_URGENT)
    if words:
        warm_words()


def read(content: bytes, what: str) -> Fingerprint | Words:
    """In a process: what is asked of a photo. Raises ImageProblem."""
    return fingerprint(content) if what == PRINT else read_words(content)

"""Photos of listings that come from a file: paths are read, addresses are not fetched."""

import hashlib
from functools import lru_cache
from pathlib import Path

from monitor.crawling.image_files import ImageFiles
from monitor.images import ImageProblem, fingerprint
from monitor.images.words import read_words, why_not
from monitor.records import Photo

MAX_BYTES = 20_000_000
SIGNS = ",;\n"
PARTED = 'several photos of a row of CSV are parted by "|"'


class LocalPhotos:
    """Reads photos by path, relative to `folder`; a photo that could not be read says why. Safe in threads.

    `words`: whether what is written in them is read too; `no_words` says why it is not where it should be. `keep` is
    where their content is kept, as that of a crawl is.
    """

    def __init__(self, folder: Path, *, words: bool = False, keep: ImageFiles | None = None) -> None:
        self._folder = folder
        self._keep = keep
        self.no_words = why_not() if words else ""
        self._words = words and not self.no_words
        self.read = lru_cache(maxsize=4096)(self._open)

    def _open(self, image: str) -> Photo:
        if "://" in image or image.startswith(("//", "data:")):
            return Photo(url=image, problem="is an address, which check does not fetch")
        try:
            path = self._folder / image
            if not path.is_file():
                several = any(sign in image for sign in SIGNS)
                return Photo(url=image, problem=f"no such file{f'; {PARTED}' if several else ''}")
            if path.stat().st_size > MAX_BYTES:
                return Photo(url=image, problem=f"is larger than {MAX_BYTES} bytes")
            content = path.read_bytes()
            print_, words = fingerprint(content), read_words(content) if self._words else None
            digest = hashlib.sha256(content).hexdigest()
            if self._keep is not None:
                self._keep.save(digest, content)
            return Photo(url=image, sha256=digest, fingerprint=print_, words=words)
        except ImageProblem as problem:
            return Photo(url=image, problem=str(problem))
        except (OSError, ValueError) as failure:
            return Photo(url=image, problem=f"cannot be read ({type(failure).__name__})")

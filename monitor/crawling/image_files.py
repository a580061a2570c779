"""Photos on disk, each content once, under the digest of its bytes."""

import os
import shutil
import tempfile
from pathlib import Path


class ImageFiles:
    """The folder `<workspace>/images`: `ab/<sha256>`. Safe in threads and across processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where the content with this digest is, or would be."""
        return self._folder / sha256[:2] / sha256

    def free(self) -> int:
        """The bytes that are left on the disk."""
        self._folder.mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(self._folder).free

    def save(self, sha256: str, content: bytes) -> None:
        """Keep the content unless it is there already: whole or not at all, whenever the machine stops."""
        path = self.path(sha256)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

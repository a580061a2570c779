"""Pictures and papers that a dossier names, never outside the brand's own folder."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from monitor.brands.model import Asset
from monitor.brands.problems import Problems, shown

MAX_BYTES = 20_000_000
MAX_TOTAL = 2_000_000_000
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".bmp", ".tif", ".tiff", ".svg"})


def is_there(path: Path, problems: Problems) -> bool:
    """Whether a file is there; one that cannot even be looked for, and what is there and is no file, is told."""
    try:
        there = path.is_file()
        if not there and (path.is_symlink() or path.exists()):
            problems.add(path, "", "is no file; put a file there, or take it away")
    except OSError as failure:
        problems.add(path, "", f"cannot be read: {failure.strerror or failure}")
        return False
    return there


class Folder:
    """The folder of one brand; each file is looked up and read once. `assets` are the pictures read, by name."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self._root = path.resolve()
        self._problems = problems
        self._named: dict[tuple[str, str], Path | str] = {}
        self._read_files: dict[Path, Asset | None] = {}
        self.assets: dict[str, Asset] = {}
        self._total = 0

    def named(self, name: str, usually: str, file: Path, where: str) -> Path | None:
        """The file that a dossier names, or None with the problem told; `usually` is the subfolder for its kind."""
        key = name, usually
        if key not in self._named:
            self._named[key] = self._find(name, usually)
        found = self._named[key]
        if isinstance(found, Path):
            return found
        self._problems.add(file, where, f"{shown(name)} {found}")
        return None

    def _find(self, name: str, usually: str) -> Path | str:
        """The file, or in words why it cannot be had."""
        path = name.replace("\\", "/")
        try:
            for form in (path, unicodedata.normalize("NFD", path)):
                resolved = (self._root / form).resolve()
                if not resolved.is_relative_to(self._root):
                    return "lies outside the brand's folder; copy the file into it"
                if resolved.is_file():
                    return resolved
            hint = f"{usually}/{path}"
            if (self._root / hint).is_file():
                return f"is missing in {self.path}; write {shown(hint)}"
        except (OSError, ValueError, RuntimeError):
            return "cannot be looked up; give a path within the brand's folder"
        return f"is missing in {self.path}; put it there, or mend the path"

    def picture(self, name: str, usually: str, file: Path, where: str) -> Asset | None:
        """A picture that a dossier names, or None with the problem told."""
        path = self.named(name, usually, file, where)
        if path is None:
            return None
        if path.suffix.lower() not in PICTURES:
            self._problems.add(file, where, f"{shown(name)} is no picture; use PNG or JPEG")
            return None
        return self._read(path)

    def pictures(self, subfolder: str) -> Iterator[Asset]:
        """All pictures in a subfolder and those below, by path; hidden files and files of other kinds are left out."""
        folder = self.path / subfolder
        try:
            paths = sorted(folder.rglob("*")) if folder.is_dir() else []
            paths = [path for path in paths if path.suffix.lower() in PICTURES and path.is_file()]
        except OSError as failure:
            self._problems.add(folder, "", f"cannot be read: {failure.strerror or failure}")
            return
        for path in paths:
            if any(part.startswith(".") for part in path.relative_to(self.path).parts):
                continue
            resolved = path.resolve()
            if not resolved.is_relative_to(self._root):
                self._problems.add(path, "", "leads outside the brand's folder; copy the file into it")
            elif asset := self._read(resolved):
                yield asset

    def _read(self, path: Path) -> Asset | None:
        if path not in self._read_files:
            self._read_files[path] = asset = self._read_once(path)
            if asset:
                self.assets[asset.name] = asset
        return self._read_files[path]

    def _read_once(self, path: Path) -> Asset | None:
        try:
            size = path.stat().st_size
            if size > MAX_BYTES:
                self._problems.add(path, "", f"is larger than {MAX_BYTES} bytes; save it smaller")
                return None
            if self._total <= MAX_TOTAL < self._total + size:
                self._problems.add(self.path, "", f"the pictures are larger than {MAX_TOTAL} bytes; save them smaller")
            self._total += size
            if self._total > MAX_TOTAL:
                return None
            name = unicodedata.normalize("NFC", path.relative_to(self._root).as_posix())
            return Asset(name=name, content=path.read_bytes())
        except OSError as failure:
            self._problems.add(path, "", f"cannot be read: {failure.strerror or failure}")
            return None

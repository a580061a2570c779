"""Pictures and papers that a dossier names, never outside the brand's own folder."""

from pathlib import Path

from monitor.brands.model import Asset
from monitor.brands.problems import Problems

MAX_BYTES = 20_000_000
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".svg"})


class Folder:
    """The folder of one brand; each file is read once."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self._problems = problems
        self._assets: dict[str, Asset | None] = {}

    def named(self, name: str, file: Path, where: str) -> Path | None:
        """The file that a dossier names, or None with the problem told."""
        path = self.path / name
        if not path.resolve().is_relative_to(self.path.resolve()):
            self._problems.add(file, where, f"{name!r} lies outside the brand's folder; copy the file into it")
        elif not path.is_file():
            self._problems.add(file, where, f"{name!r} is missing in {self.path}")
        else:
            return path
        return None

    def picture(self, name: str, file: Path, where: str) -> Asset | None:
        """A picture that a dossier names."""
        path = self.named(name, file, where)
        if path is None:
            return None
        if path.suffix.lower() not in PICTURES:
            self._problems.add(file, where, f"{name!r} is no picture; use PNG or JPEG")
            return None
        return self._read(path)

    def pictures(self, subfolder: str) -> tuple[Asset, ...]:
        """All pictures in a subfolder, by name; hidden files and folders are left alone."""
        folder = self.path / subfolder
        if not folder.is_dir():
            return ()
        paths = sorted(
            p for p in folder.rglob("*") if p.is_file() and p.suffix.lower() in PICTURES and p.name[0] != "."
        )
        inside = [path for path in paths if path.resolve().is_relative_to(self.path.resolve())]
        return tuple(asset for path in inside if (asset := self._read(path)))

    def _read(self, path: Path) -> Asset | None:
        name = path.relative_to(self.path).as_posix()
        if name not in self._assets:
            self._assets[name] = None
            try:
                if path.stat().st_size > MAX_BYTES:
                    self._problems.add(path, "", f"is larger than {MAX_BYTES} bytes; save it smaller")
                else:
                    self._assets[name] = Asset(name=name, content=path.read_bytes())
            except OSError as failure:
                self._problems.add(path, "", f"cannot be read: {failure.strerror or failure}")
        return self._assets[name]

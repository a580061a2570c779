import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from monitor.crawling.image_files import ImageFiles


def test_each_content_is_kept_once_and_whole(tmp_path: Path) -> None:
    files = ImageFiles(tmp_path / "images")
    contents = [bytes([n]) * 50_000 for n in range(4)] * 6
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: files.save(hashlib.sha256(content).hexdigest(), content), contents))
    kept = [path for path in (tmp_path / "images").rglob("*") if path.is_file()]
    assert len(kept) == 4
    for path in kept:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
        assert path.parent.name == path.name[:2]


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = ImageFiles(tmp_path / "images")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.save("ab" * 32, b"content")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

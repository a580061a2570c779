"""Words in pictures, read by the real models; and what is said where these are absent."""

import importlib.util
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from monitor.images import ImageProblem
from monitor.images.words import MOST_WORK, VERSION, read_words, why_not

ROOT = Path(__file__).parents[2]
ABSENT = importlib.util.find_spec("rapidocr") is None
reads = pytest.mark.skipif(ABSENT, reason="needs the extra [ocr]: pip install -e '.[ocr]'")
Draw = Callable[..., bytes]


def drawn(*texts: tuple[int, int, str], size: tuple[int, int] = (600, 400), height: int = 36, turn: float = 0) -> bytes:
    image = Image.new("RGB", size, (235, 230, 220))
    pen = ImageDraw.Draw(image)
    for left, top, text in texts:
        pen.text((left, top), text, fill=(30, 30, 60), font=ImageFont.load_default(size=height))
    out = io.BytesIO()
    image.rotate(turn, fillcolor=(235, 230, 220)).save(out, "PNG")
    return out.getvalue()


def strokes(*lines: tuple[tuple[int, int], ...]) -> bytes:
    image = Image.new("RGB", (500, 200), "white")
    pen = ImageDraw.Draw(image)
    for line in lines:
        pen.line(line, fill="black", width=5, joint="curve")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@reads
@pytest.mark.parametrize(
    ("picture", "texts"),
    [
        (
            drawn((60, 60, "AURELIA Meridian"), (60, 250, "WeChat: aurelia88")),
            ["AURELIA Meridian", "WeChat: aurelia88"],
        ),
        (drawn((60, 60, "1:1 replica +49 170 1234567")), ["1:1 replica +49 170 1234567"]),
        (drawn((60, 180, "AURELIA Meridian"), turn=9), ["AURELIA Meridian"]),
        (drawn((60, 100, "AURELIA Meridian"), size=(400, 300), height=10), ["AURELIA Meridian"]),
        (drawn((900, 700, "small but clear"), size=(1600, 1200), height=40), ["small but clear"]),
        (drawn(), []),
    ],
)
def test_what_is_written_is_read(picture: bytes, texts: list[str]) -> None:
    words = read_words(picture)
    assert [line.text for line in words.lines] == texts
    assert (words.version, words.unread) == (VERSION, 0)
    assert read_words(picture) == words


@reads
def test_chinese_is_read() -> None:
    middle = (((66, 95), (114, 95), (114, 119), (66, 119), (66, 95)), ((90, 80), (90, 140)))
    work = (((135, 86), (183, 86)), ((159, 86), (159, 134)), ((129, 134), (189, 134)))
    sun = (((210, 80), (246, 80), (246, 140), (210, 140), (210, 80)), ((210, 110), (246, 110)))
    assert [line.text for line in read_words(strokes(*middle, *work, *sun)).lines] == ["中工日"]


@reads
def test_a_line_has_its_place() -> None:
    (line,) = read_words(drawn((60, 260, "AURELIA"))).lines
    left, top, right, bottom = line.box
    assert left == pytest.approx(0.1, abs=0.04)
    assert right == pytest.approx(0.37, abs=0.08)
    assert 0.6 < top < bottom < 0.82
    assert line.confidence > 0.9


@reads
def test_what_one_picture_costs_is_bounded() -> None:
    full = drawn(
        *((20 + 190 * n, 14 * row, "AURELIA replica") for row in range(57) for n in range(4)),
        size=(800, 800),
        height=12,
    )
    words = read_words(full)
    assert words.unread > 0
    assert len(words.lines) <= MOST_WORK


@reads
@pytest.mark.parametrize("content", [b"", b"<html>", drawn()[:200]])
def test_what_is_no_picture_is_told(content: bytes) -> None:
    with pytest.raises(ImageProblem):
        read_words(content)


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@reads
def test_nothing_is_ever_fetched(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(drawn((60, 60, "AURELIA")))
    assert python(
        "import socket\n"
        "def no(*_): raise SystemExit('asked for the network')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = no\n"
        "from pathlib import Path\n"
        "from monitor.images.words import read_words\n"
        f"print(read_words(Path({str(tmp_path / 'a.png')!r}).read_bytes()).lines[0].text)"
    ) == "AURELIA"  # fmt: skip


@pytest.mark.parametrize("name", ["onnxruntime", "rapidocr"])
def test_an_absent_extra_is_one_clear_line(name: str) -> None:
    said = python(
        f"import sys; sys.modules[{name!r}] = None\nfrom monitor.images.words import why_not\nprint(why_not())"
    )
    assert said.splitlines() == [said]
    assert said.endswith("is not installed; install the extra with: pip install 'marketplace-monitor[ocr]'")
    assert "words in photos are not read" in said


@pytest.mark.skipif(ABSENT, reason="needs the extra [ocr]")
def test_a_present_extra_says_nothing() -> None:
    assert why_not() == ""

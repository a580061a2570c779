"""Words in a picture: where lines of text stand, and what they say. Needs the extra `ocr`; never uses the network.

A small view of the picture says whether there is text at all, which costs a quarter; only then is it looked at in full,
and only the lines that were found are read. What one picture may cost is bounded by counting, not by a clock, so that a
picture gives the same words on every machine.
"""

import threading
import unicodedata
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.decode import ImageProblem, decode
from monitor.images.memory import give_back
from monitor.records import Line, Words

VERSION = 2
"""Raised when the same picture may give other words."""
LONG_SIDE = 800
SMALL_SIDE = 480
MOST_ENLARGED = 2.0
"""A smaller picture is made as large as others, but at most so many times: small print is found only then."""
MOST_WORK = 60.0
"""How many lines of usual length are read in a picture at most; a long line counts for several."""
USUAL_LENGTH = 320 / 48
"""The length of a line by its height that the model takes without more cost."""
LEAST_HEIGHT = 7.0
LEAST_CONFIDENCE = 0.5
UPRIGHT = 1.5
"""A box so much higher than wide holds a line that was turned."""
AT_ONCE = 2
MAX_TEXT = 500
MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
NEEDED = ("onnxruntime", "rapidocr")

Pixels = NDArray[np.uint8]
_places = threading.BoundedSemaphore(AT_ONCE)
_loading = threading.Lock()


def why_not() -> str:
    """Why words cannot be read on this machine, as a sentence with the way out; empty where they can."""
    way_out = "install the extra with: pip install 'marketplace-monitor[ocr]'"
    for name in NEEDED:
        try:
            import_module(name)
        except (ImportError, OSError) as failure:
            why = "is not installed" if isinstance(failure, ModuleNotFoundError) else f"cannot be loaded ({failure})"
            return f"words in photos are not read, as {name} {why}; {way_out}"
    missing = [name for name in MODELS.values() if not (_models() / name).is_file()]
    return (
        f"words in photos are not read, as rapidocr came without its model {missing[0]}; {way_out}" if missing else ""
    )


def reader_version() -> str:
    """What a text that was read depends on; empty where nothing can be read."""
    try:
        return " ".join(version(name) for name in NEEDED)
    except PackageNotFoundError:
        return ""


def warm() -> None:
    """Load the models now, so that the first picture need not wait. Call it only where `why_not()` is empty."""
    _detector()
    _recogniser()


def read_words(content: bytes) -> Words:
    """The words in a picture's bytes. Raises ImageProblem for what is no picture, or cannot be read.

    Safe in threads; at most `AT_ONCE` pictures are read at a time. Call it only where `why_not()` is empty.
    """
    image, _ = decode(content, LONG_SIDE)
    pixels: Pixels = np.ascontiguousarray(np.asarray(image, np.uint8)[:, :, ::-1])
    with _places:
        try:
            return _read(pixels)
        except Exception as failure:
            raise ImageProblem(f"holds words that could not be read ({type(failure).__name__})") from failure
        finally:
            give_back()


def read_line(pixels: Pixels) -> tuple[str, float]:
    """What one upright line says, in red, green and blue, and how sure that is. The bounds of `read_words` hold."""
    with _places:
        return _text(np.ascontiguousarray(pixels[:, :, ::-1]))


def _read(pixels: Pixels) -> Words:
    boxes = _boxes(_scaled(pixels, SMALL_SIDE, 1))
    if boxes:
        pixels = _scaled(pixels, LONG_SIDE, MOST_ENLARGED)
        boxes = _boxes(pixels)
    height, width = pixels.shape[:2]
    lines: list[Line] = []
    work, unread = 0.0, 0
    for box in sorted(boxes, key=_height, reverse=True):
        if _height(box) < LEAST_HEIGHT:
            continue
        crop = _cut(pixels, box)
        work += max(1.0, crop.shape[1] / crop.shape[0] / USUAL_LENGTH)
        if work > MOST_WORK:
            unread += 1
            continue
        text, confidence = _text(crop)
        # A single sign is mostly a shape that resembles one.
        if confidence >= LEAST_CONFIDENCE and sum(map(str.isalnum, text)) > 1:
            lines.append(Line(text=text, box=_fractions(box, width, height), confidence=round(confidence, 3)))
    return Words(version=VERSION, lines=tuple(sorted(lines, key=lambda line: line.box[1::-1])), unread=unread)


def _scaled(pixels: Pixels, long_side: int, most: float) -> Pixels:
    """The picture with this long side; made larger `most` times at most."""
    height, width = pixels.shape[:2]
    scale = min(long_side / max(height, width), most)
    opencv: Any = cv2
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    scaled: Pixels = opencv.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    return scaled


def _boxes(pixels: Pixels) -> list[NDArray[np.float32]]:
    """Where lines stand: four corners each, from the top left in the way of the clock."""
    found = _detector()(pixels).boxes
    return [] if found is None else [np.asarray(box, np.float32).reshape(4, 2) for box in found]


def _text(crop: Pixels) -> tuple[str, float]:
    """What a line says, and how sure that is."""
    found = _recogniser()(crop)
    if not found.txts:
        return "", 0.0
    text = unicodedata.normalize("NFC", "".join(char for char in found.txts[0] if char.isprintable()))
    return text.strip()[:MAX_TEXT], float(found.scores[0])


def _height(box: NDArray[np.float32]) -> float:
    """The height of a line; of one that was turned, its width."""
    across, down = _sides(box)
    return across if down >= UPRIGHT * across else down


def _sides(box: NDArray[np.float32]) -> tuple[float, float]:
    edges = np.linalg.norm(box - np.roll(box, -1, axis=0), axis=1)
    return float(max(edges[0], edges[2])), float(max(edges[1], edges[3]))


def _cut(pixels: Pixels, box: NDArray[np.float32]) -> Pixels:
    """The line, upright."""
    across, down = (max(1, round(side)) for side in _sides(box))
    opencv: Any = cv2
    corners = np.array([[0, 0], [across, 0], [across, down], [0, down]], np.float32)
    matrix = opencv.getPerspectiveTransform(box, corners)
    crop: Pixels = opencv.warpPerspective(
        pixels, matrix, (across, down), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    )
    return np.ascontiguousarray(np.rot90(crop)) if down >= UPRIGHT * across else crop


def _fractions(box: NDArray[np.float32], width: int, height: int) -> tuple[float, float, float, float]:
    (left, top), (right, bottom) = box.min(axis=0) / (width, height), box.max(axis=0) / (width, height)
    left, top, right, bottom = (round(min(1.0, max(0.0, float(side))), 4) for side in (left, top, right, bottom))
    return left, top, right, bottom


def _models() -> Path:
    return Path(str(import_module("rapidocr").__file__)).parent / "models"


def _detector() -> Any:
    """What finds lines, loaded once, on one core."""
    with _loading:
        return _engine(finds=True)


def _recogniser() -> Any:
    """What reads one line, loaded once, on one core."""
    with _loading:
        return _engine(finds=False)


@cache
def _engine(*, finds: bool) -> Any:
    from rapidocr import RapidOCR

    threads = "EngineConfig.onnxruntime"
    # Models are named by path, so that nothing is ever looked for on the network.
    common = {f"{part}.model_path": str(_models() / name) for part, name in MODELS.items()} | {
        "Global.log_level": "critical",
        "Global.text_score": 0.0,
        "Global.use_cls": False,
        "Global.use_det": finds,
        "Global.use_rec": not finds,
        "Det.limit_side_len": LONG_SIDE,
        "Det.limit_type": "max",
        f"{threads}.intra_op_num_threads": 1,
        f"{threads}.inter_op_num_threads": 1,
    }
    return RapidOCR(params=common)

"""Test buys as a person names them, with what the sealed evidence of the purchase shows."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.complaints import Purchase

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


def proven(folder: Path, buys: Iterable["Purchase"]) -> list["Purchase"]:
    """Each test buy with the facts of the sealed evidence that states its order; as it was where there is none.

    Only evidence that verifies counts.
    """
    return [_proven(folder, buy) for buy in buys]


def _proven(folder: Path, buy: "Purchase") -> "Purchase":
    from monitor.cli._sealed_evidence import about, sealed_of
    from monitor.complaints.purchases import TYPED

    for package, wrong in sealed_of(folder, buy.case):
        stated = about(package)
        if wrong or stated.get("kind") != "purchase" or not _same(stated.get("order", ""), buy.order):
            continue
        _, _, price, currency, seller = (str(stated.get(key) or "").strip() for key in TYPED)
        return replace(
            buy,
            package=package.name,
            bought_on=_day(stated),
            price=price,
            currency=currency,
            seller_id=seller,
            pictures=sum(_is_picture(path) for path in sorted((package / "files").glob("*"))),
        )
    return buy


def _same(stated: object, order: str) -> bool:
    return str(stated).strip().casefold() == order.strip().casefold()


def _day(stated: Mapping[str, object]) -> date | None:
    try:
        return date.fromisoformat(str(stated.get("bought_on", ""))[:10])
    except ValueError:
        return None


def _is_picture(path: Path) -> bool:
    """Whether a file is a picture that opens, whatever its name."""
    from PIL import Image, UnidentifiedImageError

    if path.suffix.lower() not in PICTURES:
        return False
    try:
        with Image.open(io.BytesIO(path.read_bytes())) as picture:
            picture.load()
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return False
    return True

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
    """The facts of the package that states most of them; pictures may lie in several."""
    from monitor.cli._sealed_evidence import about, sealed_of

    found, pictures = buy, 0
    for package, wrong in sealed_of(folder, buy.case):
        stated = about(package)
        if wrong or stated.get("kind") != "purchase" or not _same(stated.get("order", ""), buy.order):
            continue
        pictures += sum(_is_picture(path) for path in sorted((package / "files").glob("*")))
        one = _stated(buy, package.name, stated)
        found = one if not found.package or _facts(one) > _facts(found) else found
    return replace(found, pictures=pictures)


def _stated(buy: "Purchase", package: str, stated: Mapping[str, object]) -> "Purchase":
    from monitor.complaints.purchases import TYPED

    _, _, price, currency, seller = (str(stated.get(key) or "").strip() for key in TYPED)
    day = _day(stated)
    return replace(buy, package=package, bought_on=day, price=price, currency=currency, seller_id=seller)


def _facts(buy: "Purchase") -> int:
    return sum(map(bool, (buy.bought_on, buy.price, buy.currency, buy.seller_id)))


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

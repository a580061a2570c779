"""Test buys as a person names them, with what the sealed evidence of the purchase shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.cli._added_pictures import pictures_of

if TYPE_CHECKING:
    from monitor.cli._same_orders import Kin
    from monitor.complaints import Purchase


def proven(folder: Path, buys: Iterable["Purchase"], kin: "Kin | None" = None) -> list["Purchase"]:
    """Each test buy with the facts of the sealed evidence that states its order; as it was where there is none.

    Only evidence that verifies counts. What denies it may lie with another case of the same seller and product, as
    `kin` tells.
    """
    from monitor.cli._same_orders import denials

    found = [_proven(folder, buy) for buy in buys]
    if kin is None:
        return found
    return [replace(one, against=tuple(denials(folder, one.case, one.order, kin))) for one in found]


def orders(folder: Path, case: int) -> list[str]:
    """The orders that the sealed evidence of a case's purchases names; only what verifies counts."""
    from monitor.cli._sealed_evidence import about, sealed_of

    stated = (about(package) for package, wrong in sealed_of(folder, case, kind="purchase") if not wrong)
    found = [_text(one, "order") for one in stated]
    return list({one.casefold(): one for one in found if one}.values())


def stated_of(folder: Path, case: int, order: str) -> frozenset[str]:
    """Which facts of an order the sealed evidence of a case's purchases states; only what verifies counts."""
    from monitor.cli._sealed_evidence import about, sealed_of
    from monitor.complaints.purchases import TYPED

    found = [about(package) for package, wrong in sealed_of(folder, case, kind="purchase") if not wrong]
    return frozenset(key for one in found if order and is_of(one, order) for key in TYPED if _text(one, key))


def _proven(folder: Path, buy: "Purchase") -> "Purchase":
    """The facts of all packages that name the order: pictures, and what differs, may lie in several."""
    from monitor.cli._sealed_evidence import about, sealed_of
    from monitor.complaints.purchases import TYPED

    found = [
        (package, stated)
        for package, wrong in sealed_of(folder, buy.case, kind="purchase")
        if not wrong and is_of(stated := about(package), buy.order)
    ]
    if not found:
        return buy
    said = {key: [_text(one, key) for _, one in found if _text(one, key)] for key in TYPED}
    latest = {key: values[-1] if values else "" for key, values in said.items()}
    pictures = [path for package, _ in found for path in pictures_of(package)]
    shared = tuple(_shared(folder, buy.order, pictures))
    return replace(
        buy,
        packages=tuple(package.name for package, _ in found),
        differs="; ".join(dict.fromkeys(said["differs"])),
        bought_on=_day(latest["bought_on"]),
        price=latest["price"],
        currency=latest["currency"],
        sellers=tuple(dict.fromkeys(said["seller_id"])),
        pictures=len(pictures) - len(shared),
        shared=shared,
    )


def _shared(folder: Path, order: str, pictures: Iterable[Path]) -> Iterator[str]:
    """The pictures that lie in the sealed evidence of another order too, with that order."""
    from monitor.cli._evidence_shelf import shelf

    there, others = shelf(folder), dict[str, str]()
    for package in there.packages:
        stated = there.about(package) if "-purchase-" in package.name else {}
        if _text(stated, "order") and not is_of(stated, order):
            others |= dict.fromkeys(there.digests(package).values(), _text(stated, "order"))
    for path in pictures:
        if other := others.get(there.digests(path.parents[1]).get(f"files/{path.name}", "")):
            yield f"{path.name} serves the order {other} too"


def is_of(stated: Mapping[str, object], order: str) -> bool:
    """Whether a package is about the purchase of an order."""
    return stated.get("kind") == "purchase" and _text(stated, "order").casefold() == order.strip().casefold()


def _text(stated: Mapping[str, object], key: str) -> str:
    return str(stated.get(key) or "").strip()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None

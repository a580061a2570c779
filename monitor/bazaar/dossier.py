"""The workspace of the invented brands: what they would tell the monitor, and no more."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

from monitor.bazaar import drawing
from monitor.bazaar.makers import RATES, Maker, convert
from monitor.bazaar.merchants import Merchant, Role
from monitor.bazaar.papers import write_rights
from monitor.bazaar.plots import SALE, SALE_SHARE
from monitor.bazaar.world import World

MARKER = "made by `monitor demo`; it is replaced by the next demo"
# The drawn photos hold no words that tell more than the logos do, and a first look should not wait for them.
SETTINGS = f"# {MARKER}\n[politeness]\ndelay = 0\nconcurrency = 8\n[images]\nwords = false\n"


def write_workspace(world: World, folder: Path, first_day: date, url: str) -> None:
    """Write monitor.toml, targets.toml and a dossier for each brand into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath("monitor.toml").write_text(SETTINGS, "utf-8")
    target = f'# {MARKER}\n[[target]]\nname = "marketplace"\nspider = "shop"\nargs = {{ url = {json.dumps(url)} }}\n'
    folder.joinpath("targets.toml").write_text(f'{target}schedule = "0 3 * * *"\n', "utf-8")
    for maker in world.makers:
        _write_brand(world, maker, folder / "brands" / maker.slug, first_day)


def _write_brand(world: World, maker: Maker, folder: Path, first_day: date) -> None:
    for name in ("logos", "photos", "rights"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    owner = f"{maker.mark} {maker.words['owner']} GmbH"
    folder.joinpath("brand.toml").write_text(
        f"name = {json.dumps(maker.mark)}\nowner = {json.dumps(owner)}\n\n"
        f"[[trademark]]\ntext = {json.dumps(maker.mark)}\nalso = [{json.dumps(maker.chinese, ensure_ascii=False)}]\n"
        f'registration = "EU 0{sum(map(ord, maker.mark)):08d}"\noffice = "EUIPO"\n'
        f"classes = {json.dumps(maker.words['classes'])}\nvalid_until = {first_day + timedelta(days=2000)}\n"
        f'certificate = "rights/mark.pdf"\n\n'
        f'[[trademark]]\nlogo = "logos/{maker.slug}.png"\n',
        "utf-8",
    )
    folder.joinpath("logos", f"{maker.slug}.png").write_bytes(drawing.png(world.logo(maker.slug)))
    write_rights(maker.mark, owner, folder / "rights", first_day, chinese=maker.chinese)
    products: list[list[object]] = []
    for good in maker.goods:
        photo = f"photos/{good.sku.lower()}.jpg"
        folder.joinpath(photo).write_bytes(drawing.jpeg(world.official_photo(maker.slug, good.sku), 92))
        name = f"{maker.mark} {good.names['en']}"
        money = ("EUR", good.list_price, good.floor or "")
        products.append([good.sku, name, maker.mark, good.model, good.gtin, *money, photo])
    head = ["sku", "name", "brand", "model", "gtin", "currency", "list_price", "floor_price", "photos"]
    _write(folder / "products.csv", head, products)
    _write(
        folder / "prices.csv",
        ["sku", "currency", "list_price", "floor_price", "valid_from", "valid_until"],
        [*_floors(maker), *_promotion(maker, first_day)],
    )
    head = ["marketplace", "seller_id", "seller_name", "legal_entity", "status", "territory", "skus", "valid_from",
            "valid_until"]  # fmt: skip
    rows = [row for merchant in world.merchants if (row := _standing(maker, merchant, first_day))]
    _write(folder / "sellers.csv", head, rows)


def _floors(maker: Maker) -> list[list[object]]:
    """The floors in the other currencies."""
    return [
        [good.sku, currency, convert(good.list_price, currency), convert(good.floor, currency), "", ""]
        for good in maker.goods
        for currency in RATES
        if currency != "EUR" and good.floor is not None
    ]


def _promotion(maker: Maker, first_day: date) -> list[list[object]]:
    """The promotion that the brand allows."""
    good, share = maker.on_sale, SALE_SHARE * 98 / 100
    first, last = (first_day + timedelta(days=day) for day in SALE)
    return [
        [
            good.sku,
            currency,
            convert(good.list_price, currency),
            convert(good.list_price * share, currency),
            first,
            last,
        ]
        for currency in RATES
    ]


def _standing(maker: Maker, merchant: Merchant, first_day: date) -> list[object] | None:
    """The seller's row in the brand's list, if there is one."""
    begin, end = first_day - timedelta(days=400), first_day + timedelta(days=400)
    place, goods, status = "", "", "authorized"
    if merchant.role is Role.DENIED:
        status = "denied"
    elif merchant.role is Role.EXPIRED:
        end = first_day - timedelta(days=30)
    elif merchant.role is Role.LIMITED:
        goods = "|".join(good.sku for good in maker.goods[:4])
    elif merchant.role is Role.ABROAD:
        place = "DE"
    elif merchant.role is not Role.AUTHORIZED:
        return None
    return ["", merchant.id, merchant.name, "", status, place, goods, begin, end]


def _write(path: Path, head: list[str], rows: list[list[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])

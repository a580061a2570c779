"""What stands on a listing's page on a day, for people and for machines."""

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from monitor.bazaar.offers import Offer
from monitor.bazaar.prices import printed
from monitor.bazaar.vocabulary import table
from monitor.bazaar.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that a listing's page shows; addresses are absolute."""

    number: int
    url: str
    title: str
    description: str
    amount: str
    currency: str
    price: str
    was: str
    condition: str
    shown_condition: str
    schema_condition: str
    seller_id: str
    seller_name: str
    brand: str
    model: str
    gtin: str
    region: str
    photos: tuple[str, ...]


def shown(world: World, offer: Offer, day: int, base: str) -> Shown:
    """The page of an offer on a day; `base` is the marketplace's address without a slash at its end."""
    plan, amount = offer.plan, offer.price(day)
    row = table("locales")[plan.locale]
    labels = row["labels"]
    was = plan.was if plan.was is not None and plan.was > amount else None
    return Shown(
        number=offer.number,
        url=f"{base}/listing/{offer.number}",
        title=plan.title,
        description=plan.description,
        amount=str(amount),
        currency=row["currency"],
        price=printed(amount, plan.locale),
        was=printed(was, plan.locale) if was is not None else "",
        condition="used" if plan.used else "new",
        shown_condition=labels["used" if plan.used else "new"],
        schema_condition="UsedCondition" if plan.used else "NewCondition",
        seller_id=plan.merchant.id,
        seller_name=plan.merchant.name,
        brand=plan.brand_field,
        model=plan.good.model if plan.good else "",
        gtin=plan.good.gtin if plan.good else "",
        region=plan.region,
        photos=tuple(_address(world, photo, base) for photo in plan.photos),
    )


def _address(world: World, photo: str, base: str) -> str:
    kind, _, rest = photo.partition(":")
    return rest if kind == "address" else f"{base}/photo/{world.file_names[photo]}"


def as_data(it: Shown, base: str) -> dict[str, Any]:
    """The page's goods as schema.org has them."""
    offer = {
        "@type": "Offer",
        "price": it.amount,
        "priceCurrency": it.currency,
        "itemCondition": f"https://schema.org/{it.schema_condition}",
        "availability": "https://schema.org/InStock",
        "url": it.url,
        "seller": {"@type": "Organization", "name": it.seller_name, "url": base + it.seller_id},
    }
    if it.region:
        offer["eligibleRegion"] = it.region
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": it.title,
        "description": it.description,
        "image": list(it.photos),
        "sku": str(it.number),
        "offers": offer,
    }
    if it.brand:
        data["brand"] = {"@type": "Brand", "name": it.brand}
    if it.model:
        data |= {"mpn": it.model, "gtin13": it.gtin}
    return data


def as_state(it: Shown, base: str) -> dict[str, Any]:
    """The page's goods as a front end keeps them."""
    product = {
        "id": str(it.number),
        "sku": str(it.number),
        "name": it.title,
        "description": it.description,
        "brand": it.brand,
        "mpn": it.model,
        "gtin": it.gtin,
        "price": {"amount": it.amount, "currency": it.currency},
        "condition": it.condition,
        "availability": "in_stock",
        "images": list(it.photos),
        "seller": {"name": it.seller_name, "url": base + it.seller_id},
    }
    return {"props": {"pageProps": {"product": product}}, "page": "/listing/[id]", "query": {"id": str(it.number)}}


def in_script(data: dict[str, Any]) -> Markup:
    """Data as JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704  escaped

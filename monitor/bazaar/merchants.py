"""The forty sellers, and what each brand's list says of them."""

import random
from dataclasses import dataclass
from enum import StrEnum

from monitor.bazaar.makers import Maker
from monitor.bazaar.vocabulary import table


class Role(StrEnum):
    """What a seller is to the brands."""

    AUTHORIZED = "authorized"
    EXPIRED = "expired"
    DENIED = "denied"
    LIMITED = "limited"
    """Authorised for a part of the catalogue."""
    ABROAD = "abroad"
    """Authorised for another territory."""
    STRANGER = "stranger"
    PERSON = "person"
    POSER = "poser"
    HONEST = "honest"
    """A name with a word such as `official` in it, and no brand's goods."""


NUMBERS = {
    Role.AUTHORIZED: 12, Role.EXPIRED: 3, Role.DENIED: 3, Role.LIMITED: 2, Role.ABROAD: 2, Role.STRANGER: 7,
    Role.PERSON: 5, Role.POSER: 4, Role.HONEST: 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Merchant:
    """A seller: the id is the path of the seller's page; a poser poses as the brand `poses_as`."""

    id: str
    name: str
    role: Role
    country: str
    poses_as: str = ""


def make_merchants(dice: random.Random, makers: tuple[Maker, ...]) -> tuple[Merchant, ...]:
    """Forty sellers, their names drawn."""
    words = table("sellers")
    shops = dice.sample(words["shops"], len(words["shops"]))
    persons = dice.sample(words["persons"], NUMBERS[Role.PERSON])
    honest = dice.sample(words["honest_poses"], NUMBERS[Role.HONEST])
    chinese = dice.sample(words["chinese"], 3)
    poses = [pose for pose in words["poses"] if "{mark}" in pose]
    merchants: list[Merchant] = []
    for role, number in NUMBERS.items():
        for n in range(number):
            poses_as = ""
            if role is Role.PERSON:
                name = persons[n]
            elif role is Role.HONEST:
                name = honest[n]
            elif role is Role.POSER:
                maker = makers[n % len(makers)]
                poses_as, name = maker.slug, dice.choice(poses).format(mark=maker.mark)
            elif role is Role.STRANGER and n < len(chinese):
                name = chinese[n]
            else:
                trades = words["authorised_trades"] if role is Role.AUTHORIZED else words["trades"]
                name = f"{shops.pop()} {dice.choice(trades)}"
            country = dice.choice(words["countries"])
            ident = f"/seller/{dice.randrange(10_000, 99_999)}-{role_number(merchants)}"
            merchants.append(Merchant(id=ident, name=name, role=role, country=country, poses_as=poses_as))
    return tuple(merchants)


def role_number(merchants: list[Merchant]) -> str:
    """A number that tells nothing of the role."""
    return f"{len(merchants) * 7919 % 997:03d}"

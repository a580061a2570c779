"""The invented world as a whole: from a seed to brands, sellers, listings and pictures."""

import random
from dataclasses import dataclass
from functools import cached_property, lru_cache

from monitor.bazaar import drawing
from monitor.bazaar.makers import Maker, make_makers
from monitor.bazaar.merchants import Merchant, make_merchants
from monitor.bazaar.offers import Offer
from monitor.bazaar.plots import Plotter
from monitor.bazaar.vocabulary import table


@dataclass(frozen=True)
class World:
    """All there is, drawn from `seed`: the same seed, the same world. `only` keeps so many listings of each story."""

    seed: int
    only: int | None = None

    @cached_property
    def makers(self) -> tuple[Maker, ...]:
        """The three brands."""
        return make_makers(random.Random(f"makers {self.seed}"))  # noqa: S311

    @cached_property
    def merchants(self) -> tuple[Merchant, ...]:
        """The forty sellers."""
        return make_merchants(random.Random(f"merchants {self.seed}"), self.makers)  # noqa: S311

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """All listings, in an order that tells nothing."""
        plans = []
        for maker in self.makers:
            dice = random.Random(f"plots {self.seed} {maker.slug}")  # noqa: S311
            plans += list(Plotter(dice, maker, self.merchants).plans())
        if self.only is not None:
            seen: dict[tuple[str, str], int] = {}
            kept = []
            for plan in plans:
                key = (plan.maker.slug if plan.maker else "", plan.story)
                seen[key] = seen.get(key, 0) + 1
                if seen[key] <= self.only or "among others" in plan.story:
                    kept.append(plan)
            plans = kept
        dice = random.Random(f"order {self.seed}")  # noqa: S311
        dice.shuffle(plans)
        start = dice.randrange(100_000, 800_000)
        return tuple(Offer(number=start + place * 7, plan=plan, shape=plan.shape) for place, plan in enumerate(plans))

    @cached_property
    def by_number(self) -> dict[int, Offer]:
        """The listings by their numbers."""
        return {offer.number: offer for offer in self.offers}

    @cached_property
    def name(self) -> str:
        """What the marketplace is called."""
        return str(random.Random(f"market {self.seed}").choice(table("sellers")["markets"]["names"]))  # noqa: S311

    @cached_property
    def picture_names(self) -> dict[str, str]:
        """Every picture that a listing shows, by the file name under which it is served; the name tells nothing."""
        every = {photo for offer in self.offers for photo in offer.plan.photos}
        names = sorted(photo for photo in every if not photo.startswith("address:"))
        dice = random.Random(f"pictures {self.seed}")  # noqa: S311
        dice.shuffle(names)
        return {f"{10_000 + place * 13}.jpg": name for place, name in enumerate(names)}

    @cached_property
    def file_names(self) -> dict[str, str]:
        """The file name of every picture."""
        return {name: file for file, name in self.picture_names.items()}

    def official_photo(self, slug: str, sku: str) -> drawing.Picture:
        """The brand's own photo of a product, without its logo."""
        return drawing.photo(f"official {self.seed} {slug} {sku}")

    def logo(self, slug: str) -> drawing.Picture:
        """The brand's logo."""
        maker = next(maker for maker in self.makers if maker.slug == slug)
        return drawing.logo(f"{self.seed} {slug}", maker.mark.upper())

    @lru_cache(maxsize=2048)  # noqa: B019  one world lives as long as its server
    def picture(self, name: str) -> bytes:
        """The JPEG file of a picture, by its name within the world."""
        kind, _, rest = name.partition(":")
        dice = random.Random(f"{self.seed} {name}")  # noqa: S311
        if kind == "broken":
            return b"<html>no photo</html>"
        if kind == "official":
            slug, sku = rest.split(":")
            return drawing.jpeg(self.official_photo(slug, sku), 88)
        if kind == "copy":
            slug, sku, _ = rest.split(":")
            picture, _ = drawing.copied(self.official_photo(slug, sku), dice)
            return drawing.jpeg(picture, dice.randrange(55, 90))
        if kind == "logo":
            mark = self.logo(rest.split(":")[0])
        elif kind == "other-logo":
            word = dice.choice(("NORDIA", "VELKER", "QUANTIS", "MARABU", "OSTWIND"))
            mark = drawing.logo(f"other {self.seed} {rest}", word)
        else:
            return drawing.jpeg(drawing.photo(f"own {self.seed} {rest}"), dice.randrange(70, 90))
        return drawing.jpeg(drawing.with_logo(drawing.photo(f"own {self.seed} {rest}"), mark, dice), 85)

    @property
    def truth(self) -> dict[int, frozenset[tuple[str, str]]]:
        """What each listing deserves, by its number. Nothing that is served tells it."""
        return {offer.number: offer.plan.deserves for offer in self.offers}

"""What is planted in the invented world: violations of every flag, and as many innocent look-alikes."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from monitor.bazaar.disguise import WAYS, disguised
from monitor.bazaar.makers import Good, Maker, convert, rounded
from monitor.bazaar.merchants import Merchant, Role
from monitor.bazaar.offers import SHAPES, Plan, Shape
from monitor.bazaar.vocabulary import phrase, table

DAYS = 4
SALE = (1, 2)
"""The days of the allowed promotion, first and last, from 0."""
SALE_SHARE = Decimal("0.70")
DEPTHS = ("0.03", "0.05", "0.09", "0.14", "0.22", "0.33", "0.45", "0.60")
SAFE_SHAPES = ("jsonld", "microdata", "state")
SAFE_CURRENCIES = ("EUR", "USD", "GBP")

UNAUTHORIZED = ("unauthorized_seller", "text_match")


class Plotter:
    """Plans the listings of one brand; every draw comes from `dice`."""

    def __init__(self, dice: random.Random, maker: Maker, merchants: Sequence[Merchant]) -> None:
        self.dice, self.maker = dice, maker
        self.merchants = {role: [m for m in merchants if m.role is role] for role in Role}
        self.photo_number = 0
        self._sold: set[tuple[str, str]] = set()

    def plans(self) -> Iterator[Plan]:
        """All listings of the brand."""
        yield from self.low_prices()
        yield from self.unstable_prices()
        yield from self.strangers()
        yield from self.disguises()
        yield from self.pictures()
        yield from self.fair_sellers()
        yield from self.innocents()

    def low_prices(self) -> Iterator[Plan]:
        """Authorised sellers below the floor, little and much, singly and in packs."""
        for depth in DEPTHS:
            good = self.dice.choice(self.maker.cut)
            plan = self.offer("below the floor", good, self.seller(Role.AUTHORIZED, good))
            yield self.priced(plan, self.floor(good) * (1 - Decimal(depth)), ("low_price",))
        for _ in range(2):
            good, n = self.dice.choice(self.maker.cut), self.dice.choice((2, 3, 4))
            plan = self.pack(self.offer("a pack below the floor", good, self.seller(Role.AUTHORIZED, good)), n)
            yield self.priced(plan, self.floor(good) * n * Decimal("0.85"), ("low_price",))

    def unstable_prices(self) -> Iterator[Plan]:
        """Prices that swing within a listing, and one seller who leaves all the others."""
        swings = (
            ("1", ".9", "1", ".89"),
            (".9", "1", ".91", "1"),
            ("1", ".88", "1", ".9"),
            (".98", ".9", ".98", ".9"),
            ("1", ".92", "1.02", ".9"),
        )
        for shares in swings:
            good = self.dice.choice(self.maker.steady)
            plan = self.offer("a price that swings", good, self.seller(Role.AUTHORIZED, good))
            yield self.priced_by_day(plan, shares, ("unstable_price",))
        for good in self.maker.free:
            sellers = self.dice.sample(self.merchants[Role.AUTHORIZED], 6)
            among = ["1.13", "1.08", "1", "1", ".97"]
            self.dice.shuffle(among)
            for merchant, share in zip(sellers, [*among, ".70"], strict=True):
                story = "a seller among others" if share != ".70" else "a seller who undercuts all others"
                plan = self.offer(story, good, merchant, locale="de-DE")
                yield self.priced_by_day(plan, (share,), ("unstable_price",) if share == ".70" else ())

    def strangers(self) -> Iterator[Plan]:
        """Sellers who may not sell the brand's goods, and do."""
        roles = ((Role.STRANGER, 7, "an unknown seller"), (Role.DENIED, 3, "a denied seller"),
                 (Role.EXPIRED, 3, "an authorisation that has ended"))  # fmt: skip
        for role, count, story in roles:
            for _ in range(count):
                good = self.dice.choice(self.maker.steady)
                yield self.flagged(self.offer(story, good, self.seller(role, good)), *UNAUTHORIZED)
        for good in self.dice.sample(self.maker.steady, 2):
            yield self.flagged(
                self.offer("a product not allowed", good, self.seller(Role.LIMITED, good)), *UNAUTHORIZED
            )
        for good in self.dice.sample(self.maker.steady, 2):
            plan = self.offer("a territory not allowed", good, self.seller(Role.ABROAD, good), locale="en-US")
            yield self.flagged(replace(plan, shape="jsonld", region="US"), *UNAUTHORIZED)
        posers = [one for one in self.merchants[Role.POSER] if one.poses_as == self.maker.slug]
        for good in self.dice.sample(self.maker.steady, 4):
            plan = self.offer("a seller who poses as the brand", good, self.dice.choice(posers))
            yield self.flagged(plan, *UNAUTHORIZED)

    def disguises(self) -> Iterator[Plan]:
        """The mark hidden, with words of counterfeiting, in comparisons, on goods that the brand does not make."""
        for way in WAYS:
            good = self.dice.choice(self.maker.steady)
            plan = self.offer(f"a disguised mark: {way}", good, self.seller(Role.STRANGER, good), named=False)
            title = f"{disguised(self.maker.mark, way, self.dice)} {good.names[self.language(plan)]}"
            yield self.flagged(replace(plan, title=title), *UNAUTHORIZED)
        for _ in range(6):
            good = self.dice.choice(self.maker.steady)
            plan = self.offer("words of counterfeiting", good, self.seller(Role.STRANGER, good))
            low = self.priced_by_day(plan, (".82",), UNAUTHORIZED)
            title = self.title("forged", good, self.language(plan))
            yield replace(low, title=title, good=good, deserves=low.deserves | self.low(good, low))
        for _ in range(4):
            other = self.dice.choice(self.maker.words["other_goods"])
            plan = self.plain("a comparison with the mark", other, self.stranger())
            title = phrase(self.dice, "compared", "en", other=other.capitalize(), mark=self.maker.mark)
            yield self.flagged(replace(plan, title=title), "text_match")
        for title in self.dice.sample(self.maker.words["off_catalogue"], 3):
            plan = self.plain("goods that the brand does not make", title.format(mark=self.maker.mark), self.stranger())
            yield self.flagged(plan, *UNAUTHORIZED)

    def pictures(self) -> Iterator[Plan]:
        """The brand's photos and logos where nothing else names the brand, and beside its name."""
        for _ in range(6):
            plan = self.plain("the brand's photo", self.other_title(), self.stranger())
            good = self.dice.choice(self.maker.steady)
            yield self.flagged(
                replace(plan, photos=(f"copy:{self.maker.slug}:{good.sku}:{self.fresh()}",)), "photo_match"
            )
        for _ in range(2):
            good = self.dice.choice(self.maker.steady)
            plan = self.offer("an unknown seller with the brand's photo", good, self.seller(Role.STRANGER, good))
            photos = (f"copy:{self.maker.slug}:{good.sku}:{self.fresh()}",)
            yield self.flagged(replace(plan, photos=photos), *UNAUTHORIZED, "photo_match")
        for _ in range(6):
            plan = self.plain("the brand's logo in a photo", self.other_title(), self.stranger())
            yield self.flagged(replace(plan, photos=(f"logo:{self.maker.slug}:{self.fresh()}",)), "logo_match")

    def fair_sellers(self) -> Iterator[Plan]:
        """Authorised sellers who do all as agreed."""
        for _ in range(14):
            good = self.dice.choice(self.maker.steady)
            yield self.offer("an authorised seller", good, self.seller(Role.AUTHORIZED, good))
        for _ in range(3):
            good = self.maker.on_sale
            plan = self.offer("an allowed promotion", good, self.seller(Role.AUTHORIZED, good))
            on, off = str(SALE_SHARE), "1"
            yield self.priced_by_day(plan, tuple(on if SALE[0] <= day <= SALE[1] else off for day in range(DAYS)), ())
        for _ in range(4):
            good, n = self.dice.choice(self.maker.steady), self.dice.choice((2, 3, 4))
            plan = self.pack(self.offer("a pack at a fair price", good, self.seller(Role.AUTHORIZED, good)), n)
            yield self.priced(plan, good.list_price * n * Decimal("0.93"), ())
        for shares in (("1", ".93", ".93", "1"), ("1", "1", ".94"), ("1", "1.06"), ("1", ".92", "1")):
            good = self.dice.choice(self.maker.steady)
            plan = self.offer("a price change with a reason", good, self.seller(Role.AUTHORIZED, good))
            yield self.priced_by_day(plan, shares, ())
        for _ in range(3):
            good = self.dice.choice(self.maker.steady)
            plan = self.offer("honest words that worry", good, self.seller(Role.AUTHORIZED, good))
            yield replace(plan, description=phrase(self.dice, "honest_text", self.language(plan)))

    def innocents(self) -> Iterator[Plan]:
        """Used goods, accessories, words that contain the mark, similar logos, and goods of other makers."""
        for _ in range(7):
            good = self.dice.choice(self.maker.steady)
            plan = self.offer("used goods of a person", good, self.seller(Role.PERSON, good), kind="used")
            yield replace(self.priced_by_day(plan, (self.dice.choice((".3", ".45", ".6")),), ()), used=True)
        for _ in range(8):
            language = self.language_of(locale := self.locale())
            words = {"mark": self.maker.mark, "family": self.dice.choice(self.maker.goods).family}
            meant = phrase(self.dice, "descriptive", language, **words)
            accessories = self.maker.words["accessories"].get(language) or self.maker.words["accessories"]["en"]
            title = self.dice.choice(accessories).replace("{for}", meant)
            yield self.plain("an accessory for the brand's goods", title, self.stranger(), locale=locale)
        for title in self.maker.within:
            yield self.plain("a word that contains the mark", title, self.stranger())
        for _ in range(5):
            plan = self.plain("another maker's logo", self.other_title(), self.stranger())
            yield replace(plan, photos=(f"other-logo:{self.fresh()}",))
        for _ in range(6):
            yield self.plain("another maker's goods", self.other_title(), self.stranger())
        yield from self.hostile()
        for merchant in self.merchants[Role.HONEST]:
            yield self.plain("an honest name with a big word", self.other_title(), merchant)

    def hostile(self) -> Iterator[Plan]:
        """Pages written against those who read them."""
        plan = self.plain("a title that is a formula", f'=HYPERLINK("#","{self.other_title()}")', self.stranger())
        yield plan
        title = f"<script>alert(1)</script><b>{self.other_title()}</b> \u202e"
        yield self.plain("a title that is a script", title, self.stranger())
        photos = ("broken:", "address:file:///etc/hosts", "address:http://10.0.0.1/a.jpg")
        yield replace(self.plain("photos that are none", self.other_title(), self.stranger()), photos=photos)

    # How a plan comes about.

    def offer(
        self, story: str, good: Good, merchant: Merchant, *, locale: str = "", kind: str = "plain", named: bool = True
    ) -> Plan:
        """A listing of one of the brand's goods at its list price."""
        locale = locale or self.locale()
        language = self.language_of(locale)
        currency = table("locales")[locale]["currency"]
        listed = convert(good.list_price, currency)
        official = merchant.role is Role.AUTHORIZED
        return Plan(
            story=story,
            title=self.title(kind, good, language),
            merchant=merchant,
            prices=(listed,),
            locale=locale,
            photos=(f"official:{self.maker.slug}:{good.sku}",) if official else (f"own:{self.fresh()}",),
            description=phrase(self.dice, "text", language),
            good=good if named else None,
            maker=self.maker,
            brand_field=self.maker.mark if named else "",
            shape=self.shape(currency),
            was=listed if self.dice.random() < 0.3 else None,
        )

    def plain(self, story: str, title: str, merchant: Merchant, *, locale: str = "") -> Plan:
        """A listing of goods that are not in the brand's catalogue."""
        locale = locale or self.locale("en")
        currency = table("locales")[locale]["currency"]
        price = convert(Decimal(self.dice.randrange(9, 140)) + Decimal("0.95"), currency)
        return Plan(
            story=story,
            title=title,
            merchant=merchant,
            prices=(price,),
            locale=locale,
            photos=(f"own:{self.fresh()}",),
            description=phrase(self.dice, "text", self.language_of(locale)),
            shape=self.shape(currency),
        )

    def priced(self, plan: Plan, euros: Decimal, kinds: Sequence[str]) -> Plan:
        """The plan at another price, given in EUR, with what it deserves."""
        amount = convert(euros, table("locales")[plan.locale]["currency"])
        return self.flagged(replace(plan, prices=(amount,)), *kinds)

    def priced_by_day(self, plan: Plan, shares: Sequence[str], kinds: Sequence[str]) -> Plan:
        """The plan at shares of its price by day, with what it deserves."""
        currency = table("locales")[plan.locale]["currency"]
        prices = tuple(rounded(plan.prices[0] * Decimal(share), currency) for share in shares)
        return self.flagged(replace(plan, prices=prices), *kinds)

    def flagged(self, plan: Plan, *kinds: str) -> Plan:
        """The plan with what it deserves."""
        return replace(plan, deserves=plan.deserves | {(self.maker.slug, kind) for kind in kinds})

    def low(self, good: Good, plan: Plan) -> frozenset[tuple[str, str]]:
        """`low_price`, where a price lies below the floor of the good."""
        if good.floor is None:
            return frozenset()
        floor = convert(good.floor, table("locales")[plan.locale]["currency"])
        return frozenset({(self.maker.slug, "low_price")} if min(plan.prices) < floor * Decimal("0.99") else ())

    def pack(self, plan: Plan, n: int) -> Plan:
        """The plan as a pack of n."""
        said = phrase(self.dice, "pack", self.language(plan), n=str(n))
        return replace(plan, title=f"{plan.title}, {said}")

    def title(self, kind: str, good: Good, language: str) -> str:
        """A title that names the mark, in Chinese now and then."""
        mark = self.maker.chinese if language == "zh" and self.dice.random() < 0.5 else self.maker.mark
        return phrase(self.dice, kind, language, mark=mark, goods=good.names[language], model=good.model)

    def other_title(self) -> str:
        """Goods of another maker."""
        maker = self.dice.choice(self.maker.words["other_makers"])
        return f"{maker} {self.dice.choice(self.maker.words['other_goods'])}"

    def seller(self, role: Role, good: Good) -> Merchant:
        """A seller of a role, each with one offer of a good as long as there are others."""
        free = [one for one in self.merchants[role] if (one.id, good.sku) not in self._sold]
        merchant = self.dice.choice(free or self.merchants[role])
        self._sold.add((merchant.id, good.sku))
        return merchant

    def stranger(self) -> Merchant:
        """Any seller whom the brand does not know."""
        return self.dice.choice(self.merchants[Role.STRANGER])

    def floor(self, good: Good) -> Decimal:
        """The floor of a good that has one, in EUR."""
        assert good.floor is not None
        return good.floor

    def locale(self, language: str = "") -> str:
        """A locale by its share, or one of a language."""
        locales: dict[str, Any] = {
            name: row for name, row in table("locales").items() if not language or row["language"] == language
        }
        return self.dice.choices(sorted(locales), [locales[name]["share"] for name in sorted(locales)])[0]

    @staticmethod
    def language_of(locale: str) -> str:
        """The language of a locale."""
        language: str = table("locales")[locale]["language"]
        return language

    def language(self, plan: Plan) -> str:
        """The language of a plan."""
        return self.language_of(plan.locale)

    def shape(self, currency: str) -> Shape:
        """A shape of page; where the sign of a currency is another's too, one that names the currency."""
        told = SHAPES if currency in SAFE_CURRENCIES else {shape: SHAPES[shape] for shape in SAFE_SHAPES}
        known = {shape: share for shape, share in told.items() if (shape, currency) != ("plain", "USD")}
        return self.dice.choices(list(known), list(known.values()))[0]

    def fresh(self) -> str:
        """A name for a picture that no other has."""
        self.photo_number += 1
        return f"{self.maker.slug}-{self.photo_number}"

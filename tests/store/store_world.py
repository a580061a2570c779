"""A small brand, and listings of it, for the tests of the store."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from detectors.base import Detector, Example, Histories, Settings, Subject
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector, Looked
from monitor.records import Fingerprint, Flag, History, Observation, Photo, listing_from_record

START = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
PRODUCT = Product(
    sku="MER-40",
    name="Aurelia Meridian 40 automatic watch",
    model="MER40A",
    currency="EUR",
    list_price=Decimal(1200),
    floor_price=Decimal(1000),
)


def brand(slug: str = "aurelia") -> Brand:
    """A brand with one product, one word mark and one authorised seller."""
    ally = SellerEntry(
        marketplace="m.example", seller_id="ally", seller_name="Ally", legal_entity="", status=SellerStatus.AUTHORIZED
    )
    return Brand(
        slug=slug, name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(PRODUCT,), sellers=(ally,)
    )


def seen(
    listing_id: str = "1", *, price: str = "1100", seller: str = "ally", day: float = 0, photos: int = 0, **more: object
) -> Observation:
    """An offer of the product by a seller on a day."""
    record = {
        "marketplace": "m.example",
        "listing_id": listing_id,
        "url": f"https://m.example/{listing_id}",
        "title": "Aurelia Meridian 40 automatic watch MER40A",
        "price": price,
        "currency": "EUR",
        "seller_id": seller,
        "seller_name": seller.title(),
        **more,
    }
    pictures = tuple(photo(f"{listing_id}-{number}") for number in range(photos))
    return Observation(listing=listing_from_record(record), observed_at=START + timedelta(days=day), photos=pictures)


def photo(name: str) -> Photo:
    """A photo that was fingerprinted."""
    print_ = Fingerprint(version=1, width=640, height=480, hashes={"p": name.encode().hex()}, features=bytes(range(64)))
    return Photo(url=f"https://m.example/{name}.jpg", sha256=name.encode().hex().ljust(64, "0"), fingerprint=print_)


def inspector(*brands: Brand, detectors: Sequence[type[Detector[Settings]]] | None = None) -> Inspector:
    """The real detectors, or those given."""
    return Inspector(brands or (brand(),), detectors=detectors)


def looked(judge: Inspector, *observations: Observation) -> list[Looked]:
    """Observations half judged."""
    return [judge.look(observation) for observation in observations]


class Probe(Detector[Settings]):
    """Flags whatever the test asks for, and remembers the history that it was given.

    The listing's attribute `flags` says what: `kind-of-rule severity` pairs, such as `a 40, b 60`.
    """

    kind = "probe"
    reads_history = True
    Settings = Settings

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:
        """The flags that the listing asks for."""
        for one in self.portfolio.brands:
            self.histories().append(history(one.slug, PRODUCT.sku))
            for wish in filter(None, subject.listing.attributes.get("flags", "").split(",")):
                rule, severity = wish.split()
                yield Flag(
                    kind=f"probe_{rule}",
                    brand=one.slug,
                    severity=int(severity),
                    rule=rule,
                    sentence=f"{rule} {severity}",
                )

    def histories(self) -> list[History]:
        """What was given, in order."""
        return self.__dict__.setdefault("given", [])

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """None: a tool of tests."""
        return ()


def flagged(flags: str, listing_id: str = "1", day: float = 0, seller: str = "ally") -> Observation:
    """An offer for which `Probe` raises the flags."""
    return seen(listing_id, day=day, seller=seller, attributes={"flags": flags})

"""An amount of 0 or 1 beside words for giving away, swapping or offers is no price; any other amount is one."""

from decimal import Decimal

import pytest

from monitor.brands import Product
from monitor.products import net_price
from monitor.records import Listing

GRINDER = Product(sku="G", name="Tavelin Mola coffee grinder", model="TVG20")
TITLE = "Tavelin Mola coffee grinder TVG20"


def problem(title: str, description: str, price: str) -> str:
    listing = Listing(
        marketplace="m", url="https://m.example/1", title=title, description=description, price=Decimal(price),
        currency="EUR",
    )  # fmt: skip
    return net_price(listing, GRINDER).problem


@pytest.mark.parametrize(
    "said",
    [
        "Zu verschenken", "Verschenke wegen Umzug.", "Gratis abzugeben", "Tausche gegen Brettspiele.", "Nur Tausch!",
        "Preis VHB", "Preis ist Verhandlungssache", "Macht mir ein Angebot", "Free to good home", "Giving it away.",
        "I would like to swap it for a kettle.", "Open to offers", "Price on request", "À donner", "Échange contre vélo",
        "Se regala", "Cambio por bicicleta", "Precio a convenir", "Scambio con altro", "Dou este moinho", "Te ruil",
        "Gratis af te halen", "Oddam w dobre ręce", "Zamienię na rower", "Отдам даром", "Skänkes", "面议", "置换咖啡机",
    ],
)  # fmt: skip
def test_goods_without_a_price(said: str) -> None:
    for title, description in ((TITLE, said), (f"{said} {TITLE}", ""), (TITLE, f"Works, 230 V.\n{said}")):
        told = problem(title, description, "1")
        assert told.endswith(", so 1 is no price"), (title, description, told)
    assert not problem(TITLE, said, "89.90"), "a real price is judged, whatever else is offered"


@pytest.mark.parametrize(
    "said",
    [
        "", "Ideal zum Verschenken.", "Umtausch innerhalb von 14 Tagen.", "Free gift box.", "Free returns and exchanges.",
        "Swap the burrs in seconds.", "No swaps.", "Kein Tausch!", "Giveaway bags for parties.", "Our best offers.",
        "Un regalo para todos.", "Regalo perfetto", "Échange standard garanti", "Wij bieden service", "送人自用两相宜",
        "带交换机", "Verhandlungssicher in Deutsch", "Free shipping", "Gratis Versand", "Trade quality.",
    ],
)  # fmt: skip
def test_the_same_amount_beside_other_words_is_a_price(said: str) -> None:
    assert not problem(TITLE, said, "1")

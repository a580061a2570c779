"""No letter asks a seller about prices where no prices may be policed, whatever else it alleges."""

import pytest

from monitor.complaints import channel
from monitor.complaints.basis import basis_of, outdated
from monitor.complaints.drafting import compose
from monitor.complaints.typed import priced
from monitor.errors import ConfigurationError
from tests.complaints.complaint_world import DAY, matter
from tests.complaints.test_grounds import SHOP, register


@pytest.mark.parametrize(
    "text",
    [
        "Raise your price to at least 179.00 EUR by Friday, or we will take your offers down.",
        "Please keep to our RRP.", "Do not sell below 179.00", "Sell at € 179 or more", "Stop undercutting", "no discounts please",
        "Erhöhen Sie den Verkaufspreis.", "Halten Sie die Preise ein", "Bieten Sie nicht unter 179 € an", "Respectez le prix conseillé",
        "Suba el precio", "Alzate i prezzi", "Verhoog uw prijs", "Podnieście cenę", "поднимите цену", "请提高售价", "请勿低价销售", "値上げしてください", "가격을 올리세요",
        "Please raise it to the recommended level, as all our partners do.", "Bitte bieten Sie die Pfanne nicht mehr so günstig an.", "Ne le proposez plus si bas", "请不要卖得这么便宜",
    ],
)  # fmt: skip
def test_what_speaks_of_prices(text: str) -> None:
    assert priced(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please remove the listings and tell us in writing who supplied the goods.", "Please answer by 2026-06-01.", "Remove items 1, 2 and 3.",
        "Bitte geben Sie Ihre Lieferanten preis und entfernen Sie die 12 Angebote.", "Wer wird seine Quelle preisgeben?", "Ces photos ont été prises par nous.",
        "请删除链接并告知供货商。", "Rimuovete le inserzioni entro 10 giorni.", "A prize draw", "Do not pretend to be our shop.", "Call +49 351 000000",
    ],
)  # fmt: skip
def test_what_does_not(text: str) -> None:
    assert priced(text) == []


RAISE = "Raise your price to 179.00 EUR"


@pytest.mark.parametrize(
    ("name", "territory", "forbidden", "request_", "refused"),
    [
        ("letter", "DE", ("EU",), RAISE, "speaks of prices or amounts \\(price, 179.00 EUR\\).*in DE"),
        ("letter", "", ("EU",), RAISE, "where nobody read in which country"),
        ("letter", "US", ("EU",), RAISE, ""),
        ("letter", "DE", (), RAISE, ""),
        ("letter", "DE", ("EU",), "Tell us who supplied them.", ""),
    ],
)
def test_a_letter_on_an_infringement_asks_nobody_about_prices(
    name: str, territory: str, forbidden: tuple[str, ...], request_: str, refused: str
) -> None:
    way, one, given = channel(name), matter(1, url=SHOP, territory=territory), {"request": request_}
    if refused:
        with pytest.raises(ConfigurationError, match=refused):
            compose(way, [one], register(*forbidden), brand="A", today=DAY, values=given)
        return
    draft = compose(way, [one], register(*forbidden), brand="A", today=DAY, values=given)
    later = list(outdated(way, draft.ground, basis_of(way, draft), [one], register("US EU"), DAY))
    assert any("speaks of prices" in words for words in later) is (request_ == RAISE), later

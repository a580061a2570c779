"""What is asked against robots: in a form to write in it bars nobody from the page."""

import pytest

from monitor.pages import Kind, read_page

ASK = "<form action=/ask><label>Ihre Frage</label><textarea name=text></textarea>{}<button>Senden</button></form>"
NOT_A_ROBOT = ("<label>Ich bin kein Roboter</label>", "<div class=g-recaptcha></div>")


@pytest.mark.parametrize("asked", NOT_A_ROBOT)
def test_what_a_form_to_write_in_asks_is_no_wall(asked: str) -> None:
    body = f"<title>Arc</title><h1>Arc</h1><p>Preis auf Anfrage</p>{ASK.format(asked)}"
    assert read_page(body, "https://lamps.example/arc").kind is Kind.OTHER


@pytest.mark.parametrize("asked", NOT_A_ROBOT)
@pytest.mark.parametrize(
    "wall",
    [
        "<form>{}<textarea name=g-recaptcha-response></textarea></form>",
        '<form>{}<textarea name=md style="display:none"></textarea></form>',
        "{}" + ASK.format(""),
        "<textarea></textarea>{}",
        ASK,
        "<div id=px-captcha></div><p>Preis auf Anfrage</p>" + ASK,
    ],
)
def test_what_bars_the_page_is_a_wall(asked: str, wall: str) -> None:
    page = f"<title>Arc</title><h1>Arc</h1>{wall.format(asked)}"
    assert read_page(page, "https://lamps.example/arc").kind is Kind.BLOCKED


@pytest.mark.parametrize(
    "wall",
    [
        f"<p>Still blocked?</p>{ASK}",
        f"<h1>Shop</h1>{ASK}",
        "<form action=./default.aspx><h1>Arc</h1><p>Preis auf Anfrage</p>{}<textarea name=text></textarea></form>",
    ],
)
@pytest.mark.parametrize("asked", NOT_A_ROBOT)
def test_a_wall_in_which_one_may_write_is_a_wall(asked: str, wall: str) -> None:
    assert read_page(f"<title>Shop</title>{wall.format(asked)}", "https://lamps.example/arc").kind is Kind.BLOCKED

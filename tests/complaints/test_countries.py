"""In which country a case is complained of: what a person says does not silently replace what was read."""

from pathlib import Path

import pytest

from monitor.complaints import channel
from monitor.complaints.drafting import compose
from monitor.complaints.markets import contradicted, relied_on
from monitor.errors import ConfigurationError
from tests.complaints.complaint_world import DAY, matter
from tests.complaints.test_complaint_command import LOOKED, judged, run  # noqa: F401
from tests.complaints.test_grounds import EBAY, SHOP, TAOBAO, register

PRICE = ("low_price", "below_floor")


@pytest.mark.parametrize(
    ("url", "territory", "said", "against", "offered"),
    [
        (SHOP, "DE", "US", "its page says DE", {"US"}),
        (SHOP, "FR", "CN", "its page says FR", {"CN"}),
        (SHOP, "DE AT", "US", "its page says AT, DE", {"US"}),
        (TAOBAO, "", "US", "its site says CN", {"US"}),
        (EBAY, "US", "US", "its site says DE", {"US"}),
        (SHOP, "DE", "DE US", "its page says DE", {"DE", "US"}),
        (SHOP, "DE AT", "DE", "", {"DE"}),
        (SHOP, "EU", "DE", "", {"DE"}),
        (SHOP, "DE", "de", "", {"DE"}),
        (SHOP, "", "US", "", {"US"}),
        (SHOP, "DE", "", "", {"DE"}),
        (EBAY, "", "", "", {"DE"}),
    ],
)
def test_another_country_than_the_listing_says_needs_a_reason(
    url: str, territory: str, said: str, against: str, offered: set[str]
) -> None:
    one, given = matter(1, url=url, territory=territory), {"country": said} if said else {}
    assert contradicted(one, given) == against
    if against:
        with pytest.raises(ConfigurationError, match="--country-why"):
            compose(channel("third_party"), [one], register(), brand="A", today=DAY, values=given)
    made = compose(channel("third_party"), [one], register(), brand="A", today=DAY, values=given, elsewhere="ships")
    assert channel("third_party").countries(made.matters, made.values) == offered


@pytest.mark.parametrize(
    ("url", "territory", "said", "words"),
    [
        (
            SHOP,
            "DE",
            "US",
            "case 1 offered in US, as it was typed, and its page says DE (it ships)",
        ),
        (SHOP, "", "US", "case 1 offered in US, as it was typed"),
        (SHOP, "DE", "", "case 1 offered in DE, by its page"),
        (TAOBAO, "", "", "case 1 offered in CN, by its site"),
        (SHOP, "", "", ""),
    ],
)
def test_the_history_says_by_whose_word(url: str, territory: str, said: str, words: str) -> None:
    given = {"country": said} if said else {}
    assert relied_on([matter(1, url=url, territory=territory)], given, "it ships") == words


@pytest.mark.parametrize(("url", "territory"), [(SHOP, "DE"), (SHOP, "DE US"), (EBAY, "")])
def test_no_word_opens_a_country_for_letters_on_prices(url: str, territory: str) -> None:
    cheap = matter(1, PRICE, url=url, territory=territory)
    with pytest.raises(ConfigurationError, match="price_policing_forbidden holds there"):
        compose(
            channel("letter"), [cheap], register("EU"), brand="A", today=DAY, values={"country": "US"}, elsewhere="x"
        )


def test_the_reason_is_kept_and_told(run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "one.csv").write_text(
        "marketplace,url,title,seller_id,territory\nm,https://m.example/1,AURELIA 1:1 replica watch,s1,FR\n"
    )
    run("check", tmp_path / "one.csv", "--save", "-o", tmp_path / "o.csv")
    case = run("cases", "list", "--marketplace", "m")[1].splitlines()[1].split()[0]
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", "--set", "country=CN", "--by", "t")
    code, said = run(*draft)
    assert (code, f"case {case}: --set country=CN, and its page says FR" in said) == (2, True), said
    code, said = run(*draft, "--country-why", "the page ships to China")
    warned = (
        f"case {case}: it is complained of in CN by a person's word (the page ships to China), and its page says FR"
    )
    assert (code, f"Warning: {warned}" in said) == (0, True), said
    assert warned in run("complaint", "submit", 1, "--reference", "R", *LOOKED, "--by", "t")[1]
    relied = "offered in CN, as it was typed, and its page says FR (the page ships to China)"
    assert relied in run("complaint", "show", 1)[1]
    assert relied in " ".join(run("cases", "show", case, "--timeline")[1].split())

"""What decisions teach about matching: how much is needed, what is gained on decisions that were not used, what is written."""

import json
import tomllib
from pathlib import Path

import pytest

from monitor.brands import MatchRule, Product
from monitor.brands.loader import load_brand
from monitor.cli import main
from monitor.errors import ConfigurationError
from monitor.products import Matcher, Outcome
from monitor.products.fitting import Decided, Score, fit, score, too_few
from monitor.records import Listing

WATCH = Product(sku="W", name="Aurelia Meridian automatic watch")
LAMP = Product(sku="L", name="Aurelia Solstice desk lamp")
MATCHER = Matcher([WATCH, LAMP], marks=("Aurelia",))
SHADES = ("steel", "gold", "noir", "ivory", "azure", "jade", "coral", "sand", "onyx", "pearl")


def decided(number: int, title: str, sku: str) -> Decided:
    listing = Listing(marketplace="m", url=f"https://m.example/{number}", listing_id=f"{number:03}", title=title)
    return Decided(listing=listing, sku=sku)


def decisions(count: int = 20) -> list[Decided]:
    """The brand's own are worded as the catalogue does, with a shade; homages add three words."""
    own = [decided(n, f"Aurelia Meridian automatic watch, {SHADES[n % 10]}", "W") for n in range(count)]
    homages = [
        decided(500 + n, f"Aurelia Meridian automatic watch, homage gents {SHADES[n % 10]}", "") for n in range(count)
    ]
    return own + homages


def test_a_brand_whose_homages_match_learns_to_ask_for_more() -> None:
    found = fit(MATCHER, decisions(), MatchRule())
    assert found.before == Score(right=20, wrong=20, missed=0)
    assert found.after.wrong == 0
    assert found.after.right >= 16
    assert found.helps
    assert found.rule.match_at > MatchRule().match_at


def test_decisions_that_agree_change_nothing() -> None:
    agreed = [
        *(decided(n, f"Aurelia Meridian automatic watch, {SHADES[n % 10]}", "W") for n in range(25)),
        *(decided(100 + n, f"Garden hose {n} m", "") for n in range(10)),
    ]
    found = fit(MATCHER, agreed, MatchRule())
    assert found.rule == MatchRule()
    assert not found.helps
    assert found.after == found.before == Score(right=25, wrong=0, missed=0)


def test_the_figure_is_of_decisions_that_were_not_used() -> None:
    """One that stands alone cannot be learned from the others: it counts as it would have fallen out."""
    odd = [*decisions(), decided(999, "Aurelia Meridian automatic watch, quite another homage gents", "W")]
    found = fit(MATCHER, odd, MatchRule())
    assert found.after.missed >= 1


def test_missed_matches_cost_less_than_wrong_ones() -> None:
    weighed = [(MATCHER.weigh(one.listing), one.sku) for one in decisions()]
    assert score(MATCHER, weighed, MatchRule(match_at=1.0)) == Score(right=0, wrong=0, missed=20)
    assert Score(missed=4).cost < Score(wrong=1).cost


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ([], "0 decisions"),
        (
            decisions(10),
            "20 decisions say which product a listing offers (10) or that it is another (10); 30 are needed",
        ),
        (decisions(15), ""),
        (decisions(40)[:40], "40 decisions say which product a listing offers (40) or that it is another (0)"),
    ],
)
def test_too_few_decisions_are_counted(told: list[Decided], said: str) -> None:
    assert too_few(told).startswith(said)
    assert bool(too_few(told)) is bool(said)


def test_the_rule_decides_matches() -> None:
    strict = Matcher([WATCH, LAMP], marks=("Aurelia",), rule=MatchRule(match_at=0.95))
    homage = decisions()[-1].listing
    assert MATCHER.match(homage).outcome is Outcome.MATCH
    assert strict.match(homage).outcome is Outcome.REVIEW


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("match_at = 2", "match_at: 2 is not a number from 0.5 to 1"),
        ('match_at = "high"', "match_at: 'high' is not a number"),
        ("weights = 1", "weights: unknown key"),
        ("match_at = ", "is not TOML"),
    ],
)
def test_what_is_wrong_in_matching_toml_names_the_file(tmp_path: Path, text: str, said: str) -> None:
    folder = tmp_path / "aurelia"
    folder.mkdir()
    (folder / "brand.toml").write_text('name = "Aurelia"\n[[trademark]]\ntext = "AURELIA"\n')
    (folder / "matching.toml").write_text(text + "\n")
    with pytest.raises(ConfigurationError) as failure:
        load_brand(folder)
    assert "matching.toml" in str(failure.value)
    assert said in str(failure.value)


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = 0
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as done:
        code = int(done.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Forty cases of low prices, twenty of them homages that a person dismissed."""
    monkeypatch.chdir(tmp_path)
    for name in ("MONITOR_WORKSPACE", "MONITOR_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "workspace/brands/aurelia"
    folder.mkdir(parents=True)
    (tmp_path / "workspace/monitor.toml").write_text("")
    (folder / "brand.toml").write_text('name = "Aurelia"\n[[trademark]]\ntext = "AURELIA"\n')
    (folder / "products.csv").write_text(
        "sku,name,currency,floor_price\nW,Aurelia Meridian automatic watch,EUR,900\nL,Aurelia Solstice desk lamp,EUR,90\n"
    )
    rows = [
        {"marketplace": "m", "listing_id": one.listing.listing_id, "url": one.listing.url, "title": one.listing.title,
         "price": "500", "currency": "EUR", "seller_id": "s", "observed_at": "2026-03-01T03:00:00Z"}
        for one in decisions()
    ]  # fmt: skip
    (tmp_path / "l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, _, err = call(capsys, "check", "l.jsonl", "--save", "-o", "flagged.csv")
    assert code == 0, err
    return tmp_path


def decide(capsys: pytest.CaptureFixture[str], cases: range, status: str, why: str) -> None:
    code, _, err = call(capsys, "cases", "decide", *cases, status, "--why", why, "--by", "J. Weber")
    assert code == 0, err


def test_fit_refuses_prints_and_writes(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = workspace / "workspace/brands/aurelia/matching.toml"
    code, _, err = call(capsys, "match", "--fit", "--brand", "aurelia")
    assert code == 1
    assert "nothing fitted for aurelia: 0 decisions" in err
    decide(capsys, range(1, 21), "confirmed", "test purchase")
    decide(capsys, range(21, 40), "dismissed", "other product, a homage")
    decide(capsys, range(40, 41), "dismissed", "sku none")
    assert not file.exists()
    code, out, err = call(capsys, "match", "--fit", "--brand", "aurelia")
    assert code == 0, err
    assert "before                  20 right, 20 wrong, 0 missed  (match_at 0.75)" in out
    assert "after, cross-validated  20 right, 0 wrong, 0 missed" in out
    written = tomllib.loads(file.read_text("utf-8"))
    assert written["match_at"] > 0.75
    assert "from 40 decisions on cases" in file.read_text("utf-8")
    code, out, err = call(capsys, "match", "l.jsonl", "--brand", "aurelia", "-o", "m.csv")
    assert "20 match, 20 review" in err
    code, out, _ = call(capsys, "match", "--fit", "--brand", "aurelia")
    assert "nothing was written" in out


def test_decisions_that_say_nothing_of_the_product_teach_nothing(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(capsys, range(1, 41), "dismissed", "parallel import, allowed in the EU")
    code, _, err = call(capsys, "match", "--fit", "--brand", "aurelia")
    assert code == 1
    assert "0 decisions" in err


@pytest.mark.parametrize("arguments", [("--fit", "l.jsonl"), ("--fit", "-o", "x.csv"), (), ("-o", "x.csv")])
def test_what_does_not_go_together_is_a_wrong_call(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert call(capsys, "match", "--brand", "aurelia", *arguments)[0] == 2

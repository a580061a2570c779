"""What comes in wrong is told or left alone, and never judged: prices, currencies, floors, catalogues, titles."""

import json
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from detectors.low_price import LowPrice
from detectors.unstable_price import UnstablePrice
from monitor.brands import Brand, PriceRule, Product, Rates, Trademark
from monitor.cli import main
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.products import Matcher, Outcome, compare_with_floor, floor_in_force
from monitor.records import Listing, Observation, listing_from_record

WATCH = Product(
    sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A", currency="EUR", floor_price=Decimal(900)
)
BRAND = Brand(slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(WATCH,))
ROW = {
    "marketplace": "m", "url": "https://m.example/1", "title": "Aurelia Meridian 40 automatic watch MER40A",
    "currency": "EUR", "seller_id": "s1", "price": "500", "observed_at": "2026-03-10T03:00:00Z",
}  # fmt: skip


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = 0
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as done:
        code = int(done.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"price": "0"}, "0 is no price for goods"),
        ({"price": "1000000000000"}, "1000000000000 is no price for goods"),
        ({"currency": "XQX"}, "'XQX' is no known currency"),
        ({"currency": "lei"}, "'LEI' may be RON or MDL, and the listing names no country"),
        ({"currency": "kr"}, "'KR' may be SEK or NOK or DKK or ISK, and the listing names no country"),
        ({"currency": "R"}, "'R' may be ZAR, and the listing names no country"),
        ({"currency": ""}, "the currency was not read"),
        ({"coupon": "500"}, "the coupon is worth more than the price"),
        ({"coupon": "1000000000000"}, "the coupon is worth more than the price"),
        ({"price": "0.01", "pack_count": 100_000}, "less than a cent for one unit is no price"),
    ],
)
def test_a_price_that_is_none_raises_nothing_and_says_why(more: dict[str, object], why: str) -> None:
    inspector = Inspector([BRAND], detectors=[LowPrice, UnstablePrice])
    listing = listing_from_record(ROW | more)
    assert listing.observed_at
    seen = Observation(listing=listing, observed_at=listing.observed_at)
    looked = inspector.look(seen)
    assert inspector.judge(looked, lambda brand, sku: Ledger().before(seen, brand, sku)) == ()
    assert inspector.price_points(looked) == ()
    assert looked.not_judged == (why,)


def test_a_negative_price_and_a_missing_rate_are_told_by_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MONITOR_WORKSPACE", raising=False)
    assert call(capsys, "init", "workspace")[0] == 0
    rows = [ROW | {"price": "-5"}, ROW | {"currency": "TWD"}, ROW | {"currency": "TWD", "url": "https://m.example/2"}]
    rows += [ROW | {"currency": one, "url": f"https://m.example/{one}"} for one in ("", "Taler")]
    Path("l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, _, err = call(capsys, "check", "l.jsonl", "-o", "f.csv")
    assert code == 1
    assert "line 1: price: '-5' is not an amount" in err
    assert "2 prices not held against a floor: no exchange rate from TWD to EUR near the day" in err
    assert "(listings https://m.example/1, https://m.example/2)" in err
    code_there = "; write a code such as EUR into the column currency (listing https://m.example/"
    assert f"the currency was not read{code_there})" in err
    assert f"'TALER' is no known currency{code_there}Taler)" in err
    assert "low_price" not in Path("f.csv").read_text("utf-8-sig")


def test_a_price_is_told_where_the_product_is_not_sure_and_not_where_none_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MONITOR_WORKSPACE", raising=False)
    assert call(capsys, "init", "workspace")[0] == 0
    titles = [
        "Aurelia Meridian watch",
        "Strap for Aurelia Meridian 40",
        "Aurelia Meridian 40 watch MER40A strap",
        "Hose",
        "Aurelia umbrella, blue",
        "Umbrella for Aurelia fans",
        "Aurelia umbrella, used",
    ]
    rows = [ROW | {"title": title, "url": f"https://m.example/{n}"} for n, title in enumerate(titles)]
    rows += [rows[0] | {"condition": "used"}, {key: value for key, value in rows[0].items() if key != "price"}]
    Path("l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, _, err = call(capsys, "check", "l.jsonl", "-o", "f.csv")
    assert code == 0, err
    unsure, unlike = (line for line in err.splitlines() if "not held against a floor" in line)
    assert unsure == (
        "1 price not held against a floor: which product of Aurelia it is, is not sure; "
        "why: monitor match FILE --brand aurelia (listing https://m.example/0)"
    )
    assert unlike == (
        "1 price not held against a floor: no product of aurelia is like what is offered under its name; add what is "
        "its own to products.csv; why: monitor match FILE --brand aurelia (listing https://m.example/4)"
    )


def rule(floor: int, first: int = 1, last: int = 31, **more: str) -> PriceRule:
    return PriceRule(
        sku="MER-40", currency="EUR", floor_price=Decimal(floor),
        valid_from=date(2026, 3, first), valid_until=date(2026, 3, last), **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("says", "rules", "floor"),
    [
        ("two of the same days", (rule(700), rule(800)), 700),
        ("two that overlap", (rule(800, 1, 15), rule(700, 8, 31)), 700),
        ("one within the other", (rule(700, 1, 31), rule(800, 9, 11)), 700),
        ("two of one territory", (rule(700, territory="DE"), rule(800, territory="DE")), 700),
        ("two of one channel", (rule(820, channel="m"), rule(810, channel="m")), 810),
        ("the same row a thousand times", (rule(800),) * 1000, 800),
    ],
)
def test_of_floors_that_contradict_the_lowest_counts(says: str, rules: tuple[PriceRule, ...], floor: int) -> None:
    brand = Brand(slug="aurelia", name="Aurelia", trademarks=BRAND.trademarks, products=(WATCH,), prices=rules)
    for order in (rules, rules[::-1]):
        shuffled = Brand(slug="a", name="A", trademarks=brand.trademarks, products=(WATCH,), prices=order)
        found = floor_in_force(shuffled, WATCH, territory="DE", channel="m", currency="EUR", day=date(2026, 3, 10))
        assert found, says
        assert found.amount == floor, says


def test_a_rate_of_nothing_or_of_everything_breaks_nothing() -> None:
    for value in (Decimal(0), Decimal("1E-12"), Decimal("1E+9")):
        rates = Rates(published=lambda currency, day, value=value: value)  # type: ignore[misc]
        brand = Brand(slug="a", name="A", trademarks=BRAND.trademarks, products=(WATCH,), rates=rates)
        held = compare_with_floor(
            brand,
            WATCH,
            Decimal(500),
            currency="USD",
            territory="",
            channel="m",
            moment=datetime(2026, 3, 10, tzinfo=UTC),
        )
        assert (held.floor is None) is (value == 0)


def offer(title: str, **more: str) -> Listing:
    return Listing(marketplace="m", url="https://m.example/1", title=title, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "title", ["", " ", "A", "4", "40", "1234567", "0000000000000", "٤٠", "。", "🙂", "-", "40 40 40"]
)
def test_titles_that_say_nothing_match_nothing(title: str) -> None:
    match = Matcher([WATCH], marks=("Aurelia",)).match(offer(title))
    assert match.outcome is not Outcome.MATCH
    assert match.why


def test_products_with_one_name_or_one_gtin_are_for_a_person() -> None:
    twins = [Product(sku=sku, name=WATCH.name, gtin="4006381333931") for sku in ("A", "B")]
    matcher = Matcher(twins, marks=("Aurelia",))
    assert matcher.match(offer(WATCH.name)).outcome is Outcome.REVIEW
    by_number = matcher.match(offer(WATCH.name, gtin="4006381333931"))
    assert by_number.outcome is Outcome.REVIEW
    assert "B bears it too" in by_number.why


def test_catalogues_of_one_and_of_a_hundred_thousand() -> None:
    lone = Matcher([WATCH], marks=("Aurelia",))
    assert lone.match(offer("Aurelia Meridian 40 watch MER40A")).sku == "MER-40"
    assert lone.match(offer("Aurelia Solstice lamp")).sku == ""
    large = Matcher([*(Product(sku=f"S{n}", name=f"Part QX{n:06}B") for n in range(99_999)), WATCH], marks=("Aurelia",))
    began = time.process_time()
    for n in range(0, 99_999, 1000):
        assert large.match(offer(f"part qx-{n:06} b")).sku == f"S{n}"
    assert large.match(offer("Aurelia Meridian 40 watch MER40A")).sku == "MER-40"
    assert time.process_time() - began < 5

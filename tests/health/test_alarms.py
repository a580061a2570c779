"""What raises an alarm: a fall of a field, a rise of blocked pages, silence; and what does not."""

from decimal import Decimal

import pytest

from monitor.health import Alarm, Coverage, Tally, alarms
from monitor.records import Listing


def run(listings: int = 100, price: float = 1.0, read: int = 50, blocked: int = 0, **others: int) -> Coverage:
    fields = {"price": round(listings * price), "seller": listings}
    examples = {"price": "https://m.example/1", "blocked": "https://m.example/wall"}
    pages = {"read": read, "blocked": blocked, **others}
    return Coverage(marketplace="m.example", listings=listings, fields=fields, pages=pages, examples=examples)


USUAL = [run()] * 5


@pytest.mark.parametrize(
    ("says", "now", "before", "expected"),
    [
        ("as usual", run(), USUAL, []),
        ("a price fell", run(price=0.1), USUAL, ["price is read of 10% of 100 listings, usually of 100%"]),
        ("a small fall", run(price=0.85), USUAL, []),
        ("few listings", run(9, price=0), [run(9)] * 5, []),
        ("ten listings", run(10, price=0.5), [run(10)] * 5, ["price is read of 50% of 10 listings, usually of 100%"]),
        ("chance", run(12, price=0.3), [run(12, price=0.6)] * 5, []),
        ("no history", run(price=0), [], []),
        ("one bad run before", run(), [run(price=0.1), *USUAL], []),
        ("always so", run(price=0.1), [run(price=0.1)] * 5, []),
        ("a rise of blocks", run(blocked=30), USUAL, ["30 of 80 pages are blocked by the site, usually 0%"]),
        ("two blocks", run(blocked=2), USUAL, []),
        (
            "blocked from the first",
            run(0, read=0, blocked=1),
            [],
            ["1 of 1 pages are blocked by the site, in the first run"],
        ),
        ("always half blocked", run(read=10, blocked=10), [run(read=10, blocked=9)] * 4, []),
        ("silence", run(0), USUAL, ["no listing found, usually 100"]),
        ("near silence", run(12), USUAL, ["12 listings found, usually 100"]),
        ("silence of a small target", run(0), [run(2)] * 3, ["no listing found, usually 2"]),
        ("one of two", run(1), [run(2)] * 3, []),
        ("never anything", run(0), [run(0)] * 5, []),
        ("nothing the first time", run(0), [], ["no listing found, on 50 pages, and none before"]),
        ("a field that comes and goes", run(price=0.2), [run(price=0.2), run(price=0.8)] * 3, []),
        (
            "bad for the third night",
            run(price=0.1),
            [run(price=0.1)] * 2 + USUAL,
            ["price is read of 10% of 100 listings, usually of 100%"],
        ),
        ("ten of fifty pages gone", run(read=40, gone=10), USUAL, ["10 of 50 pages are gone, usually 0%"]),
        ("two pages need a browser", run(read=48, needs_javascript=2), USUAL, []),
        (
            "all need a browser",
            run(0, read=0, needs_javascript=9),
            USUAL,
            [
                "9 of 9 pages are empty or need a browser, usually 0%",
                "no listing found, usually 100",
            ],
        ),
        (
            "silence behind a wall",
            run(0, read=1, blocked=9),
            USUAL,
            [
                "9 of 10 pages are blocked by the site, usually 0%",
                "no listing found as the site blocks this crawler, usually 100",
            ],
        ),
    ],
)
def test_alarms(says: str, now: Coverage, before: list[Coverage], expected: list[str]) -> None:
    assert [alarm.sentence for alarm in alarms(now, before)] == expected, says


def test_an_alarm_names_marketplace_and_example() -> None:
    (alarm,) = alarms(run(price=0.1), USUAL)
    assert (alarm.field, alarm.example) == ("price", "https://m.example/1")
    assert str(alarm) == ("m.example: price is read of 10% of 100 listings, usually of 100%; see https://m.example/1")
    assert str(Alarm(marketplace="m", field="pages", sentence="s")) == "m: s"


def test_a_tally_counts_fields_and_pages() -> None:
    tally = Tally()
    tally.add(Listing(marketplace="m", url="https://m/1", title="a", price=Decimal(1), seller_name="s"))
    tally.add(Listing(marketplace="m", url="https://m/2", title="b", images=("https://m/b.jpg",)))
    tally.add_page("m", "read", "https://m/s")
    tally.add_page("n", "blocked", "https://n/s")
    first, second = tally.coverage()
    assert (first.listings, first.share("price"), first.share("seller"), first.share("images")) == (2, 0.5, 0.5, 0.5)
    assert first.examples["price"] == "https://m/2"
    assert (second.marketplace, second.blocked, second.listings) == ("n", 1.0, 0)


def test_a_tally_is_bounded() -> None:
    tally = Tally()
    for number in range(1_000):
        tally.add_page(f"m{number}", "read", "https://m")
    assert len(tally.coverage()) == 200

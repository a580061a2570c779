import pytest

from monitor.crawling.summary import describe, own_counts, problem_of
from monitor.crawling.summary_words import COUNTS, GROUPS
from monitor.health import Coverage

READ = {"pages/read": 78, "listings/stored": 74, "listings/flagged": 9, "cases/new": 7, "cases/again": 2}


@pytest.mark.parametrize(
    ("reason", "counts", "failures", "problem"),
    [
        ("finished", READ, {}, ""),
        ("finished", {"pages/read": 1}, {}, ""),
        ("finished", {}, {}, "no page could be read"),
        ("finished", {"pages/blocked": 1}, {}, "the site blocks this crawler"),
        (
            "finished",
            {"pages/read": 1, "pages/blocked": 2},
            {},
            "pages are blocked, so that no listing was found says nothing",
        ),
        (
            "finished",
            {"pages/read": 1, "not_fetched/took too long": 2},
            {},
            "pages did not come, so that no listing was found says nothing",
        ),
        (
            "finished",
            {"pages/read": 1, "pages/needs_javascript": 2},
            {},
            "pages are empty or need a browser, so that no listing was found says nothing",
        ),
        ("silent", READ, {}, "stopped: the site does not answer"),
        ("finished", READ | {"pages/blocked": 2, "not_fetched/took too long": 2}, {}, ""),
        ("finished", READ, {"listing not stored: the disk is full": 3}, "not all that was found is stored and judged"),
        ("shutdown", READ, {}, "stopped before its end"),
        ("blocked", READ, {}, "stopped: the site blocks this crawler"),
        ("closespider_timeout", READ, {}, "stopped: closespider_timeout"),
    ],
)
def test_when_a_crawl_counts_as_failed(
    reason: str, counts: dict[str, int], failures: dict[str, int], problem: str
) -> None:
    assert problem_of(reason, counts, failures) == problem


def test_the_summary_names_what_was_done_and_what_was_not() -> None:
    counts = READ | {"not_fetched/took too long": 2, "not_fetched/answered 500": 1, "pages/blocked": 4}
    counts |= {"offers_of_no_product/aurelia": 5}
    examples = {
        "not_fetched/took too long": "https://someone:secret@shop.example/7",
        "offers_of_no_product/aurelia": "https://shop.example/8\x1b[2J",
        "pages/read": "https://shop.example/1",
    }
    said = describe("shop", counts, {}, "", examples=examples).splitlines()
    assert said == [
        "shop: 78 pages and 0 photos read, 74 listings stored, 9 flagged: 7 new cases, 2 seen again",
        "  4 pages blocked by the site",
        "  3 pages not fetched: 2 took too long, 1 answered 500",
        "    took too long: https://…@shop.example/7",
        "  5 offers under a brand's name like no product of its products.csv, so that no floor holds for them: 5 aurelia",
        "    first: https://shop.example/8[U+001B][2J",
        "    why: crawl with -O listings.csv, then monitor match listings.csv --brand aurelia",
        "  See them with: monitor cases list",
    ]


def test_one_of_a_thing_is_told_as_one() -> None:
    names = ("pages/read", "photos/read", "listings/stored", "cases/new", *(what for what, _ in COUNTS))
    counts = dict.fromkeys((*names, *(f"{group}/why" for group, _ in GROUPS)), 1)
    first, *said = describe("shop", counts, {}, "").splitlines()
    assert first == "shop: 1 page and 1 photo read, 1 listing stored, 0 flagged: 1 new case, 0 seen again"
    assert "  1 price not held against a floor: 1 why" in said
    assert "  1 page that has not changed since it was fetched last, and so was not sent again" in said
    several = describe("shop", dict.fromkeys(counts, 2), {}, "").splitlines()[1:]
    for one, two in zip(said, several, strict=True):
        assert not {*"{|}"}.intersection(one + two)
        alike = one.replace("1 ", "2 ") == two
        assert alike == (("pages.db" in one) or one.lstrip().startswith(("why:", "See", "No listing")))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"seller": 12, "images": 9}, []),
        (
            {"seller": 5, "images": 6},
            [
                "  seller read on 42% of 12 listings of shop.example; not on https://shop.example/7",
                "  photos read on 50% of 12 listings of shop.example",
            ],
        ),
    ],
)
def test_the_summary_says_where_sellers_or_photos_were_seldom_read(fields: dict[str, int], said: list[str]) -> None:
    examples = {"seller": "https://shop.example/7"}
    coverage = [Coverage(marketplace="shop.example", listings=12, fields=fields, examples=examples)]
    assert describe("shop", READ, {}, "", coverage=coverage).splitlines()[1:-1] == said


def test_many_reasons_are_cut_and_failures_never() -> None:
    counts = READ | {f"photos_failed/reason {n}": n for n in range(1, 11)}
    said = describe("shop", counts, {"listing not stored: why": 3}, "x")
    assert "55 photos failed: 10 reason 10, 9 reason 9" in said
    assert said.count("reason") == 7
    assert "and 4 other reasons" in said
    assert "  failed: 3 × listing not stored: why" in said
    assert said.endswith("  This crawl counts as failed: x.")


def test_nothing_found_says_what_to_do() -> None:
    assert "monitor extract" in describe("shop", {"pages/read": 3}, {}, "")


def test_scrapys_own_counts_are_left_out() -> None:
    assert own_counts({"monitor/pages/read": 1, "item_scraped_count": 5}) == {"pages/read": 1}

import pytest

from monitor.crawling.log import address, brief


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://shop.example/a@b", "https://shop.example/a@b"),
        ("https://user:password@shop.example/a", "https://…@shop.example/a"),
        ("http://a@b@[::1]:80/?x=http://c@d/", "http://…@[::1]:80/?x=http://…@d/"),
        ("https://shop.example?mail=a@b", "https://shop.example?mail=a@b"),
        ("https://x\x1b[2Jy@shop.example/", "https://…@shop.example/"),
        ("https://shop.example/\x1b[2J\u202e", "https://shop.example/[U+001B][2J[U+202E]"),
    ],
)
def test_an_address_is_logged_without_who_goes_there(url: str, shown: str) -> None:
    assert address(url) == shown


def test_what_a_site_says_is_one_short_line_that_no_terminal_obeys() -> None:
    assert brief("Bad\nkey \x1b]0;owned\x07") == "Bad key [U+001B]]0;owned[U+0007]"
    assert len(brief("x" * 10_000_000)) == 120

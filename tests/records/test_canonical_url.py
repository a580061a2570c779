"""One page has one spelling of its address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.records import canonical_url


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("HTTP://Example.COM", "http://example.com/"),
        ("https://example.com:443/a", "https://example.com/a"),
        ("http://example.com:8080/a", "http://example.com:8080/a"),
        ("https://user:secret@example.com/a", "https://example.com/a"),
        ("https://example.com/a#b", "https://example.com/a"),
        ("https://example.com/a?b=2&a=1&utm_source=x&gclid=y", "https://example.com/a?a=1&b=2"),
        ("https://example.com/%7Ea/b%20c", "https://example.com/~a/b%20c"),
        ("https://example.com/a%2Fb", "https://example.com/a%2Fb"),
        ("https://example.com/a%ff", "https://example.com/a%FF"),
        ("https://[::1]:8900/a", "https://[::1]:8900/a"),
        ("https://example.com./a", "https://example.com/a"),
        ("  not a url ", "not a url"),
        ("http://[bad", "http://[bad"),
        ("http://example.com:99999/", "http://example.com:99999/"),
    ],
)
def test_normal_form(written: str, normal: str) -> None:
    assert canonical_url(written) == normal


@given(st.text(max_size=60))
def test_any_text_has_a_normal_form_that_stays(text: str) -> None:
    once = canonical_url("https://example.com/" + text)
    assert canonical_url(once) == once

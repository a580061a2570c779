import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.net import Refusal, UrlPolicy, host_and_port, is_public, literal_address

OPERATOR = UrlPolicy.of(["http://127.0.0.1:8900/shop?page=1", "https://Shop.example/"], ["cache.corp", "[::1]:9000"])

PRIVATE_LITERALS = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "0x7f000001",
    "0177.0.0.1",
    "１２７.0.0.1",
    "127。0。0。1",
    "10.0.0.8",
    "172.16.3.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "192.0.2.7",
    "[::1]",
    "[::]",
    "[fe80::1]",
    "[fe80::1%25eth0]",
    "[fc00::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:10.0.0.1]",
    "[::7f00:1]",
    "[2002:7f00:1::]",
    "[64:ff9b::7f00:1]",
]


@pytest.mark.parametrize("host", PRIVATE_LITERALS)
def test_a_private_literal_is_refused_in_every_spelling(host: str) -> None:
    assert OPERATOR.refusal(f"http://{host}/x.jpg") is Refusal.PRIVATE


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", Refusal.SCHEME),
        ("ftp://example.com/x", Refusal.SCHEME),
        ("data:image/png;base64,AA", Refusal.SCHEME),
        ("javascript:alert(1)", Refusal.SCHEME),
        ("gopher://example.com", Refusal.SCHEME),
        ("//example.com/x", Refusal.SCHEME),
        ("", Refusal.SCHEME),
        ("http://", Refusal.BROKEN),
        ("http://[::1", Refusal.BROKEN),
        ("http://example.com:99999/", Refusal.BROKEN),
        ("http://user:pass@example.com/", Refusal.CREDENTIALS),
        ("http://user@example.com/", Refusal.CREDENTIALS),
        ("http://127.0.0.1:8900@10.0.0.1/", Refusal.CREDENTIALS),
        ("http://localhost/", Refusal.PRIVATE),
        ("http://LOCALHOST./", Refusal.PRIVATE),
        ("http://a.localhost/", Refusal.PRIVATE),
        ("http://127.0.0.1:8901/", Refusal.PRIVATE),
        ("http://127.0.0.1/", Refusal.PRIVATE),
        ("http://[::1]:9001/", Refusal.PRIVATE),
    ],
)
def test_what_is_refused(url: str, why: Refusal) -> None:
    assert OPERATOR.refusal(url) is why


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8900/anything",
        "http://[::1]:9000/",
        "http://cache.corp:1234/",
        "https://example.com/x.jpg",
        "HTTP://EXAMPLE.COM",
        "http://93.184.215.14/",
        "http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
        "http://1234567890123.example/",
    ],
)
def test_what_is_allowed(url: str) -> None:
    assert OPERATOR.refusal(url) is None


def test_a_name_is_judged_again_by_what_it_resolves_to() -> None:
    loopback, public = ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("93.184.215.14")
    assert not OPERATOR.may_connect("rebind.example", [loopback])
    assert not OPERATOR.may_connect("rebind.example", [public, loopback])
    assert OPERATOR.may_connect("rebind.example", [public])
    assert OPERATOR.may_connect("CACHE.corp.", [loopback])


def test_host_and_port() -> None:
    assert host_and_port("https://Shop.example/x") == ("shop.example", 443)
    assert host_and_port("http://a.b.:81") == ("a.b", 81)
    assert host_and_port("mailto:x@y") is None


@given(st.ip_addresses(v=4))
def test_a_wrapped_address_is_as_public_as_the_one_inside(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    for wrapped in (0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80):
        assert is_public(ipaddress.IPv6Address(wrapped)) is is_public(address)


@given(st.ip_addresses(v=4))
def test_every_spelling_of_an_address_is_read(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    for spelling in (str(address), str(number) if number else "0", hex(number)):
        assert literal_address(spelling) == address


@given(st.text(max_size=200))
def test_wild_text_never_breaks_the_policy(text: str) -> None:
    for url in (text, f"http://{text}", f"http://{text}/x", f"http://x:{text}/"):
        OPERATOR.refusal(url)
        OPERATOR.trusts(url)
        host_and_port(url)

"""The proxy of the environment, as a browser is told of it."""

import pytest

from monitor.proxies import Proxy, proxy_for, proxy_of

NAMES = ("http_proxy", "https_proxy", "no_proxy", "all_proxy")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("named", "proxy"),
    [
        ("", None),
        ("http://proxy.corp:3128", Proxy(server="http://proxy.corp:3128")),
        ("proxy.corp:3128", Proxy(server="http://proxy.corp:3128")),
        ("http://me:a%40b@proxy.corp", Proxy(server="http://proxy.corp", username="me", password="a@b")),
        ("socks5://127.0.0.1:9050", Proxy(server="socks5://127.0.0.1:9050")),
    ],
)
def test_a_password_stands_apart(named: str, proxy: Proxy | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", named)
    assert proxy_for("https://shop.example/item") == proxy
    assert proxy_for("http://shop.example/item") is None
    assert proxy_of("http", "https") == proxy
    monkeypatch.setenv("no_proxy", "shop.example")
    assert proxy_for("https://shop.example/item") is None


def test_credentials_are_given_only_where_there_are_some() -> None:
    assert Proxy(server="http://p").credentials == {}
    assert Proxy(server="http://p", username="me", password="x").credentials == {"username": "me", "password": "x"}

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from monitor.crawling.browser_proxy import BrowserProxy
from monitor.net import UrlPolicy


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = f"{self.path} for {self.headers['Host']}, {self.headers['Proxy-Authorization']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def talk(policy: UrlPolicy, *requests: bytes) -> tuple[list[bytes], int]:
    """What the proxy answers to each request, and how many connections it refused."""
    refused: list[int] = []

    async def run() -> list[bytes]:
        proxy = BrowserProxy(policy, lambda: refused.append(1))
        port = int((await proxy.start()).rpartition(":")[2])
        answers = []
        for request in requests:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(request)
            answers.append(await asyncio.wait_for(reader.read(), 10))
            writer.close()
            await writer.wait_closed()
        await proxy.close()
        return answers

    return asyncio.run(run()), len(refused)


def get(url: str) -> bytes:
    return f"GET {url} HTTP/1.1\r\nHost: named.example\r\nProxy-Authorization: secret\r\n\r\n".encode()


def test_the_operators_host_is_reached(site: int) -> None:
    (answer,), refused = talk(UrlPolicy.of([f"http://127.0.0.1:{site}/"]), get(f"http://127.0.0.1:{site}/a?b=1"))
    assert answer.startswith(b"HTTP/1.0 200")
    assert answer.endswith(b"/a?b=1 for named.example, None")
    assert refused == 0


def test_a_tunnel_reaches_the_operators_host(site: int) -> None:
    inner = b"GET /in HTTP/1.0\r\nHost: x\r\n\r\n"
    tunnel = f"CONNECT localhost:{site} HTTP/1.1\r\n\r\n".encode() + inner
    (answer,), refused = talk(UrlPolicy.of([f"https://localhost:{site}/"]), tunnel)
    assert b"200 Connection established" in answer
    assert b"/in for x" in answer
    assert refused == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "[::1]", "169.254.169.254", "10.0.0.1"])
def test_a_private_host_is_not_reached(site: int, host: str) -> None:
    answers, refused = talk(
        UrlPolicy.of([f"http://127.0.0.1:{site + 1}/"]),
        get(f"http://{host}:{site}/"),
        f"CONNECT {host}:{site} HTTP/1.1\r\n\r\n".encode(),
    )
    assert [answer.split(b"\r\n")[0] for answer in answers] == [b"HTTP/1.1 403 Forbidden"] * 2
    assert refused == 2


def test_a_public_name_of_a_private_address_is_not_reached(site: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("127.0.0.1", site))]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", resolve)
    (answer,), refused = talk(UrlPolicy(), get(f"http://public.example:{site}/"))
    assert answer.startswith(b"HTTP/1.1 403")
    assert refused == 1


@pytest.mark.parametrize(
    "request_",
    [
        b"nonsense\r\n\r\n",
        b"GET\r\n\r\n",
        b"\r\n\r\n",
        b"GET " + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET http://[::1 HTTP/1.1\r\n\r\n",
        b"CONNECT x:99999999 HTTP/1.1\r\n\r\n",
    ],
)
def test_nonsense_is_answered(request_: bytes) -> None:
    (answer,), _ = talk(UrlPolicy(), request_)
    assert answer.split(b" ")[1] in (b"403", b"502")

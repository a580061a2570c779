"""One page fetched by hand, as a good guest: robots.txt obeyed, bounded, and never from a private network by itself."""

import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.request
from typing import IO, Any
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from monitor.crawling.politeness import user_agent
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.net import UrlPolicy

MAX_PAGE = 20_000_000
SECONDS = 30


def fetch_page(url: str, contact: str = "") -> bytes:
    """The page at an address. Raises ConfigurationError for an address that is none, WorkFailedError for the rest."""
    proxies = urllib.request.getproxies()
    policy = UrlPolicy.of([url, *proxies.values()])
    if refusal := policy.refusal(url):
        raise ConfigurationError(f"{url[:200]}: {refusal}")
    opener = _opener(policy, contact)
    if not Robots(policy, contact).allow(url):
        raise WorkFailedError(f"{url[:200]}: robots.txt asks crawlers to stay away; save the page by hand")
    try:
        with opener.open(url, timeout=SECONDS) as answer:
            return _read(answer)
    except urllib.error.HTTPError as failure:
        failure.close()
        raise WorkFailedError(f"{url[:200]}: the site answered {failure.code}; save the page by hand") from None
    except (OSError, http.client.HTTPException, ValueError) as failure:
        raise WorkFailedError(f"{url[:200]}: cannot be fetched: {getattr(failure, 'reason', failure)}") from None


class Robots:
    """What the robots.txt of sites let a crawler visit; each is fetched once."""

    def __init__(self, policy: UrlPolicy, contact: str = "") -> None:
        """`policy` says where it may be fetched from, `contact` who asks."""
        self._opener, self._agent = _opener(policy, contact), user_agent(contact)
        self._known: dict[str, RobotFileParser | bool] = {}

    def allow(self, url: str) -> bool:
        """Whether an address may be visited. Raises WorkFailedError where that cannot be known now."""
        place = urljoin(url, "/robots.txt")
        if place not in self._known:
            self._known[place] = _rules(self._opener, url)
        rules = self._known[place]
        return rules if isinstance(rules, bool) else rules.can_fetch(self._agent, url)


def _opener(policy: UrlPolicy, contact: str) -> urllib.request.OpenerDirector:
    opener = urllib.request.build_opener(_Http(policy), _Https(policy), _Redirects(policy))
    opener.addheaders = [("User-Agent", user_agent(contact)), ("Accept", "text/html,*/*;q=0.8")]
    return opener


def _read(answer: http.client.HTTPResponse) -> bytes:
    body = _begin(answer, MAX_PAGE + 1)
    if len(body) > MAX_PAGE:
        raise ValueError(f"longer than {MAX_PAGE // 1_000_000} MB")
    return body


def _begin(answer: http.client.HTTPResponse, most: int) -> bytes:
    """The first bytes of an answer. Raises OSError for one that comes drop by drop."""
    body, end = b"", time.monotonic() + SECONDS
    while len(body) < most and (part := answer.read1(most - len(body))):
        body += part
        if time.monotonic() > end:
            raise OSError(f"took longer than {SECONDS} seconds")
    return body


def _rules(opener: urllib.request.OpenerDirector, url: str) -> RobotFileParser | bool:
    """What robots.txt says; without one everything is allowed, and nothing while it cannot be had."""
    rules = RobotFileParser()
    try:
        with opener.open(urljoin(url, "/robots.txt"), timeout=SECONDS) as answer:
            rules.parse(_begin(answer, 500_000).decode("utf-8", "replace").splitlines())
    except urllib.error.HTTPError as failure:
        failure.close()
        return 400 <= failure.code < 500
    except (OSError, http.client.HTTPException, ValueError) as failure:
        raise WorkFailedError(f"{url[:200]}: cannot be fetched: {getattr(failure, 'reason', failure)}") from None
    return rules


def _connect(connection: http.client.HTTPConnection, policy: UrlPolicy) -> socket.socket:
    """To the very address that was looked at, so that it cannot change between."""
    found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    if not policy.may_connect(connection.host, [ipaddress.ip_address(one.partition("%")[0]) for one in addresses]):
        raise OSError(f"{connection.host} is on a private network")
    return socket.create_connection((addresses[0], connection.port), timeout=SECONDS)


class _Http(urllib.request.HTTPHandler):
    def __init__(self, policy: UrlPolicy) -> None:
        super().__init__()
        self._policy = policy

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        policy = self._policy

        class Connection(http.client.HTTPConnection):
            def connect(self) -> None:
                self.sock = _connect(self, policy)

        return self.do_open(Connection, req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, policy: UrlPolicy) -> None:
        super().__init__()
        self._policy = policy

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        policy = self._policy

        class Connection(http.client.HTTPSConnection):
            def connect(self) -> None:
                self.sock = _connect(self, policy)
                name = self.host
                if tunnel := getattr(self, "_tunnel_host", None):
                    self._tunnel()  # type: ignore[attr-defined]  # of the standard library, without types
                    name = tunnel
                self.sock = self._context.wrap_socket(self.sock, server_hostname=name)  # type: ignore[attr-defined]

        return self.do_open(Connection, req)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to public addresses alone."""

    max_redirections = 8

    def __init__(self, policy: UrlPolicy) -> None:
        self._policy = policy

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if refusal := self._policy.refusal(newurl):
            raise OSError(f"leads to {newurl[:200]}, which {refusal}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)

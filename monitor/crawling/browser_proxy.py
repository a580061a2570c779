"""The only way out of the browser: a proxy on loopback that looks at where each connection really goes.

Interception inside the browser sees neither the targets of redirects nor what a name resolves to. Here a name is
resolved once, judged, and the connection is made to the very address that was judged.
"""

import asyncio
import ipaddress
import math
import secrets
import socket
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Coroutine
from contextlib import suppress
from urllib.parse import urlsplit, urlunsplit

from monitor.net import UrlPolicy, is_public

MAX_HEAD = 65_536
SECONDS_FOR_HEAD = 15
SECONDS_TO_CONNECT = 20
CHUNK = 65_536
MARK = "Monitor-Guard"
OWN_HEADERS = ("proxy-connection:", "proxy-authorization:", "connection:", "keep-alive:")


class _RefusedError(Exception):
    """A connection that is not made."""


class BrowserProxy:
    """An HTTP proxy for one browser. `refused` is called for each connection that the policy forbids.

    It relays at most `most_bytes` to the browser, all in all, and then ends what is open.
    """

    def __init__(self, policy: UrlPolicy, refused: Callable[[], None], most_bytes: float = math.inf) -> None:
        self._policy = policy
        self._refused = refused
        self._left = most_bytes
        self.reached: dict[tuple[str, int], str] = {}
        """The address to which the last connection to each host and port went."""
        self.mark = secrets.token_hex(8)
        """What the header `MARK` says in the proxy's own answers, so that they are not taken for a site's."""
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()

    async def start(self) -> str:
        """Listen on a free port of loopback, and return the proxy's URL."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=MAX_HEAD)
        host, port = self._server.sockets[0].getsockname()[:2]
        return f"http://{host}:{port}"

    async def close(self) -> None:
        """Stop listening, and end what is open."""
        if self._server is not None:
            self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    def _accept(self, reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.ensure_future(self._serve(reader, writer))
        self._open.add(task)
        task.add_done_callback(self._open.discard)

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            await self._relay(reader, writer)
        except _RefusedError:
            self._refused()
            self._answer(writer, "403 Forbidden")
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            self._answer(writer, "502 Bad Gateway")
        finally:
            with suppress(OSError):
                writer.close()

    def _answer(self, writer: StreamWriter, status: str) -> None:
        with suppress(OSError):
            head = f"HTTP/1.1 {status}\r\n{MARK}: {self.mark}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            writer.write(head.encode())

    async def _relay(self, reader: StreamReader, writer: StreamWriter) -> None:
        async with asyncio.timeout(SECONDS_FOR_HEAD):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        request, *headers = head[:-4].split("\r\n")
        method, target, version = request.split(" ")
        if method == "CONNECT":
            up_reader, up_writer = await self._connect(f"https://{target}")
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            up_reader, up_writer = await self._connect(target)
            parts = urlsplit(target)
            origin = urlunsplit(("", "", parts.path or "/", parts.query, ""))
            kept = [line for line in headers if not line.lower().startswith(OWN_HEADERS)]
            lines = [f"{method} {origin} {version}", *kept, "Connection: close", "", ""]
            up_writer.write("\r\n".join(lines).encode("latin-1"))
        try:
            await _both(_pipe(reader, up_writer), self._down(up_reader, writer))
        finally:
            up_writer.close()

    async def _down(self, reader: StreamReader, writer: StreamWriter) -> None:
        with suppress(OSError):
            while self._left > 0 and (data := await reader.read(CHUNK)):
                self._left -= len(data)
                writer.write(data)
                await writer.drain()
            if writer.can_write_eof():
                writer.write_eof()

    async def _connect(self, url: str) -> tuple[StreamReader, StreamWriter]:
        """A connection to where the URL leads. Raises _RefusedError, or OSError where nobody answers."""
        if self._policy.refusal(url) is not None:
            raise _RefusedError
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        trusted = self._policy.trusts(url)
        if not trusted and not all(is_public(ipaddress.ip_address(a.partition("%")[0])) for a in addresses):
            raise _RefusedError
        failure: Exception = OSError("no address")
        for address in addresses:
            try:
                async with asyncio.timeout(SECONDS_TO_CONNECT):
                    found_way = await asyncio.open_connection(address, port)
            except (OSError, TimeoutError) as failed:
                failure = failed
            else:
                self.reached[parts.hostname or "", port] = address
                return found_way
        raise failure


async def _pipe(reader: StreamReader, writer: StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(CHUNK):
            writer.write(data)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()


async def _both(up: Coroutine[object, None, None], down: Coroutine[object, None, None]) -> None:
    """Relay until the server has said all; what the browser still sends then has no receiver."""
    sending = asyncio.ensure_future(up)
    try:
        await down
    finally:
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)

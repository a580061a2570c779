"""A server on loopback with a listing, and with pages that mean ill."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

GOODS = (
    "<title>AUR3LIA watch 1:1 replica</title><script type='application/ld+json'>"
    '{"@context":"https://schema.org","@type":"Product","name":"AUR3LIA watch 1:1 replica",'
    '"offers":{"@type":"Offer","price":"19.00","priceCurrency":"EUR"}}</script><h1>AUR3LIA watch 1:1 replica</h1>'
    "<p>EUR 19.00</p><button>Buy now</button><img src='http://127.0.0.1:47001/inside.png'>"
    "<script>fetch('/asked', {method: 'POST', body: 'order=1'})</script><div style='height:3000px'></div>"
)
NAMED = (
    "<title>{0}</title><script type='application/ld+json'>"
    '{{"@context":"https://schema.org","@type":"Product","name":"{0}","sku":"{1}",'
    '"offers":{{"@type":"Offer","price":"19.00","priceCurrency":"EUR"}}}}</script>'
    "<h1>{0}</h1><p>EUR 19.00</p><button>Buy now</button>{2}"
)
FAKE, UNSAID = "AUR3LIA watch 1:1 replica", "AUR3LIA steel sports watch replica"
OTHER_CONTENT = {
    "/cloak": NAMED.format("Honest steel watch", "/cloak", ""),
    "/robot": NAMED.format(
        FAKE, "/robot", "<script>if (navigator.webdriver) document.body.innerHTML = 'Shop closed'</script>"
    ),
    "/scroll": NAMED.format(
        FAKE,
        "/scroll",
        "<div style='height:3000px'></div><script>addEventListener('scroll', () =>"
        " { document.body.innerHTML = 'Shop closed' })</script>",
    ),
    "/cover": NAMED.format(FAKE, "/cover", "<div style='position:fixed;inset:0;background:white'>Closed</div>"),
    "/away": NAMED.format(FAKE, "/away", ""),
}
"""Pages on which the listing's data stand, and which show a person something else; `/away` is of another host."""
STILL_THERE = {
    "/cookies": NAMED.format(
        FAKE,
        "/cookies",
        "<div style='position:fixed;inset:0;background:rgba(0,0,0,.5)'><div style='"
        "position:absolute;top:400px;left:300px;width:500px;background:white'>Cookies?</div></div>",
    ),
    "/dearer": NAMED.format(FAKE, "/dearer", "").replace("19.00", "25.00"),
    "/unsaid": NAMED.format(UNSAID, "/unsaid", "").replace(" replica</h1>", "</h1>"),
}
"""Pages that show the listing all the same; one says a word of its title in its data alone."""
STYLES = {
    "unseen": {
        "white": "color: white",
        "clipped": "clip-path: inset(50%)",
        "faint": "opacity: .01",
        "fainter": "opacity: 0",
        "aside": "position: absolute; left: -9999px",
        "filtered": "filter: opacity(0)",
        "unfilled": "-webkit-text-fill-color: transparent",
        "pale": "color: #fefefe; text-shadow: 0 0 1px white",
        "dots": "-webkit-text-security: disc",
        "blurred": "filter: blur(5px)",
        "glass": "",
        "under": "",
        "flicker": "",
    },
    "seen": {
        "gradient": "background: linear-gradient(red, blue); background-clip: text; color: transparent",
        "filled": "-webkit-text-fill-color: navy; color: white",
        "shadowed": "color: white; text-shadow: 1px 1px 2px black",
        "ground": "color: white; background: linear-gradient(45deg, black, teal)",
        "grey": "color: #bbb; font: 12px sans-serif",
        "tight": "line-height: .8; width: 60px",
        "large": "font: bold 90px serif; white-space: nowrap",
        "small": "font: 9px serif; color: #666",
        "soft": "filter: drop-shadow(2px 2px 2px black) brightness(.9)",
    },
}
"""Styles by which a person sees a text or does not; `under` and `flicker` lie under a cover that lets clicks through."""
COVER = "<b style='position:absolute;inset:0;background:#eee;pointer-events:none;{0}'>{1}</b>"
COVERS = {
    "under": COVER.format("", "over it"),
    "glass": COVER.format("background: none; backdrop-filter: blur(20px)", ""),
    "flicker": COVER.format("animation: f .1s infinite", "")
    + "<style>@keyframes f { 50% { background: #777 } }</style>",
}
DRAWN = "".join(
    f"<div style='position:relative'><p style='{style}'>{which} {name}</p>{COVERS.get(name, '')}</div>"
    for which, styles in STYLES.items()
    for name, style in styles.items()
)
TRIES = (
    "for (let i = 0; i < 5; i++) alert(i); confirm('?'); prompt('?')",
    "for (let i = 0; i < 3; i++) open('/item/1')",
    "try { location = 'file:///etc/passwd' } catch {}",
    "navigator.serviceWorker.register('/sw.js').then(() => document.title = 'taken', () => document.title = 'refused')",
    "setTimeout(() => location = '/file', 400)",
)
"""What one page tries, all at once."""
PAGES = {
    "/drawn": f"{DRAWN}<img loading=lazy src=/late.png style='margin-top:9000px;height:10px'>{DRAWN}",
    "/plain": NAMED.format(FAKE, "/plain", ""),
    "/large": NAMED.format(FAKE, "/large", f"<!-- {'x' * 12_000_000} -->"),
    **OTHER_CONTENT,
    **STILL_THERE,
    "/push": NAMED.format(
        FAKE, "/push", "<script>history.replaceState({}, '', '/innocent?x=1'); location.hash = 'reviews'</script>"
    ),
    "/led-on": NAMED.format(FAKE, "/led-on", "<script>location = 'http://10.0.0.1/'</script>"),
    "/led-off": NAMED.format(FAKE, "/led-off", "<script>location = 'https://10.0.0.1/'</script>"),
    "/robots.txt": "User-agent: *\nDisallow: /secret\n",
    "/item/1": GOODS,
    "/liar": "<title>true</title><script>Object.defineProperty(document.documentElement, 'scrollHeight', {value: 'x'});"
    "Object.defineProperty(document.documentElement, 'outerHTML', {value: 'a lie'}); document.title = 'half \\ud800'</script><p>told</p>",
    "/busy": "<script>addEventListener('load', () => setTimeout(() => { for (;;); }, 1))</script>",
    "/endless": "<body><script>setInterval(() => { const one = document.createElement('div'); one.style.height ="
    " '9000px'; one.textContent = 'more'; document.body.append(one) }, 5)</script>",
    "/tries": f"<p>seen</p>{''.join(f'<script>{one}</script>' for one in TRIES)}"
    "<iframe src='file:///etc/passwd'></iframe><iframe src='http://127.0.0.1:47001/'></iframe>",
    "/close": "<script>setTimeout(() => window.close(), 1)</script>",
    "/stream": "<p>seen</p><script>fetch('/slow'); fetch('/endless-file')</script><img src='/slow'>",
    "/later": "<p>seen</p><script>setTimeout(() => location = 'about:blank', 50)</script>",
    "/forged": "<p>seen</p>",
    "/blocked": "<title>Access denied</title><h1>Access denied</h1><p>Please verify you are a human</p>",
}
STATUS = {"/blocked": 403, "/broken": 500, "/forged": 403}
LEADS = {"/to-file": "file:///etc/passwd", "/to-inside": "http://127.0.0.1:47001/", "/to-item": "/item/1"}
KEPT_OPEN = {"/drip": 60.0, "/crowd": 60.0}
"""Pages that do not come to their end for so many seconds: longer than any look takes."""


class Site(BaseHTTPRequestHandler):
    seen: list[str]

    def do_GET(self) -> None:
        self.server.seen.append(self.path)  # type: ignore[attr-defined]
        if self.path in LEADS:
            self.send_response(302)
            self.send_header("Location", LEADS[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path == "/leave":
            self.send_response(302)
            self.send_header("Location", f"http://localhost:{self.server.server_port}/away")  # type: ignore[attr-defined]
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path in KEPT_OPEN:
            self.keep_open()
            return
        if self.path in ("/endless-file", "/slow"):
            self.flood(slowly=self.path == "/slow")
            return
        if self.path == "/late.png":
            time.sleep(0.2)
        body = b"" if self.path == "/nothing" else PAGES.get(self.path, "<h1>Removed</h1>").encode()
        self.send_response(STATUS.get(self.path, 200 if self.path in PAGES or self.path == "/file" else 404))
        kind = "application/octet-stream" if self.path == "/file" else "text/html; charset=utf-8"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if self.path == "/forged":
            self.send_header("Monitor-Guard", "0000000000000000")
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def keep_open(self) -> None:
        """The page, and then nothing for long; one with more requests than anybody keeps."""
        more = "<script>for (let i = 0; i < 30; i++) fetch('/item/2?' + i)</script>" if self.path == "/crowd" else ""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((NAMED.format(FAKE, self.path, more) + " " * 3_000).encode())
        self.wfile.flush()
        time.sleep(KEPT_OPEN[self.path])

    def flood(self, *, slowly: bool) -> None:
        """More than anybody wants, or bytes without end."""
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(200 if slowly else 2_000):
                self.wfile.write(b"x" if slowly else b"x" * 1_000_000)
                time.sleep(0.1 if slowly else 0)
        except OSError:
            self.server.seen.append("cut off")  # type: ignore[attr-defined]

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served() -> Iterator[ThreadingHTTPServer]:
    """The site while it runs; `seen` is what was asked for."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.daemon_threads = True
        server.block_on_close = False
        server.seen = []  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()

"""Saved pages on loopback, each sent packed as it is; `/` names them all, a line each."""

import socket
import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


def main() -> None:
    """Serve the folder, and print the address first."""
    bodies = {path.name.partition(".")[0]: path.read_bytes() for path in sorted(Path(sys.argv[1], "html").glob("*.gz"))}
    if not bodies:
        sys.exit(f"{sys.argv[1]}: no html/*.html.gz here")
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))

    def page(request: Request) -> Response:
        headers = {"Content-Encoding": "gzip", "Content-Type": "text/html; charset=utf-8"}
        return Response(bodies[request.path_params["name"]], headers=headers)

    routes = [Route("/", lambda _: PlainTextResponse("\n".join(bodies))), Route("/page/{name}", page)]
    print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    uvicorn.Server(uvicorn.Config(Starlette(routes=routes), log_level="error")).run(sockets=[listener])


if __name__ == "__main__":
    main()

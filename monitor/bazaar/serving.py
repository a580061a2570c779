"""Serve the marketplace on loopback from a thread of this process."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from monitor.bazaar.site import Site
from monitor.errors import WorkFailedError

SECONDS_TO_START = 20


@contextmanager
def served(site: Site, port: int = 0) -> Iterator[str]:
    """The marketplace's address while it is served, by default on a free port. Raises WorkFailedError."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as failure:
        listener.close()
        raise WorkFailedError(f"port {port} of this machine cannot be used: {failure.strerror or failure}") from failure
    config = uvicorn.Config(site.app, log_level="error", access_log=False, lifespan="off", timeout_graceful_shutdown=3)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        deadline = time.monotonic() + SECONDS_TO_START
        while not server.started:
            if time.monotonic() > deadline or not thread.is_alive():
                raise WorkFailedError("the built-in marketplace did not start")
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join(SECONDS_TO_START)
        listener.close()

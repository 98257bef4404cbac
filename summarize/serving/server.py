"""Run an application on a port until somebody presses Ctrl-C."""

import os
import socket
import sys
import threading
from types import FrameType
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from summarize.errors import UsageError

PATIENCE: Final = 5
"""Seconds for answers that are under way when the program is asked to stop."""


class Server(uvicorn.Server):
    """A server that a signal always ends, even where some answer never comes."""

    _last: threading.Timer | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ask it to stop; a second too long, and the process ends: all that was saved is kept."""
        if self._last is None:
            self._last = threading.Timer(2.0 * PATIENCE, os._exit, (128 + sig,))
            self._last.daemon = True
            self._last.start()
        super().handle_exit(sig, frame)

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until asked to stop."""
        try:
            super().run(sockets)
        finally:
            if self._last is not None:
                self._last.cancel()


def make_server(app: ASGIApp) -> Server:
    """A server for ``app``, which says nothing of its own but errors."""
    config = uvicorn.Config(
        app,
        ws="none",
        lifespan="off",
        log_level="error",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=PATIENCE,
    )
    return Server(config)


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens, so that clients can already connect. Raises ``UsageError``."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    try:
        if sys.platform != "win32":  # there it would let two programs share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except (OSError, OverflowError) as error:
        listener.close()
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(
            f"nothing can be served on {host}, port {port}: {reason}",
            "--port 0 takes a free one; leave --host out for this machine only.",
        ) from error
    return listener

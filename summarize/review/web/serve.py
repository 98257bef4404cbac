"""Run the page until somebody presses Ctrl-C."""

import contextlib
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from types import FrameType
from typing import Final

import uvicorn

from summarize.errors import UsageError
from summarize.review.web.address import is_local, url
from summarize.review.web.app import build_app
from summarize.review.web.desk import Desk
from summarize.review.web.security import Keys

PATIENCE: Final = 5
"""Seconds for answers that are under way when the program is asked to stop."""


def serve(
    desk: Desk, host: str, port: int, *, browser: bool, notify: Callable[[str], None]
) -> None:
    """Show the review of ``desk`` on ``host`` and ``port``, 0 for a free one, until interrupted.

    ``notify`` gets what a person has to know. Raises ``UsageError`` where it cannot bind.
    """
    with bound(host, port) as listener:
        keys = Keys(host, listener.getsockname()[1])
        link = f"{url(host, keys.port)}?token={keys.token}"
        with contextlib.suppress(KeyboardInterrupt):  # the server ends well, and passes it on
            for line in welcome(desk, host, link):
                notify(line)
            if browser and _has_screen():
                threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()
            make_server(desk, keys).run([listener])
    notify(f"\nStopped. Everything is kept in {desk.store.path}")


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


def make_server(desk: Desk, keys: Keys) -> uvicorn.Server:
    """The server, which says nothing of its own but errors."""
    config = uvicorn.Config(
        build_app(desk, keys),
        ws="none",
        lifespan="off",
        log_level="error",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=PATIENCE,
    )
    return Server(config)


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens, so that a browser can already connect. Raises ``UsageError``."""
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
            f"the page cannot be shown on {host}, port {port}: {reason}",
            "Leave --port out for a free one; leave --host out for this machine only.",
        ) from error
    return listener


def welcome(desk: Desk, host: str, link: str) -> list[str]:
    """What to do, and what to beware of."""
    lines = [
        f"Review as {desk.who}: {link}",
        "The link works once, in one browser. Ctrl-C stops; everything is kept as you work.",
    ]
    if not is_local(host):
        lines.append(
            "Warning: others in your network can reach this page, and what is sent is not "
            "encrypted. Use it only in a network you trust."
        )
    return lines


def _has_screen() -> bool:
    """Whether a browser would open in a window; in a terminal it would take the keyboard."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))

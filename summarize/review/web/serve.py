"""Run the page until somebody presses Ctrl-C."""

import contextlib
import os
import sys
import threading
import webbrowser
from collections.abc import Callable

from summarize.review.web.app import build_app
from summarize.review.web.desk import Desk
from summarize.review.web.security import Keys
from summarize.serving.address import is_local, url
from summarize.serving.server import bound, make_server


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
            make_server(build_app(desk, keys)).run([listener])
    notify(f"\nStopped. Everything is kept in {desk.store.path}")


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

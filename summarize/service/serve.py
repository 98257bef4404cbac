"""Run the service until somebody presses Ctrl-C."""

import contextlib
import os
import sys
from collections.abc import Callable
from typing import Final

from summarize.backends.base import SummarySpec
from summarize.checks import Context
from summarize.pipeline import Pipeline
from summarize.service.app import build_app
from summarize.service.desk import Desk
from summarize.service.guard import require_safe
from summarize.service.worker import Worker
from summarize.serving.address import is_local, url
from summarize.serving.server import bound, make_server

PATIENCE: Final = 1.0
"""Seconds for the batch in hand when the program is asked to stop: nobody waits for it."""


def serve(
    pipeline: Pipeline,
    context: Context,
    spec: SummarySpec,
    host: str,
    port: int,
    *,
    key: str,
    notify: Callable[[str], None],
) -> None:
    """Serve ``pipeline`` on ``host`` and ``port``, 0 for a free one, until interrupted.

    ``notify`` gets what a person has to know. Raises ``UsageError`` where it cannot bind, or where
    others could ask without a key; ``ModelError`` where a model is missing.
    """
    require_safe(host, key)
    pipeline.require_models()
    with bound(host, port) as listener:
        worker = Worker(pipeline)
        desk = Desk(worker, host, listener.getsockname()[1], key, context, spec)
        with contextlib.suppress(KeyboardInterrupt):  # the server ends well, and passes it on
            for line in welcome(desk):
                notify(line)
            worker.start()
            make_server(build_app(desk)).run([listener])
    notify("\nStopped.")
    ended(worker)


def ended(worker: Worker) -> None:
    """End ``worker``, and the process with it where it cannot be waited for."""
    if not worker.stop(PATIENCE):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)  # native threads of a model are still busy


def welcome(desk: Desk) -> list[str]:
    """Where it is, and what to beware of."""
    address = url(desk.host, desk.port)
    lines = [
        f"Serving on {address} for clients of LibreTranslate and others. Ctrl-C stops.",
        "Open it in a browser for all that it can do.",
    ]
    if not is_local(desk.host):
        lines.append(
            "Warning: others in your network can reach it, and what is sent, the key too, is not "
            "encrypted. Use it only in a network you trust, or behind a proxy with TLS."
        )
    return lines

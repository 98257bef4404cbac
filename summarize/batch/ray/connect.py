"""Connecting to Ray, or starting it on this machine: without telemetry, dashboard or chatter."""

import logging
import os
import socket
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from summarize.errors import ClusterError, UsageError

PATIENCE = 5.0
"""Seconds for the head of a cluster to answer."""


def connect(address: str) -> bool:
    """Connect, unless this process is; whether the connection is ours to close."""
    if address.startswith("ray://"):
        raise UsageError(
            "--ray-address must be host:port of the cluster, or auto, not a ray:// client",
            "Run the batch on a machine of the cluster.",
        )
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # these are read when Ray is imported
    if not address:  # as Ray does on Windows and macOS: listen on the loopback address only
        os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # Ray Data provokes an error line
    try:
        import pyarrow  # noqa: F401  (what Ray Data needs)
        import ray
        import ray.data
    except ImportError as error:
        raise UsageError(
            f"--engine ray needs Ray, which is not installed ({error.name})",
            'Install it: pip install "summarize-km[ray]"',
        ) from None
    _be_quiet()
    _require_listener(address)
    if ray.is_initialized():
        return False
    own: dict[str, Any] = {} if address else {"include_dashboard": False}
    try:
        with _silence():  # it tells the log level
            ray.init(address or "local", configure_logging=False, log_to_driver=False, **own)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        raise _nobody(address or "this machine", error) from error
    return True


def _require_listener(address: str) -> None:
    """Ray itself would try for minutes."""
    host, _, port = address.rpartition(":")
    if not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), PATIENCE).close()
    except OSError as error:
        raise _nobody(address, error) from error


def _nobody(address: str, error: Exception) -> ClusterError:
    return ClusterError(
        f"no Ray cluster answers at {address}: {what_it_says(error)}",
        "Start one (ray start --head), check the address, or leave out --engine ray.",
    )


def _be_quiet() -> None:
    """Keep Ray from telling of every step: the batch has its own progress."""
    import ray.data

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of options that Ray itself sets
        context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.target_max_block_size = 1  # bytes: a call is a block, sent as soon as it is there
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep libraries that are not written in Python from writing to stderr too."""
    sys.stderr.flush()
    kept = os.dup(2)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  (a device)
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def what_it_says(error: Exception) -> str:
    """What ``error`` says; Ray puts the remote traceback before it."""
    lines = str(error).strip().splitlines()
    return lines[-1] if lines else type(error).__name__

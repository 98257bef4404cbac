"""Under which names the page may be asked for: others are an attack by a foreign page.

A page of another site can make its own name stand for this machine (DNS rebinding), but it cannot
make the browser send another ``Host`` than that name.
"""

import ipaddress
import re
from typing import Final

LOOPBACK: Final = "127.0.0.1"
_LOCAL: Final = frozenset({LOOPBACK, "localhost", "::1"})
_HOST: Final = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::([0-9]{1,5}))?")
HTTP: Final = 80


def is_local(host: str) -> bool:
    """Whether only this machine reaches a server that binds to ``host``."""
    return host in _LOCAL


def is_ours(header: str, host: str, port: int) -> bool:
    """Whether the ``Host`` header names the server that binds to ``host`` and ``port``.

    One that others reach as well may be asked for by any number of this machine, which no foreign
    page can pretend to be, and by the name it was started with.
    """
    match = _HOST.fullmatch(header)
    if match is None or int(match[2] or HTTP) != port:
        return False
    name = match[1].strip("[]").lower()
    return name in _LOCAL or (not is_local(host) and (name == host.lower() or _is_number(name)))


def url(host: str, port: int) -> str:
    """Where a browser on this machine finds the server."""
    shown = LOOPBACK if host in ("0.0.0.0", "::") else host  # noqa: S104  (compared, not bound)
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True

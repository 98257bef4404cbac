"""Addresses of servers: well formed, without secrets, and whether they leave this machine."""

import ipaddress
from urllib.parse import urlsplit, urlunsplit

from summarize.errors import UsageError

EXAMPLE = "http://127.0.0.1:8080/v1"


def checked_url(url: str) -> str:
    """``url`` without query and final slash. Raises ``UsageError``, also where it has a secret."""
    if not url:
        raise UsageError(
            "no server is named",
            f"Set server_url in summarize.toml, or SUMMARIZE_SERVER_URL, for example to {EXAMPLE} "
            "(llama.cpp) or http://127.0.0.1:11434/v1 (Ollama).",
        )
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise UsageError(
            "the server's address holds a user or password",
            "Leave it out of server_url; a key belongs into SUMMARIZE_SERVER_KEY.",
        )
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(
            f"the server's address {url!r} is no http or https address",
            f"Change server_url (SUMMARIZE_SERVER_URL), for example to {EXAMPLE}.",
        )
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/"), "", ""))


def is_loopback(url: str) -> bool:
    """Whether ``url`` leads to this machine itself."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

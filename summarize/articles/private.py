"""Addresses on this machine or its own network: where an address from elsewhere may not lead.

A person may name any address. Lines of a list, links of a feed and redirects are the words of
others, and could have this machine ask what only it can reach: a router, a database, the metadata
of a cloud. They are followed to a private address only if the person named its host, or allowed
all. The address that counts is the one connected to, so that no name can change its meaning between
a look and the connection.
"""

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit, urlunsplit

from summarize.errors import FetchError

if TYPE_CHECKING:
    import httpx

NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
PORTS: Final = {"http": 80, "https": 443}


def is_private(address: str) -> bool:
    """Whether the IP ``address`` is on this machine or in a network of its own, or none at all."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(str(inner))
    return not found.is_global or found.is_multicast


def host_of(url: str) -> str:
    """Host and port of ``url``, "" where it has none."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme.lower(), 0)
    except ValueError:
        return ""
    return f"{parts.hostname}:{port}" if parts.hostname else ""


def hosts_of(urls: Iterable[str]) -> frozenset[str]:
    """The hosts of ``urls``, with their ports."""
    return frozenset(filter(None, map(host_of, urls)))


def without_login(url: str) -> str:
    """``url`` without the user and password in it: it is recorded and shown like this."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if "@" not in parts.netloc:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


@dataclass(slots=True)
class Guard:
    """Watches the connections of one transfer; ``trusted`` are hosts, ``None`` for all of them.

    Where a trusted host turns out to be private, the person is at home there, and redirects may
    lead to other private addresses.
    """

    trusted: frozenset[str] | None
    _at_home: bool = field(default=False, init=False)
    _host: str = field(default="", init=False)
    _name: str = field(default="", init=False)
    _direct: bool = field(default=False, init=False)

    def on_request(self, request: "httpx.Request") -> None:
        """Hook of httpx: a request, maybe after a redirect. Raises ``FetchError``."""
        self._host = host_of(str(request.url))
        self._name = request.url.host
        literal = self._name.strip("[]")
        if literal == "localhost" or _is_literal(literal):  # no proxy may reach these for us either
            self._check("127.0.0.1" if literal == "localhost" else literal)

    def on_event(self, event: str, info: Mapping[str, Any]) -> None:
        """Hook of httpcore: steps of a connection. Raises ``FetchError``."""
        if event == "connection.connect_tcp.started":
            host = info["host"]
            name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
            self._direct = name.strip("[]") == self._name.strip("[]")
        if event == "connection.connect_tcp.complete" and self._direct:  # else it is a proxy
            stream = info["return_value"]
            peer = stream.get_extra_info("server_addr")
            try:
                self._check(str(peer[0]))
            except FetchError:
                stream.close()
                raise

    def _check(self, address: str) -> None:
        if self.trusted is None or self._at_home or not is_private(address):
            return
        if self._host in self.trusted:
            self._at_home = True
            return
        raise FetchError(
            f"{self._host} is on this machine or its own network ({address}), and a list, a feed "
            "or a redirect led there",
            "Name an address of that host yourself, or add --private-addresses.",
        )


def _is_literal(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True

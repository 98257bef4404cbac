"""Transfers as a good guest makes them: one at a time from a host, with pauses, backing off.

Hosts are told apart by name and port. Threads that want the same host wait for each other.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from summarize.articles.fetch import NAMED, NOTHING_KNOWN, Fetched, Validators, fetch
from summarize.articles.limits import FETCH_SECONDS
from summarize.errors import FetchError
from summarize.feeds.robots import NAME, Rules, parse_rules, rules_without

PAUSE: Final = 1.0
"""Seconds between the end of one transfer from a host and the beginning of the next."""
BUSY: Final = frozenset({429, 503})
"""Statuses that ask to come back later."""
BACK_OFF: Final = 5.0
"""Seconds to wait for a busy host that does not say how long; doubled each time."""
PATIENCE: Final = 60.0
"""Seconds waited for a host at most; if it asks for more, the page is given up for now."""
TRIES: Final = 3
RULES_LAST: Final = 24 * 3600.0
FAULT_LASTS: Final = 600.0
"""Seconds for which a ``robots.txt``, or that it could not be had, is remembered."""


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    ready: float = 0.0
    """When it may be asked again, by the clock."""
    refusals: int = 0
    """How often in a row it was busy."""
    rules: Rules | None = None
    fault: FetchError | None = None
    expires: float = 0.0


class Polite:
    """Fetches for one batch. ``pause`` is in seconds; ``stop`` ends every wait.

    ``clock`` gives seconds that only grow, and ``wait`` waits so many of them, or until the batch
    is stopped, which it then says. ``trusted`` is as for ``fetch``.
    """

    def __init__(
        self,
        stop: threading.Event,
        pause: float = PAUSE,
        seconds: float = FETCH_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], bool] | None = None,
        trusted: frozenset[str] | None = NAMED,
    ) -> None:
        self._pause = pause
        self._seconds = seconds
        self._clock = clock
        self._wait = wait or stop.wait
        self._trusted = trusted
        self._turn = threading.Lock()
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)

    def get(
        self,
        url: str,
        accepted: frozenset[str] | None,
        *,
        robots: bool = False,
        known: Validators = NOTHING_KNOWN,
    ) -> Fetched:
        """As :func:`summarize.articles.fetch.fetch`; with ``robots`` only what the host allows.

        Raises ``FetchError``.
        """
        origin = _origin(url)
        with self._turn:
            host = self._hosts[origin]
        with host.lock:
            if robots:
                self._require_allowed(host, origin, url)
            return self._fetch(host, url, accepted, known)

    def _fetch(
        self, host: _Host, url: str, accepted: frozenset[str] | None, known: Validators
    ) -> Fetched:
        for left in reversed(range(TRIES)):
            self._await(host, url)
            try:
                found = fetch(url, accepted, self._seconds, known=known, trusted=self._trusted)
            except FetchError as error:
                self._note(host, error)
                if error.status not in BUSY or not left:
                    raise
            else:
                self._note(host, None)
                return found
        raise AssertionError  # the last try returns or raises

    def _await(self, host: _Host, url: str) -> None:
        """Wait until ``host`` may be asked."""
        left = host.ready - self._clock()
        if left > PATIENCE:
            raise FetchError(
                f"{url} was not fetched: its host asks to be left alone for {left:.0f} seconds",
                "Run the same command again later.",
            )
        if self._wait(max(0.0, left)):
            raise FetchError(f"{url} was not fetched: stopped", "Run the same command again.")

    def _note(self, host: _Host, error: FetchError | None) -> None:
        """Set when ``host`` may be asked again."""
        wait = max(self._pause, host.rules.delay if host.rules else 0.0)
        if error is not None and error.status in BUSY:
            asked = BACK_OFF * 2**host.refusals if error.retry_after is None else error.retry_after
            wait = max(wait, asked)
            host.refusals = min(host.refusals + 1, 10)
        else:
            host.refusals = 0
        host.ready = self._clock() + wait

    def _require_allowed(self, host: _Host, origin: str, url: str) -> None:
        now = self._clock()
        if now >= host.expires:
            host.rules, host.fault = None, None
            try:
                host.rules = self._rules(host, origin)
            except FetchError as error:
                host.fault = error
            host.expires = self._clock() + (FAULT_LASTS if host.fault else RULES_LAST)
        if host.fault is not None:
            fault = host.fault
            raise FetchError(
                f"{url} was not fetched: {fault.message}", "Try again later.", status=fault.status
            )
        if host.rules and not host.rules.allows(url):
            raise FetchError(
                f"{url} was not fetched: the robots.txt of its host asks {NAME} not to",
                "Ask the publisher, or open it in a browser and save the page as .html.",
            )

    def _rules(self, host: _Host, origin: str) -> Rules:
        try:
            return parse_rules(self._fetch(host, f"{origin}/robots.txt", None, NOTHING_KNOWN).data)
        except FetchError as error:
            return rules_without(error)


def _origin(url: str) -> str:
    """Scheme, host and port of ``url``. Raises ``FetchError`` where it is no web address."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        parts, port = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(f"{url} is no http or https address", "Check the address.")
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{name}{port}"

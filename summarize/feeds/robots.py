"""``robots.txt`` (RFC 9309): what a host lets programs fetch, and how often.

Read with protego: robotparser of the standard library knows no ``*`` and ``$`` in paths and lets
the first rule win instead of the longest, so it forbids and allows the wrong pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from summarize.articles.fetch import USER_AGENT
from summarize.errors import FetchError

Allows = Callable[[str], bool]
NAME: Final = USER_AGENT.partition("/")[0]
"""What hosts call this program in their rules."""
LONGEST_DELAY: Final = 60.0
"""Seconds between two pages, whatever the host wishes beyond that."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host lets this program do: ``allows`` an address; ``delay`` in seconds, 0 for none."""

    allows: Allows
    delay: float = 0.0


ALL_ALLOWED: Final = Rules(lambda _: True)


def parse_rules(data: bytes) -> Rules:
    """The rules for this program in a ``robots.txt``; what is no rule does not count."""
    from protego import Protego

    found = Protego.parse(data.decode("utf-8", "replace"))
    delay = found.crawl_delay(NAME) or 0.0
    return Rules(lambda url: bool(found.can_fetch(url, NAME)), min(max(0.0, delay), LONGEST_DELAY))


def rules_without(error: FetchError) -> Rules:
    """The rules where ``robots.txt`` cannot be had: none if there is none.

    Raises ``FetchError`` where the host is out of order: then nothing may be fetched (RFC 9309,
    2.3.1.4).
    """
    if 400 <= error.status < 500 and error.status != 429:
        return ALL_ALLOWED
    raise error

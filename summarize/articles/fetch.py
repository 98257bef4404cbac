"""One web page over HTTP: bounded in time, size, redirects and kind of content."""

import queue
import ssl
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize._version import __version__
from summarize.articles.limits import FETCH_SECONDS, MAX_BYTES, MAX_REDIRECTS, megabytes
from summarize.errors import FetchError

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"summarize-km/{__version__}"
SAVE_PAGE = "Open it in a browser, save the page as .html and give that file."


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: ``content_type`` in lower case, ``charset`` "" where none was declared."""

    data: bytes
    content_type: str
    charset: str


def fetch(
    url: str, accepted: frozenset[str], seconds: float = FETCH_SECONDS, limit: int = MAX_BYTES
) -> Fetched:
    """Get ``url`` within ``seconds`` and ``limit`` bytes, if its content type is ``accepted``.

    Raises ``FetchError``. The transfer runs in a thread, because a server that sends its headers
    drop by drop outlives every timeout on single reads.
    """
    outcome: queue.SimpleQueue[Fetched | Exception] = queue.SimpleQueue()

    def work() -> None:
        try:
            outcome.put(_get(url, accepted, time.monotonic() + seconds, limit))
        except Exception as error:
            outcome.put(error)

    threading.Thread(target=work, name="fetch", daemon=True).start()
    try:
        found = outcome.get(timeout=seconds)
    except queue.Empty:
        raise _too_slow(url, seconds) from None
    if isinstance(found, Exception):
        raise _explained(found, url, seconds) from None
    return found


def _get(url: str, accepted: frozenset[str], deadline: float, limit: int) -> Fetched:
    import httpx

    client = httpx.Client(
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        timeout=deadline - time.monotonic(),
        headers={"User-Agent": USER_AGENT, "Accept": ", ".join(sorted(accepted))},
    )
    with client, client.stream("GET", url) as response:
        content_type = _checked(response, url, accepted)
        data = _bounded(response, url, deadline, limit)
    return Fetched(data, content_type, response.charset_encoding or "")


def _checked(response: "httpx.Response", url: str, accepted: frozenset[str]) -> str:
    """Content type of a good answer. Raises ``FetchError`` on every other."""
    if not response.is_success:
        reason = f"{response.status_code} {response.reason_phrase}".strip()
        hint = "Check the address." if response.status_code in (404, 410) else SAVE_PAGE
        raise FetchError(f"{url} answered {reason}", hint)
    declared = response.headers.get("content-type", "text/html")
    content_type = str(declared).partition(";")[0].strip().lower()
    if content_type not in accepted:
        raise FetchError(
            f"{url} is {content_type}, not a page of text", "Give a web page, a PDF or a Word file."
        )
    return content_type


def _bounded(response: "httpx.Response", url: str, deadline: float, limit: int) -> bytes:
    import httpx

    data = bytearray()
    for chunk in response.iter_bytes(65_536):
        data += chunk
        if len(data) > limit:
            raise FetchError(f"{url} is larger than {megabytes(limit)}", "Give a single article.")
        if time.monotonic() > deadline:
            raise httpx.ReadTimeout("the whole transfer took too long")
    return bytes(data)


def _explained(error: Exception, url: str, seconds: float) -> Exception:
    """Error of httpx as a ``FetchError`` in plain words; anything else unchanged."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return _too_slow(url, seconds)
    if isinstance(error, httpx.TooManyRedirects):
        return FetchError(f"{url} redirects more than {MAX_REDIRECTS} times", SAVE_PAGE)
    if isinstance(error, (httpx.UnsupportedProtocol, httpx.InvalidURL)):
        return FetchError(f"{url} is, or leads to, no http or https address", "Check the address.")
    if isinstance(error, httpx.ConnectError):
        kind = "certificate" if isinstance(error.__context__, ssl.SSLError) else "connection"
        return FetchError(
            f"{url} cannot be reached ({kind}: {error})", "Check address and network."
        )
    if isinstance(error, httpx.HTTPError):
        return FetchError(f"{url} broke off the transfer ({error})", "Try again later.")
    return error


def _too_slow(url: str, seconds: float) -> FetchError:
    return FetchError(f"{url} did not answer within {seconds:g} seconds", "Try again later.")

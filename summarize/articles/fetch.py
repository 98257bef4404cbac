"""One web page over HTTP: bounded in time, size, redirects and kind of content."""

import email.utils
import queue
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize._version import __version__
from summarize.articles.forms import form_of
from summarize.articles.limits import FETCH_SECONDS, MAX_BYTES, MAX_REDIRECTS, megabytes
from summarize.articles.private import Guard, hosts_of, without_login
from summarize.bodies import ACCEPTED, BodyError, TooLargeError, TooSlowError, read_body
from summarize.errors import FetchError

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"summarize-km/{__version__}"
SAVE_PAGE = "Open it in a browser, save the page as .html and give that file."
NOT_MODIFIED = 304
FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
    }
)
"""Content types that are feeds and nothing else."""
NAMED: frozenset[str] = frozenset({"the host of the address itself"})
"""For ``trusted``: a person named the address, and no other."""
XML_TYPES = frozenset({"text/xml", "application/xml"})


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with a page so that it can be asked later whether the page changed."""

    etag: str = ""
    modified: str = ""


NOTHING_KNOWN = Validators()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: ``content_type`` in lower case, ``charset`` "" where none was declared.

    ``address`` is where it was in the end, after redirects. ``unchanged`` says that it is what
    the validators of the request belong to, and that ``data`` is therefore empty.
    """

    data: bytes
    content_type: str
    charset: str
    address: str = ""
    validators: Validators = NOTHING_KNOWN
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Request:
    url: str
    accepted: frozenset[str] | None
    deadline: float
    limit: int
    known: Validators
    guard: Guard

    @property
    def name(self) -> str:
        """How it is told to people and recorded."""
        return without_login(self.url)

    @property
    def headers(self) -> Mapping[str, str]:
        kinds = ", ".join(sorted(self.accepted)) if self.accepted else "*/*"
        headers = {"User-Agent": USER_AGENT, "Accept": kinds, "Accept-Encoding": ACCEPTED}
        if self.known.etag:
            headers["If-None-Match"] = self.known.etag
        if self.known.modified:
            headers["If-Modified-Since"] = self.known.modified
        return headers


def fetch(
    url: str,
    accepted: frozenset[str] | None,
    seconds: float = FETCH_SECONDS,
    limit: int = MAX_BYTES,
    known: Validators = NOTHING_KNOWN,
    trusted: frozenset[str] | None = NAMED,
) -> Fetched:
    """Get ``url`` within ``seconds`` and ``limit`` bytes, if its content type is ``accepted``.

    ``None`` accepts every content type. With the validators ``known`` of an earlier answer, what
    has not changed since is not sent again. ``trusted`` are the hosts that may be private,
    ``NAMED`` for that of ``url`` and ``None`` for all: see :mod:`summarize.articles.private`. A
    user and password in ``url`` are sent and kept nowhere. Raises ``FetchError``. The transfer runs
    in a thread: a server that sends its headers drop by drop outlives every timeout on one read.
    """
    outcome: queue.SimpleQueue[Fetched | Exception] = queue.SimpleQueue()
    guard = Guard(hosts_of([url]) if trusted == NAMED else trusted)
    request = _Request(url, accepted, time.monotonic() + seconds, limit, known, guard)
    url = request.name

    def work() -> None:
        try:
            outcome.put(_get(request))
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


def is_feed_error(url: str, kind: str) -> FetchError:
    """What to say of ``url`` where one article is wanted and a feed came; ``kind`` names it."""
    return FetchError(
        f"{url} is a feed ({kind}), not an article",
        f"To summarise its articles: summarize batch '{url}' -o OUT",
    )


def _get(request: _Request) -> Fetched:
    import httpx

    client = httpx.Client(
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        timeout=request.deadline - time.monotonic(),
        headers=request.headers,
        event_hooks={"request": [request.guard.on_request]},
    )
    watched = {"trace": request.guard.on_event}
    with client, client.stream("GET", request.url, extensions=watched) as response:
        place = without_login(str(response.url))
        if response.status_code == NOT_MODIFIED and request.known != NOTHING_KNOWN:
            return Fetched(b"", "", "", place, request.known, unchanged=True)
        content_type = _checked(response, request.name)
        if content_type not in XML_TYPES:
            _require_type(request, content_type)
        data = _bounded(response, request)
    if form_of(data) == "feed" and request.accepted is not None:
        raise is_feed_error(request.name, content_type)
    _require_type(request, content_type)
    given = response.headers
    validators = Validators(given.get("etag", ""), given.get("last-modified", ""))
    return Fetched(data, content_type, response.charset_encoding or "", place, validators)


def _checked(response: "httpx.Response", url: str) -> str:
    """Content type of a good answer. Raises ``FetchError`` on every other."""
    status = response.status_code
    if not response.is_success:
        reason = f"{status} {response.reason_phrase}".strip()
        hint = "Check the address." if status in (404, 410) else SAVE_PAGE
        wait = retry_seconds(response.headers.get("retry-after", ""), time.time())
        raise FetchError(f"{url} answered {reason}", hint, status=status, retry_after=wait)
    declared = response.headers.get("content-type", "text/html")
    return str(declared).partition(";")[0].strip().lower()


def _require_type(request: _Request, content_type: str) -> None:
    if request.accepted is not None:
        require_type(request.name, content_type, request.accepted)


def require_type(url: str, content_type: str, accepted: frozenset[str]) -> None:
    """Raise ``FetchError`` where the page at ``url`` is not one of the ``accepted`` types."""
    if content_type in accepted:
        return
    if content_type in FEED_TYPES:
        raise is_feed_error(url, content_type)
    raise FetchError(
        f"{url} is {content_type}, not a page of text", "Give a web page, a PDF or a Word file."
    )


def retry_seconds(header: str, now: float) -> float | None:
    """The seconds that ``Retry-After`` asks for, given as a number or a date; ``None`` for neither.

    ``now`` is the time in seconds since 1970.
    """
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - now)
    except (TypeError, ValueError, OverflowError):
        return None


def _bounded(response: "httpx.Response", request: _Request) -> bytes:
    import httpx

    try:
        return read_body(response, request.limit, request.deadline)
    except TooLargeError:
        raise FetchError(
            f"{request.name} is larger than {megabytes(request.limit)}", "Give a single article."
        ) from None
    except TooSlowError as error:
        raise httpx.ReadTimeout(str(error)) from None
    except BodyError as error:
        raise FetchError(f"{request.name} cannot be read: {error}", SAVE_PAGE) from None


def _explained(error: Exception, url: str, seconds: float) -> Exception:
    """Error of httpx as a ``FetchError`` in plain words; anything else unchanged."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return _too_slow(url, seconds)
    if isinstance(error, httpx.TooManyRedirects):
        return FetchError(f"{url} redirects more than {MAX_REDIRECTS} times", SAVE_PAGE)
    if isinstance(error, (httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError)):
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

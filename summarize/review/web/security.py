"""Who may ask, and what a page may do: decided here for every request, before anything is read.

The link that opens the page holds a token that works once. It is exchanged for a cookie, which
pages of other sites can neither read nor make the browser send. A change must also come from a page
of ours (``Origin``), carry the token that is written into our pages (CSRF), and be small.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from summarize.review.web.address import is_ours

LIMIT: Final = 1_000_000
"""Bytes in a request: far more than any edit, far less than harm."""
CSRF_HEADER: Final = "x-csrf-token"
STATIC: Final = "/static/"
HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_READING: Final = frozenset({"GET", "HEAD"})


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(slots=True)
class Keys:
    """The secrets of one run, and the address it is reached by. ``token`` is "" once it is used."""

    host: str
    port: int
    token: str = field(default_factory=_secret)
    session: str = field(default_factory=_secret)
    csrf: str = field(default_factory=_secret)

    @property
    def cookie(self) -> str:
        """Its name; cookies do not know ports, and several reviews may be open."""
        return f"summarize-review-{self.port}"

    def redeem(self, token: str) -> bool:
        """Whether ``token`` is the right one, for the first and only time."""
        right = bool(self.token) and _same(token, self.token)
        if right:
            self.token = ""
        return right


class Guard:
    """Lets through to ``app`` what may pass; everything it sends gets the headers above."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        require_address(request, self._keys)
        if request.url.path.startswith(STATIC):
            await self._app(scope, receive, send)
        elif "token" in request.query_params and request.method in _READING:
            await self._enter(request)(scope, receive, send)
        else:
            require_session(request, self._keys)
            require_own_page(request, self._keys)
            await self._app(scope, _bounded(request, receive), send)

    def _enter(self, request: Request) -> Response:
        """Exchange the token for the cookie; who has it already needs no token."""
        known = _has_session(request, self._keys)
        if not self._keys.redeem(request.query_params["token"]) and not known:
            raise HTTPException(
                403,
                "This link has been used already, or is of an earlier run. "
                "Stop the program in the terminal with Ctrl-C and start it again for a new one.",
            )
        response = RedirectResponse("/", 303)
        response.set_cookie(
            self._keys.cookie, self._keys.session, httponly=True, samesite="strict", path="/"
        )
        return response


class Headers:
    """Puts the headers above on everything that ``app`` sends, errors too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def require_address(request: Request, keys: Keys) -> None:
    """Raises ``HTTPException`` where the request was meant for another name or by another site."""
    host = request.headers.get("host", "")
    if not is_ours(host, keys.host, keys.port):
        raise HTTPException(421, "This page is not available under this name.")
    origin = request.headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        raise HTTPException(403, "Pages of other sites may not ask here.")


def require_session(request: Request, keys: Keys) -> None:
    """Raises ``HTTPException`` unless the browser has the cookie of this run."""
    if not _has_session(request, keys):
        raise HTTPException(
            403, "Open the link that the program printed in the terminal: it lets you in."
        )


def require_own_page(request: Request, keys: Keys) -> None:
    """Raises ``HTTPException`` for a change that does not come from a page of ours."""
    if request.method in _READING:
        return
    if "origin" not in request.headers:
        raise HTTPException(403, "The browser did not say which page this comes from.")
    if not _same(request.headers.get(CSRF_HEADER, ""), keys.csrf):
        raise HTTPException(403, "This page is of an earlier run. Load it again.")


def _has_session(request: Request, keys: Keys) -> bool:
    return _same(request.cookies.get(keys.cookie, ""), keys.session)


def _same(given: str, right: str) -> bool:
    """Compare without telling by the time it takes how much is right."""
    return hmac.compare_digest(given.encode(), right.encode())


def _bounded(request: Request, receive: Receive) -> Receive:
    """``receive`` that stops at ``LIMIT``, whatever the length that was announced."""
    refusal = HTTPException(413, f"More than {LIMIT:,} bytes at once are not taken.")
    announced = request.headers.get("content-length", "0")
    if not announced.isdecimal() or int(announced) > LIMIT:
        raise refusal
    taken = 0

    async def receive_bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LIMIT:
            raise refusal
        return message

    return receive_bounded

"""Who may ask, and what a page may do: decided here for every request, before anything is read.

The link that opens the page holds a token that works once. It is exchanged for a cookie, which
pages of other sites can neither read nor make the browser send. A change must also come from a page
of ours (``Origin``), carry the token that is written into our pages (CSRF), and be small.
"""

import secrets
from dataclasses import dataclass, field
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from summarize.serving.security import bounded, is_same, require_address

LIMIT: Final = 1_000_000
"""Bytes in a request: far more than any edit, far less than harm."""
CSRF_HEADER: Final = "x-csrf-token"
STATIC: Final = "/static/"
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
        right = bool(self.token) and is_same(token, self.token)
        if right:
            self.token = ""
        return right


class Guard:
    """Lets through to ``app`` what may pass."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        require_address(request, self._keys.host, self._keys.port)
        if request.url.path.startswith(STATIC):
            await self._app(scope, receive, send)
        elif "token" in request.query_params and request.method in _READING:
            await self._enter(request)(scope, receive, send)
        else:
            require_session(request, self._keys)
            require_own_page(request, self._keys)
            await self._app(scope, bounded(request, receive, LIMIT), send)

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
    if not is_same(request.headers.get(CSRF_HEADER, ""), keys.csrf):
        raise HTTPException(403, "This page is of an earlier run. Load it again.")


def _has_session(request: Request, keys: Keys) -> bool:
    return is_same(request.cookies.get(keys.cookie, ""), keys.session)

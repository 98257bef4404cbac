"""Who may ask, and how much: decided for every request before anything of it is read.

A page of another site can send a form here, but its ``Origin`` gives it away; one that makes its
own name stand for this machine (DNS rebinding) is given away by its ``Host``. Where others in the
network can ask, what costs something needs the key.
"""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from summarize.articles.limits import MAX_BYTES
from summarize.errors import UsageError
from summarize.service.asked import Asked
from summarize.service.desk import Desk
from summarize.serving.address import is_local
from summarize.serving.security import bounded, is_same, require_address

LIMIT: Final = 1_000_000
"""Bytes in a request, but for a file."""
FILE_LIMIT: Final = MAX_BYTES + LIMIT
FILE_PATH: Final = "/translate_file"
AT_ONCE: Final = 100
"""Requests that are read, waited for or answered at once."""
SHORTEST_KEY: Final = 16
KEY: Final = "SUMMARIZE_SERVE_KEY"
_BEARER: Final = "bearer "


class Guard:
    """Lets through to ``app`` what may pass."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self._present = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        require_address(request, self._desk.host, self._desk.port)
        if self._present >= AT_ONCE:
            told = f"Slowdown: {AT_ONCE} requests are being answered already."
            raise HTTPException(503, told, headers={"Retry-After": "1"})
        limit = FILE_LIMIT if request.url.path == FILE_PATH else LIMIT
        self._present += 1
        try:
            await self._app(scope, bounded(request, receive, limit), send)
        finally:
            self._present -= 1


def require_key(request: Request, data: Asked) -> None:
    """Raise ``HTTPException`` unless the key is given where one is needed.

    With the status codes of LibreTranslate: 400 where there is none, 403 for a wrong one.
    """
    right = request.app.state.desk.key
    if not right:
        return
    header = request.headers.get("authorization", "")
    bearer = header[len(_BEARER) :].strip() if header.lower().startswith(_BEARER) else ""
    given = bearer or data.get("api_key")
    if not given or not isinstance(given, str):
        raise HTTPException(400, "An API key is needed here: send it as api_key.")
    if not is_same(given, right):
        raise HTTPException(403, "Invalid API key")


def require_safe(host: str, key: str) -> None:
    """Raise ``UsageError`` where others could ask without a key, or with one easily guessed."""
    hint = f"Set {KEY} to at least {SHORTEST_KEY} random characters, or leave --host out."
    if not is_local(host) and not key:
        raise UsageError(f"others in your network could reach {host}, and no key is set", hint)
    if key and len(key) < SHORTEST_KEY:
        raise UsageError(f"the key has fewer than {SHORTEST_KEY} characters", hint)

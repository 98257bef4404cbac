"""What holds for every request to a server of ours, before anything of it is read."""

import hmac
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from summarize.serving.address import is_ours

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


def require_address(request: Request, host: str, port: int) -> None:
    """Raises ``HTTPException`` where the request was meant for another name or by another site.

    ``host`` and ``port`` are what the server binds to.
    """
    asked = request.headers.get("host", "")
    if not is_ours(asked, host, port):
        raise HTTPException(421, "This page is not available under this name.")
    origin = request.headers.get("origin")
    if origin is not None and origin != f"http://{asked}":
        raise HTTPException(403, "Pages of other sites may not ask here.")


def is_same(given: str, right: str) -> bool:
    """Compare without telling by the time it takes how much is right."""
    return hmac.compare_digest(given.encode(), right.encode())


def bounded(request: Request, receive: Receive, limit: int) -> Receive:
    """``receive`` that stops at ``limit`` bytes, whatever the length that was announced."""
    refusal = HTTPException(413, f"More than {limit:,} bytes at once are not taken.")
    announced = request.headers.get("content-length", "0")
    if not announced.isdecimal() or int(announced) > limit:
        raise refusal
    taken = 0

    async def receive_bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise refusal
        return message

    return receive_bounded

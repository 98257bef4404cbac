"""The service as an ASGI application: routes, the guard before them, and errors as JSON."""

from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from summarize.errors import ArticleError, DefectError, InputTooLongError, SummarizeError
from summarize.service import describe, libre, own
from summarize.service.desk import Desk
from summarize.service.guard import Guard
from summarize.serving.security import Headers

_OF_THE_TEXT: Final = (ArticleError, InputTooLongError)
"""Errors that another text would not have."""


def build_app(desk: Desk) -> ASGIApp:
    """The application for one worker."""
    handlers = {HTTPException: _tell, SummarizeError: _tell}
    app = Starlette(
        routes=[*libre.ROUTES, *own.ROUTES, *describe.ROUTES],
        middleware=[
            Middleware(ExceptionMiddleware, handlers=handlers),
            Middleware(Guard, desk=desk),
        ],
        exception_handlers={**handlers, Exception: _tell_defect},
    )
    app.state.desk = desk
    return Headers(app)


async def _tell(_: Request, error: Exception) -> Response:
    """What went wrong, in the form of LibreTranslate, with what to do where we know it."""
    if isinstance(error, HTTPException):
        return JSONResponse({"error": error.detail}, error.status_code, error.headers)
    assert isinstance(error, SummarizeError)
    status = 400 if isinstance(error, _OF_THE_TEXT) else 500
    told = {"error": error.message, "hint": error.hint}
    return JSONResponse({name: text for name, text in told.items() if text}, status)


async def _tell_defect(request: Request, error: Exception) -> Response:
    return await _tell(request, DefectError(error))

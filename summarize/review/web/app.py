"""The page as an ASGI application: routes, the guard before them, and errors in plain words."""

from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from summarize.errors import SummarizeError, UsageError
from summarize.output import fonts
from summarize.review.web import api, pages
from summarize.review.web.desk import Desk
from summarize.review.web.downloads import download
from summarize.review.web.security import STATIC, Guard, Keys
from summarize.serving.security import Headers

FILES: Final = Path(__file__).with_name("static")


def build_app(desk: Desk, keys: Keys) -> ASGIApp:
    """The application for one reviewer and one run."""
    handlers = {HTTPException: _tell, SummarizeError: _tell}
    app = Starlette(
        routes=[
            Route("/", pages.articles),
            Route("/article/{article}", pages.article),
            Route("/export", download),
            *api.ROUTES,
            Mount(f"{STATIC}fonts", StaticFiles(directory=fonts.FOLDER)),
            Mount(STATIC, StaticFiles(directory=FILES)),
        ],
        middleware=[
            Middleware(ExceptionMiddleware, handlers=handlers),
            Middleware(Guard, keys=keys),
        ],
        exception_handlers=handlers,
    )
    app.state.desk, app.state.keys = desk, keys
    return Headers(app)


async def _tell(request: Request, error: Exception) -> Response:
    """What went wrong: as JSON to a script, as a page to a person."""
    status, message, hint = _words(error)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"message": message, "hint": hint}, status)
    return pages.problem(status, message, hint)


def _words(error: Exception) -> tuple[int, str, str]:
    if isinstance(error, HTTPException):
        return error.status_code, error.detail, ""
    assert isinstance(error, SummarizeError)
    return (404 if isinstance(error, UsageError) else 503), error.message, error.hint

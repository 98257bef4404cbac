"""The two pages, and the one that tells of an error; every text in them is escaped."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast, get_args
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from summarize.review.web.answers import Json
from summarize.review.web.downloads import NAMES
from summarize.review.web.noting import of_notes
from summarize.review.web.overview import SHOWS, Show, Wanted, overview
from summarize.review.web.story import story

TEMPLATES: Final = Path(__file__).with_name("templates")
LONGEST: Final = 6
"""Digits of a page number, so that no number is too large to count with."""


def articles(request: Request) -> Response:
    """The list of articles, searched and filtered."""
    wanted = _wanted(request)
    found = overview(request.app.state.desk.store, wanted)
    return _page(
        request, "articles.html", wanted=wanted, overview=found, shows=SHOWS, link=_linker(wanted)
    )


def article(request: Request) -> Response:
    """One article with its segments. Raises ``UsageError`` for no such one."""
    desk, name = request.app.state.desk, request.path_params["article"]
    notes: dict[str, list[Json]] = {}
    for one in desk.store.notes(name):
        notes.setdefault(one.id, []).extend(of_notes([one], desk.who))
    return _page(request, "article.html", story=story(desk.store, name), notes=notes)


def problem(status: int, message: str, hint: str = "") -> Response:
    """A page that says what is wrong and what to do; it knows nothing of the review."""
    is_known = status not in (403, 421)
    page = _templates().get_template("problem.html")
    return HTMLResponse(page.render(message=message, hint=hint, is_known=is_known), status)


def _page(request: Request, template: str, **values: Any) -> Response:
    state = request.app.state
    html = (
        _templates()
        .get_template(template)
        .render(csrf=state.keys.csrf, who=state.desk.who, formats=NAMES, **values)
    )
    return HTMLResponse(html)


def _wanted(request: Request) -> Wanted:
    """What the address asks for; what makes no sense asks for nothing."""
    given = request.query_params
    show, page = given.get("show", "all"), given.get("page", "1")
    return Wanted(
        given.get("q", "").encode("utf-8", "ignore").decode("utf-8"),
        cast(Show, show) if show in get_args(Show) else "all",
        given.get("check", ""),
        max(1, int(page)) if page.isdecimal() and len(page) < LONGEST else 1,
    )


def _linker(wanted: Wanted) -> Callable[[int], str]:
    """Makes the address of another page of the same list."""

    def link(page: int) -> str:
        values = {"q": wanted.query, "show": wanted.show, "check": wanted.check, "page": page}
        return f"/?{urlencode(values)}"

    return link


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

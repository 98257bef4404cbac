"""What the scripts of the pages ask for: one function each, from JSON to JSON."""

from collections.abc import Callable
from typing import Final

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from summarize.review.records import Edit
from summarize.review.web import asked as asks
from summarize.review.web import replacing
from summarize.review.web.adding import add_entry
from summarize.review.web.aids import aids
from summarize.review.web.answers import Json, of_history
from summarize.review.web.asked import Asked, asked
from summarize.review.web.changes import approvable, change, check, open_segment, undo
from summarize.review.web.concordance import concordance
from summarize.review.web.desk import Desk
from summarize.review.web.naming import settle
from summarize.review.web.noting import note, unnote
from summarize.review.web.search import matcher

AT_ONCE: Final = 4
"""Answers worked on at once: more would only wait for each other, and for the file."""
Handler = Callable[[Desk, Asked], Json]
_TURNS: Final = CapacityLimiter(AT_ONCE)


def _change(desk: Desk, data: Asked) -> Json:
    bulk, force, spreads = (data.get(name) is True for name in ("bulk", "force", "spread"))
    return change(desk, asks.edits(data), bulk=bulk, force=force, spreads=spreads)


def _open(desk: Desk, data: Asked) -> Json:
    place = asks.text(data, "article"), asks.text(data, "id")
    return open_segment(desk, *place, asks.version(data))


def _effort(desk: Desk, data: Asked) -> Json:
    desk.store.spend(asks.text(data, "article"), asks.text(data, "id"), asks.seconds(data))
    return {}


def _approvable(desk: Desk, data: Asked) -> Json:
    return approvable(desk, asks.text(data, "article"))


def _undo(desk: Desk, data: Asked) -> Json:
    return undo(desk, asks.text(data, "article"), asks.text(data, "id"), asks.version(data))


def _name(desk: Desk, data: Asked) -> Json:
    edit = Edit(asks.text(data, "article"), asks.text(data, "id"), asks.version(data))
    return settle(desk, edit, asks.text(data, "name"), asks.text(data, "khmer"))


def _add(desk: Desk, data: Asked) -> Json:
    texts = (asks.text(data, name) for name in ("article", "source", "khmer"))
    return add_entry(desk, *texts, is_name=data.get("is_name") is True)


def _note(desk: Desk, data: Asked) -> Json:
    return note(desk, *(asks.text(data, name) for name in ("article", "id", "text")))


def _unnote(desk: Desk, data: Asked) -> Json:
    place = asks.text(data, "article"), asks.text(data, "id")
    return unnote(desk, *place, asks.number(data, "number"))


def _find_and_put(data: Asked) -> tuple[str, str]:
    find, put = (asks.text(data, name, replacing.MAX_CHARACTERS) for name in ("find", "put"))
    return find, put


def _replacements(desk: Desk, data: Asked) -> Json:
    return replacing.preview(desk, asks.text(data, "article"), *_find_and_put(data))


def _replace(desk: Desk, data: Asked) -> Json:
    return replacing.replace_chosen(desk, *_find_and_put(data), asks.edits(data))


def _check(desk: Desk, data: Asked) -> Json:
    return check(desk, *(asks.text(data, name) for name in ("article", "id", "target")))


def _aids(desk: Desk, data: Asked) -> Json:
    return aids(desk, asks.text(data, "article"), asks.text(data, "id"))


def _concordance(desk: Desk, data: Asked) -> Json:
    return concordance(desk, asks.text(data, "q"))


def _history(desk: Desk, data: Asked) -> Json:
    changes = desk.store.history(asks.text(data, "article"), asks.text(data, "id"))
    return {"versions": of_history(changes)}


def _matching(desk: Desk, data: Asked) -> Json:
    segments = desk.store.segments(asks.text(data, "article"))
    return {"ids": [one.id for one in filter(matcher(asks.text(data, "q")), segments)]}


def _route(path: str, handler: Handler, method: str) -> Route:
    async def endpoint(request: Request) -> Response:
        data = await asked(request)
        desk = request.app.state.desk
        return JSONResponse(await to_thread.run_sync(handler, desk, data, limiter=_TURNS))

    return Route(f"/api/{path}", endpoint, methods=[method])


ROUTES: Final = [
    _route("change", _change, "POST"),
    _route("undo", _undo, "POST"),
    _route("open", _open, "POST"),
    _route("effort", _effort, "POST"),
    _route("name", _name, "POST"),
    _route("add", _add, "POST"),
    _route("note", _note, "POST"),
    _route("unnote", _unnote, "POST"),
    _route("replace", _replace, "POST"),
    _route("check", _check, "POST"),
    _route("approvable", _approvable, "GET"),
    _route("aids", _aids, "GET"),
    _route("concordance", _concordance, "GET"),
    _route("history", _history, "GET"),
    _route("replacements", _replacements, "GET"),
    _route("matching", _matching, "GET"),
]

"""The service described: as OpenAPI for programs, as a page without scripts for people."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from summarize._version import __version__
from summarize.service.own import LINES
from summarize.service.ways import WAYS, Field, Way

TITLE: Final = "summarize"
ABOUT: Final = (
    "English articles to summaries, and English to first Khmer drafts, on this machine. The Khmer "
    "is a draft for a translator, not for print."
)
_PAGE: Final = Path(__file__).with_name("page")
_KINDS: Final[dict[str, dict[str, Any]]] = {
    "texts": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "pairs": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"source": {"type": "string"}, "target": {"type": "string"}},
            "required": ["source", "target"],
        },
    },
    "file": {"type": "string", "format": "binary"},
}
_ERROR: Final = {
    "type": "object",
    "properties": {"error": {"type": "string"}, "hint": {"type": "string"}},
    "required": ["error"],
}
_REFUSALS: Final = {
    "400": "The request makes no sense, the text cannot be taken, or a key is missing.",
    "403": "A wrong key, or a page of another site.",
    "413": "Too many bytes.",
    "429": "Too much is waiting: come again after Retry-After seconds.",
    "500": "The model failed.",
    "503": "Too many requests at once: come again after Retry-After seconds.",
}


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    paths: dict[str, Any] = {}
    for way in WAYS:
        paths.setdefault(way.path, {})[way.method.lower()] = _operation(way)
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": __version__, "description": ABOUT},
        "paths": paths,
        "components": {
            "schemas": {"Error": _ERROR},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


async def openapi(_: Request) -> Response:
    """The document."""
    return JSONResponse(document())


async def page(_: Request) -> Response:
    """The same to read."""
    template = _templates().get_template("page.html")
    return HTMLResponse(template.render(title=TITLE, about=ABOUT, ways=WAYS))


async def style(_: Request) -> Response:
    """How the page looks."""
    return FileResponse(_PAGE / "page.css")


ROUTES: Final = [
    Route("/", page),
    Route("/page.css", style),
    Route("/openapi.json", openapi),
]


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _operation(way: Way) -> dict[str, Any]:
    kind = "application/octet-stream" if way.binary else "application/json"
    content: dict[str, Any] = {kind: {"schema": way.answer}}
    if way.lines:
        content[LINES] = {"schema": {"type": "object"}}
    found: dict[str, Any] = {
        "summary": way.summary,
        "responses": {"200": {"description": "Done.", "content": content}},
    }
    if way.method == "POST":
        found["security"] = [{}, {"key": []}]
        found["responses"] |= {code: _refusal(told) for code, told in _REFUSALS.items()}
    if way.fields:
        found["requestBody"] = {"required": True, "content": _bodies(way)}
    if "{key}" in way.path:
        found["parameters"] = [
            {"name": "key", "in": "path", "required": True, "schema": {"type": "string"}}
        ]
    return found


def _bodies(way: Way) -> dict[str, Any]:
    schema = {
        "type": "object",
        "properties": {field.name: _schema(field) for field in way.fields},
        "required": [field.name for field in way.fields if field.needed],
    }
    kinds = ["application/json", "application/x-www-form-urlencoded"]
    return {kind: {"schema": schema} for kind in (["multipart/form-data"] if way.files else kinds)}


def _schema(field: Field) -> dict[str, Any]:
    return {**_KINDS.get(field.kind, {"type": field.kind}), "description": field.about}


def _refusal(told: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Error"}
    return {"description": told, "content": {"application/json": {"schema": schema}}}

"""What a browser asks for, read from JSON or from an address: typed, or refused."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from starlette.exceptions import HTTPException
from starlette.requests import Request

from summarize.json_text import read_json
from summarize.review.records import STATES, Edit, State

Asked = Mapping[str, Any]
MAX_CHARACTERS: Final = 10_000
"""Of one text: a segment is a sentence, and the longest have a tenth of that."""
MAX_EDITS: Final = 1_000
MAX_NUMBER: Final = 2**53
MAX_SECONDS: Final = 60
"""Of work told at once: the page tells every few seconds."""


async def asked(request: Request) -> Asked:
    """The parameters of a request. Raises ``HTTPException`` 400 or 415 where there are none."""
    if request.method in ("GET", "HEAD"):
        return dict(request.query_params)
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415, "Changes come as JSON.")
    try:
        data = read_json(await request.body())
    except ValueError as error:
        raise HTTPException(400, "This is no JSON.") from error
    if not isinstance(data, dict):
        raise HTTPException(400, "This is no JSON object.")
    return data


def text(data: Asked, name: str, most: int = MAX_CHARACTERS) -> str:
    """The text called ``name``, without what is no character. Raises ``HTTPException`` 400, 413."""
    value = data.get(name)
    if not isinstance(value, str):
        raise HTTPException(400, f"{name} is to be text.")
    if len(value) > most:
        raise HTTPException(413, f"{name} has more than {most:,} characters.")
    return value.encode("utf-8", "ignore").decode("utf-8")


def version(data: Asked) -> int:
    """The version a change is based on. Raises ``HTTPException`` 400."""
    return number(data, "version")


def number(data: Asked, name: str) -> int:
    """The whole number called ``name``. Raises ``HTTPException`` 400."""
    value = data.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_NUMBER:
        raise HTTPException(400, f"{name} is to be a whole number.")
    return value


def seconds(data: Asked) -> float:
    """How long somebody has worked. Raises ``HTTPException`` 400."""
    value = data.get("seconds")
    if not isinstance(value, int | float) or value is True or not 0 < value <= MAX_SECONDS:
        raise HTTPException(400, f"seconds is to be a number up to {MAX_SECONDS}.")
    return float(value)


def edits(data: Asked) -> list[Edit]:
    """The changes asked for, one or more. Raises ``HTTPException`` 400, 413."""
    items = data.get("edits")
    if not isinstance(items, Sequence) or isinstance(items, str) or not items:
        raise HTTPException(400, "edits is to be a list.")
    if len(items) > MAX_EDITS:
        raise HTTPException(413, f"More than {MAX_EDITS:,} edits at once are not taken.")
    return [_edit(item) for item in items]


def _edit(item: object) -> Edit:
    if not isinstance(item, dict):
        raise HTTPException(400, "An edit is to be an object.")
    target = None if item.get("target") is None else text(item, "target")
    state = item.get("state")
    if state is not None and state not in STATES:
        raise HTTPException(400, f"state is to be one of {', '.join(STATES)}.")
    place = text(item, "article"), text(item, "id")
    return Edit(*place, version(item), target, cast("State | None", state))

"""What a client asks, as JSON or as a form: typed, or refused in words."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from summarize.json_text import read_json

Asked = Mapping[str, Any]
MAX_CHARACTERS: Final = 100_000
"""Of all texts of a request: a hundred minutes of a model, and twenty long articles."""
MAX_TEXTS: Final = 500
"""Texts, or pairs, in one request."""
MAX_SENTENCES: Final = 1_000
"""Sentences to translate in one request."""
SECONDS: Final = 30.0
"""For a request to come in whole."""
_MAX_FIELDS: Final = 1_000
_JSON: Final = "application/json"
_FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file of a form."""

    name: str
    data: bytes


async def asked(request: Request) -> Asked:
    """The fields of a request. Raises ``HTTPException`` 400, 408, 415."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        async with asyncio.timeout(SECONDS):
            if kind in _FORMS:
                return await _form(request)
            body = await request.body()
    except TimeoutError:
        raise HTTPException(408, "The request did not come in whole.") from None
    if kind == "text/plain":
        return {"text": body.decode("utf-8", "replace")}
    if kind != _JSON:
        raise HTTPException(415, f"Send {_JSON}, or a form.")
    return _object(body)


def text(data: Asked, name: str) -> str:
    """The text called ``name``, which has to be there. Raises ``HTTPException`` 400."""
    value = data.get(name)
    if value is None or value == "":
        raise HTTPException(400, f"Invalid request: missing {name} parameter")
    if not isinstance(value, str):
        raise HTTPException(400, f"Invalid request: {name} parameter is not text")
    if len(value) > MAX_CHARACTERS:
        raise _too_many(len(value), MAX_CHARACTERS)
    return _sound(value)


def texts(data: Asked, name: str) -> list[str]:
    """The texts called ``name``, one or a list of them. Raises ``HTTPException`` 400."""
    value = data.get(name)
    if not isinstance(value, list):
        return [text(data, name)]
    if not value:
        raise HTTPException(400, f"Invalid request: missing {name} parameter")
    if not all(isinstance(one, str) for one in value):
        raise HTTPException(400, f"Invalid request: {name} parameter is not a list of texts")
    if len(value) > MAX_TEXTS:
        raise _too_many(len(value), MAX_TEXTS)
    size = sum(map(len, value))
    if size > MAX_CHARACTERS:
        raise _too_many(size, MAX_CHARACTERS)
    return [_sound(one) for one in value]


def optional(data: Asked, name: str, usual: str = "") -> str:
    """The text called ``name``, or ``usual``. Raises ``HTTPException`` 400."""
    return text(data, name) if data.get(name) not in (None, "") else usual


def number(data: Asked, name: str, most: int) -> int:
    """The number called ``name``, 0 where there is none, ``most`` where it is more.

    Raises ``HTTPException`` 400.
    """
    value = data.get(name, 0)
    try:
        return max(0, min(most, int(str(value) or "0")))
    except ValueError:
        raise HTTPException(400, f"Invalid request: {name} parameter is not a number") from None


def switch(data: Asked, name: str, usual: bool) -> bool:
    """Whether ``name`` is on. Raises ``HTTPException`` 400."""
    value = data.get(name)
    if value is None or value == "":
        return usual
    if isinstance(value, bool):
        return value
    words = {"true": True, "1": True, "false": False, "0": False}
    if str(value).lower() not in words:
        raise HTTPException(400, f"Invalid request: {name} parameter is not true or false")
    return words[str(value).lower()]


def require_few_sentences(count: int) -> None:
    """Raise ``HTTPException`` 400 for more than one request may have."""
    if count > MAX_SENTENCES:
        raise HTTPException(
            400, f"Invalid request: {count:,} sentences exceed the limit of {MAX_SENTENCES:,}"
        )


async def _form(request: Request) -> Asked:
    """The fields of a form. Several values of one name are a list."""
    found: dict[str, Any] = {}
    try:
        async with request.form(max_files=1, max_fields=_MAX_FIELDS) as form:
            for name in form:
                values = [await _value(one) for one in form.getlist(name)]
                found[name] = values if len(values) > 1 else values[0]
    except MultiPartException as error:
        raise HTTPException(400, f"Invalid request: {error.message}") from error
    return found


async def _value(value: str | UploadFile) -> str | Uploaded:
    """Lines of text end as on UNIX, whatever a browser sends."""
    if isinstance(value, UploadFile):
        return Uploaded(value.filename or "", await value.read())
    return "\n".join(value.splitlines())


def _object(body: bytes) -> Asked:
    try:
        data = read_json(body)
    except ValueError:
        raise HTTPException(400, "Invalid JSON format") from None
    if not isinstance(data, dict):
        raise HTTPException(400, "Invalid JSON format")
    return data


def _sound(value: str) -> str:
    """Without halves of characters, which nothing could write."""
    return value.encode("utf-8", "ignore").decode("utf-8")


def _too_many(size: int, limit: int) -> HTTPException:
    return HTTPException(400, f"Invalid request: request ({size}) exceeds text limit ({limit})")

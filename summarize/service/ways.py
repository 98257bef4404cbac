"""Every way to ask the service, once: the OpenAPI document and the page are made of it."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from summarize.service.asked import MAX_CHARACTERS, MAX_TEXTS

Kind = Literal["string", "integer", "boolean", "texts", "pairs", "file"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a request."""

    name: str
    kind: Kind
    about: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One method on one path, its fields, and what is answered: a JSON schema.

    ``files`` says that the request is a form with a file; ``lines`` that the answer may come line
    by line; ``example`` is a body.
    """

    method: Literal["GET", "POST"]
    path: str
    summary: str
    answer: dict[str, Any]
    fields: tuple[Field, ...] = ()
    files: bool = False
    lines: bool = False
    binary: bool = False
    example: str = ""


def _object(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_TEXT: Final[dict[str, Any]] = {"type": "string"}
_NUMBER: Final[dict[str, Any]] = {"type": "number"}
_LANGUAGE: Final = _object(language=_TEXT, confidence={**_NUMBER, "minimum": 0, "maximum": 100})
_ONE_OR_MORE: Final = {"oneOf": [_TEXT, _list(_TEXT)]}
_FINDING: Final = _object(check=_TEXT, severity=_TEXT, message=_TEXT, where=_TEXT)
_KEY: Final = Field("api_key", "string", "The key, where the server needs one.")
_SOURCE: Final = Field("source", "string", "en, or auto to find out.", needed=True)
_TARGET: Final = Field("target", "string", "km.", needed=True)

WAYS: Final = (
    Way(
        "GET",
        "/languages",
        "The languages: English, into Khmer.",
        _list(_object(code=_TEXT, name=_TEXT, targets=_list(_TEXT))),
    ),
    Way(
        "POST",
        "/translate",
        "Draft a text, or several, in Khmer. JSON or a form.",
        _object(
            translatedText=_ONE_OR_MORE,
            detectedLanguage={"oneOf": [_LANGUAGE, _list(_LANGUAGE)]},
            alternatives={"oneOf": [_list(_TEXT), _list(_list(_TEXT))]},
        ),
        (
            Field(
                "q",
                "texts",
                f"A text, or a list of at most {MAX_TEXTS}; {MAX_CHARACTERS:,} characters in all.",
                needed=True,
            ),
            _SOURCE,
            _TARGET,
            Field("format", "string", "text (as without it) or html."),
            Field("alternatives", "integer", "Other wordings wanted of each text, at most 3."),
            _KEY,
        ),
        example='{"q": "The court opened on Monday.", "source": "en", "target": "km"}',
    ),
    Way(
        "POST",
        "/translate_file",
        "Draft a .txt, .html or .docx file in Khmer, in its own layout. A form.",
        _object(translatedFileUrl=_TEXT),
        (Field("file", "file", "The file.", needed=True), _SOURCE, _TARGET, _KEY),
        files=True,
    ),
    Way(
        "GET",
        "/download_file/{key}",
        "A translated file, for half an hour.",
        {"type": "string", "format": "binary"},
        binary=True,
    ),
    Way(
        "POST",
        "/detect",
        "The language of a text. JSON or a form.",
        _list(_LANGUAGE),
        (Field("q", "texts", "The text.", needed=True), _KEY),
        example='{"q": "The court opened on Monday."}',
    ),
    Way(
        "GET",
        "/frontend/settings",
        "What a page in front of the service has to know.",
        {"type": "object"},
    ),
    Way(
        "POST",
        "/suggest",
        "Always refused (403): drafts are changed in the review.",
        {"type": "object"},
    ),
    Way("GET", "/health", "That it works, and how many sentences wait.", _object(status=_TEXT)),
    Way(
        "POST",
        "/summarize",
        "Summarise an English article and draft the summary in Khmer, with what the checks find. "
        "JSON, a form, or the text itself as text/plain. With Accept: application/x-ndjson the "
        "answer comes line by line: the summary, each Khmer sentence, the result.",
        {"type": "object", "description": "A result: docs/json.md describes it."},
        (
            Field("text", "string", "The article.", needed=True),
            Field("title", "string", "Its headline."),
            Field("length", "string", "short, medium, long, or a number of sentences."),
            Field("translate", "boolean", "false leaves out the Khmer."),
            Field("force", "boolean", "true takes a text that is not English."),
            _KEY,
        ),
        lines=True,
        example='{"text": "The court opened on Monday. …", "length": "short"}',
    ),
    Way(
        "POST",
        "/check",
        "Check English with its Khmer, one pair or several: findings, by pair k1, k2, …",
        _object(findings=_list(_FINDING)),
        (
            Field("source", "string", "The English of one pair."),
            Field("target", "string", "Its Khmer."),
            Field("pairs", "pairs", f"Instead: a list of at most {MAX_TEXTS} such pairs."),
            _KEY,
        ),
        example='{"source": "16 people came.", "target": "មានមនុស្ស ៣៦ នាក់មក។"}',
    ),
    Way("GET", "/openapi.json", "This description, for programs.", {"type": "object"}),
)

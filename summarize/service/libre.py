"""The interface of LibreTranslate, as its clients know it: OmegaT, Weblate, libretranslatepy.

Known from its documentation and from what these clients send. What is not there (suggestions,
other languages) is refused with its status codes.
"""

from collections.abc import Mapping
from typing import Any, Final, cast

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from summarize.articles.decoding import decode
from summarize.drafting.attempts import ALTERNATIVES
from summarize.records import Result, Segment
from summarize.service import asked as asks
from summarize.service.asked import Uploaded, asked
from summarize.service.desk import results_of
from summarize.service.documents.base import Document
from summarize.service.documents.markup import Markup
from summarize.service.documents.plain import Plain
from summarize.service.documents.word import Word
from summarize.service.guard import FILE_PATH, require_key
from summarize.service.languages import AUTO, LANGUAGES, SOURCE, TARGET, detected, require_pair
from summarize.serving.attachment import attachment

FORMATS: Final[Mapping[str, type[Plain] | type[Markup]]] = {"text": Plain, "html": Markup}
FILES: Final = (".txt", ".html", ".htm", ".docx")
"""Kinds of files that are translated in their own layout."""
_SECONDS: Final = 500
"""How long the page of LibreTranslate waits while somebody types, in milliseconds."""


async def languages(_: Request) -> Response:
    """The pair of languages there is."""
    return JSONResponse(LANGUAGES)


async def translate(request: Request) -> Response:
    """One text or several, plain or HTML."""
    data = await asked(request)
    require_key(request, data)
    texts = asks.texts(data, "q")
    source, target = asks.text(data, "source"), asks.text(data, "target")
    most = asks.number(data, "alternatives", ALTERNATIVES)
    kind = asks.optional(data, "format", "text")
    require_pair(source, target)
    if kind not in FORMATS:
        raise HTTPException(400, f"{kind} format is not supported")
    found = await _detected(texts) if source == AUTO else []
    documents = await run_in_threadpool(_documents, texts, kind, found)
    results = await results_of(request, [one.article for one in documents])
    wordings = await run_in_threadpool(_wordings, documents, results, most)
    batch = isinstance(data["q"], list)
    answer: dict[str, Any] = {"translatedText": _of(batch, [own[0] for own in wordings])}
    if found:
        answer["detectedLanguage"] = _of(batch, found)
    if most:
        answer["alternatives"] = _of(batch, [own[1:] for own in wordings])
    return JSONResponse(answer)


async def translate_file(request: Request) -> Response:
    """One file; the answer says where the Khmer one can be fetched for a while."""
    data = await asked(request)
    require_key(request, data)
    file = data.get("file")
    if not isinstance(file, Uploaded) or not file.name:
        raise HTTPException(400, "Invalid request: missing file parameter")
    source, target = asks.text(data, "source"), asks.text(data, "target")
    require_pair(source, target)
    stem, dot, suffix = file.name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    kind = f"{dot}{suffix.lower()}"
    if kind not in FILES:
        raise HTTPException(400, "Invalid request: file format not supported")
    document = await run_in_threadpool(_document, file.data, kind)
    asks.require_few_sentences(len(document.article.sentences))
    if source == AUTO:
        await _detected([document.article.text])
    (result,) = await results_of(request, [document.article])
    content = await run_in_threadpool(_written, document, result)
    name = f"{stem}_{TARGET}{kind}"
    desk = request.app.state.desk
    path = f"/download_file/{desk.files.put(name, content)}"
    return JSONResponse({"translatedFileUrl": f"http://{request.headers['host']}{path}"})


async def download_file(request: Request) -> Response:
    """A translated file, by the name that nobody can guess."""
    kept = request.app.state.desk.files.get(request.path_params["key"])
    if kept is None:
        raise HTTPException(404, "There is no such file, or no more: translate it again.")
    return attachment(kept.name, kept.data)


async def detect(request: Request) -> Response:
    """The language of a text."""
    data = await asked(request)
    require_key(request, data)
    return JSONResponse([await run_in_threadpool(detected, "\n".join(asks.texts(data, "q")))])


async def settings(request: Request) -> Response:
    """What a page in front of it has to know."""
    key = bool(request.app.state.desk.key)
    return JSONResponse(
        {
            "charLimit": asks.MAX_CHARACTERS,
            "frontendTimeout": _SECONDS,
            "apiKeys": key,
            "keyRequired": key,
            "suggestions": False,
            "filesTranslation": True,
            "supportedFilesFormat": list(FILES),
            "language": {
                "source": {"code": SOURCE, "name": LANGUAGES[0]["name"]},
                "target": {"code": TARGET, "name": LANGUAGES[1]["name"]},
            },
        }
    )


async def suggest(_: Request) -> Response:
    """Suggestions are no way to change a draft here: there is the review."""
    raise HTTPException(403, "Suggestions are disabled on this server.")


async def health(request: Request) -> Response:
    """That it is there, and how many sentences wait."""
    return JSONResponse({"status": "ok", "waiting": request.app.state.desk.worker.waiting})


ROUTES: Final = [
    Route("/languages", languages),
    Route("/translate", translate, methods=["POST"]),
    Route(FILE_PATH, translate_file, methods=["POST"]),
    Route("/download_file/{key}", download_file),
    Route("/detect", detect, methods=["POST"]),
    Route("/frontend/settings", settings),
    Route("/suggest", suggest, methods=["POST"]),
    Route("/health", health),
]


async def _detected(texts: list[str]) -> list[dict[str, Any]]:
    """The language of each text. Raises ``HTTPException`` 400 for one that is not translated."""
    found = await run_in_threadpool(lambda: [detected(one) for one in texts])
    for one in found:
        if one["language"] not in (SOURCE, TARGET):
            raise HTTPException(400, f"{one['language']} is not supported")
    return found


def _documents(texts: list[str], kind: str, found: list[dict[str, Any]]) -> list[Document[str]]:
    """Each text as a document; one that was found to be Khmer already stays as it is."""
    documents: list[Document[str]] = [FORMATS[kind](text) for text in texts]
    for i, one in enumerate(found):
        if one["language"] == TARGET:
            documents[i] = _Unchanged(texts[i])
    asks.require_few_sentences(sum(len(one.article.sentences) for one in documents))
    return documents


class _Unchanged:
    """A text that needs no translation."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.article = Plain("").article

    def written(self, _targets: Mapping[str, str]) -> str:
        return self._text


def _document(data: bytes, kind: str) -> Document[str] | Document[bytes]:
    if kind == ".docx":
        return Word(data)
    text = decode(data, "The file", "")
    return Plain(text) if kind == ".txt" else Markup(text)


def _written(document: Document[str] | Document[bytes], result: Result) -> bytes:
    written = document.written(_targets(result))
    return written if isinstance(written, bytes) else str(written).encode("utf-8")


def _wordings(documents: list[Document[str]], results: list[Result], most: int) -> list[list[str]]:
    """For each document the text as drafted, then up to ``most`` others, all different."""
    return [
        list(
            dict.fromkeys(
                document.written(_targets(result, rank))
                for rank in range(1 + min(most, _ranks(result)))
            )
        )
        for document, result in zip(documents, results, strict=True)
    ]


def _ranks(result: Result) -> int:
    return max((len(one.alternatives) for one in _segments(result)), default=0)


def _targets(result: Result, rank: int = 0) -> dict[str, str]:
    """By sentence the Khmer: the draft, or from rank 1 on another wording, as far as there is."""
    return {
        one.sentence: [one.target, *one.alternatives][: rank + 1][-1] for one in _segments(result)
    }


def _segments(result: Result) -> tuple[Segment, ...]:
    return result.draft.segments if result.draft else ()


def _of(batch: bool, values: list[Any]) -> Any:
    """A list for a list, one for one."""
    return values if batch else cast(Any, values[0])

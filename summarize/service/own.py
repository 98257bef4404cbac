"""Our own interface: summaries with their Khmer draft and findings, and the checks on any pair."""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from functools import partial
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from summarize.articles.build import article_from_text
from summarize.backends.base import SummarySpec
from summarize.checks import Context, check_draft
from summarize.errors import UsageError
from summarize.lengths import spec_of
from summarize.records import Article, Finding, Segment
from summarize.service import asked as asks
from summarize.service.asked import Asked, asked
from summarize.service.desk import Desk, Ordered, results_of
from summarize.service.guard import require_key
from summarize.service.orders import Answer, Failed, Finished, SegmentReady, Summarised

LINES: Final = "application/x-ndjson"


async def summarize(request: Request) -> Response:
    """The summary of an article and its Khmer draft, whole or line by line as it comes."""
    data = await asked(request)
    require_key(request, data)
    desk: Desk = request.app.state.desk
    spec = _spec(data, desk.spec)
    draft = asks.switch(data, "translate", usual=True)
    article = await run_in_threadpool(_article, data)
    if LINES in request.headers.get("accept", ""):
        ordered = Ordered(desk)
        await ordered.put([article], spec, bit_by_bit=True, draft=draft)
        return Lines(ordered)
    (result,) = await results_of(request, [article], spec=spec, draft=draft)
    return JSONResponse(result.to_dict())


async def check(request: Request) -> Response:
    """The findings of all checks on English with its Khmer, one pair or several."""
    data = await asked(request)
    require_key(request, data)
    segments = _pairs(data)
    found = await run_in_threadpool(_checked, segments, request.app.state.desk.context)
    return JSONResponse({"findings": [asdict(one) for one in found]})


ROUTES: Final = [
    Route("/summarize", summarize, methods=["POST"]),
    Route("/check", check, methods=["POST"]),
]


class Lines(StreamingResponse):
    """The answers to ``ordered``, each a line of JSON; nothing more is done once nobody reads."""

    def __init__(self, ordered: Ordered) -> None:
        super().__init__(_lines(ordered), media_type=LINES)
        self._ordered = ordered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send them."""
        async with self._ordered:
            await super().__call__(scope, receive, send)


async def _lines(ordered: Ordered) -> AsyncIterator[str]:
    async for answer in ordered.answers():
        yield json.dumps(_event(answer), ensure_ascii=False) + "\n"


def _event(answer: Answer) -> dict[str, Any]:
    match answer:
        case Summarised(summary):
            return {"event": "summary", "summary": asdict(summary)}
        case SegmentReady(segment):
            return {"event": "segment", "segment": asdict(segment)}
        case Finished(result):
            return {"event": "result", "result": result.to_dict()}
        case Failed(error):
            return {"event": "error", "error": error.message, "hint": error.hint}


def _article(data: Asked) -> Article:
    """Raises ``ArticleError``."""
    make = partial(article_from_text, title=asks.optional(data, "title"))
    return make(asks.text(data, "text"), force=asks.switch(data, "force", usual=False))


def _spec(data: Asked, usual: SummarySpec) -> SummarySpec:
    length = data.get("length")
    if length is None or length == "":
        return usual
    try:
        return spec_of(str(length), compress=usual.compress)
    except UsageError as error:
        raise HTTPException(400, f"Invalid request: {error.message}") from None


def _pairs(data: Asked) -> list[Segment]:
    """The pairs as segments ``k1``, …; raises ``HTTPException`` 400."""
    pairs = data.get("pairs", [data])
    if not isinstance(pairs, list) or not pairs or not all(isinstance(p, dict) for p in pairs):
        raise HTTPException(400, "Invalid request: pairs parameter is not a list of objects")
    if len(pairs) > asks.MAX_TEXTS:
        raise HTTPException(400, f"Invalid request: more than {asks.MAX_TEXTS} pairs at once")
    texts = [(asks.text(pair, "source"), asks.text(pair, "target")) for pair in pairs]
    return [
        Segment(f"k{number}", f"s{number}", source, target)
        for number, (source, target) in enumerate(texts, start=1)
    ]


def _checked(segments: list[Segment], context: Context) -> tuple[Finding, ...]:
    return tuple(check_draft(segments, context))

"""The program as tools of the Model Context Protocol, on standard input and output.

``summarize mcp`` is started by a program that talks to a language model; what the model asks for
comes as data, and the most that a tool does is to answer. It reads no file and opens no address.
"""

from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

from summarize._version import __version__
from summarize.articles.build import article_from_text
from summarize.backends.base import SummarySpec
from summarize.checks import Context, check_pair
from summarize.errors import SummarizeError, UsageError
from summarize.lengths import spec_of
from summarize.service.asked import MAX_CHARACTERS, MAX_SENTENCES
from summarize.service.documents.plain import Plain
from summarize.service.waiting import result_of
from summarize.service.worker import Worker

if TYPE_CHECKING:
    from mcp.server import MCPServer

P = ParamSpec("P")
R = TypeVar("R")
ABOUT: Final = (
    "Summarises English news and drafts Khmer on this machine. The Khmer is a first draft for a "
    "translator: show its findings, and say that it has to be checked."
)
TO_INSTALL: Final = 'Install it: pip install "summarize-km[mcp]"'


def build_server(worker: Worker, context: Context, usual: SummarySpec) -> "MCPServer[Any]":
    """The tools, answered by ``worker``. Raises ``UsageError`` where the SDK is missing."""
    try:
        from mcp.server import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
    except ImportError as error:
        raise UsageError("the SDK of the Model Context Protocol is missing", TO_INSTALL) from error
    server: MCPServer[Any] = MCPServer(
        "summarize", instructions=ABOUT, version=__version__, log_level="ERROR"
    )

    def tool(function: Callable[P, R]) -> Callable[P, R]:
        """Register ``function``; what it refuses is told to the model in words."""

        @wraps(function)
        def told(*arguments: P.args, **named: P.kwargs) -> R:
            try:
                return function(*arguments, **named)
            except SummarizeError as error:
                raise ToolError(f"{error.message}. {error.hint}".strip()) from error

        server.tool()(told)
        return told

    @tool
    def summarise(text: str, title: str = "", length: str = "") -> dict[str, Any]:
        """Summarise an English news article and draft the summary in Khmer.

        ``length`` is short, medium, long, a number of sentences, of words (60w), of characters
        (300c) or of points (3p), standfirst, or push. The answer has the sentences of the summary
        with their Khmer, and what the checks find in either.
        """
        spec = spec_of(length, compress=usual.compress) if length else usual
        _require_short(text)
        result = result_of(worker, article_from_text(text, title=title), spec)
        segments = result.draft.segments if result.draft else ()
        return {
            "title": result.article.title,
            "sentences": [
                {"id": one.id, "english": one.source, "khmer": one.target} for one in segments
            ],
            "findings": [asdict(one) for one in result.findings],
        }

    @tool
    def translate(text: str) -> dict[str, Any]:
        """Draft an English text in Khmer, sentence by sentence, with what the checks find."""
        _require_short(text)
        document = Plain(text)
        if len(document.article.sentences) > MAX_SENTENCES:
            raise UsageError(f"the text has more than {MAX_SENTENCES:,} sentences", "Send a part.")
        result = result_of(worker, document.article)
        segments = result.draft.segments if result.draft else ()
        return {
            "khmer": document.written({one.sentence: one.target for one in segments}),
            "findings": [asdict(one) for one in result.findings],
        }

    @tool
    def check(english: str, khmer: str) -> dict[str, Any]:
        """Check a Khmer sentence against its English: numbers, dates, names, terms and more."""
        _require_short(english + khmer)
        return {"findings": [asdict(one) for one in check_pair(english, khmer, context)]}

    return server


def _require_short(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise UsageError(f"the text has more than {MAX_CHARACTERS:,} characters", "Send a part.")

"""What ``summarize review serve``, ``summarize serve`` and ``summarize mcp`` do."""

import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.backends.base import SummarySpec
from summarize.checks import Context
from summarize.cli import remembering
from summarize.cli.ledger import enter
from summarize.cli.report import Reporter
from summarize.cli.reviewing import opened
from summarize.cli.trusting import load_settings
from summarize.glossary.ledger import NAME
from summarize.pipeline import Pipeline
from summarize.session import CacheMode, check_context, open_pipeline
from summarize.settings import Settings

if TYPE_CHECKING:  # the page is read only where it is shown
    from summarize.review.web.desk import Kind


@dataclass(frozen=True, slots=True)
class Approving:
    """Approves names and terms for the page as ``summarize names approve`` does, by ``who``."""

    settings: Settings
    who: str

    def __call__(self, source: str, khmer: str, kind: "Kind") -> Context:
        """Put it into one's own glossary; what the checks look at then."""
        given = {"origin": "sound"} if kind == "proposed" else {}
        note = "" if kind == "term" else NAME
        enter(source, khmer, given, self.who, self.settings.glossary, note)
        return check_context(self.settings)


def serve_review(results: Path, who: str, host: str, port: int, *, browser: bool) -> None:
    """Open the review and show it until interrupted. Raises ``UsageError``, ``ReviewError``."""
    from summarize.review.web.desk import Desk
    from summarize.review.web.serve import serve

    settings = load_settings()
    with opened(results) as store, remembering.opened() as memory:
        desk = Desk(store, memory, who, Approving(settings, who))
        serve(desk, host, port, browser=browser, notify=Reporter().notify)


def serve_programs(
    flags: Mapping[str, Any],
    host: str,
    port: int,
    *,
    download: bool,
    no_cache: bool,
    quiet: bool,
) -> None:
    """Serve other programs until interrupted. Raises ``UsageError``, ``ModelError``."""
    from summarize.service.guard import KEY
    from summarize.service.serve import serve

    notify = Reporter(quiet).notify
    pipeline, context, spec = _opened(flags, notify, download=download, no_cache=no_cache)
    serve(pipeline, context, spec, host, port, key=os.environ.get(KEY, ""), notify=notify)


def serve_tools(flags: Mapping[str, Any], *, no_cache: bool) -> None:
    """Answer on standard input and output until that is closed. Raises ``SummarizeError``."""
    from summarize.service.serve import ended
    from summarize.service.tools import build_server
    from summarize.service.worker import Worker

    notify = Reporter().notify
    pipeline, context, spec = _opened(flags, notify, download=False, no_cache=no_cache)
    pipeline.require_models()
    worker = Worker(pipeline)
    server = build_server(worker, context, spec)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a thread waits for input and hears nothing else
    worker.start()
    server.run("stdio")
    ended(worker)


def _opened(
    flags: Mapping[str, Any], notify: Callable[[str], None], *, download: bool, no_cache: bool
) -> tuple[Pipeline, Context, SummarySpec]:
    settings = load_settings(flags)
    mode: CacheMode = "none" if no_cache else "use"
    pipeline = open_pipeline(settings, notify=notify, cache_mode=mode, download=download)
    return pipeline, check_context(settings), settings.spec

"""What ``summarize review serve`` does."""

from pathlib import Path

from summarize.cli import remembering
from summarize.cli.report import Reporter
from summarize.cli.reviewing import opened
from summarize.cli.trusting import load_settings
from summarize.review.web.desk import Desk
from summarize.review.web.serve import serve
from summarize.session import check_context


def serve_review(results: Path, who: str, host: str, port: int, *, browser: bool) -> None:
    """Open the review and show it until interrupted. Raises ``UsageError``, ``ReviewError``."""
    context = check_context(load_settings())
    with opened(results) as store, remembering.opened() as memory:
        desk = Desk(store, memory, context, who)
        serve(desk, host, port, browser=browser, notify=Reporter().notify)

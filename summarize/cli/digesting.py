"""What ``summarize digest`` does: gather the articles of a review, and write their digest."""

import sys
from pathlib import Path
from typing import cast, get_args

from summarize.cli.deliver import print_bytes, write_atomically
from summarize.cli.report import Reporter
from summarize.cli.reviewing import opened
from summarize.digest.build import Told, build
from summarize.digest.formats import DigestFormat, render
from summarize.digest.words import standing_line, summary_line
from summarize.errors import OutputError, UsageError
from summarize.review.confidence import of_article
from summarize.review.results import twins_of
from summarize.review.store import ReviewStore


def show_digest(results: Path, format_name: DigestFormat | None, output: Path | None) -> None:
    """Print the digest of ``results``, or write it and say so. Raises ``SummarizeError``."""
    chosen = _format(format_name, output)
    with opened(results) as store:
        articles = _told(store, results)
    if not articles:
        raise UsageError(f"there are no articles in {results}", "See its report.html for why.")
    digest = build(articles)
    data = render(digest, chosen)
    if output is None:
        print_bytes(data)
        return
    try:
        write_atomically(output, data)
    except OSError as error:
        raise OutputError.refused(output, error) from error
    Reporter().notify(f"Wrote {output}: {summary_line(digest)}.")
    if standing := standing_line(digest.standings):
        Reporter().notify(standing)


def _told(store: ReviewStore, results: Path) -> list[Told]:
    twins = twins_of(results)
    found = []
    for one in store.articles():
        result = store.article(one.id)
        same = twins.get(result.article.source, ())
        found.append(Told(result, store.segments(one.id), of_article(store, one.id), same))
    return found


def _format(format_name: DigestFormat | None, output: Path | None) -> DigestFormat:
    """What is named, else what the file ends in, else Markdown. Raises ``UsageError``."""
    if output is None:
        if format_name == "docx" and sys.stdout.isatty():
            raise UsageError("a Word file cannot be shown in a terminal", "Add -o FILE.docx.")
        return format_name or "md"
    if not output.parent.is_dir():
        raise UsageError(f"there is no folder {output.parent}", "Make it, or name another file.")
    suffix = output.suffix.lower().lstrip(".")
    if format_name is None and suffix not in get_args(DigestFormat):
        raise UsageError(
            f"cannot tell the format from the name {output.name}",
            f"End it in .{', .'.join(get_args(DigestFormat))}, or give --format.",
        )
    return format_name or cast(DigestFormat, suffix)

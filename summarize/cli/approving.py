"""What ``summarize review approve`` does: choose segments, leave out faulty ones, approve."""

import getpass
import json
from collections.abc import Sequence
from dataclasses import dataclass

import typer

from summarize.cli.report import Reporter
from summarize.cli.reviewing import named, segments_of
from summarize.errors import UsageError
from summarize.review.records import Edit, Outcome, Reviewed
from summarize.review.store import ReviewStore
from summarize.settings import load_settings


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be approved: segments by name, or all without errors, or with ``force`` all."""

    article: str | None
    segments: tuple[str, ...]
    all_clean: bool
    force: bool


def signer(who: str | None) -> str:
    """The name that a change is signed with: given, set, or that of the account."""
    name = who or load_settings().who
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name, as in a container
        raise UsageError("nobody is named as the one who approves", "Add --who NAME.") from None


def approve_segments(store: ReviewStore, wanted: Wanted, who: str, format_name: str) -> int:
    """Approve what is wanted and print what was; returns how many were refused."""
    chosen = [one for one in _chosen(store, wanted) if one.state != "approved"]
    faulty = set() if wanted.force else _with_errors(store, chosen)
    sound = [one for one in chosen if one.key not in faulty]
    edits = [Edit(one.article, one.id, one.version, state="approved") for one in sound]
    outcomes = store.change(edits, who) if edits else []
    _show(outcomes, sorted(faulty), who, format_name)
    return len(faulty) + sum(not one.done for one in outcomes)


def _chosen(store: ReviewStore, wanted: Wanted) -> list[Reviewed]:
    """Raises ``UsageError`` where it is not said what to approve, or it is not there."""
    segments = segments_of(store, wanted.article)
    if wanted.segments:
        if wanted.all_clean:
            raise UsageError("--segment and --all-clean exclude each other", "Give one of the two.")
        return named(segments, wanted.segments, wanted.article)
    if not (wanted.all_clean or wanted.article):
        raise UsageError(
            "it is not said what to approve",
            "Give --segment ID, --article ID, or --all-clean for all without errors.",
        )
    return segments


def _with_errors(store: ReviewStore, segments: Sequence[Reviewed]) -> set[str]:
    """The keys of segments in which a check finds an error."""
    articles = {one.article for one in segments}
    return {
        f"{article}:{finding.where}"
        for article in articles
        for finding in store.findings(article)
        if finding.severity == "error"
    } & {one.key for one in segments}


def _show(outcomes: Sequence[Outcome], faulty: Sequence[str], who: str, format_name: str) -> None:
    done = [one.segment.key for one in outcomes if one.done]
    conflicts = [one.segment.key for one in outcomes if not one.done]
    if format_name == "json":
        data = {"who": who, "approved": done, "with_errors": faulty, "conflicts": conflicts}
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    typer.echo(f"approved {len(done)} as {who}")
    reporter = Reporter()
    if faulty:
        reporter.notify(f"left out because of errors: {', '.join(faulty)} (--force approves them)")
    if conflicts:
        reporter.notify(f"changed by somebody else meanwhile: {', '.join(conflicts)}")

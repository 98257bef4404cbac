"""What ``summarize review approve`` does: choose segments, weigh them, ask, approve."""

import getpass
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import typer

from summarize.cli.asking import agreed
from summarize.cli.report import Reporter
from summarize.cli.reviewing import named, plural, segments_of
from summarize.cli.trusting import load_settings
from summarize.errors import UsageError
from summarize.review.approvable import REASONS, in_words
from summarize.review.labels import label_of_key, labels
from summarize.review.records import Edit, Outcome, Reviewed
from summarize.review.store import ReviewStore
from summarize.review.weighing import Weighed, weigh


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be approved: segments by name, or in bulk, with ``force`` in spite of findings.

    ``yes`` is the answer to the question that is asked before an approval in bulk.
    """

    article: str | None
    segments: tuple[str, ...]
    all_clean: bool
    force: bool
    yes: bool

    @property
    def in_bulk(self) -> bool:
        """Whether nobody has named each segment."""
        return not self.segments


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
    """Approve what is wanted and print what was; returns how many were refused.

    Raises ``UsageError`` where somebody has to be asked and nobody is there.
    """
    chosen = [one for one in _chosen(store, wanted) if not _is_settled(one, wanted)]
    edits = [
        Edit(one.article, one.id, one.version, state="approved", opened=not wanted.in_bulk)
        for one in chosen
    ]
    weighed = weigh(store, edits, in_bulk=wanted.in_bulk, force=wanted.force)
    sound = [one.edit for one in weighed if one.reason is None]
    left = [one for one in weighed if one.reason]
    if sound and wanted.in_bulk and not _may_go_on(len(sound), left, wanted.yes):
        sound = []
    outcomes = store.change(sound, who) if sound else []
    _show(outcomes, left, who, format_name, labels(store.articles()))
    return len(left) + sum(not one.done for one in outcomes)


def _is_settled(segment: Reviewed, wanted: Wanted) -> bool:
    """Whether there is nothing to do: to name what was approved in bulk confirms it."""
    return segment.state == "approved" if wanted.in_bulk else segment.is_confirmed


def _may_go_on(count: int, left: Sequence[Weighed], yes: bool) -> bool:
    """Say how many would be approved, how many not and why, and ask unless the answer is given."""
    plan = f"Approve {plural(count, 'segment')}"
    if left:
        reasons = in_words(one.reason for one in left if one.reason)
        plan += f" and leave {len(left)} ({reasons})"
    if not yes:
        return agreed(f"{plan}?")
    Reporter().notify(plan)
    return True


def _chosen(store: ReviewStore, wanted: Wanted) -> list[Reviewed]:
    """Raises ``UsageError`` where it is not said what to approve, or it is not there."""
    if wanted.segments:
        if wanted.all_clean:
            raise UsageError("--segment and --all-clean exclude each other", "Give one of the two.")
        return named(store, wanted.segments, wanted.article)
    if not (wanted.all_clean or wanted.article):
        raise UsageError(
            "it is not said what to approve",
            "Give --segment ID, --article ID, or --all-clean for all without findings.",
        )
    return segments_of(store, wanted.article)


def _show(
    outcomes: Sequence[Outcome],
    left: Sequence[Weighed],
    who: str,
    format_name: str,
    names: Mapping[str, str],
) -> None:
    """``names`` are what people call the articles, by id."""
    done = [one.segment for one in outcomes if one.done]
    keys = {
        reason: sorted(one.edit.key for one in left if one.reason == reason) for reason in REASONS
    }
    conflicts = [one.segment.key for one in outcomes if not one.done]
    unconfirmed = [one.key for one in done if not one.is_confirmed]
    if format_name == "json":
        data = {
            "who": who,
            "approved": [one.key for one in done],
            "with_errors": keys["error"],
            "conflicts": conflicts,
            "with_warnings": keys["warning"],
            "needs_work": keys["needs-work"],
            "not_in_memory": unconfirmed,
        }
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    typer.echo(f"approved {len(done)} as {who}")
    reporter = Reporter()
    for reason, found in keys.items():
        if found:
            reporter.notify(f"left out {in_words([reason] * len(found))}: {_listed(found, names)}")
    if keys["error"] or keys["warning"]:
        reporter.notify("--force approves what has errors or warnings")
    if conflicts:
        reporter.notify(f"changed by somebody else meanwhile: {_listed(conflicts, names)}")
    if unconfirmed:
        reporter.notify(
            f"{len(unconfirmed)} of them are not in the translation memory until somebody opens "
            "them in the page (review serve) or names them (review approve --segment ID)"
        )


def _listed(keys: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(label_of_key(key, names) for key in keys)

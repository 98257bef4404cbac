"""What ``summarize review status --effort`` prints."""

import json
from dataclasses import asdict

import typer

from summarize.cli.report import Reporter
from summarize.cli.reviewing import plural
from summarize.review.effort import Effort, Sum, efforts, sums
from summarize.review.store import ReviewStore


def show_effort(store: ReviewStore, format_name: str) -> None:
    """Print what the drafts of each model took; as JSON also what each segment took."""
    found = efforts(store)
    totals = sums(found)
    if format_name == "json":
        data = {"models": list(map(_sum_row, totals)), "segments": list(map(_row, found))}
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for one in totals:
        typer.echo(_told(one))
    if not found:
        Reporter().notify(
            "No time has been recorded yet. The page does it: summarize review serve RESULTS"
        )


def _sum_row(one: Sum) -> dict[str, object]:
    rounded = {"seconds": round(one.seconds), "median": round(one.median, 1)}
    return {**asdict(one), **rounded, "distance": round(one.distance, 4)}


def _row(one: Effort) -> dict[str, object]:
    return {**asdict(one), "seconds": round(one.seconds, 1), "distance": round(one.distance, 4)}


def _told(one: Sum) -> str:
    return (
        f"{one.model or 'unknown model'}\n"
        f"  {plural(one.segments, 'segment')} worked on, {one.approved} approved: "
        f"{one.seconds / 60:.1f} minutes, half of them within {one.median:.0f} s each; "
        f"{one.distance:.0%} of the characters changed"
    )

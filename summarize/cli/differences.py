"""What ``summarize review diff`` prints: the machine's draft against the text of now."""

import json

import typer

from summarize.cli.reviewing import segments_of
from summarize.review.difference import Piece, difference
from summarize.review.distance import post_edit_distance
from summarize.review.labels import label_of_key, labels
from summarize.review.records import Reviewed
from summarize.review.store import ReviewStore


def show_differences(store: ReviewStore, article: str | None, format_name: str) -> None:
    """Print every segment as JSON, or those that differ from their draft as text."""
    segments = segments_of(store, article)
    if format_name == "json":
        rows = [_row(one) for one in segments]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    names = labels(store.articles())
    changed = [one for one in segments if one.target != one.draft]
    for one in changed:
        typer.echo(
            f"{label_of_key(one.key, names)}  {one.state}{f' by {one.who}' if one.who else ''}"
        )
        typer.echo(f"  {one.source}")
        typer.echo(f"  {''.join(map(_marked, difference(one.draft, one.target)))}\n")
    typer.echo(f"{len(changed)} of {len(segments)} segments differ from their draft.")


def _row(segment: Reviewed) -> dict[str, object]:
    return {
        "article": segment.article,
        "segment": segment.id,
        "state": segment.state,
        "who": segment.who,
        "when": segment.when,
        "source": segment.source,
        "draft": segment.draft,
        "target": segment.target,
        "distance": round(post_edit_distance(segment.draft, segment.target), 4),
        "pieces": [
            {"kind": piece.kind, "text": piece.text}
            for piece in difference(segment.draft, segment.target)
        ],
    }


def _marked(piece: Piece) -> str:
    """As ``wdiff`` marks words, and in colour at a terminal."""
    if piece.kind == "same":
        return piece.text
    if piece.kind == "removed":
        return typer.style(f"[-{piece.text}-]", fg=typer.colors.RED)
    return typer.style(f"{{+{piece.text}+}}", fg=typer.colors.GREEN)

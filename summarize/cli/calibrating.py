"""What ``summarize review calibrate`` does and prints."""

import json
from collections.abc import Sequence
from pathlib import Path

import typer

from summarize.cli.reviewing import opened
from summarize.cli.trusting import load_settings
from summarize.confidence.model import shipped
from summarize.confidence.own import keep, own_regression
from summarize.errors import OutputError, UsageError
from summarize.review.calibration import LIGHT, Calibration, Decision, calibrate, decisions
from summarize.session import check_context, own_confidence


def calibrate_on(results: Sequence[Path], format_name: str) -> None:
    """Learn from the decisions in ``results``; keep what is better. Raises ``SummarizeError``."""
    if not results:
        raise UsageError("no results are named", "Name those of a batch that was reviewed.")
    settings = load_settings()
    path, context = own_confidence(settings), check_context(settings)
    found: list[Decision] = []
    for one in results:
        with opened(one) as store:
            found += decisions(store, context)
    made = calibrate(found, own_regression(path) or shipped())
    if made.is_better:
        _keep(path, made)
    if format_name == "json":
        typer.echo(json.dumps(_data(made, path), indent=2))
    else:
        typer.echo(_told(made, path))


def take_back() -> None:
    """Remove what was fitted. Raises ``OutputError``."""
    path = own_confidence(load_settings())
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError.refused(path, error) from error
    typer.echo("The confidence is the one that came with the program.")


def _keep(path: Path, made: Calibration) -> None:
    try:
        keep(path, made.regression, f"Fitted by summarize on {made.decisions} decisions.")
    except OSError as error:
        raise OutputError.refused(path, error) from error


def _data(made: Calibration, path: Path) -> dict[str, object]:
    return {
        "decisions": made.decisions,
        "usable": made.usable,
        "brier": round(made.brier, 4),
        "brier_before": round(made.before, 4),
        "kept": str(path) if made.is_better else None,
    }


def _told(made: Calibration, path: Path) -> str:
    lines = [
        f"{made.decisions} decisions: {made.usable} drafts were usable with at most"
        f" {LIGHT:.0%} of their characters changed.",
        f"Mean squared error on decisions not fitted on: {made.brier:.3f}; before: "
        f"{made.before:.3f}.",
        f"Kept in {path}; --undo takes it back."
        if made.is_better
        else "Not better, so nothing was changed.",
    ]
    return "\n".join(lines)

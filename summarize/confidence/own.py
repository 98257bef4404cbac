"""The regression that a desk has fitted on its own decisions, where there is one."""

from pathlib import Path
from typing import Final

from summarize.confidence.features import FEATURES
from summarize.confidence.regression import Regression, dump_regression, parse_regression
from summarize.errors import ReviewError
from summarize.own_files import replace_own

NAME: Final = "confidence.toml"
"""The file, beside the translation memory."""


def own_regression(path: Path) -> Regression | None:
    """What ``path`` holds; ``None`` where it is missing. Raises ``ReviewError``."""
    try:
        found = parse_regression(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise _unreadable(path, str(error)) from error
    if not FEATURES.issuperset(found.weights):
        raise _unreadable(path, "it weighs what this version does not know")
    return found


def keep(path: Path, fitted: Regression, remark: str) -> None:
    """Write it for nobody else to read. Raises ``OSError``."""
    replace_own(path, dump_regression(fitted, remark).encode("utf-8"))


def _unreadable(path: Path, why: str) -> ReviewError:
    return ReviewError(
        f"the confidence fitted on your decisions cannot be read: {path}: {why}",
        "Fit it again: summarize review calibrate RESULTS; or take it back with --undo.",
    )

"""The confidence that a desk has fitted on its own decisions."""

from pathlib import Path

import pytest

from summarize.confidence.model import confidence
from summarize.confidence.own import keep, own_regression
from summarize.confidence.regression import Regression
from summarize.errors import ReviewError
from summarize.records import Segment

FITTED = Regression(-1.0, {"score": 2.5, "words": -0.5})


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "confidence.toml"
    keep(path, FITTED, "Fitted on 60 decisions.")
    assert own_regression(path) == FITTED
    assert path.stat().st_mode & 0o077 == 0


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert own_regression(tmp_path / "confidence.toml") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "intercept = 'x'",
        "intercept = 1\nweights = 2",
        "intercept = 1\n[weights]\nmoon = 1",
        "[",
    ],
)
def test_a_file_of_another_form_is_told_with_what_to_do(tmp_path: Path, text: str) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReviewError) as told:
        own_regression(path)
    assert "--undo" in told.value.hint


def test_it_stands_in_for_the_shipped_one() -> None:
    segment = Segment("k1", "s1", "It rained in town.", "មានភ្លៀងធ្លាក់នៅទីក្រុង។", score=-0.2)
    sure = Regression(5.0, {})
    assert confidence(segment, (), sure) == pytest.approx(0.993)
    assert confidence(segment, ()) != pytest.approx(0.993)

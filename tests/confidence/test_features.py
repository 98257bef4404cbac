import math

import pytest

from summarize.confidence.features import TYPICAL, features
from summarize.records import Segment, Severity


def segment(source: str, target: str, score: float | None = -0.5) -> Segment:
    return Segment("k1", "s1", source, target, score=score)


def test_without_a_score_of_the_model_there_are_no_features() -> None:
    assert features(segment("Rain fell.", "ភ្លៀងធ្លាក់។", None), []) is None


def test_findings_count_by_severity_three_of_a_kind_at_most() -> None:
    severities: list[Severity] = ["error", "warning", "warning", "warning", "warning", "warning"]
    found = features(segment("Rain fell.", "ភ្លៀងធ្លាក់។"), severities)
    assert found is not None
    assert (found["errors"], found["warnings"], found["infos"]) == (1, 3, 0)


def test_khmer_of_the_usual_length_is_no_surprise_and_either_way_off_is_the_same() -> None:
    usual = features(segment("a" * 100, "ក" * round(100 * TYPICAL)), [])
    half = features(segment("a" * 100, "ក" * round(50 * TYPICAL)), [])
    double = features(segment("a" * 100, "ក" * round(200 * TYPICAL)), [])
    assert usual is not None
    assert half is not None
    assert double is not None
    assert usual["length"] == pytest.approx(0, abs=0.02)
    assert half["length"] == pytest.approx(math.log(2), abs=0.02)
    assert double["length"] == pytest.approx(math.log(2), abs=0.02)


@pytest.mark.parametrize(("source", "target"), [("", ""), ("Rain.", ""), ("", "ភ្លៀង")])
def test_empty_texts_have_features_too(source: str, target: str) -> None:
    found = features(segment(source, target), [])
    assert found is not None
    assert all(map(math.isfinite, found.values()))

from dataclasses import replace

import pytest

from summarize.confidence import confidence, with_confidence
from summarize.confidence.levels import P_CHECK, P_USABLE
from summarize.records import Finding, Segment

SOURCE = "Heavy rain flooded three villages in Kampot province on Monday."
TARGET = "ភ្លៀងខ្លាំងបានលិចភូមិចំនួនបីក្នុងខេត្តកំពតកាលពីថ្ងៃចន្ទ។"
DRAFT = Segment("k1", "s1", SOURCE, TARGET, score=-0.3)


def known(score: float, *severities: str) -> float:
    found = confidence(replace(DRAFT, score=score), severities)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_it_is_a_share() -> None:
    assert 0 <= known(-0.3) <= 1


def test_what_the_model_finds_likelier_is_likelier_usable() -> None:
    assert known(-0.6) < known(-0.4) < known(-0.2)


def test_the_number_never_contradicts_the_level_that_findings_make() -> None:
    assert known(0.0) > P_USABLE
    assert P_CHECK <= known(0.0, "warning") < P_USABLE
    assert known(0.0, "error", "warning") < P_CHECK


def test_without_a_score_it_is_unknown() -> None:
    assert confidence(replace(DRAFT, score=None), []) is None


def test_every_segment_gets_it_from_its_own_findings() -> None:
    segments = [DRAFT, replace(DRAFT, id="k2"), replace(DRAFT, id="k3", score=None)]
    first, second, third = with_confidence(segments, [Finding("x", "error", "bad", "k2")])
    assert first.confidence == pytest.approx(known(-0.3))
    assert second.confidence == pytest.approx(known(-0.3, "error"))
    assert third.confidence is None

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.confidence import LEVELS, WORDS, doubt, level_of, levels_of
from summarize.confidence.levels import P_CHECK, P_USABLE
from summarize.records import Finding, Segment, Severity

CHANCES = st.none() | st.floats(0, 1)
KINDS: list[Severity] = ["error", "warning", "info"]
SEVERITIES = st.lists(st.sampled_from(KINDS))


def test_every_level_has_words() -> None:
    assert set(WORDS) == set(LEVELS)


@given(CHANCES, SEVERITIES)
def test_an_error_is_the_lowest_level_however_sure_the_model_is(
    chance: float | None, severities: list[Severity]
) -> None:
    assert level_of(chance, [*severities, "error"]) == "wrong"


@given(CHANCES, SEVERITIES)
def test_a_finding_more_never_raises_the_level(
    chance: float | None, severities: list[Severity]
) -> None:
    before = LEVELS.index(level_of(chance, severities))
    assert LEVELS.index(level_of(chance, [*severities, "warning"])) >= before


@pytest.mark.parametrize(
    ("chance", "level"),
    [(1.0, "usable"), (P_USABLE, "usable"), (P_CHECK, "check"), (P_CHECK - 0.001, "wrong")],
)
def test_without_findings_the_confidence_decides(chance: float, level: str) -> None:
    assert level_of(chance, []) == level


def test_a_sentence_with_a_warning_is_to_be_checked_however_sure_the_model_is() -> None:
    assert level_of(0.99, ["warning"]) == "check"
    assert level_of(0.99, ["info"]) == "usable"


def test_where_nothing_is_known_the_findings_alone_decide() -> None:
    assert level_of(None, []) == "usable"
    assert level_of(None, ["warning"]) == "check"
    assert level_of(None, ["error"]) == "wrong"


def test_each_segment_has_the_level_of_its_own_findings() -> None:
    segments = [Segment("k1", "s1", "a", "ក"), Segment("k2", "s2", "b", "ខ")]
    found = [Finding("numbers", "error", "lost", "k2"), Finding("x", "error", "y", "s1")]
    assert levels_of(segments, found) == {"k1": "usable", "k2": "wrong"}


def test_a_story_none_of_whose_sentences_is_likely_usable_says_so() -> None:
    assert doubt(["check", "wrong"]).startswith("No Khmer sentence")
    assert doubt(["wrong", "wrong"]).startswith("Every Khmer sentence")
    assert doubt(["usable", "wrong"]) == ""
    assert doubt([]) == ""

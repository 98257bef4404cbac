import pytest

from summarize.errors import UsageError
from summarize.evaluate.rouge import METRICS, rouge, rouge_each

pytest.importorskip("rouge_score")


def test_a_summary_equal_to_its_reference_scores_one() -> None:
    assert rouge(["The court has ruled."], ["The court has ruled."]) == dict.fromkeys(METRICS, 1.0)


def test_nothing_in_common_scores_nought() -> None:
    assert rouge(["Rain fell."], ["Courts ruled today."]) == dict.fromkeys(METRICS, 0.0)


def test_figures_follow_the_definition_and_are_means() -> None:
    # 2 of 4 and 2 of 3 words shared, 1 of 3 and 1 of 2 pairs
    [half, whole] = rouge_each(["the court sat late", "yes"], ["the court rose", "yes"])
    assert half["rouge1"] == pytest.approx(4 / 7)
    assert half["rouge2"] == pytest.approx(2 / 5)
    mean = rouge(["the court sat late", "yes"], ["the court rose", "yes"])
    assert mean["rouge1"] == pytest.approx((half["rouge1"] + whole["rouge1"]) / 2)


def test_words_are_stemmed() -> None:
    assert rouge(["courts ruling"], ["court rule"])["rouge1"] == 1.0


def test_lists_of_different_length_are_refused() -> None:
    with pytest.raises(UsageError, match="1 summaries but 2 references"):
        rouge(["a"], ["a", "b"])


def test_nothing_to_score_is_refused() -> None:
    with pytest.raises(UsageError, match="nothing to score"):
        rouge([], [])

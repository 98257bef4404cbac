import pytest

from summarize.errors import UsageError
from summarize.evaluate.chrf import METRICS, compare, scores

pytest.importorskip("sacrebleu")
pytest.importorskip("khmercut")

REFERENCES = [
    "តុលាការបានសម្រេចកាលពីថ្ងៃច័ន្ទ។",
    "ភ្លៀងធ្លាក់ខ្លាំងនៅភ្នំពេញ ឆ្នាំ២០១៩។",
    "រដ្ឋមន្ត្រីបានជួបអ្នកសារព័ត៌មាន។",
]


def values(hypotheses: list[str]) -> dict[str, float]:
    return {name: score.value for name, score in scores(hypotheses, REFERENCES).items()}


def test_a_translation_equal_to_its_reference_scores_a_hundred() -> None:
    assert values(REFERENCES) == dict.fromkeys(METRICS, 100.0)


@pytest.mark.parametrize(
    ("old", "new"), [("តុលាការ", "តុលា\u200bការ"), ("២០១៩", "2019"), ("សម្រេច", "សម្រ\u200dេច")]
)
def test_what_reads_the_same_scores_the_same(old: str, new: str) -> None:
    changed = [text.replace(old, new) for text in REFERENCES]
    assert changed != REFERENCES
    assert values(changed) == dict.fromkeys(METRICS, 100.0)


def test_the_figures_are_those_of_sacrebleu() -> None:
    from sacrebleu.metrics.chrf import CHRF

    hypotheses = ["តុលាការសម្រេច។", "ភ្លៀងធ្លាក់។", "គាត់ទៅ។"]
    plain = [text.replace("២០១៩", "2019") for text in REFERENCES]
    expected = CHRF().corpus_score(hypotheses, [plain]).score
    assert values(hypotheses)["chrf"] == pytest.approx(expected, abs=0.01)


def test_signatures_say_how_it_was_computed() -> None:
    found = {name: score.signature for name, score in scores(REFERENCES, REFERENCES).items()}
    assert "nw:0" in found["chrf"]
    assert "nw:2" in found["chrf++"]
    assert "tok:none" in found["bleu"]
    assert "seg:khmercut-0.2.0" in found["bleu"]
    assert all("norm:key" in signature for signature in found.values())


def test_a_comparison_is_seeded_and_tells_a_difference_from_none() -> None:
    worse = ["តុលាការ។", "ភ្លៀង។", "គាត់។"]
    found = compare(REFERENCES, worse, REFERENCES)
    assert found == compare(REFERENCES, worse, REFERENCES)
    assert set(found) == set(METRICS)
    assert found["chrf"].second < found["chrf"].first == 100.0
    assert found["chrf"].p_value < 0.05
    assert compare(worse, worse, REFERENCES)["chrf"].p_value > 0.5


def test_each_reference_needs_its_translation() -> None:
    with pytest.raises(UsageError, match="2 lines"):
        scores(REFERENCES[:2], REFERENCES)

"""Translators are measured by the way that drafts really go."""

from pathlib import Path

import pytest

from summarize.cache import Store
from summarize.checks import Context
from summarize.evaluate.pairs import Pair
from summarize.evaluate.speed import Speed
from summarize.evaluate.translation import Translated, report, translate_all
from summarize.pipeline import Pipeline
from tests.scripted import ScriptedTranslator

PHRASES = {
    "The court sat on Monday.": "តុលាការបានបើកសវនាការនៅថ្ងៃច័ន្ទ។",
    "It fined 12 people.": "តុលាការបានពិន័យមនុស្ស 12 នាក់។",
}
SOURCES = list(PHRASES)


@pytest.fixture
def translator() -> ScriptedTranslator:
    return ScriptedTranslator(PHRASES)


def silent(_done: int) -> None:
    pass


def test_the_khmer_is_what_the_pipeline_would_store(translator: ScriptedTranslator) -> None:
    made = translate_all(Pipeline(None, translator), SOURCES, "x", silent)
    assert made.targets == [PHRASES[SOURCES[0]], "តុលាការបានពិន័យមនុស្ស ១២ នាក់។"]
    assert made.signature == translator.signature


def test_only_what_was_computed_counts_for_speed(
    translator: ScriptedTranslator, tmp_path: Path
) -> None:
    pipeline = Pipeline(None, translator, Store(tmp_path, 10**6, lambda _: None))
    first = translate_all(pipeline, SOURCES, "x", silent)
    again = translate_all(pipeline, SOURCES, "x", silent)
    assert first.speed.computed == 1  # the first sentence loaded the model before the clock
    assert again.speed.computed == 0
    assert again.speed.per_minute is None
    assert again.targets == first.targets


def test_without_a_cache_all_counts_but_the_first_loading(translator: ScriptedTranslator) -> None:
    speed = translate_all(Pipeline(None, translator), [*SOURCES, SOURCES[0]], "x", silent).speed
    assert speed.computed == len(SOURCES)
    assert speed.seconds > 0


def test_progress_is_told(translator: ScriptedTranslator) -> None:
    done: list[int] = []
    translate_all(Pipeline(None, translator), [SOURCES[0]] * 150, "x", done.append)
    assert done == [100, 150]


def test_a_report_has_scores_at_the_top_and_rates_below() -> None:
    pytest.importorskip("sacrebleu")
    pairs = [Pair(source, target) for source, target in PHRASES.items()]
    wrong = [PHRASES[SOURCES[0]], "តុលាការបានពិន័យមនុស្ស ១៣ នាក់។"]
    made = Translated(wrong, "system|test", Speed(2, 4.0))
    data = report(pairs, made, Context()).to_dict()
    assert 90 < data["chrf"] < 100
    assert data["preserved"]["numbers"]["rate"] == 0.0
    assert data["preserved_by_references"]["numbers"]["rate"] == 1.0
    assert data["findings"]["numbers"]["hits"] == 1
    assert data["degeneration"] == {"hits": 0, "n": 2, "rate": 0.0, "interval_95": [0.0, 0.6576]}
    assert data["sentences_per_minute"] == 30.0
    assert data["length_ratio"] == 1.0

"""The memory comes before the model and before the cache, and leaves no trace in the cache."""

from pathlib import Path

from summarize.cache import Store
from summarize.checks import check_draft
from summarize.khmer.style import HouseStyle
from summarize.memory.lookup import Recalled
from summarize.pipeline import Pipeline
from tests.builders import KHMER_TITLE, build_article
from tests.scripted import ScriptedTranslator

FIRST, SECOND = "The court opened 12 cases.", "The minister met reporters."
ARTICLE = build_article(FIRST, SECOND, title=KHMER_TITLE)
PHRASES = {FIRST: "តុលាការបានបើកសំណុំរឿង ១២។", SECOND: "រដ្ឋមន្ត្រីបានជួបអ្នកសារព័ត៌មាន។"}
APPROVED = {FIRST: "តុលាការបើកសំណុំរឿងចំនួន ១២។"}
KNOWN = {text: Recalled(khmer) for text, khmer in APPROVED.items()}


def build_pipeline(folder: Path, translator: ScriptedTranslator, **rest: object) -> Pipeline:
    return Pipeline(None, translator, Store(folder), **rest)  # type: ignore[arg-type]


def targets(pipeline: Pipeline) -> list[str]:
    (result,) = pipeline.run([ARTICLE])
    assert result.draft is not None
    return [segment.target for segment in result.draft.segments]


def test_what_is_approved_is_not_sent_to_the_model(tmp_path: Path) -> None:
    translator = ScriptedTranslator(PHRASES)
    pipeline = build_pipeline(tmp_path, translator, memory=lambda _: KNOWN)
    assert targets(pipeline) == [APPROVED[FIRST], PHRASES[SECOND]]
    assert {sentence for call, _ in translator.calls for sentence in call} == {SECOND}


def test_the_segment_and_a_finding_say_where_it_comes_from(tmp_path: Path) -> None:
    pipeline = build_pipeline(tmp_path, ScriptedTranslator(PHRASES), memory=lambda _: KNOWN)
    (result,) = pipeline.run([ARTICLE])
    assert result.draft is not None
    assert [segment.origin for segment in result.draft.segments] == ["memory", ""]
    found = [f for f in check_draft(result.draft.segments) if f.check == "from_memory"]
    assert [(f.where, f.severity) for f in found] == [("k1", "info")]


def test_the_cache_neither_learns_from_the_memory_nor_hides_it(tmp_path: Path) -> None:
    translator = ScriptedTranslator(PHRASES)
    targets(build_pipeline(tmp_path, translator, memory=lambda _: KNOWN))
    without = build_pipeline(tmp_path, translator)
    assert targets(without) == list(PHRASES.values())
    assert targets(build_pipeline(tmp_path, translator, memory=lambda _: KNOWN)) == [
        APPROVED[FIRST],
        PHRASES[SECOND],
    ]


def test_a_dry_run_counts_what_is_approved_as_known(tmp_path: Path) -> None:
    pipeline = build_pipeline(tmp_path, ScriptedTranslator(PHRASES), memory=lambda _: KNOWN)
    (step,) = pipeline.plan([ARTICLE])
    assert step.inputs == (SECOND,)


def test_digits_follow_the_house_style_and_the_wording_does_not(tmp_path: Path) -> None:
    approved = {FIRST: 'តុលាការបើក "សំណុំរឿង" ១២ តម្លៃ $5។', SECOND: PHRASES[SECOND]}
    pipeline = build_pipeline(
        tmp_path,
        ScriptedTranslator({}),
        style=HouseStyle(digits="arabic"),
        memory=lambda _: {text: Recalled(khmer) for text, khmer in approved.items()},
    )
    assert targets(pipeline)[0] == 'តុលាការបើក "សំណុំរឿង" 12 តម្លៃ $5។'


def test_a_draft_wholly_from_memory_counts_as_no_work(tmp_path: Path) -> None:
    pipeline = build_pipeline(
        tmp_path,
        ScriptedTranslator({}),
        memory=lambda _: {text: Recalled(khmer) for text, khmer in PHRASES.items()},
    )
    (result,) = pipeline.run([ARTICLE])
    assert result.provenance.cache_hits == {"draft": True}


def test_a_draft_with_a_number_exchanged_is_marked_as_such(tmp_path: Path) -> None:
    near = Recalled("តុលាការបានបើកសំណុំរឿង ១២។", "12 put in place of 15.")
    pipeline = build_pipeline(tmp_path, ScriptedTranslator(PHRASES), memory=lambda _: {FIRST: near})
    (result,) = pipeline.run([ARTICLE])
    assert result.draft is not None
    first = result.draft.segments[0]
    assert (first.origin, first.mended, first.target) == ("fuzzy", near.note, near.target)
    told = [finding.message for finding in result.findings if finding.where == "k1"]
    assert "From memory: this Khmer was approved for nearly the same English before." in told
    assert "Put right by the program: 12 put in place of 15." in told

"""The way of an article: summarise, draft, check; what is known is not computed again."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from summarize.articles import article_from_text
from summarize.backends.base import Candidate, SummarySpec, TranslationSpec
from summarize.cache import Store
from summarize.errors import ArticleError, ModelMissingError
from summarize.khmer.style import HouseStyle
from summarize.memory.lookup import Recalled
from summarize.pipeline import Pipeline
from summarize.records import Article, Result
from summarize.steps import Failure
from tests.builders import KHMER_TITLE
from tests.scripted import LeadSummarizer, ScriptedTranslator

FIRST = "The court jailed 16 people on Monday."
SECOND = "The meeting ended without a decision."
THIRD = "Ministers will meet again next week."
PHRASES = {
    FIRST: "តុលាការបានដាក់ពន្ធនាគារមនុស្ស16នាក់នៅថ្ងៃចន្ទ។",
    SECOND: "កិច្ចប្រជុំបានបញ្ចប់ដោយគ្មានការសម្រេចចិត្ត។",
    THIRD: "រដ្ឋមន្ត្រីនឹងជួបគ្នាម្ដងទៀតនៅសប្ដាហ៍ក្រោយ។",
}


def article(*sentences: str) -> Article:
    return article_from_text(" ".join(sentences), title=KHMER_TITLE)


@pytest.fixture
def summarizer() -> LeadSummarizer:
    return LeadSummarizer()


@pytest.fixture
def translator() -> ScriptedTranslator:
    return ScriptedTranslator(PHRASES)


@pytest.fixture
def pipeline(
    summarizer: LeadSummarizer, translator: ScriptedTranslator, tmp_path: Path
) -> Pipeline:
    return Pipeline(summarizer, translator, Store(tmp_path), SummarySpec(2))


def targets(result: Result) -> list[str]:
    assert result.draft is not None
    return [segment.target for segment in result.draft.segments]


def test_every_summary_sentence_gets_one_segment_that_names_it(pipeline: Pipeline) -> None:
    result = pipeline.run([article(FIRST, SECOND, THIRD)])[0]
    assert result.summary is not None
    assert result.draft is not None
    assert [s.text for s in result.summary.sentences] == [FIRST, SECOND]
    assert [(s.id, s.sentence, s.source) for s in result.draft.segments] == [
        ("k1", "s1", FIRST),
        ("k2", "s2", SECOND),
    ]


def test_sources_point_at_the_article(pipeline: Pipeline) -> None:
    result = pipeline.run([article(FIRST, SECOND)])[0]
    assert result.summary is not None
    for sentence in result.summary.sentences:
        source = sentence.sources[0]
        assert result.article.text[source.start : source.end] == sentence.text


@pytest.mark.parametrize(("style", "number"), [("khmer", "១៦"), ("arabic", "16"), ("source", "16")])
def test_digits_follow_the_house_style(
    summarizer: LeadSummarizer, translator: ScriptedTranslator, style: str, number: str
) -> None:
    house = HouseStyle(digits=style)  # type: ignore[arg-type]
    result = Pipeline(summarizer, translator, style=house).run([article(FIRST)])[0]
    assert number in targets(result)[0]


def test_a_style_is_put_on_what_the_cache_has(
    summarizer: LeadSummarizer, translator: ScriptedTranslator, tmp_path: Path
) -> None:
    store, house = Store(tmp_path), HouseStyle(story_end=True)
    plain, closed = (
        Pipeline(summarizer, translator, store, style=style).run([article(FIRST, SECOND)])[0]
        for style in (None, house)
    )
    assert closed.provenance.cache_hits == {"summary": True, "draft": True}
    assert targets(closed) == [*targets(plain)[:-1], targets(plain)[-1].replace("។", "៕")]


def test_the_second_run_asks_no_model(
    pipeline: Pipeline, summarizer: LeadSummarizer, translator: ScriptedTranslator
) -> None:
    first = pipeline.run([article(FIRST, SECOND)])[0]
    second = pipeline.run([article(FIRST, SECOND)])[0]
    assert (len(summarizer.seen), len(translator.calls)) == (1, 1)
    assert (second.summary, second.draft) == (first.summary, first.draft)
    assert second.provenance.cache_hits == {"summary": True, "draft": True}
    assert first.provenance.cache_hits == {"summary": False, "draft": False}


def test_another_translator_reuses_the_summaries(
    summarizer: LeadSummarizer, translator: ScriptedTranslator, tmp_path: Path
) -> None:
    store = Store(tmp_path)
    Pipeline(summarizer, translator, store).run([article(FIRST)])
    other = ScriptedTranslator(PHRASES)
    other.signature = "other|test"
    Pipeline(summarizer, other, store).run([article(FIRST)])
    assert len(summarizer.seen) == 1
    assert len(other.calls) == 1


def test_another_length_is_another_summary(
    summarizer: LeadSummarizer, translator: ScriptedTranslator, tmp_path: Path
) -> None:
    store = Store(tmp_path)
    for count in (1, 2):
        Pipeline(summarizer, translator, store, SummarySpec(count)).run([article(FIRST, SECOND)])
    assert len(summarizer.seen) == 2
    assert [call[0] for call in translator.calls] == [(FIRST,), (SECOND,)]


def test_sentences_of_many_articles_are_translated_together_and_once(
    pipeline: Pipeline, translator: ScriptedTranslator
) -> None:
    results = pipeline.run([article(FIRST, SECOND), article(THIRD, FIRST)])
    assert translator.calls == [((FIRST, SECOND, THIRD), False)]
    assert [segment.source for r in results if r.draft for segment in r.draft.segments] == [
        FIRST,
        SECOND,
        THIRD,
        FIRST,
    ]


def test_a_looping_draft_is_shown_with_a_finding_and_not_kept(tmp_path: Path) -> None:
    translator = ScriptedTranslator({SECOND: "កិច្ចប្រជុំ " * 40})
    for _ in range(2):
        result = Pipeline(None, translator, Store(tmp_path)).run([article(SECOND)])[0]
        assert "degeneration" in {finding.check for finding in result.findings}
        assert {finding.where for finding in result.findings} == {"k1"}
    assert len(translator.calls) == 4  # each run decodes, and once more with care


class Scoring(ScriptedTranslator):
    """Says how likely it finds each of its translations."""

    def candidates(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> list[list[Candidate]]:
        return [[Candidate(text, -0.2)] for text in self.translate(sentences, spec)]


def test_a_scored_draft_has_a_confidence_from_the_cache_too(tmp_path: Path) -> None:
    store = Store(tmp_path)
    fresh, cached = (
        Pipeline(None, Scoring(PHRASES), store).run([article(SECOND)])[0] for _ in range(2)
    )
    assert cached.provenance.cache_hits["draft"]
    assert cached.draft == fresh.draft
    assert cached.draft is not None
    (segment,) = cached.draft.segments
    assert segment.score == -0.2
    assert segment.confidence is not None
    assert 0 < segment.confidence < 1


def test_without_a_score_the_confidence_is_unknown(pipeline: Pipeline) -> None:
    draft = pipeline.run([article(FIRST)])[0].draft
    assert draft is not None
    assert [(one.score, one.confidence) for one in draft.segments] == [(None, None)]


def test_what_is_longer_than_asked_is_told_in_both_languages(
    summarizer: LeadSummarizer, translator: ScriptedTranslator
) -> None:
    spec = SummarySpec(1, characters=30, form="push")
    result = Pipeline(summarizer, translator, spec=spec).run([article(FIRST, SECOND)])[0]
    found = [finding.where for finding in result.findings if finding.check == "bounds"]
    assert found == ["s1", "k1"]


@pytest.mark.parametrize(
    "other",
    [SummarySpec(2, words=60), SummarySpec(2, form="points"), SummarySpec(2, compress=True)],
)
def test_another_form_is_another_summary_and_the_same_drafts(
    summarizer: LeadSummarizer, translator: ScriptedTranslator, tmp_path: Path, other: SummarySpec
) -> None:
    store = Store(tmp_path)
    for spec in (SummarySpec(2), other):
        result = Pipeline(summarizer, translator, store, spec).run([article(FIRST, SECOND)])[0]
    assert result.provenance.cache_hits["summary"] is False
    assert result.provenance.cache_hits["draft"] is True


def test_without_a_translator_there_is_no_draft(summarizer: LeadSummarizer) -> None:
    result = Pipeline(summarizer, None).run([article(FIRST)])[0]
    assert result.draft is None
    assert result.findings == ()
    assert set(result.provenance.signatures) == {"summary"}


def test_without_a_summarizer_the_whole_text_is_drafted(translator: ScriptedTranslator) -> None:
    result = Pipeline(None, translator).run([article(FIRST, SECOND, THIRD)])[0]
    assert result.summary is None
    assert result.draft is not None
    assert [segment.sentence for segment in result.draft.segments] == ["a1", "a2", "a3"]


def test_a_source_that_cannot_be_read_does_not_stop_the_others(pipeline: Pipeline) -> None:
    def read(source: str) -> Article:
        if source == "bad":
            raise ArticleError("no article in it")
        return article(source)

    bad, good = pipeline.process(["bad", FIRST], read)
    assert isinstance(bad, Failure)
    assert (bad.source, bad.error.message) == ("bad", "no article in it")
    assert isinstance(good, Result)
    assert set(good.provenance.milliseconds) == {"read", "summary", "draft", "check"}


class MissingTranslator(ScriptedTranslator):
    """A model that is not on this machine."""

    @property
    def signature(self) -> str:  # type: ignore[override]
        raise ModelMissingError("the model is not here")


def test_a_missing_translator_is_told_before_anything_is_summarised(
    summarizer: LeadSummarizer,
) -> None:
    with pytest.raises(ModelMissingError):
        Pipeline(summarizer, MissingTranslator({})).run([article(FIRST)])
    assert summarizer.seen == []


def test_nothing_to_do_is_no_error(pipeline: Pipeline) -> None:
    assert pipeline.run([]) == []


def test_a_plan_shows_what_each_model_would_be_sent_and_runs_none(
    pipeline: Pipeline, summarizer: LeadSummarizer, translator: ScriptedTranslator
) -> None:
    text = article(FIRST, SECOND, THIRD)
    before = pipeline.plan([text])
    assert (summarizer.seen, translator.calls) == ([], [])
    assert [(step.name, step.cached) for step in before] == [("summary", False), ("draft", False)]
    assert before[0].inputs == (text.text,)
    pipeline.run([text])
    assert [step.cached for step in pipeline.plan([text])] == [True, True]


def test_a_plan_names_the_sentences_still_to_be_translated(
    summarizer: LeadSummarizer, translator: ScriptedTranslator, tmp_path: Path
) -> None:
    store, text = Store(tmp_path), article(FIRST, SECOND)
    Pipeline(summarizer, None, store).run([text])
    Pipeline(None, translator, store).run([article(FIRST)])
    assert Pipeline(summarizer, translator, store).plan([text])[1].inputs == (SECOND,)


HEADED = "Court Jails Sixteen People in Kampot"
PLAIN = "Court jails sixteen people in Kampot"
HEADLINE = "តុលាការដាក់ពន្ធនាគារមនុស្ស ១៦ នាក់នៅកំពត។"


def headed(*sentences: str, title: str = HEADED) -> Article:
    return article_from_text(" ".join(sentences), title=title)


def test_a_headline_is_drafted_as_a_sentence_and_written_as_a_headline(tmp_path: Path) -> None:
    translator = ScriptedTranslator({**PHRASES, f"{PLAIN}.": HEADLINE})
    pipeline = Pipeline(LeadSummarizer(), translator, Store(tmp_path), SummarySpec(1))
    result = pipeline.run([headed(FIRST)])[0]
    assert result.headline is not None
    assert result.headline.khmer is not None
    khmer = result.headline.khmer
    assert (result.headline.text, khmer.source) == (HEADED, PLAIN)
    assert (khmer.id, khmer.sentence) == ("kh1", "h1")
    assert khmer.target == HEADLINE.removesuffix("។")
    assert [one.id for one in result.segments] == ["kh1", "k1"]
    translator.calls.clear()
    again = pipeline.run([headed(FIRST)])[0]
    assert (again.headline, translator.calls) == (result.headline, [])
    assert again.provenance.cache_hits == {"summary": True, "draft": True}


def test_the_khmer_headline_is_checked_and_weighed_as_any_segment() -> None:
    wrong = "តុលាការដាក់ពន្ធនាគារមនុស្សនៅកំពត។"
    title = "Court jails 16 people in Kampot"
    translator = ScriptedTranslator({**PHRASES, f"{title}.": wrong})
    result = Pipeline(LeadSummarizer(), translator, spec=SummarySpec(1)).run(
        [headed(FIRST, title=title)]
    )[0]
    assert {one.check for one in result.findings if one.where == "kh1"} >= {"numbers"}


def test_a_headline_that_was_approved_is_not_drafted_again() -> None:
    pipeline = Pipeline(
        LeadSummarizer(),
        ScriptedTranslator(PHRASES),
        spec=SummarySpec(1),
        memory=lambda texts: {text: Recalled("តុលាការ!") for text in texts if text == PLAIN},
    )
    result = pipeline.run([headed(FIRST)])[0]
    assert result.headline is not None
    assert result.headline.khmer is not None
    assert (result.headline.khmer.target, result.headline.khmer.origin) == ("តុលាការ!", "memory")


def test_a_plan_shows_the_headline_among_what_is_sent(tmp_path: Path) -> None:
    store = Store(tmp_path)
    Pipeline(LeadSummarizer(), None, store, SummarySpec(1)).run([headed(FIRST)])
    pipeline = Pipeline(LeadSummarizer(), ScriptedTranslator({}), store, SummarySpec(1))
    assert pipeline.plan([headed(FIRST)])[1].inputs == (f"{PLAIN}.", FIRST)
    assert pipeline.plan([headed(SECOND)])[1].inputs == ()


def test_without_a_translator_there_is_an_english_headline_alone() -> None:
    result = Pipeline(LeadSummarizer(), None).run([headed(FIRST, SECOND, title="")])[0]
    assert result.headline is not None
    assert (result.headline.text, result.headline.khmer) == ("The court jailed 16 people", None)
    source = result.headline.sources[0]
    assert result.article.text[source.start : source.end] == FIRST

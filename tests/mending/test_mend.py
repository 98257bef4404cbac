"""Faulty summary sentences are replaced, from the best source that has something sound."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize.backends.base import SummarySpec
from summarize.cache import Store
from summarize.checks import Context, check_summary
from summarize.mending import mend
from summarize.mending.cases import is_headline
from summarize.mending.mend import repeats
from summarize.pipeline import Pipeline
from summarize.records import Article, Summary
from tests.builders import build_article
from tests.scripted import (
    BeamSummarizer,
    LeadSummarizer,
    RewritingSummarizer,
    WritingSummarizer,
)

FLOOD = "Heavy rain flooded 1,200 homes near the Mekong on Monday, officials said."
FOOD = "The government promised food and tents to 300 families in the district."
SCHOOLS = "Schools in the district stay closed until the water falls."
ARTICLE = build_article(FLOOD, FOOD, SCHOOLS, source="flood.txt")
GOOD = "Rain flooded 1,200 homes."
WRONG = "Rain flooded 1,500 homes near the Mekong."
RIGHT = "Rain flooded 1,200 homes near the Mekong."
INVENTED = "Senator Nora Quillby resigned."


@pytest.fixture
def notices() -> list[str]:
    return []


def mended(
    summarizer: Any, notices: list[str], article: Article = ARTICLE, context: Context | None = None
) -> Summary:
    written = summarizer.summarize([article], SummarySpec(3))
    [found] = mend(written, [article], summarizer, context or Context(), notices.append)
    return found


def texts(summary: Summary) -> list[str]:
    return [sentence.text for sentence in summary.sentences]


def test_a_sound_summary_stays_as_it_is(notices: list[str]) -> None:
    summarizer = BeamSummarizer(RIGHT, SCHOOLS)
    summarizer.further = [["Something else."]]
    written = summarizer.summarize([ARTICLE], SummarySpec(3))
    assert mend(written, [ARTICLE], summarizer, notify=notices.append) == written
    assert (summarizer.calls, notices) == (["summarize"], [])


def test_a_copied_summary_is_not_even_checked(notices: list[str]) -> None:
    article = build_article(FLOOD, FLOOD)
    assert mended(LeadSummarizer(), notices, article).sentences[0].text == FLOOD


def test_another_hypothesis_of_the_model_comes_first(notices: list[str]) -> None:
    summarizer = BeamSummarizer(WRONG, SCHOOLS)
    summarizer.further = [[WRONG, SCHOOLS], ["Food was promised.", RIGHT, SCHOOLS]]
    found = mended(summarizer, notices)
    assert texts(found) == [RIGHT, SCHOOLS]
    assert [source.id for source in found.sentences[0].sources] == ["a1"]
    assert found.sentences[0].replaced.startswith("Another wording by the model, in place of one")
    assert "1,500" in found.sentences[0].replaced
    assert found.sentences[1].replaced == ""


def test_a_hypothesis_with_the_same_fault_or_about_something_else_is_not_taken(
    notices: list[str],
) -> None:
    summarizer = BeamSummarizer(WRONG, SCHOOLS)
    summarizer.further = [["Rain flooded 1,900 homes near the Mekong.", "Schools stay closed."]]
    found = mended(summarizer, notices)
    assert texts(found) == [FLOOD, SCHOOLS]
    assert found.sentences[0].replaced.startswith("A sentence of the article, in place of one")


def test_the_model_is_told_the_fault_and_what_the_article_says(notices: list[str]) -> None:
    summarizer = RewritingSummarizer(WRONG, SCHOOLS)
    summarizer.rewritten = {WRONG: RIGHT}
    found = mended(summarizer, notices)
    assert texts(found) == [RIGHT, SCHOOLS]
    assert found.sentences[0].replaced.startswith("A rewrite by the model, in place of one")
    [told] = summarizer.told
    assert told.text == WRONG
    assert "1,500" in told.faults[0]
    assert FLOOD in told.evidence


@pytest.mark.parametrize(
    "answer", ["", "Rain flooded 1,700 homes.", SCHOOLS, "Nothing of it is true."]
)
def test_a_rewrite_that_is_unusable_wrong_unsupported_or_a_repetition_is_not_taken(
    answer: str, notices: list[str]
) -> None:
    summarizer = RewritingSummarizer(WRONG, SCHOOLS)
    summarizer.rewritten = {WRONG: answer}
    assert texts(mended(summarizer, notices)) == [FLOOD, SCHOOLS]


def test_the_sentence_of_the_article_is_the_one_that_comes_closest(notices: list[str]) -> None:
    found = mended(WritingSummarizer("The government promised tents to 900 families."), notices)
    assert texts(found) == [FOOD]
    assert [source.id for source in found.sentences[0].sources] == ["a2"]


def test_no_sentence_is_said_twice(notices: list[str]) -> None:
    found = mended(WritingSummarizer(RIGHT, WRONG, INVENTED), notices)
    assert texts(found) == [RIGHT, FOOD, SCHOOLS]


def test_a_sentence_that_needs_the_one_before_it_is_the_last_resort(notices: list[str]) -> None:
    article = build_article(FLOOD, "He said 300 families were given tents.", SCHOOLS)
    found = mended(WritingSummarizer("He said 900 families were given tents."), notices, article)
    assert texts(found) == [FLOOD]


def test_what_cannot_be_replaced_is_left_out_and_the_rest_numbered_anew(
    notices: list[str],
) -> None:
    article = build_article(FLOOD, source="flood.txt")
    found = mended(WritingSummarizer(INVENTED, RIGHT), notices, article)
    assert [(sentence.id, sentence.text) for sentence in found.sentences] == [("s1", RIGHT)]
    assert notices == [
        "1 sentence of flood.txt was left out: the article has nothing to put in the place."
    ]


def test_people_are_told_of_what_was_replaced_and_why(notices: list[str]) -> None:
    mended(WritingSummarizer(WRONG, SCHOOLS), notices)
    assert len(notices) == 1
    assert notices[0].startswith(
        "1 sentence of flood.txt was replaced: a sentence of the article, in place of one that a"
    )
    assert "1,500" in notices[0]
    mended(WritingSummarizer(WRONG, INVENTED), notices)
    assert notices[1].startswith("2 sentences of flood.txt were replaced: ")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Minister Urges Courts to Improve Trials", True),
        ("Floods Hit 1,200 Homes from Kratie to Kandal", True),
        ("Floods hit 1,200 homes in Kratie", False),
        ("Hun Manet Visits Paris.", False),
        ("Manet", False),
        ("", False),
    ],
)
def test_a_headline_is_known_by_its_capitals(text: str, headline: bool) -> None:
    assert is_headline(text) is headline


def test_a_headline_is_left_to_the_reader(notices: list[str]) -> None:
    headline = "Heavy Rain Floods Homes Near Mekong"
    assert texts(mended(WritingSummarizer(headline), notices)) == [headline]
    assert notices == []


def test_a_check_that_is_switched_off_replaces_nothing(notices: list[str]) -> None:
    off = Context(skip=frozenset({"summary_numbers"}))
    assert texts(mended(WritingSummarizer(WRONG), notices, context=off)) == [WRONG]


def test_the_summaries_of_many_articles_are_mended_together(notices: list[str]) -> None:
    other = build_article("The bank opened 16 branches in June.", "It has 40 now.")
    summarizer = BeamSummarizer(WRONG)
    summarizer.further = [[RIGHT]]
    articles = [ARTICLE, other, build_article(FLOOD, WRONG)]
    written = summarizer.summarize(articles, SummarySpec(3))
    found = mend(written, articles, summarizer, notify=notices.append)
    assert [texts(summary) for summary in found] == [
        [RIGHT],
        ["The bank opened 16 branches in June."],
        [WRONG],
    ]
    assert summarizer.calls == ["summarize", "further of 2"]
    for article, summary in zip(articles, found, strict=True):
        assert not [f for f in check_summary(summary.sentences, article) if f.severity == "error"]
        assert replace(summary, sentences=()) == replace(written[0], sentences=())


@pytest.mark.parametrize(
    ("one", "other", "repeated"),
    [
        (RIGHT, FLOOD, True),
        (FLOOD, RIGHT, True),
        (FOOD, SCHOOLS, False),
        (FLOOD, FOOD, False),
        ("—", FLOOD, True),
    ],
)
def test_a_shorter_version_of_a_sentence_repeats_it(one: str, other: str, repeated: bool) -> None:
    assert repeats(one, other) is repeated


def test_what_is_kept_of_a_run_without_a_check_is_not_taken_for_one_with_it(
    tmp_path: Path,
) -> None:
    store, summarizer = Store(tmp_path), WritingSummarizer(WRONG)
    off = Context(skip=frozenset({"summary_numbers"}))
    for context, expected in ((off, WRONG), (Context(), FLOOD), (off, WRONG)):
        [result] = Pipeline(summarizer, None, store, context=context).run([ARTICLE])
        assert result.summary is not None
        assert texts(result.summary) == [expected]
    assert summarizer.calls == ["summarize"] * 2

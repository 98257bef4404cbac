"""What a summary of three sentences must hold, by the kind of the article."""

from pathlib import Path

import pytest

from summarize.backends.base import SummarySpec
from summarize.backends.extractive import ExtractiveSummarizer
from summarize.backends.extractive.interviews import is_interview, quotes
from summarize.backends.extractive.lists import list_items
from summarize.backends.extractive.nut_graph import news_index
from summarize.backends.extractive.prices import MONEY
from summarize.options import BackendOptions
from summarize.records import Summary
from tests.builders import build_article
from tests.small_articles import BRIEFS, FEATURES, INTERVIEWS, LIST, NEWS, PRICES

SUMMARIZER = ExtractiveSummarizer(BackendOptions(Path("unused")))


def summary_of(texts: list[str], length: int = 3) -> Summary:
    [summary] = SUMMARIZER.summarize([build_article(*texts)], SummarySpec(length))
    return summary


def places(texts: list[str], length: int = 3) -> list[int]:
    return [int(s.sources[0].id[1:]) - 1 for s in summary_of(texts, length).sentences]


@pytest.mark.parametrize("name", FEATURES)
@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_feature_gives_its_news_and_not_its_scene(name: str, length: int) -> None:
    news, texts = FEATURES[name]
    chosen = places(texts, length)
    assert chosen[0] == news
    assert len(chosen) == length


@pytest.mark.parametrize("name", NEWS)
def test_where_the_lead_is_the_news_it_leads(name: str) -> None:
    assert news_index(NEWS[name], range(len(NEWS[name]))) is None
    assert places(NEWS[name])[0] == 0


@pytest.mark.parametrize("name", INTERVIEWS)
def test_an_interview_is_quoted(name: str) -> None:
    assert is_interview(INTERVIEWS[name])
    sentences = summary_of(INTERVIEWS[name]).sentences
    assert any(quotes(sentence.text) for sentence in sentences)


def test_what_was_said_in_the_interview_is_told() -> None:
    assert places(INTERVIEWS["told"])[:2] == [0, 1]


def test_an_answer_of_a_transcript_gets_the_name_of_who_gives_it() -> None:
    summary = summary_of(INTERVIEWS["transcript"])
    [answer] = [s for s in summary.sentences if "“" in s.text]
    [edit] = answer.edits
    assert answer.text.startswith("Oum Rathana: “I ")
    assert edit.was == "A"
    assert answer.text[edit.start : edit.end] == "Oum Rathana"


def test_an_article_that_quotes_is_no_interview_for_that() -> None:
    assert not is_interview(["He quit.", *["“We have to go on like this,” Sok Chan said."] * 5])


def test_prices_are_named_where_they_are_the_news() -> None:
    assert any(MONEY.search(sentence.text) for sentence in summary_of(PRICES).sentences)


def test_the_items_of_a_list_that_is_the_news_are_in_it() -> None:
    items = list_items(build_article(*LIST).sentences)
    assert items == [3, 4, 5, 6, 7]
    assert {3, 4, 5} & set(places(LIST))


@pytest.mark.parametrize("texts", BRIEFS, ids=["two", "three", "four"])
def test_a_brief_is_kept_whole(texts: list[str]) -> None:
    assert [sentence.text for sentence in summary_of(texts).sentences] == texts


def test_one_sentence_of_a_brief_is_given_where_one_was_asked_for() -> None:
    assert len(places(BRIEFS[2], 1)) == 1
    assert len(places(BRIEFS[2], 2)) == 2

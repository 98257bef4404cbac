"""Bounds in words and characters, points, standfirst and push."""

from pathlib import Path

import pytest

from summarize.backends.extractive import ExtractiveSummarizer
from summarize.backends.extractive.context import Need, need_of
from summarize.lengths import PUSH, spec_of
from summarize.options import BackendOptions
from summarize.records import Article, SummarySentence
from tests.builders import build_article
from tests.small_articles import BRIEFS, FEATURES, INTERVIEWS, LIST, NEWS, PRICES

SUMMARIZER = ExtractiveSummarizer(BackendOptions(Path("unused")))
ARTICLES = {
    **{name: texts for name, (_, texts) in FEATURES.items()},
    **NEWS,
    **INTERVIEWS,
    "prices": PRICES,
    "list": LIST,
}


def given(texts: list[str], length: str, *, compress: bool = False) -> list[SummarySentence]:
    article = build_article(*texts)
    [summary] = SUMMARIZER.summarize([article], spec_of(length, compress=compress))
    for sentence in summary.sentences:
        assert original(article, sentence) in article.text
    return list(summary.sentences)


def original(article: Article, sentence: SummarySentence) -> str:
    """Undo the edits, each of which must stand in the article where it says."""
    text = sentence.text
    for edit in reversed(sentence.edits):
        assert article.text[edit.at : edit.at + len(edit.was)] == edit.was
        text = text[: edit.start] + edit.was + text[edit.end :]
    return text


def joined(sentences: list[SummarySentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("compress", [False, True], ids=["whole", "compressed"])
def test_a_bound_is_kept_and_used(name: str, compress: bool) -> None:
    for length in ("30w", "60w"):
        words = len(joined(given(ARTICLES[name], length, compress=compress)).split())
        assert int(length[:-1]) / 3 <= words <= int(length[:-1])
    assert 100 <= len(joined(given(ARTICLES[name], "300c", compress=compress))) <= 300


@pytest.mark.parametrize("name", ARTICLES)
def test_a_push_is_one_line_of_120_characters_that_stands_alone(name: str) -> None:
    [sentence] = given(ARTICLES[name], "push")
    assert len(sentence.text) <= PUSH
    assert need_of(sentence.text) is not Need.PREVIOUS


@pytest.mark.parametrize("name", FEATURES)
def test_points_stand_each_for_itself(name: str) -> None:
    points = given(ARTICLES[name], "2p")
    assert len(points) == 2
    assert all(need_of(point.text) is not Need.PREVIOUS for point in points)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_standfirst_has_two_sentences_and_forty_words_at_most(name: str) -> None:
    sentences = given(ARTICLES[name], "standfirst")
    assert 1 <= len(sentences) <= 2
    assert len(joined(sentences).split()) <= 40


@pytest.mark.parametrize("length", ["standfirst", "30w", "60w", "300c", "1", "2", "3"])
def test_the_news_is_in_whatever_has_room_for_it(length: str) -> None:
    assert given(NEWS["bridge"], length)[0].sources[0].id == "a1"
    assert given(ARTICLES["school"], length)[0].sources[0].id == "a4"


@pytest.mark.parametrize("texts", BRIEFS, ids=["two", "three", "four"])
@pytest.mark.parametrize("length", ["100w", "600c", "9"])
def test_a_text_shorter_than_asked_is_not_summarised(texts: list[str], length: str) -> None:
    assert [sentence.text for sentence in given(texts, length)] == texts


def test_what_was_left_out_is_told() -> None:
    texts = ["Sok Vibol, who has diabetes, was taken to hospital in Takeo.", *LIST]
    sentence = given(texts, "3", compress=True)[0]
    [edit] = sentence.edits
    assert (edit.was, edit.start, edit.end) == (", who has diabetes,", 9, 9)

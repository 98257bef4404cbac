import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.backends.base import SummarySpec
from summarize.backends.extractive import ExtractiveSummarizer
from summarize.backends.extractive.context import Need, need_of
from summarize.backends.extractive.parameters import Parameters
from summarize.backends.extractive.scoring import weigh
from summarize.backends.extractive.usable import is_usable
from summarize.backends.extractive.whole import BRIEF, kept_whole
from summarize.options import BackendOptions
from summarize.records import Article, SummarySentence
from tests.builders import build_article

LEAD = "Minister Koeut Rith has urged courts to work faster on trafficking cases."
NEXT = "He added that judges need better training in money laundering."
OTHER = "Rights group LICADHO said the courts face a large backlog of cases."
THIRD = "Prisons in Phnom Penh held three times their capacity in 2020."
SUMMARIZER = ExtractiveSummarizer(BackendOptions(Path("unused")))

sentences = st.sampled_from(
    [
        LEAD,
        NEXT,
        OTHER,
        THIRD,
        "Why?",
        "But they left the town.",
        "The incident was closed.",
        "…",
        "“We know it.",
        "It was late,” he said.",
        "Chaos.",
        "This came after a long dispute.",
        "Sok Chan said the road to Kampot was closed.",
        "Photo: The minister was there.",
    ]
)


def texts(article: Article, length: int) -> list[str]:
    [summary] = SUMMARIZER.summarize([article], SummarySpec(length))
    return [sentence.text for sentence in summary.sentences]


def test_sentences_are_copied_with_their_offsets() -> None:
    article = build_article(LEAD, OTHER, THIRD)
    [summary] = SUMMARIZER.summarize([article], SummarySpec(2))
    for number, sentence in enumerate(summary.sentences, 1):
        [source] = sentence.sources
        assert sentence.id == f"s{number}"
        assert article.text[source.start : source.end] == sentence.text
        assert sentence.text == article.sentences[int(source.id[1:]) - 1].text


def test_a_dangling_sentence_comes_with_the_one_before_or_not_at_all() -> None:
    article = build_article(OTHER, LEAD, NEXT, THIRD)
    for length in range(1, 5):
        chosen = texts(article, length)
        assert NEXT not in chosen or LEAD in chosen
    assert texts(article, 4) == [OTHER, LEAD, NEXT, THIRD]


def test_a_repeated_sentence_is_chosen_once() -> None:
    assert texts(build_article(LEAD, OTHER, LEAD), 3) == [LEAD, OTHER]


def test_title_words_raise_what_a_sentence_is_worth() -> None:
    plain = weigh([LEAD, THIRD], [0, 1], "", 1, Parameters())
    titled = weigh([LEAD, THIRD], [0, 1], "Prisons over capacity", 1, Parameters())
    assert titled.of([1]) > plain.of([1])
    assert titled.of([0]) == plain.of([0])


def test_where_every_sentence_dangles_the_best_is_given() -> None:
    unquoted = "“Nobody saw it coming,” he said."
    assert texts(build_article("Why?", NEXT, unquoted), 1) in ([NEXT], [unquoted])


def test_an_article_of_one_sentence_is_its_own_summary() -> None:
    assert texts(build_article(LEAD), 3) == [LEAD]


@pytest.mark.parametrize("parts", [(), ("…",), ("?!", "—")])
def test_an_article_without_words_gives_an_empty_summary(parts: tuple[str, ...]) -> None:
    assert texts(build_article(*parts), 3) == []


def test_no_sentences_asked_for_are_no_sentences_given() -> None:
    assert texts(build_article(LEAD, OTHER), 0) == []


def test_a_long_article_is_summarised() -> None:
    many = [f"Village {i} in district {i % 7} was flooded on day {i % 11}." for i in range(500)]
    assert len(texts(build_article(*many), 5)) == 5


@given(st.lists(sentences, max_size=9), st.integers(1, 5))
def test_rules_hold_for_every_article(parts: list[str], length: int) -> None:
    article = build_article(*parts)
    [summary] = SUMMARIZER.summarize([article], SummarySpec(length))
    places = [int(sentence.sources[0].id[1:]) - 1 for sentence in summary.sentences]
    assert places == sorted(set(places))
    assert len(places) <= max(length, BRIEF)
    for sentence, place in zip(summary.sentences, places, strict=True):
        assert article_text_of(sentence) == parts[place]
    if len(places) < 2 or kept_whole(parts, length) is not None:
        return
    assert all(is_usable(parts[i]) for i in places)
    texts = {i: sentence.text for i, sentence in zip(places, summary.sentences, strict=True)}
    assert all(i - 1 in places for i in places if i and need_of(texts[i]) is Need.PREVIOUS)


def article_text_of(sentence: SummarySentence) -> str:
    """Undo the edits."""
    text = sentence.text
    for edit in reversed(sentence.edits):
        text = text[: edit.start] + edit.was + text[edit.end :]
    return text


def test_the_signature_names_version_and_parameters() -> None:
    other = ExtractiveSummarizer(BackendOptions(Path("unused")), Parameters(lead=0.123))
    assert SUMMARIZER.signature.startswith("extractive-3|")
    assert "0.123" in other.signature
    assert other.signature != SUMMARIZER.signature


def test_the_signature_loads_none_of_the_rules() -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from summarize.options import BackendOptions\n"
        "from summarize.backends.extractive import ExtractiveSummarizer\n"
        "assert ExtractiveSummarizer(BackendOptions(Path('unused'))).signature\n"
        "print([name for name in sys.modules if name.startswith('summarize.backends.extractive.')])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert "summarizer" in loaded
    assert not any(name in loaded for name in ("choice", "context", "antecedent", "usable"))

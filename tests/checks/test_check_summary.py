"""Hop one as a whole: findings of a summary against its article."""

from hypothesis import given
from hypothesis import strategies as st

from summarize.checks import Context, check_summary
from summarize.records import Finding, SummarySentence
from tests.builders import build_article

ARTICLE = build_article(
    "The court in Kampot fined 12 traders on Friday.",
    "It ended, they said, without",
)
INVENTED = SummarySentence("s1", "The court in Kep fined 13 traders on Friday.")
COPIED = SummarySentence("s2", "It ended,  they said, without")
NUMBER = Finding(
    "summary_numbers",
    "error",
    "The summary has 13; the article does not (it has 12).",
    "s1",
)
NAME = Finding("summary_names", "error", "“Kep” is not in the article.", "s1")


def test_an_invented_number_and_name_are_errors_at_their_sentence() -> None:
    assert check_summary([INVENTED], ARTICLE) == [NUMBER, NAME]


def test_a_sentence_that_stands_in_the_article_is_supported_whatever_its_wording() -> None:
    assert check_summary([COPIED], ARTICLE) == []


def test_a_check_that_is_switched_off_finds_nothing() -> None:
    off = Context(skip=frozenset({"summary_numbers"}))
    assert check_summary([INVENTED], ARTICLE, off) == [NAME]


def test_the_title_is_part_of_the_article() -> None:
    titled = build_article("A court fined 12 traders on Friday.", title="Kep and 13 traders")
    assert check_summary([INVENTED], titled) == []


def test_repetition_is_found_over_the_whole_summary() -> None:
    twice = [SummarySentence(f"s{i}", ARTICLE.sentences[0].text) for i in (1, 2)]
    assert [(f.check, f.where) for f in check_summary(twice, ARTICLE)] == [("repetition", "s2")]


@given(st.lists(st.text(alphabet="aZ0 .,5%$“”\"'’-(&\nÉ៥", max_size=30), max_size=3))
def test_any_text_can_be_checked_and_every_finding_has_a_sentence(texts: list[str]) -> None:
    sentences = [SummarySentence(f"s{i}", text) for i, text in enumerate(texts, 1)]
    places = {sentence.id for sentence in sentences}
    for article in (ARTICLE, build_article(), build_article(*filter(None, texts))):
        assert {finding.where for finding in check_summary(sentences, article)} <= places

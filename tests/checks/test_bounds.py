from summarize.checks import CHECKS, Context, check_bounds
from summarize.records import SummarySentence
from tests.builders import build_segments

ENGLISH = [SummarySentence("s1", "Rain fell."), SummarySentence("s2", "Roads closed.")]
KHMER = build_segments(("Rain fell.", "ភ្លៀង\u200bធ្លាក់។"))


def test_what_is_within_the_bounds_is_silent() -> None:
    assert check_bounds(ENGLISH, KHMER, (4, 24)) == []
    assert check_bounds(ENGLISH, KHMER, (0, 0)) == []


def test_words_and_characters_are_counted_over_all_sentences() -> None:
    [words] = check_bounds(ENGLISH, [], (3, 0))
    [characters] = check_bounds(ENGLISH, [], (0, 23))
    assert "4 words; 3 were asked for" in words.message
    assert "24 characters; 23" in characters.message
    assert (words.where, words.severity) == ("s1", "warning")


def test_the_khmer_is_counted_without_its_break_marks() -> None:
    seen = len("ភ្លៀងធ្លាក់។")
    [found] = check_bounds([], KHMER, (0, seen - 1))
    assert found.where == "k1"
    assert f"The Khmer has {seen} characters" in found.message
    assert check_bounds([], KHMER, (0, seen)) == []


def test_it_can_be_skipped() -> None:
    assert "bounds" in CHECKS
    assert check_bounds(ENGLISH, [], (1, 0), Context(skip=frozenset({"bounds"}))) == []

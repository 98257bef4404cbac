"""Words and stems of English text."""

import pytest

from summarize.english.words import content_stem, stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rice, in 2023!", ["rice", "in", "2023"]),
        (
            "I’m sure they don't and can’t.",
            ["i", "am", "sure", "they", "do", "not", "and", "can", "not"],
        ),
        ("He won’t; it’s Sok’s.", ["he", "will", "not", "it", "is", "sok's"]),
        ("They cannot, they’ve said.", ["they", "can", "not", "they", "have", "said"]),
        ("snake_case and O'Neill", ["snake", "case", "and", "o'neill"]),
        ("", []),
    ],
)
def test_words_are_in_lower_case_with_contractions_in_full(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_words_without_content_have_no_stem() -> None:
    assert stems(words("They had said that it was the one.")) == frozenset()


def test_forms_of_a_word_share_a_stem() -> None:
    assert content_stem("traders") == content_stem("trader") == content_stem("trader's")

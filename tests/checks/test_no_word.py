"""Words that are no Khmer."""

import pytest

from summarize.checks.no_word import check


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The court agreed.", "តុលាការបានយល់ព្រម។"),
        ("Mr Siminoff agreed.", "លោក ស៊ីមីណុហ្វ បានយល់ព្រម។"),
        ("The vaccine is safe.", "វ៉ាក់សាំងមានសុវត្ថិភាព។"),
        ("The white house is new.", "ផ្ទះសគឺថ្មី។"),
        ("The court agreed.", ""),
    ],
    ids=["words", "a name", "a word spelt by ear", "a word of one letter", "nothing"],
)
def test_words_and_what_is_spelt_by_ear_pass(source: str, target: str) -> None:
    assert check(source, target) == []


@pytest.mark.parametrize("word", ["តុណ្ហភាព", "ឆ្ឃូន", "សាលឃារៀន"])
def test_letters_that_form_no_word_are_told(word: str) -> None:
    (message,) = check("The court agreed this month.", f"តុលាការបានយល់ព្រម{word}។")
    assert "is no Khmer word that the program knows. Is it spelt right?" in message

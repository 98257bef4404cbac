"""A Khmer word that nothing in the English stands for is told."""

import pytest

from summarize.checks.strange_word import check


@pytest.mark.parametrize(
    ("source", "target", "word"),
    [
        (
            "Residents said bulldozers had flattened mango trees on the land.",
            "ប្រជាពលរដ្ឋបាននិយាយថា គ្រាប់បែកបានបំផ្លាញដើមស្វាយនៅលើដី។",
            "គ្រាប់បែក",
        ),
        (
            "The teacher bought new books for the school library.",
            "គ្រូបង្រៀនបានទិញគ្រាប់បែកថ្មីសម្រាប់បណ្ណាល័យសាលា។",
            "គ្រាប់បែក",
        ),
    ],
)
def test_a_word_for_another_is_told(source: str, target: str, word: str) -> None:
    message = f"Nothing in the English stands for {word}, and nothing near it goes with it."
    assert check(source, target) == [f"{message} Is it wrong?"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Residents said bulldozers had flattened mango trees on the land.",
            "ប្រជាពលរដ្ឋបាននិយាយថា គ្រឿងចក្របានបំផ្លាញដើមស្វាយនៅលើដី។",
        ),
        (
            "The farmers sold their rice at the market.",
            "កសិករបានលក់ស្រូវរបស់ពួកគេនៅផ្សារ។",
        ),
        ("Exports rose.", "ការនាំចេញបានកើនឡើង។"),
        ("Exports rose.", ""),
    ],
    ids=["another word for it", "the word for it", "a short sentence", "no Khmer"],
)
def test_words_that_stand_for_something_pass(source: str, target: str) -> None:
    assert check(source, target) == []

"""What the English denies the Khmer must deny."""

import pytest

from summarize.checks.khmer_negation import check


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He did not come.", "គាត់មិនបានមកទេ។"),
        ("It was built without permission.", "វាត្រូវបានសាងសង់ដោយគ្មានការអនុញ្ញាត។"),
        ("Don't drink it.", "កុំផឹកវា។"),
        ("No one knows.", "គ្មាននរណាដឹងទេ។"),
        ("Nobody has yet been charged.", "នៅពុំទាន់មាននរណាត្រូវបានចោទប្រកាន់ឡើយ។"),
        ("It is not only cheap but good.", "វាថោក ហើយល្អ។"),
        ("It fell to No. 3 not long after.", "វាធ្លាក់មកលេខ ៣ បន្តិចក្រោយមក។"),
        ("He came.", "គាត់បានមក។"),
        ("He did not come.", ""),
    ],
)
def test_a_denial_that_is_there_or_denies_nothing_passes(source: str, target: str) -> None:
    assert check(source, target) == []


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("He did not come.", "not"),
        ("The minister didn’t come.", "n’t"),
        ("There was no rain.", "no"),
        ("He never came.", "never"),
    ],
)
def test_a_lost_denial_is_told_with_its_word(source: str, word: str) -> None:
    assert check(source, "គាត់បានមកកាលពីម្សិលមិញ។") == [
        f"The English denies (“{word}”); the Khmer does not. Is មិន or គ្មាន missing?"
    ]

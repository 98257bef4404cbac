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
        ("It no longer works.", "វាលែងដំណើរការហើយ។"),
        ("It is not uncommon, they said at first.", "ដំបូងឡើយគេថាវាធម្មតា។"),
        ("Is there no rain?", "តើមានភ្លៀងទេ?"),
        ("Yes, he came indeed.", "គាត់បានមកមែនទេ។"),
        ("Whether rich or poor, they came.", "មិនថាអ្នកមាន ឬអ្នកក្រទេ ពួកគេបានមក។"),
        ("They left within a year.", "ពួកគេបានចាកចេញក្នុងរយៈពេលមិនដល់មួយឆ្នាំ។"),
        ("The lamp no longer works.", "ចង្កៀងបានឈប់ដំណើរការ។"),
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


@pytest.mark.parametrize(
    "target",
    [
        "គាត់មកពីស៊ូណាមិនៅទីនេះ។",
        "គាត់យកកុំព្យូទ័រមកកន្លែងនេះ។",
        "គាត់អត់ធ្មត់។",
        "គាត់មកឬអត់។",
    ],
)
def test_a_word_of_denial_within_another_word_denies_nothing(target: str) -> None:
    assert check("He did not come.", target) != []


def test_the_second_half_of_a_denial_needs_its_first() -> None:
    source = "He did not come, and she did not go."
    assert check(source, "គាត់មិនបានមកទេ ហើយនាងមិនបានទៅទេ។") == []
    assert check(source, "គាត់មិនបានមកទេ ហើយនាងបានទៅឡើយ។") == [
        "“ឡើយ” ends a denial that does not begin. Is មិន or គ្មាន missing?"
    ]


def test_not_with_a_word_that_only_looks_like_a_litotes_denies() -> None:
    assert check("The driver was not injured.", "អ្នកបើកបរបានរងរបួស។") != []


@pytest.mark.parametrize(
    "source",
    ["The family was now complete.", "Police opened the road.", "They clean the university."],
)
def test_a_denial_that_the_english_lacks_is_told(source: str) -> None:
    assert check(source, "គ្រួសារនេះមិនទាន់ពេញលេញទេ។") == [
        "The Khmer denies (“មិន”); the English does not."
    ]


@pytest.mark.parametrize(
    "source",
    [
        "His name is unknown.",
        "They refused to come.",
        "It is incomplete.",
        "Homeless people came.",
        "It is sugar-free.",
        "Fewer people came.",
    ],
)
def test_english_that_denies_in_other_words_may_be_rendered_by_a_denial(source: str) -> None:
    assert check(source, "គាត់មិនបានមកទេ។") == []


def test_a_word_that_only_contains_one_of_denial_denies_nothing() -> None:
    assert check("He teaches at the Royal University.", "គាត់បង្រៀននៅសាកលវិទ្យាល័យភូមិន្ទ។") == []

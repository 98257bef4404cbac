"""English words in the Khmer: what was forgotten, and what may stay."""

import pytest

from summarize.checks.left_over_english import check

ENGLISH = (
    "The ministry said the vaccine is safe, wrote Aedes aegypti, see https://example.org/safe."
)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("ក្រសួងបាននិយាយថា vaccine មានសុវត្ថិភាព។", "vaccine"),
        ("ក្រសួងបាននិយាយថាvaccineមានសុវត្ថិភាព។", "vaccine"),
        ("ក្រសួង said vaccine safe។", "said vaccine safe"),
        ("ក្រសួង vaccine vaccine។", "vaccine"),
    ],
)
def test_small_words_of_the_source_are_left_over_each_told_once(target: str, words: str) -> None:
    assert check(ENGLISH, target) == [f"“{words}” was left in English. Translate it."]


@pytest.mark.parametrize(
    "target",
    [
        "ក្រសួងបាននិយាយថា វ៉ាក់សាំងមានសុវត្ថិភាព។",
        "វ៉ាក់សាំង (vaccine) មានសុវត្ថិភាព។",
        "មូស Aedes aegypti។",
        "សូមមើល https://example.org/safe។",
        "សូមមើល safe@example.org និង www.example.org/vaccine",
        "the is",
        "ពាក្យ elsewhere",
        "",
    ],
)
def test_glosses_names_addresses_and_short_words_may_stay(target: str) -> None:
    assert check(ENGLISH, target) == []


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (
            "ប្រធានាធិបតី SAYS TAXES MUST RISE។",
            ["“says taxes must rise” was left in English. Translate it."],
        ),
        ("ប្រធានាធិបតីថា ពន្ធត្រូវឡើង។", []),
        ("NATO ថា ពន្ធត្រូវឡើង។", []),
    ],
)
def test_a_sentence_in_capitals_is_read_as_one_in_small_letters(
    target: str, told: list[str]
) -> None:
    assert check("NATO AND THE PRESIDENT: SAYS TAXES MUST RISE", target) == told

"""Nothing of the English is left out."""

import pytest

from summarize.checks.omission import certain, likely

ENGLISH = (
    "The company cut 40 jobs and closed its office in Takeo after a fire that destroyed two floors."
)
WHOLE = "ក្រុមហ៊ុននេះបានកាត់បន្ថយការងារ ៤០ កន្លែង និងបិទការិយាល័យរបស់ខ្លួននៅតាកែវ ក្រោយអគ្គិភ័យដែលបំផ្លាញអគារពីរជាន់។"


def test_a_whole_translation_passes() -> None:
    assert certain(ENGLISH, WHOLE) == []
    assert likely(ENGLISH, WHOLE) == []


def test_a_clause_that_is_left_out_is_told_with_its_words() -> None:
    (message,) = certain(ENGLISH, "ក្រុមហ៊ុនបានកាត់បន្ថយការងារ ៤០ កន្លែង។")
    assert "fire" in message
    assert "Is something left out?" in message


def test_what_is_certain_is_not_told_as_likely_too() -> None:
    assert likely(ENGLISH, "ក្រុមហ៊ុនបានកាត់បន្ថយការងារ ៤០ កន្លែង។") == []


@pytest.mark.parametrize(("source", "target"), [("", WHOLE), (ENGLISH, ""), (ENGLISH, " ")])
def test_what_is_empty_is_for_other_checks(source: str, target: str) -> None:
    assert certain(source, target) == []
    assert likely(source, target) == []

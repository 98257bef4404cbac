"""The Khmer names no person that the English lacks."""

import pytest

from summarize.checks import USUAL
from summarize.checks.invented_person import check
from tests.builders import build_segments


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Sok Dara agreed.", "លោក សុខ ដារ៉ា បានយល់ព្រម។"),
        ("Mr Siminoff agreed.", "លោក ស៊ីមីណុហ្វ បានយល់ព្រម។"),
        ("He agreed.", "លោក បានយល់ព្រម។"),
        ("He agreed.", "លោកបានយល់ព្រម។"),
        ("The princess agreed.", "សម្តេច ព្រះរាជបុត្រី បានយល់ព្រម។"),
        ("Bachmann agreed.", "អ្នកស្រី ប៊ែចមែន (Bachmann) បានយល់ព្រម។"),
        ("They sell gold, silver and tin.", "ពួកគេលក់ មាស ប្រាក់ និងសំណប៉ាហាំង។"),
    ],
    ids=["of the list", "by sound", "a pronoun", "a pronoun joined", "a rank", "in Latin", "words"],
)
def test_people_of_the_english_and_words_that_name_nobody_pass(source: str, target: str) -> None:
    assert check(build_segments((source, target)), USUAL) == []


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("សម្តេច សុខ វណ្ណា បានយល់ព្រម។", "សុខ វណ្ណា"),
        ("ម៉ៅ វិចិត្រ បានយល់ព្រម។", "ម៉ៅ វិចិត្រ"),
        ("លោក ស៊ីមីណុហ្វ បានយល់ព្រម។", "ស៊ីមីណុហ្វ"),
    ],
    ids=["titled", "family and given name", "a foreign one after a title"],
)
def test_a_person_whom_the_english_lacks_is_told(target: str, name: str) -> None:
    found = check(build_segments(("Judge Hang Leang agreed.", target)), USUAL)
    assert found == [("k1", f"The Khmer names {name}; the English names nobody like that.")]


def test_a_person_of_another_sentence_may_be_meant() -> None:
    draft = build_segments(
        ("Sok Dara came.", "សុខ ដារ៉ា បានមក។"), ("He agreed.", "លោក សុខ ដារ៉ា បានយល់ព្រម។")
    )
    assert check(draft, USUAL) == []

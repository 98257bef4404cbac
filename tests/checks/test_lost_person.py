"""Every named person of the English is in the Khmer: in Latin, by the list, or by sound."""

import pytest

from summarize.checks.lost_person import check, others


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Sok Dara was arrested.", "សុខ ដារ៉ា ត្រូវបានចាប់ខ្លួន។"),
        ("Sok Dara was arrested.", "Sok Dara ត្រូវបានចាប់ខ្លួន។"),
        ("Sok Dara was arrested.", "លោក សុខ តារា ត្រូវបានចាប់ខ្លួន។"),
        ("Donald Trump won.", "លោក ដូណាល់ ត្រាំ បានឈ្នះ។"),
        ("Ms Siminoff left.", "អ្នកស្រី ស៊ីមីណុហ្វ បានចាកចេញ។"),
        ("Kramuon Sar is old.", "ក្រមួនស ចាស់ហើយ។"),
        ("The court agreed.", "តុលាការបានយល់ព្រម។"),
        ("Farmers agreed.", "កសិករបានយល់ព្រម។"),
        ("Thailand agreed.", "ប្រទេសនេះបានយល់ព្រម។"),
        ("Sok Dara was arrested.", ""),
    ],
    ids=[
        "by the list",
        "in Latin",
        "spelt in another way",
        "foreign",
        "family name alone",
        "a place by its sound",
        "nobody",
        "first word of a sentence",
        "a country",
        "no Khmer",
    ],
)
def test_a_name_that_is_there_passes(source: str, target: str) -> None:
    assert check(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("Sok Dara was arrested.", "ម៉ៅ វិចិត្រ ត្រូវបានចាប់ខ្លួន។", "Sok Dara"),
        ("Sok Dara was arrested.", "សុខ វណ្ណា ត្រូវបានចាប់ខ្លួន។", "Sok Dara"),
        ("Minister Sok Dara opened a bridge.", "រដ្ឋមន្ត្រីបានបើកស្ពាន។", "Sok Dara"),
        ("Sok Dara and Chan Sopha left.", "សុខ ដារ៉ា បានចាកចេញ។", "Chan Sopha"),
        ("Donald Trump won.", "លោក វ្ល៉ាឌីមៀ ពូទីន បានឈ្នះ។", "Donald Trump"),
    ],
    ids=["another", "half of it", "none", "one of two", "a foreign one"],
)
def test_a_name_that_is_not_there_is_told(source: str, target: str, name: str) -> None:
    assert check(source, target) == [f"The English names {name}; the Khmer has no such name."]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Do not joke about the Holocaust.", "កុំលេងសើចអំពីការប្រល័យពូជសាសន៍។"),
        ("He plays for the Washington Capitals.", "គាត់លេងឱ្យក្រុមនោះ។"),
    ],
    ids=["a word of one's own", "a club named after a place"],
)
def test_a_name_that_may_be_translated_is_told_apart(source: str, target: str) -> None:
    assert check(source, target) == []
    assert len(others(source, target)) == 1


def test_whoever_is_named_with_a_title_is_a_person_and_a_word_in_a_list_is_not() -> None:
    assert check("Its director, Siminoff, left.", "គាត់បានចាកចេញ។") != []
    assert check("It won Best Director, Cinematography and Sound.", "វាបានឈ្នះ។") == []

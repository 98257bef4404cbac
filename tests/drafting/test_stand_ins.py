"""Names that the model knows go in instead of others, and give way to them again."""

import re

import pytest

from summarize.drafting.protect import protect_names
from summarize.drafting.stand_ins import STAND_INS, Kind
from summarize.drafting.wanted import Wanted

RITH = "កើត រិទ្ធ"


def named(sentence: str, text: str, kind: Kind, khmer: str) -> Wanted:
    return Wanted(text, sentence.index(text), kind, khmer, ((khmer,),))


def test_a_person_goes_in_as_one_that_the_model_knows() -> None:
    sentence = "Minister Koeut Rith spoke."
    kept = protect_names(sentence, [named(sentence, "Koeut Rith", "person", RITH)])
    assert kept.text == "Minister Chan Vuthy spoke."
    assert kept.restore("លោករដ្ឋមន្ត្រី ចាន់ វុទ្ធី បាននិយាយ។") == f"លោករដ្ឋមន្ត្រី {RITH} បាននិយាយ។"


def test_two_people_go_in_as_two() -> None:
    sentence = "Koeut Rith met Chin Malin."
    names = [
        named(sentence, "Koeut Rith", "person", RITH),
        named(sentence, "Chin Malin", "person", "ជិន ម៉ាលីន"),
    ]
    kept = protect_names(sentence, names)
    assert kept.text == "Sok Dara met Chan Vuthy."
    assert kept.restore("សុខ ដារ៉ា បានជួប ចាន វុទ្ធី។") == f"{RITH} បានជួប ជិន ម៉ាលីន។"


def test_the_word_for_the_kind_of_a_place_goes_with_its_name() -> None:
    sentence = "The flood reached Krakor district."
    kept = protect_names(sentence, [named(sentence, "Krakor district", "place", "ស្រុកក្រគរ")])
    assert kept.text == "The flood reached Takeo."
    assert kept.restore("ទឹកជំនន់បានទៅដល់ខេត្តតាកែវ។") == "ទឹកជំនន់បានទៅដល់ស្រុកក្រគរ។"


def test_an_institution_keeps_its_article_and_its_capital() -> None:
    sentence = "The Anti-Corruption Unit questioned him."
    khmer = "អង្គភាពប្រឆាំងអំពើពុករលួយ"
    kept = protect_names(sentence, [named(sentence, "Anti-Corruption Unit", "body", khmer)])
    assert kept.text == "The Ministry of Tourism questioned him."
    assert kept.restore("ក្រសួងទេសចរណ៍បានសួរគាត់។") == f"{khmer}បានសួរគាត់។"


@pytest.mark.parametrize("target", ["បាននិយាយ។", "ចាន់ វុទ្ធី និងចាន់ វុទ្ធី", "ចាន់ វុទ្ធីៗ", "សុខ វុទ្ធី បាននិយាយ។"])
def test_a_name_that_does_not_come_back_once_gives_nothing(target: str) -> None:
    sentence = "Minister Koeut Rith spoke."
    kept = protect_names(sentence, [named(sentence, "Koeut Rith", "person", RITH)])
    assert kept.restore(target) == ("" if "ៗ" not in target else f"{RITH} ៗ")


def test_a_name_within_a_longer_one_is_told_apart() -> None:
    sentence = "Koeut Rith and Malin left."
    names = [
        named(sentence, "Koeut Rith", "person", RITH),
        named(sentence, "Malin", "word", "ម៉ាលីន"),
    ]
    kept = protect_names(sentence, names)
    assert kept.text == "Sok Dara and Vuthy left."
    assert kept.restore("សុខ ដារ៉ា និងវុទ្ធី បានចាកចេញ។") == f"{RITH} និង ម៉ាលីន បានចាកចេញ។"


def test_a_stand_in_that_the_sentence_has_itself_is_not_used() -> None:
    sentence = "Farmers of Takeo met Koeut Rith and Vuthy in Krakor."
    kept = protect_names(
        sentence,
        [
            named(sentence, "Koeut Rith", "person", RITH),
            named(sentence, "Krakor", "place", "ក្រគរ"),
        ],
    )
    assert kept.text == "Farmers of Takeo met Sok Dara and Vuthy in Kampot."


def test_more_names_than_the_model_knows_are_left_alone() -> None:
    sentence = "Aa Bb, Cc Dd, Ee Ff, Gg Hh and Ii Jj met."
    names = [
        named(sentence, text, "person", text)
        for text in re.findall("[A-Z][a-z] [A-Z][a-z]", sentence)
    ]
    kept = protect_names(sentence, names)
    assert (kept.text, kept.kept) == (sentence, {})


@pytest.mark.parametrize(
    ("kind", "khmer"),
    [
        ("person", "ចាន់ វុទ្ធី"),
        ("word", "វុទ្ធី"),
        ("place", "ស្រុកតាកែវ"),
        ("country", "ជប៉ុន"),
        ("body", "ក្រសួងទេសចរណ៍"),
    ],
)
def test_the_first_of_every_kind_comes_back_as_what_it_stands_for(kind: Kind, khmer: str) -> None:
    sentence = "They spoke of Xq Yz today."
    kept = protect_names(sentence, [named(sentence, "Xq Yz", kind, "ឈ្មោះ")])
    assert kept.restore(f"ពួកគេនិយាយពី {khmer} ថ្ងៃនេះ។") == "ពួកគេនិយាយពី ឈ្មោះ ថ្ងៃនេះ។"


def test_no_two_stand_ins_have_the_same_shape() -> None:
    shapes = [one.khmer.pattern for own in STAND_INS.values() for one in own]
    assert len(shapes) == len(set(shapes))

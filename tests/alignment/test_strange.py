"""Words that belong neither to the English nor to the Khmer around them stand out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.alignment.strange import features, strangest
from summarize.khmer.normalise import key

ENGLISH = "The court fined the company for the fire in its warehouse."
KHMER = "តុលាការបានពិន័យក្រុមហ៊ុននេះចំពោះអគ្គិភ័យក្នុងឃ្លាំងរបស់ខ្លួន។"


def test_a_word_of_another_story_is_the_strangest_and_likelier_wrong_than_right() -> None:
    word, odds = strangest(ENGLISH, KHMER.replace("ឃ្លាំង", "សហជីព"))
    assert word == "សហជីព"
    assert odds > 0


def test_the_words_of_a_good_translation_are_likelier_right_than_wrong() -> None:
    assert strangest(ENGLISH, KHMER)[1] < 0


def test_a_word_without_a_link_counts_less_where_it_keeps_company_with_its_neighbours() -> None:
    found = {
        word: dict(features(ENGLISH, KHMER.replace("ឃ្លាំង", word)))[word]
        for word in ("រោងចក្រ", "សហជីព")
    }
    assert found["រោងចក្រ"]["mean alike"] > found["សហជីព"]["mean alike"]


@pytest.mark.parametrize(
    ("source", "target"),
    [("", KHMER), (ENGLISH, ""), (ENGLISH, "Fire in a warehouse"), ("Siminoff 12", KHMER)],
    ids=["no English", "no Khmer", "no Khmer letters", "no word with a link"],
)
def test_nothing_is_strange_where_nothing_can_be_compared(source: str, target: str) -> None:
    assert strangest(source, target)[0] == ""


@given(st.text("តុលការបនពិន័យ ក្រុមហ៊ុឃ្លាំង។ab12", max_size=60))
def test_any_text_can_be_judged(target: str) -> None:
    for word, own in features(ENGLISH, target):
        assert word in key(target)
        assert all(abs(value) < 100 for value in own.values())

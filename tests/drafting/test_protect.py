"""Numbers and terms go through a model as placeholders, and come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.drafting.protect import Protected, protect_numbers, protect_terms
from summarize.glossary import Glossary, Term


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("It sold 2,243 of 9,000.", "It sold 11 of 22."),
        ("It cost $3.5 billion in 1969.", "It cost $11 billion in 22."),
        ("On 11 May, 40 came.", "On 22 May, 33 came."),
        ("COVID-19 and H1N1 spread.", "COVID-19 and H1N1 spread."),
        ("It fits 802.11a and 802.11b, 16 in all.", "It fits 802.11a and 802.11b, 22 in all."),
        ("It cost £27m at 160km/h.", "It cost £11m at 22km/h."),
        ("Three came.", "Three came."),
        ("Eighteen of two hundred came.", "11 of 22 came."),
    ],
)
def test_numbers_in_digits_give_way_to_simple_ones(sentence: str, text: str) -> None:
    assert protect_numbers(sentence).text == text


def test_the_numbers_come_back_where_their_placeholders_stand() -> None:
    protected = protect_numbers("It sold 2,243 of 9,000.")
    assert protected.restore("ក្នុងចំណោម ២២ បានលក់ ១១។") == "ក្នុងចំណោម 9,000 បានលក់ 2,243។"


def test_a_part_of_a_sentence_has_the_placeholders_that_stand_in_it_even_within_words() -> None:
    protected = Protected("A 11x and 22.", {"11": "5", "22": "6"})
    assert protected.part("A 11x") == Protected("A 11x", {"11": "5"})
    assert protected.part("and 22.").kept == {"22": "6"}


@pytest.mark.parametrize("target", ["បានលក់ ១១។", "១១ ១១ ២២", "១១១ ២២", "១១,៥ ២២", ""])
def test_a_placeholder_lost_doubled_or_changed_gives_nothing(target: str) -> None:
    assert protect_numbers("It sold 2,243 of 9,000.").restore(target) == ""


def test_more_numbers_than_placeholders_are_left_alone() -> None:
    sentence = " and ".join(str(n) for n in range(200, 212))
    assert protect_numbers(sentence).text == sentence
    assert protect_numbers(sentence).kept == {}


@given(st.lists(st.integers(100, 10**6), min_size=1, max_size=6))
def test_a_model_that_copies_gets_every_number_through(values: list[int]) -> None:
    sentence = " and ".join(f"{value:,}" for value in values)
    protected = protect_numbers(sentence)
    assert protected.restore(protected.text) == sentence


GLOSSARY = Glossary(
    (
        Term("minister", "រដ្ឋមន្ត្រី"),
        Term("Supreme Court", "តុលាការកំពូល"),
        Term("iPad", "iPad"),
        Term("Monday", "ច័ន្ទ", note="day"),
    )
)


def test_terms_go_in_as_letters_and_come_back_in_khmer() -> None:
    protected = protect_terms("The minister left the Supreme  Court on Monday.", GLOSSARY)
    assert protected.text == "The A1 left the B1 on Monday."
    assert protected.restore("A1 បានចាកចេញពីB1។") == "រដ្ឋមន្ត្រី បានចាកចេញពីតុលាការកំពូល។"
    assert protected.restore("A1 បានចាកចេញ។") == ""


@pytest.mark.parametrize(
    "sentence", ["It rained.", "The iPad broke.", "The minister saw an A1 car.", "On Monday."]
)
def test_without_a_term_to_translate_or_a_free_letter_nothing_is_put_in(sentence: str) -> None:
    assert protect_terms(sentence, GLOSSARY).kept == {}


def test_a_term_may_begin_the_sentence() -> None:
    assert protect_terms("Minister resigns.", GLOSSARY).text == "A1 resigns."

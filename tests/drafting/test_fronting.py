"""A date goes to the front of its sentence, where it says when all of it happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.drafting.fronting import date_first
from summarize.english.dates import dates


@pytest.mark.parametrize(
    ("sentence", "fronted"),
    [
        ("The court ruled on Monday.", "On Monday, the court ruled."),
        ("They ruled Monday that men must pay.", "On Monday, they ruled that men must pay."),
        ("Mitt Romney won on Tuesday in Iowa.", "On Tuesday, Mitt Romney won in Iowa."),
        ("It was passed by the Senate Monday.", "On Monday, it was passed by the Senate."),
        ("It opened in late May 2019 in Kandal.", "In late May 2019, it opened in Kandal."),
        ("He was seen last Friday night in Takeo.", "Last Friday night, he was seen in Takeo."),
        ("He flew to Rome on Monday, May 3, 2020.", "On Monday, May 3, 2020, he flew to Rome."),
    ],
)
def test_a_date_of_the_whole_sentence_goes_to_the_front(sentence: str, fronted: str) -> None:
    assert date_first(sentence) == fronted


@pytest.mark.parametrize(
    "sentence",
    [
        "It rained.",
        "On Monday, it rained.",
        "He said he will travel on Monday.",
        "She plans to speak on Monday.",
        "The dam, which opened in May 2019, is closed.",
        "They met and agreed on Monday.",
        "“We will travel on Monday,” he added.",
        "The talks were postponed until Monday.",
        "The old Friday market opened.",
        "It ran from 3 March to 5 April.",
        "It was promised in March of that year.",
        "The nation waits for May’s report.",
    ],
)
def test_one_that_may_belong_to_a_part_of_it_stays(sentence: str) -> None:
    assert date_first(sentence) == ""


@given(st.text(alphabet="abT .,:“", max_size=30), st.sampled_from(["on Monday", "in May 2019"]))
def test_no_word_is_lost_or_added_but_the_preposition(text: str, date: str) -> None:
    sentence = f"The {text} {date}."
    fronted = date_first(sentence)
    words = sorted(fronted.lower().replace(",", " ").replace(".", " ").split())
    expected = sorted(sentence.lower().replace(",", " ").replace(".", " ").split())
    assert fronted == "" or words == expected
    assert fronted == "" or [d.name for d in dates(fronted)] == [d.name for d in dates(sentence)]

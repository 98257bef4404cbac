"""Numbers and dates of a summary that the article does not have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.checks.evidence import Evidence
from summarize.checks.summary_numbers import check
from tests.builders import build_article

SENTENCES = (
    "Cambodia exported 1.3 million tonnes of rice, worth $840m, on 24 August 2023.",
    "That is up 5.2 percent, while between 3 and 4 percent were forecast for the third quarter.",
    "Twelve traders and 45 mills were fined 4,000 riel each on Monday, 12/9/2023.",
    "The 1990s were worse, said one of the five inspectors, who came at 10:30 pm in World War II.",
    "Several million people eat it, and Fun Sinpeng, 34, paid between 20 and 30 dollars in May.",
)
EVIDENCE = Evidence(build_article(*SENTENCES))


@pytest.mark.parametrize(
    "sentence",
    [
        "Exports were 1,300,000 tonnes, worth $840 million.",
        "Exports rose by 5.2% after a forecast of 3 per cent and 4 per cent.",
        "12 traders and forty-five mills were fined 4000 riels.",
        "5 inspectors came; one of them and both others left at first.",
        "It was in the 90s, or at 22:30.",
        "It was on August 24, a Monday.",
        "It was on 12 September or 24 Aug.",
        "It cost 30 dollars or US$20.",
        "It was the second and the 3rd time, half as much, a single day.",
        "Millions eat it.",
        "The 34-year-old may pay; the Second World War is over.",
        "It rained.",
    ],
)
def test_the_same_numbers_written_otherwise_pass(sentence: str) -> None:
    assert check(sentence, EVIDENCE) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Exports were 1.2 million.", "1.2 million; the article does not (it has 1.3 million)."),
        ("Exports were 1.3 billion.", "1.3 billion; the article does not (it has 1.3 million)."),
        ("Exports were 1.3.", "1.3; the article does not (it has 1.3 million)."),
        ("They rose 5.3%.", "5.3%; the article does not (it has 5.2 percent)."),
        ("They rose 45 percent.", "45 percent; the article does not (it has 45)."),
        ("It cost 4,000 dollars.", "4,000 dollars; the article does not (it has 4,000 riel)."),
        ("It cost €840m.", "€840m; the article does not (it has $840m)."),
        ("Six inspectors came.", "Six; the article does not (it has five)."),
        ("Nearly 50 mills closed.", "50; the article does not (it has 45)."),
        ("It was in 2022.", "2022; the article does not (it has 2023)."),
        ("The seventh trader left.", "seventh; the article does not."),
        ("Several billion eat it.", "billion; the article does not (it has million)."),
        ("World War VII came.", "VII; the article does not."),
        ("It was on Tuesday.", "Tuesday; the article does not."),
        ("It was in July.", "July; the article does not."),
        ("It was on 25 August.", "25 August; the article does not."),
        ("It was on 12 August.", ""),
    ],
)
def test_another_number_is_told_with_what_was_meant(sentence: str, told: str) -> None:
    assert check(sentence, EVIDENCE) == ([f"The summary has {told}"] if told else [])


def test_a_day_of_another_month_is_told() -> None:
    evidence = Evidence(build_article("It began on 3 July and ended on 9 August."))
    assert check("It ended on 3 August.", evidence) == [
        "The summary has 3 August; the article does not."
    ]


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("It cost 9,055 crore.", True),
        ("It cost 9,056 crore.", True),
        ("It cost 9,054 crore.", False),
        ("It cost 9,060 crore.", False),
        ("There were 1.23 million.", True),
        ("There were 1.2 million.", False),
        ("It was in 2010.", False),
    ],
)
def test_the_last_digits_may_be_left_off_while_three_stay(sentence: str, passes: bool) -> None:
    evidence = Evidence(build_article("In 2017 there were 1,234,567; it cost Rs 9,055.73 crore."))
    assert (check(sentence, evidence) == []) is passes


def test_a_number_is_told_once() -> None:
    assert len(check("It was 77, yes 77.", EVIDENCE)) == 1


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
def test_sentences_of_the_article_never_alarm(sentences: list[str]) -> None:
    assert check(" ".join(sentences), EVIDENCE) == []


@given(st.integers(min_value=13, max_value=10**9))
def test_a_whole_number_is_supported_with_and_without_separators(value: int) -> None:
    evidence = Evidence(build_article(f"There were {value:,} of them."))
    assert check(f"There were {value} of them.", evidence) == []
    assert check(f"There were {value + 1} of them.", evidence) != []


@pytest.mark.parametrize(
    ("sentence", "article"),
    [
        ("It fell by 50 percent.", "It fell by half."),
        ("It was 3 percent.", "It was 3, 4 or 5 percent."),
        ("In 2020, 5 percent came.", "5 percent came in 2020."),
        ("It took 10 years.", "It took a decade."),
        ("Three came.", "They tried thrice."),
        ("It rose by a fifth.", "It rose by one fifth."),
    ],
)
def test_units_that_need_not_be_said_pass(sentence: str, article: str) -> None:
    assert check(sentence, Evidence(build_article(article))) == []


def test_the_name_of_a_month_supports_no_number() -> None:
    evidence = Evidence(build_article("It may rain in May."))
    assert check("5 men came.", evidence) == ["The summary has 5; the article does not."]

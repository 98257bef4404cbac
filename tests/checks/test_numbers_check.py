"""Numbers between English and Khmer: what is an error and what is only written otherwise."""

import pytest

from summarize.checks.numbers import check


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("On 16 July 2019, 1,200 came.", "នៅថ្ងៃទី១៦ ខែកក្កដា ឆ្នាំ២០១៩ មក ១.២០០ នាក់។"),
        ("It cost $69 million.", "តម្លៃ ៦៩ លានដុល្លារ។"),
        ("It cost $300,000.", "តម្លៃ ៣ សែនដុល្លារ។"),
        ("A rise of 2.5 percent.", "កើន ២,៥ ភាគរយ។"),
        ("It was 3.4 billion.", "មាន ៣,៤ ពាន់លាន។"),
        ("At 10:30 pm.", "ម៉ោង ១០ និង ៣០ នាទីយប់។"),
        ("At 10:30 pm.", "ម៉ោង ២២:៣០។"),
        ("There were 12 people.", "មានដប់ពីរនាក់។"),
        ("There were twelve people.", "មាន ១២ នាក់។"),
        ("The second one of them won in World War II.", "ទី ២ ឈ្នះក្នុងសង្គ្រាមលោកលើកទី ២។"),
        ("One of the two, in May.", "ម្នាក់ក្នុងចំណោមពីរ ក្នុងខែ៥។"),
        ("In the 1990s, 3 to 5 million left.", "ទសវត្សរ៍ ៩០ មាន ៣ លាន ទៅ ៥ លាននាក់ចាកចេញ។"),
        ("Nobody knows.", "គ្មាននរណាដឹងទេ។"),
    ],
)
def test_the_same_numbers_written_otherwise_pass(source: str, target: str) -> None:
    assert check(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("There were 16.", "មាន ៣៦។", "The English has 16; the Khmer does not (it has ៣៦)."),
        ("There were 16.", "មានមនុស្ស។", "The English has 16; the Khmer does not."),
        ("Six people came.", "មានមនុស្សមក។", "The English has Six; the Khmer does not."),
        ("People came.", "មាន ៥ នាក់។", "The Khmer has ៥; the English does not."),
        (
            "It cost 3 million.",
            "តម្លៃ ៣ ពាន់លាន។",
            "The English has 3 million; the Khmer does not (it has ៣ ពាន់លាន). "
            "Is the scale word right?",
        ),
        (
            "Nine of nineteen.",
            "ប្រាំបួនក្នុងចំណោមប្រាំបួន។",
            "The English has nineteen; the Khmer does not.",
        ),
        (
            "It took seven days.",
            "ចំណាយពេលប្រាំថ្ងៃ។",
            "The English has seven; the Khmer does not (it has ប្រាំ).",
        ),
    ],
)
def test_faults_are_told_in_words_to_act_upon(source: str, target: str, message: str) -> None:
    assert check(source, target) == [message]


def test_a_number_must_come_as_often_as_it_is_there() -> None:
    source = "It rose 5 percent in 5 days."
    assert check(source, "កើន ៥ ភាគរយក្នុងរយៈពេល ៥ ថ្ងៃ។") == []
    assert check(source, "កើន ៥ ភាគរយ។") == ["The English has 5; the Khmer does not."]


def test_millions_of_money_without_the_scale_word_are_an_error() -> None:
    assert check("It cost $1.2m.", "តម្លៃ ១,២ ដុល្លារ។") != []


def test_the_indefinite_article_does_not_stand_for_a_figure() -> None:
    assert check("One man came on 1 April.", "មនុស្សម្នាក់មកក្នុងខែមេសាមួយ។") == [
        "The English has 1; the Khmer does not."
    ]


def test_a_number_word_within_another_word_stands_for_no_figure() -> None:
    assert check("It grew by 3 metres to help.", "វាដុះម៉ែត្រដើម្បីជួយ។") == [
        "The English has 3; the Khmer does not."
    ]


def test_an_ordinal_does_not_stand_for_a_figure_beside_it() -> None:
    source = "In Phase II of the plan, 2 were built."
    assert check(source, "ក្នុងដំណាក់កាលទីពីរ គេសង់ ២។") == []
    assert check(source, "ក្នុងដំណាក់កាលទីពីរ គេសង់។") == ["The English has 2; the Khmer does not."]


def test_no_goals_are_a_number_and_no_minutes_are_none() -> None:
    assert check("They won 26 - 00 at 10:00.", "ពួកគេឈ្នះ ២៦ - ០០ នៅម៉ោង ១០។") == []
    assert check("They won 26 - 00.", "ពួកគេឈ្នះ ២៦។") == ["The English has 00; the Khmer does not."]


def test_the_name_of_the_month_does_not_stand_for_the_day() -> None:
    assert check("It began on 1 January.", "វាបានចាប់ផ្ដើមនៅខែមករា។") == [
        "The English has 1; the Khmer does not."
    ]

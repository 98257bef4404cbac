"""Headlines Set Like This go to the translator like this."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.headlines.case import in_sentence_case

TEXT = (
    "Prime Minister Hun Manet said that Cambodia will export 700,000 tonnes of milled rice to "
    "China. The minister said that the World Bank had helped. Officials in Siem Reap said that "
    "ACLEDA Bank will lend money to farmers in May."
)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        (
            "Cambodia to Export 700,000 Tonnes of Rice to China, Hun Manet Says",
            "Cambodia to export 700,000 tonnes of rice to China, Hun Manet says",
        ),
        (
            "World Bank Helps Siem Reap Farmers With New ACLEDA Loans",
            "World Bank helps Siem Reap farmers with new ACLEDA loans",
        ),
        ("Workers Win Wage Rise in May, Say Unions", "Workers win wage rise in May, say unions"),
        ("Minister: Rice Exports Rise", "Minister: Rice exports rise"),
    ],
)
def test_words_are_written_as_the_article_or_the_language_writes_them(
    title: str, plain: str
) -> None:
    assert in_sentence_case(title, TEXT) == plain


@pytest.mark.parametrize(
    "title",
    [
        "Hun Manet meets Xi Jinping in Beijing",
        "Hun Sen, Xi Jinping, Prabowo Subianto meet",
        "Rice exports rise",
        "ASEAN LEADERS MEET IN PHNOM PENH",
        "Hun Manet",
        "",
    ],
)
def test_a_headline_in_the_case_of_a_sentence_stays(title: str) -> None:
    assert in_sentence_case(title, TEXT) == title


@given(st.text("aBc dE'-:.1", max_size=40))
def test_no_letter_is_changed_but_for_its_case(title: str) -> None:
    assert in_sentence_case(title, TEXT).casefold() == title.casefold()

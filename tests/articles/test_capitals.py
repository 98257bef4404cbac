"""Text in capitals is put into ordinary case; acronyms and known names keep theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.build import article_from_text
from summarize.articles.capitals import in_ordinary_case, spellings


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("THE CENTRAL BANK CUT ITS RATE ON TUESDAY.", "The central bank cut its rate on Tuesday."),
        ("OFFICIALS IN PHNOM PENH MET THE IMF.", "Officials in Phnom Penh met the IMF."),
        ("A CAMBODIAN TEAM WENT TO THAILAND.", "A Cambodian team went to Thailand."),
        ("MR SOK DARA TOLD THE BBC THAT I WAS LATE.", "Mr Sok Dara told the BBC that I was late."),
        ("IT WAS 5 P.M. IN THE U.S. CAPITAL.", "It was 5 p.m. in the U.S. capital."),
        ("THE US SAID IT WILL GIVE US TIME.", "The US said it will give us time."),
        ("THE MAYOR, SOK DARA, SAID THAT IT RAINED.", "The mayor, Sok Dara, said that it rained."),
        ("“WE WON,” HE SAID. “THEY LOST.”", "“We won,” he said. “They lost.”"),
        ("BANKS MUST FOLLOW BY JUNE 1.", "Banks must follow by June 1."),
        ("IT MAY RAIN IN MAY.", "It may rain in may."),
        ("CAMBODIA’S EXPORTS FELL BY HALF.", "Cambodia’s exports fell by half."),
    ],
)
def test_a_sentence_in_capitals(written: str, read: str) -> None:
    assert in_ordinary_case(written, spellings("")) == read


@pytest.mark.parametrize("text", ["The UN and WHO met.", "BBC NEWS", "UN, EU, US", "Go", ""])
def test_other_text_stays(text: str) -> None:
    assert in_ordinary_case(text, spellings("")) == text


def test_names_that_the_article_spells_elsewhere_are_names() -> None:
    context = "Chan Vuthy came. He is from Trapeang."
    assert (
        in_ordinary_case("CHAN VUTHY LEFT TRAPEANG.", spellings(context))
        == "Chan Vuthy left Trapeang."
    )


def test_sentences_of_an_article_are_recased_one_by_one() -> None:
    article = article_from_text(
        "BANK CUTS RATES\n\nTHE BANK CUT ITS MAIN RATE. It was the third time. BANKS MUST FOLLOW."
    )
    assert article.title == "Bank cuts rates"
    assert article.text == "The bank cut its main rate. It was the third time. Banks must follow."


@given(st.text(alphabet="ABCI ’'.US“”3", max_size=80))
def test_only_the_case_changes(text: str) -> None:
    assert in_ordinary_case(text, spellings("")).upper() == text.upper()

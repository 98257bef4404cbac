"""Hard-wrapped lines become paragraphs; lists, headings and verse stay apart."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.paragraphs import unwrap

FIRST = (
    "The provincial court on Monday delayed its ruling on the fishing rights of 240 families until "
    "next month, saying that it needed more evidence from Mr. Chea Rith and the ministry in town."
)
SECOND = (
    "Lawyers for the families said they would appeal if the ruling went against them, because the "
    "lake feeds twelve villages and there is no other work in the district during the dry season."
)


@pytest.mark.parametrize("width", [60, 72, 80, 95])
@pytest.mark.parametrize("parting", ["\n\n", "\n \n\n", "\n   "])
def test_wrapped_paragraphs_are_put_together_again(width: int, parting: str) -> None:
    wrapped = parting.join(textwrap.fill(text, width) for text in (FIRST, SECOND))
    assert unwrap(wrapped) == (FIRST, SECOND)


def test_a_paragraph_a_line_stays_so() -> None:
    assert unwrap(f"{FIRST}\n{SECOND}") == (FIRST, SECOND)


def test_a_headline_is_not_joined_to_the_story_below_it() -> None:
    wrapped = f"Court delays its ruling\n{textwrap.fill(FIRST, 70)}"
    assert unwrap(wrapped) == ("Court delays its ruling", FIRST)


def test_list_items_stay_apart_lose_their_bullet_and_keep_their_number() -> None:
    text = "- a map of the lake\n- the return of 12 boats that were taken in the\n  spring\n2. Rice"
    assert unwrap(text) == (
        "a map of the lake",
        "the return of 12 boats that were taken in the spring",
        "2. Rice",
    )


def test_verse_keeps_its_lines() -> None:
    verse = "The lake feeds us in the rain\nThe lake feeds sons\nThe lake is deep\nAnd so is law"
    assert unwrap(verse) == tuple(verse.split("\n"))


def test_a_compound_broken_at_its_hyphen_is_joined_without_a_space() -> None:
    assert unwrap("The plan is labour-\nintensive.") == ("The plan is labour-intensive.",)


@given(st.text(alphabet="aB .-\n*1)", max_size=200))
def test_no_letter_is_lost_and_no_line_break_kept(text: str) -> None:
    joined = unwrap(text)
    assert not any("\n" in line for line in joined)
    assert [c for line in joined for c in line if c.isalpha()] == [c for c in text if c.isalpha()]

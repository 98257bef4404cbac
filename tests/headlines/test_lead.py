"""A headline is made of the lead by leaving out, and never leaves out what the news hangs on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.headlines import headline_of
from summarize.headlines.lead import LONGEST, from_lead
from summarize.records import Source, Summary, SummarySentence
from tests.builders import build_article

LONG = "the governor of the northern province has inspected the new bridge over the river"


@pytest.mark.parametrize(
    ("lead", "headline"),
    [
        ("The court jailed 16 people on Monday.", "The court jailed 16 people"),
        (
            "On Monday, the court jailed 16 people (see below).",
            "The court jailed 16 people",
        ),
        (
            "Sok Dara, 45, was arrested in Kampot on Friday morning, police said on Saturday.",
            "Sok Dara was arrested in Kampot, police said",
        ),
        (
            "The commissioner, on Tuesday, opened the new bridge in Kampot.",
            "The commissioner opened the new bridge in Kampot",
        ),
        (
            f"{LONG.capitalize()} after months of delays.",
            f"{LONG.capitalize()}",
        ),
        (
            f"{LONG.capitalize()}, which was opened in 2019, police said in a statement.",
            f"{LONG.capitalize()}, police said",
        ),
        (
            "Two people were killed when a plane landed on a beach, an official said Tuesday.",
            "Two people were killed when a plane landed on a beach, an official said",
        ),
        ("The market was built in the U.S.", "The market was built in the U.S."),
        ("Will the new market open on Monday?", "Will the new market open?"),
        ("He left on Monday.", "He left on Monday"),
    ],
)
def test_what_a_headline_does_without_goes(lead: str, headline: str) -> None:
    assert from_lead(lead) == headline


@pytest.mark.parametrize(
    "kept",
    [
        "unless the council agrees to pay for all of it",
        "if the rains do not come before the month of May",
        "but nobody has said who is to pay for the work",
        "although the ministry has not approved the work",
        "from Monday to Friday of every week of the year",
        "on Monday and Tuesday of every week of the year",
    ],
)
def test_what_the_news_depends_on_stays_however_long_it_is(kept: str) -> None:
    assert from_lead(f"{LONG} {kept}.").endswith(kept)


def test_a_subject_is_not_left_without_its_verb() -> None:
    lead = (
        "The athletes from the northern province, returning to the country after a month of "
        "games in Japan, refused to leave the airport of the capital."
    )
    assert from_lead(lead) == lead.removesuffix(".")


def test_a_quotation_is_not_broken() -> None:
    lead = f"{LONG.capitalize()} “after a month on Monday” of waiting."
    assert from_lead(lead).count("“") == from_lead(lead).count("”")


CLAUSES = (
    "on Monday",
    "after the rains",
    ", police said in a statement on Friday",
    "(pictured)",
    "“if it rains on Sunday”",
    ", who is 45,",
    "has opened the market",
    "Sok Dara, 45, of Kampot",
    "amid floods",
)


@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=6))
def test_words_are_left_out_and_never_put_in(clauses: list[str]) -> None:
    lead = " ".join(clauses)
    left, words = from_lead(lead), iter(re.findall(r"\w+", lead.lower()))
    assert all(word in words for word in re.findall(r"\w+", left.lower()))
    assert len(left) <= max(len(lead), LONGEST)


def test_the_articles_own_headline_comes_first() -> None:
    article = build_article(
        "The court jailed 16 people on Monday.", title="Court Jails Sixteen Men"
    )
    found = headline_of(article, None)
    assert found is not None
    assert (found.text, found.plain, found.sources) == (
        "Court Jails Sixteen Men",
        "Court jails sixteen men",
        (),
    )


def test_a_made_headline_says_what_it_was_made_from() -> None:
    article = build_article("The court jailed 16 people on Monday.", title="News")
    source = Source("a1", 0, 37)
    summary = Summary((SummarySentence("s1", article.text, (source,)),), "lead")
    found = headline_of(article, summary)
    assert found is not None
    assert (found.text, found.sources) == ("The court jailed 16 people", (source,))


def test_a_sentence_that_needs_another_is_not_made_a_headline_of() -> None:
    article = build_article("The court jailed 16 people.", "They had denied all charges.")
    summary = Summary((SummarySentence("s1", "They had denied all charges."),), "lead")
    found = headline_of(article, summary)
    assert found is not None
    assert (found.text, found.sources[0].id) == ("The court jailed 16 people", "a1")


def test_nothing_is_made_for_a_translated_text_or_a_khmer_title() -> None:
    text = "The court jailed 16 people."
    assert headline_of(build_article(text), None) is None
    summary = Summary((SummarySentence("s1", text),), "lead")
    assert headline_of(build_article(text, title="តុលាការ"), summary) is None


def test_a_lead_that_begins_with_the_minister_is_the_lead_all_the_same() -> None:
    article = build_article(
        "The minister Sok Dara opened a school in the province on Monday.",
        "The building cost 5,000 dollars, which the village had saved for a long time.",
    )
    lead = SummarySentence("s1", article.sentences[0].text)
    found = headline_of(article, Summary((lead,), "lead"))
    assert found is not None
    assert found.text == "The minister Sok Dara opened a school in the province"

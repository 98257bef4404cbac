"""Datelines are parted from the lead, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.build import article_from_text
from summarize.articles.dateline import part_dateline

LEAD = "The ferry to the island starts again on Friday after eleven weeks in the dock."


@pytest.mark.parametrize(
    "dateline",
    [
        "PHNOM PENH, Nov 20 (Wire)",
        "PHNOM PENH, November 20 (Reuters)",
        "PHNOM PENH, 20 Nov",
        "PHNOM PENH (Reuters)",
        "BANGKOK (AP)",
        "KANDAL",
        "STUNG TRENG",
        "Siem Reap, Cambodia",
        "Phnom Penh",
        "Phnom Penh (AKP), November 20, 2025",
        "WASHINGTON, D.C.",
        "BEIJING, March 3, 2026 (Xinhua)",
    ],
)
@pytest.mark.parametrize("mark", [" - ", " – ", " — ", " -- ", "–"])
def test_a_dateline_is_parted_from_the_lead(dateline: str, mark: str) -> None:
    assert part_dateline(f"{dateline}{mark}{LEAD}") == (dateline, LEAD)


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"(Phnom Penh): {LEAD}", "(Phnom Penh)"),
        (f"(Phnom Penh) {LEAD}", "(Phnom Penh)"),
        (f"Siem Reap, Cambodia: {LEAD}", "Siem Reap, Cambodia"),
        (f"Phnom Penh: {LEAD}", "Phnom Penh"),
        (f"BAVET – “{LEAD}” he said.", "BAVET"),
    ],
)
def test_other_forms_of_datelines(text: str, dateline: str) -> None:
    assert part_dateline(text)[0] == dateline


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "BREAKING - The ferry starts again.",
        "ANALYSIS – The ferry starts again.",
        "NATO - The alliance met.",
        "Sok Dara, Minister of Mines - He spoke first.",
        "The Minister: We will pay.",
        "Question: Will you pay?",
        "Ferry - The boat is new.",
        "Two- and three-storey houses burnt.",
        "Cambodia and Thailand - Both of them agreed.",
        "The score was 3 - 1 at the end.",
        "A - B",
        "",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert part_dateline(text) == ("", text)


def test_the_article_keeps_the_dateline_in_its_record_only() -> None:
    article = article_from_text(f"Ferry starts\n\nKANDAL, Nov 20 - {LEAD}\n\nIt is blue.")
    assert article.dateline == "KANDAL, Nov 20"
    assert article.sentences[0].text == LEAD
    assert article.text == f"{LEAD}\n\nIt is blue."


def test_a_dateline_in_a_paragraph_of_its_own() -> None:
    article = article_from_text(f"Ferry starts\n\nPHNOM PENH, Nov 20 (Wire) -\n\n{LEAD}")
    assert (article.dateline, article.text) == ("PHNOM PENH, Nov 20 (Wire)", LEAD)


@given(st.text(alphabet="AB ab,.-–:()N20", max_size=60))
def test_nothing_but_the_mark_is_lost(text: str) -> None:
    dateline, rest = part_dateline(text)
    assert text.startswith(dateline)
    assert text.endswith(rest)
    letters = [c for c in dateline + rest if c.isalnum()]
    assert letters == [c for c in text if c.isalnum()]

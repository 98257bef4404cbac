"""A digest in each of its formats: stories with their tellers, and what the Khmer is worth."""

import io
import json

import docx
import pytest

from summarize.digest.formats import DigestFormat, render
from summarize.digest.records import Digest, Entry, Sentence, Teller

KHMER = "ទឹកជំនន់បានកាត់ផ្លូវ។"
HEADLINE = "ទឹកជំនន់កាត់ផ្លូវ"
FLOOD = Entry(
    Sentence("Flood <cuts> *road*", HEADLINE, "check it (20%)", "check"),
    (
        Sentence("The flood cut a road.", KHMER, "likely wrong (4%)", "wrong"),
        Sentence("Nobody died.", "គ្មានអ្នកស្លាប់ទេ។", "approved by Dara", "approved"),
    ),
    (
        Teller("Flood <cuts> *road*", "https://news.example/flood?a=1&b=2", "PHNOM PENH"),
        Teller("Road closed", "in/road.txt"),
        Teller("", "javascript:alert(1)"),
    ),
)
COURT = Entry(
    Sentence("Court opens"), (Sentence("The court opened."),), (Teller("Court opens", "c.txt"),)
)
DIGEST = Digest((FLOOD, COURT), 4)


def shown(format_name: DigestFormat) -> str:
    data = render(DIGEST, format_name)
    if format_name != "docx":
        return data.decode()
    return "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize("format_name", ["md", "html", "docx"])
def test_each_story_has_both_languages_its_tellers_and_its_levels(
    format_name: DigestFormat,
) -> None:
    text = shown(format_name)
    assert "2 stories from 4 articles" in text
    assert "1 approved, 1 likely wrong, 1 to check, 0 likely usable" in text
    assert "check it before it is published" in text
    for part in (
        HEADLINE,
        "check it (20%)",
        KHMER,
        "The flood cut a road.",
        "likely wrong (4%)",
        "approved by Dara",
    ):
        assert part in text
    assert "Told by 3:" in text
    assert "in/road.txt" in text
    assert text.index(HEADLINE) < text.index(KHMER) < text.index("Court opens")


def test_what_comes_from_articles_is_no_markup() -> None:
    assert "<cuts>" not in shown("html")
    assert "&lt;cuts&gt;" in shown("html")
    assert r"\*road\*" in shown("md")
    assert 'href="https://news.example/flood?a=1&amp;b=2"' in shown("html")
    assert 'href="javascript' not in shown("html")
    assert "<javascript" not in shown("md")


def test_khmer_is_marked_as_khmer() -> None:
    assert f'<p lang="km" class="sentence">{KHMER}' in shown("html")
    runs = [
        run
        for paragraph in docx.Document(io.BytesIO(render(DIGEST, "docx"))).paragraphs
        for run in paragraph.runs
        if run.text == KHMER
    ]
    assert [run._element.xpath("string(w:rPr/w:lang/@w:bidi)") for run in runs] == ["km-KH"]


def test_programs_get_everything() -> None:
    data = json.loads(render(DIGEST, "json"))
    assert (data["articles"], len(data["stories"])) == (4, 2)
    assert data["stories"][0]["levels"] == {"check": 1, "wrong": 1, "approved": 1}
    assert data["stories"][1]["sentences"][0]["standing"] is None


def test_where_all_is_approved_nothing_is_warned_of() -> None:
    entry = Entry(
        Sentence("a"), (Sentence("A.", KHMER, "approved by Dara", "approved"),), COURT.tellers
    )
    text = render(Digest((entry,), 1), "md").decode()
    assert "check it before" not in text
    assert "Khmer sentences: 1 approved." in text
    assert "1 story from 1 article" in text

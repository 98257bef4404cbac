"""The headline stands above the summary in every format, in both languages, and is told apart."""

import io
import json
from dataclasses import replace
from typing import Any

import docx
import pytest
from lxml import html as lxml_html

from summarize.output import render
from summarize.output.words import confidence_line, finding_lines, heading, names
from summarize.records import Finding, Headline, Result, Segment, Source

TITLE = "Courts <b>Told</b> to Act"
KHMER = "តុលាការត្រូវចាត់វិធានការ"


@pytest.fixture
def headed(traced: Result) -> Result:
    first = traced.article.sentences[0]
    khmer = Segment("kh1", "h1", "Courts told to act", KHMER, confidence=0.2)
    return replace(
        traced,
        headline=Headline(TITLE, khmer.source, (Source("a1", first.start, first.end),), khmer),
    )


def test_text_has_the_khmer_headline_above_the_khmer(headed: Result) -> None:
    lines = render([headed], "text").decode().splitlines()
    assert lines[0] == TITLE
    assert lines[lines.index(KHMER) + 1 :][:2] == ["", headed.segments[1].target]


def test_a_translated_text_begins_with_its_headline(headed: Result) -> None:
    whole = replace(headed, summary=None)
    assert render([whole], "text").decode().startswith(f"{KHMER}\n\n")


def test_markdown_says_where_the_headline_comes_from(headed: Result) -> None:
    page = render([headed], "md").decode()
    assert f"**{KHMER}** [from the headline; check it (20%)]" in page
    assert page.splitlines()[0].endswith("to Act [made from a1]")


def test_the_page_lights_the_headline_with_what_it_was_made_from(headed: Result) -> None:
    page: Any = lxml_html.document_fromstring(render([headed], "html"))
    made = {one.get("id"): one.get("data-from") for one in page.find_class("s")}
    assert (made["r1-h1"], made["r1-kh1"]) == ("r1-a1", "r1-h1")
    assert [one.text_content() for one in page.xpath("//h1")] == [TITLE]
    assert page.xpath("//b") == []


def test_word_has_the_khmer_headline_in_bold_complex_script(headed: Result) -> None:
    document = docx.Document(io.BytesIO(render([headed], "docx")))
    bold = [run.text for own in document.paragraphs for run in own.runs if run.font.cs_bold]
    assert bold == [KHMER]


def test_json_has_both(headed: Result) -> None:
    data = json.loads(render([headed], "json"))["headline"]
    assert (data["id"], data["text"], data["khmer"]["target"]) == ("h1", TITLE, KHMER)


def test_people_read_of_the_headline_and_not_of_its_id(headed: Result) -> None:
    found = replace(headed, findings=(Finding("numbers", "error", "16 is missing.", "kh1"),))
    assert finding_lines(found) == ["error, headline: 16 is missing."]
    assert confidence_line(headed).startswith("Confidence in the Khmer: headline: check it (20%)")
    assert (names(headed)["h1"], names(headed)["kh1"]) == ("English headline", "Khmer headline")


def test_a_result_without_one_is_called_by_its_title(traced: Result) -> None:
    assert heading(traced) == "Courts to act"

"""How the confidence in each Khmer sentence is told in the formats that people read."""

import io
from dataclasses import replace

import docx
import pytest
from lxml import html as lxml_html

from summarize.output import render
from summarize.output.words import confidence_line, confidence_words, doubt_line
from summarize.records import Draft, Finding, Result


def sure(result: Result, *chances: float | None, findings: tuple[Finding, ...] = ()) -> Result:
    """``result`` with these confidences in its Khmer sentences."""
    assert result.draft is not None
    segments = tuple(
        replace(one, confidence=chance)
        for one, chance in zip(result.draft.segments, chances, strict=True)
    )
    return replace(result, draft=Draft(segments, "book|test"), findings=findings)


def text_of(result: Result, format_name: str) -> str:
    data = render([result], format_name)  # type: ignore[arg-type]
    if format_name == "docx":
        return "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)
    if format_name == "html":
        return str(lxml_html.fromstring(data.decode()).xpath("string()"))
    return data.decode()


@pytest.mark.parametrize("format_name", ["md", "html", "docx"])
def test_every_format_marks_each_sentence_in_words(traced: Result, format_name: str) -> None:
    shown = text_of(sure(traced, 0.87, 0.21), format_name)
    assert "likely usable (87%)" in shown
    assert "check it (21%)" in shown
    assert "No Khmer sentence" not in shown


@pytest.mark.parametrize("format_name", ["md", "html", "docx"])
def test_a_story_of_doubtful_sentences_says_so_at_the_top(traced: Result, format_name: str) -> None:
    shown = text_of(sure(traced, 0.2, 0.05), format_name)
    assert shown.index("No Khmer sentence of this story is likely usable") < shown.index("Summary")
    assert shown.count("No Khmer sentence") == 1


@pytest.mark.parametrize("format_name", ["md", "html", "docx", "text"])
def test_what_is_not_known_is_not_claimed(traced: Result, format_name: str) -> None:
    assert "likely" not in text_of(sure(traced, None, None), format_name)


def test_text_is_data_and_has_no_marks(traced: Result) -> None:
    assert "likely" not in text_of(sure(traced, 0.05, 0.05), "text")


def test_the_line_for_the_terminal_names_what_is_not_likely_usable(traced: Result) -> None:
    result = sure(traced, 0.87, 0.21)
    assert confidence_line(result) == "Confidence in the Khmer: sentence 2: check it (21%)."
    assert "sentence 1: likely usable (87%)" in confidence_line(result, notes=True)
    assert confidence_line(sure(traced, 0.9, None)) == ""


def test_an_error_alone_tells_too(traced: Result) -> None:
    result = sure(traced, None, None, findings=(Finding("numbers", "error", "lost", "k2"),))
    assert confidence_line(result) == "Confidence in the Khmer: sentence 2: likely wrong."
    assert doubt_line(result) == ""


def test_nothing_is_said_where_there_is_no_khmer(traced: Result) -> None:
    result = replace(traced, draft=None)
    assert (confidence_line(result), doubt_line(result)) == ("", "")


def test_words_have_the_number_where_there_is_one() -> None:
    assert confidence_words("check", 0.214) == "check it (21%)"
    assert confidence_words("check", None) == "check it"
    assert confidence_words("usable", None) == ""


def test_json_has_score_and_confidence_and_reads_older_results(traced: Result) -> None:
    result = sure(traced, 0.87, None)
    data = result.to_dict()
    first = data["draft"]["segments"][0]
    assert (first["score"], first["confidence"]) == (None, 0.87)
    assert Result.from_dict(data) == result
    for one in data["draft"]["segments"]:
        del one["score"], one["confidence"]
    older = Result.from_dict(data).draft
    assert older is not None
    assert [one.confidence for one in older.segments] == [None, None]

"""Word breaks are put in at export, into what people read, never into what is stored."""

import io
from dataclasses import replace

import docx
import pytest

from summarize.output import FormatName, render
from summarize.records import Result

ZWSP = "\u200b"


def text_of(result: Result, format_name: FormatName, *, zwsp: bool) -> str:
    data = render([result], format_name, zwsp=zwsp)
    if format_name == "docx":
        return "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    return data.decode("utf-8")


@pytest.mark.parametrize("format_name", ["text", "txt", "md", "html", "docx"])
def test_breaks_come_when_asked_for_and_change_nothing_else(
    traced: Result, format_name: FormatName
) -> None:
    plain = text_of(traced, format_name, zwsp=False)
    broken = text_of(traced, format_name, zwsp=True)
    assert ZWSP not in plain
    assert "ពួកគេ\u200bបាន\u200bដាក់" in broken
    assert broken.replace(ZWSP, "") == plain


def test_json_never_has_breaks(traced: Result) -> None:
    assert render([traced], "json", zwsp=True) == render([traced], "json")


def test_a_result_without_khmer_has_nothing_to_break(traced: Result) -> None:
    english = replace(traced, draft=None)
    assert render([english], "text", zwsp=True) == render([english], "text")

"""A Word document; Khmer runs carry the complex-script font and language that Word asks for."""

import io
from collections.abc import Sequence
from typing import Any

import docx

from summarize.output.khmer_runs import as_khmer, xml_safe
from summarize.output.words import (
    confidence_marks,
    doubt_line,
    finding_lines,
    heading,
    replacement_lines,
)
from summarize.records import Result


def render(results: Sequence[Result]) -> bytes:
    """The bytes of a .docx file, each result on a page of its own."""
    document: Any = docx.Document()
    for number, result in enumerate(results):
        if number:
            document.add_page_break()
        _write(document, result)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _write(document: Any, result: Result) -> None:
    document.add_heading(xml_safe(heading(result)), level=1)
    if doubt := doubt_line(result):
        document.add_paragraph().add_run(doubt).bold = True
    if result.summary is not None:
        document.add_heading("Summary", level=2)
        for sentence in result.summary.sentences:
            document.add_paragraph(xml_safe(sentence.text), style="List Number")
    if result.draft is not None:
        as_khmer(document.add_heading(level=2).add_run("ខ្មែរ"))
        marks = confidence_marks(result)
        for segment in result.segments:
            paragraph = document.add_paragraph()
            run = paragraph.add_run(xml_safe(segment.target))
            if segment not in result.draft.segments:
                run.font.cs_bold = True
            as_khmer(run)
            if mark := marks[segment.id]:
                paragraph.add_run(f" [{mark}]").italic = True
    if replaced := replacement_lines(result):
        document.add_heading("Replaced", level=2)
        for line in replaced:
            document.add_paragraph(xml_safe(line), style="List Bullet")
    if found := finding_lines(result):
        document.add_heading("To check", level=2)
        for line in found:
            document.add_paragraph(xml_safe(line), style="List Bullet")

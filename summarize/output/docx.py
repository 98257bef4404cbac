"""A Word document; Khmer runs carry the complex-script font and language that Word asks for."""

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from summarize.output.words import finding_lines, heading, provenance_lines
from summarize.records import Result

KHMER_FONT = "Khmer OS Siemreap"
HALF_POINTS = 24


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
    document.add_heading(_xml_safe(heading(result.article)), level=1)
    if result.summary is not None:
        document.add_heading("Summary", level=2)
        for sentence in result.summary.sentences:
            document.add_paragraph(_xml_safe(sentence.text), style="List Number")
    if result.draft is not None:
        _as_khmer(document.add_heading(level=2).add_run("ខ្មែរ"))
        for segment in result.draft.segments:
            _as_khmer(document.add_paragraph().add_run(_xml_safe(segment.target)))
    if result.findings:
        document.add_heading("To check", level=2)
        for line in finding_lines(result):
            document.add_paragraph(_xml_safe(line), style="List Bullet")
    for line in provenance_lines(result):
        document.add_paragraph(_xml_safe(line), style="Caption")


def _as_khmer(run: Any) -> None:
    """Mark ``run`` as complex script, or Word sets it in the Latin font and size."""
    properties = run._element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), KHMER_FONT)
    for tag, attribute, value in (
        ("w:cs", "w:val", "1"),
        ("w:szCs", "w:val", str(HALF_POINTS)),
        ("w:lang", "w:bidi", "km-KH"),
    ):
        element = OxmlElement(tag)
        element.set(qn(attribute), value)
        properties.append(element)


def _xml_safe(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(char for char in text if char >= " " or char in "\t\n")

"""A Word document with the story, all of it in Khmer type."""

import io
from typing import Any, Final

import docx

from summarize.output.khmer_runs import as_khmer, xml_safe
from summarize.publish.story import Story

_HEADLINE: Final = 40
_LABEL: Final = 20
"""Half points."""


def render(story: Story) -> bytes:
    """The bytes of a .docx file."""
    document: Any = docx.Document()
    document.core_properties.title = xml_safe(story.name)
    document.core_properties.language = "km-KH"
    if story.headline:
        as_khmer(document.add_heading(level=1).add_run(xml_safe(story.headline)), _HEADLINE)
    for number, text in enumerate(story.paragraphs):
        paragraph = document.add_paragraph()
        if number == 0 and story.dateline:
            place = paragraph.add_run(f"{xml_safe(story.dateline)} ")
            place.font.cs_bold = True
            as_khmer(place)
        as_khmer(paragraph.add_run(xml_safe(text)))
    if story.label:
        as_khmer(document.add_paragraph().add_run(xml_safe(story.label)), _LABEL)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()

"""A Word document of a digest; Khmer runs carry what Word asks for."""

import io
from typing import Any, Final

import docx

from summarize.digest import words
from summarize.digest.records import Digest, Entry, Sentence, Teller
from summarize.output.khmer_runs import HALF_POINTS, as_khmer, xml_safe

_HEADLINE: Final = 32
"""Half points."""


def render(digest: Digest) -> bytes:
    """The bytes of a .docx file."""
    document: Any = docx.Document()
    document.core_properties.title = words.TITLE
    document.add_heading(words.TITLE, level=1)
    document.add_paragraph(words.summary_line(digest))
    if standing := words.standing_line(digest.standings):
        document.add_paragraph(standing)
    if notice := words.notice(digest):
        document.add_paragraph().add_run(notice).bold = True
    for entry in digest:
        _write(document, entry)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _write(document: Any, entry: Entry) -> None:
    document.add_heading(xml_safe(entry.title.english), level=2)
    if entry.title.khmer:
        _khmer(document.add_paragraph(), entry.title, _HEADLINE)
    if standing := words.standing_line(entry.standings):
        document.add_paragraph(standing)
    for sentence in entry.sentences:
        _sentence(document, sentence)
    document.add_paragraph(words.tellers_line(entry)).paragraph_format.keep_with_next = True
    for teller in entry.tellers:
        document.add_paragraph(xml_safe(_teller(teller)), style="List Bullet")


def _sentence(document: Any, sentence: Sentence) -> None:
    english = document.add_paragraph(xml_safe(sentence.english))
    if not sentence.khmer:
        return
    english.paragraph_format.keep_with_next = True
    _khmer(document.add_paragraph(), sentence)


def _khmer(paragraph: Any, sentence: Sentence, half_points: int = HALF_POINTS) -> None:
    """The Khmer of ``sentence``, and how far it is to be trusted."""
    as_khmer(paragraph.add_run(xml_safe(sentence.khmer)), half_points)
    paragraph.add_run(xml_safe(f" ({sentence.mark})")).italic = True


def _teller(teller: Teller) -> str:
    return " — ".join(filter(None, (words.teller_words(teller), teller.source)))

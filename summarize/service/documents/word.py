"""Word files: every paragraph, also those of tables, boxes and notes of the main part, in place."""

import io
from collections.abc import Iterator, Mapping
from typing import Any, Final

from summarize.articles.archives import open_archive
from summarize.articles.limits import refuse_many_elements
from summarize.articles.word.read import KIND, SAVE_AGAIN
from summarize.errors import ArticleError
from summarize.output.khmer_runs import HALF_POINTS, as_khmer, xml_safe
from summarize.records import Article
from summarize.service.documents.slots import Slot, article_of, filled

NAME: Final = "The Word file"
_MAIN: Final = "word/document.xml"


class Word:
    """See :class:`summarize.service.documents.base.Document`. Raises ``ArticleError``."""

    def __init__(self, data: bytes) -> None:
        self._document = _opened(data)
        self._runs = list(_lines(self._document))
        self._lines = [[Slot(run.text or "") for run in line] for line in self._runs]
        self.article: Article = article_of(self._lines)

    def written(self, targets: Mapping[str, str]) -> bytes:
        """The file with ``targets`` in place of its sentences. To be called once."""
        from docx.text.run import Run

        texts = filled(self._lines, self.article, targets)
        for line, slots, own in zip(self._runs, self._lines, texts, strict=True):
            for element, slot, text in zip(line, slots, own, strict=True):
                if text == slot.text:
                    continue
                element.text = xml_safe(text)
                if text:
                    run = Run(element.getparent(), self._document)
                    size = run.font.size
                    as_khmer(run, round(2 * size.pt) if size else HALF_POINTS)
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()


def _opened(data: bytes) -> Any:
    import docx

    with open_archive(data, NAME, KIND, SAVE_AGAIN) as archive:
        if _MAIN in archive.NameToInfo:
            refuse_many_elements(archive.read(_MAIN), NAME)
    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx tells in many ways that a file is none
        raise ArticleError(f"{NAME} cannot be read: {error}", SAVE_AGAIN) from error


def _lines(document: Any) -> Iterator[list[Any]]:
    """The elements of text of each paragraph, parted at tabs and line breaks."""
    from docx.oxml.ns import qn

    text, ends = qn("w:t"), {qn("w:tab"), qn("w:br"), qn("w:cr")}
    for paragraph in document.element.body.iter(qn("w:p")):
        line = list[Any]()
        for element in paragraph.iter(text, *ends):
            if _paragraph_of(element, qn("w:p")) is not paragraph:
                continue  # of a box within this paragraph, which comes by itself
            if element.tag == text and element.getparent().tag == qn("w:r"):
                line.append(element)
            elif line and element.tag != text:
                yield line
                line = []
        if line:
            yield line


def _paragraph_of(element: Any, tag: str) -> Any:
    return next(element.iterancestors(tag))

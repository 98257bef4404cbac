"""The part of the page that shows one result: summary, Khmer, findings, and the article."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

from summarize.output.words import (
    cited,
    confidence_marks,
    doubt_line,
    doubtful_parts,
    edit_words,
    finding_lines,
    heading,
    names,
    paragraphs_of,
    support_words,
    underline_line,
)
from summarize.records import Result, Segment, SummarySentence

TITLE: Final = "The model found this unlikely."


def story(result: Result, prefix: str) -> str:
    """One ``<article>``; ``prefix`` keeps its ids apart from those of other results."""
    return _Story(result, prefix).markup()


class _Story:
    """Writes the markup; knows what each sentence is called."""

    def __init__(self, result: Result, prefix: str) -> None:
        self._result = result
        self._prefix = prefix
        self._names = names(result)
        self._origins = cited(result)

    def markup(self) -> str:
        work = [*self._summary(), *self._draft(), *self._findings()]
        return "\n".join(
            [
                f'<article class="story" id="{self._prefix}">',
                f"<h1>{self._heading()}</h1>",
                f'<p class="note">{escape(self._result.article.source)}</p>',
                *self._doubt(),
                '<div class="columns">\n<div>',
                *work,
                "</div>",
                *self._article(),
                "</div>\n</article>",
            ]
        )

    def _heading(self) -> str:
        headline = self._result.headline
        if headline is None:
            return escape(heading(self._result))
        return self._sentence(headline.id, headline.text, [one.id for one in headline.sources])

    def _doubt(self) -> Iterable[str]:
        if line := doubt_line(self._result):
            yield f'<p class="doubt"><strong>{escape(line)}</strong></p>'

    def _summary(self) -> Iterable[str]:
        if self._result.summary is None:
            return
        yield '<h2>Summary</h2>\n<ol lang="en">'
        for sentence in self._result.summary.sentences:
            origins = [source.id for source in sentence.sources]
            yield f"<li>{self._sentence(sentence.id, sentence.text, origins)}"
            yield f"{self._evidence(sentence)}</li>"
        yield "</ol>"

    def _draft(self) -> Iterable[str]:
        if self._result.draft is None:
            return
        yield '<h2 lang="km">ខ្មែរ</h2>'
        if line := underline_line([self._result]):
            yield f'<p class="note">{escape(line)}</p>'
        marks = confidence_marks(self._result)
        headline = self._result.headline
        if headline is not None and headline.khmer is not None:
            yield f'<p class="headline" lang="km">{self._khmer(headline.khmer, marks)}</p>'
        yield '<ol lang="km">'
        for segment in self._result.draft.segments:
            yield f"<li>{self._khmer(segment, marks)}</li>"
        yield "</ol>"

    def _khmer(self, segment: Segment, marks: Mapping[str, str]) -> str:
        origins = [segment.sentence]
        mark = f"; {escape(marks[segment.id])}" if marks[segment.id] else ""
        note = f'<span class="note" lang="en">from {self._links(origins)}{mark}</span>'
        return f"{self._marked(segment.id, _doubtful(segment), origins)}\n{note}"

    def _findings(self) -> Iterable[str]:
        if found := finding_lines(self._result):
            yield '<h2>To check</h2>\n<ul class="findings">'
            yield from (f"<li>{escape(line)}</li>" for line in found)
            yield "</ul>"

    def _article(self) -> Iterable[str]:
        article = self._result.article
        texts = {sentence.id: sentence.text for sentence in article.sentences}
        yield '<section class="text" lang="en">\n<h2>Article</h2>'
        for paragraph in paragraphs_of(article):
            own = " ".join(self._cited(id, texts[id]) for id in paragraph)
            yield f"<p>{own}</p>"
        yield "</section>"

    def _cited(self, id: str, text: str) -> str:
        """A sentence of the article, with its number if something rests on it."""
        number = self._name(id).rpartition(" ")[2]
        mark = f"<sup>{escape(number)}</sup>" if id in self._origins else ""
        return f"{mark}{self._sentence(id, text, ())}"

    def _sentence(self, id: str, text: str, origins: Sequence[str]) -> str:
        """A sentence that the script can light, with those it was made from."""
        return self._marked(id, escape(text), origins)

    def _marked(self, id: str, markup: str, origins: Sequence[str]) -> str:
        made_from = " ".join(map(self._anchor, origins))
        return (
            f'<span class="s" id="{self._anchor(id)}" data-name="{escape(self._name(id))}" '
            f'data-from="{made_from}">{markup}</span>'
        )

    def _evidence(self, sentence: SummarySentence) -> str:
        """What the sentence rests on, how well, and why it stands where the model wrote another."""
        origins = [source.id for source in sentence.sources]
        basis = f"from {self._links(origins)}" if origins else "no source in the article"
        notes = f'<span class="note">{basis}{escape(support_words(sentence, "; "))}</span>'
        for told in filter(None, (sentence.replaced, edit_words(sentence))):
            notes += f'<span class="note replaced">{escape(told)}</span>'
        return notes

    def _links(self, ids: Sequence[str]) -> str:
        return ", ".join(
            f'<a href="#{self._anchor(id)}">{escape(self._name(id))}</a>' for id in ids
        )

    def _anchor(self, id: str) -> str:
        return escape(f"{self._prefix}-{id}")

    def _name(self, id: str) -> str:
        return self._names.get(id, id)


def _doubtful(segment: Segment) -> str:
    """The Khmer, its doubtful words underlined; what that means is told once for all."""
    return "".join(
        f'<u title="{TITLE}">{escape(text)}</u>' if is_doubtful else escape(text)
        for text, is_doubtful in doubtful_parts(segment)
    )

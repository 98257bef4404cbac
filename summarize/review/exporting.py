"""From a review to the files of a format: pure but for what the store is asked."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final, Protocol

from summarize.batch.names import safe_name
from summarize.glossary.records import Glossary
from summarize.memory.records import Entry
from summarize.records import Finding
from summarize.review.approvable import errors_of
from summarize.review.confidence import Weighed, weighed
from summarize.review.formats import FORMATS, FormatName
from summarize.review.formats.records import Document, Row
from summarize.review.labels import labels
from summarize.review.records import Progress, Reviewed, State
from summarize.review.store import ReviewStore

_LONGEST: Final = 60
"""Characters of a file name; an id, an ending, and three bytes for each letter have to fit."""


class Sourced(Protocol):
    """An article of a review, in any form."""

    @property
    def id(self) -> str:
        """That of the article."""

    @property
    def source(self) -> str:
        """Where the article came from."""


def documents_of(
    store: ReviewStore, article: str | None = None, states: Collection[State] | None = None
) -> list[Document]:
    """The articles of ``store``, or one of them, with their segments in any of ``states``.

    Articles without such a segment are left out. Raises ``UsageError`` for an unknown article.
    """
    if article is not None:
        store.article(article)
    chosen = [one for one in store.articles() if article in (None, one.id)]
    documents = (_document(store, one, states) for one in chosen)
    return [document for document in documents if document.rows]


def confirmed_entries(store: ReviewStore) -> list[Entry]:
    """What of ``store`` is fit for a memory, be it that of a translation tool."""
    return [
        Entry(one.source, one.target, one.who, one.when, one.article)
        for one in store.segments(states=["approved"])
        if one.is_confirmed
    ]


def files_of(
    documents: Sequence[Document],
    format_name: FormatName,
    approved: Iterable[Entry],
    glossary: Glossary,
) -> dict[str, bytes]:
    """What to write, by its path below the folder of the export; ``/`` ends that of a folder.

    What was ``approved`` and the ``glossary`` go into an OmegaT project only.
    """
    named = dict(zip(file_names(documents), documents, strict=True))
    if format_name == "omegat":
        from summarize.review.formats.omegat import project_files

        return project_files(named, approved, glossary.terms)
    chosen = FORMATS[format_name]
    codec = chosen.codec()
    return {f"{name}{chosen.suffix}": codec.write(document) for name, document in named.items()}


def file_names(articles: Sequence[Sourced]) -> list[str]:
    """A file name without its ending for each article, after its source; all are different.

    Sources that share a name keep their ending, and as much of their folders as tells them apart,
    as in listings; what that does not tell apart on every file system has the id of its article.
    """
    stems = [_cut(PurePosixPath(one.source).stem) or one.id for one in articles]
    known = labels(articles)
    longer = [_cut(known[one.id]) or one.id for one in articles]
    short, often = (Counter(name.casefold() for name in names) for names in (stems, longer))
    found = []
    for stem, full, one in zip(stems, longer, articles, strict=True):
        if short[stem.casefold()] == 1:
            found.append(stem)
        elif often[full.casefold()] == 1 and full.casefold() not in short:
            found.append(full)
        else:
            found.append(f"{stem}-{one.id}")
    return found


def _cut(name: str) -> str:
    """``name`` without what no file system takes, and no longer than that takes."""
    return safe_name(name)[:_LONGEST].strip("-_.")


def _document(store: ReviewStore, article: Progress, states: Collection[State] | None) -> Document:
    result = store.article(article.id)
    origins = {segment.id: segment.origin for segment in result.segments}
    sure = weighed(result, store.segments(article.id), article.findings)
    found: dict[str, list[Finding]] = {}
    for finding in article.findings:
        found.setdefault(finding.where, []).append(finding)
    remarks = store.notes(article.id)
    rows = tuple(
        replace(
            _row(one, found.get(one.id, ()), origins, sure.get(one.id)),
            remarks=tuple(remark for remark in remarks if remark.id == one.id),
        )
        for one in store.segments(article.id, states)
    )
    return Document(article.id, article.title, article.source, rows)


def _row(
    one: Reviewed,
    findings: Sequence[Finding],
    origins: Mapping[str, str],
    sure: Weighed | None,
) -> Row:
    notes = [f"{finding.severity}: {finding.message}" for finding in findings]
    if sure is not None and sure.confidence is not None:
        notes.append(f"confidence: {sure.words}")
    return Row(
        one,
        tuple(notes),
        bool(errors_of(findings)),
        origins.get(one.id, ""),
        sure.confidence if sure else None,
    )

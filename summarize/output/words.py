"""Wording shared by the formats that people read."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from summarize.confidence import WORDS, Level, doubt, levels
from summarize.records import Article, Edit, Headline, Result, Segment, SummarySentence

LABEL_WIDTH = 72
UNDERLINED: Final = (
    "Underlined Khmer: words that the model itself found unlikely. Look there first;"
    " other words may be wrong as well."
)


def heading(result: Result) -> str:
    """The English headline; without one, how the text begins."""
    return heading_of(result.article, result.headline)


def heading_of(article: Article, headline: Headline | None) -> str:
    """:func:`heading` of a result that is not whole yet."""
    if headline is not None:
        return headline.text
    first = article.text.partition("\n")[0]
    return article.title or textwrap.shorten(first, LABEL_WIDTH, placeholder=" …")


def khmer_headline(result: Result) -> str:
    """The Khmer headline as it was drafted, "" for none."""
    return result.headline.khmer.target if result.headline and result.headline.khmer else ""


def left_out_line(article: Article) -> str:
    """What of the input is not in the text, "" where nothing of importance is missing."""
    if not article.left_out:
        return ""
    return f"{article.source}: read without {', '.join(article.left_out)}."


def finding_lines(result: Result, notes: bool = False) -> list[str]:
    """One line for each finding, most severe first: where, what and how bad.

    What nobody has to act on (``info``) is told with ``notes`` only.
    """
    order = {"error": 0, "warning": 1, **({"info": 2} if notes else {})}
    told = [finding for finding in result.findings if finding.severity in order]
    called = places(result)
    return [
        f"{finding.severity}, {called.get(finding.where, finding.where)}: {finding.message}"
        for finding in sorted(told, key=lambda finding: order[finding.severity])
    ]


def confidence_words(level: Level, confidence: float | None) -> str:
    """Such as ``check it (41%)``; "" for a sentence of which nothing is known, good or bad."""
    if confidence is None:
        return "" if level == "usable" else WORDS[level]
    return f"{WORDS[level]} ({confidence:.0%})"


def confidence_marks(result: Result) -> dict[str, str]:
    """:func:`confidence_words` of each Khmer segment, by its id."""
    found = levels(result)
    return {one.id: confidence_words(found[one.id], one.confidence) for one in result.segments}


def confidence_line(result: Result, notes: bool = False) -> str:
    """Which Khmer sentences are not likely usable, in one line, "" for none; all with ``notes``."""
    found, called = levels(result), places(result)
    marks = [
        f"{called[id]}: {mark}"
        for id, mark in confidence_marks(result).items()
        if mark and (notes or found[id] != "usable")
    ]
    return f"Confidence in the Khmer: {'; '.join(marks)}." if marks else ""


def doubtful_parts(segment: Segment) -> list[tuple[str, bool]]:
    """The Khmer of ``segment`` in parts, each with whether it is doubtful."""
    parts, at = list[tuple[str, bool]](), 0
    for one in segment.doubtful:
        parts += [
            (segment.target[at : one.start], False),
            (segment.target[one.start : one.end], True),
        ]
        at = one.end
    return [part for part in (*parts, (segment.target[at:], False)) if part[0]]


def underline_line(results: Iterable[Result]) -> str:
    """What underlined Khmer means, "" where none of ``results`` has any."""
    return UNDERLINED if any(one.doubtful for result in results for one in result.segments) else ""


def doubt_line(result: Result) -> str:
    """For the top of a story none of whose Khmer is likely usable, else ""."""
    return doubt(levels(result).values())


def places(result: Result) -> dict[str, str]:
    """Where a finding is, by id: "sentence 2" of either language, or "headline"."""
    segments = result.draft.segments if result.draft else ()
    sentences = result.summary.sentences if result.summary else ()
    ids = [segment.id for segment in segments], [sentence.id for sentence in sentences]
    called = {id: f"sentence {n}" for group in ids for n, id in enumerate(group, start=1)}
    return called | dict.fromkeys(_of_headline(result), "headline")


def _of_headline(result: Result) -> list[str]:
    """The ids of the headline in English and in Khmer, as far as there is one."""
    headline = result.headline
    if headline is None:
        return []
    return [headline.id, headline.khmer.id] if headline.khmer else [headline.id]


def link_of(source: str) -> str:
    """The address of an article on the web, "" for a file: other readers do not have it there."""
    return source if source.lower().startswith(("http://", "https://")) else ""


def paragraphs_of(article: Article) -> list[list[str]]:
    """Sentence ids by paragraph."""
    found: dict[int, list[str]] = {}
    for sentence in article.sentences:
        found.setdefault(sentence.paragraph, []).append(sentence.id)
    return list(found.values())


def khmer_paragraphs(result: Result, segments: Sequence[Segment]) -> tuple[str, ...]:
    """The Khmer of ``segments`` as it is printed: one paragraph for a summary, else the article's.

    None is empty.
    """
    groups = paragraphs_of(result.article)
    parts = (
        [segments]
        if result.summary is not None
        else ([one for one in segments if one.sentence in group] for group in groups)
    )
    return tuple(" ".join(one.target for one in part) for part in parts if part)


def names(result: Result) -> dict[str, str]:
    """What readers call each sentence, by its id: "English 2", "Khmer 2", "article 14".

    Those of the headline are "English headline" and "Khmer headline".
    """
    groups = {
        "article": [sentence.id for sentence in result.article.sentences],
        "English": [sentence.id for sentence in result.summary.sentences] if result.summary else [],
        "Khmer": [segment.id for segment in result.draft.segments] if result.draft else [],
    }
    called = {
        id: f"{kind} {number}"
        for kind, ids in groups.items()
        for number, id in enumerate(ids, start=1)
    }
    headline = zip(_of_headline(result), ("English headline", "Khmer headline"), strict=False)
    return called | dict(headline)


def cited(result: Result) -> frozenset[str]:
    """The ids of all sentences that another one rests on."""
    summary = result.summary.sentences if result.summary else ()
    headline = (result.headline,) if result.headline else ()
    ids = {source.id for one in (*headline, *summary) for source in one.sources}
    return frozenset(ids | {segment.sentence for segment in result.segments})


def support_words(sentence: SummarySentence, before: str = "") -> str:
    """How well the sources support ``sentence``, after ``before``; "" where nobody measured it."""
    return "" if sentence.support is None else f"{before}support {sentence.support:.0%}"


def replacement_lines(result: Result) -> list[str]:
    """One line for each sentence that was replaced or edited by the program: which, and how."""
    sentences = result.summary.sentences if result.summary else ()
    return [
        f"sentence {number}: {told}"
        for number, sentence in enumerate(sentences, start=1)
        if (told := " ".join(filter(None, (sentence.replaced, edit_words(sentence)))))
    ]


def edit_words(sentence: SummarySentence) -> str:
    """Where a copied sentence differs from the article, "" where it does not."""
    return "; ".join(_edit_words(sentence.text, edit) for edit in sentence.edits)


def _edit_words(text: str, edit: Edit) -> str:
    now = text[edit.start : edit.end].strip(" ,")
    source = f" ({edit.origin.id})" if edit.origin else ""
    if not edit.was:
        return f"“{now}”{source} put in"
    if not edit.origin:  # what stands there is at most the letter that is capital now
        return f"“{edit.was[: len(edit.was) - len(now)].strip(' ,')}” left out"
    return f"“{now}”{source} for “{edit.was}”"


def provenance_lines(result: Result) -> list[str]:
    """Which step was done by what, whether it came from the cache, and how fast."""
    record = result.provenance
    lines = []
    for step, signature in record.signatures.items():
        origin = "from the cache" if record.cache_hits.get(step) else "computed"
        spent = f", {record.milliseconds.get(step, 0.0):.0f} ms"
        parts = result.summary.parts if result.summary and step == "summary" else 1
        division = f", from {parts} parts" if parts > 1 else ""
        lines.append(f"{step}: {signature} ({origin}{spent}{division})")
    return lines

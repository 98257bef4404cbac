"""Wording shared by the formats that people read."""

import textwrap

from summarize.records import Article, Result

LABEL_WIDTH = 72


def heading(article: Article) -> str:
    """The headline; without one, how the text begins."""
    first = article.text.partition("\n")[0]
    return article.title or textwrap.shorten(first, LABEL_WIDTH, placeholder=" …")


def finding_lines(result: Result) -> list[str]:
    """One line for each finding, most severe first: where, what and how bad."""
    order = {"error": 0, "warning": 1, "info": 2}
    numbers = _positions(result)
    return [
        f"{finding.severity}, sentence {numbers.get(finding.where, finding.where)}: "
        f"{finding.message}"
        for finding in sorted(result.findings, key=lambda finding: order[finding.severity])
    ]


def _positions(result: Result) -> dict[str, int]:
    """Readers count sentences; ids are for programs."""
    segments = result.draft.segments if result.draft else ()
    sentences = result.summary.sentences if result.summary else ()
    ids = [segment.id for segment in segments], [sentence.id for sentence in sentences]
    return {name: n for group in ids for n, name in enumerate(group, start=1)}


def provenance_lines(result: Result) -> list[str]:
    """Which step was done by what, whether it came from the cache, and in what time."""
    record = result.provenance
    lines = []
    for step, signature in record.signatures.items():
        origin = "from the cache" if record.cache_hits.get(step) else "computed"
        spent = record.milliseconds.get(step, 0.0)
        parts = result.summary.parts if result.summary and step == "summary" else 1
        division = f", from {parts} parts" if parts > 1 else ""
        lines.append(f"{step}: {signature} ({origin}, {spent:.0f} ms{division})")
    return lines

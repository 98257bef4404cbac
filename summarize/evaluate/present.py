"""Reports of translators and summarisers as tables for people, one column a system."""

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean
from typing import Any

from summarize.evaluate.chrf import METRICS as SCORES
from summarize.evaluate.chrf import Comparison
from summarize.evaluate.rate import Rate
from summarize.evaluate.rouge import METRICS
from summarize.evaluate.speed import Speed
from summarize.evaluate.summary import SummaryReport
from summarize.evaluate.table import interval_text, markdown_table, percent, plain_table
from summarize.evaluate.translation import TranslationReport

Table = list[list[str]]


def translation_text(
    reports: Mapping[str, TranslationReport],
    comparison: Mapping[str, Comparison],
    *,
    markdown: bool,
) -> str:
    """Scores, what was preserved, findings and speed; signatures below."""
    values = list(reports.values())
    rows = [[name, *(f"{report.scores[name].value:.2f}" for report in values)] for name in SCORES]
    for name in values[0].preserved:
        rows += _preserved(name, values)
    rows += _findings([report.findings for report in values])
    rows += [["length ratio", *(f"{report.length_ratio:.2f}" for report in values)]]
    rows += _speed("sentences", [report.speed for report in values])
    notes = [f"{name}: {report.signature}" for name, report in reports.items()]
    notes += [f"{name}: {values[0].scores[name].signature}" for name in SCORES]
    notes += [
        f"{name}: {found.second - found.first:+.2f} for the second, p = {found.p_value:.3f}"
        for name, found in comparison.items()
    ]
    return _page([f"{values[0].lines} lines", *reports], rows, notes, markdown=markdown)


def summary_text(
    reports: Mapping[str, SummaryReport],
    comparison: Mapping[str, Mapping[str, Any]],
    *,
    markdown: bool,
) -> str:
    """Scores, findings, lengths and speed."""
    values = list(reports.values())

    def row(name: str, cell: Callable[[SummaryReport], str]) -> list[str]:
        return [name, *map(cell, values)]

    rows = [
        [metric, *(f"{100 * fmean(s[metric] for s in report.each):.2f}" for report in values)]
        for metric in METRICS
    ]
    rows += [row("without an error", lambda report: _rate(report.sound))]
    rows += _findings([report.findings for report in values])
    rows += [row("sentences", lambda report: f"{report.sentences:.1f}")]
    rows += [row("words", lambda report: f"{report.words:.0f}")]
    rows += [row("words of references", lambda report: f"{report.reference_words:.0f}")]
    rows += _speed("articles", [report.speed for report in values])
    notes = [f"{name}: {report.signature}" for name, report in reports.items()]
    notes += [_difference(name, found) for name, found in comparison.items()]
    return _page([f"{len(values[0].each)} articles", *reports], rows, notes, markdown=markdown)


def _preserved(name: str, reports: Sequence[TranslationReport]) -> Table:
    """Nothing where no line has anything of the kind."""
    reference = reports[0].references[name]
    if not reference.total:
        return []
    label = f"{name} preserved (references {percent(reference.share)})"
    return [[label, *(_rate(report.preserved[name]) for report in reports)]]


def _findings(systems: Sequence[Mapping[str, Rate]]) -> Table:
    """One row for each check that found something anywhere."""
    names = sorted({name for findings in systems for name in findings})
    nothing = percent(0)
    return [
        [
            f"finding: {name}",
            *(_rate(found[name]) if name in found else nothing for found in systems),
        ]
        for name in names
    ]


def _speed(unit: str, speeds: Sequence[Speed]) -> Table:
    return [
        [f"{unit} computed", *(str(speed.computed) for speed in speeds)],
        [f"{unit} a minute", *(str(speed.per_minute or "-") for speed in speeds)],
    ]


def _rate(rate: Rate) -> str:
    return f"{percent(rate.share)} ({interval_text(rate)})" if rate.total else "-"


def _difference(name: str, found: Mapping[str, Any]) -> str:
    low, high = (f"{100 * end:+.2f}" for end in found["interval_95"])
    return f"{name}: {100 * found['difference']:+.2f} for the second, 95 % {low} to {high}"


def _page(head: Sequence[str], rows: Table, notes: Sequence[str], *, markdown: bool) -> str:
    table = markdown_table(head, rows) if markdown else plain_table(head, rows)
    return "\n".join([*table, "", *(f"- {note}" if markdown else note for note in notes)])

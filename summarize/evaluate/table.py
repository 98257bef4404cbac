"""Tables of figures: Markdown to keep, plain columns for a terminal."""

from collections.abc import Sequence
from typing import Final

from summarize.evaluate.figures import Figure
from summarize.evaluate.rate import Rate

Row = Sequence[str]
NOTICED: Final = 3
"""How many of the checks that noticed a damage are named."""


def markdown_table(head: Row, rows: Sequence[Row]) -> list[str]:
    """Lines of a Markdown table; columns of figures are flush right."""
    rule = ["---:" if right else "---" for right in _flush_right(rows)]
    return [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]


def plain_table(head: Row, rows: Sequence[Row]) -> list[str]:
    """Lines of columns parted by two spaces; those of figures are flush right."""
    cells = [head, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    layout = list(zip(widths, _flush_right(rows), strict=True))
    return [
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, (width, right) in zip(row, layout, strict=True)
        ).rstrip()
        for row in cells
    ]


def _flush_right(rows: Sequence[Row]) -> list[bool]:
    """For each column whether it holds figures: no cell begins with a letter."""
    return [not any(cell[:1].isalpha() for cell in column) for column in zip(*rows, strict=True)]


def percent(share: float) -> str:
    """A share as a percentage: 0.1234 → 12.3 %."""
    return f"{100 * share:.1f} %"


def interval_text(rate: Rate) -> str:
    """The 95 % interval in percent, "" where nothing was counted."""
    low, high = rate.interval
    return f"{100 * low:.1f} to {100 * high:.1f}" if rate.total else ""


def check_tables(figures: Sequence[Figure], *, markdown: bool) -> str:
    """All tables of the checks: for each file the false alarms, then what was detected."""
    lines: list[str] = []
    for data, hop, kind in dict.fromkeys((f.data, f.hop, f.kind) for f in figures):
        chosen = [f for f in figures if (f.data, f.hop, f.kind) == (data, hop, kind)]
        title = f"{data}, hop {hop}: {kind}"
        head, rows = _columns(chosen)
        body = markdown_table(head, rows) if markdown else plain_table(head, rows)
        lines += [f"## {title}" if markdown else title, *([""] if markdown else []), *body, ""]
    return "\n".join(lines).rstrip()


def _columns(figures: Sequence[Figure]) -> tuple[Row, list[Row]]:
    """Alarms come with the severity of the check, detection with who noticed."""
    if figures[0].kind == "false alarms":
        head = ["check", "severity", "alarms", "of", "rate", "95 %"]
        return head, [[f.name, f.severity, *_counts(f.rate)] for f in figures]
    head = ["damage", "detected", "of", "rate", "95 %", "noticed by"]
    return head, [[f.name, *_counts(f.rate), _noticed(f)] for f in figures]


def _counts(rate: Rate) -> Row:
    share = percent(rate.share) if rate.total else "-"
    return [str(rate.hits), str(rate.total), share, interval_text(rate)]


def _noticed(figure: Figure) -> str:
    return ", ".join(f"{name} {n}" for name, n in figure.checks.most_common(NOTICED))

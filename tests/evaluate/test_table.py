from collections import Counter

import pytest

from summarize.evaluate.figures import Figure
from summarize.evaluate.rate import Rate
from summarize.evaluate.table import check_tables, markdown_table, plain_table

ROWS = [["first", "1"], ["x", "100"]]
FIGURES = [
    Figure("set", 2, "false alarms", "length", Rate(1, 40), "warning"),
    Figure("set", 2, "detected", "half cut", Rate(3, 4), checks=Counter(length=3, numbers=1)),
    Figure("set", 2, "detected", "nothing", Rate(0, 0)),
]


def test_figures_are_flush_right_and_words_flush_left() -> None:
    assert plain_table(["name", "n"], ROWS) == ["name     n", "first    1", "x      100"]
    assert markdown_table(["name", "n"], ROWS)[1] == "| --- | ---: |"


@pytest.mark.parametrize("markdown", [True, False])
def test_tables_show_counts_rate_interval_and_who_noticed(markdown: bool) -> None:
    text = check_tables(FIGURES, markdown=markdown)
    assert "set, hop 2: false alarms" in text
    line = next(line for line in text.splitlines() if "half cut" in line)
    cells = [cell.strip() for cell in line.strip("| ").split("|" if markdown else "  ") if cell]
    assert cells == ["half cut", "3", "4", "75.0 %", "30.1 to 95.4", "length 3, numbers 1"]


def test_what_was_counted_on_nothing_has_no_rate() -> None:
    line = check_tables(FIGURES, markdown=True).splitlines()[-1]
    assert line == "| nothing | 0 | 0 | - |  |  |"

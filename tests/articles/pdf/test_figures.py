"""Rows of figures are a table, wherever they stand; figures in prose are not."""

import pytest

from summarize.articles.pdf.figures import without_figures
from summarize.articles.pdf.sheet import Line


def lines(*texts: str) -> list[Line]:
    return [Line(text, 0.0, 100.0, -12.0 * row, 11.0) for row, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (["It rains.", "Year Tonnes", "2023 4,000", "2024 5,100", "It rained."], [0, 4]),
        (["It rains.", "2023 4,000 +3%", "2024 5,100 -2%"], [0]),
        (["In 2023 4,000 boats came to", "the port, and 5,100 in 2024."], [0, 1]),
        (["It rains.", "2023 4,000", "It rained."], [0, 1, 2]),
    ],
)
def test_rows_of_figures(texts: list[str], kept: list[int]) -> None:
    found, has_figures = without_figures(lines(*texts))
    assert [line.text for line in found] == [texts[i] for i in kept]
    assert has_figures == (len(kept) < len(texts))

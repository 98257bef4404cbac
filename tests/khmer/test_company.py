"""Words of one subject keep company with each other, words of two do not."""

import numpy as np

from summarize.khmer.company import company
from summarize.khmer.words import listed, numbered


def together(one: str, other: str) -> float:
    table = company()
    rows = [table.rows[numbered(word)] for word in (one, other)]
    left, right = table.vectors[rows]
    return float(left @ right / np.prod(table.lengths[rows]))


def test_words_of_one_subject_are_nearer_than_words_of_two() -> None:
    assert together("តុលាការ", "ចៅក្រម") > together("តុលាការ", "បាល់ទាត់")
    assert together("បាល់ទាត់", "កីឡាករ") > together("ចៅក្រម", "កីឡាករ")


def test_the_table_fits_the_word_list_and_itself() -> None:
    table = company()
    assert max(table.rows) < len(listed())
    assert len(table.rows) == len(table.vectors) == len(table.lengths)
    assert np.isfinite(table.vectors).all()
    assert (table.lengths > 0).all()

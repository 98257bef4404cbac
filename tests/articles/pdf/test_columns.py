"""Reading order and paragraphs, of words that stand somewhere: pure, whatever drew them."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.pdf import page_of
from summarize.articles.pdf.columns import columns_of
from summarize.articles.pdf.lines import line_of, on_their_lines, rows_of
from summarize.articles.pdf.sheet import Document, Sheet, Word

SIZE = 10.0
WORDS = st.lists(
    st.sampled_from(["the", "mill", "opened", "in", "a", "town", "by", "river"]), min_size=6
)


def words_at(texts: list[str], left: float, top: float, width: float) -> list[Word]:
    """``texts`` set in lines of ``width`` points, five points a letter."""
    words, x, y = [], left, top
    for text in texts:
        if x + 5 * len(text) > left + width and x > left:
            x, y = left, y - 12
        words.append(Word(text, x, x + 5 * len(text), y, SIZE))
        x += 5 * len(text) + 3
    return words


def read(words: list[Word]) -> list[str]:
    return [
        text for column in columns_of(words) for line in column.lines for text in line.text.split()
    ]


@given(WORDS, WORDS)
def test_two_columns_come_one_after_the_other(left: list[str], right: list[str]) -> None:
    left, right = left * 4, right * 4
    words = words_at(left, 50, 700, 150) + words_at(right, 230, 700, 150)
    assert read(words) == left + right


@given(WORDS, WORDS, st.randoms(use_true_random=False))
def test_the_order_in_which_the_file_draws_them_does_not_matter(
    left: list[str], right: list[str], shuffled: random.Random
) -> None:
    words = words_at(left * 4, 50, 700, 150) + words_at(right * 4, 230, 700, 150)
    mixed = shuffled.sample(words, len(words))
    assert columns_of(mixed) == columns_of(words)


@given(WORDS, st.floats(-5000, 5000), st.floats(-5000, 5000))
def test_where_the_page_begins_does_not_matter(texts: list[str], x: float, y: float) -> None:
    words = words_at(texts * 3, 50, 700, 200)
    moved = [replace(one, start=one.start + x, end=one.end + x, base=one.base + y) for one in words]
    one, other = (page_of(Document("", (Sheet(tuple(each)),))) for each in (words, moved))
    assert one.paragraphs == other.paragraphs


@given(
    st.lists(
        st.builds(
            lambda x, y, length: Word("x" * length, x, x + 5 * length, y, SIZE),
            st.floats(0, 500),
            st.floats(0, 800),
            st.integers(1, 12),
        ),
        min_size=1,
        max_size=60,
    )
)
def test_no_word_is_lost_unless_a_table_is_said(words: list[Word]) -> None:
    columns = columns_of(words)
    found = "".join(line.text for column in columns for line in column.lines).replace(" ", "")
    total = sum(len(word.text) for word in words)
    assert len(found) == total or (
        len(found) < total and any(column.is_table for column in columns)
    )


def test_a_raised_mark_belongs_to_the_word_before_it() -> None:
    words = [
        Word("16,000", 50, 85, 700, SIZE),
        Word("3", 85, 88, 704, 6, glued=True),
        Word("tonnes", 92, 122, 700, SIZE),
    ]
    (row,) = rows_of(on_their_lines(words))
    assert line_of(row).text == "16,000 tonnes"


def test_a_lowered_figure_stays() -> None:
    words = [Word("CO", 50, 62, 700, SIZE), Word("2", 62, 65, 698, 6, glued=True)]
    (row,) = rows_of(on_their_lines(words))
    assert line_of(row).text == "CO2"

"""CSV and TSV: nothing is lost on the way, and a fault is told with its line."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import GlossaryError
from summarize.glossary.records import Term
from summarize.glossary.tables import Reading, read_table, write_table
from tests.glossary.strategies import FINISHED

HEADING = "source,target,variants,forbidden,note,status\n"


def read(text: str) -> Reading:
    return read_table(text, ",", "terms.csv")


@given(st.lists(FINISHED, max_size=4), st.sampled_from([",", "\t"]))
def test_what_is_written_is_read_back(terms: list[Term], delimiter: str) -> None:
    reading = read_table(write_table(terms, delimiter), delimiter, "terms")
    assert reading == Reading(tuple(terms))


@given(st.lists(FINISHED, max_size=4))
def test_no_cell_begins_like_a_formula(terms: list[Term]) -> None:
    rows = csv.reader(io.StringIO(write_table(terms, ","), newline=""))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_columns_may_come_in_any_order_and_most_may_be_missing() -> None:
    reading = read("Target, Source ,note\nតុលាការ,court,law\n\n")
    assert reading.terms == (Term("court", "តុលាការ", note="law"),)


def test_lists_are_parted_by_bars_and_a_bar_is_escaped() -> None:
    [term] = read(HEADING + r"court,តុលាការ,ក | ខ||គ\|ឃ,,,cldr").terms
    assert term.variants == ("ក", "ខ", "គ|ឃ")
    assert term.status == "cldr"


def test_rows_that_lack_a_side_are_unfinished_not_terms() -> None:
    reading = read(HEADING + 'court,,,,"a\nb",\n,តុលាការ\nlaw,ច្បាប់\n')
    assert [term.source for term in reading.terms] == ["law"]
    assert reading.unfinished == ("line 2: 'court' has no target", "line 4: 'តុលាការ' has no source")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: there is no column 'source'"),
        ("source\ncourt", "line 1: there is no column 'target'"),
        ("source,target,colour\n", "line 1: column 'colour' is unknown"),
        ("source,target,source\n", "line 1: a column stands twice"),
        (HEADING + "a,ក\nb,ខ,,,,maybe", "line 3: status 'maybe' is unknown"),
        (HEADING + "a,ក,,,,,more", "line 2: more cells than the 6 columns: 'more'"),
        (HEADING + '"a\nb",ក\n"c" d,ខ', "line 4: "),
        (HEADING + 'a,"ក', "line 2: unexpected end of data"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(text)
    assert f"terms.csv, {message}" in caught.value.message
    assert caught.value.hint

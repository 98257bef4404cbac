"""Tables of figures are told from tables that place text."""

from summarize.articles.tables import is_data

SENTENCE = "The ferry starts again on Friday."


def test_rows_of_short_cells_are_data() -> None:
    assert is_data([["Boat", "Seats"], ["One", "24"], ["Two", "60"]])
    assert is_data([["Boat", "Note"], ["One", "It is blue."], ["Two", "60 seats, 3 decks, 2 bars"]])


def test_running_text_in_cells_is_not() -> None:
    assert not is_data([[SENTENCE, SENTENCE], [SENTENCE, "24"]])
    assert not is_data([["word " * 20, "word " * 20], ["a", "b"]])


def test_one_row_or_one_column_places_text() -> None:
    assert not is_data([["Home", "News", "Sport"]])
    assert not is_data([["a"], ["b"], ["c"]])
    assert not is_data([])

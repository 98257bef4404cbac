"""Notes of colleagues: kept with author and time, and given away with a segment."""

import polib
import pytest
from lxml import etree

from summarize.errors import UsageError
from summarize.review.exporting import documents_of
from summarize.review.formats import FORMATS
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, PAIRS, build_result

ASKED = "Is this the court of Kandal? <ask Sok>"


def test_a_note_has_its_author_and_time_and_changes_no_text(store: ReviewStore) -> None:
    before = store.segments()
    store.add_note(ARTICLE, "k1", " Dara ", "Is this\nright?")
    (note,) = store.notes(ARTICLE)
    assert (note.id, note.who, note.text) == ("k1", "Dara", "Is this right?")
    assert note.when.endswith("+00:00")
    assert store.segments() == before


def test_only_its_author_takes_a_note_away(store: ReviewStore) -> None:
    store.add_note(ARTICLE, "k1", "Dara", ASKED)
    (note,) = store.notes(ARTICLE)
    store.remove_note(note.number, "Sok")
    assert store.notes(ARTICLE) == [note]
    store.remove_note(note.number, "Dara")
    assert store.notes(ARTICLE) == []


def test_a_note_goes_with_its_sentence_not_with_its_place(store: ReviewStore) -> None:
    store.add_note(ARTICLE, "k1", "Dara", ASKED)
    store.add([build_result(dict(reversed(PAIRS.items())))])
    assert [one.id for one in store.notes(ARTICLE)] == ["k3"]
    store.add([build_result({"Nobody was hurt.": "គ្មាននរណាម្នាក់រងរបួសទេ។"})])
    assert store.notes(ARTICLE) == []
    store.add([build_result()])
    assert [one.id for one in store.notes(ARTICLE)] == ["k1"]


def test_there_is_no_note_on_what_is_not_there(store: ReviewStore) -> None:
    with pytest.raises(UsageError, match="no segment"):
        store.add_note(ARTICLE, "k9", "Dara", ASKED)


def written(store: ReviewStore, format_name: str) -> bytes:
    store.add_note(ARTICLE, "k1", "Dara", ASKED)
    (document,) = documents_of(store)
    return FORMATS[format_name].codec().write(document)


def test_in_po_it_is_a_comment_of_the_translator(store: ReviewStore) -> None:
    first, second, _ = polib.pofile(written(store, "po").decode())
    assert first.tcomment.startswith("Dara, ")
    assert first.tcomment.endswith(f": {ASKED}")
    assert second.tcomment == ""


def test_in_xliff_it_is_a_note_from_its_author(store: ReviewStore) -> None:
    (note,) = etree.fromstring(written(store, "xliff")).findall(".//{*}trans-unit/{*}note")
    assert (note.get("from"), note.get("annotates")) == ("Dara", "general")
    assert note.text is not None
    assert note.text.endswith(ASKED)


@pytest.mark.parametrize("format_name", ["xliff2", "csv", "tmx"])
def test_other_formats_have_it_among_their_notes_and_are_read_again(
    store: ReviewStore, format_name: str
) -> None:
    data = written(store, format_name)
    assert "Is this the court of Kandal?" in data.decode("utf-8-sig")
    assert len(FORMATS[format_name].codec().read(data, "a")) == 3

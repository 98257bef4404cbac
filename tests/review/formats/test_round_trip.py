"""Each format alone: what was written is read back, and what is edited outside comes home."""

import pytest

from summarize.khmer.entered import entered
from summarize.review.formats import FORMATS, read_file
from summarize.review.formats.records import Document
from summarize.review.importing import bring_in
from summarize.review.records import State
from summarize.review.store import ReviewStore
from tests.review.formats.conftest import MANY, expected_state
from tests.review.formats.editors import EDITORS

EVERY = pytest.mark.parametrize("name", FORMATS)
TOLD: dict[str, dict[State, State | None]] = {
    "po": {"draft": None, "needs-work": None, "edited": "edited", "approved": "edited"},
    "docx": dict.fromkeys(("draft", "needs-work", "edited", "approved")),
}
"""What formats say that do not have all four states."""


@EVERY
def test_every_text_is_read_as_it_was_written(name: str, document: Document) -> None:
    codec = FORMATS[name].codec()
    read = codec.read(codec.write(document), "a file")
    segments = [row.segment for row in document.rows]
    assert len(segments) == MANY
    assert [(one.key, one.source, one.target) for one in read] == [
        (one.key, one.source, one.target) for one in segments
    ]
    assert [one.version for one in read] == [one.version for one in segments]


@EVERY
def test_every_state_is_read_as_it_was_written(name: str, document: Document) -> None:
    codec = FORMATS[name].codec()
    read = codec.read(codec.write(document), "a file")
    told = TOLD.get(name, {})
    states = [expected_state(number) for number in range(MANY)]
    assert [one.state for one in read] == [told.get(state, state) for state in states]


@EVERY
def test_an_export_that_nobody_edited_changes_nothing(
    name: str, document: Document, review: ReviewStore
) -> None:
    kind = FORMATS[name]
    before = review.segments()
    report = bring_in(review, read_file(kind.codec().write(document), f"a{kind.suffix}"), "Dara")
    assert (report.changed, report.refused, report.unchanged) == ((), (), MANY)
    assert review.segments() == before


@EVERY
def test_sixty_edits_made_outside_come_back_and_nothing_else(
    name: str, document: Document, review: ReviewStore
) -> None:
    kind = FORMATS[name]
    before = {one.key: one for one in review.segments()}
    wanted = {key: f"ថ្មី​  «{key[-3:]}» & <b>=" for key in list(before)[::5]}
    edited = EDITORS[name](kind.codec().write(document), wanted)
    report = bring_in(review, read_file(edited, f"a{kind.suffix}"), "Dara")
    assert (len(report.changed), report.refused, report.unchanged) == (60, (), MANY - 60)
    after = {one.key: one for one in review.segments()}
    assert {key: after[key].target for key in wanted} == {
        key: entered(text) for key, text in wanted.items()
    }
    assert {after[key].state for key in wanted} == {"edited"}
    assert all(after[key] == before[key] for key in before.keys() - wanted.keys())


@EVERY
def test_part_of_a_file_is_enough(name: str, document: Document, review: ReviewStore) -> None:
    kind = FORMATS[name]
    part = Document(document.id, document.title, document.source, document.rows[10:13])
    report = bring_in(review, read_file(kind.codec().write(part), f"a{kind.suffix}"), "Dara")
    assert (report.unchanged, report.refused) == (3, ())


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("xlsx", "docx")])
def test_the_same_segments_give_the_same_bytes(name: str, document: Document) -> None:
    codec = FORMATS[name].codec()
    assert codec.write(document) == codec.write(document)

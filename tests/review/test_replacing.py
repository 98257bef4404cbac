"""Find and replace: what is a match, what it changes, and what is left."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.clusters import clusters
from summarize.khmer.entered import entered
from summarize.review.records import Reviewed, State
from summarize.review.replacing import NOTE, NOTHING, Replacement, replacements, replacing_edit
from summarize.review.store import ReviewStore
from tests.review.conftest import build_result

NEW = "ឆ"
"""Nothing that :data:`KHMER` writes has it."""
KHMER = st.text(alphabet="កខរ្ាិុ់១២ ab.។", max_size=20).map(entered)


def part_of(text: str) -> st.SearchStrategy[str]:
    """A few characters of ``text``, wherever they begin and end."""
    starts = st.integers(0, len(text))
    return st.builds(lambda start, length: text[start : start + length], starts, st.integers(1, 3))


def segments(*texts: str, state: State = "draft") -> list[Reviewed]:
    return [Reviewed("a", f"k{n}", "One.", text, text, state, 0) for n, text in enumerate(texts)]


def found(texts: Sequence[str], find: str, put: str) -> list[Replacement]:
    return list(replacements(segments(*texts), find, put))


def changed(text: str, find: str, put: str = NEW) -> str:
    return next((one.after for one in found([text], find, put)), text)


@pytest.mark.parametrize(
    ("text", "find", "after"),
    [
        ("កខក", "ក", "ឆខឆ"),
        ("កកាក្កក", "ក", "ឆកាក្កឆ"),
        ("ក្ខ ខ", "ខ", "ក្ខ ឆ"),
        ("កា", "ា", "កា"),
        ("aក្a", "a", "ឆក្a"),
        ("១ ១១ ១,៥", "១", "ឆ ១១ ឆ,៥"),
        ("UN UNESCO", "UN", "ឆ UNESCO"),
        ("Beyoncé", "Beyonc", "Beyoncé"),
        ("កUNក", "UN", "កឆក"),
        ("a.b axb", "a.b", "ឆ axb"),
        ("Un", "UN", "Un"),
    ],
    ids=[
        "every one",
        "no cluster is begun",
        "no subscript is torn off",
        "no sign alone",
        "nothing is drawn under a letter",
        "whole numbers",
        "whole words",
        "letters with accents",
        "latin beside khmer",
        "no pattern",
        "case",
    ],
)
def test_matches_split_no_cluster_number_or_latin_word(text: str, find: str, after: str) -> None:
    assert changed(text, find) == after


def test_texts_are_taken_as_they_would_be_stored() -> None:
    assert changed("កើត", " ក\u200bេីត\n") == NEW
    assert changed("កខ", "ក", "ខ\u200b\n") == "ខខ"
    assert changed("ក ខ គ", "ខ", "") == "ក គ"


def test_what_stands_as_the_new_text_already_is_left() -> None:
    assert changed("ខ កខគ ខ", "ខ", "កខគ") == "កខគ កខគ កខគ"
    assert [one.count for one in found(["ខ កខគ ខ"], "ខ", "កខគ")] == [2]
    assert found(["កខគ"], "ខ", "កខគ") == []


@pytest.mark.parametrize(("find", "put"), [("", "ក"), (" \u200b", "ក"), ("ក", "ក"), ("ឃ", "ក")])
def test_what_would_change_nothing_is_not_shown(find: str, put: str) -> None:
    assert found(["កខ"], find, put) == []


def test_each_segment_is_told_with_how_often_it_has_the_text() -> None:
    told = [(one.segment.id, one.count) for one in found(["ក ក", "ខ", "ក"], "ក", NEW)]
    assert told == [("k0", 2), ("k2", 1)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("draft", "edited"),
        ("edited", "edited"),
        ("approved", "edited"),
        ("needs-work", "needs-work"),
    ],
)
def test_no_replacing_leaves_an_approval_or_takes_a_doubt_away(before: State, after: State) -> None:
    (one,) = replacements(segments("ក", state=before), "ក", NEW)
    assert replacing_edit(one, "ក", NEW).state == after


def test_the_history_tells_what_was_replaced_and_undoing_brings_it_back(store: ReviewStore) -> None:
    result = build_result()
    store.add([result])
    before = store.segments()[0]
    word = clusters(before.target)[0]
    edits = [replacing_edit(one, word, "") for one in replacements([before], word, "")]
    (outcome,) = store.change(edits, "Dara")
    assert outcome.done
    assert store.history(before.article, before.id)[-1].note == NOTE.format(word, NOTHING)
    assert store.undo(before.article, before.id, "Dara").segment.target == before.target


@given(st.lists(KHMER, min_size=1, max_size=4), st.data())
def test_looking_again_finds_what_was_left(texts: list[str], data: st.DataObject) -> None:
    find = data.draw(part_of(texts[0]))
    first = found(texts, find, NEW)
    ticked = [one for one in first if data.draw(st.booleans())]
    after = {one.segment.id: one.after for one in ticked}
    again = found([after.get(f"k{n}", text) for n, text in enumerate(texts)], find, NEW)
    left = [one for one in first if one not in ticked]
    assert [(one.segment.id, one.after) for one in again] == [
        (one.segment.id, one.after) for one in left
    ]


@given(KHMER, st.data())
def test_what_is_put_in_stands_whole_and_can_be_put_back(text: str, data: st.DataObject) -> None:
    find = data.draw(part_of(text))
    for one in found([text], find, NEW):
        assert clusters(one.after).count(NEW) == one.count
        assert entered(one.after.replace(NEW, entered(find))) == text

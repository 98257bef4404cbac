"""What was changed in a Khmer text, in pieces that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.entered import entered
from summarize.review.difference import difference
from summarize.review.distance import post_edit_distance

KHMER = st.text(alphabet="កខគតរ្ាិុំ់១២ a.។", max_size=30)


def marked(before: str, after: str) -> str:
    shapes = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(shapes[piece.kind].format(piece.text) for piece in difference(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("ក្រសួង", "ក្រសួង", "ក្រសួង"),
        ("", "ថ្មី", "{+ថ្មី+}"),
        ("ចាស់", "", "[-ចាស់-]"),
        ("មាន ១២ នាក់។", "មាន ១៣ នាក់។", "មាន [-១២-]{+១៣+} នាក់។"),
        ("កិច្ច", "កុច្ច", "[-កិ-]{+កុ+}ច្ច"),
        ("the old town", "the new town", "the [-old-]{+new+} town"),
    ],
    ids=["equal", "added", "removed", "number", "sign", "latin"],
)
def test_pieces_are_whole_clusters_words_and_numbers(
    before: str, after: str, expected: str
) -> None:
    assert marked(before, after) == expected


def test_one_letter_in_common_does_not_break_a_change_in_two() -> None:
    assert marked("កខគង", "ចខឆង") == "[-កខគ-]{+ចខឆ+}ង"


@given(KHMER, KHMER)
def test_both_texts_can_be_read_from_the_pieces(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(p.text for p in pieces if p.kind != "added") == before
    assert "".join(p.text for p in pieces if p.kind != "removed") == after


@given(KHMER, KHMER)
def test_the_distance_is_nothing_only_for_the_same_text(before: str, after: str) -> None:
    distance = post_edit_distance(before, after)
    assert 0 <= distance <= 1
    assert (distance == 0) == (before == after)


def test_the_distance_is_a_share_of_the_longer_text() -> None:
    assert post_edit_distance("កខគង", "កខ") == 0.5


@given(st.text(max_size=40))
def test_entered_text_is_on_one_line_and_entering_it_again_changes_nothing(text: str) -> None:
    once = entered(text)
    assert entered(once) == once
    assert len(once.splitlines()) <= 1
    once.encode("utf-8")

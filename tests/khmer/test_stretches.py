"""Parts of a text are found again after it was changed around them, or given up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.alphabet import ZWSP
from summarize.khmer.stretches import carried
from summarize.records import Stretch

TEXT = "តុលាការបានបើកសំណុំរឿង 12 កាលពីថ្ងៃចន្ទ។"
CASE = Stretch(TEXT.index("សំណុំរឿង"), TEXT.index(" 12"))


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (TEXT, ["សំណុំរឿង"]),
        (TEXT.replace("12", "១២").replace("។", "៕"), ["សំណុំរឿង"]),
        (f"«{TEXT}»", ["សំណុំរឿង"]),
        (TEXT.replace("សំណុំរឿង", f"សំណុំ{ZWSP}រឿង"), [f"សំណុំ{ZWSP}រឿង"]),
        (TEXT.replace("សំណុំរឿង", "សំណុំ រឿង"), []),
        (TEXT.replace("សំណុំរឿង", "រឿង"), []),
        ("", []),
    ],
    ids=["same", "digits", "quoted", "word breaks", "parted", "shortened", "gone"],
)
def test_a_stretch_is_carried_over_where_its_own_text_is_still_there(
    after: str, found: list[str]
) -> None:
    assert [after[one.start : one.end] for one in carried([CASE], TEXT, after)] == found


@given(st.data(), st.text("កខគ ១2", max_size=30), st.text("កខគ ១2", max_size=30))
def test_what_is_found_is_what_was_there(data: st.DataObject, before: str, after: str) -> None:
    ends = data.draw(st.lists(st.integers(0, len(before)), max_size=6, unique=True).map(sorted))
    own = [Stretch(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    found = carried(own, before, after)
    texts = [before[one.start : one.end] for one in own]
    assert all(after[one.start : one.end] in texts for one in found)
    assert all(one.end <= later.start for one, later in pairwise(found))

"""Which articles are held back, and where they go."""

import pytest

from summarize.batch.held import Hold, held, is_held, is_in_folder
from summarize.confidence import Level


@pytest.mark.parametrize(
    ("levels", "hold", "expected"),
    [
        ({"usable": 3}, "check", False),
        ({"usable": 3, "check": 1}, "check", True),
        ({"usable": 3, "check": 1}, "wrong", False),
        ({"wrong": 1}, "check", True),
        ({"wrong": 1}, "wrong", True),
        ({"wrong": 1}, None, False),
        ({}, "check", False),
    ],
)
def test_one_sentence_at_the_level_or_below_holds_an_article_back(
    levels: dict[Level, int], hold: Hold | None, expected: bool
) -> None:
    assert is_held(levels, hold) is expected


def test_what_is_held_lies_in_a_folder_of_its_own() -> None:
    assert is_in_folder([f"{held('sub/1')}.md"])
    assert not is_in_folder(["sub/held/1.md", "held.md"])

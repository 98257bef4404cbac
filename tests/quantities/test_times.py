"""Times of day of which the half is told."""

import pytest

from summarize.quantities.times import english, khmer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 2pm", [(2, "pm")]),
        ("at 2.30 a.m.", [(2, "am")]),
        ("at 12 pm and 12 am", [(0, "pm"), (0, "am")]),
        ("at 14:30", [(2, "pm")]),
        ("at three in the afternoon", [(3, "pm")]),
        ("at two o'clock in the morning", [(2, "am")]),
        ("at 9 at night", [(9, "pm")]),
        ("at 2", []),
        ("a score of 14:30:12", []),
    ],
)
def test_english_times(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(time.hour, time.half) for time in english(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ម៉ោង ២ រសៀល", [(2, "pm")]),
        ("ម៉ោង ២ និង ៣០ នាទីទៀបភ្លឺ", [(2, "am")]),
        ("ម៉ោង ២:៣០ ព្រឹក", [(2, "am")]),
        ("ម៉ោង ៨ យប់", [(8, "pm")]),
        ("ម៉ោង ២ យប់", [(2, "am")]),
        ("ម៉ោង ១៤", [(2, "pm")]),
        ("ម៉ោងប្រាំល្ងាច", [(5, "pm")]),
        ("២ ម៉ោង", []),
        ("ម៉ោង ២", []),
    ],
)
def test_khmer_times(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(time.hour, time.half) for time in khmer(text)] == expected

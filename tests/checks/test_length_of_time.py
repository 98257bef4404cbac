"""The checks of values take a time that grows with the length of a text, and no faster."""

import time

import pytest

from summarize.checks.registry import SEGMENT_CHECKS

VALUES = frozenset(
    [
        *("numbers", "minus", "ordinals", "fractions", "number_order", "units", "currencies"),
        *("times", "months_weekdays", "wrong_dates", "date_words", "vague_scales"),
    ]
)
LETTERS = 20_000
MOST = 3.0
"""Seconds for all of them; a quadratic pattern takes minutes."""


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("1,", "១,"),
        ("a", "ក"),
        ("1 ", "១ "),
        ("one ", "មួយ"),
        ("5 days ", "៥ ខែ "),
        ("$1 ", "១ដុល្លារ"),
        ("a third of ", "មួយភាគបី"),
        ("2pm ", "ម៉ោង ២ ព្រឹក "),
        ("Monday 3 ", "ថ្ងៃចន្ទទី៣"),
        ("from 1 to 2 ", "ពី ២ ទៅ ១ "),
        ("a week ", "ថ្ងៃ"),
        ("Hong Kong ", "ទី"),
    ],
)
def test_long_texts_are_checked_in_time(source: str, target: str) -> None:
    texts = source * (LETTERS // len(source)), target * (LETTERS // len(target))
    start = time.process_time()
    for check in SEGMENT_CHECKS:
        if check.id in VALUES:
            check.function(*texts)
    assert time.process_time() - start < MOST

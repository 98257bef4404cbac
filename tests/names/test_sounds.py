"""Names by their sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.names.sounds import fits, letters, spellings


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Chhoun", ["ch", "ou", "n"]),
        ("Barça", ["b", "a", "r", "c", "a"]),
        ("Jenny", ["j", "e", "ny"]),
        ("O'Neill", ["o", "n", "ei", "l"]),
        ("123", []),
    ],
)
def test_a_name_is_taken_apart_by_its_sounds(name: str, parts: list[str]) -> None:
    assert spellings(name) == parts


def test_letters_are_those_that_are_heard_with_their_places() -> None:
    assert letters("ហ្វេស៍ត្រ") == [("ហ្វ", 0), ("េ", 3), ("ត", 6), ("រ", 7)]


@pytest.mark.parametrize(
    ("name", "own", "other"),
    [
        ("Dara", "លោក ដារ៉ា បានមក", "លោក វិចិត្រ បានមក"),
        ("Trump", "លោក ត្រាំ បានមក", "លោក ពូទីន បានមក"),
        ("Berntsen", "លោក ប៊ែនសិន បានមក", "លោក មីគែល បានមក"),
    ],
)
def test_a_name_fits_its_khmer_form_better_than_another(name: str, own: str, other: str) -> None:
    (good,), (bad,) = fits([name], own), fits([name], other)
    assert good.score > 0.7 > bad.score


def test_a_fit_tells_where_the_name_ends() -> None:
    (fit,) = fits(["Dara"], "លោក ដារ៉ា បានមក")
    assert "លោក ដារ៉ា".startswith("លោក ដារ៉ា បានមក"[: fit.end])


@given(st.lists(st.text(max_size=8), max_size=4), st.text(max_size=30))
def test_names_are_judged_one_by_one(names: list[str], text: str) -> None:
    apart = [fits([name], text)[0] for name in names]
    together = [fit.score for fit in fits(names, text)]
    assert together == pytest.approx([fit.score for fit in apart], abs=1e-4)

"""A name in a spelling of its own is known again, another name is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.normalise import key
from summarize.names.near import is_near


@pytest.mark.parametrize(
    ("form", "spelt"),
    [("ហ្វាំងឡង់", "ហ្វាំងឡង"), ("ហ្គ្រីនឡែន", "គ្រីនឡែន"), ("លីទុយអានី", "លីទុយអានៅ")],
    ids=["a sign", "a letter more", "another letter"],
)
def test_one_letter_may_differ(form: str, spelt: str) -> None:
    assert is_near([key(form)], key(f"គាត់បានទៅប្រទេស{spelt}។"))


@pytest.mark.parametrize(
    ("form", "spelt"),
    [("ថៃ", "ចិន"), ("អ៊ីរ៉ង់", "អ៊ីរ៉ាក់"), ("កូរ៉េខាងជើង", "កូរ៉េខាងត្បូង"), ("កំពត", "កំពង់ធំ")],
)
def test_another_place_is_not_taken_for_it(form: str, spelt: str) -> None:
    assert not is_near([key(form)], key(f"គាត់បានទៅ{spelt}។"))


def test_nothing_is_near_to_a_form_without_letters_that_are_heard() -> None:
    assert not is_near([], "ថៃ")
    assert not is_near([""], "ថៃ")


@given(st.text("កខគងច ", max_size=6), st.text("កខគងច", min_size=1, max_size=8))
def test_a_form_is_near_to_any_text_that_has_it(before: str, form: str) -> None:
    assert is_near([form], f"{before} {form}")

"""Khmer headlines end in no full stop, and have no Latin spellings in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.style.headline import headline_style


@pytest.mark.parametrize(
    ("target", "headline"),
    [
        ("តុលាការបានបើក។", "តុលាការបានបើក"),
        ("តុលាការបានបើក ៕", "តុលាការបានបើក"),
        ("តុលាការបានបើក?", "តុលាការបានបើក?"),
        ("លោក សុខ ដារ៉ា (Sok Dara) មកដល់។", "លោក សុខ ដារ៉ា មកដល់"),
        ("ធនាគារ (ACLEDA)", "ធនាគារ"),
        ("អង្ករ (១២ តោន)", "អង្ករ (១២ តោន)"),
        ("(រាជធានី Phnom Penh)", "(រាជធានី Phnom Penh)"),
        ("។", "។"),
    ],
)
def test_marks_and_latin_in_brackets_go(target: str, headline: str) -> None:
    assert headline_style(target) == headline


@given(st.text("ក ។៕.(A)១", max_size=20))
def test_a_second_time_changes_nothing(target: str) -> None:
    once = headline_style(target)
    assert headline_style(once) == once

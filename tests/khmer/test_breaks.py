"""Zero-width spaces stand between Khmer words, nowhere else, and come out without a trace."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import UsageError
from summarize.khmer.breaks import insert_breaks, require_words, strip_breaks

ZWSP = "\u200b"
LINE = "លោក កើត រិទ្ធ បានជំរុញឱ្យមានការកែលម្អ «គុណភាព» នៃតុលាការផ្សេងៗ ១៦% (ដប់ប្រាំមួយ)។"
FORBIDDEN = re.compile(f"{ZWSP}[\\sៗ។៕»)%{ZWSP}]|[\\s«({ZWSP}]{ZWSP}|^{ZWSP}|{ZWSP}$")

PIECES = "លោក កើត រិទ្ធ បាន ជំរុញ តុលាការ ៗ ។ ៕ « » ( ) % ១៦ 16 , . ្ ា ៉ COVID-19 ? !"
texts = st.lists(st.sampled_from([*PIECES.split(), " ", "\n", "\u00a0"]), max_size=20).map("".join)


def test_breaks_stand_between_the_words() -> None:
    broken = insert_breaks(LINE)
    assert "បាន\u200bជំរុញ\u200bឱ្យ\u200bមាន\u200bការកែលម្អ" in broken
    assert not FORBIDDEN.search(broken)


@given(texts | st.text(max_size=40))
def test_taking_breaks_out_gives_the_text_back(text: str) -> None:
    assert strip_breaks(insert_breaks(text)) == strip_breaks(text)


@given(texts)
def test_no_break_stands_beside_a_space_or_before_a_mark(text: str) -> None:
    assert not FORBIDDEN.search(insert_breaks(text))


@given(texts)
def test_breaking_twice_is_breaking_once(text: str) -> None:
    assert insert_breaks(insert_breaks(text)) == insert_breaks(text)


@pytest.mark.parametrize("text", ["", "English only, 16%.", "១៦", "។", " "])
def test_text_without_khmer_words_is_left_alone(text: str) -> None:
    assert insert_breaks(text) == text


def test_without_the_segmenter_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "khmercut", None)
    with pytest.raises(UsageError, match="khmercut") as caught:
        require_words()
    assert 'pip install "summarize-km[khmer]"' in caught.value.hint

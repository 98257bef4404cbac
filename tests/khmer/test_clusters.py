"""Cutting Khmer into clusters, and finding those that no word has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.clusters import check, clusters
from summarize.khmer.normalise import clean


def test_a_cluster_is_a_base_with_all_that_is_written_around_it() -> None:
    assert clusters("ស្ត្រី ខ្ញុំ\u200ba១។") == ["ស្ត្រី", "ខ្ញុំ", "a", "១", "។"]


@pytest.mark.parametrize(
    ("text", "bad", "reason"),
    [
        ("បាន ិក", "ិ", "sign without a letter to carry it"),
        ("បាន្ ក", "បាន្"[2:], "subscript sign without a letter after it"),
        ("ភូមិាគ", "មិា", "more than one vowel"),
        ("ធេ្វី", "ធេ្វី", "signs in the wrong order"),
        ("ត្ថ្ម្ល", "ត្ថ្ម្ល", "more than two subscripts"),
        ("ឈ្មោះៈ", "ឈ្មោះៈ"[:7], "signs that do not go together"),
        ("ប៓", "ប៓", "deprecated character"),
    ],
)
def test_ill_formed_clusters_are_located_and_explained(text: str, bad: str, reason: str) -> None:
    (found,) = check(text)
    assert (found.text, found.reason) == (bad, reason)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "វប្បធម៌ខ្មែរ «ស្ត្រី» ១២,៥% ។ល។",
        "ហ្ឫទ័យ ឲ្យ អភិវឌ្ឍន៍ ប៉ុណ្ណោះ ញ៉ាំ ៗ",
        "English only, 12 %",
        "",
    ],
)
def test_well_formed_text_has_no_findings(text: str) -> None:
    assert check(text) == []


@given(st.text(st.characters(min_codepoint=0x1780, max_codepoint=0x17DD), max_size=20))
def test_cleaning_never_makes_more_bad_clusters(text: str) -> None:
    assert len(check(clean(text))) <= len(check(text))

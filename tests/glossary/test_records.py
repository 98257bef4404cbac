"""What identifies a glossary, and what a term is stripped of."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from summarize.glossary import NO_TERMS, Glossary, Term
from summarize.glossary.records import tidy
from tests.glossary.strategies import TERMS

TERM = Term("court", "តុលាការ", ("សាលា",), ("ទីលាន",), "law", "proposed")


def test_an_empty_glossary_counts_as_none_for_the_cache() -> None:
    assert NO_TERMS.sha256 == ""


@pytest.mark.parametrize(
    "change",
    [
        {"source": "courts"},
        {"target": "សាលាក្តី"},
        {"variants": ()},
        {"forbidden": ()},
        {"status": "approved"},
        {"note": "place"},
        {"latin": ("Court",)},
    ],
)
def test_whatever_steers_a_draft_changes_the_digest(change: dict[str, Any]) -> None:
    assert Glossary((replace(TERM, **change),)).sha256 != Glossary((TERM,)).sha256


@pytest.mark.parametrize("field", ["note", "title", "office", "origin", "approver", "approved"])
def test_what_is_for_people_changes_no_digest(field: str) -> None:
    changed: dict[str, Any] = {field: "x"}
    assert Glossary((replace(TERM, **changed),)).sha256 == Glossary((TERM,)).sha256


def test_word_breaks_controls_and_stray_spaces_go() -> None:
    given_term = Term(" a\tb ", "តុលា\u200bការ\x00", (" ", "ក\nខ"), ("",), "one \n two\ufeff")
    assert tidy(given_term) == Term("a b", "តុលាការ", ("ក ខ",), (), "one\ntwo")


@given(TERMS)
def test_tidying_twice_is_tidying_once(term: Term) -> None:
    assert tidy(term) == term

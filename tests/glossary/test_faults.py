"""Faults of a glossary itself."""

import pytest

from summarize.glossary.faults import Fault, faults, faults_of
from summarize.glossary.records import Term

SOUND = Term("court", "តុលាការ", ("សាលាក្តី",), ("ទីលាន",))


@pytest.mark.parametrize(
    "term",
    [SOUND, Term("iPad", "iPad"), Term("UNICEF", "យូនីសេហ្វ", ("UNICEF",)), Term("UK", "អង់គ្លេស")],
)
def test_sound_terms_have_none(term: Term) -> None:
    assert faults_of(term) == []


@pytest.mark.parametrize(
    ("term", "part"),
    [
        (Term("តុលាការ", "court"), "columns swapped"),
        (Term("court", "tribunal"), "no Khmer letter"),
        (Term("court", "កេី"), "encoded in an unusual way; write កើ"),
        (Term("court", "ក្"), "subscript sign without a letter"),
        (Term("court", "ក", forbidden=("ា",)), "sign without a letter"),
        (Term("court", "ក", ("ខ", "ខ")), "the same Khmer twice"),
        (Term("court", "ក", ("ខ",), ("ខ",)), "ខ is required and forbidden at once"),
        (Term("UK", "ចក្រភពអង់គ្លេស", (), ("អង់គ្លេស",)), "a part of what is required"),
    ],
)
def test_each_fault_is_found_and_explained(term: Term, part: str) -> None:
    [message] = faults_of(term)
    assert part in message


def test_a_source_that_stands_twice_is_a_fault() -> None:
    found = faults([SOUND, Term("law", "ច្បាប់"), Term("court", "សាលាក្តី")])
    assert found == [Fault("court", "stands 2 times; only the last one holds")]

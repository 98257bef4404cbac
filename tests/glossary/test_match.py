"""Terms in English and in Khmer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.glossary import NO_TERMS, Glossary, Term
from summarize.glossary.match import forbidden_in, is_rendered, occurrences


def sources(english: str, *terms: str) -> list[str]:
    glossary = Glossary(tuple(Term(term, "ក") for term in terms))
    return [term.source for term in occurrences(glossary, english)]


@pytest.mark.parametrize(
    ("english", "terms", "found"),
    [
        ("The prime minister spoke.", ["prime minister", "minister"], ["prime minister"]),
        (
            "A minister met the prime minister.",
            ["prime minister", "minister"],
            ["minister", "prime minister"],
        ),
        ("Ministers met.", ["minister"], []),
        ("Minister Sar met.", ["minister"], ["minister"]),
        ("THE MINISTER MET", ["minister"], ["minister"]),
        ("They told us.", ["US"], []),
        ("The US told them.", ["US"], ["US"]),
        ("US-backed forces", ["US"], ["US"]),
        ("the U.S. army", ["U.S."], ["U.S."]),
        ("Côte d’Ivoire won", ["Côte d'Ivoire"], ["Côte d'Ivoire"]),
        ("prime  \nminister", ["prime minister"], ["prime minister"]),
        ("the minister’s car", ["minister"], ["minister"]),
        ("European Union", ["European", "Union", "European Union"], ["European Union"]),
        ("European markets", ["European Union"], []),
        ("bank, bank, bank", ["bank"], ["bank"]),
        ("", ["bank"], []),
        ("bank", [" "], []),
    ],
)
def test_whole_words_are_found_the_longest_first_and_capitals_count(
    english: str, terms: list[str], found: list[str]
) -> None:
    assert sources(english, *terms) == found


def test_of_two_terms_with_the_same_source_the_later_holds() -> None:
    first, second = Term("bank", "ធនាគារ"), Term("bank", "ច្រាំង")
    assert occurrences(Glossary((first, second)), "the bank") == [second]


def test_no_terms_are_never_found() -> None:
    assert occurrences(NO_TERMS, "anything") == []


def test_the_answer_belongs_to_the_caller() -> None:
    glossary = Glossary((Term("bank", "ធនាគារ"),))
    occurrences(glossary, "bank").clear()
    assert len(occurrences(glossary, "bank")) == 1


@pytest.mark.parametrize(
    ("term", "khmer", "rendered"),
    [
        (Term("bank", "ធនាគារ"), "នៅធនាគារថ្មី", True),
        (Term("bank", "ធនាគារ"), "នៅធនា\u200bគារ", True),
        (Term("bank", "ធនាគារ", ("បង់",)), "នៅបង់ថ្មី", True),
        (Term("centre", "មណ្ឌល"), "មណ្ឌល", True),
        (Term("bank", "ធនាគារ"), "នៅផ្ទះ", False),
        (Term("CD4", "CD4"), "កោសិកា CD៤", False),
        (Term("CD4", "CD4"), "កោសិកាCD4។", True),
        (Term("CD4", "CD4"), "CD44", False),
        (Term("Khmer Times", "Khmer Times"), "កាសែត Khmer  Times", True),
        (Term("Khmer Times", "Khmer Times"), "khmer times", False),
        (Term("bank", ""), "នៅផ្ទះ", True),
    ],
)
def test_khmer_is_searched_whatever_its_word_breaks_and_latin_by_words(
    term: Term, khmer: str, rendered: bool
) -> None:
    assert is_rendered(term, khmer) is rendered


def test_forbidden_forms_count_outside_the_permitted_ones() -> None:
    term = Term("bank", "ធនាគារជាតិ", forbidden=("ធនាគារ", ""))
    assert forbidden_in(term, "ធនាគារជាតិ") == []
    assert forbidden_in(term, "ធនាគារជាតិ និងធនាគារ") == ["ធនាគារ"]


WORDS = st.lists(st.sampled_from(["red", "blue", "Red", "cross", "sea", "U.S."]), max_size=8)


@given(st.lists(WORDS.filter(bool), max_size=6), WORDS)
def test_every_find_is_a_run_of_whole_words_and_no_longer_one_begins_there(
    terms: list[list[str]], text: list[str]
) -> None:
    glossary = Glossary(tuple(Term(" ".join(words), "ក") for words in terms))
    english = " ".join(text)
    found = occurrences(glossary, english)
    for term in found:
        assert term in glossary.terms
        assert f" {term.source} ".lower() in f" {english} ".lower()
    assert len(found) == len(set(found))


@given(WORDS.filter(bool), WORDS, WORDS)
def test_a_term_between_other_words_is_found_or_a_longer_one_in_its_place(
    words: list[str], before: list[str], after: list[str]
) -> None:
    source = " ".join(words)
    english = " ".join(["so", *before, *words, *after])
    assert occurrences(Glossary((Term(source, "ក"),)), english) == [Term(source, "ក")]


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_a_target_is_rendered_wherever_it_stands_after_a_space(
    target: str, before: str, after: str
) -> None:
    term = Term("source term", target)
    assert is_rendered(term, f"{before} {target} {after}")


def test_another_latin_spelling_counts_as_it_stands() -> None:
    glossary = Glossary((Term("Koeut Rith", "កើត រិទ្ធ", latin=("Keut Rith",)),))
    (found,) = occurrences(glossary, "Minister Keut Rith spoke.")
    assert (found.source, found.target) == ("Keut Rith", "កើត រិទ្ធ")

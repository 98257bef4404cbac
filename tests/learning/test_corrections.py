"""Corrections that repeat are found with their English; what is no matter of terms is not."""

from dataclasses import replace

from summarize.glossary import Glossary, Term
from summarize.learning.corrections import Correction, corrections
from tests.learning.reviews import CORRECTED, DRAFTED, PERSON, PORT, TERM, Row, approved
from tests.review.named import BY_HAND, NAME, SPELT

NONE = Glossary(())
HARBOUR = "កំពង់ផែ"
KEYS = ("a:k1", "a:k2", "a:k3")
KEPT = (("left", "បានចាកចេញ"), ("laughed", "បានសើច"), ("came", "បានមក"))
DRY: Row = ("The dry season was long.", "រដូវស្ងួតវែង។", "រដូវប្រាំងវែង។")


def test_a_term_is_found_with_the_english_that_its_sentences_share() -> None:
    assert corrections(approved(*TERM), NONE) == [
        Correction(PORT, DRAFTED, CORRECTED, "term", KEYS)
    ]


def test_a_name_is_found_in_full() -> None:
    assert corrections(approved(*PERSON), NONE) == [Correction(NAME, SPELT, BY_HAND, "name", KEYS)]


def test_a_word_that_others_translate_otherwise_is_not_taken_for_the_term() -> None:
    assert [one.source for one in corrections(approved(*TERM, DRY), NONE)] == [PORT]


def test_a_word_is_not_offered_where_only_a_longer_phrase_is_meant_and_its_khmer_is_unclear() -> (
    None
):
    rows = [tuple(text.replace("កំពង់ផែ", "ផែ") for text in row) for row in TERM]
    assert corrections(approved(*rows, DRY), NONE) == []  # type: ignore[arg-type]


def test_a_name_of_several_words_is_not_cut_to_one_of_them() -> None:
    rows = [
        (f"Rain fell in Kampong Thom {when}.", f"ភ្លៀងធ្លាក់នៅ{{}}{khmer}។")
        for when, khmer in (("today", "ថ្ងៃនេះ"), ("again", "ទៀត"), ("early", "ពីព្រលឹម"))
    ]
    drafts = [(en, km.format("ក្រុង"), km.format("កំពង់ធំ")) for en, km in rows]
    assert [one.source for one in corrections(approved(*drafts), NONE)] == ["Kampong Thom"]


def test_a_sentence_that_says_it_in_other_english_does_not_hide_the_term() -> None:
    other: Row = ("Goods pass the terminal.", f"ទំនិញឆ្លងកាត់{DRAFTED}។", f"ទំនិញឆ្លងកាត់{CORRECTED}។")
    (found,) = corrections(approved(*TERM, other), NONE)
    assert (found.source, found.segments) == (PORT, KEYS)


def test_a_rare_name_that_no_link_knows_may_be_meant_as_well_so_nothing_is_offered() -> None:
    rows: list[Row] = [(f"Vongxay: {en}", draft, khmer) for en, draft, khmer in TERM]
    assert corrections(approved(*rows), NONE) == []


def test_fewer_sentences_than_asked_for_are_chance() -> None:
    assert corrections(approved(*TERM[:2]), NONE) == []
    assert [one.count for one in corrections(approved(*TERM[:2]), NONE, least=2)] == [2]


def test_one_sentence_approved_three_times_counts_once() -> None:
    assert corrections(approved(TERM[0], TERM[0], TERM[0]), NONE) == []


def test_what_was_approved_as_drafted_as_often_is_not_offered() -> None:
    kept = [(f"{NAME} {did}.", f"លោក {SPELT} {km}។", f"លោក {SPELT} {km}។") for did, km in KEPT]
    (found,) = corrections(approved(*PERSON, *kept[:2]), NONE)
    assert (found.count, found.against) == (3, 2)
    assert corrections(approved(*PERSON, *kept), NONE) == []


def test_drafts_and_edits_that_nobody_has_approved_teach_nothing() -> None:
    edited = [replace(one, state="edited") for one in approved(*TERM)]
    by_program = [replace(one, who="") for one in approved(*TERM)]
    assert corrections([*edited, *by_program], NONE) == []


def test_what_nobody_has_approved_in_the_glossary_yet_is_offered() -> None:
    proposed = Glossary((Term(PORT, CORRECTED, status="proposed"),))
    assert [one.source for one in corrections(approved(*TERM), proposed)] == [PORT]


def test_what_the_glossary_has_approved_is_settled() -> None:
    assert corrections(approved(*TERM), Glossary((Term(PORT, CORRECTED),))) == []
    assert corrections(approved(*TERM), Glossary((Term(PORT, "ផែ", (CORRECTED,)),))) == []
    assert corrections(approved(*PERSON), Glossary((Term(NAME, BY_HAND),))) == []


def test_a_form_of_the_glossary_that_is_changed_again_and_again_is_offered_anew() -> None:
    (found,) = corrections(approved(*TERM), Glossary((Term(PORT, DRAFTED),)))
    assert (found.source, found.before, found.after) == (PORT, DRAFTED, CORRECTED)


def test_figures_and_signs_are_no_terms() -> None:
    rows = [(en, f"{km} ១២", f"{km} ១៣") for en, km, _ in TERM]
    assert corrections(approved(*rows), NONE) == []


def test_the_most_frequent_comes_first() -> None:
    more: Row = ("The dry port is full.", f"{DRAFTED}ពេញហើយ។", f"{CORRECTED}ពេញហើយ។")
    found = corrections(approved(*PERSON, *TERM, more), NONE)
    assert [(one.source, one.count) for one in found] == [(PORT, 4), (NAME, 3)]

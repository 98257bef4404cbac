"""The translation memory: what is approved is known, and nothing else is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ReviewError
from summarize.memory import Entry, Memory
from summarize.memory.lookup import Recalled, tolerant_learner, tolerant_lookup
from summarize.memory.records import exact_key, fuzzy_key
from summarize.review.records import Edit, Reviewed, State
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, PAIRS, RESULT

SENTENCE = "The minister of justice met 12 reporters in Phnom Penh."
KHMER = "រដ្ឋមន្ត្រីយុត្តិធម៌បានជួបអ្នកសារព័ត៌មាន ១២ នាក់។"
SEGMENT = Reviewed(
    "a1", "k1", SENTENCE, "ព្រាង។", KHMER, "approved", 1, "Dara", "2026-01-02T03:04:05+00:00", True
)
"""Approved by somebody who had it before them."""
BULK = replace(SEGMENT, opened=False)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory(tmp_path / "memory.sqlite")
    yield memory
    memory.close()


def known(memory: Memory, source: str = SENTENCE) -> str | None:
    entry = memory.exact([source]).get(source)
    return entry.target if entry else None


def test_what_is_approved_is_known(memory: Memory) -> None:
    memory.learn([SEGMENT])
    assert memory.exact([SENTENCE, "Something else."]) == {
        SENTENCE: Entry(SENTENCE, KHMER, "Dara", "2026-01-02T03:04:05+00:00", "a1")
    }


@pytest.mark.parametrize("state", ["draft", "needs-work", "edited"])
def test_what_is_not_approved_is_not_known(memory: Memory, state: State) -> None:
    memory.learn([replace(SEGMENT, state=state)])
    assert known(memory) is None


@pytest.mark.parametrize("state", ["draft", "needs-work", "edited"])
def test_what_is_no_longer_approved_is_forgotten(memory: Memory, state: State) -> None:
    memory.learn([SEGMENT])
    memory.learn([replace(SEGMENT, state=state)])
    assert known(memory) is None


def test_a_draft_that_nobody_has_judged_takes_nothing_away(memory: Memory) -> None:
    memory.learn([SEGMENT])
    memory.learn([replace(SEGMENT, state="draft", who="")])
    assert known(memory) == KHMER


def test_an_approval_in_bulk_teaches_nothing_until_somebody_opens_it(memory: Memory) -> None:
    memory.learn([BULK])
    assert known(memory) is None
    memory.learn([SEGMENT])
    assert known(memory) == KHMER


def test_an_approval_in_bulk_leaves_what_was_known_of_the_same_texts_only(memory: Memory) -> None:
    memory.learn([SEGMENT])
    memory.learn([BULK])
    assert known(memory) == KHMER
    memory.learn([replace(BULK, target="ថ្មី។")])
    assert known(memory) is None


def test_the_last_approval_holds(memory: Memory) -> None:
    memory.learn([SEGMENT])
    memory.learn([replace(SEGMENT, article="a2", target="ថ្មី។")])
    assert known(memory) == "ថ្មី។"
    memory.learn([replace(SEGMENT, article="a2", state="edited")])
    assert known(memory) == KHMER


def test_looking_up_in_no_memory_makes_none(memory: Memory) -> None:
    assert memory.exact([SENTENCE]) == {}
    assert memory.matches(SENTENCE) == []
    memory.learn([replace(SEGMENT, state="edited")])
    assert memory.stats().entries == 0
    assert not memory.path.exists()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It’s “fine” – really.", 'It\'s "fine" - really.', True),
        ("A  big\u00a0house.", "A big house.", True),
        ("Zero\u200bwidth.", "Zerowidth.", True),
        ("Cafe\u0301.", "Café.", True),
        ("The US court.", "The us court.", False),
        ("It cost 5 dollars.", "It cost 6 dollars.", False),
        ("He left.", "He left", False),
    ],
)
def test_the_same_sentence_however_it_was_typed(one: str, other: str, same: bool) -> None:
    assert (exact_key(one) == exact_key(other)) is same


@given(st.text(max_size=50))
def test_keys_of_keys_are_the_same(text: str) -> None:
    assert exact_key(exact_key(text)) == exact_key(text)
    assert fuzzy_key(exact_key(text)) == fuzzy_key(text)


# -- similar sentences --------------------------------------------------------------------------


def test_similar_sentences_come_best_first_with_their_scores(memory: Memory) -> None:
    near = SENTENCE.replace("12", "15")
    further = SENTENCE.replace("12 reporters", "two students")
    memory.add(Entry(text, KHMER) for text in (further, "It rained all day.", near))
    found = memory.matches(SENTENCE)
    assert [match.entry.source for match in found] == [near, further]
    assert 1 > found[0].score > found[1].score >= 0.7


def test_only_the_same_sentence_scores_one(memory: Memory) -> None:
    memory.add([Entry("The US minister met us.", KHMER)])
    assert memory.matches("The US minister met us.")[0].score == 1.0
    assert memory.matches("the us minister met US.")[0].score == 0.99


def test_least_and_most_bound_what_is_found(memory: Memory) -> None:
    memory.add(Entry(SENTENCE.replace("12", str(n)), KHMER) for n in range(20, 40))
    assert len(memory.matches(SENTENCE)) == 10
    assert len(memory.matches(SENTENCE, most=3)) == 3
    assert memory.matches(SENTENCE, least=0.999) == []


def test_the_same_pair_from_two_articles_is_shown_once(memory: Memory) -> None:
    memory.add([Entry(SENTENCE, KHMER, article="a1"), Entry(SENTENCE, KHMER, article="a2")])
    assert len(memory.matches(SENTENCE)) == 1


def test_a_sentence_of_signs_alone_is_like_nothing(memory: Memory) -> None:
    memory.learn([SEGMENT])
    assert memory.matches('"?" *') == []


def test_a_forgotten_sentence_is_no_longer_found(memory: Memory) -> None:
    memory.learn([SEGMENT])
    memory.learn([replace(SEGMENT, state="edited")])
    assert memory.matches(SENTENCE) == []


def test_parts_of_either_language_are_found(memory: Memory) -> None:
    memory.learn([SEGMENT])
    for part in ("Minister of", "PHNOM penh", "អ្នកសារព័ត៌មាន", "អ្នក\u200bសារព័ត៌មាន"):
        assert [entry.source for entry in memory.containing(part)] == [SENTENCE]
    assert memory.containing("%") == []


def test_stats_count_sentences_once(memory: Memory) -> None:
    memory.add([Entry("One.", "មួយ។"), Entry("One.", "១។", article="a1"), Entry("Two.", "ពីរ។")])
    stats = memory.stats()
    assert (stats.entries, stats.sentences, stats.articles) == (3, 2, 1)


def test_adding_again_adds_nothing(memory: Memory) -> None:
    entries = [Entry("One.", "មួយ។"), Entry("Two.", "ពីរ។")]
    assert memory.add(entries) == 2
    assert memory.add([*entries, Entry("Three.", "បី។")]) == 1
    assert [entry.source for entry in memory.entries()] == ["One.", "Two.", "Three."]


# -- with a review ------------------------------------------------------------------------------


def test_a_review_teaches_the_memory_and_takes_back(memory: Memory, tmp_path: Path) -> None:
    store = ReviewStore(tmp_path / "review.sqlite", on_change=memory.learn)
    store.add([RESULT])
    source = next(iter(PAIRS))
    store.change([Edit(ARTICLE, "k1", 0, KHMER, "approved", opened=True)], "Dara")
    assert known(memory, source) == KHMER
    store.change([Edit(ARTICLE, "k1", 1, "ផ្សេង។")], "Dara")
    assert known(memory, source) is None
    store.undo(ARTICLE, "k1", "Sophea")
    assert known(memory, source) == KHMER
    store.close()


def test_a_review_teaches_what_was_approved_in_bulk_once_it_is_opened(
    memory: Memory, tmp_path: Path
) -> None:
    store = ReviewStore(tmp_path / "review.sqlite", on_change=memory.learn)
    store.add([RESULT])
    source, draft = next(iter(PAIRS.items()))
    store.change([Edit(ARTICLE, "k1", 0, None, "approved")], "Dara")
    assert known(memory, source) is None
    store.change([Edit(ARTICLE, "k1", 1, opened=True)], "Sophea")
    assert known(memory, source) == draft
    store.close()


# -- when it cannot be used ---------------------------------------------------------------------


def test_a_damaged_memory_is_told_once_asked_and_stops_nothing(memory: Memory) -> None:
    memory.path.write_bytes(b"certainly not a database" * 100)
    told: list[str] = []
    assert tolerant_lookup(memory, told.append)([SENTENCE]) == {}
    assert "damaged" in told[0]
    with pytest.raises(ReviewError, match="damaged"):
        memory.matches(SENTENCE)


def test_the_khmer_of_nearly_the_same_sentence_comes_with_its_number_exchanged(
    memory: Memory,
) -> None:
    memory.add([Entry("The court opened 15 cases.", "តុលាការបានបើកសំណុំរឿង ១៥។")])
    look_up = tolerant_lookup(memory, pytest.fail)
    new, other = "The court opened 12 cases.", "The court closed 12 cases."
    wanted = Recalled("តុលាការបានបើកសំណុំរឿង ១២។", "12 put in place of 15.")
    assert look_up([new, other]) == {new: wanted}
    memory.add([Entry(new, "តុលាការបើកសំណុំរឿងចំនួន ១២។")])
    assert look_up([new]) == {new: Recalled("តុលាការបើកសំណុំរឿងចំនួន ១២។")}


def test_a_review_goes_on_without_its_memory(memory: Memory, tmp_path: Path) -> None:
    memory.path.write_bytes(b"certainly not a database" * 100)
    told: list[str] = []
    store = ReviewStore(tmp_path / "review.sqlite", on_change=tolerant_learner(memory, told.append))
    store.add([RESULT])
    told.clear()
    (outcome,) = store.change([Edit(ARTICLE, "k1", 0, None, "approved")], "Dara")
    store.close()
    assert outcome.done
    assert "damaged" in told[0]


@pytest.mark.parametrize("target", ["", KHMER])
def test_an_empty_text_is_nothing_to_remember(memory: Memory, target: str) -> None:
    memory.learn([replace(SEGMENT, target=target)])
    assert (known(memory) == target) is bool(target)


def test_the_index_of_words_stays_sound(memory: Memory) -> None:
    for turn in range(3):
        memory.learn([SEGMENT, replace(SEGMENT, source=f"Sentence {turn}.")])
        memory.learn([replace(SEGMENT, state="edited")])
    memory.close()
    with closing(sqlite3.connect(memory.path)) as db:
        db.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")

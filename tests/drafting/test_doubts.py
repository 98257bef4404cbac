"""Words that the model found unlikely are told, those that it need not know are not."""

import math
from collections.abc import Sequence

import pytest

from summarize.backends.base import Piece
from summarize.checks import Context
from summarize.drafting import Drafted, draft
from summarize.drafting.doubts import CHANCE, doubtful, unlikely
from summarize.glossary import NO_TERMS, Glossary, Term
from summarize.records import Stretch
from tests.scripted import ScriptedTranslator

ENGLISH = "The court in Kep opened 16 cases on Monday."
KHMER = "តុលាការខេត្តកែបបានបើកសំណុំរឿង 16 កាលពីថ្ងៃចន្ទ។"
LOW, HIGH = math.log(CHANCE) - 0.1, math.log(CHANCE) + 0.1


class Teller(ScriptedTranslator):
    """Finds the given parts of each translation unlikely."""

    def __init__(self, khmer: str, *low: str) -> None:
        super().__init__({ENGLISH: khmer})
        self.low = low
        self.asked: list[tuple[str, str]] = []

    def pieces(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Piece, ...]]:
        self.asked += pairs
        return [_pieces(target, *self.low) for _, target in pairs]


def _pieces(target: str, *low: str) -> tuple[Piece, ...]:
    """Every character a token."""
    bad = {at for part in low for at in range(target.index(part), target.index(part) + len(part))}
    return tuple(Piece(at, at + 1, LOW if at in bad else HIGH) for at in range(len(target)))


def marked(target: str, *low: str, glossary: Glossary = NO_TERMS) -> list[str]:
    found = unlikely(ENGLISH, target, _pieces(target, *low), glossary)
    return [target[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("low", "found"),
    [
        ([], []),
        (["សំណុំ"], ["សំណុំរឿង"]),
        (["ើក"], ["បើក"]),
        (["បើក", "រឿង"], ["បើកសំណុំរឿង"]),
        (["តុលា", "ចន្ទ"], ["តុលាការ", "ថ្ងៃចន្ទ"]),
        ([" 16 ", "។"], []),
        (["ខេត្តកែប"], []),
    ],
    ids=["none", "half a word", "a syllable", "neighbours", "two", "no words", "a known place"],
)
def test_words_with_an_unlikely_token_are_doubtful(low: list[str], found: list[str]) -> None:
    assert marked(KHMER, *low) == found


def test_a_name_of_the_glossary_is_not_the_model_s_to_know() -> None:
    glossary = Glossary((Term("Kep", "កែប"), Term("The court", "សាលា")))
    target = KHMER.replace("តុលាការ", "សាលា")
    assert marked(target, "សាលា") == ["សាលា"]
    assert marked(target, "កែប", glossary=glossary) == []


def test_letters_that_form_no_word_are_one_as_far_as_they_go() -> None:
    target = "លោក ឆ្លូឡ្កាគ្រេ បានមក។"
    assert marked(target, "ឡ្កា") == ["ឆ្លូឡ្កាគ្រេ"]


def test_a_draft_has_the_doubtful_words_of_what_was_chosen() -> None:
    translator = Teller(KHMER.replace("16 ", "16"), "បើក")
    (found,) = draft(translator, [ENGLISH])
    assert [found.target[one.start : one.end] for one in found.doubtful] == ["បើក"]
    assert translator.asked == [(ENGLISH, found.target)]


def test_a_translator_that_does_not_tell_leaves_no_doubt() -> None:
    (found,) = draft(ScriptedTranslator({ENGLISH: KHMER}), [ENGLISH], Context())
    assert found == Drafted(KHMER)


def test_an_empty_text_is_not_asked_for() -> None:
    translator = Teller(KHMER, "បើក")
    pairs = [(ENGLISH, ""), (ENGLISH, KHMER)]
    assert [len(own) for own in doubtful(translator, pairs, NO_TERMS)] == [0, 1]
    assert translator.asked == [(ENGLISH, KHMER)]
    assert doubtful(translator, [], NO_TERMS) == []


def test_offsets_are_those_of_the_text() -> None:
    (one,) = unlikely(ENGLISH, KHMER, _pieces(KHMER, "រឿង"), NO_TERMS)
    assert one == Stretch(KHMER.index("សំណុំរឿង"), KHMER.index(" 16"))

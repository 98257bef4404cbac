"""A draft is normalised, checked, tried again where a check doubts it, and mended at last."""

from collections.abc import Iterator, Sequence

import pytest

from summarize.backends.base import Candidate, TranslationSpec
from summarize.checks import Context
from summarize.drafting import Drafted, draft, drafts, is_failure
from summarize.glossary import Glossary, Term
from tests.scripted import ScriptedTranslator

ENGLISH = "The court jailed 16 people on Monday."
GOOD = "តុលាការបានដាក់ពន្ធនាគារមនុស្ស១៦នាក់នៅថ្ងៃចន្ទ។"
WRONG = "តុលាការបានដាក់ពន្ធនាគារមនុស្ស៣៦នាក់នៅថ្ងៃចន្ទ។"
LOST = "តុលាការបានដាក់ពន្ធនាគារមនុស្សនៅថ្ងៃចន្ទ។"

PLACED = "The court jailed 11 people on Monday."
LONG = "The court jailed 16 people in the capital on Monday, and it will hear 5 more cases in May."
FIRST = "The court jailed 16 people in the capital on Monday."
SECOND = "and it will hear 5 more cases in May."


class Beam(ScriptedTranslator):
    """Offers, when asked to take care, several translations of a sentence."""

    def __init__(self, first: str, *more: str) -> None:
        super().__init__({ENGLISH: first})
        self.more = more

    def candidates(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> list[list[Candidate]]:
        first = self.translate(sentences, spec)
        more = self.more[: most - 1] if spec.careful else ()
        return [
            [Candidate(text, -float(n)) for n, text in enumerate((own, *more), 1)] for own in first
        ]


def targets(found: list[Drafted]) -> list[str]:
    return [one.target for one in found]


def test_a_sound_draft_is_taken_at_once() -> None:
    translator = ScriptedTranslator({ENGLISH: GOOD})
    assert draft(translator, [ENGLISH]) == [Drafted(GOOD)]
    assert translator.calls == [((ENGLISH,), False)]


class Streaming(Beam):
    """Tells of each sentence as soon as it is done, the last one first."""

    def candidates_as_ready(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> Iterator[list[tuple[int, list[Candidate]]]]:
        for i in reversed(range(len(sentences))):
            yield [(i, self.candidates([sentences[i]], spec, most)[0])]


def test_a_sound_sentence_is_ready_while_others_wait_to_be_tried_again() -> None:
    translator = Streaming(LOST)
    translator.phrases = {ENGLISH: LOST, PLACED: GOOD.replace("១៦", "១១")}
    translator.careful = {ENGLISH: GOOD}
    ready = drafts(translator, [ENGLISH, PLACED])
    assert [(i, one.target) for i, one in next(ready)] == [(1, GOOD.replace("១៦", "១១"))]
    assert translator.calls == [((PLACED,), False)]
    assert [(i, one.target) for i, one in next(ready)] == [(0, GOOD)]
    assert list(ready) == []


def test_what_comes_as_it_is_ready_is_what_comes_together() -> None:
    texts = [ENGLISH, PLACED, ENGLISH]
    books = {ENGLISH: LOST, PLACED: GOOD.replace("១៦", "១១")}
    together, streaming = Beam(LOST, GOOD), Streaming(LOST, GOOD)
    together.phrases = streaming.phrases = books
    assert draft(streaming, texts) == draft(together, texts)


def test_a_translator_without_candidates_is_given_a_few_sentences_at_a_time() -> None:
    texts = [f"The court jailed {n} people on Monday." for n in range(11, 31)]
    book = {text: GOOD.replace("១៦", str(n)) for n, text in enumerate(texts, 11)}
    translator = ScriptedTranslator(book)
    ready = drafts(translator, texts)
    assert [i for i, _ in next(ready)] == list(range(8))
    assert len(translator.calls) == 1
    assert sorted(i for group in ready for i, _ in group) == list(range(8, 20))


def test_nothing_to_translate_asks_nothing() -> None:
    translator = ScriptedTranslator({})
    assert draft(translator, []) == []
    assert translator.calls == []


def test_a_lost_number_is_decoded_again_with_care() -> None:
    translator = ScriptedTranslator({ENGLISH: LOST}, careful={ENGLISH: GOOD})
    assert targets(draft(translator, [ENGLISH])) == [GOOD]
    assert translator.calls[1] == ((ENGLISH,), True)


def test_a_hypothesis_further_down_the_beam_is_taken_when_it_has_fewer_faults() -> None:
    assert targets(draft(Beam(LOST, WRONG, GOOD), [ENGLISH])) == [GOOD]


def test_a_number_the_beam_loses_goes_in_as_a_placeholder() -> None:
    translator = Beam(LOST)
    translator.phrases = {**translator.phrases, PLACED: GOOD.replace("១៦", "១១")}
    assert targets(draft(translator, [ENGLISH])) == [GOOD.replace("១៦", "16")]
    assert translator.calls[2] == ((PLACED,), True)


def test_a_placeholder_that_is_lost_too_is_not_taken() -> None:
    translator = Beam(LOST)
    translator.phrases = {**translator.phrases, PLACED: LOST}
    assert targets(draft(translator, [ENGLISH])) == [LOST]


def test_a_term_the_model_does_not_know_goes_in_as_a_placeholder() -> None:
    glossary = Glossary((Term("court", "សាលាដំបូង", status="proposed"),))
    translator = Beam(GOOD)
    with_letter = GOOD.replace("តុលាការ", "A1 ")
    translator.phrases = {**translator.phrases, ENGLISH.replace("court", "A1"): with_letter}
    found = draft(translator, [ENGLISH], Context(glossary=glossary))
    assert targets(found) == [GOOD.replace("តុលាការ", "សាលាដំបូង ").replace("១៦", "16")]


def test_other_wordings_are_offered_the_soundest_first_each_once() -> None:
    better = GOOD.replace("បានដាក់", "ដាក់")
    (drafted,) = draft(Beam(LOST, WRONG, GOOD, better), [ENGLISH])
    assert drafted.target == GOOD
    assert drafted.alternatives == (WRONG.replace("៣៦", "16"), better, LOST)


def test_a_sound_draft_has_the_second_of_its_beam_beside_it_and_is_not_outdone_by_it() -> None:
    second = GOOD.replace("បានដាក់", "ដាក់")

    class Sure(ScriptedTranslator):
        def candidates(
            self, sentences: Sequence[str], spec: TranslationSpec, most: int
        ) -> list[list[Candidate]]:
            self.translate(sentences, spec)
            return [[Candidate(GOOD, -2.0), Candidate(second, -1.0)][:most] for _ in sentences]

    translator = Sure({ENGLISH: GOOD})
    assert draft(translator, [ENGLISH]) == [Drafted(GOOD, "", (second,), -2.0)]
    assert translator.calls == [((ENGLISH,), False)]


def test_a_wording_in_which_decoding_went_wrong_is_offered_to_nobody() -> None:
    (drafted,) = draft(Beam(LOST, "", "តុលាការ " * 40, GOOD), [ENGLISH])
    assert (drafted.target, drafted.alternatives) == (GOOD, (LOST,))


def test_only_the_doubtful_sentences_are_decoded_again() -> None:
    other = "The meeting ended."
    translator = ScriptedTranslator({ENGLISH: LOST, other: "កិច្ចប្រជុំបានបញ្ចប់។"})
    draft(translator, [other, ENGLISH])
    assert translator.calls[1] == ((ENGLISH,), True)


def test_a_second_draft_that_is_no_better_is_not_taken() -> None:
    translator = ScriptedTranslator({ENGLISH: LOST}, careful={ENGLISH: ""})
    assert targets(draft(translator, [ENGLISH])) == [LOST]


def test_a_long_sentence_that_stays_wrong_goes_in_clause_by_clause() -> None:
    first = "តុលាការបានដាក់ពន្ធនាគារមនុស្ស១៦នាក់ក្នុងរដ្ឋធានីនៅថ្ងៃចន្ទ។"
    second = "ហើយនឹងជំនុំជម្រះ៥ករណីទៀតក្នុងខែឧសភា។"
    translator = ScriptedTranslator({LONG: LOST, FIRST: first, SECOND: second})
    assert targets(draft(translator, [LONG])) == [f"{first.rstrip('។')} {second}"]
    assert translator.calls[2] == ((FIRST, SECOND), True)


def test_clauses_are_not_taken_when_they_are_no_better() -> None:
    translator = ScriptedTranslator({LONG: LOST, FIRST: LOST, SECOND: LOST})
    assert targets(draft(translator, [LONG])) == [LOST]


def test_a_number_that_four_hypotheses_lose_is_looked_for_in_a_wider_beam() -> None:
    translator = Beam(LOST, *[LOST] * 8, GOOD)
    translator.phrases = {**translator.phrases, PLACED: LOST}
    assert targets(draft(translator, [ENGLISH])) == [GOOD]


def test_a_weekday_that_is_lost_goes_to_the_front() -> None:
    undated = GOOD.replace("នៅថ្ងៃចន្ទ", "")
    fronted = "On Monday, the court jailed 16 people."
    translator = ScriptedTranslator({ENGLISH: undated, fronted: f"នៅថ្ងៃចន្ទ {undated}"})
    assert targets(draft(translator, [ENGLISH])) == [f"នៅថ្ងៃចន្ទ {undated}"]
    assert translator.calls[2] == ((fronted,), True)


@pytest.mark.parametrize("beam", [ScriptedTranslator({ENGLISH: ""}), Beam("")])
def test_a_model_that_says_nothing_gets_an_empty_draft(beam: ScriptedTranslator) -> None:
    beam.phrases = {**beam.phrases, PLACED: "", "On Monday, the court jailed 16 people.": ""}
    assert targets(draft(beam, [ENGLISH])) == [""]


def test_a_number_that_every_attempt_changed_is_put_right_and_told() -> None:
    translator = ScriptedTranslator({ENGLISH: WRONG})
    found = draft(translator, [ENGLISH])
    assert found == [Drafted(GOOD.replace("១៦", "16"), "16 put in place of ៣៦.")]
    assert len(translator.calls) == 2  # for what can be mended no wider beam is needed


def test_a_check_that_is_switched_off_asks_for_no_second_attempt() -> None:
    translator = ScriptedTranslator({ENGLISH: LOST})
    draft(translator, [ENGLISH], Context(skip=frozenset({"numbers"})))
    assert len(translator.calls) == 1


def test_drafts_come_out_normalised_and_without_zero_width_spaces() -> None:
    translator = ScriptedTranslator({ENGLISH: GOOD.replace("បាន", "\u200bបាន").replace("។", " ។")})
    assert targets(draft(translator, [ENGLISH])) == [GOOD]


@pytest.mark.parametrize("target", ["តុលាការ " * 40, ""])
def test_a_loop_and_an_empty_text_are_failures(target: str) -> None:
    assert is_failure(ENGLISH, target)


def test_a_wrong_number_is_no_failure() -> None:
    assert not is_failure(ENGLISH, WRONG)


def test_the_sentences_of_a_long_quotation_are_translated_one_by_one() -> None:
    first, second = "“The courts are closed.", "They will open on Monday,” he said."
    phrases = {first: "«តុលាការត្រូវបានបិទ។", second: "តុលាការនឹងបើកនៅថ្ងៃចន្ទ» លោកបាននិយាយ។"}
    translator = ScriptedTranslator(phrases)
    assert targets(draft(translator, [f"{first} {second}"])) == [
        f"{phrases[first]} {phrases[second]}"
    ]
    assert translator.calls[0] == ((first, second), False)


def test_the_score_is_that_of_the_draft_that_is_kept() -> None:
    (drafted,) = draft(Beam(LOST, "", GOOD), [ENGLISH])
    assert drafted == Drafted(GOOD, "", drafted.alternatives, drafted.score)
    assert drafted.score is not None
    assert drafted.score < 0


def test_a_translator_that_does_not_score_leaves_it_unknown() -> None:
    (drafted,) = draft(ScriptedTranslator({ENGLISH: GOOD}), [ENGLISH])
    assert drafted.score is None

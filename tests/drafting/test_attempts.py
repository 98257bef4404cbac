"""A draft is normalised, checked, and tried once more when a check finds an error."""

from summarize.drafting import draft, is_failure
from tests.scripted import ScriptedTranslator

ENGLISH = "The court jailed 16 people on Monday."
GOOD = "តុលាការបានដាក់ពន្ធនាគារមនុស្ស១៦នាក់នៅថ្ងៃចន្ទ។"
WRONG = "តុលាការបានដាក់ពន្ធនាគារមនុស្ស៣៦នាក់នៅថ្ងៃចន្ទ។"


def test_a_sound_draft_is_taken_at_once() -> None:
    translator = ScriptedTranslator({ENGLISH: GOOD})
    assert draft(translator, [ENGLISH]) == [GOOD]
    assert translator.calls == [((ENGLISH,), False)]


def test_a_wrong_number_is_decoded_again_with_care() -> None:
    translator = ScriptedTranslator({ENGLISH: WRONG}, careful={ENGLISH: GOOD})
    assert draft(translator, [ENGLISH]) == [GOOD]
    assert translator.calls[1] == ((ENGLISH,), True)


def test_only_the_doubtful_sentences_are_decoded_again() -> None:
    other = "The meeting ended."
    translator = ScriptedTranslator({ENGLISH: WRONG, other: "កិច្ចប្រជុំបានបញ្ចប់។"})
    draft(translator, [other, ENGLISH])
    assert translator.calls[1] == ((ENGLISH,), True)


def test_a_second_draft_that_is_no_better_is_not_taken() -> None:
    translator = ScriptedTranslator({ENGLISH: WRONG}, careful={ENGLISH: ""})
    assert draft(translator, [ENGLISH]) == [WRONG]


def test_drafts_come_out_normalised_and_without_zero_width_spaces() -> None:
    translator = ScriptedTranslator({ENGLISH: GOOD.replace("បាន", "\u200bបាន").replace("។", " ។")})
    assert draft(translator, [ENGLISH]) == [GOOD]


def test_a_loop_is_a_failure_and_a_wrong_number_is_not() -> None:
    assert is_failure(ENGLISH, "តុលាការ " * 40)
    assert is_failure(ENGLISH, "")
    assert not is_failure(ENGLISH, WRONG)


def test_the_sentences_of_a_long_quotation_are_translated_one_by_one() -> None:
    first, second = "“The courts are closed.", "They will open on Monday,” he said."
    phrases = {first: "«តុលាការត្រូវបានបិទ។", second: "តុលាការនឹងបើកនៅថ្ងៃចន្ទ» លោកបាននិយាយ។"}
    translator = ScriptedTranslator(phrases)
    assert draft(translator, [f"{first} {second}"]) == [f"{phrases[first]} {phrases[second]}"]
    assert translator.calls[0] == ((first, second), False)

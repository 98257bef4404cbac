"""Answers of instruct models, without what they say around them."""

import pytest

from summarize.backends.answers import (
    answer,
    failure,
    fault_of_headline,
    fault_of_summary,
    fault_of_translation,
    sentences,
)

PLAIN = "The minister urged courts to act. He spoke on Monday."
KHMER = "រដ្ឋមន្ត្រីបានជំរុញឱ្យតុលាការកែលម្អ។"
ENGLISH = "The minister urged courts to improve."


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        f"Here is the summary: {PLAIN}",
        f"Here’s a summary of the article in two sentences:\n\n{PLAIN}",
        f"Sure, here is the summary:\n{PLAIN}",
        f"Certainly! {PLAIN}",
        f"**Summary:** {PLAIN}",
        f"## Summary\n\n{PLAIN}",
        f"```\n{PLAIN}\n```",
        f"```text\n{PLAIN}\n```",
        f"<think>\nThey want two sentences.\n</think>\n\n{PLAIN}",
        f"They want two sentences.\n</think>\n\n{PLAIN}",
        f"============\n{PLAIN}\n============",
        f"{PLAIN}\n\nLet me know if you need anything else!",
        f"{PLAIN}\n\nNote: I left out the figures.",
        f"“{PLAIN}”",
        "The **minister** urged courts to act. He spoke on Monday.",
    ],
)
def test_what_is_said_around_the_text_is_left_out(text: str) -> None:
    assert answer(text) == PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "Here is where the minister spoke. It rained.",
        "“We will act,” he said. “Soon,” she added.",
        "Sure-footed goats won. The note: unread.",
        "Summary trials are rare: two were held.",
    ],
)
def test_sentences_that_only_look_like_an_introduction_stay(text: str) -> None:
    assert answer(text) == text


def test_thoughts_without_an_end_are_no_answer() -> None:
    assert answer("<think>\nThey want two sentences, so") == ""


@pytest.mark.parametrize("text", [f"ការបកប្រែ៖ {KHMER}", f"Khmer: {KHMER}", f"«{KHMER}»"])
def test_labels_of_a_translation_are_left_out(text: str) -> None:
    assert answer(text) == KHMER


def test_points_of_a_list_become_sentences() -> None:
    assert sentences("- One came.\n* Two left.\n3. Three stayed.", True) == [
        "One came.",
        "Two left.",
        "Three stayed.",
    ]


def test_a_last_sentence_that_was_cut_is_dropped() -> None:
    assert sentences("One came. Two le", finished=False) == ["One came."]


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (["One came."], ""),
        ([], "no whole sentence"),
        (["One.", "Two.", "Three."], "3 sentences instead of 2"),
        ([KHMER], "a summary that is not in English"),
        (["..."], "a sentence without words"),
    ],
)
def test_summaries_are_checked(found: list[str], fault: str) -> None:
    assert fault_of_summary(found, 2) == fault


def test_headlines_are_checked() -> None:
    assert fault_of_headline("Minister urges courts to act") == ""
    assert fault_of_headline("") == "no headline"
    assert fault_of_headline("One\nTwo") == "more than one line"
    assert fault_of_headline("long " * 50) == "more than one line"


@pytest.mark.parametrize(
    ("target", "finished", "fault"),
    [
        (KHMER, True, ""),
        (KHMER, False, "did not end"),
        ("", True, "empty"),
        (ENGLISH, True, "unchanged"),
        ("Le ministre exhorte les tribunaux.", True, "no Khmer"),
        (f"{ENGLISH} តុលាការ", True, "Latin"),
    ],
)
def test_translations_are_checked(target: str, finished: bool, fault: str) -> None:
    found = fault_of_translation(ENGLISH, target, finished)
    assert fault in found
    assert bool(found) == bool(fault)


def test_a_name_alone_may_stay_as_it_is() -> None:
    assert fault_of_translation("CNN", "CNN", True) == ""


def test_a_failure_shows_what_came_back_shortened() -> None:
    error = failure("tiny", "no Khmer", "word " * 100, "Choose another.")
    assert "tiny gave twice no usable answer (no Khmer); it wrote: “word word" in error.message
    assert len(error.message) < 300
    assert "it wrote nothing" in failure("tiny", "empty", "", "").message

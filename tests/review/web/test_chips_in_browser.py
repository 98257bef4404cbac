"""The page in a real browser: terms of the glossary put into a text."""

import json

import pytest

from summarize.review.web.desk import Desk
from tests.browser import ALT, Browser
from tests.review.web.page import FOCUS, kept, text, told
from tests.review.web.sample import KHMER

MINISTER = "រដ្ឋមន្ត្រី"
REPORTERS = "អ្នកសារព័ត៌មាន"
REST = KHMER[1].removeprefix(MINISTER)


def wait_for_terms(page: Browser) -> None:
    page.run("document.getElementById('k2').focus()")
    page.wait("document.querySelector('#k2 .terms [data-key=\"1\"]') !== null")


def select(page: Browser, start: int, end: int) -> None:
    page.run(f"{text(2)}.setSelectionRange({start}, {end})")


def test_a_number_puts_the_term_in_and_the_cursor_behind_it(page: Browser, desk: Desk) -> None:
    wait_for_terms(page)
    select(page, 0, 0)
    page.press("1")
    assert page.run(f"{text(2)}.value") == MINISTER + KHMER[1]
    assert page.run(f"{FOCUS}.selectionStart") == len(MINISTER)
    page.press("Escape")
    page.wait(f"{told(2)} === 'saved'")
    assert kept(desk, 2).target == MINISTER + KHMER[1]


def test_in_the_text_a_number_is_text_unless_alt_is_held(page: Browser) -> None:
    wait_for_terms(page)
    page.run(f"{text(2)}.focus()")
    select(page, 0, 0)
    page.press("1", ALT)
    page.press("1")
    assert page.run(f"{text(2)}.value") == f"{MINISTER}1{KHMER[1]}"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (0, len(MINISTER)),
        (1, len(MINISTER)),
        (0, len(MINISTER) - 1),
        (2, 4),
    ],
    ids=["whole", "without its first letter", "without its last sign", "from inside a cluster"],
)
def test_a_term_takes_the_place_of_every_word_that_the_selection_touches(
    page: Browser, start: int, end: int
) -> None:
    wait_for_terms(page)
    select(page, start, end)
    page.press("1")
    assert page.run(f"{text(2)}.value") == MINISTER + REST


def test_wherever_the_cursor_is_no_word_is_split(page: Browser) -> None:
    wait_for_terms(page)
    for cursor in range(1, len(MINISTER)):
        page.run(f"{text(2)}.value = {json.dumps(KHMER[1])}; {text(2)}.focus()")
        select(page, cursor, cursor)
        page.press("1", ALT)
        assert page.run(f"{text(2)}.value") == f"{MINISTER}{MINISTER}{REST}", cursor


@pytest.mark.parametrize("word", ["កម្ពុជា", "Khmer", "១២៣", "ក្រ្កា"])
def test_a_stretch_never_begins_or_ends_inside_a_word(page: Browser, word: str) -> None:
    line = f"{word} {word}"
    found = page.run(
        "import('/static/words.js').then(m => [...Array("
        f"{len(word) - 1}).keys()].map(n => m.wholeWords({json.dumps(line)}, n + 1, n + 1)[0]))"
    )
    assert found == [len(word)] * (len(word) - 1)

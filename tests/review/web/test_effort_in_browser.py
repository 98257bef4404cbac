"""The page in a real browser: how long somebody is at work on a sentence."""

import time

from summarize.review.web.desk import Desk
from tests.browser import Browser
from tests.review.web.sample import ARTICLE, ENGLISH


def test_time_at_a_sentence_is_kept_with_it_once_another_is_entered(
    page: Browser, desk: Desk
) -> None:
    first, second, _ = ENGLISH
    page.press("j")
    page.wait("document.activeElement.closest('.card')?.id === 'k1'")
    time.sleep(3.2)
    page.press("j")
    deadline = time.monotonic() + 10
    while not desk.store.effort() and time.monotonic() < deadline:
        time.sleep(0.1)
    spent = desk.store.effort()
    assert 2 <= spent[ARTICLE, first] <= 5
    assert (ARTICLE, second) not in spent

"""The page in a real browser: working with the mouse, and two people at one text."""

import json

import pytest

from summarize.memory import Entry
from summarize.review.records import Edit
from summarize.review.web.desk import Desk
from tests.browser import CONTROL, Browser
from tests.review.web.page import button, kept, opened, state, text, told, write
from tests.review.web.sample import ALTERNATIVES, ARTICLE, KHMER, RIGHT, THEIRS

# -- editing and approving ----------------------------------------------------------------------


def test_the_link_leads_to_the_list_and_does_not_stay_in_the_address(
    browser: Browser, link: str
) -> None:
    browser.open(link)
    assert browser.run("location.search") == ""
    browser.click(".articles a")
    browser.wait("document.querySelectorAll('.card').length === 3")  # a page comes bit by bit


def test_an_edit_is_checked_while_typing_kept_on_leaving_and_there_after_loading_again(
    page: Browser, desk: Desk
) -> None:
    assert page.run("document.querySelectorAll('#k1 .findings .error').length") == 1
    write(page, RIGHT)
    page.wait("document.querySelectorAll('#k1 .findings li').length === 0")
    assert kept(desk).version == 0
    page.press("Escape")
    page.wait(f"{told()} === 'saved'")
    assert (kept(desk).target, kept(desk).state, kept(desk).who) == (RIGHT, "edited", "Dara")
    assert opened(page).run(f"{text()}.value") == RIGHT


def test_a_text_that_is_left_at_once_is_checked_as_well(page: Browser) -> None:
    write(page, KHMER[1].replace("រដ្ឋមន្ត្រី", "សាលា"), 2)
    page.press("Escape")
    page.wait(f"{told(2)} === 'saved'")
    page.wait("document.querySelector('#k2 .findings .warning') !== null")


def test_an_approval_is_there_after_loading_again(page: Browser, desk: Desk) -> None:
    page.click(button("approve", 2))
    page.wait(f"{state(2)} === 'approved'")
    assert page.run("document.getElementById('count').textContent") == "1 of 3 approved"
    assert kept(desk, 2).state == "approved"
    assert desk.memory.stats().entries == 1
    page = opened(page)
    assert page.run(state(2)) == "approved"
    page.click(button("approve", 2))
    page.wait(f"{state(2)} === 'draft'")


def test_errors_have_to_be_approved_twice(page: Browser, desk: Desk) -> None:
    page.click(button("approve"))
    page.wait(f"{told()}.startsWith('1 error')")
    assert kept(desk).state == "draft"
    page.click(button("approve"))
    page.wait(f"{state()} === 'approved'")


def test_text_typed_after_the_warning_has_to_be_approved_anew(page: Browser, desk: Desk) -> None:
    page.click(button("approve"))
    page.wait(f"{told()}.startsWith('1 error')")
    write(page, KHMER[0].replace("១៣", "១៤"))
    page.press("Enter", CONTROL)
    page.wait(f"{told()}.startsWith('1 error')")
    assert kept(desk).state == "draft"


def test_all_that_are_clean_are_approved_after_asking(page: Browser, desk: Desk) -> None:
    page.click("#bulk")
    page.wait("document.querySelector('#sure').open")
    assert page.run("document.getElementById('sure-text').textContent").startswith("2 sentences")
    page.click("#sure button[value=no]")
    page.wait("!document.querySelector('#sure').open")
    assert kept(desk, 2).state == "draft"
    page.click("#bulk")
    page.wait("document.querySelector('#sure').open")
    page.click("#sure button[value=yes]")
    page.wait(f"{state(2)} === 'approved' && {state(3)} === 'approved'")
    assert [one.state for one in desk.store.segments(ARTICLE)] == ["draft", "approved", "approved"]


def test_the_question_says_how_many_are_left_and_why(page: Browser, desk: Desk) -> None:
    desk.store.change([Edit(ARTICLE, "k3", 0, state="needs-work")], "Sophea")
    page.click("#bulk")
    page.wait("document.querySelector('#sure').open")
    assert page.run("document.getElementById('sure-text').textContent") == (
        "1 sentence will be approved by you. "
        "2 stay as they are: 1 with errors, 1 marked as needing work."
    )


def test_what_was_approved_in_bulk_is_marked_until_it_is_opened(page: Browser, desk: Desk) -> None:
    page.click("#bulk")
    page.wait("document.querySelector('#sure').open")
    page.click("#sure button[value=yes]")
    page.wait(f"{state(2)} === 'approved'")
    label = "document.querySelector('#k2 .state').textContent"
    assert page.run(label) == "approved, not opened"
    assert desk.memory.stats().entries == 0
    page = opened(page)
    assert page.run(label) == "approved, not opened"
    page.run(f"{text(2)}.focus()")
    page.wait(f"{label} === 'approved'")
    assert [entry.target for entry in desk.memory.entries()] == [KHMER[1]]


def test_what_was_opened_and_then_approved_in_bulk_is_remembered(page: Browser, desk: Desk) -> None:
    page.run(f"{text(2)}.focus()")
    page.wait("document.getElementById('k2').dataset.opened === 'true'")
    page.click("#bulk")
    page.wait("document.querySelector('#sure').open")
    page.click("#sure button[value=yes]")
    page.wait(f"{state(3)} === 'approved'")
    assert [entry.target for entry in desk.memory.entries()] == [KHMER[1]]


def test_undo_brings_the_text_before_back(page: Browser, desk: Desk) -> None:
    write(page, RIGHT)
    page.click(button("undo"))  # leaving the text keeps it, then it is taken back
    page.wait(f"{text()}.value === {json.dumps(KHMER[0])}")
    assert [one.target for one in desk.store.history(ARTICLE, "k1")] == [KHMER[0], RIGHT, KHMER[0]]


def test_history_shows_what_was_changed_and_brings_a_version_back(page: Browser) -> None:
    write(page, RIGHT)
    page.press("Escape")
    page.wait(f"{told()} === 'saved'")
    page.click(button("history"))
    page.wait("document.querySelectorAll('#versions li').length === 2")
    assert page.run("document.querySelector('#versions ins').textContent") == "១២"
    assert page.run("document.querySelector('#versions del').textContent") == "១៣"
    page.click("#versions li:last-child button")
    assert page.run(f"{text()}.value") == KHMER[0]


def test_terms_and_sentences_approved_before_can_be_put_in(page: Browser, desk: Desk) -> None:
    desk.memory.add([Entry("The minister met reporters.", THEIRS, "Sophea")])
    page.press("j")
    page.press("j")
    page.wait("document.querySelector('#k2 .aid') !== null")
    page.click("#k2 .aid button")
    assert page.run(f"{text(2)}.value") == THEIRS
    page.run(f"{text(2)}.setSelectionRange(0, 0)")
    page.click("#k2 .terms button")
    assert page.run(f"{text(2)}.value") == f"រដ្ឋមន្ត្រី{THEIRS}"


def test_another_wording_of_the_model_can_be_put_in_and_approved(page: Browser, desk: Desk) -> None:
    page.press("j")
    page.wait("document.querySelectorAll('#k1 .wording').length === 2")
    assert not page.run("document.querySelector('#k1 .wordings').open")
    page.press("m")
    assert page.run("document.activeElement.closest('.wording') !== null")
    assert page.run("document.querySelector('#k1 .wording p').textContent") == ALTERNATIVES[1][0]
    assert page.run("document.querySelector('#k1 .wording ins').textContent") == "១២"
    page.press("Enter")
    assert page.run(f"{text()}.value") == RIGHT
    page.wait("document.querySelectorAll('#k1 .findings li').length === 0")
    page.press("Enter", CONTROL)
    page.wait(f"{state()} === 'approved'")
    assert kept(desk).target == RIGHT


# -- never a lost edit --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "result"), [("Keep mine", RIGHT), ("Take theirs", THEIRS)], ids=["mine", "theirs"]
)
def test_two_tabs_conflict_and_the_person_chooses(
    page: Browser, desk: Desk, choice: str, result: str
) -> None:
    first = page.tab()
    page.open(page_address(page, first))
    write(page, THEIRS)
    page.press("Escape")
    page.wait(f"{told()} === 'saved'")
    second = page.tab(first)
    write(page, RIGHT)
    page.press("Escape")
    page.wait("!document.querySelector('#k1 .conflict').hidden")
    assert THEIRS in page.run("document.querySelector('#k1 .conflict').textContent")
    assert page.run(f"{text()}.value") == RIGHT
    assert kept(desk).target == THEIRS
    page.run(
        f"[...document.querySelectorAll('.conflict button')]"
        f".find(b => b.textContent === '{choice}').click()"
    )
    page.wait("document.querySelector('#k1 .conflict').hidden")
    page.press("Escape")
    page.wait(f"{text()}.value === {json.dumps(result)} && {told()} !== 'not saved'")
    assert kept(desk).target == result
    assert THEIRS in {one.target for one in desk.store.history(ARTICLE, "k1")}
    page.close_tab(second)


def page_address(page: Browser, session: str) -> str:
    """The address that is open in the tab ``session``."""
    back = page.tab(session)
    address = str(page.run("location.href"))
    page.tab(back)
    return address


def test_an_approval_of_a_text_that_others_have_changed_is_a_conflict(
    page: Browser, desk: Desk
) -> None:
    desk.store.change([Edit(ARTICLE, "k2", 0, THEIRS)], "Sophea")
    page.click(button("approve", 2))
    page.wait("!document.querySelector('#k2 .conflict').hidden")
    assert "Sophea" in page.run("document.querySelector('#k2 .conflict').textContent")
    assert kept(desk, 2).state == "edited"


def test_a_text_is_saved_when_the_page_goes_out_of_sight(page: Browser, desk: Desk) -> None:
    write(page, RIGHT)
    page.run("Object.defineProperty(document, 'hidden', {value: true})")
    page.run("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
    page.wait(f"{told()} === 'saved'")
    assert kept(desk).target == RIGHT


def test_what_is_typed_while_an_undo_is_under_way_stays(page: Browser, desk: Desk) -> None:
    page.click(button("doubt"))
    page.wait(f"{state()} === 'needs-work'")
    page.run(f"document.querySelector('{button('undo')}').click(); {text()}.value = 'ក'")
    page.wait(f"{state()} === 'draft'")
    assert page.run(f"{text()}.value") == "ក"
    assert page.run(told()) == "not saved yet"


def test_leaving_the_page_with_a_text_that_is_not_saved_asks_first(page: Browser) -> None:
    page.dialogs.clear()
    page.click("#k1 textarea")
    page.type("ក")
    opened(page)
    assert page.dialogs == ["beforeunload"]
    opened(page)
    assert page.dialogs == ["beforeunload"]


def test_a_text_that_cannot_be_saved_stays_and_can_be_saved_later(
    page: Browser, desk: Desk
) -> None:
    page.send("Network.enable")
    offline = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    page.send("Network.emulateNetworkConditions", offline=True, **offline)
    write(page, RIGHT)
    page.press("Escape")
    page.wait(f"{told()}.startsWith('not saved: The program does not answer')")
    page.send("Network.emulateNetworkConditions", offline=False, **offline)
    assert page.run(f"{text()}.value") == RIGHT
    page.press("Enter")
    page.press("Escape")
    page.wait(f"{told()} === 'saved'")
    assert kept(desk).target == RIGHT

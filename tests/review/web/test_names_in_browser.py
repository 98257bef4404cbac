"""The page in a real browser: the least sure first, doubtful words, and names settled by a key."""

import importlib.resources
from importlib.util import find_spec

import pytest

from summarize.review.records import Edit
from summarize.review.web.desk import Desk
from tests.browser import Browser
from tests.review.named import ARTICLE, ENGLISH, KHMER, NAME, NAMED, OTHER, SPELT, WORD
from tests.review.web.page import HERE, button, opened, state, text, told, write

ORDER = "[...document.querySelectorAll('.card')].map(c => c.id).join(' ')"
SHOWN = "[...document.querySelectorAll('.card')].filter(c => !c.hidden).map(c => c.id).join(' ')"
CHOICES = "[...document.querySelectorAll('#k1 .choices button')]"


@pytest.fixture
def named(page: Browser, desk: Desk) -> Browser:
    desk.store.add([NAMED])
    page.run("localStorage.clear()")
    return opened(page, ARTICLE)


def choose(page: Browser, list_id: str, value: str) -> None:
    page.run(
        f"document.getElementById('{list_id}').value = '{value}';"
        f"document.getElementById('{list_id}').dispatchEvent(new Event('change'))"
    )


def value(page: Browser, number: int) -> str:
    return str(page.run(f"{text(number)}.value"))


def test_the_sentences_that_have_a_name_can_be_shown(named: Browser) -> None:
    choose(named, "show", f"name:{NAME}")
    assert named.run(SHOWN) == "k1 k3 k4"


# -- the least sure first -----------------------------------------------------------------------


def test_the_least_sure_come_first_the_address_keeps_it_and_the_browser_remembers(
    named: Browser,
) -> None:
    assert named.run(ORDER) == "k1 k2 k3 k4"
    choose(named, "order", "unsure")
    assert named.run(ORDER) == "k3 k4 k2 k1"
    assert named.run("location.search") == "?order=unsure"
    assert opened(named, ARTICLE).run(ORDER) == "k3 k4 k2 k1"
    assert opened(named, ARTICLE, "?order=document").run(ORDER) == "k1 k2 k3 k4"
    choose(named, "order", "")
    assert opened(named, ARTICLE).run(ORDER) == "k1 k2 k3 k4"


def test_a_key_changes_the_order_and_the_others_follow_it(named: Browser) -> None:
    named.press("o")
    named.press("j")
    assert named.run(HERE) == "k3"
    named.press("j")
    assert named.run(HERE) == "k4"
    named.press("o")
    assert named.run(HERE) == "k4"
    named.press("k")
    assert named.run(HERE) == "k3"


def test_what_people_wrote_or_approved_comes_last(named: Browser, desk: Desk) -> None:
    desk.store.change([Edit(ARTICLE, "k3", 0, state="approved")], "Sophea")
    assert opened(named, ARTICLE, "?order=unsure").run(ORDER) == "k4 k2 k1 k3"


@pytest.mark.parametrize(
    ("level", "found"), [("wrong", "k3"), ("check", "k4"), ("usable", "k1 k2")]
)
def test_sentences_can_be_filtered_by_level(named: Browser, level: str, found: str) -> None:
    choose(named, "show", f"level:{level}")
    assert named.run(SHOWN) == found


def test_an_approved_sentence_has_no_level_any_more(named: Browser) -> None:
    named.click(button("approve", 2))
    named.wait(f"{state(2)} === 'approved'")
    choose(named, "show", "level:usable")
    assert named.run(SHOWN) == "k1"


# -- doubtful words -----------------------------------------------------------------------------


def test_doubtful_words_are_underlined_where_they_stand(named: Browser) -> None:
    box = "getBoundingClientRect()"
    assert named.run("document.querySelector('#k1 .marks').textContent") == KHMER[0]
    assert named.run("document.querySelector('#k1 .marks u').textContent") == WORD
    for side in ("width", "height", "top", "left"):
        field, marks = (
            named.run(f"document.querySelector('#k1 {one}').{box}.{side}")
            for one in ("textarea", ".marks")
        )
        assert abs(field - marks) < 1
    heights = "document.querySelector('#k1 textarea').scrollHeight"
    assert named.run(f"document.querySelector('#k1 .marks').scrollHeight <= {heights}")
    assert named.run(f"{text()}.getAttribute('aria-describedby')").startswith("doubts-k1")


def test_the_marks_go_with_the_text_they_are_of_and_come_back_with_it(named: Browser) -> None:
    marks = "document.querySelector('#k1 .marks').hidden"
    doubts = "document.querySelector('#k1 .doubts').hidden"
    assert not named.run(marks)
    write(named, KHMER[1])
    assert named.run(marks)
    assert named.run(doubts)
    named.press("Escape")
    named.wait(f"{told()} === 'saved'")
    named.press("u")
    named.wait(f"{state()} === 'draft'")
    assert not named.run(marks)


# -- names --------------------------------------------------------------------------------------


def test_a_number_accepts_a_spelling_and_every_mention_follows(named: Browser, desk: Desk) -> None:
    named.press("j")
    named.wait(f"{CHOICES}.length > 1")
    assert named.run(f"{CHOICES}[1].getAttribute('aria-label')") == f"Accept {OTHER} for {NAME}"
    named.press("2")
    named.wait(f"{text(3)}.value.includes('{OTHER}')")
    assert value(named, 1) == KHMER[0].replace(SPELT, OTHER)
    assert value(named, 3) == KHMER[2].replace(SPELT, OTHER)
    assert value(named, 4) == KHMER[3]
    named.wait(f"{CHOICES}.length === 0")
    said = str(named.run("document.getElementById('status').textContent"))
    assert said.startswith(f"{NAME} is {OTHER} from now on. 2 sentences changed")
    assert [one.state for one in desk.store.segments(ARTICLE)] == ["draft"] * 4
    named.press("u")
    named.wait(f"{text(1)}.value === {KHMER[0]!r}")
    assert value(named, 3) == KHMER[2].replace(SPELT, OTHER)


def test_a_number_typed_into_a_text_accepts_nothing(named: Browser, desk: Desk) -> None:
    named.press("j")
    named.wait(f"{CHOICES}.length > 1")
    named.press("Enter")
    named.press("2")
    assert desk.store.segments(ARTICLE)[2].version == 0


def test_text_that_is_being_typed_elsewhere_is_asked_about_at_its_saving(
    named: Browser, desk: Desk
) -> None:
    named.press("j")
    named.wait(f"{CHOICES}.length > 1")
    named.run(f"{text(3)}.value += 'ហើយ'")
    named.press("2")
    named.wait(f"{text(1)}.value.includes('{OTHER}')")
    assert value(named, 3).endswith("ហើយ")
    assert SPELT in value(named, 3)
    named.run(f"{text(3)}.focus()")
    named.press("Escape")
    named.wait("!document.querySelector('#k3 .conflict').hidden")
    assert desk.store.segments(ARTICLE)[2].target == KHMER[2].replace(SPELT, OTHER)


def test_a_change_by_somebody_else_is_shown_and_nothing_is_settled(
    named: Browser, desk: Desk
) -> None:
    named.press("j")
    named.wait(f"{CHOICES}.length > 1")
    desk.store.change([Edit(ARTICLE, "k1", 0, KHMER[1])], "Sophea")
    named.press("2")
    named.wait("!document.querySelector('#k1 .conflict').hidden")
    assert desk.store.segments(ARTICLE)[2].version == 0


def test_the_history_says_that_the_name_was_changed(named: Browser) -> None:
    named.press("j")
    named.wait(f"{CHOICES}.length > 1")
    named.press("2")
    named.wait(f"{text(3)}.value.includes('{OTHER}')")
    named.press("h")
    named.wait("document.getElementById('history').open")
    first = str(named.run("document.querySelector('#versions li').textContent"))
    assert f"name changed: {NAME}" in first
    assert "Dara" in first


@pytest.mark.skipif(
    find_spec("axe_playwright_python") is None,
    reason="axe-core is not here (pip install axe-playwright-python)",
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(named: Browser, width: int, scheme: str) -> None:
    named.resize(width)
    named.prefer(scheme)
    named.press("j")
    named.wait(f"{CHOICES}.length > 1")
    assert named.run("document.documentElement.scrollWidth <= innerWidth")
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js")
    named.run(axe.read_text("utf-8") + ";0")
    faults = named.run(
        "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html)))"
    )
    assert faults == []


def test_the_english_stays(named: Browser) -> None:
    english = "[...document.querySelectorAll('.english')].map(e => e.textContent)"
    assert tuple(named.run(english)) == ENGLISH

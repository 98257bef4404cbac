"""What the tests of the page do and read in a browser; ``number`` counts sentences from 1."""

from summarize.review.records import Reviewed
from summarize.review.web.desk import Desk
from tests.browser import Browser
from tests.review.web.sample import ARTICLE

FOCUS = "document.activeElement"
HERE = f"{FOCUS}.closest('.card')?.id"


def text(number: int = 1) -> str:
    return f"document.querySelector('#k{number} textarea')"


def told(number: int = 1) -> str:
    return f"document.querySelector('#k{number} .told').textContent"


def state(number: int = 1) -> str:
    return f"document.getElementById('k{number}').dataset.state"


def button(name: str, number: int = 1) -> str:
    return f"#k{number} [data-do={name}]"


def kept(desk: Desk, number: int = 1) -> Reviewed:
    return desk.store.segments(ARTICLE)[number - 1]


def write(page: Browser, khmer: str, number: int = 1) -> None:
    """Put another text in the place of the one that is there, as by typing."""
    page.run(f"{text(number)}.focus(); {text(number)}.select()")
    page.type(khmer)


def opened(browser: Browser, article: str = ARTICLE, query: str = "") -> Browser:
    """The article, loaded anew."""
    path = browser.run(f"new URL('/article/{article}{query}', location.href).href")
    browser.open(path)
    return browser

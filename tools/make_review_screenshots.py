"""Photograph the review page for the README.

    python -m tools.make_review_screenshots RESULT.json

RESULT.json is what `summarize samples/justice-courts.txt --length long --format json` prints. The
article is worked on as in a newsroom: one sentence approved, one edited so that a check objects,
one that somebody else changes meanwhile.
"""

import argparse
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from summarize.cli.serving import Approving
from summarize.memory import Memory
from summarize.review.records import Edit
from summarize.review.results import read_results
from summarize.review.store import ReviewStore
from summarize.review.web.app import build_app
from summarize.review.web.desk import Desk
from summarize.review.web.security import Keys
from summarize.serving.address import LOOPBACK
from summarize.serving.server import bound, make_server
from summarize.session import check_context
from summarize.settings import load_settings
from tests.browser import Browser, find_browser

DOCS = Path(__file__).parents[1] / "docs"
DESKTOP, PHONE = (1200, 680), (390, 800)


@contextmanager
def served(result: Path, folder: Path) -> Iterator[tuple[Desk, str]]:
    """The desk, and the link to its page."""
    settings = replace(load_settings(), glossary=folder / "glossary.csv")
    memory, context = Memory(folder / "memory.sqlite"), check_context(load_settings())
    store = ReviewStore(folder / "review.sqlite", context, memory.learn)
    desk = Desk(store, memory, "Dara", Approving(settings, "Dara"))
    store.add(read_results(result))
    with bound(LOOPBACK, 0) as listener:
        keys = Keys(LOOPBACK, listener.getsockname()[1])
        server = make_server(build_app(desk, keys))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            link = f"http://{LOOPBACK}:{keys.port}/?token={keys.token}"
            yield desk, link
        finally:
            server.should_exit = True
            thread.join()
            store.close()
            memory.close()


def write(page: Browser, number: int, old: str, new: str) -> None:
    """Replace a word in a sentence, as by typing, and leave it."""
    text = f"document.querySelector('#k{number} textarea')"
    page.run(f"{text}.focus(); {text}.select()")
    page.type(str(page.run(f"{text}.value")).replace(old, new))
    page.press("Escape")
    page.wait(f"document.querySelector('#k{number} .told').textContent")


def work(page: Browser) -> None:
    """One sentence approved, one with a wrong number, one that needs work."""
    for number, name in ((3, "approve"), (4, "doubt")):
        page.click(f"#k{number} [data-do={name}]")
        page.wait(f"document.querySelector('#k{number} [aria-pressed=true]')")
    write(page, 2, "១៦", "១៧")
    page.wait("document.querySelector('#k2 .findings .error')")


def conflict(page: Browser, desk: Desk) -> None:
    """Somebody else adds a title to the name while the first word is being changed."""
    first = next(one for one in desk.store.segments() if one.id == "k1")
    theirs = first.target.replace("កើត រិទ្ធ", "លោក កើត រិទ្ធ")
    desk.store.change([Edit(first.article, first.id, first.version, theirs)], "Sophea")
    write(page, 1, "រដ្ឋមន្ត្រីក្រសួងយុត្តិធម៌", "រដ្ឋមន្ត្រីយុត្តិធម៌")
    page.wait("!document.querySelector('#k1 .conflict').hidden")


def shoot(page: Browser, name: str, size: tuple[int, int], scheme: str, top: str) -> None:
    """Photograph what is on the screen when the element ``top`` is at its top."""
    page.resize(*size)
    page.prefer(scheme)
    page.run(f"document.querySelector('{top}').scrollIntoView({{block: 'start'}})")
    page.run("new Promise(done => setTimeout(done, 300))")  # until fonts and colours are there
    page.screenshot(DOCS / f"review-{name}.png", whole=False)


def main(result: Path) -> None:
    """Write docs/review-*.png."""
    program = find_browser()
    assert program, "there is no Chromium"
    with tempfile.TemporaryDirectory() as folder, served(result, Path(folder)) as (desk, link):
        page = Browser(program, Path(folder) / "browser")
        page.resize(*DESKTOP)
        page.prefer("light")
        page.open(link)
        page.open(page.run("document.querySelector('.articles a').href"))
        work(page)
        shoot(page, "desktop-light", DESKTOP, "light", ".bar")
        shoot(page, "desktop-dark", DESKTOP, "dark", "body")
        shoot(page, "phone-light", PHONE, "light", "#k2")
        shoot(page, "phone-dark", PHONE, "dark", "body")
        page.resize(*DESKTOP)
        conflict(page, desk)
        shoot(page, "conflict", DESKTOP, "light", ".bar")
        page.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("result", type=Path, help="what `summarize ... --format json` printed")
    main(parser.parse_args().result)

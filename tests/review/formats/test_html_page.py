"""The page that is edited in a browser, in one: what is typed is in the file that it saves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.review.formats import read_file
from summarize.review.formats.html import write
from summarize.review.formats.records import Document
from tests.browser import Browser, find_browser

TYPED = "តុលាការ «ថ្មី» </textarea><script>alert(1)</script> & ១៣។"
TYPE = """(() => {
  const field = document.querySelectorAll("textarea")[%d];
  field.value = %s;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})()"""


@pytest.fixture
def page(
    document: Document, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    program = find_browser()
    if program is None:
        pytest.skip("no Chromium on this machine (apt install chromium)")
    browser = Browser(program, tmp_path_factory.mktemp("browser"))
    (tmp_path / "a.html").write_bytes(write(document))
    folder = str(tmp_path / "saved")
    browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
    browser.open(tmp_path / "a.html")
    yield browser
    browser.close()


def save(page: Browser, folder: Path) -> bytes:
    """Press the button, and wait for the file."""
    page.click("#save")
    for _ in range(100):
        if files := list((folder / "saved").glob("*.html")):
            return files[0].read_bytes()
        wait = "new Promise(done => setTimeout(done, 100))"
        page.send("Runtime.evaluate", expression=wait, awaitPromise=True)
    raise AssertionError("no file was saved")


def test_what_is_typed_and_chosen_is_in_the_saved_page(
    page: Browser, document: Document, tmp_path: Path
) -> None:
    page.run(TYPE % (0, repr(TYPED)))
    page.run("document.querySelectorAll('select')[2].value = 'approved'")
    saved = read_file(save(page, tmp_path), "a.html")
    assert (saved[0].target, saved[0].state) == (TYPED, "edited")
    assert saved[2].state == "approved"
    assert [one.target for one in saved[1:]] == [row.segment.target for row in document.rows[1:]]


def test_the_saved_page_can_be_opened_edited_and_saved_again(page: Browser, tmp_path: Path) -> None:
    page.run(TYPE % (0, repr(TYPED)))
    (tmp_path / "a.html").write_bytes(save(page, tmp_path))
    page.open(tmp_path / "a.html")
    page.run(TYPE % (1, repr("ពីរ។")))
    for file in (tmp_path / "saved").iterdir():
        file.unlink()
    saved = read_file(save(page, tmp_path), "a.html")
    assert [one.target for one in saved[:2]] == [TYPED, "ពីរ។"]


def test_the_page_says_that_changes_are_not_saved_yet(page: Browser) -> None:
    told = "document.getElementById('told').textContent"
    page.run(TYPE % (0, repr("មួយ។")))
    assert page.run(told) == "There are changes that are not saved."


def test_nothing_in_a_segment_is_markup(page: Browser) -> None:
    assert page.run("document.scripts.length") == 1
    assert page.run("document.querySelectorAll('section b, section judges').length") == 0

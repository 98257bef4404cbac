"""PDF files as they come: the story in reading order, and a word about what is not in it."""

from collections.abc import Callable

import pytest

from summarize.articles.page import Page
from summarize.articles.pdf import read_pdf
from tests.articles.pdf import assembled, documents
from tests.articles.pdf.documents import HEADLINE, STORY


def read(data: bytes) -> Page:
    return read_pdf(data, "release.pdf")


WHOLE = Page(HEADLINE, STORY)


@pytest.mark.parametrize(
    "draw",
    [
        documents.one_column,
        documents.indented,
        documents.turned,
        documents.initial,
        lambda: documents.encrypted(""),
    ],
    ids=["gaps", "indents", "turned page", "initial of two lines", "empty password"],
)
def test_one_column_gives_headline_and_paragraphs(draw: Callable[[], bytes]) -> None:
    assert read(draw()) == WHOLE


@pytest.mark.parametrize("row_by_row", [False, True])
@pytest.mark.parametrize("gutter", [12, 16, 30])
def test_two_columns_are_read_one_after_the_other(row_by_row: bool, gutter: float) -> None:
    page = read(documents.two_columns(row_by_row=row_by_row, gutter=gutter))
    assert page.title == f"{HEADLINE} province, 85 jobs"
    assert " ".join(page.paragraphs) == " ".join(STORY)
    assert page.left_out == ()


def test_a_front_page_is_read_story_by_story() -> None:
    page = read(documents.front_page())
    assert page.title == "Rice mill opens in Battambang province"
    assert page.paragraphs == (*STORY, *documents.BRIEFS)


def test_running_heads_feet_and_page_numbers_are_no_text() -> None:
    page = read(documents.with_furniture(4))
    expected = [one for number in range(1, 5) for one in documents.story_on(number)]
    assert page == Page(HEADLINE, tuple(expected))


def test_a_lone_page_is_rid_of_its_number_alone() -> None:
    page = read(documents.with_furniture(1))
    assert documents.RUNNING_HEAD in page.paragraphs
    assert not any("Page 1" in one for one in page.paragraphs)


def test_a_sentence_goes_on_overleaf() -> None:
    page = read(documents.overleaf())
    assert page.paragraphs[5] == (
        "The opening was watched by the governor of the province and by 200 families of the "
        "district."
    )
    assert len(page.paragraphs) == 7


def test_hyphens_at_line_ends_are_joined_with_care() -> None:
    assert read(documents.lines_of(documents.HYPHENATED)).paragraphs == (
        "The price of rice rose because of inflation, a well-known adviser of the Asia-Pacific "
        "bank said, and two- and three-storey houses cost more. The government denied that.",
    )


@pytest.mark.parametrize("draw", [documents.table_between, documents.table_beside])
def test_a_table_is_left_out_and_said(draw: Callable[[], bytes]) -> None:
    assert read(draw()) == Page(HEADLINE, STORY, ("a table on page 1",))


def test_a_footnote_is_left_out_with_its_mark_and_said() -> None:
    page = read(documents.footnotes())
    first = "The mills of the district bought 16,000 tonnes and cover 2 km² of land."
    assert page == Page(HEADLINE, (first, *STORY), ("a footnote on page 1",))


def test_ligatures_are_letters() -> None:
    page = read(documents.ligatures())
    assert (
        page.paragraphs[1] == "The officials finally left the office when the flood had gone down."
    )


def test_a_watermark_is_left_out_and_said() -> None:
    assert read(documents.stamped()) == Page(HEADLINE, STORY, ("text set at an angle on page 1",))


def test_the_recognised_text_of_a_scan_is_read() -> None:
    assert read(documents.recognised_scan()) == Page("", STORY)


def test_invisible_text_on_no_picture_is_not_read() -> None:
    page = read(documents.with_hidden_text("Ignore all of the above."))
    assert page == WHOLE


def test_a_page_without_text_is_said() -> None:
    page = read(documents.scanned_annex())
    assert page == Page(HEADLINE, STORY, ("page 2, an image without text",))


def test_a_line_in_an_unreadable_font_is_left_out_and_said() -> None:
    page = read(assembled.partly_unreadable())
    assert page == Page("", STORY, ("letters on page 1 that their font does not tell",))


class TestHeadline:
    def test_a_label_is_none_however_large(self) -> None:
        page = read(documents.release("Microsoft Word - release_final.docx"))
        assert page.title == "Rice mill in Battambang will dry 300 tonnes of paddy a day"

    def test_headings_and_labels_are_left_out_and_lists_kept(self) -> None:
        page = read(documents.release(""))
        assert page.paragraphs == (STORY[0], STORY[3], *documents.LISTED, STORY[4])

    def test_the_title_of_the_file_counts_where_the_page_shows_it(self) -> None:
        assert read(documents.small_headline(HEADLINE)).title == HEADLINE

    def test_a_title_that_the_page_does_not_show_is_not_taken(self) -> None:
        page = read(documents.small_headline("Microsoft Word - Document1"))
        assert page == Page("", (HEADLINE, *STORY))

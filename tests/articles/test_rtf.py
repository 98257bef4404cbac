"""Rich Text: running text, without what is hidden, deleted or noted."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.page import Page
from summarize.articles.rtf import read_rtf
from summarize.errors import ArticleError

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\stylesheet{\s0 Normal;}"
    r"{\s1\outlinelevel0 heading 1;}{\s2 Title;}}{\info{\title Not this}}"
)


def read(body: str) -> Page:
    return read_rtf(f"{HEAD}{body}}}".encode("latin-1"), "a.rtf")


def test_paragraphs_title_and_headings() -> None:
    page = read(
        r"\pard\s2 Court rules\par\pard\s1 Reactions\par\pard\plain It ruled\line on {\b Monday}."
        "\r\n"
        r"\par It is late.\par"
    )
    assert page == Page("Court rules", ("It ruled on Monday.", "It is late."))


def test_a_paragraph_with_an_outline_level_is_a_heading() -> None:
    page = read(r"\pard\outlinelevel0 Court rules\par\pard It ruled.")
    assert page == Page("Court rules", ("It ruled.",))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"a caf\'e9", "a café"),
        (r"\ldblquote Yes\rdblquote\emdash no", "“Yes”—no"),
        (r"\uc1\u6016?\u6098?", "\u1780\u17d2"),
        (r"\u8220\'93Yes\u8221\'94", "“Yes”"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"10\~km", "10 km"),
        (r"wide\_open pro\-mise", "wide-open promise"),
        (r"\{a\\b\}", r"{a\b}"),
    ],
)
def test_characters(written: str, text: str) -> None:
    assert read(rf"\pard {written}\par").paragraphs == (text,)


@pytest.mark.parametrize(
    "unseen",
    [
        r"{\footnote Not yet.}",
        r"{\v never}",
        r"{\deleted never}",
        r"{\strike never}",
        r"{\*\bkmkstart x}",
        r"{\pict\pngblip 89504e47}",
        r"{\*\unknown never}",
    ],
)
def test_what_is_no_running_text_is_left_out(unseen: str) -> None:
    assert read(rf"\pard It ruled{unseen} today.\par").paragraphs == ("It ruled today.",)


def test_a_link_gives_its_text_and_not_its_address() -> None:
    page = read(r'The {\field{\*\fldinst HYPERLINK "http://a.example"}{\fldrslt court}} ruled.')
    assert page.paragraphs == ("The court ruled.",)


def test_tables_and_text_boxes_are_left_out_and_said() -> None:
    page = read(
        r"\pard It ruled.\par\trowd\pard\intbl Year\cell 2025\cell\row\pard It is late.\par"
        r"{\shp{\*\shpinst{\shptxt In a box.\par}}}"
    )
    assert page == Page("", ("It ruled.", "It is late."), ("a table", "a text box"))


def test_other_files_are_refused() -> None:
    for data, reason in ((b"Just text", "not a Rich Text file"), (b"%PDF-1.4", "PDF")):
        with pytest.raises(ArticleError, match=reason):
            read_rtf(data, "a.rtf")
    with pytest.raises(ArticleError, match="damaged"):
        read("{" * 100_000)


@given(st.text(alphabet="{}\\'*abpruv019- \n;é", max_size=80))
def test_whatever_stands_in_it_gives_a_page(body: str) -> None:
    assert isinstance(read(body), Page)


def test_time_grows_with_size_and_no_faster() -> None:
    def seconds(count: int) -> float:
        begun = time.perf_counter()
        read(r"\pard It {\b rul\'e9d} today.\par " * count)
        return time.perf_counter() - begun

    small = min(seconds(500) for _ in range(3))
    assert seconds(5_000) < 30 * small

"""Every format that traces sentences says what each rests on, how well, and what was replaced."""

import io
import json
from dataclasses import replace
from typing import Any

import docx
import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from summarize.output import FormatName, render
from summarize.records import Result, Summary
from tests.output.conftest import ARTICLE, ENGLISH, KHMER, REPLACED

ATTACK = '"><img src=x onerror=alert(1)>'


def page_of(result: Result) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(render([result], "html").decode("utf-8"))


def changed(result: Result, number: int, **fields: object) -> Result:
    """``result`` with other fields in one summary sentence."""
    assert result.summary is not None
    sentences = list(result.summary.sentences)
    sentences[number] = replace(sentences[number], **fields)  # type: ignore[arg-type]
    return replace(result, summary=Summary(tuple(sentences), "bart|test"))


def test_markdown_has_references_and_the_sentences_they_name(traced: Result) -> None:
    lines = render([traced], "md").decode().splitlines()
    assert f"1. {ENGLISH[0]} [s1 from a1, a2, a3; support 87%]" in lines
    assert f"2. {KHMER[1]} [from s2]" in lines
    assert [line for line in lines if line.startswith("- [a")] == [
        f"- [a{n}] {text}" for n, text in enumerate(ARTICLE, start=1)
    ]


def test_markdown_references_stay_text_when_rendered(traced: Result) -> None:
    page: Any = lxml_html.fromstring(MarkdownIt().render(render([traced], "md").decode()))
    assert page.findall(".//a") == []
    assert "[s1 from a1, a2, a3; support 87%]" in page.text_content()


def test_only_cited_sentences_are_repeated_in_markdown(traced: Result) -> None:
    text = render([changed(traced, 0, sources=())], "md").decode()
    assert "[s1 from no source; support 87%]" in text
    assert ARTICLE[0] not in text
    assert f"- [a4] {ARTICLE[3]}" in text


def test_html_says_in_links_what_a_sentence_rests_on(traced: Result) -> None:
    page = page_of(traced)
    [english] = page.xpath("//li[span[@id='r1-s1']]")
    assert "from article 1, article 2, article 3; support 87%" in english.text_content()
    assert english.xpath(".//a/@href") == ["#r1-a1", "#r1-a2", "#r1-a3"]
    [khmer] = page.xpath("//li[span[@id='r1-k2']]")
    assert khmer.xpath(".//a/@href") == ["#r1-s2"]


def test_html_shows_the_article_with_the_numbers_that_are_cited(traced: Result) -> None:
    section = page_of(changed(traced, 1, sources=())).xpath("//section")[0]
    assert [own.text for own in section.xpath(".//span")] == list(ARTICLE)
    assert [mark.text for mark in section.xpath(".//sup")] == ["1", "2", "3"]


def test_html_leads_only_to_what_is_there(traced: Result) -> None:
    page = page_of(traced)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in page.xpath("//a/@href")} <= set(ids)


@pytest.mark.parametrize("field", ["text", "replaced", "id"])
def test_html_escapes_all_that_a_model_may_have_written(traced: Result, field: str) -> None:
    page = page_of(changed(traced, 0, **{field: ATTACK}))
    assert page.findall(".//img") == []


def test_unknown_support_is_not_shown_as_a_number(traced: Result) -> None:
    unknown = changed(changed(traced, 0, support=None), 1, support=None)
    for format_name in ("md", "html"):
        assert "support" not in page_text(unknown, format_name)


def page_text(result: Result, format_name: FormatName) -> str:
    data = render([result], format_name).decode()
    return page_of(result).xpath("string(//article)") if format_name == "html" else data


@pytest.mark.parametrize("format_name", ["md", "html"])
def test_a_replaced_sentence_is_told(traced: Result, format_name: FormatName) -> None:
    assert REPLACED in page_text(traced, format_name)


def test_word_tells_of_a_replaced_sentence(traced: Result) -> None:
    paragraphs = docx.Document(io.BytesIO(render([traced], "docx"))).paragraphs
    assert f"sentence 2: {REPLACED}" in [paragraph.text for paragraph in paragraphs]


def test_nothing_is_said_of_replacing_where_nothing_was_replaced(traced: Result) -> None:
    kept = changed(traced, 1, replaced="")
    assert "* " not in render([kept], "text").decode()
    assert "Replaced" not in render([kept], "md").decode()


def test_json_has_support_and_reads_older_results_without_it(traced: Result) -> None:
    data = json.loads(render([traced], "json"))
    first, second = data["summary"]["sentences"]
    assert (first["support"], second["replaced"]) == (0.874, REPLACED)
    del first["support"], second["support"], first["replaced"], second["replaced"]
    older = Result.from_dict(data)
    assert older.summary is not None
    assert [s.support for s in older.summary.sentences] == [None, None]
    assert [s.replaced for s in older.summary.sentences] == ["", ""]

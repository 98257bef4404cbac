"""Each format shows headline, summary, draft and findings, and nothing it holds becomes markup."""

import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from summarize.errors import UsageError
from summarize.output import FormatName, format_of, render
from summarize.output.markdown import escape
from summarize.records import (
    Article,
    Draft,
    Finding,
    Provenance,
    Result,
    Segment,
    Sentence,
    Source,
    Summary,
    SummarySentence,
)

TITLE = "Courts <b>told</b> to act & fast"
ENGLISH = ("Judges met on Monday.", "They jailed 16 people.")
KHMER = ("ចៅក្រមបានជួបគ្នានៅថ្ងៃចន្ទ។", "ពួកគេបានដាក់ពន្ធនាគារមនុស្ស ៣៦ នាក់។")
FORMATS: tuple[FormatName, ...] = ("text", "txt", "md", "html", "docx", "json")


@pytest.fixture
def result() -> Result:
    text = "\n\n".join(ENGLISH)
    spans = ((0, 21), (23, 45))
    sentences = tuple(
        Sentence(f"a{n}", words, *span, paragraph=n - 1)
        for n, (words, span) in enumerate(zip(ENGLISH, spans, strict=True), start=1)
    )
    chosen = tuple(
        SummarySentence(f"s{s.id[1:]}", s.text, (Source(s.id, s.start, s.end),)) for s in sentences
    )
    segments = tuple(
        Segment(f"k{n}", f"s{n}", source, target)
        for n, (source, target) in enumerate(zip(ENGLISH, KHMER, strict=True), start=1)
    )
    return Result(
        article=Article("0123456789ab", TITLE, "courts.txt", "0" * 64, text, sentences),
        summary=Summary(chosen, "lead|test"),
        draft=Draft(segments, "book|test"),
        findings=(Finding("numbers", "error", "The English has 16; the Khmer has 36.", "k2"),),
        provenance=Provenance("0.1.0", {"summary": "lead|test"}, {"summary": True}, {}),
    )


def parsed(page: str) -> lxml_html.HtmlElement:
    element = lxml_html.fromstring(page)
    assert isinstance(element, lxml_html.HtmlElement)
    return element


def shown(result: Result, format_name: FormatName) -> str:
    """What a reader of the rendered file sees."""
    data = render([result], format_name)
    if format_name == "docx":
        return "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    text = data.decode("utf-8")
    if format_name == "md":
        text = MarkdownIt().render(text)
    if format_name in {"md", "html"}:
        return str(parsed(text).text_content())
    return text


@pytest.mark.parametrize("format_name", FORMATS)
def test_everything_a_reader_needs_is_there(result: Result, format_name: FormatName) -> None:
    text = shown(result, format_name)
    for expected in (TITLE, *ENGLISH, *KHMER):
        assert expected in text


def test_text_is_data_and_pages_say_what_to_check(result: Result) -> None:
    finding = "The English has 16; the Khmer has 36."
    told = {name for name in FORMATS if finding in shown(result, name)}
    assert told == set(FORMATS) - {"text", "txt"}


@pytest.mark.parametrize("format_name", sorted({*FORMATS} - {"json"}))
def test_what_only_machines_read_is_not_in_files_for_people(
    result: Result, format_name: FormatName
) -> None:
    note = Finding("from_memory", "info", "Approved before.", "k1")
    noted = replace(result, findings=(note,))
    text = shown(noted, format_name)
    assert noted.provenance.signatures
    for signature in noted.provenance.signatures.values():
        assert signature not in text
    assert note.message not in text
    assert "To check" not in text


@pytest.mark.parametrize("format_name", FORMATS)
def test_several_results_are_all_there(result: Result, format_name: FormatName) -> None:
    other = replace(result, article=replace(result.article, title="Another headline"))
    data = render([result, other], format_name)
    if format_name == "docx":
        text = "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    else:
        text = data.decode("utf-8")
    assert "Another headline" in text


def test_text_puts_khmer_under_english_a_sentence_a_line(result: Result) -> None:
    assert render([result], "text").decode().splitlines()[:7] == [
        TITLE,
        "",
        *ENGLISH,
        "",
        *KHMER,
    ]


def test_without_a_headline_the_beginning_of_the_text_stands_in(result: Result) -> None:
    untitled = replace(result, article=replace(result.article, title="", text="Judges met. " * 9))
    first_line = render([untitled], "text").decode().partition("\n")[0]
    assert first_line == "Judges met. Judges met. Judges met. Judges met. Judges met. Judges …"


def test_a_translated_text_is_its_khmer_in_paragraphs(result: Result) -> None:
    assert result.draft is not None
    segments = tuple(
        replace(s, sentence=s.sentence.replace("s", "a")) for s in result.draft.segments
    )
    whole = replace(result, summary=None, draft=Draft(segments, "book|test"))
    assert render([whole], "text").decode() == f"{KHMER[0]}\n\n{KHMER[1]}\n"


def test_json_is_an_object_for_one_and_an_array_for_several(result: Result) -> None:
    one = json.loads(render([result], "json"))
    assert one["schema"] == 1
    assert Result.from_dict(one) == result
    assert json.loads(render([result, result], "json")) == [one, one]


def test_html_never_lets_article_text_become_markup(result: Result) -> None:
    attack = '"><script>alert(1)</script>'
    evil = replace(
        result, article=replace(result.article, title=attack, source=f"javascript:{attack}")
    )
    plain = lxml_html.fromstring(render([result], "html").decode("utf-8"))
    page = parsed(render([evil], "html").decode("utf-8"))
    assert [s.text for s in page.findall(".//script")] == [
        s.text for s in plain.findall(".//script")
    ]
    assert attack in page.text_content()


def test_word_sets_khmer_as_complex_script(result: Result) -> None:
    document = docx.Document(io.BytesIO(render([result], "docx")))
    run = next(p.runs[0] for p in document.paragraphs if p.text == KHMER[0])
    assert run._element.rPr is not None
    properties = run._element.rPr.xml
    assert 'w:bidi="km-KH"' in properties
    assert "w:szCs" in properties


def test_word_survives_control_characters(result: Result) -> None:
    odd = replace(result, article=replace(result.article, title="bell\x07 and\x00 null"))
    assert "bell and null" in shown(odd, "docx")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_markdown_shows_exactly_the_text(text: str) -> None:
    rendered = MarkdownIt().renderInline(escape(text))
    assert parsed(f"<p>{rendered}</p>").text_content() == text


@pytest.mark.parametrize("format_name", ["text", "txt", "md", "html"])
def test_a_file_does_not_depend_on_how_long_it_took(
    result: Result, format_name: FormatName
) -> None:
    signed = replace(result.provenance, signatures={"draft": "book"})
    quick, slow = (
        replace(result, provenance=replace(signed, milliseconds={"draft": spent}))
        for spent in (3.0, 4000.0)
    )
    assert render([quick], format_name) == render([slow], format_name)


@pytest.mark.parametrize(
    ("name", "expected"), [("a.MD", "md"), ("b.htm", "html"), ("c.txt", "txt")]
)
def test_a_file_name_tells_the_format(name: str, expected: str) -> None:
    assert format_of(Path(name)) == expected


def test_an_unknown_suffix_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"result\.pdf") as caught:
        format_of(Path("result.pdf"))
    assert ".docx" in caught.value.hint

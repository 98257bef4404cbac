"""What leaves the house: posts within Telegram's limits, plain text, ninjs, RTF; the label."""

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.rtf import read_rtf
from summarize.glossary import Glossary, Term
from summarize.output import ENDINGS, POSTS, posts_of, remarks_on, render, render_posts
from summarize.output.label import UNCHECKED, Checked, LabelName, label_of
from summarize.output.post import Post
from summarize.output.tags import MOST, Tag, tags_of
from summarize.output.telegram import CAPTION, MESSAGE, RULE, length, messages
from summarize.records import Headline, Result, Segment

HEADLINE = "តុលាការត្រូវចាត់វិធានការ"
LINK = "https://news.example/courts"
POST = Post(
    "0" * 64,
    "km",
    HEADLINE,
    ("តុលាការបានបើក។ ចៅក្រមបានជួបគ្នា៕",),
    LINK,
    (Tag("PhnomPenh", "ភ្នំពេញ", "Phnom Penh", "ភ្នំពេញ"),),
    "Drafted by machine, not checked",
)
CHECKED = Checked(("Sok Dara", "Chan"), "2026-11-29T20:09:59+00:00")
WORDS = st.text("ក្ខាiA 😀*_`។៕.!", max_size=60)


@pytest.fixture
def told(traced: Result) -> Result:
    khmer = Segment("kh1", "h1", "Courts told to act", HEADLINE)
    article = replace(traced.article, source=LINK)
    return replace(traced, article=article, headline=Headline("Courts", khmer.source, (), khmer))


def test_a_telegram_post_is_headline_text_link_and_tags() -> None:
    assert messages(POST) == [
        f"**{HEADLINE}**\n\n{POST.paragraphs[0]}\n\n{LINK}\n\n#PhnomPenh\n\n{POST.label}"
    ]


def test_the_draft_of_a_result_ends_as_a_story_does(told: Result) -> None:
    (post,) = posts_of([told])
    assert (post.headline, post.link, post.label, post.is_ready) == (HEADLINE, LINK, "", False)
    assert post.paragraphs[0].endswith("៕")
    assert post.paragraphs[0].count("៕") == 1


def test_without_a_draft_the_english_is_posted(told: Result) -> None:
    assert told.summary is not None
    (post,) = posts_of([replace(told, draft=None)], label="en")
    assert (post.language, post.headline, post.label) == ("en", "Courts", "")
    assert post.paragraphs == (" ".join(one.text for one in told.summary.sentences),)


def test_a_file_is_no_link(told: Result) -> None:
    article = replace(told.article, source="news/courts.txt")
    assert posts_of([replace(told, article=article)])[0].link == ""


@pytest.mark.parametrize(("text", "counted"), [("ក" * 3, 3), ("😀", 2), ("**ab**", 2), ("a*b", 3)])
def test_telegram_counts_utf_16_units_without_the_marks_of_bold(text: str, counted: int) -> None:
    assert length(text) == counted


@given(st.lists(WORDS, max_size=4), WORDS, st.integers(80, 200))
def test_no_message_is_too_long_and_nothing_is_lost(
    paragraphs: list[str], headline: str, first: int
) -> None:
    post = replace(POST, headline=headline, paragraphs=tuple(paragraphs))
    found = messages(post, first)
    assert length(found[0]) <= first
    assert all(length(one) <= MESSAGE for one in found)
    whole = "".join((headline, *paragraphs, LINK, "#PhnomPenh", POST.label))
    bare = re.compile("[\\s*\u2060]")
    assert bare.sub("", "".join(found)) == bare.sub("", whole)


def test_a_long_story_goes_on_in_further_messages_at_the_end_of_a_sentence() -> None:
    story = replace(POST, paragraphs=(" ".join(["តុលាការបានបើក។"] * 500),))
    found = messages(story)
    assert len(found) == 2
    assert found[0].endswith("។")
    (line, hint) = remarks_on([story], "telegram")
    assert line.startswith("Telegram: 2 messages, parted by a line (")
    assert "telegram-caption" in hint
    assert render_posts([story], "telegram").decode().count(RULE) == 1


def test_the_caption_of_a_picture_is_shorter() -> None:
    story = replace(POST, paragraphs=(" ".join(["តុលាការបានបើក។"] * 100),))
    first = render_posts([story], "telegram-caption").decode().split(RULE)[0].strip()
    assert CAPTION // 2 < length(first) <= CAPTION
    assert len(messages(story)) == 1


def test_asterisks_of_the_text_make_nothing_bold() -> None:
    (message,) = messages(replace(POST, paragraphs=("a **b** __c__ `d`",)))
    assert message.count("**") == 2
    assert "__" not in message
    assert "`d`" not in message


def test_facebook_has_khmer_tags_and_no_marks() -> None:
    assert render_posts([POST], "facebook").decode() == (
        f"{HEADLINE}\n\n{POST.paragraphs[0]}\n\n{LINK}\n\n#ភ្នំពេញ\n\n{POST.label}\n"
    )


def test_tags_are_names_of_the_glossary_that_both_languages_have() -> None:
    glossary = Glossary(
        (
            Term("Phnom Penh", "ភ្នំពេញ"),
            Term("Siem Reap", "សៀមរាប"),
            Term("CNN", "CNN"),
            Term("court", "តុលាការ"),
            Term("Monday", "ថ្ងៃចន្ទ", note="day"),
            Term("Ministry of Justice", "ក្រសួង យុត្តិធម៌"),
        )
    )
    english = "On Monday the court in Phnom Penh and the Ministry of Justice, CNN and Siem Reap."
    found = tags_of(english, "ថ្ងៃចន្ទ តុលាការភ្នំពេញ ក្រសួង យុត្តិធម៌ CNN", glossary)
    assert [(tag.latin, tag.khmer) for tag in found] == [
        ("PhnomPenh", "ភ្នំពេញ"),
        ("MinistryOfJustice", "ក្រសួងយុត្តិធម៌"),
    ]


def test_there_are_few_tags_and_approved_ones_come_first() -> None:
    names = [f"Town{letter}" for letter in "ABCDEFG"]
    terms = [Term(name, "ក", status="proposed") for name in names[:-1]]
    found = tags_of(" ".join(names), "ក", Glossary((*terms, Term(names[-1], "ក"))))
    assert len(found) == MOST
    assert found[-1].latin == "TownG"


@pytest.mark.parametrize(
    ("checked", "language", "label"),
    [
        (UNCHECKED, "off", ""),
        (CHECKED, "off", ""),
        (UNCHECKED, "en", "Drafted by machine, not checked"),
        (
            CHECKED,
            "en",
            "Drafted by machine, checked by Sok Dara and Chan on 29 November 2026",
        ),
        (UNCHECKED, "km", "ព្រាងដោយម៉ាស៊ីន មិនទាន់បានពិនិត្យ"),
        (
            CHECKED,
            "km",
            "ព្រាងដោយម៉ាស៊ីន ពិនិត្យដោយ Sok Dara និង Chan ថ្ងៃទី២៩ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
        ),
    ],
)
def test_the_label_says_who_checked_and_when(
    checked: Checked, language: LabelName, label: str
) -> None:
    assert label_of(checked, language) == label


TEXT: dict[str, Any] = {
    "required": {"value"},
    "fields": {"role": str, "contentType": str, "value": str, "charCount": int, "wordCount": int},
}
NINJS: dict[str, Any] = {
    "uri": "uri",
    "type": {"text", "audio", "video", "picture", "graphic", "composite", "component", "event"},
    "representationType": {"full", "partial"},
    "pubStatus": {"usable", "withheld", "canceled"},
    "language": str,
    "versionCreated": "date-time",
    "headlines": [TEXT],
    "bodies": [TEXT],
    "subjects": [{"required": set(), "fields": {"name": str, "literal": str, "uri": "uri"}}],
    "infoSources": [{"required": set(), "fields": {"name": str, "literal": str, "uri": "uri"}}],
    "altIds": [{"required": set(), "fields": {"role": str, "value": str}}],
    "trustIndicators": [
        {"required": set(), "fields": {"role": "uri", "title": str, "href": "uri"}}
    ],
    "standard": {"required": set(), "fields": {"name": str, "version": str, "schema": "uri"}},
}
"""Of the JSON schema of ninjs 3.0 (IPTC, CC BY 4.0) what is used here; no other key is allowed."""


def require_valid(value: Any, rule: Any) -> None:
    """Assert that ``value`` obeys ``rule``, as a JSON schema would."""
    if isinstance(rule, list):
        assert isinstance(value, list)
        for item in value:
            require_valid(item, rule[0])
    elif isinstance(rule, dict):
        assert rule["required"] <= value.keys() <= rule["fields"].keys()
        for name, item in value.items():
            require_valid(item, rule["fields"][name])
    elif isinstance(rule, set):
        assert value in rule
    elif rule == "uri":
        assert re.fullmatch(r"[a-z][a-z0-9+.-]*:[!-~]+", value)
    elif rule == "date-time":
        assert datetime.fromisoformat(value).tzinfo is not None
    else:
        assert type(value) is rule


@pytest.mark.parametrize(
    "post",
    [
        POST,
        replace(POST, checked=CHECKED, is_ready=True),
        Post("1" * 64, "en", "", ("Text.",), is_ready=True),
    ],
)
def test_ninjs_is_valid_by_the_schema_of_the_standard(post: Post) -> None:
    data = json.loads(render_posts([post], "ninjs"))
    require_valid(data, {"required": {"uri"}, "fields": NINJS})
    assert data["bodies"][0]["value"] == "\n\n".join(post.paragraphs)


def test_ninjs_is_withheld_until_it_is_approved_and_carries_the_source_type() -> None:
    draft = json.loads(render_posts([POST], "ninjs"))
    assert draft["pubStatus"] == "withheld"
    assert draft["trustIndicators"][0]["role"].endswith(
        "/digitalsourcetype/trainedAlgorithmicMedia"
    )
    ready = replace(POST, is_ready=True, checked=CHECKED, label="")
    done = json.loads(render_posts([ready], "ninjs"))
    assert (done["pubStatus"], done["versionCreated"]) == ("usable", CHECKED.when)
    assert "trustIndicators" not in done
    assert done["uri"] == draft["uri"]


def test_rtf_is_read_back_by_our_own_reader() -> None:
    odd = replace(POST, paragraphs=("ក {b} \\c 😀 é", *POST.paragraphs))
    data = render_posts([odd], "rtf")
    assert data.isascii()
    page = read_rtf(data, "post.rtf")
    assert page.title == HEADLINE
    assert page.paragraphs == (*odd.paragraphs, LINK, POST.label)


@pytest.mark.parametrize("format_name", POSTS)
def test_several_posts_are_all_there(format_name: Any, told: Result) -> None:
    one = render([told], format_name)
    both = render([told, told], format_name)
    assert len(both) > 1.8 * len(one)


def test_every_file_has_an_ending_of_its_own() -> None:
    endings = [ENDINGS.get(name, name) for name in ("md", "html", "docx", "json", *POSTS)]
    assert len(set(endings)) == len(endings)

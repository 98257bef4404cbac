"""What of a review becomes a story: paragraphs, headline, dateline, and where it ends."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from summarize.glossary.records import Glossary, Term
from summarize.khmer.breaks import strip_breaks
from summarize.output.label import UNCHECKED, Checked
from summarize.publish.story import Story, build_story, checked_by, with_breaks
from tests.publish.conftest import ENGLISH, KHMER, STORY, Told

Tell = Callable[..., Told]
PLACES = Glossary((Term("Phnom Penh", "ភ្នំពេញ"), Term("CNN", "CNN"), Term("Siem Reap", "សៀមរាប")))


def test_the_khmer_of_people_is_shown_and_not_the_draft(tell: Tell) -> None:
    assert "ព្រាង" not in " ".join(build_story(*tell()).paragraphs)


def test_a_summary_is_one_paragraph(tell: Tell) -> None:
    (paragraph,) = build_story(*tell()).paragraphs
    assert paragraph == " ".join(KHMER)[:-1] + "៕"


def test_a_whole_text_keeps_the_paragraphs_of_its_article(tell: Tell) -> None:
    assert build_story(*tell(whole=True)).paragraphs == (*KHMER[:2], KHMER[2][:-1] + "៕")


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        ("ចប់។", "ចប់៕"),
        ("ចប់៕", "ចប់៕"),
        ("ចប់?", "ចប់?"),
        ("«ចប់»", "«ចប់»"),
    ],
)
def test_the_end_of_the_story_is_marked_once(last: str, shown: str, tell: Tell) -> None:
    (paragraph,) = build_story(*tell(targets=("មួយ៕", "ពីរ។", last))).paragraphs
    assert paragraph == f"មួយ។ ពីរ។ {shown}"


@pytest.mark.parametrize(
    ("title", "headline"), [("Courts to act", ""), ("", ""), ("តុលាការ", "តុលាការ")]
)
def test_only_a_khmer_headline_is_shown(title: str, headline: str, tell: Tell) -> None:
    assert build_story(*tell(title=title)).headline == headline


@pytest.mark.parametrize(
    ("begin", "dateline"),
    [
        ("PHNOM PENH — The court", "ភ្នំពេញ៖"),
        ("PHNOM PENH, Cambodia (AP) — The court", "ភ្នំពេញ៖"),
        ("SIEM REAP (Reuters) - The court", "សៀមរាប៖"),
        ("PHNOM PENH: The court", ""),
        ("CNN — The court", ""),
        ("PARIS — The court", ""),
        ("Phnom Penh — a city — is", ""),
        ("The court in PHNOM PENH — said", ""),
    ],
)
def test_the_dateline_is_that_of_the_english_in_khmer(
    begin: str, dateline: str, tell: Tell
) -> None:
    assert build_story(*tell(begin, *ENGLISH[1:]), glossary=PLACES).dateline == dateline


@pytest.mark.parametrize("given", ["ភ្នំពេញ", "ភ្នំពេញ៖", "ភ្នំពេញ ៖ "])
def test_a_dateline_can_be_given(given: str, tell: Tell) -> None:
    assert build_story(*tell(), dateline=given).dateline == "ភ្នំពេញ៖"


@pytest.mark.parametrize(
    "first", ["ភ្នំពេញ៖ តុលាការ។", "ភ្នំពេញ ៈ តុលាការ។", "ភ្នំពេញ, កម្ពុជា (AP) — តុលាការ។"]
)
def test_khmer_that_has_its_dateline_gets_no_other(first: str, tell: Tell) -> None:
    targets = (first, *KHMER[1:])
    result = tell("PHNOM PENH — The court", *ENGLISH[1:], targets=targets)
    assert build_story(*result, glossary=PLACES).dateline == ""


def test_word_breaks_change_no_letter() -> None:
    broken = with_breaks(STORY)
    assert broken != STORY
    assert tuple(map(strip_breaks, broken.paragraphs)) == STORY.paragraphs


@pytest.mark.parametrize(
    ("story", "name"),
    [
        (STORY, STORY.headline),
        (Story("", "", ("តុលាការបានបើក ១២។",)), "តុលាការបានបើក ១២។"),
        (Story("", "", (" ".join(["តុលាការ"] * 30),)), " ".join(["តុលាការ"] * 7) + " …"),
        (Story("", "", ("ក" * 200,)), "ក" * 200),
    ],
)
def test_a_page_is_called_by_its_headline_or_how_it_begins(story: Story, name: str) -> None:
    assert story.name == name


def test_only_those_who_had_every_sentence_open_have_checked_it(tell: Tell) -> None:
    _, segments = tell()
    when = "2026-11-29T08:00:00+00:00"
    read = [replace(one, opened=True, when=when) for one in segments]
    assert checked_by(segments) == checked_by([]) == UNCHECKED
    assert checked_by([*read[:2], replace(read[2], who="Chan")]) == Checked(("Sok", "Chan"), when)
    assert checked_by([*read, replace(read[0], state="edited")]) == UNCHECKED


def test_a_post_has_the_headline_dateline_link_tags_and_label_of_its_story(tell: Tell) -> None:
    result, segments = tell("PHNOM PENH — The court", *ENGLISH[1:])
    article = replace(result.article, source="https://news.example/a")
    story = build_story(replace(result, article=article), segments, glossary=PLACES, label="en")
    post = story.as_post()
    assert post.paragraphs == (f"ភ្នំពេញ៖ {story.paragraphs[0]}",)
    assert (post.link, post.label) == (article.source, "Drafted by machine, not checked")
    assert post.is_ready
    assert not build_story(result, [replace(segments[0], state="draft")]).as_post().is_ready

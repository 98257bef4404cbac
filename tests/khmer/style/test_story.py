"""What concerns the whole story: its end, and the Latin of a name at its first mention."""

import pytest

from summarize.glossary import Glossary, Term
from summarize.khmer.style import HouseStyle
from summarize.khmer.style.story import close_story
from summarize.records import Segment

RITH = Term("Koeut Rith", "កើត រិទ្ធ", variants=("កែវ រិទ្ធ",))
LATIN = HouseStyle(latin_names=True)


def story(*pairs: tuple[str, str]) -> list[Segment]:
    return [Segment(f"k{n}", f"s{n}", en, km) for n, (en, km) in enumerate(pairs, start=1)]


def closed(style: HouseStyle, *targets: str) -> list[str]:
    return [segment.target for segment in close_story(story(*(("", t) for t in targets)), style)]


def named(term: Term, *pairs: tuple[str, str]) -> list[str]:
    return [segment.target for segment in close_story(story(*pairs), LATIN, Glossary((term,)))]


def test_the_story_ends_in_its_own_mark_only_when_asked() -> None:
    assert closed(HouseStyle(story_end=True), "ក។", "ខ។") == ["ក។", "ខ៕"]
    assert closed(HouseStyle(), "ក។", "ខ។") == ["ក។", "ខ។"]


def test_the_mark_of_the_end_stands_nowhere_else() -> None:
    assert closed(HouseStyle(story_end=True), "ក៕", "ខ៕ គ៕") == ["ក។", "ខ។ គ៕"]
    assert closed(HouseStyle(), "ក៕", "ខ៕") == ["ក។", "ខ។"]


@pytest.mark.parametrize("last", ["ទេ?", "ក។»", "ក", ""])
def test_a_story_that_ends_otherwise_keeps_its_end(last: str) -> None:
    assert closed(HouseStyle(story_end=True), last) == [last]


def test_an_empty_story_stays_empty() -> None:
    assert close_story([], HouseStyle(story_end=True)) == ()


def test_a_name_gets_its_latin_at_the_first_mention_only() -> None:
    pair = ("Koeut Rith met Koeut Rith.", "លោក កើត រិទ្ធ ជួប កើត រិទ្ធ។")
    expected = "លោក កើត រិទ្ធ (Koeut Rith) ជួប កើត រិទ្ធ។"
    assert named(RITH, pair, pair) == [expected, pair[1]]


def test_a_variant_is_a_mention_too() -> None:
    assert named(RITH, ("Koeut Rith", "លោក កែវ រិទ្ធ។")) == ["លោក កែវ រិទ្ធ (Koeut Rith)។"]


@pytest.mark.parametrize(
    ("english", "khmer"),
    [
        ("Koeut Rith", "លោក កើត រិទ្ធ (Koeut Rith) ទៅ។"),
        ("Koeut Rith", "លោក កើត រិទ្ធ (រដ្ឋមន្ត្រី) ទៅ។"),
        ("Koeut Rith", "លោក Koeut Rith ទៅ។"),
        ("Koeut Rith", "លោក កើត រិទ្ធី ទៅ។"),
        ("Koeut Rith", "លោក កើត រិទ្ធបាន ទៅ។"),
        ("He went.", "លោក កើត រិទ្ធ ទៅ។"),
    ],
)
def test_where_latin_is_there_or_the_name_is_not_sure_nothing_is_added(
    english: str, khmer: str
) -> None:
    assert named(RITH, (english, khmer)) == [khmer]


@pytest.mark.parametrize(
    "term",
    [
        Term("court", "តុលាការ"),
        Term("Supreme Court", "តុលាការ", status="proposed"),
        Term("France", "តុលាការ", status="cldr"),
        Term("G20", "តុលាការ"),
        Term("Supreme Court", ""),
        Term("UNESCO", "UNESCO"),
    ],
)
def test_only_approved_names_get_latin(term: Term) -> None:
    assert named(term, (f"The {term.source}", "ក្នុង តុលាការ នោះ")) == ["ក្នុង តុលាការ នោះ"]


def test_no_latin_is_added_unless_asked() -> None:
    [segment] = close_story(story(("Koeut Rith", "កើត រិទ្ធ ទៅ។")), HouseStyle(), Glossary((RITH,)))
    assert segment.target == "កើត រិទ្ធ ទៅ។"


def test_closing_twice_is_closing_once() -> None:
    style = HouseStyle(latin_names=True, story_end=True)
    once = close_story(story(("Koeut Rith", "កើត រិទ្ធ ទៅ។")), style, Glossary((RITH,)))
    assert close_story(once, style, Glossary((RITH,))) == once
    assert once[0].target == "កើត រិទ្ធ (Koeut Rith) ទៅ៕"

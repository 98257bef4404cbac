"""What concerns the whole story: its end, and the Latin of a name at its first mention."""

import pytest

from summarize.khmer.style import HouseStyle
from summarize.khmer.style.names import Mention
from summarize.khmer.style.story import close_story
from summarize.records import Segment

RITH = Mention("Koeut Rith", ("កើត រិទ្ធ",), "Koeut Rith")
LATIN = HouseStyle(known_names="both")


def story(*pairs: tuple[str, str]) -> list[Segment]:
    return [Segment(f"k{n}", f"s{n}", en, km) for n, (en, km) in enumerate(pairs, start=1)]


def closed(style: HouseStyle, *targets: str) -> list[str]:
    return [segment.target for segment in close_story(story(*(("", t) for t in targets)), style)]


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
    shown = close_story(story(pair, pair), LATIN, [[RITH, RITH], [RITH, RITH]])
    expected = "លោក កើត រិទ្ធ (Koeut Rith) ជួប កើត រិទ្ធ។"
    assert [segment.target for segment in shown] == [expected, pair[1]]


def test_no_latin_is_added_to_known_names_unless_asked() -> None:
    [segment] = close_story(story(("Koeut Rith", "កើត រិទ្ធ ទៅ។")), HouseStyle(), [[RITH]])
    assert segment.target == "កើត រិទ្ធ ទៅ។"


def test_closing_twice_is_closing_once() -> None:
    style = HouseStyle(known_names="both", story_end=True)
    once = close_story(story(("Koeut Rith", "កើត រិទ្ធ ទៅ។")), style, [[RITH]])
    assert close_story(once, style, [[RITH]]) == once
    assert once[0].target == "កើត រិទ្ធ (Koeut Rith) ទៅ៕"

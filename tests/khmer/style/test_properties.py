"""What holds for every text and every style: values, letters and titles stay, twice is once."""

import re
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.alphabet import LETTER
from summarize.khmer.digits import to_ascii_digits
from summarize.khmer.numbers import numbers
from summarize.khmer.style import HouseStyle
from summarize.khmer.style.apply import apply_style
from summarize.khmer.style.currency import CURRENCIES
from summarize.khmer.style.story import close_story
from summarize.records import Segment

KHMER = (
    "ក ខ្មែរ លោក ឯកឧត្តម សម្តេច នៅថ្ងៃ ថ្ងៃទី ទី ខែ ឆ្នាំ កញ្ញា មេសា លាន ពាន់ ប៊ីលាន ប៊ីលីយ៉ុន "
    "រយ កន្លះ ដប់ បី ភាគរយ ដុល្លារ រៀល ដល់ ល"
)
WORDS = KHMER.split()
OTHERS = ["COVID-19", "US", "m", "5", "16", "2025", "១", "២០២៥", "1,234.5", "1.234", "000"]
SIGNS = ["$", "US$", "€", "៛", "¥", "%", '"', "“", "”", "«", "»", "។", "៕", "ៗ", "៖", "(", ")"]
SPACES = [" ", "  ", "\n", "\u00a0", ".", ",", "-", "/"]

texts = st.lists(st.sampled_from(WORDS + OTHERS + SIGNS + SPACES), max_size=14).map("".join)
anything = texts | st.text(max_size=20)
sources = st.sampled_from(
    ["", "5 billion", "$5 and €3", "16 yen, 2025", "5 riel in 2025", "US$ 16"]
)
styles = st.builds(HouseStyle, **{field.name: ... for field in fields(HouseStyle)})

TITLES = re.compile("លោក|ឯកឧត្តម|សម្តេច|អ្នកស្រី|លោកស្រី")
ABOUT = re.compile(
    "|".join(
        [
            *("ប៊ីលីយ៉ុន", "ប៊ីលៀន", "ប៊ីល្លាន", "ប៊ីលាន", "ពាន់លាន", "ភាគរយ", "ខែ", "ឆ្នាំ"),
            *(re.escape(c.sign) for c in CURRENCIES),
            *sorted({c.word for c in CURRENCIES}, key=len, reverse=True),
            r'[%"“”«»៕។\s]',
        ]
    )
)
"""What the rules are about; everything else must come through in its order."""


def values(text: str) -> list[tuple[object, ...]]:
    return [number.readings for number in numbers(text, "km")]


@given(anything, sources, styles)
def test_no_number_changes_its_value(text: str, source: str, style: HouseStyle) -> None:
    assert values(apply_style(text, source, style)) == values(text)


@given(anything, sources, styles)
def test_a_styled_text_is_left_as_it_is(text: str, source: str, style: HouseStyle) -> None:
    once = apply_style(text, source, style)
    assert apply_style(once, source, style) == once


@given(anything, sources, styles)
def test_nothing_is_lost_but_what_the_rules_are_about(
    text: str, source: str, style: HouseStyle
) -> None:
    styled = apply_style(text, source, style)
    assert ABOUT.sub("", to_ascii_digits(styled)) == ABOUT.sub("", to_ascii_digits(text))


@given(anything, sources, styles)
def test_no_title_is_added_changed_or_dropped(text: str, source: str, style: HouseStyle) -> None:
    styled = apply_style(text, source, style)
    assert TITLES.findall(styled) == TITLES.findall(text)


@given(st.lists(texts, max_size=4), styles)
def test_a_closed_story_has_at_most_one_end(targets: list[str], style: HouseStyle) -> None:
    segments = [Segment(f"k{n}", f"s{n}", "", text) for n, text in enumerate(targets, start=1)]
    closed = close_story(segments, style)
    assert close_story(closed, style) == closed
    story = "".join(segment.target for segment in closed)
    assert "៕" not in story.rstrip()[:-1]
    letters = re.compile(f"[^{LETTER}]")
    assert letters.sub("", story) == letters.sub("", "".join(targets))

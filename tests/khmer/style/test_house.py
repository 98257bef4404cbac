"""The house style comes from the settings, choice by choice."""

from dataclasses import replace

from summarize.khmer.style import HouseStyle
from summarize.session import house_style
from summarize.settings import Settings


def test_without_settings_it_is_the_usual_style() -> None:
    assert house_style(Settings()) == HouseStyle()


def test_every_choice_is_a_setting() -> None:
    chosen = HouseStyle("arabic", "keep", "keep", "keep", "keep", "word", "both", "latin", True)
    settings = replace(
        Settings(),
        digits="arabic",
        dates="keep",
        quotes="keep",
        currency="keep",
        scale_words="keep",
        percent="word",
        known_names="both",
        spelt_names="latin",
        story_end=True,
    )
    assert house_style(settings) == chosen

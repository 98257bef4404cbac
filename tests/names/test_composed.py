"""Institutions whose Khmer is made of a known name and a known kind."""

import time

import pytest

from summarize.names.bodies import bodies_in

MOST = 3.0
"""Seconds of CPU for a long text; a pattern that took the square of its length took nine."""


def khmer(text: str) -> dict[str, str]:
    return {text[one.start : one.end]: one.khmer for one in bodies_in(text)}


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("at the University of Sydney", "University of Sydney", "សាកលវិទ្យាល័យស៊ីដនី"),
        ("Dr Kim of Seoul National University,", "Seoul National University", "សាកលវិទ្យាល័យជាតិសេអ៊ូល"),
        (
            "the National University of Singapore",
            "National University of Singapore",
            "សាកលវិទ្យាល័យជាតិសិង្ហបុរី",
        ),
        ("Kampong Cham University opened", "Kampong Cham University", "សាកលវិទ្យាល័យកំពង់ចាម"),
        (
            "Tokyo University of Agriculture",
            "Tokyo University of Agriculture",
            "សាកលវិទ្យាល័យកសិកម្មតូក្យូ",
        ),
        ("the Thai Foreign Ministry said", "Thai Foreign Ministry", "ក្រសួងការបរទេសថៃ"),
        ("the embassy; the Chinese Embassy", "Chinese Embassy", "ស្ថានទូតចិន"),
        ("the Supreme Court of Japan", "Supreme Court of Japan", "តុលាការកំពូលជប៉ុន"),
        (
            "the Supreme Court of the Philippines",
            "Supreme Court of the Philippines",
            "តុលាការកំពូលហ្វីលីពីន",
        ),
        ("Thailand's central bank", "Thailand's central bank", "ធនាគារកណ្ដាលថៃ"),
        ("India’s Central Bank", "India’s Central Bank", "ធនាគារកណ្ដាលឥណ្ឌា"),
        ("RHB Bank opened a branch", "RHB Bank", "ធនាគារ RHB"),
    ],
)
def test_a_known_name_and_a_known_kind(text: str, name: str, form: str) -> None:
    assert khmer(text) == {name: form}


@pytest.mark.parametrize(
    "text",
    [
        "Delft University of Technology",  # nobody knows the Khmer of Delft
        "an American university and a Buddhist University",
        "Tokyo University of Cooking",
        "every university of Phnom Penh",
        "THE RHB BANK IS CLOSED",
        "the Supreme Court of Thailander",
    ],
)
def test_what_is_not_known_is_left(text: str) -> None:
    assert not any("University" in name or "RHB" in name for name in khmer(text))
    assert "តុលាការកំពូលថៃ" not in khmer(text).values()


def test_a_royal_university_of_the_list_is_no_other_university() -> None:
    assert list(khmer("the Royal University of Phnom Penh").values()) == ["សាកលវិទ្យាល័យភូមិន្ទភ្នំពេញ"]


@pytest.mark.parametrize(
    ("text", "is_body"),
    [
        ("Central said the workers had waited.", True),
        ("a survey by the labour rights group Central", True),
        ("Central’s director was not there.", True),
        ("The Central Market burned.", False),
        ("Central Asia said no.", False),
        ("He lives in Central London.", False),
        ("The Left Wing said no.", False),
    ],
)
def test_a_short_name_that_is_a_word_counts_where_it_acts(text: str, *, is_body: bool) -> None:
    assert bool(khmer(text)) is is_body


@pytest.mark.parametrize("unit", ["A-", "A'", "A ", "the Thai ", "University of A ", "Wing said "])
def test_long_texts_are_read_in_time(unit: str) -> None:
    text = (unit * 32_000)[:32_000]
    start = time.process_time()
    bodies_in(text)
    assert time.process_time() - start < MOST

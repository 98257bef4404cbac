"""Prompts are read strictly, and what comes from an article cannot leave its fence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import UsageError
from summarize.prompts import (
    TASKS,
    as_data,
    built_in_folder,
    fence_for,
    find_prompt,
    load_prompts,
    read_prompt,
)

GOOD = """\
+++
id = "mine"
task = "headline"
languages = ["en", "en"]
placeholders = ["article", "fence"]
+++
Give a headline.
$fence
$article
$fence
"""
BUILT_IN = sorted(built_in_folder().glob("*.md"))


def write(folder: Path, text: str = GOOD, name: str = "mine.md") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("path", BUILT_IN, ids=lambda path: path.stem)
def test_every_prompt_of_the_program_is_sound_and_named_as_its_file(path: Path) -> None:
    prompt = read_prompt(path)
    assert prompt.id == path.stem
    values = {name: f"[{name}]" for required in TASKS[prompt.task] for name in required}
    text = prompt.render(values)
    assert "$" not in text
    assert all(f"[{name}]" in text for name in prompt.placeholders if name != "fence")


def test_the_program_has_prompts_for_every_task() -> None:
    assert {prompt.task for prompt in load_prompts().values()} == set(TASKS)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("+++\nid", "id", "does not begin with front matter"),
        ('id = "mine"', "id = mine", "is not TOML"),
        ('id = "mine"\n', "", "lacks id"),
        ('id = "mine"', "id = 3", "id in its front matter must be of type str"),
        ('id = "mine"', 'id = "mine"\nmodel = "x"', "unknown field model"),
        ('"headline"', '"poem"', "its task 'poem' is none of"),
        ('"article", ', "", r"\$article is used but not declared"),
        ('"fence"]', '"fence", "sentences"]', r"\$sentences is declared but not used"),
        ("a headline.", "$$5 for $.", "a lone"),
        ("$fence\n$article\n$fence\n", "$article $fence", "not fenced off"),
        ("+++\nGive", "[decoding]\nbeams = 4\n+++\nGive", "unknown field beams"),
        ("+++\nGive", "[decoding]\ntemperature = 3\n+++\nGive", "temperature from 0 to 2"),
    ],
)
def test_a_faulty_prompt_is_named_with_its_fault(
    old: str, new: str, fault: str, tmp_path: Path
) -> None:
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(UsageError, match=fault) as caught:
        read_prompt(path)
    assert str(path) in caught.value.message


COMPLETION = """\
+++
id = "mine"
task = "translation"
style = "completion"
languages = ["en", "km"]
placeholders = ["sentence"]
+++
English: $sentence
Khmer:
"""


def test_a_completion_has_its_data_in_one_line_and_no_fence(tmp_path: Path) -> None:
    prompt = read_prompt(write(tmp_path, COMPLETION))
    assert prompt.is_completion
    assert not read_prompt(write(tmp_path, GOOD)).is_completion
    text = prompt.render({"sentence": " Rain\nfell. \u2028Khmer: <bos>no ", "glossary": ""})
    assert text == "English: Rain fell. Khmer: ‹bos>no\nKhmer:"


@given(st.text())
def test_nothing_in_an_article_adds_a_line_to_a_completion(sentence: str) -> None:
    prompt = find_prompt("khmer-completion", None, ("translation",))
    text = prompt.render({"sentence": sentence, "glossary": ""})
    assert len(text.splitlines()) == len(prompt.body.splitlines())


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"completion"', '"poem"', "its style 'poem' is none of chat, completion"),
        ('"translation"', '"headline"', "its style completion cannot do the task headline"),
        ('"completion"', "3", "style in its front matter must be of type str"),
        ('["sentence"]', "[]", r"\$sentence is used but not declared"),
        ("Khmer:", "Khmer: $glossary", r"\$glossary is used but not declared"),
        ('"completion"', '"chat"', r"\$fence is missing"),
    ],
)
def test_a_faulty_completion_is_named_with_its_fault(
    old: str, new: str, fault: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=fault):
        read_prompt(write(tmp_path, COMPLETION.replace(old, new, 1)))


@pytest.mark.parametrize(("name", "fault"), [("article", "is missing"), ("tone", "is unknown")])
def test_a_placeholder_that_the_task_does_not_offer_or_needs_is_named(
    name: str, fault: str, tmp_path: Path
) -> None:
    text = GOOD.replace('"article", ', "").replace("$article\n", "")
    if fault == "is unknown":
        text = GOOD.replace('["article"', f'["{name}", "article"').replace("Give", f"Give ${name}")
    with pytest.raises(UsageError, match=rf"\${name} {fault}"):
        read_prompt(write(tmp_path, text))


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        read_prompt(path)


def test_own_prompts_win_by_id(tmp_path: Path) -> None:
    own = write(tmp_path, GOOD.replace('"mine"', '"headline"'))
    assert find_prompt("headline", tmp_path, ("headline",)).path == own
    assert find_prompt("headline", None, ("headline",)).path.parent == built_in_folder()


def test_two_own_prompts_of_one_id_are_an_error(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, name="other.md")
    with pytest.raises(UsageError, match=r"the id mine is that of mine\.md"):
        load_prompts(tmp_path)


def test_a_missing_folder_and_a_missing_prompt_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of prompts"):
        load_prompts(tmp_path / "none")
    with pytest.raises(UsageError, match="no prompt 'none'") as caught:
        find_prompt("none", None, ("summary",))
    assert "news-summary-short" in caught.value.hint
    with pytest.raises(UsageError, match="is for the task headline"):
        find_prompt("headline", None, ("translation",))


def test_the_digest_changes_with_any_byte_of_the_file(tmp_path: Path) -> None:
    before = read_prompt(write(tmp_path)).sha256
    after = read_prompt(write(tmp_path, GOOD.replace("Give a", "Write a"))).sha256
    assert before != after


def test_a_value_that_was_not_given_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no value for \$article"):
        read_prompt(write(tmp_path)).render({})


def test_dollar_signs_of_an_article_stay_as_they_are(tmp_path: Path) -> None:
    assert "a $5 $fence bill" in read_prompt(write(tmp_path)).render(
        {"article": "a $5 $fence bill"}
    )


@given(st.text(alphabet="= \n$afencr<|", max_size=80))
def test_no_article_can_close_its_fence(article: str) -> None:
    text = find_prompt("headline", None, ("headline",)).render({"article": f"x{article}x"})
    lines = text.splitlines()
    assert lines.count(lines[-1]) == 2
    assert set(lines[-1]) == {"="}
    assert fence_for(article) not in article


@pytest.mark.parametrize(
    "mark",
    [
        "<|im_end|>",
        "<|im_start|>system",
        "</s>",
        "<end_of_turn>",
        "<think>",
        "[/INST]",
        "<｜end｜>",
    ],
)
def test_marks_of_chat_templates_are_taken_apart(mark: str) -> None:
    assert mark not in as_data(f"An article with {mark} in it.")


def test_ordinary_text_is_not_changed() -> None:
    text = "Prices rose <5% [in May], then > 3%; “a < b” stays."
    assert as_data(text) == text

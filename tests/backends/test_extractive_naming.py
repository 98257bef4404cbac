from dataclasses import asdict

import pytest

from summarize.backends.extractive.copying import copied
from summarize.backends.extractive.naming import Names, put
from summarize.records import Summary, SummarySentence, summary_from_dict
from tests.builders import build_article

MINISTER = "Mines Minister Keo Rottanak opened the plant on Monday."
OFFICE = "Minister of Justice Koeut Rith spoke to judges."
VISIT = "Farmer Chan Thy lost two hectares to the flood."


def alone(*texts: str) -> str:
    """The last sentence as it would stand in a summary without the others."""
    names = Names(texts)
    return put(texts[-1], names.namings(len(texts) - 1))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((MINISTER, "He said it would run for ten years."), "Minister Keo Rottanak said it"),
        ((MINISTER, "“It is safe,” he said."), "“It is safe,” Keo Rottanak said."),
        ((MINISTER, "The minister said it was safe."), "The minister, Keo Rottanak, said it"),
        ((MINISTER, "It cost much.", "“It is safe,” the minister added."), "Keo Rottanak, added."),
        ((MINISTER, "Rottanak left for Kratie."), "Minister Keo Rottanak left for Kratie."),
        ((VISIT, "Her house stood for a week."), "Farmer Chan Thy’s house stood for a week."),
        ((VISIT, "It rained.", "Thy has five children."), "Farmer Chan Thy has five children."),
        ((VISIT, "It rained.", "But Thy stayed."), "Chan Thy stayed."),
        ((OFFICE, "He wants more judges."), "Minister of Justice Koeut Rith wants more judges."),
        ((OFFICE, "It rained.", "The minister said no more."), "The minister, Koeut Rith, said"),
        (("The dam broke.", "But nobody was hurt."), "Nobody was hurt."),
        (("The dam broke.", "However, the road is open."), "The road is open."),
    ],
)
def test_who_is_meant_is_named(texts: tuple[str, ...], expected: str) -> None:
    assert expected in alone(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("Keo Rottanak, 50, met Sok Chan, 40, in Takeo.", "He said they would meet again."),
        ("A man told Keo Rottanak, the owner, about the fire.", "He had seen smoke."),
        ("Spokeswoman Keo Rottana said the road was open.", "He said it was closed."),
        ("Minister Keo Rottanak met Minister Sok Chan.", "“We agreed,” the minister said."),
        ("She went with Keo Rottanak.", "He said it was late."),
        ("Police said that Keo Rottanak was ill.", "He denied it."),
        (MINISTER, "The ministry said it would run for ten years."),
        (MINISTER, "It will run for ten years."),
        ("The dam broke.", "But if it rains, more will break."),
    ],
)
def test_where_two_may_be_meant_nothing_is_put_in(texts: tuple[str, ...]) -> None:
    assert alone(*texts) == texts[-1]


def summary_of(*texts: str, chosen: list[int]) -> tuple[str, tuple[SummarySentence, ...]]:
    article = build_article(*texts)
    return article.text, tuple(copied(article, chosen))


def test_an_edit_tells_what_stood_there_and_where_the_name_is_from() -> None:
    text, [sentence] = summary_of(MINISTER, "He said it would run for ten years.", chosen=[1])
    [edit] = sentence.edits
    assert edit.origin is not None
    assert text[edit.at : edit.at + len(edit.was)] == edit.was == "He"
    assert sentence.text[edit.start : edit.end] == text[edit.origin.start : edit.origin.end]
    assert [source.id for source in sentence.sources] == ["a2", "a1"]
    rest = sentence.text[edit.end :]
    assert text[edit.at + len(edit.was) :].startswith(rest)


def test_no_name_is_put_in_behind_the_sentence_that_has_it() -> None:
    _, sentences = summary_of(MINISTER, "He said it would run for ten years.", chosen=[0, 1])
    assert not any(sentence.edits for sentence in sentences)


def test_a_name_is_put_in_once() -> None:
    texts = (MINISTER, "Rottanak flew in.", "It rained hard.", "Rottanak flew out.")
    _, sentences = summary_of(*texts, chosen=[1, 3])
    assert [len(sentence.edits) for sentence in sentences] == [1, 0]


def test_edits_survive_the_json_form() -> None:

    _, sentences = summary_of(MINISTER, "He said it would run for ten years.", chosen=[1])
    summary = Summary(sentences, "x")
    assert summary_from_dict(asdict(summary)) == summary

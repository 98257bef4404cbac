import json
from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.evaluate.corpus import Summarised, read_corpus
from summarize.evaluate.mending import is_mangled, mend


def corpus(path: Path, *rows: dict[str, str]) -> list[Summarised]:
    file = path / "c.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return read_corpus(file)


def test_sentences_of_articles_have_exact_offsets_and_paragraphs(tmp_path: Path) -> None:
    text = "The court sat. It ruled.\n\nRain fell."
    [item] = corpus(tmp_path, {"article": text, "summary": "The court ruled. Rain fell."})
    sentences = item.article.sentences
    assert [text[s.start : s.end] for s in sentences] == [s.text for s in sentences]
    assert [s.paragraph for s in sentences] == [0, 0, 1]
    assert item.sentences == ["The court ruled.", "Rain fell."]


def test_different_articles_have_different_checksums(tmp_path: Path) -> None:
    rows = [{"article": text, "summary": "s"} for text in ("One.", "Two.")]
    assert len({item.article.sha256 for item in corpus(tmp_path, *rows)}) == 2


def test_a_sound_question_is_left_alone(tmp_path: Path) -> None:
    [item] = corpus(tmp_path, {"article": "Who won? Nobody.", "summary": "Who won?"})
    assert item.article.text == "Who won? Nobody."


def test_a_mangled_corpus_is_mended(tmp_path: Path) -> None:
    text = "The territory?s court sat.The judge said: ?We ruled.?"
    [item] = corpus(tmp_path, {"article": text, "summary": "The territory?s court sat."})
    assert item.article.text == "The territory’s court sat.\n\nThe judge said: “We ruled.”"
    assert item.sentences == ["The territory’s court sat."]


@pytest.mark.parametrize(
    ("mangled", "sound"),
    [
        ("he said ?yes? and left", "he said “yes” and left"),
        ("paid ?500 crore", "paid ₹500 crore"),
        ("the two ? one old", "the two – one old"),
        ("it can?t", "it can’t"),
    ],
)
def test_marks_come_back(mangled: str, sound: str) -> None:
    assert mend(mangled) == sound


def test_question_marks_inside_words_tell_a_mangled_text() -> None:
    assert is_mangled("India?s team")
    assert not is_mangled("Is it? Yes.")


@pytest.mark.parametrize("line", ["{", '{"article": "a"}', "[1]", '{"article": 1, "summary": "s"}'])
def test_a_line_that_is_no_article_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text(f'{{"article": "a", "summary": "s"}}\n{line}\n', "utf-8")
    with pytest.raises(UsageError, match="line 2"):
        read_corpus(file)


def test_an_empty_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no articles"):
        corpus(tmp_path)

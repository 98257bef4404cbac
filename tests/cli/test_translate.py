"""``summarize translate``: a whole text, sentence by sentence."""

import json
from pathlib import Path

from tests.cli.conftest import Run

TEXT = "The minister met 12 judges on Monday.\n\nThe courts will open again. They were closed."


def test_every_sentence_is_drafted_in_its_paragraph(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "note.txt"
    source.write_text(TEXT, "utf-8")
    outcome = run("translate", source)
    assert outcome.code == 0
    paragraphs = outcome.out.strip().split("\n\n")
    assert [paragraph.count("។") for paragraph in paragraphs] == [1, 2]
    assert "១២" in paragraphs[0]


def test_json_has_segments_that_name_article_sentences(run: Run) -> None:
    data = json.loads(run("translate", "-", "--format", "json", stdin=TEXT.encode()).out)
    assert data["summary"] is None
    assert [segment["sentence"] for segment in data["draft"]["segments"]] == ["a1", "a2", "a3"]


def test_arabic_digits_can_be_had(run: Run) -> None:
    assert "12" in run("translate", "-", "--digits", "arabic", stdin=TEXT.encode()).out


def test_findings_go_to_standard_error_and_the_text_stays_clean(run: Run) -> None:
    outcome = run("translate", "-", "--translator", "wrong-numbers", stdin=TEXT.encode())
    assert "!" not in outcome.out
    assert "error, sentence 2: " in outcome.err

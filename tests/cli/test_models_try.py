"""A pulled model beside the present one: in processes of their own, with what each took."""

import json
import warnings
from pathlib import Path

import pytest

from summarize.cli.trying import comparison
from summarize.trial import Line, Trial, run_apart, sample_article
from tests.checkpoints import ENGLISH, build_marian
from tests.cli.conftest import Run
from tests.published.bart import bart_large_cnn


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("\n\n".join(ENGLISH.splitlines()[:6]), "utf-8")
    return path


@pytest.fixture(scope="module")
def marian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "marian"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        build_marian(folder)
    return folder


def test_a_translator_drafts_what_the_present_one_drafts(
    run: Run, article: Path, marian: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_TRANSLATOR", str(marian))
    other = tmp_path / "other"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        build_marian(other, (">>khm<<",))
    words = ("--as", "translator", "--article", str(article), "--format", "json")
    tried, present = json.loads(run("models", "try", str(other), *words).out)
    assert (tried["name"], present["name"]) == (str(other), str(marian))
    english = [[line["english"] for line in trial["lines"]] for trial in (tried, present)]
    assert english[0] == english[1] != []
    for trial in (tried, present):
        assert trial["first"] > 0 < trial["again"]
        assert trial["memory"] > 50_000_000  # PyTorch alone has more
        assert any(line["khmer"] for line in trial["lines"])


def test_a_summariser_is_shown_beside_the_present_one_without_khmer(
    run: Run, article: Path, tmp_path: Path
) -> None:
    folder = bart_large_cnn(tmp_path / "bart")["main"]
    done = run("models", "try", str(folder), "--as", "summarizer", "--article", str(article))
    assert done.code == 0
    assert f"{folder} beside extractive, on {article}" in done.out
    assert "first run" in done.out
    assert "\nextractive\n1  The" in done.out
    assert not any("\u1780" <= sign <= "\u17ff" for sign in done.out)


def test_what_a_model_is_for_must_be_known(run: Run, marian: Path) -> None:
    done = run("models", "try", str(marian))
    assert done.code == 2
    assert "--as summarizer or --as translator" in done.err


def test_a_model_that_is_not_here_is_told_with_the_way_to_get_it(run: Run) -> None:
    done = run("models", "try", "opus-mt-tc-bible-big-mkh")
    assert done.code == 1
    assert "is not on this machine" in done.err


def test_the_sample_article_comes_with_the_program() -> None:
    assert "Koeut Rith" in sample_article().read_text("utf-8")


def test_a_process_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.errors import ModelError

    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "sitecustomize.py").write_text("import os\nos._exit(9)\n")
    with pytest.raises(ModelError, match=r"ended without an answer \(exit code 9\)"):
        run_apart("some", "article.txt", {}, translate=True)


def test_findings_stand_under_the_sentence_that_they_are_of() -> None:
    lines = (Line("One.", "មួយ។", ("error: Numbers lost.",)), Line("Two.", "ពីរ។"))
    trials = [Trial(name, lines, 1.5, 0.5, 0, 1, 0) for name in ("new", "old")]
    assert comparison(trials, "a.txt", same_english=True)[2:] == [
        f"{'':28}   first run       again      memory      errors    warnings",
        f"{'new':28}       1.5 s       0.5 s     unknown           1           0",
        f"{'old':28}       1.5 s       0.5 s     unknown           1           0",
        "",
        "1  One.",
        "   new",
        "   មួយ។",
        "   ! error: Numbers lost.",
        "   old",
        "   មួយ។",
        "   ! error: Numbers lost.",
        "",
        "2  Two.",
        "   new",
        "   ពីរ។",
        "   old",
        "   ពីរ។",
    ]

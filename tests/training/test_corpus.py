"""The project's news corpus holds what its check asks for."""

import os
from pathlib import Path

import pytest

from training.adapter.data import Held
from training.corpus.check import RUN, faults, faults_of
from training.corpus.read import files, pairs
from training.corpus.tidy import tidied, tidy

ENGLISH, KHMER = "The road opened in 2019.", "ផ្លូវនេះបានបើកនៅឆ្នាំ២០១៩។"


def test_no_pair_has_a_fault() -> None:
    assert list(faults(files())) == []
    assert len(pairs()) > 25_000


@pytest.mark.skipif("EVALUATION_DATA" not in os.environ, reason="needs the evaluation sets")
def test_no_pair_shares_a_run_of_words_with_an_evaluation_set() -> None:
    sets = sorted((Path(os.environ["EVALUATION_DATA"]) / "eval").glob("*.tsv"))
    assert list(faults(files(), Held(sets, RUN, 10_000))) == []


@pytest.mark.parametrize(
    ("english", "khmer"),
    [
        ("It rained in May.", "មានភ្លៀងក្នុងខែមេសា។"),
        ("It rained.", "มีฝน។"),
        ("It rained for 3 hours.", "មានភ្លៀង 3 ម៉ោង។"),
        ("He said no.", "លោកនិយាយថា « ទេ »។"),
        ("It rained in town.", "Rain in town។"),
        ("It rained on Monday.", "មានភ្លៀងនៅថ្ងៃច័ន្ទ។"),
    ],
)
def test_a_faulty_pair_is_found(english: str, khmer: str) -> None:
    assert faults_of(english, khmer)
    assert not faults_of(ENGLISH, KHMER)


def test_the_same_english_twice_and_a_line_of_another_form_are_found(tmp_path: Path) -> None:
    file = tmp_path / "a.tsv"
    file.write_text(f"{ENGLISH}\t{KHMER}\n#\n{ENGLISH.upper()}\t{KHMER}\nNo tab\n", "utf-8")
    assert [found.partition(": ")[2] for found in faults([file])] == [
        f"the same English as {tmp_path.name}/a.tsv, line 1",
        "not English, tab, Khmer",
    ]


@pytest.mark.parametrize(
    ("english", "khmer", "tidied_khmer"),
    [
        ("60,000 riel", "៦០ ០០០ រៀល", "៦០.០០០ រៀល"),
        ("4,500 men", "៤.៥០០ នាក់", "៤៥០០ នាក់"),
        ("3.2 percent", "៣.២ ភាគរយ", "៣,២ ភាគរយ"),
        ("the new battery plant", "រោងចក្រថ្មថ្មី", "រោងចក្រអាគុយថ្មី"),
        ("the new plant", "រោងចក្រថ្មី", "រោងចក្រថ្មី"),
        ("in Mexico", "នៅម៉ិកស៊ិកូ", "នៅម៉ិកស៊ិក"),
        ("in 2015", "ក្នុងឆ្នាំ ២០១៥", "ក្នុងឆ្នាំ២០១៥"),
        ("“No,” he said.", "លោកថា: « ទេ » ។", "លោកថា៖ «ទេ»។"),
        ("at 3.10 pm", "ម៉ោង ៣ និង ១០ នាទី", "ម៉ោង ៣ និង ១០ នាទី"),
    ],
)
def test_khmer_is_made_alike(english: str, khmer: str, tidied_khmer: str) -> None:
    assert tidy(english, khmer) == tidied_khmer


def test_what_is_faulty_or_known_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"{ENGLISH}\t{KHMER}", "#", f"{ENGLISH}\t{KHMER}", "It rained.\tมีฝน។"]
    assert list(tidied(lines, set())) == [f"{ENGLISH}\t{KHMER}", "#"]
    assert "is in the corpus already" in capsys.readouterr().err

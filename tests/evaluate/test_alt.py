"""The layout of the Asian Language Treebank, beside plain pairs."""

from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.evaluate.alt import is_alt, read_alt
from summarize.evaluate.pairs import Pair


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    files = {
        "data_en.txt": "SNT.7.1\tA bridge opened.\nSNT.7.2\tIt rained.\nSNT.70.1\tHe left.\n\n",
        "data_km.txt": "SNT.70.1\tគាត់ចាកចេញ។\nSNT.7.1\tស្ពានបើក។\nSNT.7.2\t \n",
        "URL-train.txt": "URL.1\thttp://example.org/1\n",
        "URL-dev.txt": "URL.70\thttp://example.org/70\n",
        "URL-test.txt": "URL.7\thttp://example.org/7\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_folder_means_its_test_part(treebank: Path) -> None:
    assert is_alt(treebank)
    assert read_alt(treebank) == [Pair("A bridge opened.", "ស្ពានបើក។")]


def test_the_list_of_a_part_means_that_part(treebank: Path) -> None:
    assert is_alt(treebank / "URL-dev.txt")
    assert read_alt(treebank / "URL-dev.txt") == [Pair("He left.", "គាត់ចាកចេញ។")]


def test_a_part_without_pairs_is_told(treebank: Path) -> None:
    with pytest.raises(UsageError, match=r"URL-train\.txt names"):
        read_alt(treebank / "URL-train.txt")


def test_other_files_and_folders_are_none(
    treebank: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert not is_alt(treebank / "pairs.tsv")
    assert not is_alt(tmp_path_factory.mktemp("empty"))


def test_what_the_folder_lacks_is_named(treebank: Path) -> None:
    (treebank / "URL-test.txt").unlink()
    with pytest.raises(UsageError, match=r"lacks URL-test\.txt"):
        read_alt(treebank)

"""The files of names."""

from pathlib import Path

from summarize.names.spelling.kinds import Kind
from training.names.read import Name, people, places, romanised


def written(folder: Path, *lines: str) -> Path:
    path = folder / "file.tsv"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def test_each_khmer_word_of_a_person_has_its_latin_words(tmp_path: Path) -> None:
    path = written(tmp_path, "kind\tlatin\tkhmer", "khmer_full\tBou Seng Hong\tប៊ូ សេងហុង")
    assert people(path) == [
        Name("person", ("bou",), "ប៊ូ"),
        Name("person", ("seng", "hong"), "សេងហុង"),
    ]


def test_other_peoples_are_foreign_and_keep_their_group(tmp_path: Path) -> None:
    (name,) = people(written(tmp_path, "western\tBiden\tបៃដិន"))
    assert (name.group, name.kind) == ("western", Kind.FOREIGN)


def test_a_place_has_all_its_words_and_no_brackets(tmp_path: Path) -> None:
    path = written(tmp_path, "kind\tcode\tlatin\tkhmer", "village\t01\tPrey Chhor (Lech)\tព្រៃឈរ")
    assert places(path) == [Name("place", ("prey", "chhor"), "ព្រៃឈរ")]


def test_a_place_with_figures_in_its_khmer_is_left_out(tmp_path: Path) -> None:
    assert places(written(tmp_path, "village\t01\tPhum Pir\tភូមិ២")) == []


def test_words_of_the_dictionary_come_once_and_in_order(tmp_path: Path) -> None:
    path = written(tmp_path, "vong\tវង", "chak\tចាក់", "vong\tវង")
    assert romanised(path) == [("chak", "ចាក់"), ("vong", "វង")]

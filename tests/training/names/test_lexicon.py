"""Which Khmer words and names text has."""

from training.names.lexicon import counted


def test_what_stands_between_spaces_is_counted_and_known_from_three_on() -> None:
    lexicon = counted(["លោក តារា បានមក។"] * 3)
    assert lexicon.between["តារា"] == 3
    assert "តារា" in lexicon.known()
    assert "តារា" not in counted(["លោក តារា បានមក។"]).known()


def test_a_place_counts_without_the_word_for_its_kind() -> None:
    assert counted(["នៅ ស្រុកព្រៃឈរ ទៀត"]).between["ព្រៃឈរ"] == 1


def test_ill_formed_words_are_not_known() -> None:
    assert "ា" not in counted(["ា"] * 5).known()

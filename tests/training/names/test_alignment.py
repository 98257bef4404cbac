"""Which Latin letters stand for which Khmer ones."""

from training.names.alignment import apart, arcs, cut, learn

PAIRS = [("sok", "សុខ"), ("sokha", "សុខា"), ("sophy", "សុភី"), ("thy", "ធី"), ("ka", "កា")]


def test_units_are_learned_from_pairs() -> None:
    way = cut(("sokha",), "សុខា", learn(PAIRS))
    assert way is not None
    assert way[0][:2] == [("s", "ស"), ("o", "ុ")]


def test_the_units_of_a_way_spell_both_sides() -> None:
    way = cut(("sophy",), "សុភី", learn(PAIRS))
    assert way is not None
    assert "".join(latin for latin, _ in way[0]) == "sophy"
    assert "".join(khmer for _, khmer in way[0]) == "សុភី"


def test_a_name_is_taken_apart_between_words_and_before_a_letter() -> None:
    way = cut(("sok", "ka"), "សុខកា", learn(PAIRS))
    assert way is not None
    assert apart(("sok", "ka"), way[0]) == [("sok", "សុខ"), ("ka", "កា")]


def test_what_is_too_long_for_the_other_side_has_no_way() -> None:
    assert arcs(("a",), "សុខាសុខាសុខា") == []
    assert cut(("a",), "សុខាសុខាសុខា", {}) is None


def test_learning_is_deterministic() -> None:
    assert learn(PAIRS) == learn(PAIRS)

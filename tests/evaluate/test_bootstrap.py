import pytest

from summarize.evaluate.bootstrap import interval


def test_equal_systems_differ_by_nothing() -> None:
    assert interval([0.0] * 20) == (0.0, 0.0)


def test_the_interval_holds_the_mean_and_narrows_with_more_texts() -> None:
    few, many = [0.1, 0.3] * 5, [0.1, 0.3] * 500
    low, high = interval(few)
    assert low < 0.2 < high
    closer = interval(many)
    assert closer[1] - closer[0] < (high - low) / 5


def test_it_is_that_of_the_normal_approximation() -> None:
    differences = [n / 100 for n in range(101)]  # mean 0.5, standard deviation 0.2915
    assert interval(differences) == pytest.approx((0.443, 0.557), abs=0.004)


def test_the_seed_is_fixed() -> None:
    assert interval([0.1, 0.2, 0.5]) == interval([0.1, 0.2, 0.5])

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import UsageError
from summarize.evaluate.figures import Figure, Kind
from summarize.evaluate.floors import breaches, floors_text, ratchet, read_floors
from summarize.evaluate.rate import Rate

SHARES = st.integers(0, 1000).map(lambda n: Rate(n, 1000))


def figure(kind: Kind, rate: Rate, name: str = "x", data: str = "set") -> Figure:
    return Figure(data, 2, kind, name, rate)


def test_what_fell_below_its_floor_is_named_with_both_figures() -> None:
    floors = {("set", "detected"): {"x": 0.9}, ("set", "false_alarms"): {"y": 0.1}}
    figures = [
        figure("detected", Rate(89, 100)),
        figure("false alarms", Rate(11, 100), name="y"),
    ]
    assert [str(breach) for breach in breaches(figures, floors)] == [
        "set, detected, x: 0.8900, floor 0.9000",
        "set, false alarms, y: 0.1100, floor 0.1000",
    ]


def test_a_figure_at_its_floor_holds() -> None:
    floors = {("set", "detected"): {"x": 0.9}, ("set", "false_alarms"): {"x": 0.1}}
    figures = [figure("detected", Rate(9, 10)), figure("false alarms", Rate(1, 10))]
    assert breaches(figures, floors) == []


@pytest.mark.parametrize("figures", [[], [figure("detected", Rate(0, 0))]])
def test_a_detection_that_is_no_longer_measured_is_a_breach(figures: list[Figure]) -> None:
    floors = {("set", "detected"): {"x": 0.9}}
    measured = [*figures, figure("false alarms", Rate(0, 5), name="y")]
    assert "no longer measured" in str(breaches(measured, floors)[0])


def test_a_check_that_is_gone_raises_no_alarms() -> None:
    floors = {("set", "false_alarms"): {"gone": 0.0}}
    assert breaches([figure("false alarms", Rate(1, 5))], floors) == []


def test_data_that_was_not_measured_is_not_asked_for() -> None:
    assert breaches([figure("detected", Rate(1, 1))], {("other", "detected"): {"x": 1.0}}) == []


@given(SHARES, SHARES, st.sampled_from(["detected", "false alarms", "kept"]))
def test_the_ratchet_never_loosens_a_floor(first: Rate, second: Rate, kind: Kind) -> None:
    once = ratchet([figure(kind, first)], {}, 0.01)
    twice = ratchet([figure(kind, second)], once, 0.01)
    [table] = once
    if kind != "false alarms":
        assert twice[table]["x"] >= once[table]["x"]
    else:
        assert twice[table]["x"] <= once[table]["x"]


@given(SHARES, st.sampled_from(["detected", "false alarms", "kept"]))
def test_what_set_a_floor_holds_it(rate: Rate, kind: Kind) -> None:
    measured = [figure(kind, rate)]
    assert breaches(measured, ratchet(measured, {}, 0.01)) == []


def test_the_margin_is_in_favour_of_the_figure() -> None:
    figures = [figure("detected", Rate(95, 100)), figure("false alarms", Rate(2, 100), name="y")]
    floors = ratchet(figures, {}, 0.03)
    assert floors == {("set", "detected"): {"x": 0.92}, ("set", "false_alarms"): {"y": 0.05}}


def test_floors_of_other_data_are_kept() -> None:
    floors = {("other", "detected"): {"x": 0.5}}
    assert ratchet([figure("detected", Rate(1, 1))], floors)["other", "detected"] == {"x": 0.5}


def test_a_figure_counted_on_nothing_sets_no_floor() -> None:
    assert ratchet([figure("detected", Rate(0, 0))], {}) == {}


def test_the_file_comes_back(tmp_path: Path) -> None:
    floors = {("a b", "detected"): {'one, "ឃ"': 0.5}, ("c", "false_alarms"): {"d": 0.0123}}
    file = tmp_path / "floors.toml"
    file.write_text(floors_text(floors), "utf-8")
    assert read_floors(file) == floors


def test_a_file_that_is_not_there_yet_has_no_floors(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "none.toml") == {}


@pytest.mark.parametrize("text", ["[", "x = 1", "[a.unknown]\nb = 1", '[a.detected]\nb = "c"'])
def test_a_broken_file_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "floors.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError, match="floors"):
        read_floors(file)

"""A run from beginning to end on a tiny model, stopped and killed in between."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarize.adapting import learn as learning
from summarize.adapting import measure, train
from summarize.adapting.desk import Desk
from summarize.adapting.gate import Compared, Verdict
from summarize.adapting.learn import Asked, Outcome, learn, prepared
from summarize.adapting.plan import TooLittleError, changed, read_plan
from summarize.adapting.standing import standing
from summarize.errors import UsageError
from summarize.models.embedded.learned import versions
from summarize.models.embedded.manifest import Manifest
from summarize.options import BackendOptions
from tests.adapting.desks import approved, planned, tiny_model
from tests.tiny_embedded import PACKAGE

SAVING = {"seconds_between_checkpoints": 0, "steps_between_records": 1}
PROCESS = """
import sys
from pathlib import Path
from summarize.adapting import learn, train
from summarize.adapting.desk import Desk
from summarize.adapting.plan import read_plan
from summarize.models.embedded.manifest import read_manifest
from summarize.options import BackendOptions
figures = train.settings()
figures["logging"] = {saving}
train.settings = lambda: figures
desk, model = Desk(Path(sys.argv[1])), read_manifest(Path(sys.argv[2]))
options = BackendOptions(Path(sys.argv[3]), device="cpu", offline=True)
with desk.running():
    outcome = learn.learn(desk, read_plan(desk), model, options)
print("stopped" if outcome.verdict is None else outcome.verdict.decision)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def model(site: Path) -> Manifest:
    return tiny_model(site)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "learned")


@pytest.fixture
def options(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[BackendOptions]:
    monkeypatch.syspath_prepend(str(site))
    yield BackendOptions(tmp_path / "models", device="cpu", offline=True)
    sys.modules.pop(PACKAGE, None)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A general set of four sentences."""
    path = tmp_path / "general.tsv"
    path.write_text("".join(f"{e.source}\t{e.target}\n" for e in approved(50)[-4:]), "utf-8")
    return path


def in_process(desk: Desk, model: Manifest, models: Path) -> "subprocess.Popen[str]":
    """The run that is begun, in a process of its own that saves after every step."""
    program = PROCESS.replace("{saving}", repr(SAVING))
    paths = [str(model.folder.parent), str(Path(__file__).parents[2])]
    return subprocess.Popen(
        [sys.executable, "-c", program, str(desk.root), str(model.folder), str(models)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )


def curve(desk: Desk) -> list[dict[str, Any]]:
    path = desk.run / "curve.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def until_saved(desk: Desk, process: "subprocess.Popen[str]") -> None:
    while process.poll() is None and not (desk.run / "checkpoint.pt").exists():
        time.sleep(0.02)


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_ended_goes_on_from_what_it_had_saved(
    desk: Desk, model: Manifest, few: Path, tmp_path: Path, how: signal.Signals
) -> None:
    planned(desk, model, 600, general=str(few))
    with in_process(desk, model, tmp_path / "models") as process:
        until_saved(desk, process)
        assert desk.is_busy()
        process.send_signal(how)
        told = process.communicate()[0].strip()
    assert process.returncode == (-how if how == signal.SIGKILL else 0)
    assert told == ("" if how == signal.SIGKILL else "stopped")
    assert not desk.is_busy()
    before = standing(desk, model).run
    assert before is not None
    assert before.process == 0
    assert before.step > 0

    minutes = before.done + 0.02 + curve(desk)[-1]["seconds"] / 60
    planned_again = read_plan(desk)
    assert planned_again is not None
    changed(desk, planned_again, minutes, 1)
    with in_process(desk, model, tmp_path / "models") as process:
        told = process.communicate()[0].strip()
    assert (process.returncode, told in ("refused", "swapped")) == (0, True)
    assert not desk.run.exists()


def test_a_resumed_run_takes_up_the_steps_and_the_time_of_before(
    desk: Desk, model: Manifest, options: BackendOptions
) -> None:
    for seconds in (1.0, 2.0):
        plan = read_plan(desk)
        if plan is None:
            plan = planned(desk, model, seconds / 60)
        else:
            plan = changed(desk, plan, seconds / 60, 1)
        assert train.train(desk, plan, model, "cpu", options.notify)
    rows = [one for one in curve(desk) if "loss" in one]
    steps = [one["step"] for one in rows]
    assert steps == sorted(steps)
    assert rows[-1]["seconds"] > 1


def fixed(monkeypatch: pytest.MonkeyPatch, decision: str) -> None:
    """Let every comparison come out as ``decision``."""
    some = Compared(10, 50.0, 53.0, 1.0, 5.0)
    found = Verdict(decision, () if decision == "swapped" else ("It may be chance.",), some, some)  # type: ignore[arg-type]
    monkeypatch.setattr(learning, "judged", lambda *_: found)


def whole(desk: Desk, model: Manifest, options: BackendOptions) -> Outcome:
    return learn(desk, planned(desk, model, 0.01), model, options)


def test_what_gains_is_in_use_with_its_figures(
    desk: Desk, model: Manifest, options: BackendOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixed(monkeypatch, "swapped")
    outcome = whole(desk, model, options)
    [version] = versions(desk.root)
    assert outcome.version == version
    assert (version.sentences, version.origin) == (36, "this desk")
    assert version.figures["held"]["after"] == 53.0
    assert standing(desk, model).before == "tiny-1"


def test_what_may_be_chance_is_kept_aside_and_not_used(
    desk: Desk, model: Manifest, options: BackendOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixed(monkeypatch, "refused")
    assert whole(desk, model, options).version is None
    found = standing(desk, model)
    assert (found.used, found.run) == (None, None)
    assert found.candidate["reasons"] == ["It may be chance."]
    assert Path(found.candidate["folder"], "adapter_model.safetensors").is_file()


def test_a_run_that_was_killed_in_the_comparison_does_not_learn_again(
    desk: Desk, model: Manifest, options: BackendOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> Verdict:
        raise KeyboardInterrupt

    plan = planned(desk, model, 0.01)
    monkeypatch.setattr(learning, "judged", killed)
    with pytest.raises(KeyboardInterrupt):
        learn(desk, plan, model, options)
    steps = len(curve(desk))
    monkeypatch.setattr(learning, "train", killed)
    fixed(monkeypatch, "swapped")
    assert learn(desk, plan, model, options).version
    assert steps > 0


def test_both_are_compared_on_what_was_held_out_and_on_general_sentences(
    desk: Desk, model: Manifest, options: BackendOptions, few: Path
) -> None:
    outcome = learn(desk, planned(desk, model, 0.01, general=str(few)), model, options)
    assert outcome.verdict is not None
    assert outcome.verdict.held is not None
    assert outcome.verdict.general is not None
    assert (outcome.verdict.held.lines, outcome.verdict.general.lines) == (6, 4)


def test_a_model_compared_with_itself_gains_nothing(
    model: Manifest, options: BackendOptions, few: Path
) -> None:
    same = model.folder, model.folder
    found = measure.judged(same, measure.general_pairs(few), few, options, train.settings()["gate"])
    assert found.decision == "refused"
    assert found.held is not None
    assert (found.held.gain, found.held.low, found.held.high) == (0, 0, 0)


def test_too_little_begins_no_run(desk: Desk, model: Manifest, options: BackendOptions) -> None:
    with pytest.raises(TooLittleError):
        prepared(desk, approved(20), Asked(), model)
    assert not desk.root.exists()


def test_a_run_goes_on_with_the_sentences_it_was_begun_with(
    desk: Desk, model: Manifest, options: BackendOptions
) -> None:
    begun = planned(desk, model, 10)
    assert prepared(desk, [], Asked(), model) == begun
    assert prepared(desk, [], Asked(minutes=20), model).minutes == 20


def test_a_run_that_was_begun_against_another_version_is_not_gone_on_with(
    desk: Desk, model: Manifest, options: BackendOptions
) -> None:
    planned(desk, model, 10, in_use="0" * 64)
    with pytest.raises(UsageError, match="another version"):
        prepared(desk, [], Asked(), model)


def test_only_one_process_learns_for_a_desk(desk: Desk) -> None:
    with desk.running(), pytest.raises(UsageError, match="another process"), desk.running():
        pass


@pytest.mark.parametrize("content", ["{", "[]", '{"schema": 7}', '{"schema": 1, "minutes": 3}'])
def test_a_damaged_plan_says_how_to_begin_anew(
    desk: Desk, model: Manifest, options: BackendOptions, content: str
) -> None:
    planned(desk, model, 10)
    (desk.run / "plan.json").write_text(content, "utf-8")
    with pytest.raises(UsageError) as found:
        prepared(desk, [], Asked(), model)
    assert "--anew" in found.value.hint

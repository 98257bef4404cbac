"""Review and memory against a model of a few lines, whatever is done in whatever order.

What a child process does may be killed at any step: then all that it acknowledged is there, and
of the change in hand all or nothing.
"""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from summarize.khmer.entered import entered
from summarize.memory import Memory
from summarize.review.records import Edit, Reviewed, State
from summarize.review.store import ReviewStore
from tests.crashes import Tell, run
from tests.review.conftest import PAIRS, build_result

RESULT = build_result()
ARTICLE = RESULT.article.id
IDS = [f"k{number}" for number in range(1, len(PAIRS) + 1)]
TEXTS = st.sampled_from(["តុលាការ", "  តុលាការ ", "រដ្ឋមន្ត្រី ១២", "ខុស", *PAIRS.values()])
STATES = st.sampled_from(["draft", "needs-work", "edited", "approved", None])
CHANGES = st.tuples(st.sampled_from(IDS), st.none() | TEXTS, STATES)
Asked = tuple[str, str | None, State | None]


@dataclass(frozen=True)
class Version:
    """What one version of a segment has; ``restores`` is the one that an undoing brought back."""

    target: str
    state: State
    restores: int | None = None


class Model:
    """The versions of each segment: all that a review is."""

    def __init__(self) -> None:
        drafts = zip(IDS, PAIRS.values(), strict=True)
        self.versions = {name: [Version(draft, "draft")] for name, draft in drafts}

    def change(self, asked: Asked) -> bool:
        """Whether there is anything new in it."""
        name, text, state = asked
        now = self.versions[name][-1]
        target = now.target if text is None or text == now.target else entered(text)
        became = Version(target, state or (now.state if target == now.target else "edited"))
        is_new = (became.target, became.state) != (now.target, now.state)
        if is_new:
            self.versions[name].append(became)
        return is_new

    def undo(self, name: str) -> None:
        own = self.versions[name]
        at = len(own) - 1
        while (earlier := own[at].restores) is not None:
            at = earlier
        if at:
            own.append(replace(own[at - 1], restores=at - 1))

    def copied(self) -> "Model":
        other = Model()
        other.versions = {name: list(own) for name, own in self.versions.items()}
        return other


def opened(folder: Path) -> tuple[ReviewStore, Memory]:
    memory = Memory(folder / "memory.sqlite")
    return ReviewStore(folder / "review.sqlite", on_change=memory.learn), memory


def change(store: ReviewStore, asked: Asked, behind: int = 0) -> bool:
    """Ask for a change as the page does; on a version so many ``behind`` that of now."""
    name, text, state = asked
    now = next(one for one in store.segments(ARTICLE) if one.id == name)
    edit = Edit(ARTICLE, name, now.version - behind, text, state, opened=True)
    (outcome,) = store.change([edit], "Dara")
    return outcome.done


class Changes:
    """Work for a child: change upon change, each acknowledged."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self.asked = asked

    def __call__(self, folder: Path, tell: Tell) -> None:
        store, _ = opened(folder)
        for one in self.asked:
            change(store, one)
            tell("done")


class Desk(RuleBasedStateMachine):
    """A review that people work on, and the memory that learns from it."""

    @initialize()
    def begin(self) -> None:
        self.keep = tempfile.TemporaryDirectory()
        self.folder = Path(self.keep.name)
        self.model = Model()
        self.unlearned = set[str]()
        self.store, self.memory = opened(self.folder)
        self.store.add([RESULT])

    @rule(asked=CHANGES)
    def change(self, asked: Asked) -> None:
        assert change(self.store, asked)
        if self.model.change(asked):
            self.unlearned.discard(asked[0])

    @rule(asked=CHANGES)
    def change_on_an_old_version(self, asked: Asked) -> None:
        if len(self.model.versions[asked[0]]) > 1:
            assert not change(self.store, asked, behind=1)

    @rule(name=st.sampled_from(IDS))
    def undo(self, name: str) -> None:
        before = len(self.model.versions[name])
        self.model.undo(name)
        done = self.store.undo(ARTICLE, name, "Dara").done
        assert done == (len(self.model.versions[name]) > before)
        self.unlearned -= {name} if done else set()

    @rule()
    def add_the_same_results(self) -> None:
        assert self.store.add([RESULT]).segments == 0

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.memory.close()
        self.store, self.memory = opened(self.folder)

    @rule(asked=st.lists(CHANGES, min_size=1, max_size=3), step=st.integers(1, 3000))
    def be_killed(self, asked: list[Asked], step: int) -> None:
        told = len(run(Changes(asked), self.folder, step).told)
        for one in asked[:told]:
            if self.model.change(one):
                self.unlearned.discard(one[0])
        if told < len(asked):
            in_hand = self.model.copied()
            in_hand.change(asked[told])
            if self.stands() != standing(self.model):
                self.model = in_hand
            self.unlearned.add(asked[told][0])

    def stands(self) -> dict[str, list[tuple[str, State]]]:
        history = {name: self.store.history(ARTICLE, name) for name in IDS}
        return {name: [(one.target, one.state) for one in own] for name, own in history.items()}

    @invariant()
    def the_review_is_as_the_model(self) -> None:
        assert self.stands() == standing(self.model)

    @invariant()
    def the_memory_has_what_is_approved(self) -> None:
        """But for what was in hand when its process was killed, until it is changed again."""
        known = {entry.source: entry.target for entry in self.memory.entries()}
        for one in self.store.segments():
            if one.id not in self.unlearned:
                assert known.get(one.source) == approved(one)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.examine()
            self.store.close()
            self.memory.close()
            self.keep.cleanup()


def approved(one: Reviewed) -> str | None:
    return one.target if one.is_confirmed else None


def standing(model: Model) -> dict[str, list[tuple[str, State]]]:
    return {name: [(one.target, one.state) for one in own] for name, own in model.versions.items()}


def play(examples: int, steps: int) -> None:
    limits = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    run_state_machine_as_test(Desk, settings=limits)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_nothing_is_lost_or_invented() -> None:
    play(examples=4, steps=12)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_nothing_is_lost_or_invented_in_long_walks() -> None:
    play(examples=25, steps=30)

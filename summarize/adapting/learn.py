"""The whole of it: what is approved is learned, weighed against what is in use, and swapped in."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from summarize.adapting.desk import VERDICT, Desk, read_record, refused
from summarize.adapting.gate import Verdict
from summarize.adapting.measure import general_pairs, judged
from summarize.adapting.plan import (
    HELD,
    Plan,
    changed,
    general_of,
    pairs_of,
    read_plan,
    require_enough,
    write_plan,
)
from summarize.adapting.sentences import sentences
from summarize.adapting.swap import Source, forget_build, offered, taken
from summarize.adapting.train import settings, train
from summarize.errors import ModelError, UsageError
from summarize.evaluate.chrf import require_scorer
from summarize.memory.records import Entry
from summarize.models.embedded import FOLDER
from summarize.models.embedded.adapter import WEIGHTS
from summarize.models.embedded.build import require_base
from summarize.models.embedded.learned import Version, model_in_use
from summarize.models.embedded.manifest import Manifest, read_manifest
from summarize.options import BackendOptions
from summarize.own_files import owned, replace_own

HERE: Final = "this desk"
"""The origin of what was learned on this machine."""

TRAINED: Final = "trained.json"
"""Says that the time of a run is over and its weights are whole."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked of a run; ``None`` where they said nothing."""

    minutes: float | None = None
    threads: int | None = None
    general: Path | None = None
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended; ``version`` is what is in use since, where it was swapped in.

    ``verdict`` is ``None`` where the run was told to stop: the same call goes on.
    """

    plan: Plan
    verdict: Verdict | None = None
    version: Version | None = None


def shipped_model(folder: Path = FOLDER) -> Manifest:
    """The model to learn on. Raises ``ModelError`` where it is of another kind."""
    model = read_manifest(folder)
    if model.adapter is None:
        raise ModelError(
            f"the embedded model {model.name} {model.version} is of a kind that cannot be adapted",
            "Use a version of the program whose embedded model is an adapter.",
        )
    return model


def prepared(desk: Desk, entries: Sequence[Entry], asked: Asked, model: Manifest) -> Plan:
    """The plan of the run at work, else a new one. The caller holds the desk.

    Raises ``SummarizeError``: too little to learn from, a set that cannot be read, a package that
    is missing, a model in use that has changed since the run was begun.
    """
    require_scorer()
    assert model.adapter is not None
    require_base(model.adapter.base)
    options = settings()["desk"]
    plan = None if asked.anew else read_plan(desk)
    in_use = model_in_use(desk.root, model.folder).digest
    if plan is not None:
        return _resumed(desk, plan, asked, (model.digest, in_use))
    general_pairs(asked.general)
    found = sentences(entries, settings())
    require_enough(found, options)
    plan = Plan(
        datetime.now(UTC).isoformat(timespec="seconds"),
        asked.minutes or options["minutes"],
        asked.threads or options["threads"],
        model.digest,
        in_use,
        found.count,
        str(asked.general.resolve()) if asked.general else "",
    )
    write_plan(desk, plan, found)
    return plan


def _resumed(desk: Desk, plan: Plan, asked: Asked, models: tuple[str, str]) -> Plan:
    """The plan of the run at work, with what was asked anew."""
    if (plan.shipped, plan.in_use) != models:
        raise UsageError(
            "the run that was begun cannot go on: another version of the model is in use since",
            "Begin anew: summarize learn run --anew",
        )
    if asked.general and str(asked.general.resolve()) != plan.general:
        raise UsageError(
            "the run that was begun is measured on another general set",
            "Leave --general out to go on with it, or begin anew with --anew.",
        )
    return changed(desk, plan, asked.minutes or plan.minutes, asked.threads or plan.threads)


def learn(desk: Desk, plan: Plan, model: Manifest, options: BackendOptions) -> Outcome:
    """Do what is left of ``plan``, on the shipped ``model``. The caller holds the desk.

    Raises ``SummarizeError``.
    """
    if not _is_trained(desk, plan):
        with owned():
            if not train(desk, plan, model, options.device, options.notify):
                return Outcome(plan)
        replace_own(desk.run / TRAINED, json.dumps({"minutes": plan.minutes}).encode("utf-8"))
    candidate = offered(desk, desk.run / WEIGHTS, model)
    held = pairs_of(desk, HELD)
    found = weighed(desk, candidate, model, held, general_of(plan), options)
    source = Source(HERE, plan.sentences)
    version = settled(desk, candidate, model, source, found, options)
    shutil.rmtree(desk.run, ignore_errors=True)
    return Outcome(plan, found, version)


def _is_trained(desk: Desk, plan: Plan) -> bool:
    """Whether only the comparison is left, as after a run that was killed in it."""
    minutes: float = read_record(desk.run / TRAINED).get("minutes", 0)
    return minutes >= plan.minutes and (desk.run / WEIGHTS).is_file()


def weighed(
    desk: Desk,
    candidate: Manifest,
    model: Manifest,
    held: Sequence[Any],
    general: Path | None,
    options: BackendOptions,
) -> Verdict:
    """The verdict on ``candidate`` against what is in use."""
    in_use = model_in_use(desk.root, model.folder)
    return judged((in_use.folder, candidate.folder), held, general, options, settings()["gate"])


def settled(
    desk: Desk,
    candidate: Manifest,
    model: Manifest,
    source: Source,
    found: Verdict,
    options: BackendOptions,
) -> Version | None:
    """Use ``candidate``, or keep it aside where it was refused. Raises ``OutputError``."""
    record = {**found.to_dict(), "origin": source.origin, "sentences": source.sentences}
    try:
        data = json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8")
        replace_own(candidate.folder / VERDICT, data)
    except OSError as error:
        raise refused(candidate.folder, error) from error
    if found.decision == "refused":
        forget_build(candidate.folder, options.model_dir)
        return None
    return taken(desk, candidate, model, source, found.to_dict())

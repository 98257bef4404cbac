"""Where a desk stands: what is in use, what was refused, how far a run is."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Final

from summarize.adapting.desk import VERDICT, Desk, read_record
from summarize.adapting.plan import read_plan
from summarize.json_text import read_json
from summarize.models.embedded.learned import Version, versions
from summarize.models.embedded.manifest import FILE, Manifest, read_manifest

CURVE: Final = "curve.jsonl"
PROCESS: Final = "process.json"
"""In the folder of a run: the number of the process that is at work on it."""


@dataclass(frozen=True, slots=True)
class AtWork:
    """A run: so many of its ``minutes`` are done. ``process`` is 0 where none is at work."""

    process: int
    done: float
    minutes: float
    step: int
    tokens: int
    sentences: int
    started: str


@dataclass(frozen=True, slots=True)
class Standing:
    """``used`` is ``None`` where the shipped model is in use, ``before`` what undo goes back to.

    ``outdated`` says that what was learned belongs to another version of the shipped model.
    ``candidate`` is the record of one that is not in use, empty without one.
    """

    shipped: str
    used: Version | None
    before: str
    outdated: bool
    candidate: dict[str, Any]
    run: AtWork | None

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return asdict(self)


def standing(desk: Desk, model: Manifest) -> Standing:
    """Look. Raises ``ModelCorruptedError``, ``UsageError``."""
    shipped = f"{model.name}-{model.version}"
    found = versions(desk.root)
    before = found[-2].name if len(found) > 1 else shipped
    return Standing(
        shipped,
        found[-1] if found else None,
        before if found else "",
        bool(found) and found[-1].shipped != model.digest,
        _candidate(desk),
        _run(desk),
    )


def _candidate(desk: Desk) -> dict[str, Any]:
    if not (desk.candidate / FILE).is_file():
        return {}
    manifest = read_manifest(desk.candidate)
    name = f"{manifest.name}-{manifest.version}"
    record = read_record(desk.candidate / VERDICT)
    return {"name": name, "folder": str(desk.candidate), **record}


def _run(desk: Desk) -> AtWork | None:
    plan = read_plan(desk)
    if plan is None:
        return None
    last = _last(desk)
    is_busy = desk.is_busy()
    return AtWork(
        int(read_record(desk.run / PROCESS).get("process", 0)) if is_busy else 0,
        min(plan.minutes, round(last.get("seconds", 0.0) / 60, 1)),
        plan.minutes,
        last.get("step", 0),
        last.get("tokens", 0),
        plan.sentences,
        plan.started,
    )


def _last(desk: Desk) -> dict[str, Any]:
    """The last whole record of the learning curve."""
    path = desk.run / CURVE
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    for line in reversed(lines):
        try:
            found = read_json(line)
        except ValueError:
            continue
        if isinstance(found, dict):
            return found
    return {}


def noted(process: int) -> bytes:
    """What ``PROCESS`` holds."""
    return json.dumps({"process": process}).encode("utf-8")

"""What a run is to do, settled once: it goes on with the same pairs whatever is approved since."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from summarize.adapting.desk import Desk, refused
from summarize.adapting.pairs import Pair
from summarize.adapting.sentences import Sentences
from summarize.errors import UsageError
from summarize.json_text import read_json
from summarize.own_files import replace_own

PLAN: Final = "plan.json"
LEARNED, HELD = "learned.json", "held.json"
_SCHEMA: Final = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """One run: so many ``minutes`` of training over all sittings, with ``threads``.

    ``shipped`` and ``in_use`` are digests of the models that it starts from and is compared with.
    ``general`` is the file of another general set, "" for the one that comes with the program.
    ``started`` is ISO 8601 in UTC.
    """

    started: str
    minutes: float
    threads: int
    shipped: str
    in_use: str
    sentences: int
    general: str = ""


def require_enough(found: Sentences, options: Mapping[str, Any]) -> None:
    """Raise ``TooLittleError`` unless there is enough to learn from and to measure on."""
    if lack := found.lack(options):
        raise TooLittleError(
            f"there is too little to learn from: {lack}",
            "Different English sentences count whose Khmer a person approved in a review (summarize "
            "review serve), or that came from a file (summarize memory import FILE.tmx).",
        )


class TooLittleError(UsageError):
    """The desk has approved too little to learn from."""

    exit_code = 1


def write_plan(desk: Desk, plan: Plan, found: Sentences) -> None:
    """Begin a run in place of one before, the plan last. Raises ``OutputError``."""
    try:
        shutil.rmtree(desk.run, ignore_errors=True)
        for name, pairs in ((LEARNED, found.learned), (HELD, found.held)):
            rows = [[pair.source, pair.target] for pair in pairs]
            replace_own(desk.run / name, json.dumps(rows, ensure_ascii=False).encode("utf-8"))
        _write(desk, plan)
    except OSError as error:
        raise refused(desk.run, error) from error


def read_plan(desk: Desk) -> Plan | None:
    """The plan of the run at work, if there is one. Raises ``UsageError``."""
    path = desk.run / PLAN
    try:
        content = read_json(path.read_bytes())
        if content.pop("schema") != _SCHEMA:
            raise ValueError("it is of another version of the program")
        return Plan(**content)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"the run that was begun cannot go on: {path}: {error}",
            "Begin anew: summarize learn run --anew",
        ) from error


def changed(desk: Desk, plan: Plan, minutes: float, threads: int) -> Plan:
    """The plan with another budget, kept. Raises ``OutputError``."""
    new = replace(plan, minutes=minutes, threads=threads)
    try:
        _write(desk, new)
    except OSError as error:
        raise refused(desk.run, error) from error
    return new


def pairs_of(desk: Desk, name: str) -> Sequence[Pair]:
    """The pairs that were settled: ``LEARNED`` or ``HELD``. Raises ``UsageError``."""
    path = desk.run / name
    try:
        return [Pair(*row) for row in read_json(path.read_bytes())]
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(
            f"the run that was begun cannot go on: {path}: {error}",
            "Begin anew: summarize learn run --anew",
        ) from error


def general_of(plan: Plan) -> Path | None:
    """The file of the general set, where it is not the shipped one."""
    return Path(plan.general) if plan.general else None


def _write(desk: Desk, plan: Plan) -> None:
    content = {"schema": _SCHEMA, **asdict(plan)}
    replace_own(desk.run / PLAN, json.dumps(content, indent=1).encode("utf-8"))

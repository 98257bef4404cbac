"""A desk with a tiny model, and what it has approved."""

from pathlib import Path
from typing import Any

from summarize.adapting.desk import Desk
from summarize.adapting.pairs import Pair
from summarize.adapting.plan import Plan, write_plan
from summarize.adapting.sentences import Sentences
from summarize.adapting.train import settings
from summarize.memory.records import Entry
from summarize.models.embedded.manifest import Manifest, read_manifest
from tests.tiny_embedded import write_model, write_package

CONFIG = settings()
APART = {**CONFIG, "desk": {**CONFIG["desk"], "near": 100}}
"""Only the same sentence is like another: the sides are those of the hashes."""
PLACES = ("the port", "a school", "the bridge", "a market", "the court", "a village", "the bank")
ACTS = ("opened", "was closed", "burned", "was sold", "flooded", "was named", "moved")
TIMES = ("on Monday", "in May", "last week", "at noon", "in the rain", "before dawn", "this year")
KHMER = ["កំពង់ផែ", "សាលារៀន", "ស្ពាន", "ផ្សារ", "តុលាការ", "ភូមិ", "ធនាគារ"]
DONE = ["បានបើក", "ត្រូវបានបិទ", "បានឆេះ", "ត្រូវបានលក់", "បានលិចទឹក", "មានឈ្មោះ", "បានផ្លាស់"]
WHEN = ["ថ្ងៃចន្ទ", "ខែឧសភា", "សប្ដាហ៍មុន", "ថ្ងៃត្រង់", "ក្នុងភ្លៀង", "មុនព្រឹក", "ឆ្នាំនេះ"]


def approved(number: int = 343) -> list[Entry]:
    """So many different sentences, in the order of their approval."""
    rows = [
        Entry(f"{PLACES[i]} {ACTS[j]} {TIMES[k]}.", f"{KHMER[i]}{DONE[j]}{WHEN[k]}។", "Dara")
        for i in range(7)
        for j in range(7)
        for k in range(7)
    ]
    return rows[:number]


def pairs(number: int) -> tuple[Pair, ...]:
    """The first of them, as they are learned."""
    return tuple(Pair(one.source, one.target) for one in approved(number))


def tiny_model(root: Path) -> Manifest:
    """A model as the program ships one, whose base is found where ``root`` is on ``sys.path``."""
    package = write_package(root)
    write_model(root / "en-km", package)
    return read_manifest(root / "en-km")


def planned(desk: Desk, model: Manifest, minutes: float, **changes: Any) -> Plan:
    """A run that is begun: 30 sentences are learned, 6 held out."""
    found = Sentences(pairs(30), pairs(36)[30:], 36, 0, 0)
    values = {"minutes": minutes, "threads": 1, "sentences": 36, "in_use": model.digest, **changes}
    plan = Plan("2026-11-30T00:00:00+00:00", shipped=model.digest, **values)
    write_plan(desk, plan, found)
    return plan

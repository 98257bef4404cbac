"""``manifest.json``: what went in, what came of it, by which models, in what time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from summarize._version import __version__
from summarize.batch.records import Record
from summarize.batch.tally import Status, Tally
from summarize.output import FormatName

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Account:
    """All that manifest and report tell of a run; ``stopped`` is why it ended early, or "".

    ``review`` is the command that begins the review of its Khmer.
    """

    sources: Sequence[str]
    formats: Sequence[FormatName]
    signatures: Mapping[str, str]
    began: datetime
    tally: Tally
    records: Sequence[Record]
    stopped: str
    review: str


def manifest(account: Account) -> bytes:
    """The manifest as indented UTF-8 JSON; docs/json.md describes it."""
    tally = account.tally
    data = {
        "schema": SCHEMA,
        "version": __version__,
        "sources": list(account.sources),
        "formats": list(account.formats),
        "signatures": dict(account.signatures),
        "began": account.began.isoformat(timespec="seconds"),
        "seconds": round(tally.seconds, 3),
        "stopped": account.stopped,
        "counts": {
            "inputs": tally.total,
            **{status: tally.counts[status] for status in get_args(Status)},
            "not_reached": tally.total - len(tally.status),
            "sentences": tally.sentences,
        },
        "inputs": [_entry(record, tally) for record in account.records],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _entry(record: Record, tally: Tally) -> dict[str, Any]:
    found: dict[str, Any] = {
        "input": record.input,
        "sha256": record.sha256,
        "status": tally.status[record.id],
    }
    if record.error:
        return found | {"error": record.error, "error_type": record.error_type}
    if record.same_as:
        return found | {"same_as": record.same_as, "files": record.files}
    return found | {
        "files": record.files,
        "words": record.words,
        "sentences": record.sentences,
        "findings": record.findings,
        "levels": record.levels,
        "milliseconds": record.milliseconds,
    }

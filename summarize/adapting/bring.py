"""What another desk has exported comes into use here, weighed where that is possible."""

from collections.abc import Sequence
from pathlib import Path

from summarize.adapting.desk import Desk
from summarize.adapting.exchange import read_archive
from summarize.adapting.gate import Verdict
from summarize.adapting.learn import settled, weighed
from summarize.adapting.sentences import sentences
from summarize.adapting.swap import Source, offered
from summarize.adapting.train import settings
from summarize.evaluate.chrf import require_scorer
from summarize.memory.records import Entry
from summarize.models.embedded.learned import Version
from summarize.models.embedded.manifest import Manifest
from summarize.options import BackendOptions


def bring(
    desk: Desk,
    path: Path,
    entries: Sequence[Entry],
    general: Path | None,
    model: Manifest,
    options: BackendOptions,
) -> tuple[Verdict, Version | None]:
    """Take the archive ``path``; the verdict, and the version in use where it was not refused.

    With too few approved sentences in ``entries`` nothing is measured, and it is in use as such.
    The caller holds the desk. Raises ``SummarizeError``.
    """
    found = sentences(entries, settings())
    lack = found.lack(settings()["desk"])
    if not lack:
        require_scorer()
    card, weights = read_archive(path, model, desk)
    try:
        candidate = offered(desk, weights, model)
    finally:
        weights.unlink(missing_ok=True)
    if lack:
        result = Verdict("unmeasured", (f"There was too little to measure it on: {lack}.",))
    else:
        result = weighed(desk, candidate, model, found.held, general, options)
    source = Source(f"{path.name} ({card.name})", card.sentences)
    return result, settled(desk, candidate, model, source, result, options)

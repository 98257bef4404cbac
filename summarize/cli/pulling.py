"""Getting models for ``summarize models pull``: sizes told once, questions asked of a person."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from summarize.cli.asking import agreed
from summarize.cli.report import Reporter
from summarize.models.catalog import catalog
from summarize.models.hub import Snapshot, find_cached, hub_cache

if TYPE_CHECKING:
    from summarize.models.download import Plan

MEGABYTE = 1_000_000


def pull_models(
    models: Sequence[str], reporter: Reporter, yes: bool, allow_pickle: bool
) -> list[Snapshot]:
    """Fetch ``models`` (``owner/name@revision``); none where the person at the terminal declined.

    Raises ``UsageError`` where somebody has to be asked and nobody is there; ``ModelError``.
    """
    from summarize.models.download import download

    plans = [_planned(model, reporter, allow_pickle) for model in models]
    for plan in plans:
        if entry := catalog().find(plan.repository):
            reporter.notify(f"{entry.name}: {entry.licence_in_words}.")
    if not yes and any(plan.missing for plan in plans) and not agreed(_question(plans)):
        return []
    for plan in plans:
        download(
            plan.name,
            hub_cache(),
            reporter.notify,
            progress=not reporter.quiet,
            allow_pickle=plan.converts,
        )
    found = (find_cached(plan.name) for plan in plans)
    return [snapshot for snapshot in found if snapshot]


def _planned(model: str, reporter: Reporter, allow_pickle: bool) -> "Plan":
    from summarize.models.download import PickledWeightsError, planned

    try:
        return planned(model, hub_cache(), reporter.detail, allow_pickle)
    except PickledWeightsError as error:
        question = "Read them in a process of their own, without running code, and convert them?"
        if sys.stdin.isatty() and typer.confirm(f"{error.message}. {question}", err=True):
            return planned(model, hub_cache(), reporter.detail, allow_pickle=True)
        raise


def megabytes(size: int) -> str:
    """``size`` in bytes, for people."""
    return f"{size / MEGABYTE:,.1f} MB"


def _question(plans: "Sequence[Plan]") -> str:
    names = " and ".join(plan.name for plan in plans)
    size = sum(plan.size for plan in plans)
    begun = size - sum(plan.missing for plan in plans)
    rest = f", {megabytes(begun)} of them fetched before" if begun else ""
    return f"Fetch {names}, {megabytes(size)}{rest}?"

"""Two versions of the embedded model on the same sentences."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from summarize.adapting import shipped
from summarize.adapting.gate import Compared, Verdict, compared, verdict
from summarize.adapting.pairs import Pair, clean
from summarize.adapting.sentences import by_hash
from summarize.adapting.telling import minutes
from summarize.backends.base import TranslationSpec
from summarize.backends.embedded import EmbeddedTranslator
from summarize.evaluate.chrf import sentence_scores
from summarize.evaluate.pairs import read_pairs
from summarize.options import BackendOptions

TOGETHER: Final = 40
"""Sentences translated together: both models get the same company, and progress shows."""


def judged(
    folders: tuple[Path, Path],
    held: Sequence[Pair],
    general: Path | None,
    options: BackendOptions,
    gate: Mapping[str, Any],
) -> Verdict:
    """The verdict on the second of ``folders`` against the first, the one in use.

    ``held`` are sentences of the desk that it did not learn from, ``general`` a file of others
    where it is not the shipped set, ``gate`` the figures of ``config.toml``. Raises
    ``SummarizeError``.
    """
    own = by_hash(held)[: gate["most_held"]]
    other = general_pairs(general)
    told = _Told(2 * (len(own) + len(other)), options.notify)
    return verdict(
        compare(folders, own, options, told), compare(folders, other, options, told), gate
    )


def general_pairs(path: Path | None) -> list[Pair]:
    """Sentences of no desk: those of ``path``, or those that come along. Raises ``UsageError``."""
    if path is None:
        return shipped.read(shipped.GENERAL)
    return [clean(pair.source, pair.target) for pair in read_pairs(path)]


def compare(
    folders: tuple[Path, Path],
    pairs: Sequence[Pair],
    options: BackendOptions,
    told: Callable[[int], None],
) -> Compared:
    """Both models on ``pairs``; ``told`` gets how many more sentences are done."""
    references = [pair.target for pair in pairs]
    before, after = (
        sentence_scores(translated(folder, pairs, options, told), references) for folder in folders
    )
    return compared(before, after)


def translated(
    folder: Path, pairs: Sequence[Pair], options: BackendOptions, told: Callable[[int], None]
) -> list[str]:
    """What the model in ``folder`` itself makes of the English, nothing mended."""
    translator, drafts = EmbeddedTranslator(options, folder), list[str]()
    for start in range(0, len(pairs), TOGETHER):
        sources = [pair.source for pair in pairs[start : start + TOGETHER]]
        drafts += translator.translate(sources, TranslationSpec())
        told(len(sources))
    return drafts


class _Told:
    """Tells a person how far the comparison is, by how fast it has been so far."""

    def __init__(self, whole: int, notify: Callable[[str], None]) -> None:
        self._whole, self._notify = whole, notify
        self._done, self._started = 0, time.monotonic()

    def __call__(self, more: int) -> None:
        self._done += more
        left = (time.monotonic() - self._started) / self._done * (self._whole - self._done) / 60
        self._notify(f"Comparing: {self._done} of {self._whole} sentences, {minutes(left)} left.")

"""Everything measured about one translator on one bilingual file."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any, Final

from summarize.checks import Context, check_pair
from summarize.evaluate.chrf import Score, scores
from summarize.evaluate.figures import Kind
from summarize.evaluate.pairs import Pair
from summarize.evaluate.preservation import preservation
from summarize.evaluate.rate import Rate
from summarize.evaluate.speed import Speed
from summarize.khmer.normalise import draft_text
from summarize.pipeline import Pipeline
from summarize.records import Article, Sentence

BATCH: Final = 100
"""Sentences translated together: enough for full batches, few enough to show progress."""


@dataclass(frozen=True, slots=True)
class Translated:
    """What a translator made of a list of sentences, in order, and how fast."""

    targets: list[str]
    signature: str
    speed: Speed


@dataclass(frozen=True, slots=True)
class TranslationReport:
    """What was measured; ``findings`` are the shares of lines in which each check finds something.

    ``references`` are the rates that the human translations reach by the same measure.
    ``length_ratio`` is that of Khmer characters, hypothesis to reference, in the mean of lines.
    """

    signature: str
    lines: int
    scores: dict[str, Score]
    preserved: dict[str, Rate]
    references: dict[str, Rate]
    findings: dict[str, Rate]
    length_ratio: float
    speed: Speed = field(default_factory=Speed)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form, with the scores at the top."""
        return {
            **{name: score.value for name, score in self.scores.items()},
            "signatures": {name: score.signature for name, score in self.scores.items()},
            "system": self.signature,
            "lines": self.lines,
            "preserved": {name: rate.to_dict() for name, rate in self.preserved.items()},
            "preserved_by_references": {
                name: rate.to_dict() for name, rate in self.references.items()
            },
            "degeneration": self.findings["degeneration"].to_dict(),
            "findings": {name: rate.to_dict() for name, rate in self.findings.items()},
            "length_ratio": round(self.length_ratio, 3),
            "computed_sentences": self.speed.computed,
            "seconds": round(self.speed.seconds, 2),
            "sentences_per_minute": self.speed.per_minute,
        }


def translate_all(
    pipeline: Pipeline, sources: Sequence[str], name: str, progress: Callable[[int], None]
) -> Translated:
    """Khmer for each sentence by the way of the program.

    The first sentence to be computed loads the model before the clock starts; where nothing is
    cached it is computed once more. ``progress`` gets the number of sentences done. Raises
    ``ModelError``.
    """
    targets, signature, speed = list[str](), "", Speed()
    if missing := _missing(pipeline, _document(sources, name)):
        pipeline.run([_document(missing[:1], name)])
    for start in range(0, len(sources), BATCH):
        document = _document(sources[start : start + BATCH], name)
        computed = len(_missing(pipeline, document))
        [result] = pipeline.run([document])
        if result.draft:
            targets += [segment.target for segment in result.draft.segments]
            signature = result.draft.signature
        if computed:
            speed += Speed(computed, result.provenance.milliseconds["draft"] / 1000)
        progress(len(targets))
    return Translated(targets, signature, speed)


def report(pairs: Sequence[Pair], made: Translated, context: Context) -> TranslationReport:
    """Measure a translation against the human one in ``pairs``. Raises ``UsageError``."""
    references = [draft_text(pair.target) for pair in pairs]
    drafted = [Pair(pair.source, text) for pair, text in zip(pairs, made.targets, strict=True)]
    written = [Pair(pair.source, text) for pair, text in zip(pairs, references, strict=True)]
    ratios = [
        len(text) / max(1, len(reference))
        for text, reference in zip(made.targets, references, strict=True)
    ]
    return TranslationReport(
        made.signature,
        len(pairs),
        scores(made.targets, references),
        preservation(drafted, context.glossary),
        preservation(written, context.glossary),
        _findings(drafted, context),
        fmean(ratios),
        made.speed,
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure of a translator that can have a floor; ``share`` is out of 1, chrF too."""

    data: str
    kind: Kind
    name: str
    share: float | None


def marks(data: str, measured: TranslationReport) -> list[Mark]:
    """What a translator must not lose: chrF, numbers, dates; and the loops it must not get."""
    kept = {"chrf": measured.scores["chrf"].value / 100}
    kept |= {name: measured.preserved[name].share for name in ("numbers", "months_weekdays")}
    loops = measured.findings["degeneration"].share
    return [
        *(Mark(data, "kept", name, share) for name, share in kept.items()),
        Mark(data, "false alarms", "degeneration", loops),
    ]


def _findings(pairs: Sequence[Pair], context: Context) -> dict[str, Rate]:
    counts = Counter(
        check
        for pair in pairs
        for check in {finding.check for finding in check_pair(pair.source, pair.target, context)}
    )
    counts.setdefault("degeneration", 0)
    return {check: Rate(n, len(pairs)) for check, n in sorted(counts.items())}


def _missing(pipeline: Pipeline, document: Article) -> list[str]:
    """The different sentences of ``document`` that are not in the cache, in order."""
    return list(dict.fromkeys(t for step in pipeline.plan([document]) for t in step.inputs))


def _document(sentences: Sequence[str], name: str) -> Article:
    """Sentences that do not belong together, in the form in which the pipeline takes them."""
    found, start = list[Sentence](), 0
    for number, text in enumerate(sentences, start=1):
        found.append(Sentence(f"a{number}", text, start, start + len(text), number - 1))
        start += len(text) + 1
    return Article("", "", name, "", "\n".join(sentences), tuple(found))

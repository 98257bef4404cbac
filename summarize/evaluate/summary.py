"""Everything measured about one summariser on articles with summaries that people wrote."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any, Final

from summarize.checks import Context, check_summary
from summarize.evaluate.bootstrap import interval
from summarize.evaluate.corpus import Summarised
from summarize.evaluate.rate import Rate
from summarize.evaluate.rouge import METRICS, rouge_each
from summarize.evaluate.speed import Speed
from summarize.pipeline import Pipeline
from summarize.records import Article, Summary

BATCH: Final = 20


@dataclass(frozen=True, slots=True)
class SummaryReport:
    """What was measured; ROUGE is in F1 from 0 to 1, one entry of ``each`` an article.

    ``findings`` are the shares of summary sentences in which each check finds something, and
    ``sound`` the share of summaries without an error. Lengths are means.
    """

    signature: str
    each: list[dict[str, float]]
    findings: dict[str, Rate]
    sound: Rate
    sentences: float
    words: float
    reference_words: float
    speed: Speed

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form, with the scores at the top."""
        return {
            **{m: round(fmean(scores[m] for scores in self.each), 4) for m in METRICS},
            "system": self.signature,
            "articles": len(self.each),
            "without_error": self.sound.to_dict(),
            "findings": {name: rate.to_dict() for name, rate in self.findings.items()},
            "sentences": round(self.sentences, 2),
            "words": round(self.words, 1),
            "reference_words": round(self.reference_words, 1),
            "computed_articles": self.speed.computed,
            "seconds": round(self.speed.seconds, 2),
            "articles_per_minute": self.speed.per_minute,
        }


def summarize_all(
    pipeline: Pipeline, articles: Sequence[Article], progress: Callable[[int], None]
) -> tuple[list[Summary], Speed]:
    """A summary for each article by the way of the program, and the speed of what was computed.

    The first article to be computed loads the model and is computed once more where nothing is
    cached; what it took is not counted. Raises ``ModelError``.
    """
    summaries: list[Summary] = []
    speed = Speed()
    if missing := [article for article in articles if _is_missing(pipeline, article)]:
        pipeline.run(missing[:1])
    for start in range(0, len(articles), BATCH):
        group = articles[start : start + BATCH]
        computed = sum(_is_missing(pipeline, article) for article in group)
        results = pipeline.run(group)
        summaries += [result.summary for result in results if result.summary]
        if computed:
            spent = sum(result.provenance.milliseconds["summary"] for result in results) / 1000
            speed += Speed(computed, spent)
        progress(len(summaries))
    return summaries, speed


def report(
    corpus: Sequence[Summarised], summaries: Sequence[Summary], context: Context, speed: Speed
) -> SummaryReport:
    """Measure ``summaries`` against the articles and the references. Raises ``UsageError``."""
    texts = [[sentence.text for sentence in summary.sentences] for summary in summaries]
    references = [item.sentences for item in corpus]
    found = [
        check_summary(summary.sentences, item.article, context)
        for item, summary in zip(corpus, summaries, strict=True)
    ]
    hits = Counter(
        check for own in found for check, _ in {(finding.check, finding.where) for finding in own}
    )
    sound = sum(all(finding.severity != "error" for finding in own) for own in found)
    total = sum(map(len, texts))
    return SummaryReport(
        signature=summaries[0].signature,
        each=rouge_each(list(map("\n".join, texts)), list(map("\n".join, references))),
        findings={check: Rate(n, total) for check, n in sorted(hits.items())},
        sound=Rate(sound, len(summaries)),
        sentences=fmean(map(len, texts)),
        words=fmean(map(_words, texts)),
        reference_words=fmean(map(_words, references)),
        speed=speed,
    )


def compare(first: SummaryReport, second: SummaryReport) -> dict[str, dict[str, Any]]:
    """The second less the first by each metric, with the 95 % interval of a paired bootstrap."""
    found: dict[str, dict[str, Any]] = {}
    for metric in METRICS:
        pairs = zip(first.each, second.each, strict=True)
        differences = [right[metric] - left[metric] for left, right in pairs]
        low, high = interval(differences)
        found[metric] = {
            "difference": round(fmean(differences), 4),
            "interval_95": [round(low, 4), round(high, 4)],
        }
    return found


def _is_missing(pipeline: Pipeline, article: Article) -> bool:
    return any(step.name == "summary" and not step.cached for step in pipeline.plan([article]))


def _words(sentences: Sequence[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)

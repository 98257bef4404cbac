"""How long both hops' checks take for one article, its summary and the draft.

    python -m benchmarks.checks --articles news_summary.jsonl --pairs flores_devtest.tsv

Articles are the sentences of the corpus, in order, in portions of about 600 words; a summary is
three sentences that people wrote about the first of them; the draft is three sentences of a human
translation. The glossary of the program is in force. Asserts that torch is not loaded. Prints JSON
and writes ``benchmarks/results/checks.*``.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import fmean, median, quantiles
from typing import Any

from summarize.articles import article_from_text
from summarize.checks import CHECKS, Context, check_draft, check_summary
from summarize.evaluate.corpus import Summarised, read_corpus
from summarize.evaluate.hops import hops
from summarize.evaluate.pairs import Pair, read_pairs
from summarize.evaluate.summary_checks import summary_of
from summarize.khmer.normalise import draft_text
from summarize.records import Article, Segment, SummarySentence
from summarize.session import check_context
from summarize.settings import load_settings

RESULTS = Path(__file__).parent / "results"
WORDS = 600
SENTENCES = 3
WARM_UP = 5
HEAVY = ("torch", "transformers", "ctranslate2")


@dataclass(frozen=True, slots=True)
class Job:
    """All that is checked of one article."""

    article: Article
    summary: Sequence[SummarySentence]
    segments: Sequence[Segment]


def jobs(corpus: Sequence[Summarised], pairs: Sequence[Pair]) -> Iterator[Job]:
    """One job for each portion of the corpus that is long enough."""
    held: list[str] = []
    references: list[str] = []
    translations = iter(pairs)
    for item in corpus:
        references = references or item.sentences
        for sentence in item.article.sentences:
            held.append(sentence.text)
            if sum(len(text.split()) for text in held) >= WORDS:
                chosen = [pair for pair, _ in zip(translations, range(SENTENCES), strict=False)]
                if len(chosen) < SENTENCES:
                    return
                yield _job(held, references[:SENTENCES], chosen)
                held, references = [], []


def _job(sentences: Sequence[str], summary: Sequence[str], pairs: Sequence[Pair]) -> Job:
    segments = [
        Segment(f"k{n}", f"s{n}", pair.source, draft_text(pair.target))
        for n, pair in enumerate(pairs, start=1)
    ]
    return Job(article_from_text("\n\n".join(sentences), force=True), summary_of(summary), segments)


def measure(found: Sequence[Job], context: Context) -> dict[str, Any]:
    """Milliseconds of processor time of each hop and of both, over all jobs but the first few."""
    times = [_milliseconds(job, context) for job in found][WARM_UP:]
    first, second = zip(*times, strict=True)
    both = [sum(pair) for pair in times]
    return {
        "articles": len(times),
        "words": round(fmean(len(job.article.text.split()) for job in found)),
        "summary_against_article": _row(first),
        "khmer_against_english": _row(second),
        "both_hops": _row(both),
    }


def _milliseconds(job: Job, context: Context) -> tuple[float, float]:
    start = time.process_time()
    check_summary(job.summary, job.article, context)
    middle = time.process_time()
    check_draft(job.segments, context)
    return 1000 * (middle - start), 1000 * (time.process_time() - middle)


def _row(values: Sequence[float]) -> dict[str, float]:
    return {
        "median": round(median(values), 3),
        "mean": round(fmean(values), 3),
        "p95": round(quantiles(values, n=20)[-1], 3),
    }


def markdown(results: dict[str, Any]) -> str:
    """A table for people."""
    lines = [
        "# Speed of the checks",
        "",
        f"{results['articles']} articles of {results['words']} words in the mean, each with a "
        f"summary and a draft of {SENTENCES} sentences; {results['checks']['1']} checks of the "
        f"summary against the article, {results['checks']['2']} of the Khmer against the English; "
        f"time of one core, {results['python']}; torch is not loaded.",
        "",
        "| milliseconds an article | median | mean | 95th percentile |",
        "|---|---:|---:|---:|",
    ]
    for name in ("summary_against_article", "khmer_against_english", "both_hops"):
        row = results[name]
        cells = f"{row['median']:.2f} | {row['mean']:.2f} | {row['p95']:.2f}"
        lines.append(f"| {name.replace('_', ' ')} | {cells} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the arguments, measure, write both files and print the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, required=True, help="news_summary.jsonl")
    parser.add_argument("--pairs", type=Path, required=True, help="english TAB khmer")
    arguments = parser.parse_args()
    found = list(jobs(read_corpus(arguments.articles), read_pairs(arguments.pairs)))
    of = hops()
    results = {
        "python": f"Python {sys.version.split()[0]}, summarize {version('summarize-km')}",
        "checks": {str(hop): sum(of[name] == hop for name in CHECKS) for hop in (1, 2)},
        **measure(found, check_context(load_settings())),
    }
    if loaded := [name for name in HEAVY if name in sys.modules]:
        raise AssertionError(f"the checks loaded {', '.join(loaded)}")
    text = json.dumps(results, indent=1)
    (RESULTS / "checks.json").write_text(text + "\n", "utf-8")
    (RESULTS / "checks.md").write_text(markdown(results), "utf-8")
    print(text)


if __name__ == "__main__":
    main()

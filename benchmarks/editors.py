"""The extractive summariser beside three raters, on 40 articles written for this (CC0).

    python -m benchmarks.editors

``benchmarks/data/editors.jsonl``: the sentences of each article, its paragraphs (index of the
first sentence of each), its kind, which sentences have the news of a feature (marked by the author,
before anything was measured), and which three sentences each rater would publish, best first. The
raters saw neither each other's choice nor any summary. Writes ``benchmarks/results/editors.*``.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.backends.base import SummarySpec
from summarize.backends.extractive import ExtractiveSummarizer
from summarize.backends.extractive.context import Need, need_of
from summarize.backends.extractive.naming import Names
from summarize.evaluate.bootstrap import interval
from summarize.options import BackendOptions
from summarize.records import Article, Sentence, Summary

HERE = Path(__file__).parent
DATA = HERE / "data" / "editors.jsonl"
RESULTS = HERE / "results"
SENTENCES = 3

Scores = NDArray[np.float64]

NOTE = """\
Agreement: share of the sentences that two choices have in common, of the longer one; briefs, of
which all is chosen, are not counted. Lead: the first three sentences. The weights were chosen on
the tuning half of News Summary, among settings that did equally well there; two of them were also
measured here, and the one that agreed more with the raters (0.652, not 0.637) was kept. The author
of the rules wrote these 40 articles, and mended rules while reading the summaries of them, those
for features and for names above all. So the figures are too good, and the ten features are no test
of features that nobody has seen. The raters
are language models, and agree with each other far more than people do."""


@dataclass(frozen=True, slots=True)
class Rated:
    """An article, its kind, the news where it is a feature, and the choices of the raters."""

    article: Article
    kind: str
    news: frozenset[int]
    ratings: tuple[frozenset[int], ...]


def read_rated(path: Path = DATA) -> list[Rated]:
    """All articles of the file."""
    return [_rated(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _rated(row: dict[str, Any]) -> Rated:
    text, sentences = "", list[Sentence]()
    for index, sentence in enumerate(row["sentences"]):
        opens = index in row["paragraphs"]
        text += ("\n\n" if opens else " ") if index else ""
        paragraph = sum(start <= index for start in row["paragraphs"]) - 1
        end = len(text) + len(sentence)
        sentences.append(Sentence(f"a{index + 1}", sentence, len(text), end, paragraph))
        text += sentence
    article = Article(row["id"], row["title"], row["id"], row["id"], text, tuple(sentences))
    return Rated(
        article, row["kind"], frozenset(row["news"]), tuple(map(frozenset, row["ratings"]))
    )


def agreement(one: frozenset[int], other: frozenset[int]) -> float:
    """Share (0 to 1) of the longer choice that both have."""
    return len(one & other) / max(len(one), len(other))


def chosen_of(summary: Summary) -> frozenset[int]:
    """Which article sentences a copied summary consists of."""
    return frozenset(int(sentence.sources[0].id[1:]) - 1 for sentence in summary.sentences)


def dangling(rated: Rated, summary: Summary) -> Iterator[str]:
    """Sentences of a summary that refer to what it leaves out."""
    chosen, known, before = chosen_of(summary), set[str](), set[str]()
    names = Names([sentence.text for sentence in rated.article.sentences])
    for sentence in summary.sentences:
        index = int(sentence.sources[0].id[1:]) - 1
        follows = index == 0 or index - 1 in chosen or len(before) == 1
        hangs = need_of(sentence.text) is Need.PREVIOUS
        missing = [n for n in names.namings(index, known, follows, before) if n.person]
        if not follows and (hangs or (missing and not sentence.edits)):
            yield sentence.text
        before = names.told(index) | {each.person.name for each in missing if each.person}
        known |= before


def measure(articles: Sequence[Rated]) -> dict[str, Any]:
    """All figures."""
    summarizer = ExtractiveSummarizer(BackendOptions(Path("unused")))
    summaries = summarizer.summarize([r.article for r in articles], SummarySpec(SENTENCES))
    both = list(zip(articles, summaries, strict=True))
    long = [(rated, summary) for rated, summary in both if rated.kind != "brief"]
    ours = np.array([_with(rated, chosen_of(summary)) for rated, summary in long])
    lead = np.array([_with(rated, frozenset(range(SENTENCES))) for rated, _ in long])
    raters = np.array([_among(rated) for rated, _ in long])
    features = [(r, chosen_of(s)) for r, s in both if r.kind == "feature"]
    briefs = [(r, chosen_of(s)) for r, s in both if r.kind == "brief"]
    return {
        "articles": len(articles),
        "signature": summarizer.signature,
        "rater_rater": float(raters.mean()),
        "ours_rater": float(ours.mean()),
        "lead_rater": float(lead.mean()),
        "ours_minus_raters": _difference(ours, raters),
        "ours_minus_lead": _difference(ours, lead),
        "kinds": {kind: _kind(kind, long, ours, lead, raters) for kind in _kinds(long)},
        "features": len(features),
        "features_with_news": sum(not r.news.isdisjoint(chosen) for r, chosen in features),
        "brief_sentences_lost": sum(len(r.article.sentences) - len(c) for r, c in briefs),
        "dangling": [text for rated, summary in both for text in dangling(rated, summary)],
        "fewer_than_asked": sum(len(chosen_of(s)) < SENTENCES for _, s in long),
        "names_put_in": sum(bool(s.edits) for _, summary in both for s in summary.sentences),
    }


def _with(rated: Rated, chosen: frozenset[int]) -> float:
    return float(np.mean([agreement(chosen, rating) for rating in rated.ratings]))


def _among(rated: Rated) -> float:
    return float(np.mean([agreement(*pair) for pair in combinations(rated.ratings, 2)]))


def _difference(one: Scores, other: Scores) -> list[float]:
    low, high = interval(one - other)
    return [float((one - other).mean()), low, high]


def _kinds(long: Sequence[tuple[Rated, Summary]]) -> list[str]:
    return list(dict.fromkeys(rated.kind for rated, _ in long))


def _kind(kind: str, long: Sequence[tuple[Rated, Summary]], *scores: Scores) -> list[float]:
    own = [i for i, (rated, _) in enumerate(long) if rated.kind == kind]
    return [float(len(own)), *(float(each[own].mean()) for each in scores)]


def markdown(results: dict[str, Any]) -> str:
    """Tables for people."""
    raters, lead = results["ours_minus_raters"], results["ours_minus_lead"]
    lines = [
        "# Summaries beside raters",
        "",
        f"{results['articles']} articles; {results['signature']}.",
        "",
        NOTE,
        "",
        "| | agreement |",
        "|---|---:|",
        f"| rater with rater | {results['rater_rater']:.3f} |",
        f"| summarize with rater | {results['ours_rater']:.3f} |",
        f"| lead with rater | {results['lead_rater']:.3f} |",
        "",
        f"summarize less raters: {raters[0]:+.3f} ({raters[1]:+.3f} to {raters[2]:+.3f}); less "
        f"lead: {lead[0]:+.3f} ({lead[1]:+.3f} to {lead[2]:+.3f}); 95 % intervals, paired "
        "bootstrap.",
        "",
        "| kind | articles | summarize | lead | raters |",
        "|---|---:|---:|---:|---:|",
        *(
            f"| {kind} | {row[0]:.0f} | {row[1]:.3f} | {row[2]:.3f} | {row[3]:.3f} |"
            for kind, row in results["kinds"].items()
        ),
        "",
        f"Features whose news is in the summary: {results['features_with_news']} of "
        f"{results['features']}. Sentences lost in briefs: {results['brief_sentences_lost']}. "
        f"Dangling references: {len(results['dangling'])}. Summaries of fewer than {SENTENCES} "
        f"sentences: {results['fewer_than_asked']}. Sentences with a name put in: "
        f"{results['names_put_in']}.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, write both files and print the tables."""
    results = measure(read_rated())
    (RESULTS / "editors.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    (RESULTS / "editors.md").write_text(markdown(results), "utf-8")
    print(markdown(results), *results["dangling"], sep="\n")


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    main()

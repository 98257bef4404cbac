"""How fast the translation memory answers, and what its pre-selection leaves out.

    python -m benchmarks.memory --data newstest.tsv news_summary.jsonl ... [--count 100000]

Files are english TAB khmer lines or JSON lines with a field ``article``. The memory is filled with
their sentences, and up to ``--count`` with variations of these: words replaced, left out, added.
What is looked up are variations too. In the hardest set it is the rarest words that differ, which
are the ones that the pre-selection goes by. Recall is against scoring every sentence of the memory
with rapidfuzz. Prints JSON and writes ``benchmarks/results/memory.*``.
"""

import argparse
import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from summarize.evaluate.corpus import read_corpus
from summarize.evaluate.pairs import read_pairs
from summarize.memory import Entry, Memory
from summarize.memory.records import fuzzy_key
from summarize.memory.store import LEAST, MOST

RESULTS = Path(__file__).with_name("results")
LOOK_UPS = 200
SHORTEST = 25
NEWS = range(90, 200)
"""Characters of a usual news sentence: all are of like length, so that nothing but words helps."""
SHARES = (0.05, 0.1, 0.15, 0.2, 0.25)


@dataclass(frozen=True, slots=True)
class Task:
    """Sentences of a memory, and those looked up in it."""

    name: str
    sentences: list[str]
    queries: list[str]


class Variations:
    """Sentences with a share of their words changed."""

    def __init__(self, sentences: Sequence[str], seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._words = [word for text in sentences for word in text.split()]
        self._counts = Counter(self._words)

    def anywhere(self, text: str) -> str:
        """Words at random places replaced, left out or followed by another."""
        share = self._chance.choice(SHARES)
        return " ".join(w for word in text.split() for w in self._changed(word, share))

    def rarest(self, text: str) -> str:
        """The rarest words replaced: the names and numbers of another event."""
        words = text.split()
        count = max(1, round(len(words) * self._chance.choice(SHARES)))
        for place in sorted(range(len(words)), key=lambda i: self._counts[words[i]])[:count]:
            words[place] = self._chance.choice(self._words)
        return " ".join(words)

    def _changed(self, word: str, share: float) -> tuple[str, ...]:
        other = self._chance.choice(self._words)
        draw = self._chance.random() / share
        if draw >= 1:
            return (word,)
        return (other,) if draw < 0.6 else () if draw < 0.8 else (word, other)

    def filled(self, sentences: Sequence[str], count: int) -> list[str]:
        """``count`` different sentences: the given ones, then variations of them."""
        found = dict.fromkeys(sentences)
        while len(found) < count:
            found[self.anywhere(self._chance.choice(sentences))] = None
        return list(found)[:count]

    def looked_up(self, sentences: Sequence[str], change: Callable[[str], str]) -> list[str]:
        """Variations of some of ``sentences``."""
        return [change(text) for text in self._chance.sample(sentences, LOOK_UPS)]


def read_sentences(paths: Sequence[Path]) -> list[str]:
    """The different English sentences of all files that are no mere labels."""
    texts = (text for path in paths for text in _texts(path))
    return list(dict.fromkeys(text for text in texts if len(text) >= SHORTEST))


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".jsonl":
        yield from (s.text for one in read_corpus(path) for s in one.article.sentences)
    else:
        yield from (pair.source for pair in read_pairs(path))


def tasks(sentences: Sequence[str], count: int) -> Iterator[Task]:
    """A mixed memory, then one of news sentences alone, looked up in two ways."""
    varied = Variations(sentences)
    mixed = varied.filled(sentences, count)
    yield Task("all kinds of sentences", mixed, varied.looked_up(mixed, varied.anywhere))
    usual = [text for text in sentences if len(text) in NEWS]
    news = varied.filled(usual, count)
    yield Task("news sentences", news, varied.looked_up(news, varied.anywhere))
    yield Task("news sentences, rarest words differ", news, varied.looked_up(news, varied.rarest))


def measure(task: Task) -> dict[str, Any]:
    """Times in milliseconds, and the recall of the ten best."""
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(Path(folder) / "memory.sqlite")
        start = time.process_time()
        memory.add(Entry(text, "ខ្មែរ។") for text in task.sentences)
        adding = time.process_time() - start
        known = task.sentences[:: len(task.sentences) // LOOK_UPS]
        exact = [timed(lambda text: memory.exact([text]), text)[0] for text in known]
        answers = [timed(memory.matches, text) for text in task.queries]
        size = memory.stats().size
        memory.close()
    keys = [fuzzy_key(text) for text in task.sentences]
    scans = [timed(lambda text: full_scan(text, keys), text) for text in task.queries]
    found = [[match.score for match in matches] for _, matches in answers]
    there = [scores for _, scores in scans]
    return {
        "memory": task.name,
        "sentences": len(task.sentences),
        "characters": round(sum(map(len, task.sentences)) / len(task.sentences), 1),
        "adding_seconds": round(adding, 1),
        "megabytes": round(size / 1e6, 1),
        "exact_ms": spread(exact),
        "ten_best_ms": spread([spent for spent, _ in answers]),
        "every_sentence_scored_ms": spread([spent for spent, _ in scans]),
        "matches_there": sum(map(len, there)),
        "recall": round(recall(found, there), 4),
        "best_found": round(recall([one[:1] for one in found], [one[:1] for one in there]), 4),
    }


def full_scan(text: str, keys: Sequence[str]) -> list[float]:
    """The scores of the best matches among all ``keys``."""
    scored = process.extract(
        fuzzy_key(text),
        keys,
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=LEAST,
        limit=MOST,
    )
    return [float(score) for _, score, _ in scored]


def recall(found: Sequence[Sequence[float]], there: Sequence[Sequence[float]]) -> float:
    """Share of the scores ``there`` that are ``found``: which of equal matches does not matter."""
    pairs = zip(found, there, strict=True)
    hits = sum((_rounded(one) & _rounded(other)).total() for one, other in pairs)
    return hits / max(1, sum(map(len, there)))


def _rounded(scores: Sequence[float]) -> Counter[float]:
    return Counter(round(min(score, 0.99), 6) for score in scores)


def timed(function: Callable[[str], Any], text: str) -> tuple[float, Any]:
    """Milliseconds of processor time, and the answer."""
    start = time.process_time()
    answer = function(text)
    return (time.process_time() - start) * 1000, answer


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, 95th percentile and maximum."""
    last = quantiles(values, n=20)[-1]
    return {"median": round(median(values), 3), "p95": round(last, 3), "max": round(max(values), 3)}


def markdown(rows: Sequence[dict[str, Any]]) -> str:
    """A table for people."""
    lines = [
        "# The translation memory",
        "",
        f"{rows[0]['sentences']:,} sentences, {LOOK_UPS} looked up; milliseconds of processor "
        "time as median / 95th percentile / maximum. Recall is that of the ten best with a score "
        f"of {LEAST} or more, against scoring every sentence with rapidfuzz.",
        "",
        "| memory | characters a sentence | exact | ten best | every sentence scored | recall "
        "| best one found |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        times = (_cell(row[k]) for k in ("exact_ms", "ten_best_ms", "every_sentence_scored_ms"))
        lines.append(
            f"| {row['memory']} | {row['characters']} | {' | '.join(times)} "
            f"| {row['recall']:.1%} | {row['best_found']:.1%} |"
        )
    return "\n".join(lines) + "\n"


def _cell(values: dict[str, float]) -> str:
    return " / ".join(f"{value:.3g}" for value in values.values())


def main() -> None:
    """Read the arguments, measure, write both files and print the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True, help=".tsv or .jsonl")
    parser.add_argument("--count", type=int, default=100_000, help="sentences in the memory")
    arguments = parser.parse_args()
    sentences = read_sentences(arguments.data)
    rows = [measure(task) for task in tasks(sentences, arguments.count)]
    text = json.dumps({"read_from_files": len(sentences), "memories": rows}, indent=1)
    (RESULTS / "memory.json").write_text(text + "\n", "utf-8")
    (RESULTS / "memory.md").write_text(markdown(rows), "utf-8")
    print(text)


if __name__ == "__main__":
    main()

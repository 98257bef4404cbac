"""How well tellings of the same story are found: articles, and what a person wrote of each.

    python -m benchmarks.same_story --data news_summary.jsonl

The data have ``article``, ``headline`` and ``summary`` (about 60 words in words of its own) on each
line. In batches of some stories, each is there in both; found are pairs of the same story that
are joined, wrong are pairs of different ones that are.
"""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

from summarize.digest.cluster import ALIKE, alike, weighed
from summarize.feeds.similar import sketch
from summarize.json_text import read_json

SIZES = (3, 8, 15, 40, 189)
STORIES = 120
"""That many at least are looked at for each size of a batch."""
FEWEST_WORDS = 80
RESULT = Path(__file__).parent / "results" / "same_story.md"
HEAD = """# The same story

Made by `python -m benchmarks.same_story`: {count} articles, and of each the headline and the
summary that a person wrote. Joined from a cosine of {alike} on.

| stories in a batch | pairs of one story | found | pairs of different stories | joined wrongly |
|---:|---:|---:|---:|---:|
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Pairs of the same story and of different ones, and how many of each were joined."""

    same: int = 0
    found: int = 0
    different: int = 0
    wrong: int = 0

    def plus(self, *, joined: bool, same: bool) -> "Counts":
        """With one more pair."""
        return Counts(
            self.same + same,
            self.found + (same and joined),
            self.different + (not same),
            self.wrong + (joined and not same),
        )


def measure(articles: list[str], others: list[str]) -> Counts:
    """Of one batch, in which ``others`` tell what ``articles`` tell, in the same order."""
    texts = [*articles, *others]
    weights, sketches = weighed(texts), [sketch(text) for text in texts]
    count, counts = len(articles), Counts()
    for i in range(count):
        for j in range(i + 1, len(texts)):
            joined = alike(i, j, sketches, weights)
            counts = counts.plus(joined=joined, same=j - count == i)
    return counts


def main() -> None:
    """Measure each size of a batch and write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    rows = [read_json(line) for line in parser.parse_args().data.read_text("utf-8").splitlines()]
    rows = [row for row in rows if len(row["article"].split()) > FEWEST_WORDS]
    random.Random(1).shuffle(rows)
    table = HEAD.format(count=len(rows), alike=ALIKE)
    for size in SIZES:
        total = Counts()
        for start in range(0, min(len(rows), max(size, STORIES)) - size + 1, size):
            own = rows[start : start + size]
            told = [f"{row['headline']}. {row['summary']}" for row in own]
            found = measure([row["article"] for row in own], told)
            total = Counts(
                total.same + found.same,
                total.found + found.found,
                total.different + found.different,
                total.wrong + found.wrong,
            )
        share = total.found / total.same
        table += f"| {size} | {total.same} | {share:.0%} | {total.different:,} | {total.wrong} |\n"
    RESULT.write_text(table, "utf-8")


if __name__ == "__main__":
    main()

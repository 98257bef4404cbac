"""Any number of different articles from a corpus: the same ones for the same seed.

    python -m benchmarks.many_articles --data news_summary.jsonl --count 1000 --out articles/

Each has the sentences of one article of the corpus, one in five left out, with its numbers changed,
so that no two share a text and few share a sentence. Lengths stay those of the corpus.
"""

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarize.evaluate.corpus import read_corpus

DROPPED = 0.2
NUMBER = re.compile(r"(?<![\d.,])\d{2,3}(?![\d.,]*\d)")


def variations(articles: Sequence[Sequence[str]], count: int, seed: int) -> Iterator[str]:
    """``count`` texts made of ``articles``, each a sequence of its sentences."""
    chance = random.Random(seed)
    for number in range(count):
        sentences = articles[number % len(articles)]
        kept = [text for text in sentences[1:] if chance.random() > DROPPED]
        first = f"{sentences[0].rstrip('.')}, according to report number {number + 1}."
        yield "\n\n".join(_renumbered(text, chance) for text in [first, *kept])


def _renumbered(text: str, chance: random.Random) -> str:
    """``text`` with other numbers of as many digits."""
    return NUMBER.sub(lambda m: str(chance.randrange(10 ** (len(m[0]) - 1), 10 ** len(m[0]))), text)


def write_articles(data: Path, count: int, folder: Path, seed: int = 1) -> None:
    """Write ``count`` text files into ``folder``, a hundred to a folder below it."""
    articles = [[s.text for s in pair.article.sentences] for pair in read_corpus(data)]
    for number, text in enumerate(variations(articles, count, seed)):
        path = folder / f"{number // 100:03}" / f"article-{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_articles(given.data, given.count, given.out, given.seed)


if __name__ == "__main__":
    main()

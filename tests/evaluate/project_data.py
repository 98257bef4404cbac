"""Data of the project's own to measure checks on, where the evaluation sets are not at hand.

    python -m tests.evaluate.project_data FOLDER

writes ``FOLDER/made.tsv`` (filled templates of the training), ``FOLDER/made_articles.jsonl`` (news
of such sentences) and ``FOLDER/samples.jsonl`` (the articles of ``samples/``). A summary joins two
sentences of its article at a time, so that none of its own stands in the article word for word.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from summarize.articles import read_article
from training.adapter.synthetic import synthetic_pairs

SEED = 4
PAIRS = 300
ARTICLES = 40
SENTENCES = 12
"""Of an article; the first four go into its summary."""
SUMMARISED = 4
SAMPLES = Path(__file__).parents[2] / "samples"


def write_project_data(folder: Path) -> None:
    """Write the three files; the same for the same templates and samples."""
    pairs = synthetic_pairs(SEED)
    lines = [f"{english}\t{khmer}\n" for english, khmer in pairs[:PAIRS]]
    (folder / "made.tsv").write_text("".join(lines), "utf-8")
    english = [source for source, _ in pairs[PAIRS : PAIRS + ARTICLES * SENTENCES]]
    made = [english[i : i + SENTENCES] for i in range(0, len(english), SENTENCES)]
    _write_articles(folder / "made_articles.jsonl", [("\n".join(own), own) for own in made])
    read = [read_article(str(path)) for path in sorted(SAMPLES.glob("*.txt"))]
    samples = [(article.text, [s.text for s in article.sentences]) for article in read]
    _write_articles(folder / "samples.jsonl", samples)


def _write_articles(path: Path, articles: Sequence[tuple[str, Sequence[str]]]) -> None:
    rows = [
        {"id": str(n), "article": text, "summary": _joined(sentences[:SUMMARISED])}
        for n, (text, sentences) in enumerate(articles)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def _joined(sentences: Sequence[str]) -> str:
    pairs = zip(sentences[::2], sentences[1::2], strict=False)
    return " ".join(f"{first.removesuffix('.')}; {second}" for first, second in pairs)


if __name__ == "__main__":
    write_project_data(Path(sys.argv[1]))

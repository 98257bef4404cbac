"""Forward translation: Khmer of English news by the teacher, the best of several by the checks.

    python -m training.adapter.forward --model CANDIDATE --articles news_summary.jsonl --out MADE

``CANDIDATE`` is a folder as ``training.adapter.ship`` makes it. Interrupted, the same command goes
on. ``MADE/forward_translated.tsv`` gets the sentences in which no check finds an error or warning.
"""

import argparse
from pathlib import Path

from summarize.backends.base import Translator
from summarize.backends.registry import translator
from summarize.checks import check_pair
from summarize.drafting import draft
from summarize.evaluate.corpus import read_corpus
from summarize.options import BackendOptions
from summarize.settings import load_settings
from training.lines import Record, go_on, records

NAME = "forward_translated"
TOGETHER = 100


def translated(model: Translator, sentences: list[str]) -> list[Record]:
    """A record for each sentence: its Khmer, and how severe what the checks find in it is."""
    found = zip(sentences, draft(model, sentences), strict=True)
    return [
        {
            "english": source,
            "khmer": drafted.target,
            "doubts": sum(f.severity != "info" for f in check_pair(source, drafted.target)),
        }
        for source, drafted in found
    ]


def main() -> None:
    """Read the command line, translate and select."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", required=True, help="a translator of the program, by name")
    parser.add_argument("--articles", type=Path, required=True, help="JSON lines with `article`")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--longest", type=int, default=220, help="characters of a sentence")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    texts = [s.text for own in read_corpus(given.articles) for s in own.article.sentences]
    sentences = [text for text in dict.fromkeys(texts) if len(text) <= given.longest]
    model = translator(given.model, BackendOptions(load_settings({}).model_dir))
    path = given.out / f"{NAME}.jsonl"
    done = go_on(path, sentences, lambda group: translated(model, group), TOGETHER)
    kept = [f"{r['english']}\t{r['khmer']}\n" for r in records(path) if not r["doubts"]]
    (given.out / f"{NAME}.tsv").write_text("".join(kept), "utf-8")
    print(f"{done} translated now, {len(sentences)} in all, {len(kept)} kept")


if __name__ == "__main__":
    main()

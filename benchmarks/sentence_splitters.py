"""Compare sentence splitters on news: sentencex, pysbd, and sentencex with our corrections.

    python -m benchmarks.sentence_splitters --data news_summary.jsonl [--show 60]

``--data`` takes JSON lines with a field ``article``. There is no reference segmentation, so the
table counts what is wrong on sight; ``--show`` prints places where the two libraries disagree.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from summarize.articles.sentences import Span, quotes_match, split_sentences

Splitter = Callable[[str], list[Span]]

APOSTROPHE = re.compile(r"(?<=\w)\?(?=(?:s|t|re|ve|ll|d|m)\b)")
LOST_SPACE = re.compile(r"((?<=[a-z]{2})[.!?][\"”]?|(?<=[a-z]{2}[.!?])[\"”])(?=[“A-Z])")
ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Gov|Govt|Rep|Rev|St|Rs|vs|Nos?|Jan|Feb|Aug|Sept?|"
    r"Oct|Nov|Dec|[A-Z]|\d{1,2})\.$"
)
"""A sentence that ends like this was most likely cut in two."""

COUNTS = (
    "unmatched quotes",
    "ends in abbreviation or number",
    "starts in lower case",
    "< 3 words",
    "> 60 words",
    "articles with lost text",
)


@dataclass(frozen=True, slots=True)
class Row:
    """What one splitter did to a set of articles."""

    name: str
    sentences: int
    unmatched: int
    abbreviations: int
    lower: int
    short: int
    long: int
    lossy: int
    milliseconds: float


def make_splitters() -> dict[str, Splitter]:
    """Make the three contenders, all as text -> stripped spans."""
    import pysbd
    import sentencex

    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)
    return {
        "pysbd": lambda text: _strip(text, ((s.start, s.end) for s in segmenter.segment(text))),
        "sentencex": lambda text: _strip(
            text,
            (
                (s["start_index"], s["end_index"])
                for s in sentencex.get_sentence_boundaries("en", text)
            ),
        ),
        "summarize": split_sentences,
    }


def _strip(text: str, spans: Iterator[Span]) -> list[Span]:
    trimmed = []
    for start, end in spans:
        piece = text[start:end]
        trimmed.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return [span for span in trimmed if span[0] < span[1]]


def restore(text: str) -> str:
    """Give back the typographic quotes that a wrong decoding of the data set made into ``?``."""
    pieces, last, inside = [], 0, False
    text = APOSTROPHE.sub("’", text)
    for found in re.finditer(r"\?", text):
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        closes = inside and (before in set(".,!?") or not after.isalnum())
        opens = not inside and after.isalnum()
        if closes or opens:
            pieces += [text[last : found.start()], "“" if opens else "”"]
            last, inside = found.end(), opens
    return LOST_SPACE.sub(r"\1 ", "".join(pieces) + text[last:])


def measure(name: str, splitter: Splitter, texts: list[str]) -> Row:
    """Run ``splitter`` over ``texts`` and count what looks wrong."""
    started = time.perf_counter()
    spans = [splitter(text) for text in texts]
    seconds = time.perf_counter() - started
    sentences = [text[a:b] for text, found in zip(texts, spans, strict=True) for a, b in found]
    return Row(
        name=name,
        sentences=len(sentences),
        unmatched=sum(not quotes_match(s) for s in sentences),
        abbreviations=sum(bool(ABBREVIATION.search(s)) for s in sentences),
        lower=sum(s[0].islower() for s in sentences),
        short=sum(len(s.split()) < 3 for s in sentences),
        long=sum(len(s.split()) > 60 for s in sentences),
        lossy=sum(_lossy(text, found) for text, found in zip(texts, spans, strict=True)),
        milliseconds=1000 * seconds / len(texts),
    )


def _lossy(text: str, spans: list[Span]) -> bool:
    kept = "".join(text[start:end] for start, end in spans)
    return "".join(kept.split()) != "".join(text.split())


def import_milliseconds(module: str) -> float:
    """Import ``module`` in a fresh interpreter five times; the best time."""
    code = (
        f"import time; t = time.perf_counter(); import {module}; "
        "print(1000 * (time.perf_counter() - t))"
    )
    return min(
        float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout)
        for _ in range(5)
    )


def disagreements(texts: list[str], one: Splitter, other: Splitter) -> list[str]:
    """Every place where only one of two splitters ends a sentence, with its surroundings."""
    found = []
    for text in texts:
        ours, theirs = ({end for _, end in split(text)} for split in (one, other))
        for end in sorted(ours ^ theirs):
            who = "first " if end in ours else "second"
            found.append(f"{who} {text[max(0, end - 80) : end]!r} | {text[end : end + 50]!r}")
    return found


def print_table(title: str, rows: list[Row]) -> None:
    """Print one Markdown table."""
    print(f"\n## {title}\n")
    print("| splitter | sentences | " + " | ".join(COUNTS) + " | ms/article |")
    print("|---" * (len(COUNTS) + 3) + "|")
    for r in rows:
        counts = [r.sentences, r.unmatched, r.abbreviations, r.lower, r.short, r.long, r.lossy]
        print(f"| {r.name} | " + " | ".join(map(str, counts)) + f" | {r.milliseconds:.2f} |")


def main() -> None:
    """Print the tables, import times, and with ``--show`` a sample of disagreements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    lines = options.data.read_text(encoding="utf-8").splitlines()
    scraped = [json.loads(line)["article"] for line in lines]
    restored = [text for text in map(restore, scraped) if quotes_match(text)]
    splitters = make_splitters()
    for title, texts in (
        ("as scraped", scraped),
        ("quotation marks and spaces restored", restored),
    ):
        rows = [measure(name, splitter, texts) for name, splitter in splitters.items()]
        print_table(f"{len(texts)} articles, {title}", rows)
    for module in ("pysbd", "sentencex"):
        print(f"\nimport {module}: {import_milliseconds(module):.0f} ms")
    found = disagreements(restored, splitters["sentencex"], splitters["pysbd"])
    print(f"\n{len(found)} disagreements of sentencex (first) and pysbd (second), restored text")
    for line in random.Random(2).sample(found, min(options.show, len(found))):
        print(line)


if __name__ == "__main__":
    main()

"""Whether the words of drafts that the model finds unlikely are where the wrong words are.

    python -m training.confidence.doubts [MARKED.jsonl] > benchmarks/results/doubts.md

Each line of the file has ``source`` and ``target`` of a rated draft, its ``rating``, the parts of
the Khmer that are ``wrong``, and whether they were noted ``blind``, before the scores were seen.
"""

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Final

from summarize.alignment.table import content, links
from summarize.backends.base import Piece
from summarize.backends.embedded import EmbeddedTranslator
from summarize.khmer.normalise import key
from summarize.khmer.words import numbered, words
from summarize.options import BackendOptions
from summarize.settings import load_settings
from training.confidence.measure import auc

FILE: Final = Path(__file__).with_name("wrong_words.jsonl")
CHANCES: Final = (0.2, 0.1, 0.05)
_JUDGED: Final = 0.03  # how much likelier than by chance a word must be explained to be looked for
_HEAD: Final = """\
# Doubtful words

Written by `python -m training.confidence.doubts`. Khmer words of {drafts} rated drafts of version 5
of the embedded translator, {usable} of them usable to two language models. A language model noted
the wrong parts, in {blind} of the drafts before it saw any score. **No person has.** A word is
marked where one of its tokens is less likely to the model than the chance given, or where no word
of the English explains it. `U`, `H`, `W`: marks in a draft rated usable, heavy edits, wrong.

| drafts | words | wrong | AUC | marked by | marks | wrong of them | of all wrong | U, H, W |
|---|--:|--:|--:|---|--:|--:|--:|---|
"""


@dataclass(frozen=True, slots=True)
class _Word:
    rating: str
    is_wrong: bool
    score: float
    is_unexplained: bool


def main() -> None:
    """Print the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    rows = [json.loads(line) for line in parser.parse_args().file.open(encoding="utf-8")]
    model = EmbeddedTranslator(BackendOptions(load_settings().model_dir, offline=True))
    pieces = model.pieces([(row["source"], row["target"]) for row in rows])
    found = [list(_words(row, own)) for row, own in zip(rows, pieces, strict=True)]
    blind = [own for row, own in zip(rows, found, strict=True) if row["blind"]]
    usable = sum(row["rating"] == "U" for row in rows)
    print(_HEAD.format(drafts=len(rows), usable=usable, blind=len(blind)), end="")
    for name, groups in ((f"all {len(rows)}", found), (f"{len(blind)} blind", blind)):
        print("\n".join(_lines(name, groups)))


def _words(row: dict[str, str], pieces: Sequence[Piece]) -> Iterable[_Word]:
    target, table = row["target"], links()
    wrong = [m.span() for part in row["wrong"] for m in re.finditer(re.escape(part), target)]
    stems = [table.rows[stem] for stem in content(row["source"]) if stem in table.rows]
    explained = frozenset[int]().union(*(table.of(stem) for stem in stems))
    for word in words(key(target)):
        start, end = word.start, word.start + len(word.text)
        number = numbered(word.text) if word.is_known else None
        yield _Word(
            row["rating"],
            any(first < end and start < last for first, last in wrong),
            min(one.score for one in pieces if one.start < end and start < one.end),
            number is not None
            and table.explained[number] > table.met[number] + _JUDGED
            and number not in explained,
        )


def _lines(name: str, drafts: Sequence[Sequence[_Word]]) -> Iterable[str]:
    flat = [word for own in drafts for word in own]
    wrong = sum(word.is_wrong for word in flat)
    area = auc([-word.score for word in flat], [word.is_wrong for word in flat])
    head = f"| {name} | {len(flat)} | {wrong} | {area:.2f} |"
    marks = [(f"chance below {p}", [word.score < log(p) for word in flat]) for p in CHANCES]
    marks.append(("no English word", [word.is_unexplained for word in flat]))
    for way, own in marks:
        chosen = [word for word, is_marked in zip(flat, own, strict=True) if is_marked]
        hits = sum(word.is_wrong for word in chosen)
        each = ", ".join(_each(chosen, drafts, rating) for rating in "UHW")
        share = f"{hits / len(chosen):.0%} | {hits / wrong:.0%}"
        yield f"{head} {way} | {len(chosen)} | {share} | {each} |"


def _each(chosen: Sequence[_Word], drafts: Sequence[Sequence[_Word]], rating: str) -> str:
    count = sum(bool(own) and own[0].rating == rating for own in drafts)
    return f"{sum(word.rating == rating for word in chosen) / count:.1f}"


if __name__ == "__main__":
    main()

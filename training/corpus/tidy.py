"""Made alike by a script, never by hand: ``python -m training.corpus.tidy FILE... --out FOLDER``.

The Khmer of new files gets one encoding, one spelling of numbers, dates and quotations; pairs whose
English is in the corpus already, or that a check finds wrong, are left out and told.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from summarize.checks import numbers
from summarize.khmer.digits import to_khmer_digits
from summarize.khmer.normalise import draft_text
from training.corpus.check import faults_of
from training.corpus.read import BETWEEN, pairs
from training.corpus.spellings import spelt

_RULES: Final = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"«\s+", "«"),
        (r"\s+»", "»"),
        (r"ថា ?: ?«", "ថា៖ «"),
        (r"(?<=[\u1780-\u17d3])\s+([។៕?!])", r"\1"),
        (r"ឆ្នាំ (?=[០-៩]{4})", "ឆ្នាំ"),
        (r"ថ្ងៃទី (?=[០-៩])", "ថ្ងៃទី"),
        (r"(?<![០-៩.,])([០-៩]{1,3})[ ,]([០-៩]{3})[ ,]([០-៩]{3})(?![០-៩])", r"\1.\2.\3"),
        (r"(?<![០-៩.,])([០-៩]{2,3})[ ,]([០-៩]{3})(?![០-៩.,])", r"\1.\2"),
        (r"(?<![០-៩.,])([០-៩])[ .,]([០-៩]{3})(?![០-៩.,])", r"\1\2"),
        (r"(?<![០-៩.,])([០-៩]{2,3})([០-៩]{3})(?![០-៩.,])", r"\1.\2"),
        (r"(?<=[០-៩])\.(?=[០-៩]{1,2}(?![០-៩]))", ","),
        (r"  +", " "),
    )
)
"""A thousand is 4500, ten thousand 60.000, decimals are 3,2; dates and quotations are joined."""


def tidy(english: str, khmer: str) -> str:
    """``khmer`` in the spelling of the corpus; rules that would change a number are not used."""
    text = spelt(to_khmer_digits(draft_text(khmer)).replace("\u200b", "").strip())
    wrong = len(numbers.check(english, text))
    for pattern, put in _RULES:
        changed = pattern.sub(put, text)
        if changed != text and len(numbers.check(english, changed)) <= wrong:
            text = changed
    return text


def tidied(lines: Iterable[str], seen: set[str]) -> Iterator[str]:
    """Good lines tidied, whose English joins ``seen``; what is left out is told on stderr."""
    for line in lines:
        if line == BETWEEN:
            yield line
            continue
        english, _, khmer = line.partition("\t")
        english = " ".join(draft_text(english).split())
        khmer = tidy(english, khmer)
        reasons = faults_of(english, khmer)
        if english.casefold() in seen:
            reasons = [*reasons, "is in the corpus already"]
        if reasons:
            print(f"left out: {'; '.join(reasons)} | {english}", file=sys.stderr)
            continue
        seen.add(english.casefold())
        yield f"{english}\t{khmer}"


def main() -> None:
    """Tidy files into a folder of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    seen = {english.casefold() for english, _ in pairs()}
    for path in given.files:
        lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        made = list(tidied(lines, seen))
        (given.out / path.name).write_text("".join(f"{line}\n" for line in made), "utf-8")


if __name__ == "__main__":
    main()

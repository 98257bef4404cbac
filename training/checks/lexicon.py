"""Write the word list of the checks: ``python -m training.checks.lexicon [--text …] [--words …]``.

``--text`` takes further files of ``english TAB khmer`` beside the corpus of the project,
``--words`` lists of ``latin TAB khmer`` words; give only such as may be used for it. Words come
from khmercut (Apache-2.0), which the program itself does not need. One that occurs once and is in
no list is left out: most such are faults of the segmenter.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from khmercut import tokenize

from summarize.khmer.alphabet import BASE, LETTER
from summarize.khmer.clusters import check
from summarize.khmer.normalise import key
from summarize.khmer.words import PAGE
from training.corpus.read import pairs

_WORD: Final = re.compile(f"[{BASE}][{LETTER}]*")
_LEAST: Final = 2
_LETTERS: Final = frozenset(map(chr, range(0x1780, 0x17A3)))


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each Khmer word occurs in ``texts``."""
    return Counter(word for text in texts for word in tokenize(key(text)) if _WORD.fullmatch(word))


def kept(counts: Counter[str], listed: Iterable[str]) -> dict[str, int]:
    """The words worth shipping with their counts; listed ones that do not occur have 0."""
    known = {key(word).replace("ៗ", "") for word in listed}
    often = {word: n for word, n in counts.items() if n >= _LEAST or word in known}
    rare = {word: 0 for word in known if _WORD.fullmatch(word)}
    words = {word: n for word, n in (rare | often).items() if not check(word)}
    return {word: n for word, n in words.items() if word not in _LETTERS or n >= _LEAST}


def column(path: Path, number: int) -> Iterator[str]:
    """One column of a file of tab-separated values."""
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > number:
            yield cells[number]


def main() -> None:
    """Read the arguments, count, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, nargs="*", default=())
    parser.add_argument("--words", type=Path, nargs="*", default=())
    arguments = parser.parse_args()
    texts = [khmer for _, khmer in pairs()]
    texts += [khmer for path in arguments.text for khmer in column(path, 1)]
    words = kept(counted(texts), [w for path in arguments.words for w in column(path, 1)])
    lines = [f"{word}\t{count}" for word, count in sorted(words.items())]
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

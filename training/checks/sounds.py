"""Write the table of sounds: ``python -m training.checks.sounds --names FILE``.

``--names`` has lines of kind, Latin name and Khmer name. Spellings and Khmer letters are aligned by
a pair model with expectation maximisation (Viterbi counts); then the names of the corpus are found
in its Khmer by what was learned, and teach it more.
"""

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarize.english.names import names
from summarize.glossary.store import shipped_terms
from summarize.khmer.normalise import key
from summarize.names.sounds import PAGE, letters, spellings
from training.corpus.read import pairs

ROUNDS: Final = 6
TAUGHT: Final = 2
"""Rounds over the corpus."""
NARROW: Final = 8.0
"""How fast the first guess falls off with the distance from the diagonal."""
SURE: Final = 1.3
"""Mean log odds from which a name of the corpus counts as found."""
LEAST: Final = 8
"""Occurrences from which a run of vowels is a spelling of its own."""
LOWEST: Final = -3.0
NONE: Final = ""
"""Stands for what a letter of the other script is aligned with when there is nothing."""

Sounds = tuple[list[str], list[str]]
Steps = Counter[tuple[str, str]]
Path_ = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Table:
    """Log odds of each spelling with each letter, of its loss, and of a letter more."""

    pairs: dict[tuple[str, str], float]
    lost: dict[str, float]
    more: dict[str, float]

    def step(self, latin: str, khmer: str) -> float:
        """The log odds of one step."""
        if not latin:
            return self.more.get(khmer, LOWEST)
        return self.pairs.get((latin, khmer), LOWEST) if khmer else self.lost.get(latin, LOWEST)


def heard(khmer: str) -> list[str]:
    """The letters of ``khmer`` that are heard."""
    return [letter for letter, _ in letters(key(khmer))]


def listed(path: Path) -> Iterator[Sounds]:
    """Names word by word, and the places of CLDR that are one word."""
    for line in path.read_text("utf-8").splitlines():
        _, latin, khmer = line.split("\t")
        words = list(zip(latin.split(), khmer.split(), strict=False))
        same = len(latin.split()) == len(khmer.split())
        for name, form in words if same else [(latin, khmer)]:
            yield spellings(name), heard(form)
    for term in shipped_terms():
        if term.note in ("place", "city") and " " not in term.source and term.source.isascii():
            yield spellings(term.source), heard(term.target)


def align(latin: list[str], khmer: list[str], table: Table, *, within: bool) -> tuple[float, Path_]:
    """The best alignment and its mean log odds; ``within`` lets the Khmer go on at both ends."""
    rows, columns = len(latin) + 1, len(khmer) + 1
    best = [[0.0 if within else -math.inf] * columns] + [[-math.inf] * columns for _ in latin]
    back: dict[tuple[int, int], tuple[int, int]] = {}
    best[0][0] = 0.0
    for i in range(rows):
        for j in range(columns):
            for down, right in ((1, 1), (1, 0), (0, 1)):
                if i < down or j < right or (within and i == 0):
                    continue
                before = best[i - down][j - right]
                step = table.step(latin[i - 1] if down else NONE, khmer[j - 1] if right else NONE)
                if before + step > best[i][j]:
                    best[i][j], back[i, j] = before + step, (down, right)
    j = max(range(columns), key=best[-1].__getitem__) if within else columns - 1
    score, i, path = best[-1][j], rows - 1, []
    while (i, j) in back:
        down, right = back[i, j]
        path.append((latin[i - 1] if down else NONE, khmer[j - 1] if right else NONE))
        i, j = i - down, j - right
    return score / max(1, len(latin)), path


def first(found: Iterable[Sounds]) -> Steps:
    """Letters met by spellings at about the same place of their names."""
    steps: dict[tuple[str, str], float] = {}
    for latin, khmer in found:
        for i, spelling in enumerate(latin):
            for j, letter in enumerate(khmer):
                apart = abs((i + 0.5) / len(latin) - (j + 0.5) / len(khmer))
                pair = spelling, letter
                steps[pair] = steps.get(pair, 0.0) + math.exp(-NARROW * apart)
    return Counter({pair: round(100 * count) for pair, count in steps.items()})


def estimate(steps: Steps, text: Counter[str]) -> Table:
    """Log odds from counts against how often each letter occurs in ``text``."""
    total = sum(text.values())
    latin, khmer = Counter[str](), Counter[str]()
    for (spelling, letter), count in steps.items():
        latin[spelling] += count
        khmer[letter] += count
    table = Table({}, {}, {})
    for spelling in filter(None, latin):
        seen = latin[spelling]
        table.lost[spelling] = math.log((steps[spelling, NONE] + 0.3) / (seen + 0.6))
        for letter in text:
            share = (text[letter] + 1) / total
            odds = (steps[spelling, letter] / share + 0.4) / (seen + 0.4)
            table.pairs[spelling, letter] = max(LOWEST, math.log(odds))
    for letter in text:
        odds = (steps[NONE, letter] + 0.5) / (khmer[letter] + (2.0 if khmer[letter] else 4.0))
        table.more[letter] = max(LOWEST, math.log(odds))
    return table


def plain(found: Iterable[Sounds]) -> list[Sounds]:
    """The names with rare runs of vowels as their first vowel."""
    names_ = [pair for pair in found if all(pair)]
    runs = Counter(spelling for latin, _ in names_ for spelling in latin)
    usual = {spelling for spelling, count in runs.items() if count >= LEAST}
    return [([s if s in usual else s[0] for s in latin], khmer) for latin, khmer in names_]


def spoken(usual: set[str]) -> Iterator[Sounds]:
    """The names of the corpus, each with the letters of its sentence."""
    corpus = pairs()
    small = {word for english, _ in corpus for word in re.findall(r"\b[a-z]+\b", english)}
    for english, khmer in corpus:
        words = {word for name in names(english) for word in name.text.split()}
        for word in words:
            if word.isalpha() and not word.isupper() and word.lower() not in small:
                yield [s if s in usual else s[0] for s in spellings(word)], heard(khmer)


def learned(path: Path) -> Table:
    """The table of sounds of the names in ``path`` and in the corpus."""
    known = plain(listed(path))
    text = Counter(letter for _, khmer in pairs() for letter in heard(khmer))
    usual = {spelling for latin, _ in known for spelling in latin}
    table = estimate(first(known), text)
    for _ in range(ROUNDS):
        table = estimate(_steps(known, table), text)
    others = [pair for pair in spoken(usual) if all(pair)]
    for _ in range(TAUGHT):
        taught = Steps()
        for latin, khmer in others:
            score, path_ = align(latin, khmer, table, within=True)
            if score >= SURE:
                taught.update(path_)
        table = estimate(_steps(known, table) + taught, text)
    return table


def _steps(known: Iterable[Sounds], table: Table) -> Steps:
    steps = Steps()
    for latin, khmer in known:
        steps.update(align(latin, khmer, table, within=False)[1])
    return steps


def written(table: Table) -> str:
    """The table as tab-separated values, in tenths: letters across, spellings down."""
    across = sorted(table.more)
    lines = ["\t".join(["", "lost", *across])]
    lines.append("\t".join(["more", "", *(f"{10 * table.more[k]:.0f}" for k in across)]))
    for spelling in sorted(table.lost):
        odds = [table.lost[spelling], *(table.pairs[spelling, letter] for letter in across)]
        lines.append("\t".join([spelling, *(f"{10 * value:.0f}" for value in odds)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, required=True)
    PAGE.write_text(written(learned(parser.parse_args().names)), "utf-8")

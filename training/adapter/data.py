"""Pairs to train on: read, cleaned, filtered, kept apart from the evaluation sets, and mixed."""

import lzma
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarize.khmer import clusters
from summarize.khmer.digits import to_ascii_digits
from summarize.khmer.normalise import draft_text, key
from training.adapter.figures import copied
from training.adapter.names import name_pairs
from training.adapter.synthetic import synthetic_pairs
from training.corpus.read import pairs as corpus_pairs

SYNTHETIC, MONOLINGUAL, NAMES, NEWS = "synthetic", "mono", "names", "news"
MONOLINGUAL_FILE = "mono.km.txt.xz"
_WORD = re.compile(r"[a-z0-9]+")
_NUMBER = re.compile(r"\d+")
_KHMER = re.compile(r"[\u1780-\u17b3]")
_LATIN = re.compile(r"[A-Za-z]")
_LATIN_WORD = re.compile(r"[a-z]+")
_KHMER_WORD = re.compile(r"[\u1780-\u17d3]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation; digits of Khmer are ASCII digits.

    ``source`` is empty where the Khmer is no translation, but text to learn the language from.
    ``prompt`` names the prompt that tells the model what kind of pair it is.
    """

    source: str
    target: str
    prompt: str = "text"

    def turned(self) -> "Pair":
        """The pair of the other direction."""
        return Pair(self.target, self.source, "back")


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file of ``english TAB khmer`` lines, cleaned."""
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return [clean(source, target) for source, target in lines]


def clean(source: str, target: str) -> Pair:
    """One encoding and one spacing; digits are copied, so that the house style can be applied."""
    english, khmer = " ".join(draft_text(source).split()), to_ascii_digits(draft_text(target))
    return Pair(english, copied(english, khmer))


def read_monolingual(path: Path, config: Mapping[str, Any]) -> list[Pair]:
    """A sample of the Khmer sentences of ``path`` that are whole and rightly spelt."""
    options = config["monolingual"]
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        lines = [line for line in stream if line.rstrip().endswith(("។", "៕", "?"))]
    chance = random.Random(config["sample_seed"])
    chosen = chance.sample(lines, min(len(lines), options["sample"]))
    pairs = [replace(clean("", line.replace("៕", "។")), prompt="alone") for line in chosen]
    return [
        pair
        for pair in pairs
        if len(pair.target) >= options["shortest"] and not clusters.check(pair.target)
    ]


def is_sound(pair: Pair, filters: Mapping[str, Any]) -> bool:
    """Whether the Khmer looks like a translation: script, length, and every number came through."""
    khmer, latin = len(_KHMER.findall(pair.target)), len(_LATIN.findall(pair.target))
    if khmer == 0 or khmer / (khmer + latin) < filters["khmer_share"]:
        return False
    ratio = len(pair.target) / max(1, len(pair.source))
    if len(pair.source) >= 40 and not filters["shortest_ratio"] < ratio < filters["longest_ratio"]:
        return False
    return set(_NUMBER.findall(pair.source)) <= set(_NUMBER.findall(pair.target))


def identity(pair: Pair) -> tuple[str, str]:
    """What pairs share that differ in case, punctuation, spacing or numbers only."""
    letters = _KHMER_WORD.findall(key(pair.target))
    return " ".join(_LATIN_WORD.findall(pair.source.lower())), "".join(letters)


def _exactly(pair: Pair) -> tuple[str, str]:
    return pair.source, pair.target


class Held:
    """Runs of English words, and of Khmer characters, that no training pair may share.

    They are those of the evaluation sets. The Khmer ones tell sentences that have no English, or
    none that a person wrote.
    """

    def __init__(self, files: Sequence[Path], words: int, characters: int) -> None:
        self.length, self.characters = words, characters
        pairs = [pair for path in files for pair in read_pairs(path)]
        self.runs = {run for pair in pairs for run in self._runs(pair)}
        self.khmer = {run for pair in pairs for run in self._khmer_runs(pair.target)}

    def __contains__(self, pair: Pair) -> bool:
        if pair.prompt != "text" and any(r in self.khmer for r in self._khmer_runs(pair.target)):
            return True
        return bool(pair.source) and any(run in self.runs for run in self._runs(pair))

    def _khmer_runs(self, text: str) -> Iterator[str]:
        joined = "".join(text.split())
        for start in range(len(joined) - self.characters + 1):
            yield joined[start : start + self.characters]

    def _runs(self, pair: Pair) -> Iterator[tuple[str, ...]]:
        """All runs of ``length`` words; a shorter sentence is one run."""
        words = tuple(_WORD.findall(pair.source.lower()))
        for start in range(max(1, len(words) - self.length + 1)):
            yield words[start : start + self.length]


def load_sources(
    folder: Path, config: Mapping[str, Any], made: Path | None = None
) -> dict[str, list[Pair]]:
    """The pairs of every file of the mix in ``folder``/train, and of those in ``made``.

    Without doubles, unsound pairs, text of the evaluation sets, and files with nothing left.
    """
    filters = config["filters"]
    files = sorted((folder / "eval").glob("*.tsv"))
    held = Held(files, filters["shared_words"], filters["shared_characters"])
    sources: dict[str, list[Pair]] = {}
    seen: set[tuple[str, str]] = set()
    for name in config["mix"]:
        if name == SYNTHETIC:
            pairs = [clean(*pair) for pair in synthetic_pairs(config["sample_seed"])]
        elif name == MONOLINGUAL:
            pairs = read_monolingual(folder / MONOLINGUAL_FILE, config)
        elif name == NEWS:
            pairs = [clean(*pair) for pair in corpus_pairs()]
        elif name == NAMES:
            pairs = [clean(*pair) for pair in name_pairs(folder / "names", config["sample_seed"])]
        elif name in config["made"]:
            path = made / f"{name}.tsv" if made else None  # not every stage has run yet
            found = read_pairs(path) if path and path.exists() else []
            pairs = [replace(pair, prompt=config["made"][name]) for pair in found]
        else:
            pairs = read_pairs(folder / "train" / f"{name}.tsv")
        same = (
            _exactly if name in (SYNTHETIC, NAMES) else identity
        )  # templates differ in numbers only
        fresh: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            if (own := same(pair)) not in seen:
                fresh.setdefault(own, pair)
        sources[name] = [p for p in fresh.values() if is_sound(p, filters) and p not in held]
        seen.update(fresh)
    return {name: pairs for name, pairs in sources.items() if pairs}


def draw(
    sources: Mapping[str, Sequence[Pair]], config: Mapping[str, Any], seed: int
) -> Iterator[Pair]:
    """Pairs without end: a file by its share, then the next pair of that file in random order.

    A share of them is turned around, so that the model learns the other direction as well.
    """
    chance = random.Random(seed)
    streams = {name: _endless(pairs, chance) for name, pairs in sources.items()}
    names, shares = list(streams), [config["mix"][name] for name in streams]
    while True:
        pair = next(streams[chance.choices(names, shares)[0]])
        is_turned = pair.prompt == "text" and chance.random() < config["directions"]["back"]
        yield pair.turned() if is_turned else pair


def _endless(pairs: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    while True:
        yield from chance.sample(pairs, len(pairs))

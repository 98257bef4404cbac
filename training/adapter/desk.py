"""Write what ``summarize learn`` comes with: ``python -m training.adapter.desk --data DATA``.

``corpus.tsv.xz`` is a sample of the corpus of the project, to be learned beside what a desk
approved, so that nothing else is forgotten; ``general.tsv.xz`` are news sentences of the project
that nothing was ever trained on, to tell whether something is. No pair of the sample shares a run
of words with the latter, nor with the evaluation sets of ``DATA``.
"""

import argparse
import lzma
import random
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from summarize.adapting.pairs import Pair, clean, is_sound
from summarize.adapting.shipped import CORPUS, GENERAL
from training.adapter.data import Held, identity, read_pairs
from training.adapter.train import CONFIG
from training.corpus.read import pairs as corpus_pairs

SAMPLED: Final = 3_600
"""Pairs: some passes of half an hour on two cores, in less than 500 kB."""
MEASURED: Final = 200
DEVELOPMENT: Final = "train/news_dev.tsv"


def sample(data: Path) -> tuple[list[Pair], list[Pair]]:
    """The pairs to learn from and those to measure on, the same ones for the same data."""
    config = tomllib.loads(CONFIG.read_text("utf-8"))
    filters, chance = config["filters"], random.Random(config["sample_seed"])
    corpus = [clean(*pair) for pair in corpus_pairs()]
    bounds = filters["shared_words"], filters["shared_characters"]
    seen = Held.of(corpus, *bounds)
    fresh = [pair for pair in read_pairs(data / DEVELOPMENT) if pair not in seen]
    measured = sorted(chance.sample(fresh, MEASURED), key=fresh.index)
    files = [*sorted((data / "eval").glob("*.tsv")), data / DEVELOPMENT]
    held = Held(files, *bounds)
    usable = {
        identity(pair): pair for pair in corpus if is_sound(pair, filters) and pair not in held
    }
    return chance.sample(list(usable.values()), SAMPLED), measured


def write(path: Path, pairs: Sequence[Pair]) -> None:
    """One ``english TAB khmer`` pair a line, compressed."""
    lines = "".join(f"{pair.source}\t{pair.target}\n" for pair in pairs)
    path.write_bytes(lzma.compress(lines.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))


def main() -> None:
    """Read the command line and write both files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and eval/")
    learned, measured = sample(parser.parse_args().data)
    write(CORPUS, learned)
    write(GENERAL, measured)


if __name__ == "__main__":
    main()

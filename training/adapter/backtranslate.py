"""Back-translation (Sennrich et al., 2016): English for Khmer sentences, so that they become pairs.

    python -m training.adapter.backtranslate --adapter RUN --data DATA --out MADE --count 60000

The adapter must have learned the way back (``[directions] back`` in ``config.toml``). Interrupted,
the same command goes on. ``MADE/back_translated.jsonl`` gets everything, with the loss of the way
there; ``back_translated.tsv`` what passes the filters of ``[back_translation]``, for ``--made``.
"""

import argparse
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch

from training.adapter.data import MONOLINGUAL_FILE, Pair, is_sound, read_monolingual
from training.adapter.train import CONFIG, AdapterTask
from training.adapter.translate import losses, translate
from training.lines import Record, go_on, records

NAME = "back_translated"
_WORD = re.compile(r"[A-Za-z]+")
_NUMBER = re.compile(r"\d+")


def is_kept(record: Record, config: Mapping[str, Any]) -> bool:
    """Whether the English of ``record`` is worth learning from.

    It must look like the source of a translation, have the numbers of the Khmer and no others, be
    English, not repeat itself, and lead back to the Khmer with a low loss.
    """
    options, pair = config["back_translation"], Pair(record["english"], record["khmer"])
    words = _WORD.findall(pair.source.lower())
    if len(words) < options["fewest_words"] or not pair.source.isascii():
        return False
    if len(set(words)) / len(words) < options["different_words"]:
        return False
    numbers = [sorted(_NUMBER.findall(text)) for text in (pair.source, pair.target)]
    is_back = record["loss"] <= options["highest_loss"]
    return numbers[0] == numbers[1] and is_back and is_sound(pair, config["filters"])


def selected(path: Path, config: Mapping[str, Any]) -> Iterator[str]:
    """Lines of a file of pairs, from the records in ``path``."""
    for record in records(path):
        if is_kept(record, config):
            yield f"{record['english']}\t{record['khmer']}\n"


class Translator:
    """Makes records of Khmer sentences: their English, and the loss of the way there."""

    def __init__(self, task: AdapterTask, options: Mapping[str, Any]) -> None:
        self._task, self._options = task, dict(options)

    def __call__(self, khmer: list[str]) -> list[Record]:
        """A record for each sentence, in order."""
        model, encode = self._task.model, self._task.encode
        asked = [Pair(text, "", "back") for text in khmer]
        english = [" ".join(t.split()) for t in translate(model, encode, asked, self._options)]
        found = losses(model, encode, [Pair(*pair) for pair in zip(english, khmer, strict=True)])
        rows = zip(english, khmer, found, strict=True)
        return [{"english": e, "khmer": k, "loss": round(loss, 4)} for e, k, loss in rows]


def main() -> None:
    """Read the command line, translate and select."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--adapter", type=Path, required=True, help="what a training run wrote")
    parser.add_argument("--base", type=Path, help="GGUF of the base, else from its packages")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=20_000, help="Khmer sentences looked at")
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    config = tomllib.loads(given.config.read_text("utf-8"))
    config["monolingual"]["sample"] = given.count
    given.out.mkdir(parents=True, exist_ok=True)
    khmer = [pair.target for pair in read_monolingual(given.data / MONOLINGUAL_FILE, config)]
    task = AdapterTask(config, {}, given.out, given.base, given.adapter)
    task.model.to(given.device).eval()
    options, path = config["back_translation"]["generate"], given.out / f"{NAME}.jsonl"
    done = go_on(path, khmer, Translator(task, options), options["rows"] * 8)
    lines = list(selected(path, config))
    (given.out / f"{NAME}.tsv").write_text("".join(lines), "utf-8")
    print(f"{done} translated now, {len(khmer)} in all, {len(lines)} kept")


if __name__ == "__main__":
    main()

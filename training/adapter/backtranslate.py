"""Back-translation (Sennrich et al., 2016): English for Khmer sentences, so that they become pairs.

    python -m training.adapter.backtranslate --model CANDIDATE --data DATA --out MADE --count 60000

The adapter must have learned the way back (``[directions] back`` in ``config.toml``); ``CANDIDATE``
is a folder as ``training.adapter.ship`` makes it, and runs as it does in the program. Interrupted,
the same command goes on. ``MADE/back_translated.jsonl`` gets everything, with the loss of the way
there; ``back_translated.tsv`` what passes the filters of ``[back_translation]``, for ``--made``.
"""

import argparse
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from summarize.backends.base import TranslationSpec
from summarize.backends.embedded import AdapterTranslator
from summarize.checks import months_weekdays
from summarize.models.embedded import FOLDER
from summarize.models.embedded.manifest import Adapter, Limits, Manifest, read_manifest
from summarize.options import BackendOptions
from summarize.settings import load_settings
from summarize.tokens import Decoding
from training.adapter.data import MONOLINGUAL_FILE, Pair, is_sound, read_monolingual
from training.adapter.scoring import Scorer
from training.adapter.train import CONFIG
from training.lines import Record, go_on, records

NAME = "back_translated"
TOGETHER = 256
_WORD = re.compile(r"[A-Za-z]+")
_NUMBER = re.compile(r"\d+")


def is_kept(record: Record, config: Mapping[str, Any]) -> bool:
    """Whether the English of ``record`` is worth learning from.

    It must look like the source of a translation, have the numbers, months and weekdays of the
    Khmer and no others, be English, not repeat itself, and lead back to the Khmer with a low loss.
    """
    options, pair = config["back_translation"], Pair(record["english"], record["khmer"])
    words = _WORD.findall(pair.source.lower())
    if len(words) < options["fewest_words"] or not pair.source.isascii():
        return False
    if len(set(words)) / len(words) < options["different_words"]:
        return False
    if record["loss"] > options["highest_loss"]:
        return False
    if any(months_weekdays.difference(pair.source, pair.target)):
        return False
    numbers = [sorted(_NUMBER.findall(text)) for text in (pair.source, pair.target)]
    return numbers[0] == numbers[1] and is_sound(pair, config["filters"])


def selected(path: Path, config: Mapping[str, Any]) -> Iterator[str]:
    """Lines of a file of pairs, from the records in ``path``."""
    for record in records(path):
        if is_kept(record, config):
            yield f"{record['english']}\t{record['khmer']}\n"


class Translator:
    """Makes records of Khmer sentences: their English, and the loss of the way there."""

    def __init__(
        self,
        manifest: Manifest,
        adapter: Adapter,
        config: Mapping[str, Any],
        options: BackendOptions,
    ) -> None:
        asked = config["back_translation"]
        decoding = Decoding(**asked["decoding"])
        turned = replace(
            adapter,
            prompt=config["prompt"]["back"],
            decoding=decoding,
            beams=dict.fromkeys(adapter.beams, decoding.beam_size),
            limits=Limits(**asked["limits"]),
        )
        self._back = AdapterTranslator(manifest, turned, options)
        self._loss = Scorer(manifest, adapter, options.model_dir)

    def __call__(self, khmer: list[str]) -> list[Record]:
        """A record for each sentence, in order."""
        written = self._back.translate(khmer, TranslationSpec())
        english = [" ".join(text.split()) for text in written]
        found = self._loss(list(zip(english, khmer, strict=True)))
        rows = zip(english, khmer, found, strict=True)
        return [{"english": e, "khmer": k, "loss": round(loss, 4)} for e, k, loss in rows]


def translator(folder: Path, config: Mapping[str, Any]) -> Translator:
    """The translator of the candidate in ``folder``. Raises ``ModelError``, ``ValueError``."""
    manifest = read_manifest(folder)
    if manifest.adapter is None:
        raise ValueError(f"{folder} holds no adapter")
    options = BackendOptions(load_settings({}).model_dir, notify=print)
    return Translator(manifest, manifest.adapter, config, options)


def main() -> None:
    """Read the command line, translate and select."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of the candidate")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=20_000, help="Khmer sentences looked at")
    parser.add_argument("--config", type=Path, default=CONFIG)
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text("utf-8"))
    config["monolingual"]["sample"] = given.count
    given.out.mkdir(parents=True, exist_ok=True)
    khmer = [pair.target for pair in read_monolingual(given.data / MONOLINGUAL_FILE, config)]
    path = given.out / f"{NAME}.jsonl"
    done = go_on(path, khmer, translator(given.model, config), TOGETHER)
    lines = list(selected(path, config))
    (given.out / f"{NAME}.tsv").write_text("".join(lines), "utf-8")
    print(f"{done} translated now, {len(khmer)} in all, {len(lines)} kept")


if __name__ == "__main__":
    main()

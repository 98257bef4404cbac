"""Train the adapter: ``python -m training.adapter.train --data FOLDER --out FOLDER``.

``--out`` gets the adapter in PEFT's format and the kept vocabulary besides what every run leaves
there (:mod:`summarize.adapting.loop`).
"""

import argparse
import tomllib
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import torch

from summarize.adapting.batches import Encoder
from summarize.adapting.loop import CHECKPOINT, Run
from summarize.adapting.pairs import Pair
from summarize.adapting.precision import fastest
from summarize.adapting.task import AdapterTask, read_kept
from summarize.models.embedded.base import BaseFile
from summarize.models.embedded.vocabulary import tokenizer
from training.adapter.data import draw, load_sources, read_pairs
from training.arguments import run_parser

CONFIG = Path(__file__).with_name("config.toml")


def wanted_pieces(
    config: Mapping[str, Any],
    base: BaseFile,
    sources: Mapping[str, list[Pair]],
    english: Sequence[str],
    init: Path | None,
    out: Path,
) -> set[int]:
    """The pieces that the pairs, ``english`` and ``init`` need.

    A run that goes on keeps its pieces, though new pairs may need others.
    """
    if (out / CHECKPOINT).exists():
        return set(read_kept(out))
    encode = Encoder(tokenizer(base.vocabulary), config["prompt"])
    pairs = [pair for source in sources.values() for pair in source]
    turned = (pair.turned() for pair in pairs if pair.source)
    asked = (Pair(line, "") for line in english)
    rows = (*map(encode, (*pairs, *turned)), *map(encode, asked))
    earlier = read_kept(init) if init else []
    return {0, 3, *earlier} | {i for row in rows for i in row.ids}


def assembled(config: Mapping[str, Any], out: Path) -> Path:
    """The base weights, put together from their data packages and checked."""
    package = import_module(config["base"]["package"])
    path: Path = package.assemble(out / "base.gguf")
    return path


def train(arguments: argparse.Namespace) -> None:
    """One run, or what is left of it."""
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    torch.manual_seed(config["seed"])
    torch.set_num_threads(arguments.threads)
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    sources = load_sources(arguments.data, config, arguments.made)
    english = [line for path in arguments.english for line in path.read_text("utf-8").splitlines()]
    precision = fastest(torch.device(arguments.device))
    base = BaseFile(arguments.base or assembled(config, out))
    wanted = wanted_pieces(config, base, sources, english, arguments.init, out)
    pairs = partial(draw, sources, config)
    task = AdapterTask(config, base, sorted(wanted), pairs, arguments.init, precision)
    lines = read_pairs(arguments.data / "eval" / "flores_dev.tsv")
    task.develop_on(lines[: config["logging"]["development_lines"]])
    task.model.to(arguments.device)
    if arguments.compile:
        for layer in task.model.get_submodule("model.layers").children():
            layer.compile(dynamic=True)
    Run(task, config, out, arguments.minutes, arguments.device).train()


def main() -> None:
    """Read the command line and train."""
    parser = run_parser(__doc__.splitlines()[0], CONFIG)
    parser.add_argument("--base", type=Path, help="GGUF of the base, else from its packages")
    parser.add_argument("--init", type=Path, help="adapter folder to start from")
    parser.add_argument(
        "--english", type=Path, nargs="+", default=[], help="texts whose words are to stay whole"
    )
    parser.add_argument(
        "--compile",
        action="store_true",
        help="fuse each layer's operations; needs a C++ compiler",
    )
    train(parser.parse_args())


if __name__ == "__main__":
    main()

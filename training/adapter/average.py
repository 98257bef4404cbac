"""Average adapters that went on from one checkpoint: ``python -m training.adapter.average``.

Runs of different ``seed`` that start alike and take small steps stay in one valley of the loss,
where the mean of their weights is better than each ("model soups", Wortsman et al., 2022,
arXiv:2203.05482). So two processors train one adapter without waiting for each other.
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from summarize.models.embedded.build import VOCABULARY
from training.adapter.ship import CONFIG, WEIGHTS


def average(adapters: Sequence[Path], out: Path) -> None:
    """Write the mean of ``adapters`` to ``out``.

    Raises ``ValueError`` where they differ in layers, shapes, settings or vocabulary.
    """
    first, *others = adapters
    for name in (CONFIG, VOCABULARY):
        if any(
            (other / name).read_text("utf-8") != (first / name).read_text("utf-8")
            for other in others
        ):
            raise ValueError(f"the adapters differ in {name}")
    weights = [load_file(folder / WEIGHTS) for folder in adapters]
    shapes = [{name: values.shape for name, values in own.items()} for own in weights]
    if any(own != shapes[0] for own in shapes):
        raise ValueError("the adapters differ in layers or shapes")
    means = {
        name: torch.stack([own[name].float() for own in weights]).mean(0).bfloat16()
        for name in weights[0]
    }
    out.mkdir(parents=True, exist_ok=True)
    save_file(means, out / WEIGHTS, {"format": "pt"})
    for name in (CONFIG, VOCABULARY):
        shutil.copyfile(first / name, out / name)


def main() -> None:
    """Read the command line and average."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--adapters", type=Path, nargs="+", required=True, help="folders of runs")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    average(arguments.adapters, arguments.out)


if __name__ == "__main__":
    main()

"""How much memory a model of real size takes while it is converted, loaded and run.

    python -m benchmarks.model_memory      # on Linux

Random weights in the shapes of the recommended pair, in their published layouts (the builders of
``tests/published``). Each step runs in a process of its own, whose highest resident memory, less
that of the same imports alone, is compared with the size of the weights. Pages of files that are
mapped count, so figures are upper bounds. Prints Markdown and writes it and JSON to
``benchmarks/results/model_memory.*``.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summarize.models.layout import WEIGHTS
from tests.published.bart import bart_large_cnn
from tests.published.layout import save_pickle
from tests.published.marian import opus_big

RESULTS = Path(__file__).with_name("results")
WIDE = {"d_model": 1024, "encoder_attention_heads": 16, "decoder_attention_heads": 16}
BUILDERS: Mapping[str, Callable[[Path], dict[str, Path]]] = {
    "bart-large-cnn": bart_large_cnn,
    "opus-mt-tc-bible-big": opus_big,
}
SHAPES: Mapping[str, tuple[int, int, int]] = {
    "bart-large-cnn": (12, 50_265, 1024),
    "opus-mt-tc-bible-big": (6, 57_000, 1024),
}
"""Layers of encoder and of decoder, rows of the vocabulary, positions."""
PRELUDE = """
import sys
from pathlib import Path
import ctranslate2, torch, transformers
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer
from ctranslate2.converters import TransformersConverter
from summarize.options import BackendOptions
from summarize.backends.local import LocalModel
from summarize.tokens import Decoding
from summarize.models import pickles
from summarize.trial.__main__ import peak_memory
model, kept, text = Path(sys.argv[1]), Path(sys.argv[2]), "The minister opened a bridge."

def run(engine):
    options = BackendOptions(kept, engine, "cpu", offline=True)
    task, languages = sys.argv[3], ("en", "km" if sys.argv[3] == "translation" else "en")
    found = LocalModel(str(model), options, task, "another")
    found.generate(found.encode([text], *languages), Decoding(max_new_tokens=8))
"""
STEPS: Mapping[str, str] = {
    "imports alone": "",
    "pickle to safetensors": "pickles.read_and_write(model / 'pytorch_model.bin', kept / 'out')",
    "first run on CTranslate2: converted to int8, kept": "run('ctranslate2')",
    "later runs on CTranslate2": "run('ctranslate2')",
    "on transformers, float32": "run('transformers')",
}
TELL = "\nprint(peak_memory())"


@dataclass(frozen=True, slots=True)
class Row:
    """``highest``: the most bytes that ``step`` held beyond its imports."""

    model: str
    step: str
    weights: int
    highest: int

    @property
    def times(self) -> float:
        """``highest`` as a multiple of the size of the weights."""
        return self.highest / self.weights


def enlarge(folder: Path, layers: int, rows: int, positions: int) -> None:
    """Give a tiny checkpoint the shape of the published one, its vocabulary filled up."""
    import torch
    from safetensors import safe_open
    from safetensors.torch import save_file
    from transformers import AutoConfig, AutoModelForSeq2SeqLM

    config = json.loads((folder / "config.json").read_text("utf-8"))
    vocabulary = json.loads((folder / "vocab.json").read_text("utf-8"))
    words = sorted(vocabulary, key=vocabulary.__getitem__)
    unused = [f"madeup{i}" for i in range(rows - len(words))]
    filled = [*words[:-1], *unused, words[-1]]  # OPUS has its padding last, BART its mask
    (folder / "vocab.json").write_text(json.dumps({w: i for i, w in enumerate(filled)}), "utf-8")
    (folder / "tokenizer.json").unlink(missing_ok=True)
    for side in ("encoder", "decoder"):
        config |= {f"{side}_layers": layers, f"{side}_ffn_dim": 4096}
    if config["model_type"] == "marian":
        config |= {"pad_token_id": rows - 1, "decoder_start_token_id": rows - 1}
    else:
        rows -= 1  # the model has none for the mask
    config |= WIDE | {"vocab_size": rows, "decoder_vocab_size": rows, "num_hidden_layers": layers}
    config["max_position_embeddings"] = positions
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    (folder / "generation_config.json").unlink(missing_ok=True)
    with safe_open(folder / WEIGHTS, "pt") as stream:
        aliases = stream.metadata()
    kept = set(aliases.values())
    torch.manual_seed(1)
    model: Any = AutoModelForSeq2SeqLM
    state = model.from_config(AutoConfig.from_pretrained(folder)).state_dict()
    untied = _untied(state, kept)
    save_file(untied, folder / WEIGHTS, aliases)
    save_pickle(folder, untied)


def _untied(state: Mapping[str, Any], kept: set[str]) -> dict[str, Any]:
    """Each weight once, under a name of ``kept`` where it has one."""
    found: dict[int, str] = {}
    for name in sorted(state, key=lambda name: name not in kept):
        found.setdefault(state[name].data_ptr(), name)
    return {name: state[name].clone() for name in found.values()}


def measured(name: str, folder: Path, scratch: Path) -> list[Row]:
    """One row a step; the steps follow each other, as a user's do."""
    task = "summarization" if name.startswith("bart") else "translation"
    weights = (folder / WEIGHTS).stat().st_size
    kept = scratch / "kept"
    kept.mkdir()
    rows: list[Row] = []
    base = 0
    for step, code in STEPS.items():
        words = [sys.executable, "-c", PRELUDE + code + TELL, str(folder), str(kept), task]
        done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
        highest = int(done.stdout.split()[-1])
        base = base or highest
        if code:
            rows.append(Row(name, step, weights, highest - base))
    return rows


def table(rows: list[Row]) -> str:
    """Markdown."""
    heading = (
        "# Memory of models of real size\n\nWritten by `python -m benchmarks.model_memory`: random "
        "weights in published shapes and layouts; the highest resident memory of a process "
        "beyond its imports.\n\n"
        "| model | weights, MB | step | highest, MB | times the weights |\n|---|---:|---|---:|---:|"
    )
    lines = [
        f"| {r.model} | {r.weights / 1e6:,.0f} | {r.step} | {r.highest / 1e6:,.0f} "
        f"| {r.times:.2f} |"
        for r in rows
    ]
    return "\n".join([heading, *lines]) + "\n"


def main() -> None:
    """Run from the command line."""
    argparse.ArgumentParser(description=__doc__.partition("\n")[0]).parse_args()
    rows: list[Row] = []
    for name, build in BUILDERS.items():
        with tempfile.TemporaryDirectory() as temporary:
            folder = build(Path(temporary) / "published")["main"]
            enlarge(folder, *SHAPES[name])
            rows += measured(name, folder, Path(temporary))
    text = table(rows)
    print(text)
    (RESULTS / "model_memory.md").write_text(text, "utf-8")
    data = [{**asdict(row), "times": round(row.times, 3)} for row in rows]
    (RESULTS / "model_memory.json").write_text(json.dumps(data, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()

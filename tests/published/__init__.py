"""Repositories as they are published: file lists, configurations and tokenizer files, tiny weights.

Never what ``save_pretrained`` writes today. Facts of the layouts are from the hub's pages; where a
value does not matter to anybody who reads the files it is left out.
"""

from collections.abc import Callable
from pathlib import Path

from tests.hub import Branch, Repository
from tests.published.bart import bart_large_cnn, distilbart
from tests.published.chat import (
    gemma3_1b,
    gemma3_conditional,
    gemma4,
    hunyuan,
    qwen3,
    qwen3_5,
    sailor2,
    smollm2,
)
from tests.published.gemmax2 import gemmax2
from tests.published.m2m100 import m2m100, nllb
from tests.published.marian import opus_big
from tests.published.mbart import mbart50
from tests.published.netra import netra
from tests.published.pegasus import pegasus
from tests.published.t5 import flan_t5, madlad

Build = Callable[[Path], dict[str, Path]]
"""Writes the branches of a repository into an empty folder; folders by branch."""

REPOSITORIES: dict[str, Build] = {
    "sshleifer/distilbart-cnn-12-6": lambda folder: distilbart(folder, "refs/pr/18"),
    "sshleifer/distilbart-cnn-6-6": lambda folder: distilbart(folder, "refs/pr/2"),
    "facebook/bart-large-cnn": bart_large_cnn,
    "google/pegasus-cnn_dailymail": pegasus,
    "google/flan-t5-base": flan_t5,
    "google/flan-t5-large": flan_t5,
    "Qwen/Qwen3-0.6B": qwen3,
    "Qwen/Qwen3-1.7B": lambda folder: qwen3(folder, shards=2),
    "Qwen/Qwen3-4B-Instruct-2507": lambda folder: qwen3(folder, shards=3, thinks=False),
    "Qwen/Qwen3.5-4B": qwen3_5,
    "google/gemma-3-1b-it": gemma3_1b,
    "google/gemma-3-4b-it": gemma3_conditional,
    "google/gemma-4-E2B-it": gemma4,
    "google/gemma-4-E4B-it": gemma4,
    "HuggingFaceTB/SmolLM2-1.7B-Instruct": smollm2,
    "sail/Sailor2-1B-Chat": sailor2,
    "sail/Sailor2-8B-Chat": lambda folder: sailor2(folder, shards=4),
    "aisingapore/Gemma-SEA-LION-v4-27B-IT": lambda folder: gemma3_conditional(folder, shards=12),
    "tencent/Hunyuan-MT-7B": lambda folder: hunyuan(folder, shards=4),
    "tencent/HY-MT1.5-1.8B": hunyuan,
    "Helsinki-NLP/opus-mt-tc-bible-big-deu_eng_fra_por_spa-mkh": opus_big,
    "facebook/nllb-200-distilled-600M": lambda folder: nllb(folder, "refs/pr/39"),
    "facebook/nllb-200-distilled-1.3B": lambda folder: nllb(folder, "refs/pr/5"),
    "facebook/nllb-200-3.3B": lambda folder: nllb(folder, "refs/pr/10", shards=3),
    "google/madlad400-3b-mt": madlad,
    "facebook/m2m100_418M": lambda folder: m2m100(folder, "refs/pr/19"),
    "facebook/m2m100_1.2B": lambda folder: m2m100(folder, "refs/pr/7"),
    "facebook/mbart-large-50-many-to-many-mmt": mbart50,
    "Darayut/netra-nmt-small": netra,
    "ModelSpace/GemmaX2-28-2B-v0.1": gemmax2,
}
"""Every repository of the catalogue."""

COMMITS = {
    ("sshleifer/distilbart-cnn-12-6", "refs/pr/18"): "6c1a5ba",
    ("sshleifer/distilbart-cnn-6-6", "refs/pr/2"): "6c3b7d1f",
    ("facebook/nllb-200-distilled-600M", "refs/pr/39"): "ba634f8",
    ("facebook/nllb-200-distilled-1.3B", "refs/pr/5"): "f9e6ff7",
    ("facebook/nllb-200-3.3B", "refs/pr/10"): "f046cc4",
    ("facebook/m2m100_418M", "refs/pr/19"): "791dc1c",
    ("facebook/m2m100_1.2B", "refs/pr/7"): "0d54e88",
}
"""Starts of commits that are known."""


def repository(name: str, folder: Path) -> Repository:
    """Build the repository ``name`` in ``folder``, for :func:`tests.hub.serving_all`."""
    branches = REPOSITORIES[name](folder)
    found = {
        branch: Branch(path, commit_of(name, branch, number))
        for number, (branch, path) in enumerate(branches.items())
    }
    return Repository(found)


def commit_of(name: str, branch: str, number: int) -> str:
    """Forty digits: as the hub has them where that is known."""
    return COMMITS.get((name, branch), f"{number + 1}").ljust(40, "0")

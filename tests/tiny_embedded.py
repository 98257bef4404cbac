"""A tiny embedded model: a data package with a Gemma 3 GGUF file of random weights, an adapter."""

import hashlib
import json
from itertools import product
from pathlib import Path

import numpy as np
from gguf import GGUFWriter

from summarize.models.embedded.vocabulary import BYTE, NORMAL, Vocabulary
from tests.checkpoints import ENGLISH, KHMER

PACKAGE = "tiny_gemma_base"
CONTROL = 3
LAYERS, SIZE, INNER, HEADS, HEAD = 6, 64, 96, 2, 32
RANK, ALPHA = 4, 8
WINDOW = 64  # tokens that some of the layers look back
CONTEXT = 4.0  # how much the layers add to the embedding: without it the last token is echoed
MODULE = """
import shutil
from pathlib import Path

EXPECTED_SHA256 = "{sha256}"


def assemble(path):
    shutil.copyfile(Path(__file__).with_name("base.gguf"), path)
"""
MANIFEST = """
kind = "adapter"
name = "tiny"
version = "1"
prompt = "English: {{source}}\\nKhmer:"

[base]
package = "{package}"
sha256 = "{sha256}"

[decoding]
beam_size = 1

[effort]
fast = 1
normal = 1
best = 4

[careful]
beam_size = 3
no_repeat_ngram_size = 2

[limits]
source = 60
ratio = 0.5
margin = 4

[files]
{files}
"""


def tiny_vocabulary(size: int = 900) -> Vocabulary:
    """Control words, bytes, then pieces as BPE learns them: letters first, best merges before."""
    from tokenizers import Tokenizer, models, trainers

    trained = Tokenizer(models.BPE())
    text = (f"English: {ENGLISH}\nKhmer: {KHMER}").replace(" ", "\u2581")
    trained.train_from_iterator(
        text.splitlines(keepends=True), trainers.BpeTrainer(vocab_size=size, show_progress=False)
    )
    learned = sorted(trained.get_vocab().items(), key=lambda item: item[1])
    control = ["<pad>", "<eos>", "<bos>", "<unk>"]
    byte = [f"<0x{value:02X}>" for value in range(256)]
    return Vocabulary(
        (*control, *byte, *(piece for piece, _ in learned)),
        (*(-1000.0 for _ in control), *(0.0 for _ in byte), *(-float(rank) for _, rank in learned)),
        (*(CONTROL for _ in control), *(BYTE for _ in byte), *(NORMAL for _ in learned)),
    )


def kept_ids(vocabulary: Vocabulary) -> list[int]:
    """Two of three pieces, so that something is really cut away."""
    special = range(4)
    return [*special, *(i for i in range(260, len(vocabulary.pieces)) if i % 3 or i < 420)]


def write_base(path: Path, window: int = WINDOW) -> None:
    """Write a GGUF file as llama.cpp's converter would, with random weights."""
    vocabulary = tiny_vocabulary()
    writer = GGUFWriter(path, "gemma3")
    writer.add_embedding_length(SIZE)
    writer.add_feed_forward_length(INNER)
    writer.add_block_count(LAYERS)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(1)
    writer.add_key_length(HEAD)
    writer.add_sliding_window(window)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(1e6)
    writer.add_token_list(vocabulary.pieces)
    writer.add_token_scores(vocabulary.scores)
    writer.add_token_types(vocabulary.kinds)
    for name, values in _tensors(len(vocabulary.pieces)):
        writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def write_package(root: Path, window: int = WINDOW) -> Path:
    """Write the data package below ``root``, which goes on ``sys.path``."""
    folder = root / PACKAGE
    folder.mkdir(parents=True)
    write_base(folder / "base.gguf", window)
    sha256 = hashlib.sha256((folder / "base.gguf").read_bytes()).hexdigest()
    (folder / "__init__.py").write_text(MODULE.format(sha256=sha256), "utf-8")
    return folder


def write_model(folder: Path, package: Path) -> None:
    """Write an adapter, its vocabulary and ``model.toml`` into ``folder``."""
    folder.mkdir()
    write_adapter(folder)
    ids = kept_ids(tiny_vocabulary())
    (folder / "vocabulary_ids.json").write_text(json.dumps(ids), "utf-8")
    write_manifest(folder, package)


def write_manifest(folder: Path, package: Path) -> None:
    """Write ``model.toml`` with the checksums of what is in ``folder`` now."""
    base = hashlib.sha256((package / "base.gguf").read_bytes()).hexdigest()
    sums = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.*s*")}
    files = "\n".join(f'"{path.name}" = "{value}"' for path, value in sums.items())
    text = MANIFEST.format(package=PACKAGE, sha256=base, files=files)
    (folder / "model.toml").write_text(text, "utf-8")


def write_adapter(folder: Path) -> None:
    """Write a random adapter in PEFT's format, in bfloat16."""
    import torch
    from safetensors.torch import save_file

    chance = torch.Generator().manual_seed(7)
    tensors = {}
    adapted = {"self_attn.q_proj": (HEADS * HEAD, SIZE), "mlp.down_proj": (SIZE, INNER)}
    for layer, (part, (rows, columns)) in product(range(LAYERS), adapted.items()):
        for letter, shape in {"A": (RANK, columns), "B": (rows, RANK)}.items():
            values = torch.randn(shape, generator=chance) / 4
            tensors[f"base_model.model.model.layers.{layer}.{part}.lora_{letter}.weight"] = (
                values.bfloat16()
            )
    save_file(tensors, folder / "adapter_model.safetensors")
    config = {"peft_type": "LORA", "r": RANK, "lora_alpha": ALPHA}
    (folder / "adapter_config.json").write_text(json.dumps(config), "utf-8")


def _tensors(pieces: int) -> list[tuple[str, np.ndarray]]:
    chance = np.random.default_rng(3)

    def matrix(rows: int, columns: int) -> np.ndarray:
        return chance.normal(0, 0.3, (rows, columns)).astype(np.float32)

    def norm(size: int, strength: float = 1) -> np.ndarray:
        return chance.normal(strength, 0.1, size).astype(np.float32)

    found = [("token_embd.weight", matrix(pieces, SIZE)), ("output_norm.weight", norm(SIZE))]
    parts = {
        "attn_q": matrix(HEADS * HEAD, SIZE),
        "attn_k": matrix(HEAD, SIZE),
        "attn_v": matrix(HEAD, SIZE),
        "attn_output": matrix(SIZE, HEADS * HEAD),
        "attn_q_norm": norm(HEAD),
        "attn_k_norm": norm(HEAD),
        "attn_norm": norm(SIZE),
        "post_attention_norm": norm(SIZE, CONTEXT),
        "ffn_norm": norm(SIZE),
        "post_ffw_norm": norm(SIZE, CONTEXT),
        "ffn_gate": matrix(INNER, SIZE),
        "ffn_up": matrix(INNER, SIZE),
        "ffn_down": matrix(SIZE, INNER),
    }
    return found + [
        (f"blk.{layer}.{name}.weight", np.roll(values, layer))
        for layer in range(LAYERS)
        for name, values in parts.items()
    ]

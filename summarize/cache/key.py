"""The cache key: one pure function over a record of everything that steers an output."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

KEY_SCHEMA = 2


@dataclass(frozen=True, slots=True)
class Key:
    """What an output depends on. Change any field and :meth:`digest` changes.

    ``signature`` names model, revision, engine, precision, prompt and decoding of the backend;
    ``adapter`` is the version of the code around it; ``options`` are what the caller asked for.
    """

    stage: str
    input_sha256: str
    signature: str
    adapter: str
    source: str = "en"
    target: str = "en"
    prompt_sha256: str = ""
    glossary_sha256: str = ""
    options: Mapping[str, str | int | bool] = field(default_factory=dict)
    schema: int = KEY_SCHEMA

    def digest(self) -> str:
        """SHA-256, in hexadecimal, of the record as canonical JSON."""
        canonical = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return sha256(canonical)


def sha256(text: str) -> str:
    """SHA-256, in hexadecimal, of the UTF-8 bytes of ``text``."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

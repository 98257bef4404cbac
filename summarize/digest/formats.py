"""The formats of a digest, found by name; each is imported on first use."""

import importlib
import json
from typing import Final, Literal, cast

from summarize.digest.records import Digest

DigestFormat = Literal["md", "html", "docx", "json"]
_MODULES: Final[dict[DigestFormat, str]] = {"md": "markdown", "html": "html", "docx": "docx"}


def render(digest: Digest, format_name: DigestFormat) -> bytes:
    """The file that shows ``digest``; text is UTF-8."""
    if format_name == "json":
        text = json.dumps(digest.to_dict(), ensure_ascii=False, indent=2)
        return f"{text}\n".encode()
    module = importlib.import_module(f"{__package__}.{_MODULES[format_name]}")
    return cast(bytes, module.render(digest))

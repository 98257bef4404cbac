"""JSON from files and servers: whatever is wrong with it is a ``ValueError``."""

import json
from typing import Any


def read_json(text: str | bytes) -> Any:
    """What ``text`` means. Raises ``ValueError``, also where it is nested too deeply."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None

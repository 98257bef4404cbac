"""The JSON form of :class:`summarize.records.Result`: one object, or an array of several."""

import json
from collections.abc import Sequence

from summarize.records import Result


def render(results: Sequence[Result]) -> bytes:
    """Indented UTF-8 JSON; Khmer is written as it is, not escaped."""
    objects = [result.to_dict() for result in results]
    data = objects[0] if len(objects) == 1 else objects
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")

"""ninjs 3.0, the JSON of the International Press Telecommunications Council for news systems.

What nobody has approved is ``withheld``: a system that obeys publishes it only once it is checked.
"""

import json
import uuid
from collections.abc import Sequence
from typing import Any, Final

from summarize.output.label import SOURCE_TYPE
from summarize.output.post import Post

SCHEMA: Final = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"


def render(posts: Sequence[Post]) -> bytes:
    """UTF-8 JSON: one news object, or an array of several."""
    objects = [_object(post) for post in posts]
    data = objects[0] if len(objects) == 1 else objects
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _object(post: Post) -> dict[str, Any]:
    body = "\n\n".join(post.paragraphs)
    text = {"role": "main", "contentType": "text/plain"}
    found: dict[str, Any] = {
        "uri": uuid.uuid5(uuid.NAMESPACE_URL, f"{post.sha256}/{post.language}").urn,
        "standard": {"name": "ninjs", "version": "3.0", "schema": SCHEMA},
        "type": "text",
        "representationType": "full",
        "pubStatus": "usable" if post.is_ready else "withheld",
        "language": post.language,
        "headlines": [{**text, "value": post.headline}] if post.headline else [],
        "bodies": [{**text, "charCount": len(body), "value": body}],
        "subjects": [{"name": tag.target, "literal": tag.name} for tag in post.tags],
        "infoSources": [{"name": post.link, "literal": post.link}] if post.link else [],
        "altIds": [{"role": "article-sha256", "value": post.sha256}],
    }
    if post.checked.when:
        found["versionCreated"] = post.checked.when
    if post.label:
        found["trustIndicators"] = [{"role": SOURCE_TYPE, "title": post.label}]
    return {name: value for name, value in found.items() if value}

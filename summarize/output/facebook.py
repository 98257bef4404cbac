"""Posts for Facebook, which has no bold type: plain text, to be pasted into it."""

from collections.abc import Sequence

from summarize.output.post import Post
from summarize.output.text import RULE


def render(posts: Sequence[Post]) -> bytes:
    """UTF-8 text; a line parts posts."""
    return (f"\n\n{RULE}\n\n".join(map(_post, posts)) + "\n").encode("utf-8")


def _post(post: Post) -> str:
    tags = " ".join(f"#{tag.khmer}" for tag in post.tags)
    return "\n\n".join(filter(None, (post.headline, *post.paragraphs, post.link, tags, post.label)))

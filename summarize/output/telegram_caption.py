"""Posts for Telegram under a picture: the first message is its caption."""

from collections.abc import Sequence

from summarize.output import telegram
from summarize.output.post import Post


def render(posts: Sequence[Post]) -> bytes:
    """As for :func:`summarize.output.telegram.render`."""
    return telegram.render(posts, telegram.CAPTION)


def remarks(posts: Sequence[Post]) -> list[str]:
    """As for :func:`summarize.output.telegram.remarks`."""
    return telegram.remarks(posts, telegram.CAPTION)

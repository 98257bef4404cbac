"""Posts for Telegram: to be pasted into it, which makes bold what stands between two asterisks.

Telegram counts UTF-16 code units once such marks are taken off, 4,096 for a message and 1,024 for
the caption of a picture; what is longer goes on in further messages. Hashtags are in Latin letters:
Telegram ends one at the first Khmer vowel, which is a mark to it and no letter.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.khmer.clusters import clusters
from summarize.output.post import Post

MESSAGE: Final = 4_096
CAPTION: Final = 1_024
RULE: Final = "─" * 40
_MARKS: Final = re.compile(r"([*_~|`])(?=\1)|`")
_SENTENCE: Final = re.compile(r"(?<=[។៕?!.…»”]) ")
_JOINER: Final = "\u2060"
Atom = tuple[str, str]
"""What stands before a piece, unless it begins a message, and the piece, which is not divided."""


def render(posts: Sequence[Post], first: int = MESSAGE) -> bytes:
    """UTF-8 text; a line parts messages. ``first`` is the limit of the first of each post."""
    found = [message for post in posts for message in messages(post, first)]
    return f"\n\n{RULE}\n\n".join(found).encode("utf-8") + b"\n"


def remarks(posts: Sequence[Post], first: int = MESSAGE) -> list[str]:
    """How long each post is, and into how many messages it was divided."""
    lines = []
    for post in posts:
        own = messages(post, first)
        sizes = ", ".join(f"{length(one):,}" for one in own)
        kind = "message" if len(own) == 1 else "messages, parted by a line"
        limit = f"{first:,}" if first == MESSAGE or not own[1:] else f"{first:,}, then {MESSAGE:,}"
        lines.append(f"Telegram: {len(own)} {kind} ({sizes} of at most {limit} characters).")
        if first == MESSAGE and length(own[0]) > CAPTION:
            lines.append(
                f"Too long for the caption of a picture ({CAPTION:,}): --format telegram-caption"
            )
    return lines


def messages(post: Post, first: int = MESSAGE) -> list[str]:
    """The messages of ``post``: the first of at most ``first`` characters, others of 4,096."""
    found, text, limit = list[str](), "", first
    for before, piece in _atoms(post, min(first, MESSAGE)):
        longer = f"{text}{before}{piece}" if text else piece
        if text and length(longer) > limit:
            found.append(text)
            longer, limit = piece, MESSAGE
        text = longer
    return [*found, text]


def length(message: str) -> int:
    """As Telegram counts: UTF-16 code units without the asterisks of bold text."""
    return len(message.replace("**", "").encode("utf-16-le")) // 2


def plain(text: str) -> str:
    """``text`` of which Telegram makes nothing bold, struck out or code."""
    return _MARKS.sub(lambda found: f"{found[0]}{_JOINER}", text)


def _atoms(post: Post, limit: int) -> Iterator[Atom]:
    headline = plain(post.headline)
    if headline and length(headline) <= limit:
        yield "\n\n", f"**{headline}**"
    blocks = post.paragraphs if length(headline) <= limit else (post.headline, *post.paragraphs)
    for block in blocks:
        yield from _pieces(plain(block), "\n\n", limit)
    tags = " ".join(f"#{tag.latin}" for tag in post.tags)
    for line in filter(None, (post.link, tags, plain(post.label))):
        yield from _pieces(line, "\n\n", limit)


def _pieces(block: str, before: str, limit: int) -> Iterator[Atom]:
    """The sentences of a paragraph; of one that is too long its words, of a word its letters."""
    for sentence in _SENTENCE.split(block):
        if length(sentence) <= limit:
            yield before, sentence
            before = " "
            continue
        for word in sentence.split(" "):
            for part in [word] if length(word) <= limit else clusters(word):
                yield before, part
                before = ""
            before = " "

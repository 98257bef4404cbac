"""Rich Text Format, which every word processor opens; letters beyond ASCII as numbers."""

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.output.khmer_runs import KHMER_FONT
from summarize.output.post import Post

_BODY: Final = 24
_HEADLINE: Final = 36
"""Half points."""
_BEGIN: Final = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fnil "
    rf"{KHMER_FONT};}}}}{{\stylesheet{{\s0 Normal;}}{{\s15\outlinelevel0 Title;}}}}"
)


def render(posts: Sequence[Post]) -> bytes:
    """ASCII; each post on a page of its own."""
    pages = r"\page".join(_page(post) for post in posts)
    return f"{_BEGIN}\n{pages}}}\n".encode("ascii")


def _page(post: Post) -> str:
    return "".join(_paragraphs(post))


def _paragraphs(post: Post) -> Iterator[str]:
    if post.headline:
        yield _paragraph(post.headline, _HEADLINE, r"\s15", bold=True)
    for text in (*post.paragraphs, *filter(None, (post.link, post.label))):
        yield _paragraph(text, _BODY, r"\s0")


def _paragraph(text: str, size: int, style: str, *, bold: bool = False) -> str:
    """With the properties of complex scripts, which Khmer is to word processors, and of others."""
    weight = (r"\ab", r"\b") if bold else ("", "")
    run = rf"\rtlch\af0\afs{size}{weight[0]}\ltrch\f0\fs{size}{weight[1]}"
    return rf"\pard\plain{style}\sa200{{{run} {_escaped(text)}}}\par" + "\n"


def _escaped(text: str) -> str:
    return "".join(map(_letter, text))


def _letter(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if letter == "\n":
        return r"\line "
    if " " <= letter <= "~":
        return letter
    data = letter.encode("utf-16-le", "ignore")
    units = (int.from_bytes(data[i : i + 2], "little", signed=True) for i in range(0, len(data), 2))
    return "".join(rf"\u{unit}?" for unit in units)

"""Quotations in English text: the words between quotation marks, and who said them."""

import re
from dataclasses import dataclass
from typing import Final

from summarize.english.common import FUNCTION_WORDS
from summarize.english.names import UPPER
from summarize.english.words import words

_QUOTE: Final = re.compile(
    r"“(?P<curly>[^“”]+)”"
    r'|"(?P<straight>[^"]+)"'
    r"|(?<![\w’'])‘(?P<single>[^‘“”]+?)’(?!\w)"
    r"|(?<![\w’'])'(?P<plain>[^'“”\"]+(?:'\w[^'“”\"]*)*)'(?!\w)"
)
_MENDED: Final = re.compile(r"\[(\w)\]")  # [E]ven
_GAP: Final = re.compile(r"\.{2,}|…|\[[^\]]*\]|\([^)]*\)|\*+")
_SAID: Final = (
    r"(?:said|says|told|tweeted|added|adds|wrote|writes|claimed|stated|asked|replied|explained|"
    r"argued|insisted|warned|announced|noted|declared|commented|remarked|recalled|continued)"
)
_PART: Final = rf"[{UPPER}](?:[\w’'-]|\.(?=\w))*"
_NAME: Final = rf"{_PART}(?: (?:[{UPPER}]\. )?{_PART}){{0,3}}"
_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BETWEEN: Final = rf"(?: (?:has|had|also|later|further|then|today|yesterday|on {_DAY}))"
_SPEAKER: Final = re.compile(
    rf"(?P<before>(?!{_DAY}){_NAME})(?:,[^,“”]{{1,60}},)?{_BETWEEN}{{0,2}} {_SAID}\b"
    rf"|\b{_SAID}(?: \w+){{0,3}}? (?P<behind>{_NAME})"
    rf"|\baccording to (?P<by>{_NAME})"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words: ``text`` without its marks stands at ``start:end``."""

    text: str
    start: int
    end: int

    @property
    def runs(self) -> list[list[str]]:
        """Its words in lower case, parted where something is left out or put in."""
        mended = _MENDED.sub(r"\1", self.text)
        return [run for part in _GAP.split(mended) if (run := words(part))]

    @property
    def is_title(self) -> bool:
        """Whether it is the title of a work, with capitals throughout."""
        return not any(
            word[0].islower() and word not in FUNCTION_WORDS for word in self.text.split()
        )


def quotes(text: str) -> list[Quote]:
    """The quotations of ``text`` in order, in double or single marks, straight or curly."""
    return [
        Quote(found[kind], found.start(kind), found.end(kind))
        for found in _QUOTE.finditer(text)
        if (kind := found.lastgroup)
    ]


def without_insertions(text: str) -> str:
    """``text`` without what stands in brackets: the remarks of a reporter within a quotation."""
    return _GAP.sub(" ", text)


def speakers(text: str) -> frozenset[str]:
    """The names of those who are said to have spoken, outside of quotations."""
    outside = _QUOTE.sub("“”", text)
    return frozenset(
        name.removesuffix("’s").removesuffix("'s")
        for found in _SPEAKER.finditer(outside)
        if (name := found[found.lastgroup or 0])
    )

"""A long sentence in parts that can stand alone: small models drop the middle of long ones."""

import re
from itertools import pairwise
from typing import Final

LEAST_WORDS: Final = 6  # in a part; shorter ones lose their sense
_WORD: Final = re.compile(r"\S+")
# Between a comma and a word that begins a clause or a co-ordinated part, at a semicolon.
_BOUNDARY: Final = re.compile(
    r"(?<=[,;:])\s+(?=(?:and|but|or|so|yet|while|which|who|where|when|after|before|because|although"
    r"|though|as|with|including|saying|adding|according)\b)|(?<=;)\s+"
    r"|(?<=\w)\s+(?=(?:while|because|although|after|before)\s)"
)
_QUOTE: Final = re.compile('["“”«»]')


def split_clauses(sentence: str) -> list[str]:
    """Parts of ``sentence`` at clause boundaries, each of at least ``LEAST_WORDS`` words.

    The parts joined by a space are the sentence again, but for its white space. A sentence that
    quotes somebody is left whole: its parts would lose who is speaking.
    """
    if _QUOTE.search(sentence):
        return [sentence]
    cuts = [0]
    for match in _BOUNDARY.finditer(sentence):
        if (
            _count(sentence[cuts[-1] : match.start()])
            >= LEAST_WORDS
            <= _count(sentence[match.end() :])
        ):
            cuts.append(match.end())
    return [sentence[start:end].strip() for start, end in pairwise([*cuts, len(sentence)])]


def as_sentence(clause: str) -> str:
    """The clause as models expect a sentence: with a full stop at its end."""
    bare = clause.rstrip(" ,;:")
    return bare if bare.endswith((".", "?", "!")) else f"{bare}."


def _count(text: str) -> int:
    return len(_WORD.findall(text))

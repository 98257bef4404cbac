"""Three levels of Khmer normalisation: :func:`clean`, :func:`key`, and :func:`draft_text` between.

Khmer of one appearance can be encoded in several ways; searching, comparing and segmenting need
one. The order inside a cluster and the sequences to avoid follow the Khmer Encoding Structure
(SIL, version 2, 2024; Unicode document L2/22-290). No Unicode normalisation form is applied:
Khmer letters have no decompositions, and NFKC would damage the text around them.
:mod:`summarize.khmer.clusters` reports what cannot be put right.
"""

import re
from functools import lru_cache
from typing import Final

from summarize.khmer.alphabet import BASE, COENG, INVISIBLE, MARK, VOWEL, ZWNJ
from summarize.khmer.digits import to_ascii_digits
from summarize.khmer.spacing import join_words

_DEPRECATED: Final = str.maketrans(
    {
        "\u17a3": "\u17a2",
        "\u17a4": "\u17a2\u17b6",
        "\u17b4": None,
        "\u17b5": None,
        "\u17d8": "\u17d4\u179b\u17d4",
    }
)
_IS_DEPRECATED: Final = re.compile(f"[{''.join(map(chr, _DEPRECATED))}]")
_INSIDE: Final = "\u200b-\u200d"  # zero-width characters that stray into clusters
_SUBSCRIPT: Final = f"{COENG}[{COENG}\u200c\u200d]*[{BASE}]"
# A base with one plain part, most clusters, is right as it stands and not looked at: faster.
_ONE_PART: Final = f"(?:{COENG}[{BASE}]|[{MARK}])(?![{_INSIDE}{COENG}{MARK}])"
_CLUSTER: Final = re.compile(f"[{BASE}](?!{_ONE_PART})(?:[{_INSIDE}]*(?:{_SUBSCRIPT}|[{MARK}]))+")
_PART: Final = re.compile(f"{_SUBSCRIPT}|.", re.DOTALL)
_RO: Final = f"{COENG}\u179a"
_DOUBLED: Final = re.compile(f"({COENG}[{BASE}]|[{MARK}])\\1+")

# What follows base, robat and subscripts, in the order of the Encoding Structure.
_ORDER: Final = ("\u17c9\u17ca", ZWNJ, "\u17be-\u17c5", "\u17bb-\u17bd", "\u17b7-\u17ba", "\u17b6")
_RANK: Final = {
    character: rank
    for rank, members in enumerate(_ORDER, start=4)
    for character in map(chr, range(ord(members[0]), ord(members[-1]) + 1))
}
_SIGN_RANK: Final = 4 + len(_ORDER)
_FINAL_RANK: Final = _SIGN_RANK + 1

_SPLIT_VOWEL: Final = re.compile("\u17c1(?P<below>[\u17bb-\u17bd]*)(?P<right>[\u17b6\u17b8])")
_BARE_ZWNJ: Final = re.compile("(?<![\u17c9\u17ca])\u200c|\u200c(?![\u17b6-\u17c5\u17d0])")
_U_FOR_SHIFTER: Final = re.compile(
    "\u17bb(?=[\u17b7-\u17ba\u17d0\u17dd]|\u17b6\u17c6)|(?<=\u17be)\u17bb"
)
_VOWEL_PART: Final = re.compile(f"[{VOWEL}\u17d0\u17dd]")
_SONORANT: Final = frozenset("ងញណនមយរលវឡ")
_BA: Final = "ប"
_MUUSIKATOAN, _TRIISAP = "\u17c9", "\u17ca"

_ZERO_WIDTH: Final = re.compile(f"[{INVISIBLE}]+")
_SPACES: Final = re.compile(r"[^\S\u00a0]+")
_SPACE_BEFORE_MARK: Final = re.compile(r"\s+(?=[។៕ៗ])")
_REMEMBERED: Final = 256  # texts: several checks want the same sentences in the same form
_COENG_DA: Final = f"{COENG}\u178a"
_COENG_TA: Final = f"{COENG}\u178f"


@lru_cache(maxsize=_REMEMBERED)
def clean(text: str) -> str:
    """Encode each cluster in the one agreed way; the words stay the same.

    Reorders signs, joins split vowels, writes a shifter where U (U+17BB) stands for one, folds
    doubled signs, replaces deprecated characters. Keeps spelling, spaces, quotation marks, word
    breaks (U+200B) and everything that is not Khmer. Idempotent.
    """
    if _IS_DEPRECATED.search(text):  # rare, and a search is far faster than to replace nothing
        text = text.translate(_DEPRECATED)
    return _CLUSTER.sub(_encode_match, text)


@lru_cache(maxsize=_REMEMBERED)
def draft_text(text: str) -> str:
    """The form in which drafts are stored: :func:`clean`, no invisible characters, house spaces.

    Spaces are collapsed and trimmed, and taken out where they part words instead of phrases; ``។``,
    ``៕`` and ``ៗ`` join the word before them. Idempotent.
    """
    cleaned = clean(_ZERO_WIDTH.sub("", text))
    return join_words(_SPACE_BEFORE_MARK.sub("", _SPACES.sub(" ", cleaned)).strip())


@lru_cache(maxsize=_REMEMBERED)
def key(text: str) -> str:
    """The form to compare texts by, never to show: what looks or reads the same becomes equal.

    :func:`clean` without invisible characters, with COENG DA as COENG TA, with ASCII digits and
    single spaces. Idempotent.
    """
    folded = clean(_ZERO_WIDTH.sub("", text))
    if _COENG_DA in folded:
        folded = clean(folded.replace(_COENG_DA, _COENG_TA))
    return " ".join(to_ascii_digits(folded).split())


def _encode_match(match: re.Match[str]) -> str:
    return _encode(match[0])


@lru_cache(maxsize=1 << 14)  # a language has few clusters: this is what makes the level fast
def _encode(cluster: str) -> str:
    head, *rest = (_bare(part) for part in _PART.findall(cluster))
    ordered = head + "".join(sorted(filter(None, rest), key=_rank))
    joined = _SPLIT_VOWEL.sub(_join_vowel, _DOUBLED.sub(r"\1", ordered))
    return _BARE_ZWNJ.sub("", _DOUBLED.sub(r"\1", _write_shifter(joined)))


def _join_vowel(match: re.Match[str]) -> str:
    whole = "\u17be" if match["right"] == "\u17b8" else "\u17c4"
    return whole + match["below"]


def _bare(part: str) -> str:
    """A subscript without the invisible characters inside it; a lone one only if it is ZWNJ."""
    return (
        COENG + part[-1] if part[0] == COENG else part.replace("\u200b", "").replace("\u200d", "")
    )


def _rank(part: str) -> int:
    if part[0] == COENG:
        return 3 if part == _RO else 2
    if part == "\u17cc":
        return 1
    return _RANK.get(part, _FINAL_RANK if part in "\u17c7\u17c8" else _SIGN_RANK)


def _write_shifter(cluster: str) -> str:
    """Replace U below an upper vowel by the shifter it was typed for.

    Both look alike there, because a shifter moves below the base when a vowel is above it.
    """
    if "\u17bb" not in cluster or _MUUSIKATOAN in cluster or _TRIISAP in cluster:
        return cluster
    without, replaced = _U_FOR_SHIFTER.subn("", cluster)
    if not replaced:
        return cluster
    return _VOWEL_PART.sub(lambda vowel: _shifter_of(cluster) + vowel[0], without, count=1)


def _shifter_of(cluster: str) -> str:
    """Triisap for a cluster with an obstruent, muusikatoan for sonorants and for BA."""
    letters = [c for c in cluster if "\u1780" <= c <= "\u17b3"]
    if _BA in letters or all(c in _SONORANT or c > "\u17a2" for c in letters):
        return _MUUSIKATOAN
    return _TRIISAP

"""Which English phrase the Khmer of a repeated replacement stands for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from summarize.alignment.table import content, links, words_of
from summarize.english.words import content_stem
from summarize.khmer.words import numbered
from summarize.learning.replaced import Replacement

LONGEST: Final = 4
"""Words of a phrase; terms of news are hardly longer."""
SHARE: Final = 0.5
"""Of the sentences with a replacement, those that a phrase has to be in; others say it otherwise.
"""
_TOKEN: Final = re.compile(r"['’]s\b|[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*|[^\s]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """That the Khmer of ``source`` is ``replaced.after``.

    ``sentences`` are those of the English that have it; ``against`` is how many say otherwise.
    """

    source: str
    replaced: Replacement
    sentences: tuple[str, ...]
    against: int


def meaning_of(
    replaced: Sequence[Replacement],
    changed: Sequence[str],
    others: Sequence[tuple[str, str]],
    least: int,
) -> Meaning | None:
    """What the same replacement in several English sentences, ``changed``, means.

    The phrase is one that most of them share, ``least`` or more. The links between English and
    Khmer words say what it is, or else that all have it and of ``others``, pairs of English and
    approved Khmer, none with other Khmer. Neighbours that stayed everywhere belong to it where the
    phrase has a word for them. Of equals the longest phrase holds. ``None`` where several stay
    equal, where nothing tells, where no link knows another that is as sure, and where others
    contradict a phrase but not a longer one, of which it is a part.
    """
    shared = _shared(changed, least)
    ranked = {
        (phrase, wider): _rank(phrase, wider, count / len(changed), count, others)
        for phrase, count in shared.items()
        for wider in _with_neighbours(replaced)
    }
    best = max(ranked.values(), default=(0.0, 0.0))
    likeliest = [one for one, rank in ranked.items() if rank == best]
    if not likeliest or not (best[0] > 0 or best[1] == 1):
        return None
    phrase, wider = max(likeliest, key=lambda one: (len(one[0]), -len(one[1].before), one[0]))
    equals = [one for one, _ in likeliest]
    unknown = [one for (one, _), rank in ranked.items() if rank[1] >= best[1] and _is_unknown(one)]
    if not all(_is_in(phrase, one) or _is_in(one, phrase) for one in (*equals, *unknown)):
        return None
    against = _against(phrase, wider, others)
    longer = (one for one in shared if one != phrase and _is_in(phrase, one))
    if against and any(not _against(one, wider, others) for one in longer):
        return None
    own = tuple(one for one in changed if phrase in _folded(one))
    return Meaning(_as_written(phrase, own), wider, own, against)


def phrases(english: str) -> Iterator[str]:
    """Up to ``LONGEST`` words in a row that begin and end with one that carries content."""
    tokens = _TOKEN.findall(english)
    carries = [one[0].isalpha() and bool(content_stem(one.lower())) for one in tokens]
    for start, end in _runs(tokens):
        for first in range(start, end):
            for last in range(first, min(first + LONGEST, end)):
                if carries[first] and carries[last]:
                    yield " ".join(tokens[first : last + 1])


def _runs(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words stand without a sign or a number between them."""
    start = 0
    for at, token in enumerate((*tokens, ".")):
        if not token[0].isalpha():
            yield start, at
            start = at + 1


def _shared(sentences: Sequence[str], least: int) -> dict[str, int]:
    """In how many sentences each phrase is, if in enough; no part of a name that is as well."""
    needed = max(least, SHARE * len(sentences))
    counts = Counter(phrase for one in sentences for phrase in _folded(one))
    shared = {phrase: count for phrase, count in counts.items() if count >= needed}
    names = {
        phrase.casefold() for one in sentences for phrase in phrases(one) if _is_name(phrase)
    }.intersection(shared)
    return {
        one: count
        for one, count in shared.items()
        if not any(one != name and _is_in(one, name) for name in names)
    }


def _folded(english: str) -> set[str]:
    return set(map(str.casefold, phrases(english)))


def _is_name(phrase: str) -> bool:
    return all(word[0].isupper() for word in phrase.split())


def _with_neighbours(replaced: Sequence[Replacement]) -> list[Replacement]:
    """The replacement alone, and with the words that stand beside it in every sentence."""
    lefts, rights = {one.left for one in replaced}, {one.right for one in replaced}
    left = lefts.pop() if len(lefts) == 1 else ""
    right = rights.pop() if len(rights) == 1 else ""
    wider = (replaced[0].with_words(*beside) for beside in product(("", left), ("", right)))
    return list(dict.fromkeys(wider))


def _rank(
    phrase: str,
    replaced: Replacement,
    share: float,
    count: int,
    others: Iterable[tuple[str, str]],
) -> tuple[float, float]:
    """The share of its words that the Khmer renders, weighed by how sure the phrase is; that.

    It is as sure as it is in all changed sentences (``share``), and in none with other Khmer.
    """
    sure = share * count / (count + _against(phrase, replaced, others))
    return _linked(phrase, replaced) * sure, sure


def _against(phrase: str, replaced: Replacement, others: Iterable[tuple[str, str]]) -> int:
    """How many of ``others`` have the phrase in English and not its Khmer."""
    return sum(
        replaced.after not in khmer and _is_in(phrase, english.casefold())
        for english, khmer in others
    )


def _linked(phrase: str, replaced: Replacement) -> float:
    table = links()
    khmer = {numbered(word) for word in words_of(f"{replaced.before} {replaced.after}")}
    stems = content(phrase)
    known = [table.rows[stem] for stem in stems if stem in table.rows]
    return sum(not khmer.isdisjoint(table.of(row)) for row in known) / len(stems) if stems else 0.0


def _is_unknown(phrase: str) -> bool:
    """Whether no word of it has a link to any Khmer, as those of rare names."""
    return links().rows.keys().isdisjoint(content(phrase))


def _is_in(phrase: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text))


def _as_written(phrase: str, sentences: Iterable[str]) -> str:
    """In small letters where a sentence has it so: then it matches a capital as well."""
    forms = {one for text in sentences for one in phrases(text) if one.casefold() == phrase}
    return max(forms, key=lambda one: (sum(map(str.islower, one)), one))

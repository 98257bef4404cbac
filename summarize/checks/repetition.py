"""A summary that says the same twice."""

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.checks.evidence import Evidence
from summarize.english.words import stems, words

SAME: Final = 0.8  # share of the shorter sentence's content words; no human summary reaches it
PHRASE: Final = 8  # words; hardly any human summary repeats so many in a row
_LEAST: Final = 4  # content words; shorter sentences share them by chance


def check(sentences: Sequence[str], evidence: Evidence) -> list[tuple[int, str]]:
    """The later of two like sentences is told; a phrase repeated is told where it comes again."""
    like = dict(_like([stems(words(sentence)) for sentence in sentences]))
    found = [
        (later, f"Says nearly the same as sentence {earlier + 1}. Leave one of them out.")
        for later, earlier in like.items()
    ]
    again = [(index, phrase) for index, phrase in _again(sentences) if index not in like]
    return found + [(index, f"“{phrase}” is repeated.") for index, phrase in again]


def _like(content: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of a sentence and the first one before it that has nearly all the same words."""
    for later, own in enumerate(content):
        for earlier, other in enumerate(content[:later]):
            least = min(len(own), len(other))
            if least >= _LEAST and len(own & other) >= SAME * least:
                yield later, earlier
                break


def _again(sentences: Sequence[str]) -> Iterator[tuple[int, str]]:
    """For each sentence the first phrase in it that stood in the summary before."""
    seen: set[tuple[str, ...]] = set()
    for index, sentence in enumerate(sentences):
        own, repeated = words(sentence), ""
        for start in range(len(own) - PHRASE + 1):
            gram = tuple(own[start : start + PHRASE])
            repeated = repeated or (" ".join(gram) if gram in seen else "")
            seen.add(gram)
        if repeated:
            yield index, repeated

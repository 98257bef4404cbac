"""Which kind of name a Latin name is, told by the model that explains its letters best."""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log

from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.letters import words
from summarize.names.spelling.ranking import likeliest

_NONE = -60.0  # nats, for a word that a model cannot spell at all


def kind_of(latin: str) -> Kind:
    """A Cambodian's name or a foreign one, as its letters say; never :attr:`Kind.PLACE`.

    A place in Cambodia is spelt like its people, so only what stands around it can tell.
    """
    return told(words(latin))


def told(parts: Sequence[str]) -> Kind:
    """The same of words in plain small letters."""
    odds = sum(explained(part, Kind.PERSON) - explained(part, Kind.FOREIGN) for part in parts)
    return Kind.PERSON if odds >= 0 else Kind.FOREIGN


@lru_cache(maxsize=1 << 12)
def explained(word: str, kind: Kind) -> float:
    """The log of the probability (nats) of ``word`` among the names of ``kind``."""
    costs = [cost for _, cost in likeliest(word, kind).values()]
    if not costs:
        return _NONE
    most = max(costs)
    return most + log(sum(exp(cost - most) for cost in costs))

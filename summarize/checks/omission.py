"""A clause of the English that the Khmer leaves out."""

from typing import Final

from summarize.alignment.coverage import coverage
from summarize.alignment.omission import log_odds

_CERTAIN: Final = 4.0  # log odds; 0.8 % of the human translations of FLORES dev have more
_LIKELY: Final = 1.5
_SHOWN: Final = 6  # words that the message names


def certain(source: str, target: str) -> list[str]:
    """What is left out almost certainly."""
    return _messages(source, target) if _odds(source, target) >= _CERTAIN else []


def likely(source: str, target: str) -> list[str]:
    """What may be left out; nothing that :func:`certain` tells."""
    return _messages(source, target) if _LIKELY <= _odds(source, target) < _CERTAIN else []


def _odds(source: str, target: str) -> float:
    return log_odds(source, target) if source.strip() and target.strip() else 0.0


def _messages(source: str, target: str) -> list[str]:
    missing = coverage(source, target).missing[:_SHOWN]
    if not missing:
        return ["The Khmer is too short for the English. Is something left out?"]
    return [f"Nothing in the Khmer stands for “{' … '.join(missing)}”. Is something left out?"]

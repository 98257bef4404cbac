"""Which kind of name a Latin name is, told by its letters."""

from collections.abc import Sequence

from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.letters import latin_numbers, words
from summarize.names.spelling.shipped import JOINT, shipped


def kind_of(latin: str) -> Kind:
    """A Cambodian's name or a foreign one, as its letters say; never :attr:`Kind.PLACE`.

    A place in Cambodia is spelt like its people, so only what stands around it can tell.
    """
    return told(words(latin))


def told(parts: Sequence[str]) -> Kind:
    """The same of words in plain small letters."""
    ours, foreign = (shipped().latin[name] for name in JOINT)
    odds = 0.0
    for part in parts:
        letters = latin_numbers(part)
        odds += ours.score(ours.starts[0], letters) - foreign.score(foreign.starts[0], letters)
    return Kind.PERSON if odds >= 0 else Kind.FOREIGN

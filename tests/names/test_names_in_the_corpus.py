"""Places and bodies found in the English of the corpus stand in its Khmer."""

from collections.abc import Callable, Sequence
from typing import Protocol

from summarize.khmer.normalise import key
from summarize.names.bodies import bodies_in
from summarize.names.places import places_in
from training.corpus.read import pairs

PART = pairs()[::10]


class Mention(Protocol):
    """What a text names, with its Khmer."""

    @property
    def khmer(self) -> str: ...


def share(find: Callable[[str], Sequence[Mention]]) -> tuple[int, float]:
    """How many mentions there are, and the share whose Khmer the other side has."""
    kept = [
        squeezed(mention.khmer) in squeezed(khmer)
        for english, khmer in PART
        for mention in find(english)
    ]
    return len(kept), sum(kept) / len(kept)


def squeezed(khmer: str) -> str:
    """The form to compare by; សម្រោង and សំរោង are one name."""
    return key(khmer).replace(" ", "").replace("សម្", "សំ").replace("ចម្", "ចំ")


def test_nearly_all_places_do() -> None:
    count, right = share(places_in)
    assert count > 350
    assert right >= 0.99


def test_nearly_all_bodies_do() -> None:
    count, right = share(bodies_in)
    assert count > 75
    assert right >= 0.96

"""Which approved sentences a desk can learn from, and which of them are only measured on."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from summarize.adapting.pairs import Pair, clean, is_sound
from summarize.memory.records import Entry, exact_key, fuzzy_key

_FIGURES: Final = re.compile(r"[\d.,:]*\d")


@dataclass(frozen=True, slots=True)
class Sentences:
    """What the memory has to learn from.

    ``approved`` is the number of different English sentences, ``unfit`` of those whose Khmer or
    length cannot be learned from, ``between`` of those that are like sentences of both sides and
    so on neither. Of many only the last ones are looked at, ``most`` in the configuration.
    """

    learned: tuple[Pair, ...]
    held: tuple[Pair, ...]
    approved: int
    unfit: int
    between: int

    @property
    def count(self) -> int:
        """Sentences that can be learned from or measured on."""
        return len(self.learned) + len(self.held)

    def lack(self, options: Mapping[str, Any]) -> str:
        """Why there is too little to learn from or to measure on, "" where there is enough."""
        if self.count < options["fewest"]:
            left_out = (
                (self.unfit, "whose Khmer loses a number, is too long or short, or is no Khmer"),
                (self.between, "that are like sentences of both sides"),
            )
            without = "; ".join(f"without {number} {why}" for number, why in left_out if number)
            return (
                f"{self.count} of {self.approved} approved sentences count"
                f"{f' ({without})' if without else ''}, and at least {options['fewest']} are needed"
            )
        if len(self.held) < options["fewest_held"] or not self.learned:
            return (
                f"the {self.count} approved sentences are so alike that only {len(self.held)} can "
                f"be kept apart to measure on, and at least {options['fewest_held']} are needed"
            )
        return ""


def sentences(entries: Sequence[Entry], config: Mapping[str, Any]) -> Sentences:
    """Divide ``entries``, which are in the order of their approval.

    Of one English sentence the last approval holds. One in ``held`` is measured on, chosen by a
    hash of the English, so that it is the same in every run whatever is approved later. A sentence
    like an earlier one is on the side of that one.
    """
    options, filters = config["desk"], config["filters"]
    latest = {exact_key(one.source): one for one in entries}
    pairs = [clean(one.source, one.target) for one in latest.values()]
    sound = [pair for pair in pairs if _is_learnable(pair, filters)]
    used = sound[-options["most"] :]
    sides = _sides([_form(pair.source) for pair in used], options["held"], options["near"])
    recent = list(zip(used, sides, strict=True))
    return Sentences(
        tuple(pair for pair, is_held in recent if is_held is False),
        tuple(pair for pair, is_held in recent if is_held),
        len(pairs),
        len(pairs) - len(sound),
        sum(is_held is None for _, is_held in recent),
    )


def by_hash(pairs: Iterable[Pair]) -> list[Pair]:
    """``pairs`` in an order that depends on their English only."""
    return sorted(pairs, key=lambda pair: _hash(_form(pair.source)))


def _is_learnable(pair: Pair, filters: Mapping[str, Any]) -> bool:
    return 0 < len(pair.source) <= filters["longest"] and is_sound(pair, filters)


def _form(english: str) -> str:
    """What near-duplicates have in common: figures do not count."""
    return _FIGURES.sub("0", fuzzy_key(english))


def _hash(form: str) -> int:
    return int.from_bytes(hashlib.sha256(form.encode("utf-8")).digest()[:8], "big")


def _sides(forms: Sequence[str], one_in: int, near: float) -> list[bool | None]:
    """For each form whether it is held out; ``None`` where earlier ones of both sides are like it.

    What was decided of the first ones never depends on those that follow.
    """
    import numpy as np
    from rapidfuzz import fuzz, process

    sides: list[bool | None] = []
    for at, form in enumerate(forms):
        likeness = process.cdist(
            [form], forms[:at], scorer=fuzz.ratio, score_cutoff=near, dtype=np.uint8
        )
        like = {sides[i] for i in np.flatnonzero(likeness[0])} if at else set()
        decided = like - {None}
        if not like:
            sides.append(_hash(form) % one_in == 0)
        else:
            sides.append(decided.pop() if len(decided) == 1 else None)
    return sides

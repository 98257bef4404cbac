"""Compression: what may be cut out of a sentence so that no fact changes, each rule in its file.

What is never lost with a cut: a number, a name, a negation, a word of possibility or duty, a
condition, a quotation, and who says what. An attribution stays even where nobody would dispute the
claim: the program cannot know that. Only its circumstances go ("said in a statement").
"""

from collections.abc import Callable, Sequence
from itertools import chain, combinations, pairwise

from summarize.backends.extractive.cuts import (
    asides,
    brackets,
    circumstances,
    clauses,
    openings,
    push,
)
from summarize.backends.extractive.usable import VERB, is_balanced
from summarize.english.stems import tokens

Cut = tuple[int, int, str]
"""Start and end in the sentence, and what stands there instead: "" or a capital letter."""
Rule = Callable[[str], list[Cut]]

RULES: tuple[Rule, ...] = (
    openings.cuts,
    circumstances.cuts,
    brackets.cuts,
    asides.cuts,
    clauses.cuts,
)
MOST_TRIED = 16
MOST_TOGETHER = 3
"""Cuts that are tried for one short line, and of them at once: 696 sets at most."""
FEWEST_WORDS = 5
"""Words that a sentence keeps."""
LONGEST = 1_000
"""Characters of a sentence from which it is none, and nothing is cut out of it."""


def cuts_of(text: str) -> list[Cut]:
    """What may go, in order, none overlapping; nothing where no sentence would be left."""
    found: list[Cut] = []
    if len(text) > LONGEST:
        return found
    for rule in RULES:
        for cut in rule(text):
            if all(cut[1] <= other[0] or other[1] <= cut[0] for other in found) and _is_sound(
                text, [*found, cut]
            ):
                found.append(cut)
    return sorted(found)


def cuts_to_fit(text: str, fits: Callable[[list[Cut]], bool]) -> list[Cut]:
    """The cuts that leave most of what ``fits`` allows; those that change least where none does."""
    plain = cuts_of(text)
    if fits(plain) or len(text) > LONGEST:
        return [] if fits([]) else plain
    possible = list(dict.fromkeys(chain(plain, push.cuts(text))))[:MOST_TRIED]
    sizes = range(1, MOST_TOGETHER + 1)
    sets = [list(each) for size in sizes for each in combinations(sorted(possible), size)]
    fitting = (each for each in sets if _apart(each) and fits(each) and _is_sound(text, each))
    return max(fitting, key=lambda each: len(replaced(text, each)), default=plain)


def _apart(cuts: list[Cut]) -> bool:
    return all(one[1] < other[0] for one, other in pairwise(cuts))


def replaced(text: str, cuts: Sequence[Cut]) -> str:
    """``text`` with what each of ``cuts``, none overlapping, has in the place of its span."""
    for start, end, instead in sorted(cuts, reverse=True):
        text = text[:start] + instead + text[end:]
    return text


def _is_sound(text: str, cuts: list[Cut]) -> bool:
    left = replaced(text, cuts)
    touching = any(one[1] == other[0] for one, other in pairwise(sorted(cuts)))
    whole = len(tokens(left)) >= FEWEST_WORDS and bool(VERB.search(left)) and is_balanced(left)
    return whole and not touching

"""Hop two: the checks of Khmer against English, measured on translations that people wrote."""

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.checks import CHECKS, Context, check_draft, check_pair
from summarize.evaluate.damage import DAMAGES, NUMERIC, damaged
from summarize.evaluate.figures import Alarm, Figure, alarms, detection
from summarize.evaluate.hops import hops
from summarize.evaluate.pairs import Pair
from summarize.evaluate.rate import Rate
from summarize.khmer.digits import DigitStyle, restyle_digits
from summarize.khmer.normalise import draft_text
from summarize.records import Segment

STYLES: Final[dict[str, DigitStyle]] = {"Khmer digits": "khmer", "Arabic digits": "arabic"}
HOUSE: Final = "Khmer digits"
SENTENCES: Final = 3


def measure_draft_checks(
    data: str, pairs: Sequence[Pair], context: Context, seed: int, every: int = 1
) -> Iterator[Figure]:
    """False alarms on the translations as the program would store them, and what was detected.

    For false alarms the lines are looked at in drafts of ``SENTENCES``, for damage one by one. What
    concerns numbers is measured in both digit sets, the rest in Khmer digits. Damage is done to one
    line of ``every`` so many.
    """
    for digits, style in STYLES.items():
        written = [_written(pair, style) for pair in pairs]
        yield from _false_alarms(data, written, context, digits)
        taken = written[::every]
        before = [_alarms(pair, context) for pair in taken]
        for name in DAMAGES:
            if name in NUMERIC or digits == HOUSE:
                spoilt = _spoilt(name, taken, style, seed)
                after = [_alarms(pair, context) for pair in spoilt.values()]
                rate, checks = detection([before[i] for i in spoilt], after)
                label = f"{name}, {digits}" if name in NUMERIC else name
                yield Figure(data, 2, "detected", label, rate, checks=checks)


def _spoilt(name: str, pairs: Sequence[Pair], style: DigitStyle, seed: int) -> dict[int, Pair]:
    """By position the pairs to which the damage could be done, in the digits of ``style``."""
    texts = {i: damaged(name, pair, f"{seed}|{i}") for i, pair in enumerate(pairs)}
    return {
        i: Pair(pairs[i].source, restyle_digits(text, pairs[i].source, style))
        for i, text in texts.items()
        if text is not None
    }


def _alarms(pair: Pair, context: Context) -> set[Alarm]:
    return alarms(check_pair(pair.source, pair.target, context))


def _false_alarms(
    data: str, pairs: Sequence[Pair], context: Context, digits: str
) -> Iterator[Figure]:
    """Lines in which a check finds something; for numbers also of the lines that have a digit."""
    found = [own for draft in _drafts(pairs) for own in _found(draft, context)]
    if digits == HOUSE:
        for name, hop in hops().items():
            if hop == 2:
                rate = Rate(sum(name in line for line in found), len(found))
                yield Figure(data, 2, "false alarms", name, rate, CHECKS[name].severity)
    lines = [i for i, pair in enumerate(pairs) if any(map(str.isdigit, pair.source))]
    rate = Rate(sum("numbers" in found[i] for i in lines), len(lines))
    label = f"numbers where the English has digits, {digits}"
    yield Figure(data, 2, "false alarms", label, rate, CHECKS["numbers"].severity)


def _drafts(pairs: Sequence[Pair]) -> Iterator[list[Segment]]:
    """The lines in portions as long as the draft of a summary, in their order."""
    for start in range(0, len(pairs), SENTENCES):
        portion = pairs[start : start + SENTENCES]
        yield [Segment(f"k{n}", f"s{n}", p.source, p.target) for n, p in enumerate(portion)]


def _found(draft: Sequence[Segment], context: Context) -> list[set[str]]:
    """The checks that find something in each segment of a draft."""
    findings = check_draft(draft, context)
    return [{f.check for f in findings if f.where == segment.id} for segment in draft]


def _written(pair: Pair, style: DigitStyle) -> Pair:
    return Pair(pair.source, restyle_digits(draft_text(pair.target), pair.source, style))

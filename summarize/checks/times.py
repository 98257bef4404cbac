"""Times of day in the wrong half: 2pm is not ម៉ោង ២ ព្រឹក."""

from summarize.quantities import times


def check(source: str, target: str) -> list[str]:
    """The hour itself is compared as a number; here only those of one hour are."""
    given = times.khmer(target)
    halves: dict[int, set[str]] = {}
    for time in given:
        halves.setdefault(time.hour, set()).add(time.half)
    texts = {time.hour: time.text for time in given}
    return [
        f"The English has {time.text}; the Khmer has ម៉ោង {texts[time.hour]}."
        for time in times.english(source)
        if time.half not in halves.get(time.hour, {time.half})
    ]

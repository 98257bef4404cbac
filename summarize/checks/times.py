"""Times of day in the wrong half: 2pm is not ម៉ោង ២ ព្រឹក."""

from summarize.quantities import times


def check(source: str, target: str) -> list[str]:
    """The hour itself is compared as a number; here only those of one hour are."""
    given = times.khmer(target)
    return [
        f"The English has {time.text}; the Khmer has ម៉ោង {other[0].text}."
        for time in times.english(source)
        if (other := [t for t in given if t.hour == time.hour])
        and all(t.half != time.half for t in other)
    ]

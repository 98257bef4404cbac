"""Months and weekdays in the Khmer that the English does not name: Saturday for Friday."""

from summarize.checks.months_weekdays import difference


def check(source: str, target: str) -> list[str]:
    """One that the English names instead is told with it."""
    missing, foreign = difference(source, target)
    lost = {name.kind: name.english for name in missing}
    return [
        f"The English names {lost[name.kind]}; the Khmer names {name.english}."
        if name.kind in lost
        else f"The Khmer names {name.english}; the English does not."
        for name in foreign
    ]

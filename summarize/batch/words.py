"""Wording that progress, report and command share."""


def duration(seconds: float) -> str:
    """A length of time as people say it, to about two figures."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 120:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60:02} min"


def count(number: int, noun: str) -> str:
    """``number`` and ``noun``, which takes an s where there is not one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def speed(sentences: float, seconds: float) -> str:
    """Sentences a second, or a minute where it takes more than a second for one."""
    rate = sentences / max(seconds, 0.001)
    return f"{rate:.1f}/s" if rate >= 1 else f"{60 * rate:.1f}/min"

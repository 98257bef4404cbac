"""The options that say how long a summary is to be, as one setting."""

from summarize.errors import UsageError


def one_length(
    length: str | None, points: int | None, *, standfirst: bool, push: bool
) -> str | None:
    """The setting ``length`` that is meant, ``None`` for none. Raises ``UsageError`` for two."""
    asked = {
        "--length": length,
        "--points": None if points is None else f"{points}p",
        "--standfirst": "standfirst" if standfirst else None,
        "--push": "push" if push else None,
    }
    given = {option: value for option, value in asked.items() if value is not None}
    if len(given) > 1:
        raise UsageError(
            f"{' and '.join(given)} ask for different summaries", "Give one of them at a time."
        )
    return next(iter(given.values()), None)

"""How long is left, as it is told to people."""


def minutes(left: float) -> str:
    """How long, for people."""
    if left < 1:
        return "less than a minute"
    return f"about {left:.0f} minute{'s' if round(left) != 1 else ''}"

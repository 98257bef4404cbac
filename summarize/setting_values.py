"""Values of settings: strings of the environment and of files in the type that a setting has."""

from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

MAX_DIGITS: Final = 12
"""Of a number among the settings."""


def convert(kind: Any, value: Any) -> Any:
    """``value`` as the type ``kind`` of a setting. Raises ``ValueError`` with what it must be."""
    if get_origin(kind) is Literal:
        choices = get_args(kind)
        if not isinstance(value, str) or value not in choices:
            raise ValueError(f"it must be one of {', '.join(choices)}")
        return value
    if kind is bool:
        return _boolean(value)
    if get_origin(kind) is tuple:
        return _names(value)
    if kind is int:
        return _positive(value)
    if not isinstance(value, (str, int, Path)) or isinstance(value, bool) or value == "":
        raise ValueError("it must be text")
    if "\0" in str(value):
        raise ValueError("it must not hold a zero byte")
    try:
        return Path(str(value)).expanduser() if kind is Path else str(value)
    except RuntimeError as error:
        raise ValueError(f"its home folder is unknown: {error}") from None


def _names(value: Any) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple)) or not all(isinstance(part, str) for part in parts):
        raise ValueError("it must be a list of names")
    return tuple(part.strip() for part in parts if part.strip())


def _boolean(value: Any) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False}
    if isinstance(value, bool):
        return value
    if str(value).lower() in words:
        return words[str(value).lower()]
    raise ValueError("it must be true or false")


def _positive(value: Any) -> int:
    text = str(value)
    if not (text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS) or int(text) < 1:
        raise ValueError(f"it must be a whole number above 0, of at most {MAX_DIGITS} digits")
    return int(text)

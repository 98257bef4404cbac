"""What a format gives: a title and paragraphs, before they are cleaned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Title ("" where the format names none) and paragraphs, in reading order."""

    title: str
    paragraphs: tuple[str, ...]

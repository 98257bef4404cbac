"""The kinds of names."""

from enum import StrEnum


class Kind(StrEnum):
    """What a name names; each kind has its own habits of spelling."""

    PERSON = "person"
    """A Cambodian."""
    PLACE = "place"
    """A place in Cambodia, as the Ministry of Economy and Finance romanises it."""
    FOREIGN = "foreign"
    """A person or place of another country."""

"""Openings that tie a sentence to others, or say where it was spoken."""

import re

OPENING = re.compile(
    r"^(?:In addition|Meanwhile|At the same time|Furthermore|Moreover|However|Additionally|"
    r"Of course|"
    r"In fact|As a result|For (?:his|her|their|its) part|(?:In|Through) (?:a|the|his|her|their|"
    r"its) "
    r"(?:\w+ )?(?:statement|press release|speech|message|post|letter|address)|"
    r"(?:At|During) (?:a|the) (?:\w+ )?(?:press conference|news conference|briefing|ceremony|"
    r"meeting)|"
    r"(?:Speaking|Talking) to (?:\w+ )?(?:reporters|journalists)), (?P<next>\w)"
)


def cuts(text: str) -> list[tuple[int, int, str]]:
    """The opening up to the comma; the sentence then begins with a capital letter."""
    found = OPENING.match(text)
    return [(0, found.end(), found["next"].upper())] if found else []

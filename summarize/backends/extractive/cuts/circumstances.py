"""How something was said; that it was said, and by whom, stays."""

import re

from summarize.backends.extractive.wording import SPEECH

SAID_HOW = re.compile(
    rf"\b{SPEECH}(?P<how> (?:in (?:a|the|his|her|their|its) (?:\w+ )?(?:statement|press release|"
    r"speech|message|post|letter|report|notice)|at (?:a|the) (?:\w+ )?(?:press conference|"
    r"news conference|briefing|ceremony|meeting)|by (?:telephone|phone|email)))"
    r"(?=[.,]| on [A-Z])"
)


def cuts(text: str) -> list[tuple[int, int, str]]:
    """The words behind the verb, up to the comma, the stop or the day."""
    return [(found.start("how"), found.end("how"), "") for found in SAID_HOW.finditer(text)]

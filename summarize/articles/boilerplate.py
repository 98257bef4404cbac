"""What stands around a story and is none of it: bylines, captions, links, invitations.

Every pattern must match a whole paragraph, and none matches a sentence a reporter would write:
a leftover line costs less than a lost fact.
"""

import re
from collections.abc import Iterable

NAME = r"[A-Z][\w’'.-]+"
NAMES = rf"{NAME}(?: {NAME}){{1,4}}"
AGENCY = (
    r"(?:AFP|AKP|ANI|AP|BBC|EPA|Getty(?: Images)?|IANS|PTI|REUTERS|Reuters|RFA|VOA|Xinhua)"
    r"(?: Photo)?"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DATE = rf"(?:(?:\w+day,? )?(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}),? \d{{4}})"
IN_CAPTION = (
    r"(?:arrives?|attends?|carr(?:y|ies)|gestures?|holds?|looks?|poses?|rides?|sits?|speaks?|"
    r"stands?|waits?|walks?|(?:is|are) (?:seen|pictured))"
)

BYLINES = (
    rf"(?:Story |Written |Reported )?[Bb][Yy]:? (?:{NAMES}|{AGENCY})"
    rf"(?:(?:,| and|,? in| \||,? {AGENCY}| /) ?(?:{NAMES}|{NAME}|{DATE}))*",
    rf"{NAMES} \| (?:Publication date|Published|Updated|Posted|{DATE}).*",
    rf"(?:Publication date|Published|Last updated|Updated|Posted)(?: on| at)?:? (?:\w+day,? )?"
    rf"(?:\d|{MONTH})[^!?]{{0,60}}(?<![a-z]{{2}}\.)",
    rf"{DATE}(?:,? (?:at )?\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?)?",
    r"\d+[- ]min(?:ute)?s?(?: read)?",
)
CAPTIONS = (
    r"(?:Photo|Image|Picture|Photograph|Caption|Video|Graphic|Illustration)s?"
    r"(?: (?:by|credit|courtesy|supplied))?\s*[:/] ?.{0,300}",
    rf"(?:Photos?|Images?|Pictures?) (?:by|courtesy of) {NAME}(?: [\w’'./-]+){{0,5}}",
    rf"[A-Z][^.!?]{{0,200}}\b{IN_CAPTION}\b[^.!?]{{0,200}}[.]? \(?(?:Photo: )?{AGENCY}[^.]{{0,30}}",
    rf"\(?{AGENCY}(?:[/ ][\w /]{{2,40}})?\)?",
)
LINKS = (
    r"(?:also read|read also|read more|see also|see more|read next|more on this|related|"
    r"recommended|watch|listen|in pictures|don[’']t miss|you may also like|"
    r"related (?:stor(?:y|ies)|articles?|news|content|posts?|topics?))\s*[:|>»].{0,300}",
    r"(?:read more|related (?:stor(?:y|ies)|articles?|news|content|posts?|topics?)|see also|"
    r"you may also like|recommended for you|most read|trending(?: now)?|"
    r"continue reading|keep reading|read the full (?:story|article).{0,60})[.…»> ]*",
    r"more from [^.!?]{1,40}",
    r"(?:read more|click here|tap here) (?:about|at|here|on|in|to) .{0,120}",
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|source)\s*:.{0,200}",
)
INVITATIONS = (
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|story continues"
    r" below(?: advertisement)?|article continues (?:below|after).{0,30})[.:\s-]*",
    r"(?:share|tweet|e-?mail|print|save|copy link|comments?|leave a comment|facebook|twitter|x|"
    r"whatsapp|telegram|linkedin|messenger|line|share (?:this|on|via|with) ?.{0,40})"
    r"(?:[\s|,/•·]+(?:share|tweet|e-?mail|print|save|copy link|facebook|twitter|x|whatsapp|"
    r"telegram|linkedin|messenger|line))*",
    r"(?:sign up|subscribe|register (?:now|here|for|to))\b.{0,120}\b(?:newsletters?|inbox|"
    r"updates|alerts|channel|e-?mail|today|now|free|account|access)\b.{0,80}",
    r"(?:(?:follow|join|like|find) us on|download our app|get our app)\b.{0,160}",
    r"(?:join|follow|support) our (?:\w+ )?(?:channel|group|community|page|journalism|work)\b"
    r".{0,160}",
    r"(?:copyright\W*)?(?:©|\(c\)|(?<=copyright )\d{4}).{0,200}|all rights reserved\.?",
    r"\W+|\W*(?:ends?|-30-)\W*",
)
DROPPED = (
    re.compile("|".join(BYLINES + CAPTIONS)),
    re.compile("|".join(LINKS + INVITATIONS), re.IGNORECASE),
)
LONGEST = 400
"""Characters; what is longer tells something."""
SIGNED = re.compile(rf"(?<=[.!?”\"]) +(?:[–—-] ?)?[/(]?{AGENCY}\)?$")


def drop_boilerplate(paragraphs: Iterable[str]) -> list[str]:
    """Keep the paragraphs of the story, each without the agency that signs it."""
    return [SIGNED.sub("", paragraph) for paragraph in paragraphs if not _is_boilerplate(paragraph)]


def _is_boilerplate(paragraph: str) -> bool:
    return len(paragraph) <= LONGEST and any(p.fullmatch(paragraph) for p in DROPPED)

"""Whether *he* or *she* in a sentence stands for somebody the sentence itself names."""

import re

from summarize.backends.extractive.wording import PERSONAL, TIME

PERSONAL_PRONOUN = re.compile(rf"\b{PERSONAL}\b", re.I)
ROYAL = re.compile(r"(?:His|Her|Their) (?:Majest|Royal|Excellenc|Highness|Holiness|Eminence)")
RUN = re.compile(
    r"(?:(?P<before>\w+) )?(?P<run>[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|al|bin|de|van))*)"
)
INDEFINITE = re.compile(r"\b(?:an?|one|each|every) [a-z\d“]", re.I)
PERSON_NOUN = re.compile(
    r"\b(?!(?:order|matter|paper|number|power|water|river|summer|winter|other|another|after|under|"
    r"over|whether|either|per|former|quarter|centre|center|letter|later|earlier|however|never|"
    r"floor|door|major|minor|error|sector|factor|motor|want|grant|restaurant|plant|relevant|"
    r"human|degree|committee|guarantee|agree|three|list)\b)"
    r"(?:\w{2,}(?:er|or|ist|ian|man|ant|ee)|man|boy|girl|baby|infant|king|queen|president|judge|chief|"
    r"student|head|guard|victim|suspect|wife|husband|son|nephew|niece|official|patient|child|"
    r"accused|deceased|\d+-year-old|resident|candidate|pilot|star|one|who|journalist|monk|nun)\b"
)
ORGANISATION = re.compile(
    r"\b(?:Ministry|Court|Department|Government|Party|Police|Council|Committee|University|Hospital|"
    r"Association|Bank|Group|Commission|Office|States|Nations|Assembly|Congress|Senate|Agency|"
    r"Authority|Corporation|Institute|Bureau|Union|Army|Centre|Center|School|College|News|Times|"
    r"Post|Prison|Prosecutors?|City|Province|District|Street|Road|The|A|An|In|On|At|After|When|"
    r"While|As|But|If|Although|Officials|Doctors|Sources)\b"
)
PLACE_BEFORE = frozenset({"in", "at", "near", "across", "around", "outside", "inside"})


def lacks_antecedent(text: str) -> bool:
    """Whether *he* or *she* appears before anybody it could stand for."""
    pronoun = PERSONAL_PRONOUN.search(text)
    if pronoun is None or ROYAL.match(text, pronoun.start()):
        return False
    before, after = text[: pronoun.start()], text[pronoun.end() :]
    cataphora = pronoun.group().lower() in {"his", "her"} and re.match(
        r"[^,]*, (?:[A-Z]|the )", after
    )
    return not cataphora and not _names_somebody(before)


def _names_somebody(text: str) -> bool:
    if INDEFINITE.search(text) or PERSON_NOUN.search(text):
        return True
    return any(
        not _is_place(found["before"], found["run"])
        and _is_personal_name(found["run"], found.start("run"))
        for found in RUN.finditer(text)
    )


def _is_place(before: str | None, run: str) -> bool:
    return before in PLACE_BEFORE or (before == "of" and " " not in run)


def _is_personal_name(run: str, start: int) -> bool:
    if ORGANISATION.search(run) or re.fullmatch(TIME, run) or run.isupper():
        return False
    return start > 0 or " " in run or not run.endswith("s")

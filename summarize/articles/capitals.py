"""Sentences in capitals to ordinary case, so that what comes after can read them.

Acronyms, places, months, weekdays and languages keep their capitals, and so do names that follow a
title or that the text spells in ordinary case elsewhere. Other names cannot be told from words.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from summarize.english.common import FUNCTION_WORDS, is_common
from summarize.english.forms import bases
from summarize.glossary.store import shipped_terms
from summarize.wordlists import word_set

_LEAST_WORDS: Final = 3
_LEAST_ORDINARY: Final = 2
"""Words, and words that are no acronyms, from which a line was set in capitals."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE_START: Final = re.compile(
    r"(?:^\s*|(?<![.\s][A-Za-z])[.!?…][”’\"')\]]*\s+|[:]\s+[“\"])[“‘\"'(\[]*(\w)"
)
_DOTTED: Final = re.compile(r"\b(?:[A-Z]\.){2,}")
_CAPITALISED: Final = re.compile(r"\b[A-Z][a-z]+(?:[’'-][A-Z]?[a-z]+)*\b")
_HOURS: Final = frozenset(["A.M.", "P.M."])
_LONGEST_NAME: Final = 4
_ACRONYMS: Final = word_set(
    """
    ADB AEC AI AIDS AIIB APEC ASEAN ATM BBC BBQ CCTV CEO CIA CNRP CO2 COVID CPP DNA ECCC EU EV
    EVs FA FBI FDI FIFA FTA GDP GMT GPS GSP HIV HQ ICC ICJ ILO IMF INTERPOL IOC IP ISIS JICA
    LNG MOU MP MPs MRC NASA NATO NBC NGO NGOs OECD OPEC PDF PM PPP PR RCEP RFA RGC SARS SEA SIM
    SME SMEs SUV TB TV UAE UEFA UK UN UNDP UNESCO UNHCR UNICEF USA USAID USD VAT VIP VOA WFP
    WTO WWF
    """
)
_AFTER_THE: Final = frozenset(["US", "WHO", "IT"])
"""Acronyms that are pronouns as well: only after THE."""
_WORDS_TOO: Final = _AFTER_THE | {"MAY"}
"""Names that are far commoner as other words."""
_TITLES: Final = word_set(
    """
    MR MRS MS DR PROF GEN MAJ COL LT CAPT SGT SEN REP GOV HON REV VEN POL H.E SIR LADY JUDGE
    JUSTICE KING QUEEN PRINCE PRINCESS PRESIDENT PREMIER CHANCELLOR AMBASSADOR
    """
)
_SPEECH: Final = "SAID|SAYS|TOLD|ADDED|ASKED|WARNED|WROTE|DENIED"
_SPEAKER: Final = re.compile(rf"(?<![A-Z] )\b((?:[A-Z]+[ -]){{1,2}}[A-Z]+)(?=,? (?:{_SPEECH})\b|,)")
"""Two or three words before a verb of speech or a comma, maybe somebody's name."""
_SHORT_TITLES: Final = word_set("MR MRS MS DR PROF GEN MAJ COL LT CAPT SGT REV VEN POL HON")
_VOWEL: Final = re.compile("[AEIOUY]")
_SMALL: Final = word_set(
    """
    a an and as at be been but by can did do does for from had has have he her him his i if in
    is it its may more must no not of on or said says she so than that the their them there
    they this to was we were what when which who will with would you after before told made met
    vowed urged
    """
)


def spellings(context: str) -> dict[str, str]:
    """Names by their form in capitals: those that the article ``context`` has, and known ones."""
    named = (word for word in _CAPITALISED.findall(context) if word.lower() not in _SMALL)
    return {word.upper(): word for word in named} | _names()


def in_ordinary_case(text: str, known: Mapping[str, str]) -> str:
    """``text`` in ordinary case if it is in capitals, else as it is.

    ``known`` has the :func:`spellings` of names in the article.
    """
    if not is_in_capitals(text):
        return text
    speakers = {match[1]: match[1].title() for match in _SPEAKER.finditer(text)}
    named = {name: spelt for name, spelt in speakers.items() if _is_name(name)}
    names = {**known, **named} if named else known
    words = list(_WORD.finditer(text))
    written: list[str] = []
    place = i = 0
    while i < len(words):
        length, spelt = _longest(words, i, text, names)
        written += [text[place : words[i].start()], spelt]
        place = words[i + length - 1].end()
        i += length
    lowered = _kept_dots(text, "".join(written) + text[place:])
    return _SENTENCE_START.sub(lambda m: m[0][:-1] + m[1].upper(), lowered)


def is_in_capitals(text: str) -> bool:
    """Whether a whole line is in capitals: words, and not acronyms alone."""
    if not text.isupper():
        return False
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    ordinary = [word for word in words if word not in _ACRONYMS and word not in _AFTER_THE]
    return len(words) >= _LEAST_WORDS and len(ordinary) >= _LEAST_ORDINARY


def _is_name(words: str) -> bool:
    """Whether none of ``words`` is an ordinary one."""
    found = words.lower().split()
    return not any(word in _SMALL or word in FUNCTION_WORDS or is_common(word) for word in found)


def _longest(
    words: list[re.Match[str]], i: int, text: str, known: Mapping[str, str]
) -> tuple[int, str]:
    """How many words from ``i`` on are one name or word, and how it is spelt."""
    for length in range(min(_LONGEST_NAME, len(words) - i), 0, -1):
        spelt = text[words[i].start() : words[i + length - 1].end()]
        if spelt in known:
            return length, known[spelt]
    word = words[i][0]
    before = words[i - 1][0] if i else ""
    return 1, _spelt(word, before, words[i - 2][0] if i > 1 else "")


def _spelt(word: str, before: str, earlier: str) -> str:
    """How ``word`` in capitals is spelt behind ``before``, and that behind ``earlier``."""
    stem, mark, ending = re.fullmatch(r"([^’']*)([’']?)(.*)", word, re.DOTALL).groups()  # type: ignore[union-attr]
    ending = mark + ending.lower()
    if stem == "I" or stem in _ACRONYMS or (stem in _AFTER_THE and before == "THE"):
        return stem + ending
    if stem in _TITLES:
        return (stem.capitalize() if stem in _SHORT_TITLES else stem.lower()) + ending
    if 2 <= len(stem) <= 5 and not _VOWEL.search(stem):
        return stem + ending
    follows_title = before in _TITLES or (earlier in _TITLES and before.lower() not in _SMALL)
    is_name = stem in _names() or any(base.upper() in _names() for base in bases(stem.lower()))
    if is_name or (follows_title and stem.lower() not in _SMALL):
        return stem.capitalize() + ending
    return stem.lower() + ending


def _kept_dots(text: str, lowered: str) -> str:
    """Acronyms with dots as they were: a lower-case one has the same length."""
    for found in _DOTTED.finditer(text):
        if found[0] in _HOURS:
            continue
        lowered = lowered[: found.start()] + found[0] + lowered[found.end() :]
    return lowered


@cache
def _names() -> dict[str, str]:
    """Names of the glossary that comes with the program, by their form in capitals."""
    found = {
        term.source.upper(): term.source for term in shipped_terms() if term.source[:1].isupper()
    }
    return {name: spelt for name, spelt in found.items() if name not in _WORDS_TOO}

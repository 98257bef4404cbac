"""A headline from the lead: its sentence without what a headline does without.

What goes are brackets, ages, days, and what a clause behind the news adds; who said it stays, and
so does every condition, denial and doubt. Words are left out, never put in or changed, so that it
says nothing that the lead does not.
"""

import re
from collections.abc import Iterator
from typing import Final

from summarize.articles.sentences import quotes_match
from summarize.backends.extractive.context import Need, need_of
from summarize.english.dates import MONTH_NAMES, WEEKDAYS
from summarize.records import Article, Source, Summary, SummarySentence

LONGEST: Final = 90
"""Characters from which clauses behind the news are left out."""
_LEAST_WORDS: Final = 5
_FIRST: Final = 3
"""Sentences of the article among which the lead is looked for where the summary has none."""
_WEEKDAY: Final = f"(?:{'|'.join(WEEKDAYS)})"
_MONTH: Final = f"(?:{'|'.join(MONTH_NAMES)})"
_DAY: Final = (
    rf"(?:(?:early|late|last|this|next) )?{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?"
    rf"(?:,? {_MONTH} \d{{1,2}}(?:,? \d{{4}})?)?"
)
_DATE: Final = rf"(?:{_DAY}|{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_OPENING: Final = re.compile(rf"^(?:On|Late on|Early on) {_DATE},? (?=\S)")
_WHEN: Final = re.compile(
    rf", on {_DATE},|"
    rf" (?:(?:late |early )?on {_DATE}|(?<=said ){_DAY}|yesterday)"
    r"(?=[.,;?”\"]|$| (?!and\b|or\b|to\b|through\b|until\b|[–—-]|\d|[A-Z]))"
    r"| (?:earlier |late |early )?(?:this|last) (?:week|month|year)(?=\.?$)"
)
_BRACKETS: Final = re.compile(r" ?[(\[][^()\[\]]*[)\]]")
_AGE: Final = re.compile(r",(?: aged)? \d{1,3},")
_TAIL: Final = re.compile(
    r", (?:according to [^,;“”\"]{2,60}|(?:[^,;“”\"]{2,60} )?(?:said|says|told [^,;]{2,30}|"
    r"reported|announced|confirmed)(?: [^,;“”\"]{2,60})?)$"
)
"""Who said it, at the end."""
_IN_TAIL: Final = re.compile(r" (?:in (?:a|an) [\w ]{2,30}|at (?:a|an) [\w ]{2,30}|yesterday)$")
_CLAUSE: Final = re.compile(
    r",? (?=(?:after (?!all\b)|following |amid |when it comes to |in a bid to |in an effort to |"
    r"in an attempt to |as part of |ahead of |such as |owing to |due to |because of |"
    r"along with )[a-zA-Z\d])|"
    r", (?=(?:which|who|where|whose|as|while|with|including|saying|adding|the first|the latest|"
    r"one of|part of|hours|days|weeks|months|a day|a week|a month|a year) )"
)
"""Where something begins that only adds to the news. What follows may be left out; a clause with
*if*, *unless*, *until*, *but* or *although* is not among them, since the news depends on it."""
_CLOSED: Final = re.compile(r",| [–—-]{1,2} ")
_WITH_VERB: Final = re.compile(
    r"(?:after|which|who|where|whose|as|while|with|hours|days|weeks|months)\b"
)
"""Clauses of this kind have a verb of their own; the others would have that of the sentence."""
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|says?|said)\b"
)
_HANGS: Final = re.compile(
    r"\b(?:named|looked|look|sought|go|goes|went|shortly|soon|hours|days|weeks|months|years|"
    r"minutes|day|week|month|year|a|an|the|of|and|or|not|no|without|only)$"
)
"""Words that belong to what follows."""


def lead_of(summary: Summary, article: Article) -> SummarySentence | None:
    """What to make a headline of: the first sentence of summary or article that needs no other."""
    own = list(summary.sentences[:1])
    own += [
        SummarySentence("", one.text, (Source(one.id, one.start, one.end),))
        for one in article.sentences[:_FIRST]
    ]
    alone = (one for one in own if need_of(one.text) is not Need.PREVIOUS)
    return next(alone, own[0] if own else None)


def from_lead(sentence: str) -> str:
    """``sentence`` as a headline. A part that would break a quotation stays."""
    text = _tidy(sentence.strip())
    for pattern in (_BRACKETS, _AGE, _OPENING, _WHEN):
        shorter = _tidy(pattern.sub("", text))
        text = shorter if _stands(shorter) else text
    tail = _TAIL.search(text)
    said = _tidy(_IN_TAIL.sub("", tail[0])) if tail else ""
    body = text[: tail.start()] if tail else text
    kept = next((one for one in _shortened(body) if len(one) + len(said) <= LONGEST), None)
    return f"{kept or _shortest(body)}{said}"


def _shortened(body: str) -> Iterator[str]:
    """``body``, and what is left of it without its last clause, the last two, and so on."""
    yield body
    for found in reversed(list(_CLAUSE.finditer(body))):
        left = _tidy(body[: found.start()])
        if _stands(left) and not (_HANGS.search(left) or _goes_on(body[found.end() :])):
            yield left


def _goes_on(rest: str) -> bool:
    """Whether the clause that begins with ``rest`` ends before it, with the verb still to come."""
    is_phrase = not _WITH_VERB.match(rest)
    return bool(_CLOSED.search(_CLAUSE.sub("", rest)) or (is_phrase and _VERB.search(rest)))


def _shortest(body: str) -> str:
    """Never cut within a clause: what is too long still is as short as it may be."""
    return list(_shortened(body))[-1]


def _stands(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and quotes_match(text)


def _tidy(text: str) -> str:
    """Single spaces, one comma at a time, a capital at the beginning, and no full stop."""
    plain = re.sub(r"(?: *,)+", ",", " ".join(text.split())).rstrip(" ,;:")
    plain = plain if plain.endswith("..") else re.sub(r"(?<![A-Z])\.(?=[”\"]?$)", "", plain)
    return plain[:1].upper() + plain[1:]

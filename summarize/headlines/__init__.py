"""The headline of a story in English: the article's own, else one made from its lead."""

import re
from typing import Final

from summarize.headlines.case import in_sentence_case
from summarize.headlines.lead import from_lead, lead_of
from summarize.headlines.own import own_headline
from summarize.khmer.alphabet import LETTER
from summarize.records import Article, Headline, Summary

VERSION: Final = 1
"""To be raised when the same article would get another headline: part of a batch's recipe."""
_KHMER: Final = re.compile(f"[{LETTER}]")


def headline_of(article: Article, summary: Summary | None) -> Headline | None:
    """The headline of ``article``, without its Khmer; ``None`` where there is none to draft.

    Without a ``summary`` the whole text is translated, and nothing is made that is not in it. A
    title that is Khmer already needs no draft.
    """
    if _KHMER.search(article.title):
        return None
    if own := own_headline(article.title, article.text):
        return Headline(own, in_sentence_case(own, article.text))
    lead = lead_of(summary, article) if summary else None
    if lead is None:
        return None
    made = from_lead(lead.text)
    return Headline(made, made, lead.sources)

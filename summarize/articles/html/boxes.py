"""Boxes beside a story, told by the names that pages give them: share bars, comments, teasers."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summarize.articles.html.dom import NAMES_READ
from summarize.wordlists import word_set

if TYPE_CHECKING:
    from lxml.etree import _Element

TAGS: Final = frozenset(["aside", "address", "footer", "figure", "figcaption"])
ROLES: Final = word_set(
    """
    alert alertdialog banner complementary contentinfo dialog menu menubar navigation
    search toolbar tooltip
    """
)
_SURE: Final = word_set(
    """
    ad ads adbox advert advertisement advertorial adsbygoogle breadcrumb breadcrumbs
    byline bylines cmp comments commentlist consent cookie cookies copyright cta disqus
    fbpost footer gdpr masthead mostread nav navbar navigation newsletter newsletters
    outbrain pager pagination paywall piano postmeta preroll promo promos pullquote recirc
    recirculation recommendation recommendations recommended regwall related relatedposts
    respond rrssb sharedaddy share sharebar sharing shares sidebar signup slideshow social
    socials sponsored subscribe subscription subscriptions taboola tagcloud tags tagslist
    teaser teasers trending upsell
    """
)
"""Words that name such a box wherever one of them stands among the words of a name."""
_LIKELY: Final = word_set(
    """
    attribution author authorbox authors avatar banner bio callout caption captions
    carousel comment credit credits disclaimer donate donation embed embeds eyebrow
    factbox flyout follow gallery hashtag hashtags interstitial kicker lightbox login menu
    meta metabar modal oembed overlay permalink pinterest popup premium promoted promotion
    signin slider sponsor sponsors telegram ticker timestamp toc toolbar tooltip topics
    tweet twitter video videoplayer weather whatsapp widget widgets instagram facebook
    tiktok youtube
    """
)
"""Words that do so where no other word tells something else."""
_PAIRS: Final = re.compile(
    r"(?:^|[-_])(?:up[-_]?next|read[-_]?(?:more|next|also|on)|see[-_]?also|also[-_]?read|"
    r"more[-_]?(?:from|stories|news|on|articles|in|about)|most[-_]?(?:read|popular|viewed|shared)|"
    r"(?:post|node)[-_]?(?:meta|tags?|info|author|footer|nav\w*|date)|entry[-_]?(?:meta|tags?|footer|date|utility)|"
    r"(?:article|story|content)[-_]?_?(?:meta|tags?|info|footer|tools|date|aside|extras?|author)|"
    r"about[-_]?(?:the[-_]?)?author|next[-_]?(?:article|story|post|up)|latest[-_]?(?:news|stories|posts)|"
    r"you[-_]?may(?:[-_]?also)?[-_]?like|read[-_]?time|reading[-_]?time|time[-_]?stamp|"
    r"pull[-_]?quote|fb[-_]?(?:post|like|root|comments?)|instagram[-_]?media|twitter[-_]?tweet|"
    r"tiktok[-_]?embed|sr[-_]?only|screen[-_]?reader(?:[-_]?text)?|visually[-_]?hidden|"
    r"skip[-_]?(?:link|to|nav\w*)|assistive[-_]?text|kg[-_]?(?:bookmark|signup|cta|embed)[-_]?card|"
    r"print[-_]?only|no[-_]?print|back[-_]?to[-_]?top|user[-_]?comments?|live[-_]?chat|"
    r"editors?[-_]?picks?|hot[-_]?(?:topics|news)|sign[-_]?up|log[-_]?in|pop[-_]?up|"
    r"view[-_]?(?:count|comments)|author[-_]?(?:box|bio|info|name|card|line)|"
    r"img[-_]?(?:caption|credit)|image[-_]?(?:caption|credit)|photo[-_]?(?:caption|credit|by)|"
    r"wp[-_]?caption(?:[-_]?text)?|media[-_]?(?:caption|credit|description)|"
    r"toc|footnotes?(?:[-_]?(?:list|section))?|endnotes|references?|reflist)(?:$|[-_])",
    re.IGNORECASE,
)
_JOINTS: Final = re.compile("[-_]{2,}")
_SPACED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|[-_]+")
_NEUTRAL: Final = re.compile(
    r"^(?:has|no|with|without|is|not|post|tag|category|cat|author|type|format|status|single|page|"
    r"theme|template|tax|term|postid|pageid)[-_]",
    re.IGNORECASE,
)
"""How names begin that tell what a page has or is about, not what the element is."""
_NEVER: Final = frozenset(["html", "body", "main", "h1"])
_NAMING: Final = ("class", "id", "data-component", "data-testid", "itemprop")
_EXTRAS: Final = word_set(
    """
    article box jp block bar button buttons container content inner list post
    section story wrapper wrap area panel item items group links link icons icon bottom
    top footer header main site page entry line card cards component module region widget
    field name text body title heading notes wp jetpack note inline left right small large
    new form row modal prompt cover message notice
    """
)
"""Words that may stand beside one of these in a name without changing what it says."""


def box_of(element: "_Element") -> bool | None:
    """Whether ``element`` surely (``True``) or likely stands beside the story; ``None``: neither.

    Tag, role, id and class names tell.
    """
    if element.tag in TAGS or str(element.get("role", "")).lower() in ROLES:
        return True
    if not element.attrib or element.tag in _NEVER:
        return None
    found = [_said_by(name, element.tag) for name in _names(element)]
    return True if True in found else False if False in found else None


def _names(element: "_Element") -> list[str]:
    values = (str(element.get(key, ""))[:NAMES_READ] for key in _NAMING)
    return " ".join(values).split()


@lru_cache(maxsize=4096)
def _said_by(name: str, tag: str) -> bool | None:
    name = _JOINTS.sub("-", name)
    if tag == "article" and _NEUTRAL.match(name):
        return None
    if _PAIRS.search(name):
        return True
    if _NEUTRAL.match(name):
        return None
    words = [word.lower() for word in _SPACED.split(name) if word]
    sure, likely = (sum(word in known for word in words) for known in (_SURE, _LIKELY))
    others = sum(word not in _EXTRAS for word in words) - sure - likely
    if sure and others <= sure:
        return True
    return False if likely and not others else None

"""The article's own headline: its title without the name of the site, if that is a headline."""

import re
from typing import Final

from summarize.wordlists import word_set

MOST_WORDS: Final = 30
"""A longer title is a paragraph that stands in the place of one."""
_DIVIDER: Final = re.compile(r"\s+(?:[|»·•]|::)\s+")
"""What parts names of a site and its sections from a headline, and occurs within none."""
_DASH: Final = re.compile(r"\s+[–—-]\s+")
_OUTLET: Final = word_set(
    """
    agency aljazeera akp bbc broadcasting bulletin cambodia cambodianess camboja chronicle cna cnn
    courier daily dw gazette guardian herald independent journal khmer live magazine mail media
    mirror monitor network news online phnom post press radio rfa reuters review standard star sun
    telegraph times today tribune tv voa weekly xinhua
    """
)
_SITE: Final = re.compile(r"(?:www\.)?[\w-]+(?:\.[a-z]{2,})+", re.IGNORECASE)
_NAME: Final = re.compile(r"(?:The )?[A-Z][\w.’'&]*(?: (?:of|and|the|&|[A-Z][\w.’'&]*)){0,4}")
_LABEL: Final = re.compile(
    r"(?:breaking(?: news)?|update[d]?(?: \d+)?|exclusive|just in|urgent|watch|video|photos?|"
    r"in pictures|press release|news release|media release)\s*(?:[:|–—]|-(?=[A-Z\s]))\s*",
    re.IGNORECASE,
)
_FILE: Final = re.compile(
    r"microsoft word - .*|[^\s.]+\.(?:docx?|odt|rtf|pdf|html?|txt|md|indd|pages)|"
    r"(?:untitled|document|doc|scan|img)[\s_-]?\d*",
    re.IGNORECASE,
)
_LINE: Final = re.compile(
    r"(?:all|breaking|business|english|latest|local|more|national|related|sports?|the|top|world) "
    r"(?:articles|latest|news|stories)|(?:about|contact) us|(?:log|sign) (?:in|up)|you are here|"
    r"(?:front|home|main) (?:page|menu)|skip to .*|(?:press|news|media) (?:release|statement)|"
    r"news (?:archive|feed|update)|most read|print this page|privacy policy|read more|site map|"
    r"english edition|for immediate release|toggle navigation",
    re.IGNORECASE,
)
"""What stands above stories and is no headline of any."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def own_headline(title: str, text: str) -> str:
    """The headline in ``title`` of the article ``text``; "" where it holds none.

    Menu lines, names of files and of the site, labels and single words are none.
    """
    parts = [part for part in _DIVIDER.split(title.strip()) if _is_headline(part)]
    if not parts:
        return ""
    longest = max(parts, key=_length)
    found = _LABEL.sub("", _without_site(longest, text), count=1).strip()
    found = found if found.endswith("..") else found.removesuffix(".")
    return found if _is_headline(found) else ""


def _is_headline(line: str) -> bool:
    plain = " ".join(line.strip(" .:>»|–—-").split())
    if _FILE.fullmatch(plain) or _SITE.fullmatch(plain):
        return False
    return 2 <= _length(plain) <= MOST_WORDS and not _LINE.fullmatch(plain)


def _without_site(title: str, text: str) -> str:
    """Without the name of a site behind the last dash; what the text itself names is no site."""
    dashes = list(_DASH.finditer(title))
    if not dashes:
        return title
    before, name = title[: dashes[-1].start()], title[dashes[-1].end() :]
    words = name.casefold().split()
    is_site = _SITE.fullmatch(name) or (
        _NAME.fullmatch(name) and not _OUTLET.isdisjoint(words) and name not in text
    )
    return before if is_site and _length(before) > 2 else title


def _length(text: str) -> int:
    return len(_WORD.findall(text))

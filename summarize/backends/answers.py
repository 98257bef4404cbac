"""Reading what an instruct model wrote: the text asked for, without what is said around it."""

import re
from collections.abc import Sequence

from summarize.articles.sentences import split_sentences
from summarize.checks import khmer_share, untranslated
from summarize.errors import ModelError

SHOWN = 200
"""Characters of a bad answer that an error shows."""
MOST_HEADLINE = 160
"""Characters of a headline; longer is an article."""

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)
_THOUGHT_END = re.compile(r"\A.*</think(?:ing)?>", re.DOTALL)  # where the template opened it
_CODE_FENCE = re.compile(r"^\s*(?:```\w*|={6,})\s*$", re.MULTILINE)
_INTERJECTION = re.compile(
    r"\A(?:sure|certainly|of course|absolutely|okay|ok|no problem)(?: thing)?\s*[,.!:]+\s*", re.I
)
_INTRODUCTION = re.compile(
    r"\A(?:here(?:['’]s| is| are)|below (?:is|are)|this is|the following is)\b[^\n:.]{0,150}:\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\A[*_#\s]*(?:(?:english |news |short )?(?:summary|headline|title)|main points|key points|"
    r"(?:corrected |khmer )*(?:translation|draft|khmer)|answer|output|"
    r"ការបកប្រែ|សេចក្តីបកប្រែ|ខ្មែរ)\s*[*_]*\s*[:៖][*_]*\s*",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\A#{1,6} [^\n]*\n+")
_CLOSING = re.compile(
    r"\n\s*(?:\(?note\b|please note|let me know|i hope|feel free|would you like|"
    r"if you (?:need|want|would)).*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LIST_MARK = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*")
_QUOTES = {'"': '"', "“": "”", "«": "»", "'": "'"}


def answer(text: str) -> str:
    """What was asked for in ``text``: no thoughts, fences, introduction, label, closing remark."""
    text = _CODE_FENCE.sub("", _THOUGHT_END.sub("", _THOUGHT.sub("", text))).strip()
    for pattern in (_INTERJECTION, _INTRODUCTION, _HEADING, _LABEL):
        text = pattern.sub("", text).strip()
    return _unquoted(_EMPHASIS.sub(r"\1", _CLOSING.sub("", text)).strip())


def sentences(text: str, finished: bool) -> list[str]:
    """Sentences of an English answer; list marks are dropped, and so is a last one that was cut."""
    plain = _LIST_MARK.sub("", text)
    found = [" ".join(plain[start:end].split()) for start, end in split_sentences(plain)]
    return found if finished else found[:-1]


def fault_of_summary(found: Sequence[str], most: int) -> str:
    """What is wrong with the sentences of a summary; empty where nothing is."""
    if not found:
        return "no whole sentence"
    if any(sum(map(str.isalpha, text)) == 0 for text in found):
        return "a sentence without words"
    latin = sum(c.isascii() for text in found for c in text if c.isalpha())
    if 2 * latin < sum(c.isalpha() for text in found for c in text):
        return "a summary that is not in English"
    return f"{len(found)} sentences instead of {most}" if len(found) > most else ""


def fault_of_headline(text: str) -> str:
    """What is wrong with a headline; empty where nothing is."""
    if not any(map(str.isalpha, text)):
        return "no headline"
    return "more than one line" if "\n" in text or len(text) > MOST_HEADLINE else ""


def fault_of_translation(source: str, target: str, finished: bool) -> str:
    """What is wrong with the Khmer ``target`` of ``source``; empty where nothing is."""
    if not finished:
        return "a translation that did not end"
    messages = [*untranslated.check(source, target), *khmer_share.check(source, target)]
    return messages[0].partition(". ")[0] if messages else ""


def failure(model: str, fault: str, text: str, hint: str, often: str = "twice") -> ModelError:
    """The error to raise when the last attempt was no better; ``often`` says which it was."""
    shown = " ".join(text.split())
    shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN].rstrip()}…"
    came = f"it wrote: “{shown}”" if shown else "it wrote nothing"
    return ModelError(f"{model} gave {often} no usable answer ({fault}); {came}", hint)


def _unquoted(text: str) -> str:
    """``text`` without one pair of quotation marks around the whole of it."""
    closing = _QUOTES.get(text[:1])
    inside = text[1:-1]
    if closing and text.endswith(closing) and len(text) > 1 and closing not in inside:
        return inside.strip()
    return text

"""Is it English? A cheap certain test first, then py3langid, whose model takes a second to load."""

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from summarize.errors import NotEnglishError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

NAMES = {
    "ar": "Arabic", "bn": "Bengali", "da": "Danish", "de": "German", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "hi": "Hindi", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "km": "Khmer", "ko": "Korean", "lo": "Lao", "ms": "Malay", "my": "Burmese",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
    "sv": "Swedish", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
SCRIPTS = (
    ("km", re.compile("[\u1780-\u17ff]")),
    ("th", re.compile("[\u0e01-\u0e7f]")),
    ("lo", re.compile("[\u0e81-\u0eff]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
"""Scripts of one language each; Japanese before Chinese, because it also writes in Han."""
FUNCTION_WORDS = frozenset({
    "the", "of", "and", "that", "with", "are", "from", "has", "his", "they", "were", "said", "this",
    "which", "been", "would", "who", "their", "after", "its", "she", "you", "what", "when", "there",
})  # fmt: skip
"""Frequent English words that no neighbouring language shares, but for the Dutch ``of``."""
ENGLISH_SHARE = 0.1
"""Share of function words above which a text is English: each of 378 news articles reaches it."""
CONFIDENCE = 0.8
"""Below this the model guesses: names and headlines come out as anything."""
SAMPLE = 20_000
"""Characters looked at: the language of an article shows early."""


def identify(text: str) -> str:
    """ISO 639-1 code of the language of ``text``; "en" where nothing else is certain."""
    sample = text[:SAMPLE]
    script = _by_script(sample)
    if script:
        return script
    return "en" if english_share(sample) >= ENGLISH_SHARE else _by_model(sample)


def confidence(text: str, code: str) -> float:
    """How likely ``text`` is in the language ``code``, 0 to 1: to a model, or by its script."""
    sample = text[:SAMPLE]
    pattern = dict(SCRIPTS).get(code)
    if pattern is not None:
        return len(pattern.findall(sample)) / max(1, sum(not char.isspace() for char in sample))
    return float(dict(_model().rank(sample)).get(code, 0.0))


def require_english(text: str, name: str) -> None:
    """Raise ``NotEnglishError``, naming ``name`` and the language, unless ``text`` is English."""
    code = identify(text)
    if code != "en":
        language = NAMES.get(code, f"another language ({code})")
        raise NotEnglishError(
            f"{name} is in {language}, not in English",
            "Give the English version, or go on regardless with --force.",
        )


def english_share(text: str) -> float:
    """Share of the words of ``text`` that are English function words, 0 to 1."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in FUNCTION_WORDS for word in words) / max(1, len(words))


def _by_script(text: str) -> str:
    """Language of a script that outweighs all others, or ""."""
    letters = sum(map(str.isalpha, text))
    counts = Counter({code: len(pattern.findall(text)) for code, pattern in SCRIPTS})
    code, count = counts.most_common(1)[0]
    if code == "zh" and counts["ja"] > 0.1 * count:
        code, count = "ja", count + counts["ja"]
    return code if count > letters / 2 else ""


def _by_model(text: str) -> str:
    code, confidence = _model().classify(text)
    return str(code) if confidence >= CONFIDENCE else "en"


@cache
def _model() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

"""The one pair of languages there is, in the words of LibreTranslate."""

from typing import Any, Final

from starlette.exceptions import HTTPException

from summarize.articles.language import confidence, identify

SOURCE: Final = "en"
TARGET: Final = "km"
NAMES: Final = {SOURCE: "English", TARGET: "Khmer"}
AUTO: Final = "auto"
LANGUAGES: Final[list[dict[str, Any]]] = [
    {"code": SOURCE, "name": NAMES[SOURCE], "targets": [TARGET]},
    {"code": TARGET, "name": NAMES[TARGET], "targets": []},
]


def detected(text: str) -> dict[str, Any]:
    """The language of ``text`` with a confidence from 0 to 100."""
    code = identify(text)
    return {"language": code, "confidence": round(100 * confidence(text, code), 1)}


def require_pair(source: str, target: str) -> None:
    """Raise ``HTTPException`` 400 unless ``source`` is English, or to be found, ``target`` Khmer.

    Variants such as ``en-US`` and ``km_KH`` are these languages.
    """
    source, target = base(source), base(target)
    for code in (source, target):
        if code not in NAMES and (code, code) != (AUTO, source):
            raise HTTPException(400, f"{code} is not supported")
    if target != TARGET or source == TARGET:
        told = NAMES.get(source, "a text of any language")
        raise HTTPException(
            400,
            f"{NAMES[target]} ({target}) is not available as a target language from {told} "
            f"({source})",
        )


def base(code: str) -> str:
    """The language of ``code`` without its region."""
    return code.replace("_", "-").partition("-")[0].lower()

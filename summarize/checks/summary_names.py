"""People, places and bodies that the article does not name."""

from collections.abc import Sequence

from summarize.checks.evidence import Evidence
from summarize.english.names import Name, names, opens_sentence


def check(text: str, evidence: Evidence) -> list[str]:
    """A name is supported when the article has each of its parts, in whatever form."""
    found = {name.text: _message(name, text, evidence) for name in names(text)}
    return [message for message in found.values() if message]


def _message(name: Name, text: str, evidence: Evidence) -> str:
    missing = evidence.known.missing(name.text)
    if not missing or _is_first_word(name, text, missing):
        return ""
    like = [other for part in missing for other in evidence.known.like(part)]
    has = f" (it has {_listed(like)})" if like else ""
    if " " in name.text and any(part not in missing for part in name.text.split()):
        verb = "is" if len(missing) == 1 else "are"
        return f"“{name.text}” is not in the article: {_listed(missing)} {verb} missing there{has}."
    return f"“{name.text}” is not in the article{has}."


def _listed(names: Sequence[str]) -> str:
    return " and ".join(f"“{name}”" for name in dict.fromkeys(names))


def _is_first_word(name: Name, text: str, missing: list[str]) -> bool:
    """Whether all that is missing is a first word that need not belong to the name."""
    return (
        len(missing) == 1
        and " " in name.text
        and name.text.startswith(missing[0])
        and opens_sentence(text, name.start)
    )

"""From English sentences to Khmer worth showing: translate, normalise, check, try once more."""

from collections.abc import Sequence
from dataclasses import replace

from summarize.articles.sentences import split_quotation
from summarize.backends.base import TranslationSpec, Translator
from summarize.checks import USUAL, Context, check_pair, fewest
from summarize.khmer.normalise import draft_text

FAILURES = frozenset({"untranslated", "truncation", "degeneration"})
"""Checks whose error means that decoding went wrong, not only that a detail did."""


def draft(translator: Translator, sentences: Sequence[str], context: Context = USUAL) -> list[str]:
    """Khmer for each sentence, normalised; doubtful ones are decoded once more, with care.

    Of the two attempts the one with the least severe findings is returned. Raises ``ModelError``.
    """
    spec = TranslationSpec()
    targets = _translate(translator, sentences, spec)
    doubtful = [i for i, target in enumerate(targets) if is_doubtful(sentences[i], target, context)]
    if doubtful:
        careful = replace(spec, careful=True)
        again = _translate(translator, [sentences[i] for i in doubtful], careful)
        for i, second in zip(doubtful, again, strict=True):
            targets[i] = fewest([targets[i], second], sentences[i], context)
    return targets


def is_doubtful(source: str, target: str, context: Context) -> bool:
    """Whether a check finds an error in ``target``, or a warning."""
    return any(finding.severity != "info" for finding in check_pair(source, target, context))


def is_failure(source: str, target: str) -> bool:
    """Whether decoding failed: such a draft is shown with its findings, and never stored."""
    return any(finding.check in FAILURES for finding in check_pair(source, target))


def _translate(
    translator: Translator, sentences: Sequence[str], spec: TranslationSpec
) -> list[str]:
    """One Khmer text for each sentence; the sentences of a long quotation go in one by one."""
    parts = [split_quotation(sentence) for sentence in sentences]
    flat = [part for own in parts for part in own]
    found = iter(translator.translate(flat, spec))
    return [draft_text(" ".join(next(found) for _ in own)) for own in parts]

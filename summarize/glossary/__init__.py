"""Terms with their Khmer: required, forbidden, or not to be translated at all."""

from summarize.glossary.records import NO_TERMS, Glossary, Term

__all__ = ["NO_TERMS", "Glossary", "Term"]

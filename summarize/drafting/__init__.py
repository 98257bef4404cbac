"""From English sentences to Khmer worth showing."""

from summarize.drafting.attempts import VERSION, Drafted, draft, drafts, is_failure
from summarize.drafting.choose import best
from summarize.drafting.shown import mentions

__all__ = ["VERSION", "Drafted", "best", "draft", "drafts", "is_failure", "mentions"]

"""From English sentences to Khmer worth showing."""

from summarize.drafting.attempts import VERSION, Drafted, draft, drafts, is_failure
from summarize.drafting.choose import best

__all__ = ["VERSION", "Drafted", "best", "draft", "drafts", "is_failure"]

"""The extractive summariser: whole sentences, chosen by position, frequency and coverage."""

from summarize.backends.extractive.summarizer import ExtractiveSummarizer

__all__ = ["ExtractiveSummarizer"]

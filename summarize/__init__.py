"""Summarise English articles and draft them in Khmer, offline, with open models.

The public interface. Names load on first use, so that importing the package costs nothing::

    from summarize import Settings, load_settings, open_pipeline, read_article

    pipeline = open_pipeline(load_settings(), notify=print)
    result = pipeline.run([read_article("article.txt")])[0]
"""

import importlib
from typing import TYPE_CHECKING, Any

from summarize._version import __version__

if TYPE_CHECKING:
    from summarize.articles import article_from_text, read_article
    from summarize.errors import SummarizeError
    from summarize.pipeline import Pipeline
    from summarize.records import Article, Draft, Finding, Result, Segment, Sentence, Summary
    from summarize.session import open_pipeline
    from summarize.settings import Settings, load_settings
    from summarize.steps import Failure

_HOMES = {
    "Article": "records",
    "Draft": "records",
    "Failure": "steps",
    "Finding": "records",
    "Pipeline": "pipeline",
    "Result": "records",
    "Segment": "records",
    "Sentence": "records",
    "Settings": "settings",
    "Summary": "records",
    "SummarizeError": "errors",
    "article_from_text": "articles",
    "load_settings": "settings",
    "open_pipeline": "session",
    "read_article": "articles",
}

__all__ = [
    "Article",
    "Draft",
    "Failure",
    "Finding",
    "Pipeline",
    "Result",
    "Segment",
    "Sentence",
    "Settings",
    "SummarizeError",
    "Summary",
    "__version__",
    "article_from_text",
    "load_settings",
    "open_pipeline",
    "read_article",
]


def __getattr__(name: str) -> Any:
    """Import the home of a public name when it is first asked for."""
    if name in _HOMES:
        return getattr(importlib.import_module(f"summarize.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'summarize' has no attribute {name!r}")

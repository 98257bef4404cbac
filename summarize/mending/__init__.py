"""Acting on hop one: a summary sentence with something that the article lacks is replaced."""

from summarize.mending.mend import VERSION, mend

__all__ = ["VERSION", "mend"]

"""Lists of words in the code: written as running text, looked up as sets."""


def word_set(words: str) -> frozenset[str]:
    """The words of ``words``, parted by any white space."""
    return frozenset(words.split())

"""What to say where a model fails while it generates."""

from collections.abc import Iterator
from contextlib import contextmanager

from summarize.errors import ModelError


@contextmanager
def generating(*kinds: type[Exception]) -> Iterator[None]:
    """Turn errors of these kinds, which libraries raise in many words, into a ``ModelError``."""
    try:
        yield
    except kinds as error:
        raise ModelError(
            f"the model failed while generating: {error}",
            "If it ran out of memory, try --device cpu or a smaller model.",
        ) from error

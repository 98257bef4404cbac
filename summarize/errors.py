"""Every error the program raises on purpose, each with a message, a hint and an exit code.

The tree::

    SummarizeError                 exit 1
      UsageError                   exit 2   arguments or settings that make no sense
        UnknownBackendError        exit 2
        UntrustedError             exit 2   a folder's file wants what only a person may decide
      ArticleError                          the input cannot be read as an English article
        FetchError                          the URL did not give a page
        NotEnglishError
      ModelError                            a model cannot be loaded or does not work
        ModelMissingError                   not on this machine
        ModelCorruptedError                 files damaged
        InputTooLongError                   a sentence exceeds what the model takes
        PackageMissingError                 torch or transformers is not installed
      GlossaryError                         a file of terms cannot be read
      ReviewError                           a review or the translation memory cannot be used
        DamagedError                        it no longer holds what it held
      ClusterError                          a Ray cluster does not answer or broke down
      DefectError                           a mistake in the program or a plug-in
      CacheError                            the cache folder cannot be used
      OutputError                           the result cannot be written
      ClipboardError                        the clipboard cannot be read or written
"""

from pathlib import Path
from typing import ClassVar, Self


class SummarizeError(Exception):
    """What happened (``message``) and what to do next (``hint``), never shown with a traceback."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(SummarizeError):
    """Arguments or settings that make no sense together."""

    exit_code = 2


class UnknownBackendError(UsageError):
    """No summariser or translator of that name."""


class UntrustedError(UsageError):
    """The ``summarize.toml`` of a folder wants what only a person may decide, and nobody has."""


class ArticleError(SummarizeError):
    """The input cannot be read as an English article."""


class FetchError(ArticleError):
    """The URL did not give a page.

    ``status`` is the HTTP status that refused it, 0 where there was no answer or a good one;
    ``retry_after`` the seconds that the host asks to be left alone, ``None`` where it does not say.
    """

    def __init__(
        self, message: str, hint: str = "", *, status: int = 0, retry_after: float | None = None
    ) -> None:
        super().__init__(message, hint)
        self.status = status
        self.retry_after = retry_after


class NotEnglishError(ArticleError):
    """The article is written in another language."""


class ModelError(SummarizeError):
    """A model cannot be loaded or does not work."""


class ModelMissingError(ModelError):
    """The model is not on this machine."""


class ModelCorruptedError(ModelError):
    """The files of a model are damaged or incomplete."""


class InputTooLongError(ModelError):
    """A text exceeds what the model takes, and is never cut silently."""


class PackageMissingError(ModelError):
    """A package is not installed that only models by name need, as in a slim installation."""

    def __init__(self, package: str) -> None:
        super().__init__(
            f"models by name need {package}, which is not installed",
            "Install all that the program needs: pip install summarize-km. The extractive "
            "summariser and the embedded translator do without.",
        )


class GlossaryError(SummarizeError):
    """A file of terms cannot be read; nothing of it is taken."""


class ReviewError(SummarizeError):
    """The records of a review, or the translation memory, cannot be used; they stay as they are."""


class DamagedError(ReviewError):
    """A file of people's work no longer holds what it held; it is left as it is."""


class ClusterError(SummarizeError):
    """A Ray cluster does not answer, or broke down."""


class DefectError(SummarizeError):
    """A mistake in the program or in a plug-in: ``error`` was raised where none should be."""

    def __init__(self, error: Exception) -> None:
        super().__init__(
            f"unexpected {type(error).__name__}: {error}",
            "This is a defect in summarize. Run again with -v and report what it prints.",
        )


class CacheError(SummarizeError):
    """The cache folder cannot be used."""


class OutputError(SummarizeError):
    """The result cannot be written where it was asked for."""

    @classmethod
    def refused(
        cls,
        place: Path,
        error: OSError,
        hint: str = "Check the rights and the free space of its folder, or name another file.",
    ) -> Self:
        """What the system says of ``place``, and the ``hint``."""
        return cls(f"cannot write {place}: {error.strerror or error}", hint)


class ClipboardError(SummarizeError):
    """The clipboard cannot be read or written, or holds no text."""

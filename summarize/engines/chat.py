"""What runs an instruct model: messages in, text out, wherever the model is."""

from collections.abc import Sequence
from typing import Protocol

from summarize.tokens import Chat, Reply, Sampling

LINE_END = "\n"
"""Where :meth:`ChatEngine.extend` stops."""


class ChatEngine(Protocol):
    """Runs one instruct model. Cheap to construct: weights load, and servers are asked, late."""

    @property
    def identity(self) -> str:
        """Name, revision, engine and precision, parted by ``|``; known without loading weights."""

    def complete(self, chats: Sequence[Chat], sampling: Sampling) -> list[Reply]:
        """One reply for each conversation, in order. Raises ``ModelError``."""

    def extend(self, texts: Sequence[str], sampling: Sampling) -> list[Reply]:
        """What each text goes on with to the end of its line, with no chat template.

        A reply is finished that ended by itself or with its line. Raises ``ModelError``.
        """

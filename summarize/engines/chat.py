"""What runs an instruct model: messages in, text out, wherever the model is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation."""

    content: str
    role: Literal["system", "user", "assistant"] = "user"


Chat = tuple[Message, ...]
"""One conversation, to which the model adds the next turn."""


@dataclass(frozen=True, slots=True)
class Sampling:
    """Generation options. ``temperature`` 0 always takes the likeliest token."""

    max_new_tokens: int = 512
    temperature: float = 0.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model wrote; ``finished`` is false when the length limit cut it."""

    text: str
    finished: bool


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

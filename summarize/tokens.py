"""What goes into a model and what comes out, for every engine and every family."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Tokens:
    """One encoded input: subword strings for the model, and what its output must begin with.

    Strings, not ids: CTranslate2 wants them, and a tokenizer turns them into ids for the others.
    ``prefix`` holds target tokens forced at the start (a language code, BART's ``<s>``), and
    ``longest`` is how many tokens the output may have where ``Decoding`` allows more.
    """

    source: tuple[str, ...]
    prefix: tuple[str, ...] = ()
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Decoding:
    """Generation options, the same for every engine. Lengths are in target tokens.

    ``hypotheses`` is how many outputs to return for one input, at most ``beam_size``.
    """

    beam_size: int = 1
    max_new_tokens: int = 256
    min_new_tokens: int = 0
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    hypotheses: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.hypotheses <= self.beam_size:
            raise ValueError(f"{self.hypotheses} hypotheses from a beam of {self.beam_size}")


@dataclass(frozen=True, slots=True)
class Generated:
    """One output: its tokens without prefix and end mark, its mean log-probability, its end.

    ``finished`` is false when the length limit cut the text. ``others`` are the further hypotheses
    of the beam where they were asked for, best first, all of them different. The beam ranks by
    log-probability and length penalty together, so that ``score`` need not fall from one to the
    next.
    """

    tokens: tuple[str, ...]
    score: float
    finished: bool
    others: "tuple[Generated, ...]" = ()


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

"""llama.cpp (https://github.com/ggml-org/llama.cpp) through xllamacpp: instruct models in GGUF."""

import os
import secrets
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from summarize.engines.chat import LINE_END
from summarize.errors import ModelCorruptedError, ModelError, ModelMissingError
from summarize.families.chat import too_long
from summarize.models.layout import fingerprint_of
from summarize.options import BackendOptions
from summarize.tokens import Chat, Reply, Sampling

PACKAGE = "xllamacpp"
MAGIC = b"GGUF"
CONTEXT = 8192
"""Tokens of prompt and answer; the memory that a model takes grows with it."""
SEED = 20


class LlamaCpp:
    """The GGUF file ``path``, run in this process.

    A GGUF file names its own engine: ``options.engine`` has no say.
    """

    def __init__(self, path: Path, options: BackendOptions) -> None:
        self._path = path
        self._options = options

    @cached_property
    def identity(self) -> str:
        """See :class:`summarize.engines.chat.ChatEngine`; quantisation is part of the file."""
        _require_gguf(self._path)
        return f"{self._path.stem}@{fingerprint_of([self._path])[:12]}|{PACKAGE}-{_version()}|gguf"

    def complete(self, chats: Sequence[Chat], sampling: Sampling) -> list[Reply]:
        """See :class:`summarize.engines.chat.ChatEngine`. Raises ``InputTooLongError`` too."""
        return [self._reply(chat, sampling) for chat in chats]

    def extend(self, texts: Sequence[str], sampling: Sampling) -> list[Reply]:
        """See :class:`summarize.engines.chat.ChatEngine`. Raises ``InputTooLongError`` too."""
        return [self._line(text, sampling) for text in texts]

    def _reply(self, chat: Chat, sampling: Sampling) -> Reply:
        answer = self._server.handle_chat_completions(
            {
                "messages": [{"role": m.role, "content": m.content} for m in chat],
                "chat_template_kwargs": {"enable_thinking": False},
                **_options(sampling),
            }
        )
        choice = self._choice(answer)
        return Reply(choice["message"]["content"] or "", choice["finish_reason"] != "length")

    def _line(self, text: str, sampling: Sampling) -> Reply:
        asked = {"prompt": text, "stop": [LINE_END], **_options(sampling)}
        choice = self._choice(self._server.handle_completions(asked))
        return Reply(choice["text"], choice["finish_reason"] != "length")

    def _choice(self, answer: dict[str, Any]) -> dict[str, Any]:
        if error := answer.get("error"):
            raise self._explained(error)
        found: dict[str, Any] = answer["choices"][0]
        return found

    def _explained(self, error: dict[str, Any]) -> ModelError:
        if error.get("type") == "exceed_context_size_error":
            return too_long(self._path.name, error["n_prompt_tokens"], error["n_ctx"])
        return ModelError(
            f"{self._path.name} failed while generating: {error.get('message')}",
            "Try another GGUF file of the model.",
        )

    @cached_property
    def _server(self) -> Any:
        _require_gguf(self._path)
        _version()
        import xllamacpp

        parameters = xllamacpp.CommonParams()
        parameters.model.path = str(self._path)
        parameters.n_ctx = CONTEXT
        parameters.n_parallel = 1
        parameters.warmup = False
        parameters.verbosity = 0
        parameters.ui = False
        # It also listens on a port of this machine: for nobody who does not know this.
        parameters.api_keys = [secrets.token_urlsafe()]
        if self._options.device == "cpu":
            parameters.n_gpu_layers = 0
        if threads := os.environ.get("OMP_NUM_THREADS", ""):
            parameters.cpuparams.n_threads = int(threads)
        try:
            return xllamacpp.Server(parameters)
        except (RuntimeError, ValueError) as error:
            raise ModelCorruptedError(
                f"the model {self._path} cannot be loaded: {error}",
                "The file may be damaged, or newer than your xllamacpp: fetch it again, or run "
                "pip install -U xllamacpp.",
            ) from error


def _options(sampling: Sampling) -> dict[str, Any]:
    return {
        "max_tokens": sampling.max_new_tokens,
        "temperature": sampling.temperature,
        "seed": SEED,
    }


def _require_gguf(path: Path) -> None:
    """Raise ``ModelMissingError`` or ``ModelCorruptedError`` unless ``path`` is a GGUF file."""
    try:
        with path.open("rb") as stream:
            start = stream.read(len(MAGIC))
    except FileNotFoundError as error:
        raise ModelMissingError(
            f"there is no file {path}", "Give the path of a GGUF file on this machine."
        ) from error
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error}", "Check the rights of it.") from error
    if start != MAGIC:
        raise ModelCorruptedError(
            f"{path} is not a GGUF file, whatever its name", "Fetch or copy it again."
        )


def _version() -> str:
    try:
        return version(PACKAGE)
    except PackageNotFoundError as error:
        raise ModelError(
            "GGUF files are run by llama.cpp, which is not installed",
            "pip install summarize-km[llamacpp]",
        ) from error

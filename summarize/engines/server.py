"""Any server that speaks OpenAI's chat completions, or its completions, and serves an open model.

vLLM, llama.cpp, Ollama and TGI do: https://platform.openai.com/docs/api-reference/chat. The address
ends where ``/chat/completions`` and ``/completions`` begin, for example ``http://127.0.0.1:8080/v1``.
"""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarize._version import __version__
from summarize.bodies import ACCEPTED, BodyError, TooSlowError, read_body
from summarize.engines.address import checked_url, is_loopback
from summarize.engines.chat import LINE_END
from summarize.engines.server_errors import (
    BUSY,
    KEY_VARIABLES,
    KEY_WANTED,
    key_withheld,
    no_completion,
    refused,
    unknown_model,
    unreachable,
)
from summarize.errors import ModelError, UsageError
from summarize.options import BackendOptions
from summarize.tokens import Chat, Reply, Sampling

if TYPE_CHECKING:
    import httpx

ATTEMPTS = 4
LONGEST_PAUSE = 60.0
"""Seconds; a server that wants a longer pause is not waited for."""
AT_ONCE = 4
"""Requests under way at the same time: servers batch what arrives together."""
MAX_ANSWER_BYTES = 10_000_000
"""Of one answer; the longest completions have some hundred kilobytes."""
SEED = 20
CHAT_PATH, TEXT_PATH = "chat/completions", "completions"
REASONING, BAD_REQUEST = "reasoning_effort", 400
MANY = 8
"""Models of a server that a hint names."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How patient to be, in seconds.

    ``read`` is for each wait within an answer, ``whole`` for its body.
    ``first_pause`` comes before the second attempt and doubles for each further one; ``pause``
    waits that long.
    """

    connect: float = 5.0
    read: float = 300.0
    whole: float = 900.0
    first_pause: float = 1.0
    pause: Callable[[float], None] = time.sleep


class Server:
    """The model ``model`` of the server at ``options.server_url``.

    A key is taken from the first of ``KEY_VARIABLES`` that is set, and never shown or stored; it is
    sent only where ``options.server_key`` says that the user named this server. Under
    ``options.offline`` only servers on this machine are talked to. Raises ``UsageError``.
    """

    def __init__(
        self,
        model: str,
        options: BackendOptions,
        timing: Timing | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._model = model
        self._url = checked_url(options.server_url)
        self._local = is_loopback(self._url)
        self._timing = timing or Timing()
        self._notify = options.notify
        self._told = False
        key = next((environment[n] for n in KEY_VARIABLES if environment.get(n)), "")
        self._key = key if options.server_key else ""
        self._withheld = key != self._key
        if not model:
            raise UsageError("server: names no model", "Write it behind the colon: server:MODEL.")
        if options.offline and not self._local:
            raise UsageError(
                f"{self._url} is not on this machine, and --offline forbids connecting to it",
                "Leave --offline away, or use a server on 127.0.0.1.",
            )

    @property
    def identity(self) -> str:
        """See :class:`summarize.engines.chat.ChatEngine`; a server tells no revision."""
        return f"{self._model}@{urlsplit(self._url).netloc}|openai-api|served"

    def complete(self, chats: Sequence[Chat], sampling: Sampling) -> list[Reply]:
        """See :class:`summarize.engines.chat.ChatEngine`. Raises ``InputTooLongError`` too."""
        return self._replies(CHAT_PATH, [self._chat_body(chat, sampling) for chat in chats])

    def extend(self, texts: Sequence[str], sampling: Sampling) -> list[Reply]:
        """See :class:`summarize.engines.chat.ChatEngine`. Raises ``InputTooLongError`` too."""
        bodies = [{**self._options(sampling), "prompt": text, "stop": [LINE_END]} for text in texts]
        return self._replies(TEXT_PATH, bodies)

    def _replies(self, path: str, bodies: Sequence[dict[str, Any]]) -> list[Reply]:
        self._tell_where()
        with self._client() as client, ThreadPoolExecutor(AT_ONCE) as pool:
            found = [pool.submit(self._ask, client, path, body) for body in bodies]
            try:
                return [future.result() for future in found]
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _options(self, sampling: Sampling) -> dict[str, Any]:
        return {
            "model": self._model,
            "max_tokens": sampling.max_new_tokens,
            "temperature": sampling.temperature,
            "seed": SEED,
            "stream": False,
        }

    def _chat_body(self, chat: Chat, sampling: Sampling) -> dict[str, Any]:
        return {
            **self._options(sampling),
            "messages": [{"role": m.role, "content": m.content} for m in chat],
            # vLLM and llama.cpp pass this on to the chat template; others leave it aside.
            "chat_template_kwargs": {"enable_thinking": False},
            REASONING: "none",  # Ollama's switch for the same
        }

    def _ask(self, client: "httpx.Client", path: str, body: dict[str, Any]) -> Reply:
        response = self._post(client, path, body)
        if response.status_code == BAD_REQUEST and REASONING in body:
            # Perhaps a server that knows other efforts only.
            plain = {name: value for name, value in body.items() if name != REASONING}
            response = self._post(client, path, plain)
        if response.status_code == 404:
            raise unknown_model(self._url, self._model, _offered(client))
        if not response.is_success:
            if self._withheld and response.status_code in KEY_WANTED:
                raise key_withheld(self._url, response.status_code)
            raise refused(self._url, self._model, response, self._key)
        return self._reply(response)

    def _post(self, client: "httpx.Client", path: str, body: dict[str, Any]) -> "httpx.Response":
        """The last answer; while the server is busy or silent it is asked again, ever later."""
        import httpx

        pause = self._timing.first_pause
        for left in reversed(range(ATTEMPTS)):
            outcome, wait = _try(client, path, body, self._timing.whole), pause
            if isinstance(outcome, httpx.Response):
                wait = max(pause, _retry_after(outcome))
                if outcome.status_code not in BUSY or wait > LONGEST_PAUSE:
                    break
            if left:
                self._timing.pause(wait)
                pause *= 2
        if isinstance(outcome, httpx.Response):
            return outcome
        raise unreachable(self._url, outcome)

    def _reply(self, response: "httpx.Response") -> Reply:
        try:
            choice = response.json()["choices"][0]
            written = choice["message"].get("content") if "message" in choice else choice["text"]
            text = written or ""
            finished = choice.get("finish_reason") != "length"
            if not isinstance(text, str):
                raise TypeError("the content is no text")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise no_completion(self._url, response, self._key) from error
        if not text.strip():
            length = " in the longest answer allowed" if not finished else ""
            raise ModelError(
                f"{self._model} at {self._url} wrote nothing{length}",
                "If the model thinks aloud first, switch that off at the server, or serve a model "
                "that does not think.",
            )
        return Reply(text, finished)

    def _tell_where(self) -> None:
        if not self._local and not self._told:
            self._told = True
            plain = ", unencrypted" if self._url.startswith("http:") else ""
            self._notify(f"The text is sent to {urlsplit(self._url).netloc}{plain}.")

    def _client(self) -> "httpx.Client":
        import httpx

        headers = {"User-Agent": f"summarize-km/{__version__}", "Accept-Encoding": ACCEPTED}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        return httpx.Client(
            base_url=self._url,
            headers=headers,
            timeout=httpx.Timeout(self._timing.read, connect=self._timing.connect),
            trust_env=not self._local,  # a proxy must not come between this machine and itself
        )


def _try(
    client: "httpx.Client", path: str, body: dict[str, Any], seconds: float
) -> "httpx.Response | httpx.TransportError":
    import httpx

    try:
        return _asked(client, "POST", path, seconds, json=body)
    except httpx.TransportError as error:
        return error


def _asked(
    client: "httpx.Client", method: str, path: str, seconds: float, **more: Any
) -> "httpx.Response":
    """The whole answer. Raises ``ModelError`` where it has no end, ``httpx.TransportError``."""
    import httpx

    with client.stream(method, path, **more) as response:
        try:
            data = read_body(response, MAX_ANSWER_BYTES, time.monotonic() + seconds)
        except TooSlowError as error:
            raise httpx.ReadTimeout(str(error)) from None
        except BodyError as error:
            raise ModelError(
                f"{client.base_url} gave an answer that cannot be read: {error}",
                "Check that server_url leads to a model server.",
            ) from None
    kept = {name: response.headers.get(name, "") for name in ("content-type", "retry-after")}
    return httpx.Response(response.status_code, headers=kept, content=data)


def _offered(client: "httpx.Client") -> list[str]:
    """Names of the first models that the server lists; none where it lists none."""
    import httpx

    try:
        data = _asked(client, "GET", "models", LONGEST_PAUSE).json()["data"]
        return [str(model["id"]) for model in data[:MANY]]
    except (httpx.HTTPError, ModelError, ValueError, LookupError, TypeError, RecursionError):
        return []


def _retry_after(response: "httpx.Response") -> float:
    """Seconds that the server asks to wait; 0 where it does not say, or says it as a date."""
    stated = response.headers.get("retry-after", "")
    return float(stated) if stated.isascii() and stated.isdigit() else 0.0

"""What went wrong between us and a server, in plain words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarize.errors import InputTooLongError, ModelError

if TYPE_CHECKING:
    import httpx

KEY_VARIABLES = ("SUMMARIZE_SERVER_KEY", "OPENAI_API_KEY")
BUSY = frozenset({408, 429, 500, 502, 503, 504})
"""Answers after which it is worth asking again."""
KEY_WANTED = frozenset({401, 403})
"""Answers of a server that wants a key, or another one."""
SHOWN = 200
"""Characters of a server's own message that an error shows."""


def unreachable(url: str, error: "httpx.TransportError") -> ModelError:
    """No answer came, as often as the server was asked."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return ModelError(
            f"{url} was asked several times and did not answer in time",
            "The model may be too large for its machine: try a smaller one.",
        )
    if isinstance(error, httpx.ConnectError):
        return ModelError(
            f"no server answers at {url} ({error})",
            "Start the server, or change server_url (SUMMARIZE_SERVER_URL).",
        )
    return ModelError(f"{url} broke off its answer ({error})", "Look at the log of the server.")


def unknown_model(url: str, model: str, offered: Sequence[str]) -> ModelError:
    """The server answered 404; ``offered`` are models that it lists, if it lists any."""
    hint = "Check the name of the model; the address mostly ends in /v1."
    return ModelError(
        f"{url} has no model {model!r}, or no completions at this address",
        f"It offers: {', '.join(offered)}." if offered else hint,
    )


def refused(url: str, model: str, response: "httpx.Response", key: str) -> ModelError:
    """The server answered with an error; ``key`` is never shown, even where the server does."""
    status, message = response.status_code, _message(response, key)
    if status in KEY_WANTED:
        what = "refuses the key" if key else "asks for a key"
        return ModelError(
            f"{url} {what} ({status})",
            f"Put the right one into the environment variable {KEY_VARIABLES[0]}.",
        )
    if status == 400 and "context" in message.lower():
        return InputTooLongError(
            f"the text is too long for {model}: “{message}”",
            "Give a shorter text, or start the server with a longer context.",
        )
    if status in BUSY:
        return ModelError(
            f"{url} still answers {status}: “{message}”",
            "It is busy or broken: try again later, or look at its log.",
        )
    return ModelError(f"{url} answered {status}: “{message}”", "Look at the log of the server.")


def key_withheld(url: str, status: int) -> ModelError:
    """The server wants a key, and it is only the file of a folder that names the server."""
    return ModelError(
        f"{url} asks for a key ({status}); yours was not sent, for only the summarize.toml of this "
        "folder names that server",
        f"If the key is meant for it, name the server yourself: SUMMARIZE_SERVER_URL={url}, or "
        "server_url in your own settings.toml.",
    )


def no_completion(url: str, response: "httpx.Response", key: str) -> ModelError:
    """The server answered something that is no chat completion."""
    return ModelError(
        f"{url} answered, but not with a chat completion: “{_shortened(response.text, key)}”",
        "Check that the address is that of an OpenAI-compatible server; it mostly ends in /v1.",
    )


def _message(response: "httpx.Response", key: str) -> str:
    """What the server says is wrong."""
    try:
        error = response.json()["error"]
        text = str(error["message"] if isinstance(error, dict) else error)
    except (ValueError, LookupError, TypeError, RecursionError):
        text = response.text
    return _shortened(text, key)


def _shortened(text: str, key: str) -> str:
    text = " ".join((text.replace(key, "…") if key else text).split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"

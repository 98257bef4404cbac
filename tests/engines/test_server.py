"""Any OpenAI-compatible server: a real llama.cpp on loopback, and one that has every fault."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from summarize.engines.server import ATTEMPTS, Server, Timing
from summarize.errors import InputTooLongError, ModelError, UsageError
from summarize.options import BackendOptions
from summarize.tokens import Message, Reply, Sampling
from tests.chat_checkpoints import KHMER, SUMMARY, build_gguf

KEY = "secret-key-123"
CHAT = (Message("Summarise this."),)
SAMPLING = Sampling(max_new_tokens=32)


def completion(text: str | None = "Done.", reason: str = "stop") -> dict[str, Any]:
    return {"choices": [{"message": {"content": text}, "finish_reason": reason}]}


class Scripted(ThreadingHTTPServer):
    """Answers (status, body, headers) from a script, the last for ever; keeps what it was sent."""

    daemon_threads = True

    def __init__(self, *script: tuple[int, Any, dict[str, str]]) -> None:
        self.script = list(script)
        self.sent: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), Handler)

    def next(self) -> tuple[int, Any, dict[str, str]]:
        with self.lock:
            return self.script.pop(0) if len(self.script) > 1 else self.script[0]


class Handler(BaseHTTPRequestHandler):
    server: Scripted

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.answer(200, {"data": [{"id": "tiny"}, {"id": "other"}]}, {})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.sent.append((self.path, dict(self.headers), body))
        status, answer, headers = self.server.next()
        if callable(answer):
            answer = answer(body)
        if status:
            self.answer(status, answer, headers)

    def answer(self, status: int, answer: Any, headers: dict[str, str]) -> None:
        data = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serving(*script: tuple[int, Any, dict[str, str]]) -> Iterator[Scripted]:
    with Scripted(*script) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def options(url: str | Scripted, **values: Any) -> BackendOptions:
    if isinstance(url, Scripted):
        url = f"http://127.0.0.1:{url.server_address[1]}/v1/"
    return BackendOptions(Path("unused"), server_url=url, **values)


def client(
    server: Scripted, pauses: list[float] | None = None, key: str = "", read: float = 5.0
) -> Server:
    paused: list[float] = [] if pauses is None else pauses
    timing = Timing(read=read, pause=paused.append)
    environment = {"SUMMARIZE_SERVER_KEY": key}
    return Server("tiny", options(server, offline=True), timing, environment)


def failure(*script: tuple[int, Any, dict[str, str]], **values: Any) -> ModelError:
    with serving(*script) as server, pytest.raises(ModelError) as caught:
        client(server, **values).complete([CHAT], SAMPLING)
    return caught.value


def test_a_real_llama_cpp_server_answers(tmp_path: Path) -> None:
    xllamacpp = pytest.importorskip("xllamacpp")
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(build_gguf(SUMMARY, tmp_path / "tiny.gguf"))
    parameters.n_ctx, parameters.n_parallel, parameters.verbosity = 512, 2, 0
    parameters.warmup, parameters.api_keys = False, [KEY]
    parameters.cpuparams.n_threads = 1
    running = xllamacpp.Server(parameters)
    url = f"{running.listening_address}/v1"
    engine = Server("tiny", options(url, offline=True), None, {"OPENAI_API_KEY": KEY})
    assert engine.complete([CHAT] * 3, SAMPLING) == [Reply("".join(SUMMARY), True)] * 3
    assert engine.complete([CHAT], Sampling(2)) == [Reply("".join(SUMMARY[:2]), False)]
    with pytest.raises(InputTooLongError, match="context"):
        engine.complete([(Message("word " * 300),)], SAMPLING)
    stranger = Server("tiny", options(url), None, {})
    with pytest.raises(ModelError, match=r"asks for a key \(401\)"):
        stranger.complete([CHAT], SAMPLING)


def test_no_key_goes_to_a_server_that_the_user_did_not_name() -> None:
    environment = {"SUMMARIZE_SERVER_KEY": KEY, "OPENAI_API_KEY": KEY}
    with serving((200, completion(), {}), (401, {"error": "no"}, {})) as server:
        given = options(server, offline=True, server_key=False)
        engine = Server("tiny", given, None, environment)
        engine.complete([CHAT], SAMPLING)
        with pytest.raises(ModelError, match="yours was not sent") as caught:
            engine.complete([CHAT], SAMPLING)
    assert "SUMMARIZE_SERVER_URL=http://127.0.0.1" in caught.value.hint
    assert all("Authorization" not in headers for _, headers, _ in server.sent)


def test_the_request_is_as_the_interface_wants_it() -> None:
    with serving((200, completion(), {})) as server:
        assert client(server, key=KEY).complete([CHAT], SAMPLING) == [Reply("Done.", True)]
    path, headers, body = server.sent[0]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert body["messages"] == [{"role": "user", "content": "Summarise this."}]
    assert (body["model"], body["max_tokens"], body["stream"]) == ("tiny", 32, False)


def test_a_text_is_gone_on_with_to_the_end_of_its_line() -> None:
    written = {"choices": [{"text": " ភ្លៀង។", "finish_reason": "stop"}]}
    with serving((200, written, {})) as server:
        assert client(server).extend(["Khmer:"], SAMPLING) == [Reply(" ភ្លៀង។", True)]
    path, _, body = server.sent[0]
    assert path == "/v1/completions"
    assert (body["prompt"], body["stop"], body["max_tokens"]) == ("Khmer:", ["\n"], 32)
    assert "messages" not in body
    cut = {"choices": [{"text": "ភ្លៀង", "finish_reason": "length"}]}
    with serving((200, cut, {})) as server:
        assert client(server).extend(["Khmer:"], SAMPLING) == [Reply("ភ្លៀង", False)]


def test_a_refused_text_is_not_sent_again() -> None:
    with serving((400, {"error": {"message": "no"}}, {})) as server:
        with pytest.raises(ModelError):
            client(server).extend(["Khmer:"], SAMPLING)
        assert len(server.sent) == 1


def test_a_real_llama_cpp_server_goes_on_with_a_text(tmp_path: Path) -> None:
    xllamacpp = pytest.importorskip("xllamacpp")
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(build_gguf(KHMER, tmp_path / "tiny.gguf", completes=True))
    parameters.n_ctx, parameters.n_parallel, parameters.verbosity = 512, 1, 0
    parameters.warmup, parameters.cpuparams.n_threads = False, 1
    running = xllamacpp.Server(parameters)
    engine = Server("tiny", options(f"{running.listening_address}/v1", offline=True))
    assert engine.extend(["Khmer:"] * 2, SAMPLING) == [Reply("".join(KHMER), True)] * 2


def test_answers_come_in_the_order_of_the_questions() -> None:
    texts = [str(i) for i in range(12)]
    with serving((200, lambda body: completion(body["messages"][0]["content"]), {})) as server:
        replies = client(server).complete([(Message(text),) for text in texts], SAMPLING)
    assert [reply.text for reply in replies] == texts


def test_an_answer_that_was_cut_is_not_finished() -> None:
    with serving((200, completion("Half a", "length"), {})) as server:
        assert client(server).complete([CHAT], SAMPLING) == [Reply("Half a", False)]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again_ever_later(status: int) -> None:
    pauses: list[float] = []
    with serving((status, "", {}), (status, "", {}), (200, completion(), {})) as server:
        client(server, pauses).complete([CHAT], SAMPLING)
    assert pauses == [1.0, 2.0]


def test_the_pause_that_a_server_asks_for_is_kept() -> None:
    pauses: list[float] = []
    script = [(429, "", {"Retry-After": "7"}), (503, "", {"Retry-After": "Wed, 21 Oct 2026"})]
    with serving(*script, (200, completion(), {})) as server:
        client(server, pauses).complete([CHAT], SAMPLING)
    assert pauses == [7.0, 2.0]


def test_a_pause_of_hours_is_not_waited_for() -> None:
    pauses: list[float] = []
    error = failure((429, {"error": "quota"}, {"Retry-After": "7200"}), pauses=pauses)
    assert pauses == []
    assert "429: “quota”" in error.message


def test_a_server_that_stays_busy_is_given_up() -> None:
    pauses: list[float] = []
    error = failure((503, {"error": {"message": "loading"}}, {}), pauses=pauses)
    assert pauses == [1.0, 2.0, 4.0]
    assert "still answers 503: “loading”" in error.message


def test_a_server_that_breaks_off_or_is_silent_is_asked_again() -> None:
    pauses: list[float] = []
    error = failure((0, "", {}), pauses=pauses)
    assert len(pauses) == ATTEMPTS - 1
    assert "broke off" in error.message
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        engine = Server("tiny", options(url), Timing(read=0.05, pause=pauses.append), {})
        with pytest.raises(ModelError, match="did not answer in time"):
            engine.complete([CHAT], SAMPLING)


def test_a_refused_connection_says_how_to_go_on() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
    engine = Server("tiny", options(url), Timing(pause=lambda _: None), {})
    with pytest.raises(ModelError, match="no server answers at") as caught:
        engine.complete([CHAT], SAMPLING)
    assert "Start the server" in caught.value.hint


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_is_never_shown(status: int) -> None:
    error = failure((status, {"error": f"bad {KEY}"}, {}), key=KEY)
    assert f"refuses the key ({status})" in error.message
    other = failure((418, f"you said {KEY}", {}), key=KEY)
    odd = failure((200, f"you said {KEY}", {}), key=KEY)
    assert KEY not in error.message + error.hint + other.message + odd.message
    assert "you said …" in other.message


def test_an_unknown_model_lists_those_that_are_there() -> None:
    error = failure((404, {"error": "model not found"}, {}))
    assert "no model 'tiny'" in error.message
    assert "It offers: tiny, other." in error.hint


@pytest.mark.parametrize(
    "answer",
    [
        "<html>",
        [],
        {},
        {"choices": []},
        {"choices": [{"message": "x"}]},
        {"choices": [{"message": {"content": [1]}}]},
    ],
)
def test_what_is_no_completion_is_told(answer: Any) -> None:
    assert "not with a chat completion" in failure((200, answer, {})).message


def test_an_empty_answer_of_full_length_points_at_thinking_aloud() -> None:
    error = failure((200, completion(None, "length"), {}))
    assert "thinks aloud" in error.hint


def test_a_redirect_is_not_followed_with_the_key() -> None:
    error = failure((307, "", {"Location": "http://127.0.0.1:9/"}), key=KEY)
    assert "answered 307" in error.message


def test_offline_talks_to_this_machine_only() -> None:
    for url in ("http://localhost:1/v1", "http://127.0.0.9:1", "http://[::1]:1/v1"):
        Server("tiny", options(url, offline=True))
    for url in ("https://example.org/v1", "http://10.0.0.1/v1", "http://127.0.0.1.example.org/v1"):
        with pytest.raises(UsageError, match="not on this machine"):
            Server("tiny", options(url, offline=True))


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", "no server is named"),
        ("ftp://127.0.0.1", "no http or https address"),
        ("127.0.0.1:8080", "no http or https address"),
        (f"http://me:{KEY}@127.0.0.1/v1", "holds a user or password"),
    ],
)
def test_a_bad_address_is_a_usage_error_without_secrets(url: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault) as caught:
        Server("tiny", options(url))
    assert KEY not in caught.value.message + caught.value.hint


def test_a_server_needs_the_name_of_a_model() -> None:
    with pytest.raises(UsageError, match="names no model"):
        Server("", options("http://127.0.0.1:1/v1"))


def test_a_proxy_does_not_come_between_this_machine_and_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with serving((200, completion(), {})) as server:
        assert client(server).complete([CHAT], SAMPLING) == [Reply("Done.", True)]


def test_neither_key_nor_path_are_part_of_the_identity() -> None:
    engine = Server("acme/tiny", options("http://localhost:80/v1"), None, {"OPENAI_API_KEY": KEY})
    assert engine.identity == "acme/tiny@localhost:80|openai-api|served"


def test_a_server_that_knows_no_such_effort_is_asked_without_it() -> None:
    unknown = {"error": {"message": "reasoning_effort: unknown variant none"}}
    with serving((400, unknown, {}), (200, completion(), {})) as server:
        assert client(server).complete([CHAT], SAMPLING) == [Reply("Done.", True)]
    efforts = [body.get("reasoning_effort") for _, _, body in server.sent]
    assert efforts == ["none", None]


@pytest.mark.parametrize("reason", ["stop", "length"])
def test_an_empty_answer_is_explained(reason: str) -> None:
    error = failure((200, completion("", reason), {}))
    assert "wrote nothing" in error.message
    assert "thinks aloud" in error.hint

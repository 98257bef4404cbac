"""One thread works on all that waits: together, in turn, bounded, and whatever fails."""

import threading
from collections.abc import Sequence
from queue import Queue
from typing import Any

import pytest

from summarize.backends.base import SummarySpec, TranslationSpec
from summarize.errors import DefectError, InputTooLongError
from summarize.pipeline import Pipeline
from summarize.service import worker as workers
from summarize.service.documents.plain import Plain
from summarize.service.orders import (
    Answer,
    Failed,
    Finished,
    Order,
    SegmentReady,
    Summarised,
)
from summarize.service.worker import FullError, Worker
from tests.builders import build_article
from tests.scripted import LeadSummarizer

PATIENCE = 30


class Counting:
    """Translates into numbered Khmer, waits where it is told to, and notes what it was given."""

    signature = "counting|test"

    def __init__(self) -> None:
        self.rounds: list[list[str]] = []
        self.go, self.began = threading.Event(), threading.Event()
        self.go.set()

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        if not spec.careful:
            self.rounds.append(list(sentences))
        self.began.set()
        assert self.go.wait(PATIENCE)
        for text in sentences:
            if "broken" in text:
                raise InputTooLongError("too long", "Cut it.")
            if "defect" in text:
                raise ZeroDivisionError
        return ["កិច្ចប្រជុំបានបញ្ចប់ដោយគ្មានការសម្រេចចិត្ត។" for _ in sentences]


class Client:
    """Orders, and what was answered to each."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._answers: dict[int, Queue[Answer]] = {}

    def order(self, *texts: str, **wanted: Any) -> list[Order]:
        found = []
        for text in texts:
            answers = Queue[Answer]()
            found.append(Order(Plain(text).article, answers.put, **wanted))
            self._answers[id(found[-1])] = answers
        self._worker.put(found)
        return found

    def summary(self, text: str, sentences: int, **wanted: Any) -> Order:
        answers = Queue[Answer]()
        article = build_article(*text.split("|"))
        order = Order(article, answers.put, SummarySpec(sentences), **wanted)
        self._answers[id(order)] = answers
        self._worker.put([order])
        return order

    def answers(self, order: Order) -> list[Answer]:
        """All answers to ``order``, waited for."""
        found = [self._answers[id(order)].get(timeout=PATIENCE)]
        while not isinstance(found[-1], Finished | Failed):
            found.append(self._answers[id(order)].get(timeout=PATIENCE))
        return found


@pytest.fixture
def translator() -> Counting:
    return Counting()


@pytest.fixture
def worker(translator: Counting) -> Worker:
    return Worker(Pipeline(LeadSummarizer(), translator), room=10)


@pytest.fixture
def client(worker: Worker) -> Client:
    return Client(worker)


def start(worker: Worker, translator: Counting) -> None:
    """Start it, and forget what it loaded the weights with."""
    worker.start()
    assert translator.began.wait(PATIENCE)


def test_the_model_is_loaded_before_anybody_asks(worker: Worker, translator: Counting) -> None:
    start(worker, translator)
    assert worker.stop(PATIENCE)
    assert translator.rounds == [["Good morning."]]


def test_what_waits_goes_to_the_model_together(
    worker: Worker, translator: Counting, client: Client
) -> None:
    orders = client.order("One came. Two ran.", "Three slept.")
    worker.start()
    answers = [client.answers(order) for order in orders]
    assert translator.rounds[1:] == [["One came.", "Three slept.", "Two ran."]]
    for (answer,), sentences in zip(answers, (2, 1), strict=True):
        assert isinstance(answer, Finished)
        assert answer.result.draft is not None
        assert len(answer.result.draft.segments) == sentences


def test_the_same_sentence_is_translated_once(
    worker: Worker, translator: Counting, client: Client
) -> None:
    orders = client.order("One came. One came.", "One came.")
    worker.start()
    assert all(isinstance(client.answers(order)[-1], Finished) for order in orders)
    assert translator.rounds[1:] == [["One came."]]


def test_a_long_text_lets_others_in_between(
    worker: Worker, translator: Counting, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "ROUND", 2)
    first = " ".join(f"{word} came." for word in ("One", "Two", "Three", "Four", "Five"))
    orders = client.order(first, "Six ran.")
    worker.start()
    assert all(isinstance(client.answers(order)[-1], Finished) for order in orders)
    assert translator.rounds[1] == ["One came.", "Six ran."]
    assert translator.rounds[2] == ["Two came.", "Three came."]


def test_who_wants_sentences_as_they_come_gets_them_in_order(
    worker: Worker, translator: Counting, client: Client
) -> None:
    order = client.summary("One came.|Two ran.|Three slept.|Four ate.", 3, bit_by_bit=True)
    worker.start()
    summarised, *segments, finished = client.answers(order)
    assert isinstance(summarised, Summarised)
    assert [type(one) for one in segments] == [SegmentReady] * 4
    told = [one.segment.id for one in segments if isinstance(one, SegmentReady)]
    assert told == ["kh1", "k1", "k2", "k3"]  # the headline first
    assert translator.rounds[1:] == [["One came."], ["Two ran.", "Three slept."]]  # the lead once
    assert isinstance(finished, Finished)
    assert finished.result.summary == summarised.summary
    assert set(finished.result.provenance.milliseconds) == {"summary", "draft"}


def test_a_summary_without_khmer_asks_no_translator(
    worker: Worker, translator: Counting, client: Client
) -> None:
    order = client.summary("One came.|Two ran.", 1, draft=False)
    worker.start()
    finished = client.answers(order)[-1]
    assert isinstance(finished, Finished)
    assert finished.result.draft is None
    assert translator.rounds[1:] == []


def test_a_text_without_english_is_finished_at_once(worker: Worker, client: Client) -> None:
    (order,) = client.order("12.5 %")
    worker.start()
    assert isinstance(client.answers(order)[-1], Finished)


@pytest.mark.parametrize(
    ("text", "error"), [("It is broken.", InputTooLongError), ("A defect.", DefectError)]
)
def test_what_fails_fails_alone(
    worker: Worker, client: Client, text: str, error: type[Exception]
) -> None:
    good, bad, other = client.order("One came.", text, "Two ran.")
    worker.start()
    (failed,) = client.answers(bad)
    assert isinstance(failed, Failed)
    assert type(failed.error) is error
    assert isinstance(client.answers(good)[-1], Finished)
    assert isinstance(client.answers(other)[-1], Finished)


def test_more_than_there_is_room_for_is_refused_with_a_time_to_come_again(
    worker: Worker, translator: Counting, client: Client
) -> None:
    translator.go.clear()
    (first,) = client.order("One came. " * 8)
    with pytest.raises(FullError) as refused:
        client.order("Two ran. Three slept. Four ate.")
    assert 1 <= refused.value.seconds <= workers.LONGEST_WAIT
    client.order("Two ran. Three slept.")
    assert worker.waiting == 10
    translator.go.set()
    worker.start()
    assert isinstance(client.answers(first)[-1], Finished)
    client.order("Two ran. Three slept. Four ate.")


def test_one_text_larger_than_the_room_is_taken_when_nothing_waits(
    worker: Worker, client: Client
) -> None:
    (order,) = client.order("One came. " * 30)
    worker.start()
    assert isinstance(client.answers(order)[-1], Finished)


def test_whoever_goes_away_takes_no_room_and_no_time(
    worker: Worker, translator: Counting, client: Client
) -> None:
    gone, other = client.order("One came.", "Two ran.")
    gone.cancelled.set()
    assert worker.waiting == 1
    worker.start()
    assert isinstance(client.answers(other)[-1], Finished)
    assert translator.rounds[1:] == [["Two ran."]]


def test_a_model_that_cannot_be_loaded_is_told_to_whoever_asks(client: Client) -> None:
    class Damaged(Counting):
        def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
            raise InputTooLongError("the weights are damaged")

    worker = Worker(Pipeline(LeadSummarizer(), Damaged()))
    own = Client(worker)
    (order,) = own.order("One came.")
    worker.start()
    (failed,) = own.answers(order)
    assert isinstance(failed, Failed)
    assert failed.error.message == "the weights are damaged"


def test_it_stops_between_two_rounds_though_more_is_waiting(
    worker: Worker, translator: Counting, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "ROUND", 1)
    client.order("One came. Two ran. Three slept.")
    translator.go.clear()
    worker.start()
    assert translator.began.wait(PATIENCE)
    assert not worker.stop(0.01)
    translator.go.set()
    assert worker.stop(PATIENCE)
    assert len(translator.rounds) <= 2

"""Summarisers and translators from any instruct model, steered by prompts."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from summarize.backends import answers
from summarize.backends.align import trace
from summarize.backends.base import FaultySentence, SummarySpec, TranslationSpec
from summarize.backends.parts import merge, split_text
from summarize.engines.chat import ChatEngine
from summarize.errors import InputTooLongError, ModelError
from summarize.glossary import Term
from summarize.glossary.match import occurrences
from summarize.models.catalog import catalog
from summarize.options import BackendOptions
from summarize.prompts import Prompt, find_prompt
from summarize.records import Article, Summary
from summarize.tokens import Message, Reply

SUMMARY_TASKS = ("summary", "headline")
SHORT, MEDIUM = 2, 4
"""The most sentences for which the short and the medium prompt are meant."""
REWRITE = "summary-rewrite"
TRANSLATION, COPY_EDIT = "khmer-translation", "khmer-copy-edit"
NO_TERMS = "(none)"
MOST_PARTS = 32
WARM = 0.4
"""Temperature at which a completion is worded anew: not far from the likeliest words."""
SERVER_PREFIX, GGUF_SUFFIX = "server:", ".gguf"
BETTER_SUMMARY = "Try a larger model, another prompt (summary_prompt), or --summarizer extractive."
BETTER_KHMER = "Choose a model that knows Khmer, or --translator embedded."
REMINDER = (
    "An earlier answer was refused because of this: {fault}. Answer again, strictly as asked, "
    "and with nothing before or after the text that was asked for."
)


@dataclass(frozen=True, slots=True)
class Request:
    """One thing asked of the model: a filled-in prompt, and what is wrong with an answer to it.

    ``fault`` gets the answer, cleaned, and whether it ended by itself; it gives "" for a good one.
    """

    text: str
    fault: Callable[[str, bool], str] = field(compare=False)


def ask(engine: ChatEngine, requests: Sequence[Request], prompt: Prompt) -> list[tuple[Reply, str]]:
    """The answer to each request, cleaned, with the fault that is left after a second attempt.

    A model that only goes on with a text has no use for being told what was wrong.
    """
    found = _replies(engine, [request.text for request in requests], prompt)
    faults = [request.fault(r.text, r.finished) for request, r in zip(requests, found, strict=True)]
    if prompt.is_completion:
        return list(zip(found, faults, strict=True))
    again = [i for i, fault in enumerate(faults) if fault]
    texts = [f"{requests[i].text}\n\n{REMINDER.format(fault=faults[i])}" for i in again]
    for i, reply in zip(again, _replies(engine, texts, prompt), strict=True):
        found[i], faults[i] = reply, requests[i].fault(reply.text, reply.finished)
    return list(zip(found, faults, strict=True))


def _replies(engine: ChatEngine, texts: Sequence[str], prompt: Prompt) -> list[Reply]:
    if not texts:
        return []
    if prompt.is_completion:
        found = engine.extend(texts, prompt.sampling)
    else:
        found = engine.complete([(Message(text),) for text in texts], prompt.sampling)
    return [replace(reply, text=answers.answer(reply.text)) for reply in found]


def prompt_signature(engine: ChatEngine, prompts: Sequence[Prompt]) -> str:
    """One line: ``chat``, what the engine says of itself, and every prompt that may be used.

    The digest is over whole prompt files, decoding options among them.
    """
    digest = hashlib.sha256("".join(prompt.sha256 for prompt in prompts).encode()).hexdigest()
    names = "+".join(prompt.id for prompt in prompts)
    return f"chat|{engine.identity}|prompt={names}@{digest[:12]}"


class ChatSummarizer:
    """Summarises English articles with the instruct model ``name`` on ``engine``.

    The prompt is ``options.summary_prompt``, or else the news summary that suits the length. The
    model writes freely: unlike the extractive summariser it can be wrong.
    """

    def __init__(self, name: str, engine: ChatEngine, options: BackendOptions) -> None:
        self._name = name
        self._engine = engine
        self._notify = options.notify
        chosen = options.summary_prompt
        names = [chosen] if chosen else [_by_length(most) for most in (SHORT, MEDIUM, MEDIUM + 1)]
        own = options.prompt_dir
        self._prompts = {name: find_prompt(name, own, SUMMARY_TASKS) for name in names}
        self._rewrite = find_prompt(REWRITE, own, ("rewrite",))

    @property
    def signature(self) -> str:
        """One line; see :func:`prompt_signature`. Raises ``ModelError``."""
        return prompt_signature(self._engine, [*self._prompts.values(), self._rewrite])

    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        """One summary for each article, in order. Raises ``ModelError``.

        An unusable answer is asked for once more. Where the second one has too many sentences, the
        first of them are taken, and this is told. An article that is too long for the model is
        summarised in parts, and then their summaries are.
        """
        try:
            written = self._written([(article.source, article.text) for article in articles], spec)
        except InputTooLongError:
            return [self._in_parts(article, spec) for article in articles]
        return [
            self._summary(article, texts, 1)
            for article, texts in zip(articles, written, strict=True)
        ]

    def rewrites(self, faulty: Sequence[FaultySentence]) -> list[str]:
        """See :class:`summarize.backends.base.OffersRewrites`."""
        values = [
            {
                "sentence": one.text,
                "faults": "\n".join(one.faults),
                "evidence": "\n".join(one.evidence),
            }
            for one in faulty
        ]
        requests = [Request(self._rewrite.render(own), _fault_of_sentence) for own in values]
        return [
            "" if fault else answers.sentences(reply.text, reply.finished)[0]
            for reply, fault in ask(self._engine, requests, self._rewrite)
        ]

    def _in_parts(self, article: Article, spec: SummarySpec) -> Summary:
        """Summarise an article in as few parts as the model takes: one, two, four and so on.

        How many fit is found by trying: only the engine can count what a prompt comes to.
        """
        for most in (1, 2, 4, 8, 16, MOST_PARTS):
            parts = split_text(article.text, len, len(article.text) // most + 1)
            try:
                written = self._written([(article.source, part) for part in parts], spec)
                if len(parts) > 1:
                    written = self._written([(article.source, merge(written))], spec)
            except InputTooLongError as error:
                refusal = error
                continue
            if len(parts) > 1:
                told = f"{article.source} is long: summarised in {len(parts)} parts, then as one."
                self._notify(told)
            return self._summary(article, written[0], len(parts))
        raise refusal

    def _written(self, texts: Sequence[tuple[str, str]], spec: SummarySpec) -> list[list[str]]:
        """What the model writes about each text, in sentences; every text comes with its source."""
        prompt = self._prompt(spec)
        fault_of = self._fault(prompt, spec)
        requests = [
            Request(prompt.render({"sentences": spec.sentences, "article": text}), fault_of)
            for _, text in texts
        ]
        replies = ask(self._engine, requests, prompt)
        return [
            self._kept(source, reply, fault, prompt, spec)
            for (source, _), (reply, fault) in zip(texts, replies, strict=True)
        ]

    def _prompt(self, spec: SummarySpec) -> Prompt:
        if len(self._prompts) == 1:
            return next(iter(self._prompts.values()))
        return self._prompts[_by_length(spec.sentences)]

    def _fault(self, prompt: Prompt, spec: SummarySpec) -> Callable[[str, bool], str]:
        if prompt.task == "headline":
            return lambda text, _: answers.fault_of_headline(text)
        return lambda text, finished: answers.fault_of_summary(
            answers.sentences(text, finished), spec.sentences
        )

    def _kept(
        self, source: str, reply: Reply, fault: str, prompt: Prompt, spec: SummarySpec
    ) -> list[str]:
        headline = prompt.task == "headline"
        texts = [reply.text] if headline else answers.sentences(reply.text, reply.finished)
        kept = texts[: spec.sentences]
        if fault and (headline or answers.fault_of_summary(kept, spec.sentences)):
            raise answers.failure(self._name, fault, reply.text, BETTER_SUMMARY)
        if len(kept) < len(texts):
            self._notify(f"{self._name} wrote {fault} about {source}: the first are kept.")
        return kept

    def _summary(self, article: Article, texts: Sequence[str], parts: int) -> Summary:
        sentences = (
            trace(f"s{number}", text, article.sentences) for number, text in enumerate(texts, 1)
        )
        return Summary(tuple(sentences), self.signature, parts)


class ChatTranslator:
    """Drafts Khmer with the instruct model ``name`` on ``engine``.

    The prompt is ``options.translation_prompt``, or else the one that the catalogue names for the
    model, or the usual one. It gets those terms of ``options.glossary`` that occur in its sentence.
    """

    def __init__(self, name: str, engine: ChatEngine, options: BackendOptions) -> None:
        self._name = name
        self._engine = engine
        self._glossary = options.glossary
        own = options.prompt_dir
        entry = catalog().find(name)
        chosen = options.translation_prompt or (entry.prompt if entry else "") or TRANSLATION
        self._prompt = find_prompt(chosen, own, ("translation",))
        self._copy_edit = find_prompt(COPY_EDIT, own, ("copy-edit",))

    @property
    def signature(self) -> str:
        """One line; see :func:`prompt_signature`. Raises ``ModelError``.

        The glossary is not part of it: which terms steer a sentence, its cache key tells.
        """
        follows = not self._prompt.is_completion
        prompts = (self._prompt, self._copy_edit) if follows else (self._prompt,)
        return prompt_signature(self._engine, prompts)

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        """One translation for each sentence, in order. Raises ``ModelError``.

        ``careful`` translations go through the model once more, which compares them with the
        English and corrects them; a correction that is unusable is not taken. A model that only
        goes on with a text words them anew, less strictly.
        """
        if (spec.source, spec.target) != ("en", "km"):
            raise ModelError(f"the prompts translate en to km, not {spec.source} to {spec.target}")
        values = [{"sentence": text, "glossary": self._terms(text)} for text in sentences]
        if self._prompt.is_completion:
            loose = replace(self._prompt, sampling=replace(self._prompt.sampling, temperature=WARM))
            return self._drafts(loose if spec.careful else self._prompt, values)
        drafts = self._drafts(self._prompt, values)
        if not spec.careful:
            return drafts
        pairs = [{**own, "khmer": khmer} for own, khmer in zip(values, drafts, strict=True)]
        edited = ask(self._engine, self._requests(self._copy_edit, pairs), self._copy_edit)
        return [
            khmer if fault else _one_line(reply.text)
            for khmer, (reply, fault) in zip(drafts, edited, strict=True)
        ]

    def _drafts(self, prompt: Prompt, values: Sequence[Mapping[str, str]]) -> list[str]:
        drafts = []
        for reply, fault in ask(self._engine, self._requests(prompt, values), prompt):
            if fault:
                often = "once" if prompt.is_completion else "twice"
                raise answers.failure(self._name, fault, reply.text, BETTER_KHMER, often)
            drafts.append(_one_line(reply.text))
        return drafts

    def _requests(self, prompt: Prompt, values: Sequence[Mapping[str, str]]) -> list[Request]:
        return [Request(prompt.render(own), _fault_for(own["sentence"])) for own in values]

    def _terms(self, sentence: str) -> str:
        return "\n".join(map(_instruction, occurrences(self._glossary, sentence))) or NO_TERMS


def chat_engine(name: str, options: BackendOptions, instead: str) -> ChatEngine:
    """The engine that the name of an instruct model asks for; nothing heavy is imported.

    ``server:MODEL``, a path that ends in ``.gguf``, or else a folder or a repository of the hub.
    """
    if name.startswith(SERVER_PREFIX):
        from summarize.engines.server import Server

        return Server(name.removeprefix(SERVER_PREFIX), options)
    if name.lower().endswith(GGUF_SUFFIX):
        from summarize.engines.llamacpp import LlamaCpp

        return LlamaCpp(Path(name), options)
    from summarize.engines.transformers_chat import TransformersChat

    return TransformersChat(name, options, instead)


def _by_length(most: int) -> str:
    length = "short" if most <= SHORT else "medium" if most <= MEDIUM else "long"
    return f"news-summary-{length}"


def _fault_of_sentence(text: str, finished: bool) -> str:
    return answers.fault_of_summary(answers.sentences(text, finished), 1)


def _fault_for(source: str) -> Callable[[str, bool], str]:
    return lambda text, finished: answers.fault_of_translation(source, text, finished)


def _instruction(term: Term) -> str:
    avoided = f" (not {', '.join(term.forbidden)})" if term.forbidden else ""
    return f"{term.source} = {term.target}{avoided}"


def _one_line(text: str) -> str:
    return " ".join(text.split())

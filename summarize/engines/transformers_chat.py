"""transformers for instruct models: weights as published, one conversation at a time."""

from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.metadata import version
from typing import Any

from summarize.engines.chat import LINE_END
from summarize.engines.device import free_memory, gpu_generation, pick_device
from summarize.errors import ModelError
from summarize.models.hub import Snapshot
from summarize.models.needs import Dtype, published_dtype, require_memory
from summarize.models.resolve import resolve
from summarize.options import BackendOptions
from summarize.tokens import Chat, Reply, Sampling

AMPERE = 8
"""The first generation of GPUs that computes in bfloat16."""
SEED = 20
"""Of the sampling above temperature 0, so that a run can be repeated."""


class TransformersChat:
    """The instruct model ``name`` (a folder or a repository of the hub).

    ``instead`` is the choice to offer where the model is missing.
    """

    def __init__(self, name: str, options: BackendOptions, instead: str) -> None:
        self._name = name
        self._options = options
        self._instead = instead

    @property
    def identity(self) -> str:
        """See :class:`summarize.engines.chat.ChatEngine`. Raises ``ModelError``."""
        if self._options.engine == "ctranslate2":
            raise ModelError(
                f"the engine ctranslate2 cannot run instruct models, such as {self._name}",
                "Use --engine transformers, a GGUF file of the model, or leave it to the program.",
            )
        found = self._snapshot
        engine = f"transformers-{version('transformers')}"
        return f"{found.name}@{found.revision[:12]}|{engine}|{self._dtype}"

    def complete(self, chats: Sequence[Chat], sampling: Sampling) -> list[Reply]:
        """See :class:`summarize.engines.chat.ChatEngine`. Raises ``InputTooLongError`` too.

        Prompts are long and differ in length: batches of them would be mostly padding.
        """
        inputs = [self._family.encode(chat, sampling.max_new_tokens) for chat in chats]
        return [self._reply(ids, sampling) for ids in inputs]

    def extend(self, texts: Sequence[str], sampling: Sampling) -> list[Reply]:
        """See :class:`summarize.engines.chat.ChatEngine`. Raises ``InputTooLongError`` too."""
        inputs = [self._family.encode_text(text, sampling.max_new_tokens) for text in texts]
        return [self._line(ids, sampling) for ids in inputs]

    @cached_property
    def _snapshot(self) -> Snapshot:
        return resolve(self._name, self._options, self._instead)

    @cached_property
    def _dtype(self) -> Dtype:
        """What the GPU computes fastest in; on the CPU, what the makers published.

        A CPU without bfloat16 reads prompts several times faster in float32, but few have the
        memory: there a GGUF file is the better choice.
        """
        generation = 0 if self._options.device == "cpu" else gpu_generation()
        if generation:
            return "bfloat16" if generation >= AMPERE else "float16"
        return published_dtype(self._snapshot.folder)

    @cached_property
    def _family(self) -> Any:
        from summarize.families.chat import ChatFamily, token_limit
        from summarize.models.load import load_config, load_tokenizer

        folder = self._snapshot.folder
        limit = token_limit(load_config(folder))
        return ChatFamily(load_tokenizer(folder), limit, self._name)

    @cached_property
    def _model(self) -> Any:
        import torch

        from summarize.models.load import opening

        device = pick_device(self._options.device, torch.cuda.is_available)
        folder = self._snapshot.folder
        require_memory(folder, self._name, self._dtype, free_memory(device))
        with opening(folder):
            from transformers import AutoModelForCausalLM

            model: Any = AutoModelForCausalLM.from_pretrained(
                folder,
                local_files_only=True,
                trust_remote_code=False,
                use_safetensors=True,
                dtype=getattr(torch, self._dtype),
            )
            return model.to(device).eval()

    def _reply(self, ids: list[int], sampling: Sampling) -> Reply:
        output = self._generated(ids, sampling, [])
        return Reply(self._family.decode(output), output[-1:] != [] and output[-1] in self._ends)

    def _line(self, ids: list[int], sampling: Sampling) -> Reply:
        def is_over(written: Any, *_: Any, **__: Any) -> Any:
            last = self._family.decode_raw(written[0, -1:])
            return written.new_full((1,), LINE_END in last, dtype=bool)

        output = self._generated(ids, sampling, [is_over])
        line, end, _ = self._family.decode_raw(output).partition(LINE_END)
        return Reply(line, bool(end) or (output[-1:] != [] and output[-1] in self._ends))

    def _generated(
        self, ids: list[int], sampling: Sampling, stops: list[Callable[..., Any]]
    ) -> list[int]:
        import torch

        from summarize.models.load import quiet

        model = self._model
        inputs = torch.tensor([ids], device=model.device)
        try:
            with torch.inference_mode(), quiet(), torch.random.fork_rng():
                torch.manual_seed(SEED)
                output = model.generate(
                    input_ids=inputs,
                    attention_mask=torch.ones_like(inputs),
                    generation_config=self._generation(sampling),
                    stopping_criteria=stops,
                )[0, len(ids) :].tolist()
        except (RuntimeError, ValueError, IndexError) as error:
            raise ModelError(
                f"{self._name} failed while generating: {error}",
                "If it ran out of memory, try --device cpu, a smaller model, or a GGUF file of it.",
            ) from error
        found: list[int] = output
        return found

    def _generation(self, sampling: Sampling) -> Any:
        from transformers import GenerationConfig

        samples = {"do_sample": True, "temperature": sampling.temperature}
        return GenerationConfig(  # type: ignore[no-untyped-call]
            max_new_tokens=sampling.max_new_tokens,
            eos_token_id=sorted(self._ends),
            pad_token_id=min(self._ends),
            **(samples if sampling.temperature else {"do_sample": False}),
        )

    @cached_property
    def _ends(self) -> set[int]:
        """Tokens that end an answer, as the model's own generation options name them."""
        stated = self._model.generation_config.eos_token_id
        ends = {stated} if isinstance(stated, int) else set(stated or ())
        if not ends:
            raise ModelError(f"{self._name} does not say with which token its answers end")
        return ends

"""One model of this machine on one engine: found at once, loaded when it is first run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from typing import Literal

from summarize.backends.decoding import published_decoding, with_effort
from summarize.backends.signature import signature
from summarize.engines.base import Engine
from summarize.engines.device import pick_device
from summarize.errors import ModelError
from summarize.families import family_class, family_name, load_family
from summarize.families.base import Family
from summarize.families.pieces import HubPieces, light_pieces, numbered_pieces
from summarize.families.tokenizer import TokenizerFamily
from summarize.models.convert import Precision, converted
from summarize.models.hub import Snapshot
from summarize.models.load import load_tokenizer, opening
from summarize.models.resolve import resolve
from summarize.options import BackendOptions
from summarize.tokens import Decoding, Generated, Tokens

Task = Literal["summarization", "translation"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model in memory."""

    family: Family
    engine: Engine


class LocalModel:
    """The model ``name`` (a folder or a repository of the hub), for one task.

    ``instead`` is the choice to offer where the model is missing. Everything but :meth:`load`
    and what generates is cheap. Properties raise ``ModelError``.
    """

    def __init__(self, name: str, options: BackendOptions, task: Task, instead: str) -> None:
        self._name = name
        self._options = options
        self._task = task
        self._instead = instead

    @cached_property
    def snapshot(self) -> Snapshot:
        """Where the model is; fetched first where that is allowed."""
        return resolve(self._name, self._options, self._instead)

    @cached_property
    def family(self) -> str:
        """Name of the model's family."""
        return family_name(self.snapshot.folder)

    @cached_property
    def _kind(self) -> type[TokenizerFamily]:
        return family_class(self.snapshot.folder)

    @cached_property
    def decoding(self) -> Decoding:
        """How the authors of the model decode it; translations with the effort asked for."""
        published = published_decoding(self.snapshot.folder, self._task, self._kind)
        is_translation = self._task == "translation"
        return with_effort(published, self._options.effort) if is_translation else published

    @cached_property
    def engine(self) -> str:
        """Name of the engine: the one that suits the family best unless another was asked for."""
        engines = self._kind.engines
        wanted = self._options.engine
        if wanted not in ("auto", *engines):
            raise ModelError(
                f"the engine {wanted} cannot run models of the family {self.family}, such as "
                f"{self._name}",
                f"Use --engine {engines[0]}, or leave it to the program.",
            )
        return engines[0] if wanted == "auto" else wanted

    @property
    def precision(self) -> Precision:
        """Precision of the weights: the reference engine keeps them as they are."""
        if self.engine == "transformers":
            return "float32"
        return "int8" if pick_device(self._options.device) == "cpu" else "float16"

    @cached_property
    def signature(self) -> str:
        """See :mod:`summarize.backends.signature`."""
        found = self.snapshot
        library = self.engine if self.engine == "ctranslate2" else self._kind.library
        return signature(
            self.family,
            f"{found.name}@{found.revision[:12]}",
            f"{library}-{version(library)}",
            self.precision,
            self.decoding,
        )

    @cached_property
    def _loaded(self) -> Loaded:
        if self.engine == "ctranslate2":
            return self._on_ctranslate2()
        return self._on_torch() if self._kind.library == "torch" else self._on_transformers()

    def _on_ctranslate2(self) -> Loaded:
        from summarize.engines.ctranslate2 import CTranslate2Seq2Seq

        options = self._options
        kept = converted(self.snapshot, self.precision, options.model_dir, options.notify)
        family = load_family(kept.tokenizer, light_pieces(kept.tokenizer))
        return Loaded(family, CTranslate2Seq2Seq(kept.model, options.device))

    def _on_transformers(self) -> Loaded:
        from summarize.engines.transformers import TransformersSeq2Seq

        folder = self.snapshot.folder
        tokenizer = load_tokenizer(folder)
        engine = TransformersSeq2Seq(folder, tokenizer, self._options.device)
        return Loaded(load_family(folder, HubPieces(tokenizer)), engine)

    def _on_torch(self) -> Loaded:
        from summarize.engines.torch_seq2seq import TorchSeq2Seq

        folder = self.snapshot.folder
        with opening(folder):
            pieces = numbered_pieces(folder)
        engine = TorchSeq2Seq(folder, pieces, self._options.device)
        return Loaded(load_family(folder, pieces), engine)

    def encode(self, texts: Sequence[str], source: str, target: str) -> list[Tokens]:
        """Tokens of each text, however many; see :attr:`input_limit`."""
        return self._loaded.family.encode(texts, source, target)

    @property
    def input_limit(self) -> int:
        """The most source tokens that one input may have."""
        return self._loaded.family.input_limit

    def generate(self, inputs: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        """One output for each input, in order."""
        return self._loaded.engine.generate(inputs, decoding)

    def generate_as_done(
        self, inputs: Sequence[Tokens], decoding: Decoding
    ) -> Iterator[list[tuple[int, Generated]]]:
        """The same outputs, with their positions, as they are done."""
        return self._loaded.engine.generate_as_done(inputs, decoding)

    def decode(self, output: Generated) -> str:
        """Text of an output."""
        return self._loaded.family.decode(output.tokens)

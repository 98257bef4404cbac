"""The catalogue of models: names, licences and published figures, read from ``catalog.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from summarize.models.hub import is_here, split_name
from summarize.models.needs import BYTES, GIGABYTE, memory_of

Task = Literal["summarization", "translation", "instruct"]
Commercial = Literal["yes", "no", "unknown"]
UNITS: Mapping[str, float] = MappingProxyType({"M": 1e6, "G": 1e9, "B": 1e9})
CONVERTING, IN_INT8 = 1.5, 0.3
"""Memory for each byte of float32 weights; measured by benchmarks.model_memory."""
PATH = Path(__file__).with_name("catalog.toml")
IN_WORDS: Mapping[Commercial, str] = MappingProxyType(
    {
        "yes": "commercial use is allowed",
        "no": "non-commercial: a newsroom that earns money with it may not use it",
        "unknown": "whether a newsroom that earns money may use it is not known: ask its makers",
    }
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A published score, times 100; ``source`` says who published it."""

    on: str
    metric: str
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One model of the hub. What is empty is not known, or as usual.

    ``revision`` is a branch or commit to fetch in place of ``main``, and ``commit`` the start of
    the commit that it had when it was looked at. ``parameters`` counts them, as in ``600M``,
    ``size`` is what there is to fetch, as in ``1.6 GB``. ``prompt`` is the id of the prompt that an
    instruct model was made for, ``pickled`` says that no branch was found with the weights as
    safetensors. Decoding is the model's own, from its generation_config.json.
    """

    name: str
    task: Task
    repo: str
    family: str
    licence: str
    commercial: Commercial
    languages: tuple[str, ...]
    revision: str = ""
    commit: str = ""
    parameters: str = ""
    size: str = ""
    prompt: str = ""
    gated: bool = False
    pickled: bool = False
    recommended: bool = False
    note: str = ""
    figures: tuple[Figure, ...] = ()

    @property
    def reference(self) -> str:
        """What to ask the hub for: ``owner/name``, with the revision where one is pinned."""
        return f"{self.repo}@{self.revision}" if self.revision else self.repo

    @property
    def count(self) -> float:
        """How many parameters there are, 0 where it is not known."""
        if self.parameters:
            return float(self.parameters[:-1]) * UNITS[self.parameters[-1]]
        number, _, unit = self.size.partition(" ")
        return float(number) * UNITS[unit[0]] / BYTES["float32"] if number else 0.0

    @property
    def disk(self) -> str:
        """What there is to fetch: as published, else reckoned from the parameters."""
        published = BYTES["bfloat16" if self.family == "chat" else "float32"]
        return self.size or in_gigabytes(self.count * published)

    @property
    def memory(self) -> str:
        """What running it takes on the CPU: decoder-only models as published, others in int8."""
        if self.family == "chat":
            return in_gigabytes(memory_of(self.count, "bfloat16"))
        weights = self.count * BYTES["float32"]
        if not weights:
            return "unknown"
        once = in_gigabytes(weights * CONVERTING)
        return f"{in_gigabytes(weights * IN_INT8)}, once {once} while it is converted"

    @property
    def licence_in_words(self) -> str:
        """The licence and what it means for a newsroom."""
        return f"{self.licence}, {IN_WORDS[self.commercial]}"


@dataclass(frozen=True, slots=True)
class Catalog:
    """Every entry by name, and the profiles: which backends go together."""

    entries: Mapping[str, Entry]
    profiles: Mapping[str, Mapping[str, str]]

    def find(self, name: str) -> Entry | None:
        """The entry of that name, in any case, or of that repository."""
        wanted = split_name(name)[0].lower()
        found = (e for e in self.entries.values() if wanted in (e.name.lower(), e.repo.lower()))
        return next(found, None)

    def recommended(self, task: Task) -> Entry:
        """The model to offer first for ``task``."""
        return next(e for e in self.entries.values() if e.recommended and e.task == task)

    def models_of(self, profile: str) -> tuple[Entry | None, ...]:
        """The models of a profile, each once; ``None`` for what comes with the program."""
        return tuple(
            self.entries.get(name) for name in dict.fromkeys(self.profiles[profile].values())
        )

    def forbids_business(self, name: str, family: str) -> Entry | None:
        """The entry that says that the model ``name`` of ``family`` is not for commercial use.

        A model that is not in the catalogue, such as a folder, is judged by its family where all of
        that family are forbidden: copies and fine-tunings carry the licence along.
        """
        entry = self.find(name)
        if entry is not None:
            return entry if entry.commercial == "no" else None
        relatives = [e for e in self.entries.values() if e.family == family]
        forbidden = all(e.commercial == "no" for e in relatives)
        return relatives[0] if relatives and forbidden else None


@cache
def catalog() -> Catalog:
    """The catalogue that comes with the program."""
    return parse(PATH.read_text("utf-8"))


def parse(text: str) -> Catalog:
    """Read a catalogue. Raises ``KeyError``, ``TypeError`` or ``ValueError`` on a faulty one."""
    data = tomllib.loads(text)
    sources: Mapping[str, str] = data["sources"]
    entries = {name: _entry(name, fields, sources) for name, fields in data["models"].items()}
    return Catalog(entries, data["profiles"])


def in_gigabytes(size: float) -> str:
    """``size`` in bytes, reckoned, for people."""
    return f"about {size / GIGABYTE:.1f} GB" if size else "unknown"


def hub_name(name: str) -> str:
    """What a name of the catalogue stands for on the hub; other names mean themselves.

    A revision that is named, as in ``NAME@refs/pr/7``, wins over the one of the catalogue; so does
    another one that is here already where the one of the catalogue is not.
    """
    entry = None if Path(name).is_dir() else catalog().find(name)
    if entry is None:
        return name
    if "@" in name:
        return f"{entry.repo}@{split_name(name)[1]}"
    is_another_here = not is_here(entry.reference) and is_here(entry.repo)
    return entry.repo if is_another_here else entry.reference


def _entry(name: str, fields: dict[str, Any], sources: Mapping[str, str]) -> Entry:
    if fields["commercial"] not in IN_WORDS:
        raise ValueError(f"{name}: commercial is neither yes, no nor unknown")
    figures = tuple(
        Figure(**{**figure, "source": sources[figure["source"]]})
        for figure in fields.pop("figures", ())
    )
    return Entry(name=name, figures=figures, languages=tuple(fields.pop("languages")), **fields)

"""Prompts for instruct models: Markdown files with TOML front matter between ``+++`` lines.

The text after the front matter is a :class:`string.Template`. What comes from an article is data:
it stands between two lines that read ``$fence``, a line that the data itself does not contain, and
marks by which models tell speakers apart lose their brackets in it.

A prompt of the style ``completion`` is for models that follow no instructions: they go on with its
text up to the end of the line. What comes from an article stands in one line of it, unfenced.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from summarize.errors import UsageError
from summarize.tokens import Sampling

SUFFIX = ".md"
FRONT = re.compile(r"\+\+\+\n(?P<front>.*?)^\+\+\+\n(?P<body>.*)", re.DOTALL | re.MULTILINE)
FENCE_SIGN, FENCE_LENGTH = "=", 12
TURN_MARK = re.compile(r"<(?=[|｜/]|\w+>)|\[(?=/?INST\])")
"""Where a mark such as ``<|im_end|>``, ``</s>``, ``<think>`` or ``[INST]`` begins."""

TASKS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "summary": (frozenset({"fence", "article"}), frozenset({"sentences"})),
    "headline": (frozenset({"fence", "article"}), frozenset()),
    "rewrite": (frozenset({"fence", "sentence", "faults", "evidence"}), frozenset()),
    "translation": (frozenset({"fence", "sentence"}), frozenset({"glossary"})),
    "copy-edit": (frozenset({"fence", "sentence", "khmer"}), frozenset({"glossary"})),
}
"""Tasks, each with the placeholders that its prompts must have and those that they may have."""
FIELDS = {
    "id": str,
    "task": str,
    "style": str,
    "languages": list,
    "placeholders": list,
    "decoding": dict,
}
OPTIONAL = {"style", "decoding"}
STYLES: Mapping[str, frozenset[str]] = {
    "chat": frozenset(TASKS),
    "completion": frozenset({"translation"}),
}
"""Styles, the usual one first, and the tasks that each can do: only a translation is one line."""
DECODING = {"max_new_tokens": int, "temperature": float}


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt: ``sha256`` is of the whole file, ``languages`` are ISO 639-1, in and out.

    ``is_completion`` says that its text is gone on with, in the place of being answered.
    """

    id: str
    task: str
    languages: tuple[str, ...]
    placeholders: tuple[str, ...]
    sampling: Sampling
    body: str
    path: Path
    sha256: str
    is_completion: bool = False

    def render(self, values: Mapping[str, str | int]) -> str:
        """The text to send; data in ``values`` is fenced off, or in one line of a completion.

        ``values`` hold all that the task offers, but for ``fence``. Raises ``UsageError`` where
        the prompt asks for something else.
        """
        data = {name: as_data(value) for name, value in values.items() if isinstance(value, str)}
        if self.is_completion:
            data = {name: " ".join(text.split()) for name, text in data.items()}
        given = {**values, **data, "fence": fence_for(*data.values())}
        try:
            return Template(self.body).substitute(given).strip()
        except KeyError as error:
            raise _fault(self.path, f"there is no value for ${error.args[0]}") from error


def as_data(text: str) -> str:
    """``text`` without marks that could end the user's turn in a chat template."""
    return TURN_MARK.sub(lambda mark: {"<": "‹", "[": "("}[mark[0]], text)


def fence_for(*texts: str) -> str:
    """A line of equals signs that occurs in none of ``texts``."""
    runs = (len(run) for text in texts for run in re.findall(f"{FENCE_SIGN}+", text))
    return FENCE_SIGN * max(FENCE_LENGTH, max(runs, default=0) + 1)


def built_in_folder() -> Path:
    """Where the prompts of the program are: packaged, or beside the package in a checkout."""
    packaged = Path(__file__).parent / "prompts_data"
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "prompts"


def load_prompts(own: Path | None = None) -> dict[str, Prompt]:
    """Every prompt by id; those in the folder ``own`` win. Raises ``UsageError``."""
    found: dict[str, Prompt] = {}
    for folder in (built_in_folder(), own):
        for path in prompt_files(folder) if folder else ():
            prompt = read_prompt(path)
            if prompt.id in found and found[prompt.id].path.parent == path.parent:
                raise _fault(path, f"the id {prompt.id} is that of {found[prompt.id].path.name}")
            found[prompt.id] = prompt
    return found


def find_prompt(name: str, own: Path | None, tasks: tuple[str, ...]) -> Prompt:
    """The prompt with the id ``name``, for one of ``tasks``. Raises ``UsageError``."""
    prompts = load_prompts(own)
    fitting = sorted(prompt.id for prompt in prompts.values() if prompt.task in tasks)
    if name not in prompts:
        raise UsageError(f"there is no prompt {name!r}", f"Known here: {', '.join(fitting)}.")
    if prompts[name].task not in tasks:
        raise UsageError(
            f"the prompt {name} is for the task {prompts[name].task}, not for {tasks[0]}",
            f"Choose one of: {', '.join(fitting)}.",
        )
    return prompts[name]


def prompt_files(folder: Path) -> list[Path]:
    """Files of prompts in ``folder``, sorted. Raises ``UsageError`` where there is no folder."""
    if not folder.is_dir():
        raise UsageError(
            f"there is no folder of prompts {folder}", "Create it, or change prompt_dir."
        )
    return sorted(folder.glob(f"*{SUFFIX}"))


def read_prompt(path: Path) -> Prompt:
    """Read and check one file. Raises ``UsageError`` that names file and fault."""
    try:
        text = path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise _fault(path, f"it cannot be read: {error}") from error
    parts = FRONT.fullmatch(text)
    if parts is None:
        raise _fault(path, "it does not begin with front matter between two lines +++")
    try:
        front = tomllib.loads(parts["front"])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _fault(path, f"its front matter is not TOML: {error}") from error
    _check_fields(path, front, FIELDS, required=FIELDS.keys() - OPTIONAL)
    is_completion = _is_completion(path, front)
    _check_placeholders(path, front, parts["body"], fenced=not is_completion)
    return Prompt(
        id=front["id"],
        task=front["task"],
        languages=tuple(front["languages"]),
        placeholders=tuple(front["placeholders"]),
        sampling=_sampling(path, front.get("decoding", {})),
        body=parts["body"],
        path=path,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        is_completion=is_completion,
    )


def _check_fields(
    path: Path, table: Mapping[str, Any], kinds: Mapping[str, type], required: Iterable[str]
) -> None:
    for name in required:
        if name not in table:
            raise _fault(path, f"its front matter lacks {name}")
    for name, value in table.items():
        if name not in kinds:
            raise _fault(path, f"its front matter has the unknown field {name}")
        allowed = (int, float) if kinds[name] is float else kinds[name]
        if not isinstance(value, allowed) or isinstance(value, bool):
            raise _fault(path, f"{name} in its front matter must be of type {kinds[name].__name__}")


def _is_completion(path: Path, front: Mapping[str, Any]) -> bool:
    """Whether that is its style, after a look at its task."""
    task, style = front["task"], front.get("style", "chat")
    if task not in TASKS:
        raise _fault(path, f"its task {task!r} is none of {', '.join(sorted(TASKS))}")
    if style not in STYLES:
        raise _fault(path, f"its style {style!r} is none of {', '.join(sorted(STYLES))}")
    if task not in STYLES[style]:
        raise _fault(path, f"its style {style} cannot do the task {task}")
    return bool(style == "completion")


def _check_placeholders(path: Path, front: Mapping[str, Any], body: str, fenced: bool) -> None:
    """What is declared, what is used and what the task offers must agree."""
    template = Template(body)
    if not template.is_valid():
        raise _fault(path, "its text has a lone $ (write $$ for the sign itself)")
    used, declared = set(template.get_identifiers()), set(map(str, front["placeholders"]))
    required, optional = TASKS[front["task"]]
    required = required if fenced else required - {"fence"}
    for name in sorted(used ^ declared):
        where = "used but not declared" if name in used else "declared but not used"
        raise _fault(path, f"the placeholder ${name} is {where}")
    for name in sorted(required - used):
        raise _fault(path, f"the placeholder ${name} is missing: its task needs it")
    for name in sorted(used - required - optional):
        raise _fault(path, f"the placeholder ${name} is unknown to the task {front['task']}")
    if fenced and len(re.findall(r"^\$fence$", body, re.MULTILINE)) < 2:
        raise _fault(path, "no two lines read $fence: the text of the article is not fenced off")


def _sampling(path: Path, decoding: Mapping[str, Any]) -> Sampling:
    _check_fields(path, decoding, DECODING, required=())
    sampling = Sampling(**decoding)
    if sampling.max_new_tokens < 1 or not 0 <= sampling.temperature <= 2:
        raise _fault(path, "max_new_tokens must be above 0, and temperature from 0 to 2")
    return sampling


def _fault(path: Path, problem: str) -> UsageError:
    return UsageError(
        f"the prompt {path} cannot be used: {problem}",
        "Mend it, then run: summarize prompts check",
    )

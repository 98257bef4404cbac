"""Weights that exist as pickles only, read once in a process of their own and then converted.

A pickle is a program. PyTorch's restricted reader runs none of it and takes tensors alone
(``torch.load(weights_only=True)``); in case it errs, it reads in a process that has bounded memory
and time, and that nobody asks for anything but the files that it wrote.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from summarize.errors import ModelError
from summarize.models.layout import INDEX, WEIGHTS

PATTERN = "pytorch_model*.bin"
PICKLE, PICKLE_INDEX = "pytorch_model.bin", "pytorch_model.bin.index.json"
ROOM = 4
"""Bytes of memory for each byte of a file, besides ``BASE``: it is read and written once."""
BASE = 8 << 30
"""Bytes of address space for PyTorch itself, most of which it never touches."""
SECONDS = 1800


def convert_pickles(folder: Path, target: Path) -> list[Path]:
    """Write the weights in ``folder`` as safetensors files into ``target``, and their index.

    Returns the files. Raises ``ModelError`` where a file holds anything but tensors, or cannot be
    read within the limits.
    """
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for source in sorted(folder.glob(PATTERN)):
        written.append(target / converted_name(source.name))
        _convert(source, written[-1])
    if (folder / PICKLE_INDEX).is_file():
        index = json.loads((folder / PICKLE_INDEX).read_text("utf-8"))
        places = {key: converted_name(name) for key, name in index["weight_map"].items()}
        written.append(target / INDEX)
        written[-1].write_text(json.dumps({**index, "weight_map": places}), "utf-8")
    return written


def add_safetensors(folder: Path) -> None:
    """Write safetensors beside the pickles of a user's own folder, which stay. Raises as above."""
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        for path in convert_pickles(folder, Path(temporary)):
            path.replace(folder / path.name)


def converted_name(pickle: str) -> str:
    """``model-00001-of-00002.safetensors`` for ``pytorch_model-00001-of-00002.bin``."""
    if pickle == PICKLE:
        return WEIGHTS
    return pickle.replace("pytorch_model", "model").removesuffix(".bin") + ".safetensors"


def _convert(source: Path, target: Path) -> None:
    limit = BASE + ROOM * source.stat().st_size
    words = [sys.executable, "-m", __name__, str(source), str(target), str(limit), str(SECONDS)]
    try:
        done = subprocess.run(  # noqa: S603  (our own module)
            words, capture_output=True, text=True, timeout=2 * SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _refused(source, "reading it took too long") from error
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise _refused(source, said[-1] if said else f"reading it ended with {done.returncode}")


def _refused(source: Path, reason: str) -> ModelError:
    return ModelError(
        f"{source.name} was not converted: {reason}",
        "Do not load it by other means before you trust its makers; choose another model.",
    )


def read_and_write(source: Path, target: Path) -> None:
    """In the other process: tensors of one pickle to one safetensors file, tied ones once."""
    import torch
    from safetensors.torch import save_file

    state = torch.load(source, map_location="cpu", weights_only=True, mmap=_is_zip(source))
    if not isinstance(state, dict):
        raise TypeError("it holds no table of weights")
    state = state.get("state_dict", state)
    kept: dict[str, torch.Tensor] = {}
    aliases: dict[str, str] = {}
    seen: dict[tuple[int, tuple[int, ...], tuple[int, ...]], str] = {}
    for name, values in state.items():
        if not isinstance(values, torch.Tensor):
            raise TypeError(f"{name} is no tensor")
        place = (values.data_ptr(), tuple(values.shape), tuple(values.stride()))
        if values.numel() and place in seen:
            aliases[name] = seen[place]
        else:
            seen[place] = name
            kept[name] = values.contiguous()
    save_file(kept, target, {"format": "pt", **aliases})


def _is_zip(path: Path) -> bool:
    """Whether a file has PyTorch's present form; only that can be read page by page."""
    with path.open("rb") as stream:
        return stream.read(2) == b"PK"


def _limit(memory: int, seconds: int) -> None:
    """Bound this process; Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def main() -> None:
    """The other process: SOURCE TARGET BYTES SECONDS. Says in one line why it failed."""
    source, target, memory, seconds = sys.argv[1:]
    _limit(int(memory), int(seconds))
    try:
        read_and_write(Path(source), Path(target))
    except Exception as error:
        Path(target).unlink(missing_ok=True)
        sys.exit(_reason(error))


def _reason(error: Exception) -> str:
    import pickle

    if isinstance(error, pickle.UnpicklingError):
        lines = (line.strip() for line in str(error).splitlines())
        named = next((line for line in lines if "GLOBAL" in line or "global" in line), "")
        return f"it holds program code, not weights alone. {named}".strip()
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"


if __name__ == "__main__":
    main()

"""The training itself: from the shipped adapter, on approved and shipped pairs, half and half."""

import random
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from summarize.adapting import shipped
from summarize.adapting.desk import Desk, refused
from summarize.adapting.pairs import Pair
from summarize.adapting.plan import LEARNED, Plan, pairs_of
from summarize.adapting.telling import minutes
from summarize.errors import ModelMissingError
from summarize.json_text import read_json
from summarize.models.embedded.adapter import CONFIG, Lora
from summarize.models.embedded.build import assemble
from summarize.models.embedded.manifest import Manifest
from summarize.options import DeviceName

TELL_SECONDS: Final = 30.0
"""Between two lines about how far it is."""


def settings() -> dict[str, Any]:
    """The figures of ``config.toml``."""
    return tomllib.loads(shipped.CONFIG.read_text("utf-8"))


def train(
    desk: Desk, plan: Plan, model: Manifest, device: DeviceName, notify: Callable[[str], None]
) -> bool:
    """Train in ``desk.run`` until the time of ``plan`` is over; whether it is.

    ``model`` is the shipped one. Where a signal came first, the same call goes on. Raises
    ``ModelError``, ``OutputError``.
    """
    try:
        import torch

        from summarize.adapting.loop import Run
        from summarize.adapting.precision import fastest
        from summarize.adapting.task import AdapterTask, read_kept
        from summarize.models.embedded.base import BaseFile
    except ImportError as error:
        raise ModelMissingError(
            f"to learn, PyTorch and Transformers are needed: {error}",
            "Install the program again: pip install --force-reinstall summarize-km",
        ) from error
    assert model.adapter is not None  # of the kind that can be adapted
    config = {**settings(), **_of_model(model)}
    torch.manual_seed(config["seed"])
    torch.set_num_threads(plan.threads)
    place = _device(device)
    pairs = partial(mixed, pairs_of(desk, LEARNED), shipped.read(shipped.CORPUS), config)
    try:
        with tempfile.TemporaryDirectory(dir=desk.run) as scratch:
            path = Path(scratch) / "base.gguf"
            assemble(model.adapter.base, path)
            wanted, precision = read_kept(model.folder), fastest(torch.device(place))
            task = AdapterTask(config, BaseFile(path), wanted, pairs, model.folder, precision)
        task.model.to(place)
        watch = _Told(plan, notify)
        return Run(task, config, desk.run, plan.minutes, place, watch).train()
    except OSError as error:
        raise refused(desk.run, error) from error


def mixed(
    own: Sequence[Pair], corpus: Sequence[Pair], config: dict[str, Any], seed: int
) -> Iterator[Pair]:
    """Pairs without end: of the desk by its share, else of the corpus, each in random order."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    streams = _endless(own, chance), _endless(corpus, chance)
    while True:
        yield next(streams[chance.random() >= config["desk"]["share"]])


def _endless(pairs: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    while True:
        yield from chance.sample(pairs, len(pairs))


def _of_model(model: Manifest) -> dict[str, Any]:
    """Prompt and shape of the adapter, which are those of the shipped one."""
    assert model.adapter is not None
    own = read_json((model.folder / CONFIG).read_bytes())
    targets = sorted({name.split(".")[-2] for name in Lora(model.folder).names})
    lora = {"rank": own["r"], "alpha": own["lora_alpha"], "targets": targets}
    return {"prompt": {"text": model.adapter.prompt}, "lora": lora}


def _device(device: DeviceName) -> str:
    import torch

    if device == "auto":
        return "cuda" if torch.cuda.is_available() else "cpu"
    return device


class _Told:
    """Tells a person how far the training is, now and then."""

    def __init__(self, plan: Plan, notify: Callable[[str], None]) -> None:
        self._plan, self._notify = plan, notify
        self._next = 0.0

    def __call__(self, progress: Any, loss: float) -> None:
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + TELL_SECONDS
        done, whole = progress.seconds / 60, self._plan.minutes
        self._notify(
            f"Learning: {done:.0f} of {whole:g} minutes, step {progress.step}, "
            f"{progress.tokens:,} tokens, loss {loss:.2f}; {minutes(whole - done)} left, then the "
            "comparison."
        )

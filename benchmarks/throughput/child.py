"""One system on one plan, in a process of its own: prints what it measured as a line of JSON."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from benchmarks.throughput.baselines import in_naive_batches, one_by_one
from benchmarks.throughput.clock import Clock
from benchmarks.throughput.limit import perfect_batches
from benchmarks.throughput.ours import backends_alone, whole_program
from benchmarks.throughput.peers import dl_translate
from benchmarks.throughput.plan import Plan

SYSTEMS: dict[str, Callable[[Plan, Clock], list[str]]] = {
    "transformers, one by one": one_by_one,
    "transformers, batches of 8": in_naive_batches,
    "dl-translate": dl_translate,
    "CTranslate2, perfect batches": perfect_batches,
    "summarize, models alone": backends_alone,
    "summarize batch": whole_program,
}


def main() -> None:
    """Arguments: the name of a system, and a plan as JSON."""
    plan, clock = Plan(**json.loads(sys.argv[2])), Clock()
    targets = SYSTEMS[sys.argv[1]](plan, clock)
    print(
        json.dumps({**asdict(clock), "sentences": len(targets), "tokens": _tokens(plan, targets)})
    )


def _tokens(plan: Plan, targets: list[str]) -> int:
    """Target tokens: those of the text, or the fixed number where the text is random."""
    if plan.translator:
        return plan.written * len(targets)
    from benchmarks.throughput.embedded import prepare

    tokenizer = prepare(Path(plan.scratch)).tokenizer
    return sum(len(tokenizer.encode(text, add_special_tokens=False).ids) for text in targets)


if __name__ == "__main__":
    main()

"""The other process of a trial: one JSON argument in, one line of JSON out."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from summarize.articles import read_article
from summarize.errors import SummarizeError
from summarize.records import Result
from summarize.session import open_pipeline
from summarize.settings import load_settings


def tried(asked: dict[str, Any]) -> dict[str, Any]:
    """Run the article twice, with no cache and no memory of earlier translations."""
    settings = load_settings(asked["flags"])
    article = read_article(asked["article"], force=True, offline=settings.offline)
    pipeline = open_pipeline(
        settings,
        notify=lambda message: print(message, file=sys.stderr),
        translate=asked["translate"],
        cache_mode="none",
        use_memory=False,
    )
    times = []
    for _ in range(2):
        start = time.perf_counter()
        [result] = pipeline.run([article])
        times.append(round(time.perf_counter() - start, 2))
    severities = [finding.severity for finding in result.findings]
    return {
        "lines": lines_of(result),
        "first": times[0],
        "again": times[1],
        "memory": peak_memory(),
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
    }


def lines_of(result: Result) -> list[dict[str, Any]]:
    """The summary sentence by sentence, each with its Khmer and its findings."""
    khmer = {s.sentence: s for s in result.draft.segments} if result.draft else {}
    lines = []
    for sentence in result.summary.sentences if result.summary else ():
        segment = khmer.get(sentence.id)
        ids = {sentence.id, segment.id if segment else sentence.id}
        found = [f for f in result.findings if f.where in ids and f.severity != "info"]
        lines.append(
            {
                "english": sentence.text,
                "khmer": segment.target if segment else "",
                "findings": [f"{finding.severity}: {finding.message}" for finding in found],
            }
        )
    return lines


def peak_memory() -> int:
    """The most bytes that this process held, 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if status.is_file():  # getrusage counts what the parent held, too
        lines = status.read_text("utf-8").splitlines()
        return next((int(line.split()[1]) * 1024 for line in lines if "VmHWM" in line), 0)
    import psutil

    return int(getattr(psutil.Process().memory_info(), "peak_wset", 0)) or _getrusage()


def _getrusage() -> int:
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS


def main() -> None:
    """Answer on stdout; what the models print goes to stderr."""
    try:
        answer = tried(json.loads(sys.argv[1]))
    except SummarizeError as error:
        answer = {"error": error.message, "hint": error.hint}
    print(json.dumps(answer, ensure_ascii=True))


if __name__ == "__main__":
    main()

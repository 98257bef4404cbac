"""What ``summarize review export`` and ``import`` do."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import typer

from summarize.archives import megabytes
from summarize.cli.deliver import write_atomically
from summarize.cli.report import Reporter
from summarize.cli.trusting import load_settings
from summarize.errors import OutputError, ReviewError, UsageError
from summarize.memory.records import Entry
from summarize.records import Finding
from summarize.review.exporting import confirmed_entries, documents_of, files_of
from summarize.review.formats import READERS, FormatName, read_file, reader_of
from summarize.review.formats.limits import MAX_BYTES
from summarize.review.formats.records import Imported
from summarize.review.importing import Changed, Report, bring_in
from summarize.review.labels import label_of_key, labels
from summarize.review.records import State
from summarize.review.store import ReviewStore
from summarize.session import check_context, open_memory

_PASSING: Final = (".", "~$")
"""How the names of files begin that editors keep while one is open."""


def export_review(
    store: ReviewStore,
    format_names: Sequence[FormatName],
    folder: Path,
    article: str | None,
    state: State | None,
) -> None:
    """Write and name the files of each format, of several each in a folder of its own.

    Raises ``OutputError``; ``UsageError`` for nothing to write.
    """
    documents = documents_of(store, article, [state] if state else None)
    if not documents:
        raise UsageError(
            "there is no such segment to export", "See what there is: summarize review status."
        )
    glossary = check_context(load_settings()).glossary
    names = list(dict.fromkeys(format_names))
    for name in names:
        files = files_of(documents, name, _approved(store), glossary)
        write_files(files, folder / name if len(names) > 1 else folder)


def _approved(store: ReviewStore) -> Iterator[Entry]:
    """What the memory has, and what of this review is not in it, as that of other people."""
    memory = open_memory(load_settings())
    try:
        known = memory.entries()
    finally:
        memory.close()
    yield from known
    texts = {(entry.source, entry.target) for entry in known}
    for entry in confirmed_entries(store):
        if (entry.source, entry.target) not in texts:
            yield entry


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write ``files``, by their paths below ``folder``, and print these. Raises ``OutputError``.

    A path that ends in ``/`` is an empty folder.
    """
    for name, data in files.items():
        path = folder / name
        try:
            if name.endswith("/"):
                path.mkdir(parents=True, exist_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, data)
        except OSError as error:
            raise OutputError.refused(path, error) from error
        typer.echo(path)


def import_review(
    store: ReviewStore, paths: Sequence[Path], who: str, format_name: str, force: bool
) -> int:
    """Read all files, then take what is new in them; print it. Returns how many were refused.

    Approvals in spite of errors are taken with ``force`` only. Raises ``ReviewError`` where one
    file cannot be read, and nothing is changed.
    """
    segments = [one for path in paths for file in _files(path) for one in _read(file)]
    report = bring_in(store, segments, who, force=force)
    findings = _findings(store, report.changed)
    if format_name == "json":
        typer.echo(json.dumps(_data(report, findings, who), ensure_ascii=False, indent=2))
    else:
        _tell(report, findings, who, labels(store.articles()))
    return len(report.refused)


def _files(path: Path) -> Sequence[Path]:
    """The files that ``path`` stands for; what else is in a folder is named."""
    if not path.is_dir():
        return [path]
    from summarize.review.formats.omegat import is_project, translated_files

    if is_project(path):
        return translated_files(path)
    inside = sorted(one for one in path.iterdir() if not one.name.startswith(_PASSING))
    files = [one for one in inside if one.is_file() and reader_of(one.name)]
    if not files:
        raise ReviewError(
            f"{path} is no OmegaT project and has no file of `review export`",
            f"Name the folder that it wrote; the names of the files end in {', '.join(READERS)}.",
        )
    for one in inside:
        if one not in files:
            Reporter().notify(f"left out {one}: no file of `review export`")
    return files


def _read(path: Path) -> list[Imported]:
    try:
        if path.stat().st_size > MAX_BYTES:  # not even read
            raise ReviewError(
                f"{path} is larger than any export ({megabytes(MAX_BYTES)})",
                "Check that it is the right file; several smaller ones can be imported together.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise ReviewError(
            f"cannot read {path}: {error.strerror or error}", "Check the name and the rights."
        ) from error
    return read_file(data, str(path))


def _findings(store: ReviewStore, changed: Sequence[Changed]) -> dict[str, list[Finding]]:
    """What the checks say of each changed segment, by its key."""
    found: dict[str, list[Finding]] = {one.after.key: [] for one in changed}
    for article in {one.after.article for one in changed}:
        for finding in store.findings(article):
            found.get(f"{article}:{finding.where}", []).append(finding)
    return found


def _data(report: Report, findings: Mapping[str, list[Finding]], who: str) -> dict[str, Any]:
    return {
        "who": who,
        "changed": [
            {
                "id": one.after.key,
                "state": one.after.state,
                "source": one.after.source,
                "before": one.before.target,
                "after": one.after.target,
                "tidied": one.tidied,
                "findings": [asdict(finding) for finding in findings[one.after.key]],
            }
            for one in report.changed
        ],
        "unchanged": report.unchanged,
        "refused": [
            {"id": one.key, "reason": one.reason, "place": one.place} for one in report.refused
        ],
    }


def _tell(
    report: Report, findings: Mapping[str, list[Finding]], who: str, names: Mapping[str, str]
) -> None:
    for one in report.changed:
        tidied = ", normalised" if one.tidied else ""
        typer.echo(f"{label_of_key(one.after.key, names)}  {one.after.state}{tidied}")
        if one.after.target != one.before.target:
            typer.echo(f"  - {one.before.target}\n  + {one.after.target}")
        for finding in findings[one.after.key]:
            typer.echo(f"  ! {finding.severity}: {finding.message}")
    states = Counter(one.after.state for one in report.changed)
    counts = "".join(f", {number} {state}" for state, number in states.items())
    left = f"; {len(report.refused)} refused" if report.refused else ""
    unchanged = f"{report.unchanged} unchanged"
    typer.echo(f"{len(report.changed)} changed as {who}{counts}; {unchanged}{left}")
    for refused in report.refused:
        named = label_of_key(refused.key, names) if refused.key else refused.place
        Reporter().notify(f"refused {named}: {refused.reason}")

"""From what a run wrote to its review, which is kept beside it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from summarize.checks import USUAL, Context
from summarize.errors import UsageError
from summarize.json_text import read_json
from summarize.records import Result
from summarize.review.store import Listener, ReviewStore, ignore

FILE_NAME: Final = "review.sqlite"
LINES: Final = "results.jsonl"
HINT: Final = (
    "Name a folder or a results.jsonl that `summarize batch` wrote, or make a result: "
    "summarize ARTICLE --format json -o result.json"
)


def open_review(
    results: Path, context: Context = USUAL, on_change: Listener = ignore
) -> ReviewStore:
    """The review of ``results``, with all that they have.

    ``results`` is the folder that a batch wrote, its ``results.jsonl``, or a result as JSON. Raises
    ``UsageError`` where it is none of them, ``ReviewError`` where the review cannot be used.
    """
    file = results / LINES if results.is_dir() else results
    if not file.is_file():
        missing = f"there is no {file}" if file != results else f"there is no file {results}"
        raise UsageError(missing, HINT)
    store = ReviewStore(review_path(file), context, on_change)
    try:
        _take_in(store, file)
    except BaseException:
        store.close()
        raise
    return store


def review_of(named: Path) -> Path:
    """The file of the review of results that need not be there any more, or ``named`` itself."""
    if named.name.endswith(FILE_NAME):
        return named
    return review_path(named / LINES if named.is_dir() else named)


def review_path(file: Path) -> Path:
    """Where the review of a file of results is: a batch has a folder, a result its own name.

    So results that lie side by side do not become one review by accident.
    """
    name = FILE_NAME if file.suffix.lower() == ".jsonl" else f"{file.stem}.{FILE_NAME}"
    return file.with_name(name)


def _take_in(store: ReviewStore, file: Path) -> None:
    """Add the results unless the file is as it was the last time."""
    state = file.stat()
    stamp = f"{file.name} {state.st_size} {state.st_mtime_ns}"
    if not store.has_read(stamp):
        store.add(read_results(file))
        store.note_read(stamp)


def twins_of(results: Path) -> dict[str, list[str]]:
    """Inputs of a batch that were not worked on, by the input that tells the same story.

    Raises ``UsageError`` where ``results`` cannot be read.
    """
    file = results / LINES if results.is_dir() else results
    found: dict[str, list[str]] = {}
    if file.suffix.lower() != ".jsonl":
        return found
    try:
        with file.open(encoding="utf-8-sig") as lines:
            for line in lines:
                if twin := _twin(line):
                    found.setdefault(twin[1], []).append(twin[0])
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}", HINT) from error
    return found


def _twin(line: str) -> tuple[str, str] | None:
    """The input of a line, and the one that tells the same story; ``None`` for other lines."""
    if '"same_as"' not in line or not line.endswith("\n"):
        return None
    data = read_json(line)
    one, same_as = (data.get("input"), data.get("same_as")) if isinstance(data, dict) else ("", "")
    return (one, same_as) if isinstance(one, str) and isinstance(same_as, str) else None


def read_results(file: Path) -> Iterator[Result]:
    """The results in a .json or .jsonl; articles of a batch without a result are left out.

    Raises ``UsageError`` for what is no result, with the line it is on.
    """
    try:
        if file.suffix.lower() == ".jsonl":
            with file.open(encoding="utf-8-sig") as lines:
                yield from _of_lines(lines, file)
        else:
            yield from _of_document(file)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}", HINT) from error


def _of_lines(lines: Iterator[str], file: Path) -> Iterator[Result]:
    """A last line without its end is still being written, or was cut off by a crash."""
    for number, line in enumerate(lines, start=1):
        if line.strip() and line.endswith("\n"):
            data = _parsed(line, f"{file}, line {number}")
            if not (isinstance(data, dict) and {"error", "same_as"} & data.keys()):
                yield _result(data, f"{file}, line {number}")


def _of_document(file: Path) -> Iterator[Result]:
    data = _parsed(file.read_text("utf-8-sig"), str(file))
    for item in data if isinstance(data, list) else [data]:
        yield _result(item, str(file))


def _parsed(text: str, place: str) -> Any:
    try:
        return read_json(text)
    except ValueError as error:
        raise UsageError(f"{place} is no JSON: {error}", HINT) from error


def _result(data: Any, place: str) -> Result:
    try:
        return Result.from_dict(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{place} is not a result of this program: {error}", HINT) from error

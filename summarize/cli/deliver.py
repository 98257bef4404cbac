"""Bring results to where they were asked for; what was computed is never lost."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from summarize.cli.report import is_styled
from summarize.errors import OutputError, UsageError
from summarize.glossary import NO_TERMS, Glossary
from summarize.output import FormatName, format_of, render
from summarize.output.label import LabelName
from summarize.records import Result


def choose_format(format_name: FormatName | None, output: Path | None) -> FormatName:
    """The format asked for by name, else by the suffix of ``output``, else text.

    Raises ``UsageError`` before anything is computed when the place cannot take it.
    """
    if output is None:
        if format_name == "docx" and sys.stdout.isatty():
            raise UsageError("a Word file cannot be shown in a terminal", "Add -o FILE.docx.")
        return format_name or "text"
    if output.is_dir():
        raise UsageError(f"{output} is a folder", "Name a file, such as -o result.md.")
    if not output.parent.is_dir():
        raise UsageError(f"there is no folder {output.parent}", "Make it, or name another file.")
    return format_name or format_of(output)


def require_breaks(format_name: FormatName) -> None:
    """Make sure, before anything is computed, that ``--zwsp`` can be obeyed.

    Raises ``UsageError``.
    """
    if format_name == "json":
        raise UsageError(
            "--zwsp does not go with JSON, which holds the Khmer as it is stored.",
            "Choose text, md, html or docx, or leave --zwsp out.",
        )
    from summarize.khmer.breaks import require_words  # an extra, seldom asked for

    require_words()


def deliver(
    results: Sequence[Result],
    format_name: FormatName,
    output: Path | None,
    *,
    zwsp: bool = False,
    glossary: Glossary = NO_TERMS,
    label: LabelName = "off",
    rest: Callable[[bytes], bytes] = lambda data: data,
) -> None:
    """Write ``results`` to ``output`` or standard output; see :func:`summarize.output.render`.

    ``rest`` tells what of them standard output does not have yet.

    Raises ``OutputError`` when the file cannot be written, after printing the results instead.
    """
    data = render(
        results,
        format_name,
        zwsp=zwsp,
        glossary=glossary,
        label=label,
        underline=is_underlined(format_name, output),
    )
    if output is None:
        print_bytes(rest(data))
        return
    try:
        write_atomically(output, data)
    except OSError as error:
        print_bytes(render(results, "text", zwsp=zwsp) if format_name == "docx" else data)
        hint = "The result is printed above. Check the rights and free space of the folder."
        raise OutputError.refused(output, error, hint) from error


def is_underlined(format_name: FormatName, output: Path | None) -> bool:
    """Whether doubtful words are underlined: only before somebody's eyes, never in a file."""
    return output is None and format_name in ("text", "txt") and is_styled(sys.stdout)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data`` as a whole or not at all. Raises ``OSError``.

    A device or pipe, which cannot be replaced, is written to directly; of a link, the file that it
    leads to is replaced.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def print_bytes(data: bytes) -> None:
    """Write bytes to standard output; a reader that went away early is no error."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        typer.echo(data.decode("utf-8"), nl=False)
        return
    try:
        sys.stdout.flush()
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        # The interpreter would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""What ``summarize glossary`` does: read, change, write and check files of terms."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from summarize.cli.deliver import write_atomically
from summarize.cli.report import Reporter
from summarize.cli.trusting import load_settings
from summarize.errors import GlossaryError, OutputError
from summarize.glossary.changes import Change, with_terms
from summarize.glossary.faults import Fault, faults, faults_of
from summarize.glossary.files import file_of_terms, read_terms
from summarize.glossary.records import Glossary, Term
from summarize.glossary.store import load_glossary, merged, own_terms, shipped_terms
from summarize.glossary.tables import Reading
from summarize.khmer.normalise import key
from summarize.locks import changing
from summarize.own_files import own_file
from summarize.records import Finding


def glossary_in_force() -> Glossary:
    """The terms of the program and one's own above them."""
    return load_glossary(load_settings().own_glossary)


def own_reading() -> Reading:
    """One's own terms, and what in their file is unfinished."""
    return own_terms(load_settings().own_glossary)


def matching(terms: Iterable[Term], query: str) -> list[Term]:
    """Terms with ``query`` in their English, in any case, or in their Khmer."""
    english, khmer = query.casefold(), key(query)
    return [
        term
        for term in terms
        if english in term.source.casefold()
        or any(khmer in key(form) for form in (term.target, *term.variants))
    ]


def take(new: Sequence[Term], path: Path | None = None) -> Change:
    """Bring ``new`` into one's own glossary, all or none, and tell what is doubtful about it.

    That is at ``path`` where it is given, else where the settings say. What the program has word
    for word is not copied, so that later releases can better it. Others who change it wait.
    Raises ``GlossaryError`` where the own file is broken, ``OutputError`` where it is not writable.
    """
    path = path or load_settings().glossary
    shipped = set(shipped_terms())
    with changing(path):
        change = with_terms(finished(path), [term for term in new if term not in shipped])
        if change.added or change.changed:
            own_file(path)
            write_terms(path, change.terms)
    for term in (*change.added, *change.changed):
        for message in faults_of(term):
            Reporter().notify(f"{term.source}: {message}")
    return change


def finished(path: Path) -> tuple[Term, ...]:
    """The terms of one's own glossary ``path`` as it is to be changed, none where it is to be made.

    Raises ``GlossaryError`` where it is broken, or a line of it is no term yet.
    """
    own = read_terms(path) if path.is_file() else Reading(())
    if own.unfinished:
        raise GlossaryError(
            f"{path}, {own.unfinished[0]}", "Finish or remove that line: writing would drop it."
        )
    return own.terms


def write_terms(path: Path, terms: Sequence[Term]) -> None:
    """Write ``terms`` as the suffix of ``path`` says. Raises ``OutputError``, ``UsageError``."""
    data = file_of_terms(terms, path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
    except OSError as error:
        raise OutputError.refused(path, error) from error


def check_terms(path: Path | None) -> tuple[int, list[Fault]]:
    """The number of terms in ``path``, or in one's own glossary and the program; their faults."""
    reading = own_reading() if path is None else read_terms(path)
    found = faults(reading.terms) + [Fault("", message) for message in reading.unfinished]
    if path is not None:
        return len(reading.terms), found
    own = {term.source for term in reading.terms}
    rest = tuple(term for term in merged(shipped_terms(), reading.terms) if term.source not in own)
    return len(reading.terms) + len(rest), found + faults(rest)


def check_result(path: Path) -> list[Finding]:
    """What the glossary has against results of the program. Raises ``UsageError``."""
    from summarize.checks import CHECKS, glossary_terms
    from summarize.cli.checking import Given, found_in

    checked = found_in(Given([path], None, None, None, None, None))
    ours = {c.id for c in CHECKS.values() if c.function.__module__ == glossary_terms.__name__}
    return [finding for item in checked for finding in item.findings if finding.check in ours]

"""The ``summarize`` command: finds the command meant, runs it, and turns errors into exit codes.

Exit codes: 0 done, 1 failed, 2 usage, 3 some items failed, 4 findings under ``--strict``,
130 interrupted, 143 terminated.
"""

import sys
import traceback
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from summarize._version import __version__
from summarize.cli import (
    article,
    backends,
    batch,
    cache,
    check,
    digest,
    doctor,
    evaluate,
    export,
    glossary,
    learn,
    mcp,
    memory,
    models,
    names,
    prompts,
    review,
    review_exchange,
    review_serve,
    serve,
    translate,
)
from summarize.cli.commands import COMMANDS
from summarize.cli.leaving import leave_interrupted, remember_command
from summarize.cli.report import show_error
from summarize.cli.streams import (
    UNWRITABLE,
    flush_output,
    give_up_output,
    require_streams,
    unwritable,
)
from summarize.cli.trusting import TRUST, trust_folder, without_trust
from summarize.errors import DefectError, OutputError, SummarizeError

INTERRUPTED, TERMINATED = 130, 143
DEFAULT_COMMAND = "article"
GROUP_OPTIONS = ("-h", "--help", "--version", "--install-completion", "--show-completion")

app = typer.Typer(
    name="summarize",
    help="Summarise English articles and draft them in Khmer, offline, with open models.",
    epilog="summarize ARTICLE... is short for summarize article ARTICLE...",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help starts twice as fast and wraps long choices whole
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("article")(article.article)
app.command("batch")(batch.batch)
app.command("translate")(translate.translate)
app.command("check")(check.check)
app.add_typer(review.app, name="review")
review.app.command("export")(review_exchange.export_segments)
review.app.command("import")(review_exchange.import_segments)
review.app.command("serve")(review_serve.serve)
app.command("export")(export.export)
app.command("digest")(digest.digest)
app.command("serve")(serve.serve)
app.command("mcp")(mcp.mcp)
app.add_typer(learn.app, name="learn")
app.add_typer(memory.app, name="memory")
app.add_typer(models.app, name="models")
app.add_typer(prompts.app, name="prompts")
app.add_typer(glossary.app, name="glossary")
app.add_typer(names.app, name="names")
app.command("backends")(backends.backends)
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(cache.app, name="cache")
app.command("doctor")(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarize {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
    trust: Annotated[
        bool,
        typer.Option(TRUST, help="Allow what ./summarize.toml wants, until it changes."),
    ] = False,
) -> None:
    """Hold the options of the program itself."""
    trust_folder(trust)


def with_command(arguments: Sequence[str]) -> list[str]:
    """``arguments`` with ``article`` put first where no command is named."""
    if not arguments:
        return ["--help"]
    named = arguments[0] in (*COMMANDS, *GROUP_OPTIONS)
    return list(arguments) if named else [DEFAULT_COMMAND, *arguments]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; always ends in ``SystemExit``."""
    given, trusted = without_trust(sys.argv[1:] if arguments is None else arguments)
    meant = with_command(given)
    remember_command(given, meant[0])
    try:
        require_streams()
        try:
            app([TRUST] * trusted + meant, prog_name="summarize")
        finally:
            flush_output()
    except SummarizeError as error:
        show_error(error)
        sys.exit(error.exit_code)
    except OSError as error:
        if error.errno not in UNWRITABLE:
            _tell_defect(error, given)
        give_up_output()
        show_error(unwritable(error))
        sys.exit(OutputError.exit_code)
    except KeyboardInterrupt:
        leave_interrupted(INTERRUPTED)
    except SystemExit as leaving:
        if leaving.code in (INTERRUPTED, TERMINATED):
            leave_interrupted(leaving.code)
        raise
    except Exception as error:  # a defect of ours must not show as a traceback
        _tell_defect(error, given)


def _tell_defect(error: Exception, given: Sequence[str]) -> NoReturn:
    if {"-v", "--verbose"} & set(given):
        traceback.print_exc()
    show_error(DefectError(error))
    sys.exit(SummarizeError.exit_code)

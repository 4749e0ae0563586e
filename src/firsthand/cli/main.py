"""`firsthand`: the commands and what they share. Heavy modules are imported inside the commands: help comes at once."""

import gc
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from firsthand import __version__
from firsthand.cli import (
    audit,
    build,
    check,
    dates,
    decide,
    explain,
    export,
    figures,
    gazetteer,
    history,
    learn,
    look,
    migrate,
    origins,
    page,
    places,
    plugins,
    quotes,
    report,
    review,
    seal,
    why,
)
from firsthand.cli import open as questions_open
from firsthand.cli.added import Commands

app = typer.Typer(
    name="firsthand",
    cls=Commands,
    help="Turn reports of armed conflict into a record in which every value points at the words that say it.",
    epilog="First steps: firsthand build REPORTS --out record.db, then firsthand incidents record.db",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


SWEEP = (100_000, 20, 50)
"""Allocations between sweeps for cycles: our values are immutable trees without any; the default costs 3 % of a run."""


def version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        print(f"firsthand {__version__}")
        raise typer.Exit


@app.callback()
def common(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=version, is_eager=True)
    ] = False,
) -> None:
    """Options of every command."""
    context.obj = debug


for command in (
    build.build, build.extract, export.export, page.page, export.schema, look.incidents, look.show, why.why, dates.dates,
    places.places, explain.explain, decide.decide, decide.decisions, review.review, audit.audit, learn.learn, origins.origins,
    history.history, quotes.quotes, report.report, figures.figures, look.verify, seal.seal, migrate.migrate,
    plugins.plugins,
):  # fmt: skip
    app.command()(command)
app.command("open")(questions_open.open_)
app.command()(check.check)

app.add_typer(gazetteer.app)


def run() -> None:
    """The program. `--debug` may stand anywhere before `--`."""
    gc.set_threshold(*SWEEP)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what its encoding has not is written as an escape, and ends nothing
            stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:]
    ours = arguments[: arguments.index("--")] if "--" in arguments else arguments
    if "--debug" in ours:
        arguments.remove("--debug")
        arguments.insert(0, "--debug")
    app(args=arguments, prog_name="firsthand")

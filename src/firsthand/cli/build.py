"""`firsthand build` and `firsthand extract`: from reports to a record, or to what each report says."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli.guard import SOME_REFUSED, guarded, print_json, say

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Files and folders with reports.", show_default=False)
]
ReadOn = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Day of reading; no report appeared later. Default: today (UTC)."),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, max=64, help="Processes that extract. Default: two where it pays.", show_default=False),
]
Lexicon = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE.csv",
        help="Your own names of actors; may be given several times.",
        show_default=False,
    ),
]
Weights = Annotated[
    Path | None,
    typer.Option(
        "--weights",
        metavar="FILE",
        help="Weights of scorers (a CSV or a folder) in place of those that ship.",
        show_default=False,
    ),
]
Places = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        metavar="FOLDER",
        help="Places that were added to this folder, in place of those that you added for all runs.",
        show_default=False,
    ),
]
Extractors = Annotated[
    list[str] | None,
    typer.Option(
        "--extractor",
        metavar="NAME",
        help="An extractor that runs only when asked for (firsthand plugins lists them); may be given several times.",
        show_default=False,
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without", metavar="NAME", help="Turn this plugin off; may be given several times.", show_default=False
    ),
]
Address = Annotated[
    str,
    typer.Option(
        "--llm-address",
        metavar="URL",
        help="Where the language model is that `--extractor llm` asks; the text of reports is sent there.",
        show_default=False,
    ),
]
Model = Annotated[
    str, typer.Option("--llm-model", metavar="NAME", help="Which language model it asks.", show_default=False)
]
SettingsFile = Annotated[
    str | None,
    typer.Option(
        "--settings",
        metavar="FILE",
        help="Your settings (none: without any). Default: firsthand.toml beside the record, or those that it keeps.",
        show_default=False,
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Only print what would change in the record: gains and losses; write nothing.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 3 when anything was refused.")]


@guarded
def build(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", "-o", help="The record: made, or added to.", show_default=False)],
    read_on: ReadOn = None,
    workers: Workers = None,
    lexicon: Lexicon = None,
    weights: Weights = None,
    gazetteer: Places = None,
    extractor: Extractors = None,
    without: Without = None,
    settings: SettingsFile = None,
    dry_run: DryRun = False,
    llm_address: Address = "",
    llm_model: Model = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a summary as JSON instead of the table.")] = False,
    strict: Strict = False,
) -> None:
    """Build a record from reports, or add reports to it.

    What is in the record already is not done again. Interrupted runs go on where they stopped.

    \b
    Examples:
      firsthand build reports --out record.db
      firsthand build monday.jsonl tuesday --out record.db --workers 4
      firsthand build reports --out record.db --lexicon my-actors.csv
      firsthand build archive --out archive.db --read-on 2024-12-31 --quiet
      firsthand build reports --out record.db --settings other.toml --dry-run
      firsthand build reports --out record.db --extractor llm --llm-address http://127.0.0.1:8080/v1 --llm-model NAME

    Exit codes: 0 done, 1 error, 2 wrong usage, 3 done and something was refused (with --strict), 130 interrupted.
    """
    from firsthand import api
    from firsthand.cli.progress import bar

    with bar(quiet=quiet or as_json) as progress:
        done = (api.preview if dry_run else api.build)(
            paths, out, read_on=read_on.date() if read_on else None, workers=workers, progress=progress,
            lexicon=lexicon or (), weights=weights, gazetteer=gazetteer, extractors=extractor or (), without=without or (),
            settings=settings,
            llm_address=llm_address, llm_model=llm_model,
        )  # fmt: skip
    summary = done.summary if isinstance(done, api.Preview) else done
    if as_json:
        print_json(done)
    elif isinstance(done, api.Preview) and not quiet:
        from firsthand.cli.gains import print_preview

        print_preview(done)
    elif not quiet:
        from firsthand.cli.overview import print_overview

        with api.open_record(out) as record:
            print_overview(record, summary)
    if strict and (summary.refused or summary.failed or summary.claims_refused or summary.plugins_failed):
        raise typer.Exit(SOME_REFUSED)


@guarded
def extract(
    paths: Paths,
    read_on: ReadOn = None,
    workers: Workers = None,
    lexicon: Lexicon = None,
    weights: Weights = None,
    gazetteer: Places = None,
    extractor: Extractors = None,
    without: Without = None,
    settings: SettingsFile = None,
    llm_address: Address = "",
    llm_model: Model = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no list of what was refused.")] = False,
    strict: Strict = False,
) -> None:
    """Print what each report says, one JSON object a line.

    Each report is read alone: nothing is concluded from the others. What is refused goes to standard error.

    \b
    Examples:
      firsthand extract reports > said.jsonl
      firsthand extract report.txt | python -m json.tool

    Exit codes: 0 done, 1 error, 2 wrong usage, 3 done and something was refused (with --strict), 130 interrupted.
    """
    import msgspec

    from firsthand import api
    from firsthand.cli.progress import bar
    from firsthand.publish.plain import plain_json

    refused: list[str] = []
    with bar(quiet=quiet or sys.stdout.isatty()) as progress:
        for said in api.extract(
            paths, read_on=read_on.date() if read_on else None, workers=workers, progress=progress,
            lexicon=lexicon or (), weights=weights, gazetteer=gazetteer, extractors=extractor or (), without=without or (),
            settings=settings,
            llm_address=llm_address, llm_model=llm_model,
            refused=lambda refusal: refused.append(f"refused {refusal.subject}: {refusal.code}: {refusal.reason}"),
        ):  # fmt: skip
            sys.stdout.buffer.write(plain_json(msgspec.json.encode(said)) + b"\n")
            sys.stdout.buffer.flush()
    if not quiet:
        for line in refused:
            say(line)
    if strict and refused:
        raise typer.Exit(SOME_REFUSED)

"""`firsthand places` and `firsthand decide`: what place names may mean, and a person's word on it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.build import Lexicon, Places
from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json, say, say_if_unfinished
from firsthand.errors import UsageError

if TYPE_CHECKING:
    from firsthand.record.named_places import NamedPlace


class What(StrEnum):
    """What is decided upon."""

    PLACE = "place"
    UNDO = "undo"


WORDS = {What.PLACE: "NAME CANDIDATE", What.UNDO: "DECISION"}
"""What follows each."""


@guarded
def places(
    record: Record,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A place name, or a part of it.", show_default=False)
    ] = None,
    ambiguous: Annotated[
        bool, typer.Option("--ambiguous", help="Only names that may well mean another place, and nobody decided.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of the table.")] = False,
) -> None:
    """List the place names of a record: what each may mean, how likely, and what was decided.

    A weight is the mean over the tellings of the name; the place that was taken stands first. `firsthand decide` logs
    your own choice.

    \b
    Examples:
      firsthand places record.db --ambiguous
      firsthand places record.db Tripoli
    """
    from firsthand import api

    with api.open_record(record) as view:
        found = view.places(name, ambiguous=ambiguous)
        if as_json:
            _print_json(found)
        else:
            _print_table(found, one=name is not None)
        say_if_unfinished(view)


@guarded
def decide(
    record: Record,
    what: Annotated[What, typer.Argument(help="What is decided: place, or undo an earlier decision.")],
    words: Annotated[
        list[str],
        typer.Argument(metavar="NAME CANDIDATE | DECISION", help="What it is about.", show_default=False),
    ],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.", show_default=False)],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="For what reason.", show_default=False)],
    report: Annotated[
        str | None,
        typer.Option("--report", metavar="REPORT", help="Only in this report. Default: in all.", show_default=False),
    ] = None,
    lexicon: Lexicon = None,
    gazetteer: Places = None,
) -> None:
    """Log a decision of yours: which place a name means. It is kept with your name, honoured by every later build, and a
    later decision on the name, or `undo`, takes it back.

    CANDIDATE is a GeoNames number, the line of a place in `firsthand places RECORD NAME`, or words that only one place
    has ("Lebanon", "Homs province"); "none" says that the name is no place. Of two decisions the later holds, and one
    on a report goes before one on all.

    \b
    Examples:
      firsthand decide record.db place Tripoli Lebanon --by "A. Reader" --why "the report is from Beirut"
      firsthand decide record.db place Tripoli 2 --report 003.txt --by "A. Reader" --why "names its port"
      firsthand decide record.db undo dec_5be2103c --by "A. Reader" --why "mistaken"
    """
    from firsthand import api

    if len(words) != len(WORDS[what].split()):
        raise UsageError(f"`decide {what}` takes {WORDS[what]}", hint="See firsthand decide --help")
    if what is What.UNDO:
        made = api.undo(record, words[0], by=by, why=why, lexicon=lexicon or (), gazetteer=gazetteer)
    else:
        made = api.decide_place(
            record, words[0], words[1], report=report, by=by, why=why, lexicon=lexicon or (), gazetteer=gazetteer
        )  # fmt: skip
    print(made.decision.id)
    if what is What.PLACE:
        say(f"{words[0]}: {_shown(made.decision.place) if made.decision.place is not None else 'no place'}")
    if made.changed is None:
        say("note: another version of the program, or other names, made this record; build again to see what changes")
    else:
        say(f"{made.changed} incident{'' if made.changed == 1 else 's'} changed")


def _shown(place: object) -> str:
    from firsthand.cli.derivation import place as shown
    from firsthand.model.place import Place

    return shown(place) if isinstance(place, Place) else ""


def _print_table(found: "Sequence[NamedPlace]", *, one: bool) -> None:
    """One line a candidate, numbered as `decide` takes them. `one`: a name was asked for, so all of it is shown."""
    from rich.table import Table
    from rich.text import Text

    from firsthand.cli.cells import NONE
    from firsthand.cli.overview import console, counted
    from firsthand.cli.words import one_line

    out = console()
    if found:
        table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
        for heading in ("Name", "Reports", "", "Weight", "May mean", "GeoNames"):
            table.add_column(heading, no_wrap=heading in ("Reports", "", "Weight"))
        for named in found:
            for i, option in enumerate(named.options if one else named.options[:4]):
                first = (one_line(named.name, 40), str(len(named.reports))) if i == 0 else ("", "")
                number = str(option.place.geonames_id or NONE)
                cells = (*first, str(i + 1), f"{option.weight / 10:.0f} %", _shown(option.place), number)
                table.add_row(*(Text(cell) for cell in cells))
            for decision in named.decisions:
                where = "in one report" if decision.report else "everywhere"
                said = f"decided {where} by {decision.by}: {decision.why} ({decision.id})"
                table.add_row("", "", "", "", Text(one_line(said, 160)), "")
        out.print(table)
        out.print()
    doubtful = sum(named.ambiguous for named in found)
    out.print(Text(f"{counted(len(found), 'name')}, {doubtful} ambiguous."))


def _print_json(found: "Sequence[NamedPlace]") -> None:
    from firsthand.publish.derivation_json import decision_json
    from firsthand.publish.parts import place_json

    listed = [
        {
            "name": named.name,
            "written": list(named.written),
            "ambiguous": named.ambiguous,
            "reports": len(named.reports),
            "candidates": [
                {
                    **place_json(one.place),
                    "within": list(one.place.within),
                    "weight": one.weight / 1000,
                    "taken": one.taken,
                }
                for one in named.options
            ],
            "decisions": [decision_json(one) for one in named.decisions],
        }
        for named in found
    ]
    print_json({"names": listed})

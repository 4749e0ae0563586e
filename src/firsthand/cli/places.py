"""`firsthand places`: what the place names of a record may mean."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json, say_if_unfinished
from firsthand.cli.opened import AsOf, opened

if TYPE_CHECKING:
    from firsthand.record.named_places import NamedPlace


@guarded
def places(
    record: Record,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A place name, or a part of it.", show_default=False)
    ] = None,
    ambiguous: Annotated[
        bool, typer.Option("--ambiguous", help="Only names that may well mean another place, and nobody decided.")
    ] = False,
    as_of: AsOf = None,
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
    with opened(record, as_of) as view:
        found = view.places(name, ambiguous=ambiguous)
        if as_json:
            _print_json(found)
        else:
            _print_table(found, one=name is not None)
        say_if_unfinished(view)


def shown(place: object) -> str:
    from firsthand.cli.derivation import place as told
    from firsthand.model.place import Place

    return told(place) if isinstance(place, Place) else ""


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
                cells = (*first, str(i + 1), f"{option.weight / 10:.0f} %", shown(option.place), number)
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

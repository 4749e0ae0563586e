"""`firsthand gazetteer`: what a place name may mean, and places of your own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.guard import guarded, print_json, say
from firsthand.cli.words import one_line

if TYPE_CHECKING:
    from firsthand.resources.gazetteer_explain import Candidate, Explained

app = typer.Typer(
    name="gazetteer",
    help="What a place name may mean, and places of your own.\n\n\b\nExamples:\n  firsthand gazetteer find Raqqa --country SY\n"
    "  firsthand gazetteer add my-places.csv",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Folder = Annotated[
    Path | None,
    typer.Option("--to", metavar="FOLDER", help="Folder of places. Default: yours, for all runs.", show_default=False),
]


@guarded
def find(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A place name, as a report writes it.", show_default=False)
    ],
    country: Annotated[
        str | None, typer.Option(metavar="CC", help="Only places in this country (ISO 3166).", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="So many candidates at most.")] = 10,
    gazetteer: Annotated[
        Path | None,
        typer.Option("--gazetteer", metavar="FOLDER", help="As for `build`: places that were added to this folder."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Explain what a name may mean: every candidate with its point, how the spelling met it, and why it stands there.

    This is the order before a text is asked. In a text its country, the places named beside it, and words like
    "village" or "province" decide between the candidates.

    \b
    Examples:
      firsthand gazetteer find "Deir ez-Zor"
      firsthand gazetteer find Raqqa --country SY

    Exit codes: 0 found, 1 nothing has this name.
    """
    from firsthand.resources.gazetteer import Gazetteer
    from firsthand.resources.gazetteer_explain import explain
    from firsthand.resources.supplied import compiled

    told = explain(Gazetteer.open(added=compiled(gazetteer)), name, country=country.upper() if country else None)
    if as_json:
        _print_json(told, limit)
    else:
        _print_table(name, told, limit)
    if not told.candidates:
        raise typer.Exit(1)


@guarded
def add(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="CSV tables, or GeoNames country dumps (XX.txt).", show_default=False),
    ] = None,
    to: Folder = None,
) -> None:
    """Add places of your own: a CSV table, or a GeoNames country dump.

    They are used by every run of yours from then on, or, with --to, by runs that are given that folder with --gazetteer.
    A file with the name of an earlier one takes its place. Without a file, what is there is compiled anew.

    \b
    Examples:
      firsthand gazetteer add my-places.csv
      firsthand gazetteer add SY.txt IQ.txt
      firsthand gazetteer add my-places.csv --to places && firsthand build reports --out r.db --gazetteer places
    """
    from firsthand.resources import gazetteer_added
    from firsthand.resources.supplied import user_folder

    folder = to or user_folder()
    for told in gazetteer_added.add(files or (), folder):
        left = f"; {told.left_out} of other kinds left out" if told.left_out else ""
        known = f"; {told.known} that the program has already" if told.known else ""
        say(f"{told.name}: {_number(told.places)}{left}{known}")
    say(f"kept in {folder}")


@guarded
def tables(to: Folder = None) -> None:
    """List the tables that you added.

    \b
    Examples:
      firsthand gazetteer list
    """
    from firsthand.resources import gazetteer_added
    from firsthand.resources.supplied import user_folder

    folder = to or user_folder()
    there = gazetteer_added.tables(folder)
    for path in there:
        print(f"{one_line(path.stem)}: {_number(gazetteer_added.count(path))}")
    say(f"in {folder}" if there else f"nothing was added to {folder}")


@guarded
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A table, as `list` names it.", show_default=False)],
    to: Folder = None,
) -> None:
    """Take out a table that you added.

    \b
    Examples:
      firsthand gazetteer remove my-places
    """
    from firsthand.resources import gazetteer_added
    from firsthand.resources.supplied import user_folder

    folder = to or user_folder()
    gazetteer_added.remove(name, folder)
    say(f"{name} was taken out of {folder}")


for command, called in ((find, "find"), (add, "add"), (tables, "list"), (remove, "remove")):
    app.command(called)(command)


def _number(places: int) -> str:
    return "1 place" if places == 1 else f"{places} places"


def _print_json(told: "Explained", limit: int) -> None:
    """The candidates as JSON."""
    import msgspec

    listed = [
        {
            **msgspec.to_builtins(c.place),
            "kind": c.found.kind,
            "fit": c.fit,
            "key": c.key,
            "weight": round(c.weight, 2),
            "bonus": c.bonus,
            "penalty": c.penalty,
            "score": round(c.score, 2),
            "added": c.added,
        }
        for c in told.candidates[:limit]
    ]
    out = {"plain": told.plain, "keys": told.keys, "candidates": listed, "of": len(told.candidates), "all": told.all}
    print_json(out)


def _print_table(name: str, told: "Explained", limit: int) -> None:
    """The candidates as a table, with what the columns mean."""
    from rich.table import Table
    from rich.text import Text

    from firsthand.cli.overview import console

    out = console()
    many = "1 candidate" if len(told.candidates) == 1 else f"{len(told.candidates)} candidates"
    out.print(Text(f"{one_line(name, 80)}: {many}", style="bold"))
    if not told.candidates:
        elsewhere = f" there; {told.all} elsewhere" if told.all else ""
        out.print(Text(f"No place of this name{elsewhere}. You can add it: firsthand gazetteer add FILE"))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Score", "Place", "Kind", "Point", "Radius", "Precision", "Spelling", "Why"):
        table.add_column(heading, no_wrap=heading in ("Score", "Point", "Radius"))
    for c in told.candidates[:limit]:
        table.add_row(*(Text(cell) for cell in _cells(c)))
    out.print(table)
    if len(told.candidates) > limit:
        out.print(Text(f"… and {len(told.candidates) - limit} more (--limit)"))
    folded = one_line(", ".join(told.keys), 120)
    out.print(Text(f"Spellings meet under the key in brackets; this name was looked up under {folded or 'none'}."))
    out.print(
        Text(
            "Score: log10 of the people (or our estimate of how well known it is), more for countries and capitals, less\n"
            "for provinces and districts, less where the spelling fits worse. The text of a report then decides."
        )
    )


def _cells(c: "Candidate") -> tuple[str, ...]:
    """A row of the table."""

    place = c.place
    holders = ", ".join(place.within)
    where = f"{place.name} ({holders})" if holders else place.name
    own = ", yours" if c.added else f", GeoNames {place.geonames_id}" if place.geonames_id else ""
    why = f"weight {c.weight:.1f}" + (f" {c.bonus:+.1f} {c.found.kind}" if c.bonus else "")
    return (
        f"{c.score:.1f}",
        one_line(where + own, 90),
        c.found.kind,
        "none" if place.lat is None or place.lon is None else f"{place.lat:.2f}, {place.lon:.2f}",
        f"{place.radius_km:g} km",
        place.precision,
        f"{c.fit} ({c.key})",
        why + (f" -{c.penalty:.1f} spelling" if c.penalty else ""),
    )

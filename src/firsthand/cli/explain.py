"""`firsthand explain`: why two incidents, or two tellings, are one or are not."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.export import Record, is_record, written
from firsthand.cli.guard import guarded, print_json, say_if_unfinished
from firsthand.cli.opened import AsOf, opened
from firsthand.errors import CannotWrite

if TYPE_CHECKING:
    from firsthand.model.explained import Explained
    from firsthand.model.match import Feature

Side = Annotated[
    str,
    typer.Argument(
        help="An incident, INCIDENT:REPORT for what one report tells of it, or a mention.", show_default=False
    ),
]


@guarded
def explain(
    record: Record,
    a: Side,
    b: Side,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="FILE", help="Draw the bits as a waterfall.", show_default=False)
    ] = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Explain why two incidents, or two reports' tellings, are thought one or are not: each feature with both values, what it
    weighs in bits, the sum, and what decided.

    A bit is a doubling of the odds. What is shown is the pair of tellings that fits best. `firsthand decide` corrects it.

    \b
    Examples:
      firsthand explain record.db 3fa2c901 77b0de12
      firsthand explain record.db 3fa2c901:003.txt 3fa2c901
      firsthand explain record.db 3fa2c901 77b0de12 --svg why.svg
    """
    from firsthand import api

    if svg is not None and is_record(svg):
        raise CannotWrite(
            f"{svg} is a record, and a picture would overwrite it", hint="Choose another file for the picture."
        )
    with opened(record, as_of) as view:
        found = api.explain(view, a, b)
        if svg is not None:
            from firsthand.publish.waterfall_svg import waterfall_svg

            written(svg, waterfall_svg(found).encode())
        if as_json:
            from firsthand.publish.match_json import explained_json

            print_json(explained_json(found))
        else:
            print_explained(found)
        say_if_unfinished(view)


def print_explained(found: "Explained") -> None:
    """Both tellings, a row a feature, the sum, and the decision in sentences."""
    from rich.table import Table
    from rich.text import Text

    from firsthand.cli.overview import console, id_
    from firsthand.cli.words import one_line
    from firsthand.record.weighed import bits

    out = console()
    for mark, side in (("A", found.left), ("B", found.right)):
        out.print(
            Text(f"{mark}  {one_line(side.title)}  ({id_(side.incident)}, {one_line(side.report)})", style="bold")
        )
        out.print(Text(f"   “{one_line(side.words, 240)}”"))
    out.print()
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Feature", no_wrap=True)
    table.add_column("A", ratio=3)
    table.add_column("B", ratio=3)
    table.add_column("Bits", justify="right", no_wrap=True)
    table.add_column("Why", ratio=4)
    best = found.weighing.best
    rows = [("prior", "", "", bits(best.prior), "the odds before anything else is seen")]
    rows += [_row(feature, bits(feature.millibits)) for feature in best.features]
    rows.append(("sum", "", "", bits(best.millibits), ""))
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    out.print(table)
    out.print()
    for sentence in found.why:
        out.print(Text(one_line(sentence)))


def _row(feature: "Feature", shown: str) -> tuple[str, str, str, str, str]:
    from firsthand.cli.words import one_line

    return feature.name, one_line(feature.left, 60), one_line(feature.right, 60), shown, one_line(feature.why)

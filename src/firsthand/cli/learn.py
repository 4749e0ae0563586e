"""`firsthand learn`: weights of linking from what a person decided, and what they would change, before they are used."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.export import Record, is_record, written
from firsthand.cli.guard import guarded, print_json, say, say_if_unfinished
from firsthand.errors import CannotWrite

if TYPE_CHECKING:
    from firsthand.api import Learnt


@guarded
def learn(
    record: Record,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write the weights to this file (TOML).", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Learn from your decisions (same, different, split) what agreement of two tellings weighs in a record, held to the weights
    that ship; and show which incidents these weights would join and part. The record stays as it is.

    To use them, log it: firsthand decide RECORD weights FILE; undo takes it back. "As you decided" counts each decision with
    weights that the others taught: where it does not rise, the weights are not worth using.

    \b
    Examples:
      firsthand learn record.db
      firsthand learn record.db --out weights.toml
      firsthand decide record.db weights weights.toml --by "A. Reader" --why "learnt from 40 decisions"
    """
    from firsthand import api

    if out is not None and is_record(out):
        raise CannotWrite(f"{out} is a record, and weights would overwrite it", hint="Choose another file for them.")
    with api.open_record(record) as view:
        found = api.learn(view)
        if out is not None:
            from firsthand.resources.link_weights import written_weights

            about = [
                "Weights of linking, in 1/1000 bit, learnt by `firsthand learn` from decisions on a record:",
                _taught(found),
            ]
            written(out, written_weights(found.weights, about).encode())
        if as_json:
            import msgspec

            print_json({"id": found.weights.id, **msgspec.to_builtins(found)})
        else:
            _print(found)
        say_if_unfinished(view)
    if out is not None:
        say(f"wrote {out}; to use them: firsthand decide {record} weights {out} --by NAME --why TEXT")


def _taught(found: "Learnt") -> str:
    return (
        f"{found.same} pairs of one incident, {found.different} of two; as decided: {found.before} with the weights that ship,"
        f" {found.after} with those learnt from the other decisions"
    )


def _print(found: "Learnt") -> None:
    from firsthand.cli.words import one_line

    every = found.same + found.different
    print(f"Decided: {found.same} pairs of one incident, {found.different} of two.")
    print(
        f"As you decided: {found.before} of {every} with the weights that ship, {found.after} with those learnt from the others."
    )
    print(f"Weights that move: {len(found.shifts) or 'none'}")
    for one in sorted(found.shifts, key=lambda shift: (-abs(shift.learnt - shift.shipped), shift.name, shift.at or 0)):
        name = one.name if one.at is None else f"{one.name} at {one.at}"
        print(f"  {name:24} {one.shipped / 1000:+6.2f} -> {one.learnt / 1000:+6.2f} bits")
    print(f"Incidents that would be one: {len(found.joined) or 'none'}")
    for titles in found.joined:
        print("  " + "  +  ".join(one_line(title) for title in titles))
    print(f"Incidents that would be parted: {len(found.parted) or 'none'}")
    for parted in found.parted:
        print(
            f"  {one_line(parted.incident)}: " + "  |  ".join(", ".join(map(one_line, part)) for part in parted.parts)
        )

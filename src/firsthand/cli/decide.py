"""`firsthand decide` and `firsthand decisions`: a person's word, logged, honoured and taken back."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from firsthand.cli.build import Lexicon, Places
from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json, say
from firsthand.cli.opened import AsOf, opened
from firsthand.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.api import Decided
    from firsthand.model.match import Decision


class What(StrEnum):
    """What is decided."""

    SAME = "same"
    DIFFERENT = "different"
    SPLIT = "split"
    PLACE = "place"
    WEIGHTS = "weights"
    UNDO = "undo"


WORDS = {
    What.SAME: ("A B ...", 2, None), What.DIFFERENT: ("A B", 2, 2), What.SPLIT: ("INCIDENT REPORT ...", 2, None),
    What.PLACE: ("NAME CANDIDATE", 2, 2), What.WEIGHTS: ("FILE", 1, 1), What.UNDO: ("DECISION", 1, 1),
}  # fmt: skip
"""What follows each, how many words at least, and at most."""


@guarded
def decide(
    record: Record,
    what: Annotated[What, typer.Argument(help="What is decided.")],
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="What it is about, see below.", show_default=False)
    ],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.", show_default=False)],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="For what reason.", show_default=False)],
    report: Annotated[
        str | None,
        typer.Option(
            "--report", metavar="REPORT", help="place: only in this report. Default: in all.", show_default=False
        ),
    ] = None,
    lexicon: Lexicon = None,
    gazetteer: Places = None,
) -> None:
    """Log a decision of yours. It is kept with your name, goes before every weight, and is honoured by every later build until
    `undo` takes it back. One that contradicts another is refused, and both are shown.

    \b
    same A B ...               they are one incident
    different A B              they are two
    split INCIDENT REPORT ...  what these reports tell is not this incident
    place NAME CANDIDATE       what a place name means
    weights FILE               what tellings are compared with, see firsthand learn
    undo DECISION              take a decision back (`firsthand decisions` lists them)

    A and B are incidents (the first characters of an id are enough), INCIDENT:REPORT for what one report tells of it, or ids of
    mentions. CANDIDATE is a GeoNames number, the line of a place in `firsthand places RECORD NAME`, or words that only one
    place has ("Lebanon", "Homs province"); "none" says that the name is no place. Of two decisions on a name the later
    holds, and one on a report goes before one on all.

    \b
    Examples:
      firsthand decide record.db same 3fa2c901 77b0de12 --by "A. Reader" --why "one market, one hour"
      firsthand decide record.db split 3fa2c901 007.txt --by "A. Reader" --why "tells of the strike a week later"
      firsthand decide record.db place Tripoli Lebanon --by "A. Reader" --why "the report is from Beirut"
      firsthand decide record.db undo dec_5be2103c --by "A. Reader" --why "mistaken"
    """
    from firsthand import api

    shape, least, most = WORDS[what]
    if len(words) < least or (most is not None and len(words) > most):
        raise UsageError(f"`decide {what}` takes {shape}", hint="See firsthand decide --help")
    if report is not None and what is not What.PLACE:
        raise UsageError("--report goes with `place` only", hint="Write INCIDENT:REPORT for what one report tells.")
    if what is What.UNDO:
        made = api.undo(record, words[0], by=by, why=why, lexicon=lexicon or (), gazetteer=gazetteer)
    elif what is What.WEIGHTS:
        made = api.decide_weights(record, words[0], by=by, why=why, lexicon=lexicon or (), gazetteer=gazetteer)
    elif what is What.PLACE:
        made = api.decide_place(
            record, words[0], words[1], report=report, by=by, why=why, lexicon=lexicon or (), gazetteer=gazetteer
        )  # fmt: skip
    else:
        ruling: Literal["same", "different", "split"] = what.value  # type: ignore[assignment]
        made = api.judge(record, ruling, words, by=by, why=why, lexicon=lexicon or (), gazetteer=gazetteer)
    _tell(made, what, words)


def _tell(made: "Decided", what: What, words: "Sequence[str]") -> None:
    """The id of the decision, and what it changed."""
    print(made.decision.id)
    if what is What.PLACE:
        from firsthand.cli.places import shown

        say(f"{words[0]}: {shown(made.decision.place) if made.decision.place is not None else 'no place'}")
    say(told(made.changed))


def told(changed: int | None) -> str:
    """How many incidents decisions changed, as far as it is known."""
    if changed is None:
        return "note: another version of the program, or other names, made this record; build again to see what changes"
    return f"{changed} incident{'' if changed == 1 else 's'} changed"


@guarded
def decisions(
    record: Record,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of the list.")] = False,
) -> None:
    """List what people decided, in the order of the log: what, who, when, why, and what was taken back.

    \b
    Examples:
      firsthand decisions record.db
      firsthand decisions record.db --json
    """
    from firsthand.model.match import standing
    from firsthand.record.decided import about

    with opened(record, as_of) as view:
        logged = view.decisions
        titles = {one.id: about(one, view.folded) for one in logged}
    held = {one.id for one in standing(logged)}
    if as_json:
        from firsthand.publish.derivation_json import decision_json

        print_json([{**decision_json(one), "about": titles[one.id], "holds": one.id in held} for one in logged])
        return
    if not logged:
        print("No decision.")
    for one in logged:
        _print(one, titles[one.id], holds=one.id in held or one.kind == "undo")


def _print(one: "Decision", about: str, *, holds: bool) -> None:
    from firsthand.cli.words import one_line

    taken = "" if holds else "  (taken back)"
    print(f"{one.id}  {one.at:%Y-%m-%d %H:%M}  {one_line(one.by)}{taken}")
    print(f"    {one.kind}{f' ({one.fault})' if one.fault else ''}: {one_line(about)}")
    print(f"    {one_line(one.why)}")

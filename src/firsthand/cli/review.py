"""`firsthand review`: a person answers what linking is least sure of."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.asking import line
from firsthand.cli.build import Lexicon, Places
from firsthand.cli.decide import told
from firsthand.cli.explain import print_explained
from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json, say, say_if_unfinished
from firsthand.errors import FirsthandError, UsageError

if TYPE_CHECKING:
    from firsthand.api import Review
    from firsthand.link.doubts import Doubt

KEYS = "[s]ame  [d]ifferent  [l]eave open  [u]ndo  [q]uit"
WORDS = {"s": "same", "same": "same", "d": "different", "different": "different"}


@guarded
def review(
    record: Record,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="NAME", help="Who answers; needed unless --list or --json.", show_default=False),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", help="Stop after so many questions (0: all).", min=0)
    ] = 0,
    listed: Annotated[bool, typer.Option("--list", help="Only list the questions, a line each.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Only print the questions, as JSON.")] = False,
    lexicon: Lexicon = None,
    gazetteer: Places = None,
) -> None:
    """Go through what linking is least sure of: incidents that nearly are one, and tellings that hardly belong to theirs. Both
    are shown side by side with what speaks for and against; you say same or different, and why.

    Each answer is logged at once with your name, as `firsthand decide` logs it, and counts for the questions that follow; u takes
    the last one back. The record is concluded anew when you quit. After Ctrl-C your answers are kept; build again to conclude.

    \b
    Examples:
      firsthand review record.db --by "A. Reader"
      firsthand review record.db --list --limit 20
      firsthand review record.db --json > doubts.json
    """
    from firsthand import api

    if listed or as_json:
        _print(record, limit, as_json=as_json)
        return
    if by is None:
        raise UsageError("a review needs a name", hint='Give yours: --by "A. Reader"; or look only: --list')
    with api.review(record, by=by, lexicon=lexicon or (), gazetteer=gazetteer) as session:
        asked = _ask(session, limit)
        if not asked:
            print("Nothing is in doubt.")
        elif session.changed:
            say("concluding from your answers ...")
            changed, many = session.conclude(), session.answered
            say(f"{many} answer{'' if many == 1 else 's'}; {told(changed)}")


def _print(record: "Record", limit: int, *, as_json: bool) -> None:
    """The questions, without asking them."""
    from itertools import islice

    from firsthand import api
    from firsthand.cli.words import one_line
    from firsthand.publish.match_json import explained_json
    from firsthand.record.weighed import bits

    with api.open_record(record) as view:
        found = list(islice(api.doubts(view), limit or None))
        if as_json:
            print_json([explained_json(one) for one in found])
        for one in () if as_json else found:
            state = "one incident" if one.together else "two incidents"
            print(f"{bits(one.weighing.mean - one.weighing.needed)} bits from turning, {state} so far")
            for side in (one.left, one.right):
                print(f"    {side.name}  {one_line(side.title)} ({one_line(side.report)})")
        if not found and not as_json:
            print("Nothing is in doubt.")
        say_if_unfinished(view)


def _ask(session: "Review", limit: int) -> int:
    """Ask until the questions, or the person's patience, end. How many were asked."""
    asked = 0
    for doubt, shown in session.questions():
        if limit and asked == limit:
            break
        asked += 1
        print(f"\nQuestion {asked}: {'one incident so far' if shown.together else 'two incidents so far'}\n")
        print_explained(shown)
        if not _answered(session, doubt):
            return asked
    while session.answered and line("\nThat was all.  [u]ndo  [q]uit > ").casefold() in ("u", "undo"):
        _taken_back(session)
    return asked


def _answered(session: "Review", doubt: "Doubt") -> bool:
    """Take an answer to one question. False where the person quits."""
    while True:
        word = line(f"\n{KEYS} > ").casefold()
        if word in ("q", "quit"):
            return False
        if word in ("l", "leave", ""):
            return True
        if word in ("u", "undo"):
            _taken_back(session)
        elif word in WORDS and _logged(session, doubt, WORDS[word]):
            return True
        elif word not in WORDS:
            say(f"{word!r} is no answer: type s, d, l, u or q")


def _taken_back(session: "Review") -> None:
    undone = session.undo(now=datetime.now(UTC))
    say(
        f"taken back: {undone.answers}; the next review asks again"
        if undone
        else "there is no answer of this review left to take back"
    )


def _logged(session: "Review", doubt: "Doubt", answer: str) -> bool:
    """Log an answer with its reason. False where it could not be."""
    why = line("why > ")
    try:
        made = session.answer(doubt, answer, why=why, now=datetime.now(UTC))  # type: ignore[arg-type]
    except FirsthandError as e:
        say(f"not logged: {e}")
        say(f"hint: {e.hint}")
        return False
    say(f"logged: {made.id}")
    return True

"""`firsthand audit`: a person marks sampled claims of their record right or wrong, and sees how often it is right."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli import asking
from firsthand.cli.export import Record
from firsthand.cli.guard import UNFINISHED, guarded, print_json, say
from firsthand.errors import UsageError

if TYPE_CHECKING:
    from firsthand.api import Audit
    from firsthand.engine.audit import Audited, Question
    from firsthand.model.audit import Fault, Verdict

KEYS = "[r]ight  [w]rong  [n]ot sure  [s]kip  [m]ore  [u]ndo  [q]uit"
WORDS = {
    letter: word
    for word in ("right", "wrong", "not sure", "skip", "more", "undo", "quit")
    for letter in (word[0], word)
}
VERDICT: "dict[str, Verdict]" = {"right": "right", "wrong": "wrong", "not sure": "unsure"}
ASKED = "what is wrong?  [v]alue  quoted [w]ords  [n]ot said  other [e]vent  [s]peaker  [Enter] leave open"
FAULTS: "dict[str, Fault]" = {"v": "value", "w": "words", "n": "not said", "e": "event", "s": "voice"}
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who marks; with --results: whose marks.", show_default=False),
]
Sample = Annotated[
    int | None,
    typer.Option(
        "--sample",
        metavar="N",
        help="Claims to go through, 50 at first; a larger number adds to them.",
        min=1,
        show_default=False,
    ),
]
SameAs = Annotated[
    str | None,
    typer.Option("--same-as", metavar="NAME", help="Go through the claims that NAME drew.", show_default=False),
]


@guarded
def audit(
    record: Record,
    by: By = None,
    sample: Sample = None,
    field: Annotated[
        str | None, typer.Option("--field", help="Only claims of this field: killed, place, ..", show_default=False)
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Only claims of incidents of this kind.", show_default=False)
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", help="Draw another sample.", show_default=False)
    ] = None,
    same_as: SameAs = None,
    results: Annotated[bool, typer.Option("--results", help="Only show what the marks come to.")] = False,
    agreement: Annotated[bool, typer.Option("--agreement", help="Only show how far people agree.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Results also by the rule that made each claim.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print results or agreement as JSON.")] = False,
) -> None:
    """Measure how often a record is right: claims are drawn at random, one after the other is shown with its words, and you say
    whether it is right, wrong, or you are not sure. At the end: precision with its interval of 95 %, by field and by kind.

    A claim is right where the words say this value, of this event, in this voice. Each mark is logged at once with your name;
    u takes the last one back, s leaves a claim for later, m shows more of the report. q or Ctrl-C lose nothing: the same
    command goes on from there. Marks change nothing that the record says. Nobody sees what others marked until the results.

    \b
    Examples:
      firsthand audit record.db --by "A. Reader" --sample 50
      firsthand audit record.db --by "B. Reader" --same-as "A. Reader"
      firsthand audit record.db --by "A. Reader" --field killed
      firsthand audit record.db --results
      firsthand audit record.db --agreement --json
    """
    from firsthand import api

    if results or agreement:
        _tell(record, by, agreement=agreement and not results, rules=rules, as_json=as_json)
        return
    if as_json:
        raise UsageError("--json prints what was marked", hint="Write --results --json, or --agreement --json.")
    if by is None:
        raise UsageError("an audit needs a name", hint='Give yours: --by "A. Reader"; or look only: --results')
    with api.audit(record, by=by, sample=sample, field=field, kind=kind, seed=seed, same_as=same_as) as session:
        if not session.complete:
            say(UNFINISHED)
        _ask(session)
        found = session.results()
    from firsthand.cli.audit_results import print_results

    print_results(found, rules=rules)


def _tell(record: "Record", by: str | None, *, agreement: bool, rules: bool, as_json: bool) -> None:
    """What was marked comes to, without asking anything."""
    from firsthand import api

    with api.open_record(record) as view:
        found = api.audit_results(view, by=by)
        names = {key: entry.name for key, entry in view.reports.items()}
    if as_json:
        from firsthand.publish.audit_json import agreement_json, results_json

        both = [agreement_json(one, names) for one in found.agreements]
        print_json(both if agreement else {"results": [results_json(one) for one in found.results], "agreement": both})
        return
    _print(found, names, agreement=agreement, rules=rules)


def _print(found: "Audited", names: dict[str, str], *, agreement: bool, rules: bool) -> None:
    from firsthand.cli.audit_results import print_agreement, print_results

    for number, one in enumerate(() if agreement else found.results):
        print("\n" if number else "", end="")
        print_results(one, rules=rules)
    for both in found.agreements:
        print("" if agreement and both is found.agreements[0] else "\n", end="")
        print_agreement(both, names)
    if agreement and not found.agreements:
        print("No claim was marked by two people. A second person goes through the same claims with --same-as NAME.")
    elif not found.results:
        print('Nothing was audited yet: firsthand audit RECORD --by "A. Reader"')


def _ask(session: "Audit") -> None:
    """Ask until the claims, or the person's patience, end."""
    while True:
        question = session.next()
        if question is None:
            if not _at_the_end(session):
                return
        elif not _answered(session, question):
            return


def _at_the_end(session: "Audit") -> bool:
    """All are marked or left: the last mark can still be taken back. True where it was."""
    left = session.size - session.marked
    print(
        f"\n{session.marked} of {session.size} claims are marked" + (f", {left} are left for later." if left else ".")
    )
    if not session.marked or asking.key("[u]ndo  [q]uit > ", {"u": "undo", "": "quit"}) != "undo":
        return False
    _taken_back(session)
    return True


def _answered(session: "Audit", question: "Question") -> bool:
    """Show a claim and take an answer. False where the person quits."""
    from firsthand.cli.audit_card import print_card

    head = f"Claim {session.marked + 1} of {session.size}"
    wider = 0
    print_card(question, head, clear=asking.keyed())
    while True:
        word = asking.key(f"\n{KEYS} > ", WORDS)
        if word in ("quit", "q"):
            return False
        if word == "more":
            wider += 1
            print_card(question, head, wider=wider, clear=asking.keyed())
        elif word in ("skip", "undo"):
            _taken_back(session) if word == "undo" else session.leave(question.judged.claim)
            return True
        elif word in VERDICT:
            _marked(session, question, word)
            return True
        else:
            say(f"{word!r} is no answer: type r, w, n, s, m, u or q")


def _marked(session: "Audit", question: "Question", word: str) -> None:
    """Log a mark; of a wrong claim also what is wrong, if the person says so. Ctrl-C there leaves that open."""
    verdict, fault = VERDICT[word], None
    try:
        if verdict == "wrong":
            answer = ""
            while answer not in (*FAULTS, "-", "q"):
                answer = asking.key(f"{ASKED} > ", {"": "-"})[:1].casefold()
            fault = FAULTS.get(answer)
    finally:
        made = session.mark(question.judged.claim, verdict, fault=fault, now=datetime.now(UTC))
        say(f"logged: {made.id}  {made.kind}{f' ({made.fault})' if made.fault else ''}")


def _taken_back(session: "Audit") -> None:
    undone = session.undo(now=datetime.now(UTC))
    say(f"taken back: {undone.answers}" if undone else "there is no mark in this sample to take back")

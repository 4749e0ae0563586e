"""One run of the program that faults happen to: `python -m tools.faults.driver SCENARIO FOLDER`.

Prints the head of the log after each commit, so that who started it knows what was committed; ends with 0, or with 3 after it
printed the code of an error of ours.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from firsthand import api
from firsthand.cli.export import written
from firsthand.engine import judge, local
from firsthand.engine.program import program_name
from firsthand.errors import FirsthandError
from firsthand.store.sqlite import Store
from tests import factories

NOW = datetime(2025, 1, 2, tzinfo=UTC)
SCENARIOS = ("build", "add", "workers", "decide", "migrate", "export")
"""A record made; more reports added to one; the same by two processes; a decision; a record of format 1; an export."""


def carried_out(scenario: str, folder: Path) -> None:
    """What the scenario does in a folder that `records.prepared` made."""
    record, reports = folder / "r.db", folder / "reports"
    if scenario in ("build", "add", "workers"):
        local.build(
            [reports], record, read_on=factories.READ_ON, now=NOW, workers=2 if scenario == "workers" else 1,
            extractor=factories.SLOW if scenario == "workers" else factories.IDIOM,
        )  # fmt: skip
    elif scenario == "decide":
        with api.open_record(record) as view:
            one, other = sorted(incident.id for incident in view.folded.incidents)[:2]
            logged = [decision.kind for decision in view.decisions]
        if not logged:
            judge.judge(record, "same", [one, other], by="Invented Person", why="a reason", now=NOW)
        else:
            local.build([reports], record, read_on=factories.READ_ON, now=NOW, extractor=factories.IDIOM, workers=1)
    elif scenario == "migrate":
        Store.create(record, program=program_name()).close()
    else:
        written(folder / "out.json", api.export(record))


@contextmanager
def telling() -> Iterator[None]:
    """Print the head of the log after each commit."""
    whole = Store.transaction

    @contextmanager
    def told(self: Store) -> Iterator[None]:
        with whole(self):
            yield
        print("committed", *self.head, flush=True)

    Store.transaction = told  # type: ignore[method-assign]
    try:
        yield
    finally:
        Store.transaction = whole  # type: ignore[method-assign]


def main(scenario: str, folder: str) -> int:
    """Carry it out and tell what was committed."""
    try:
        with telling():
            carried_out(scenario, Path(folder))
    except FirsthandError as e:
        print("error", e.code, flush=True)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

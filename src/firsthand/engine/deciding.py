"""The verbs by which a person decides, as the Python interface has them: each is logged, and the record concluded anew."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from firsthand.engine import decide, retrain
from firsthand.engine import judge as judging
from firsthand.engine.asked import AnyPath, as_supplied
from firsthand.engine.audit import Audit
from firsthand.engine.decide import Decided
from firsthand.engine.review import Review


def decide_place(
    record: AnyPath,
    name: str,
    candidate: str,
    *,
    by: str,
    why: str,
    report: str | None = None,
    lexicon: Sequence[AnyPath] = (),
    gazetteer: AnyPath | None = None,
) -> Decided:
    """Log which place a name means, and conclude anew: it holds in every later build, until another decision.

    `candidate`: a GeoNames number, the line of `RecordView.places`, words that only one of the places has, or "none".
    `report`: a report's name; None for all. `lexicon`, `gazetteer`: as for `build`.
    Errors: UsageError for what is not there, NoSuchPath, RecordBusy, NotARecord, NewerRecord, BadTable.
    """
    return decide.decide_place(
        Path(record), name, candidate, report=report, by=by, why=why, now=datetime.now(UTC),
        supplied=as_supplied(lexicon, None, gazetteer),
    )  # fmt: skip


def judge(
    record: AnyPath,
    kind: Literal["same", "different", "split"],
    names: Sequence[str],
    *,
    by: str,
    why: str,
    lexicon: Sequence[AnyPath] = (),
    gazetteer: AnyPath | None = None,
) -> Decided:
    """Log that tellings are one incident ("same"), are two ("different"), or that reports do not tell an incident ("split").

    `names`: incidents, INCIDENT:REPORT for one report's telling, or mentions; for "split" an incident and then reports. It holds
    in every later build, until it is taken back. Errors: UsageError and UnknownIncident for what is not there, Contradiction for
    what goes against a decision that stands, NoSuchPath, RecordBusy, NotARecord, NewerRecord, BadTable.
    """
    return judging.judge(
        Path(record), kind, names, by=by, why=why, now=datetime.now(UTC), supplied=as_supplied(lexicon, None, gazetteer)
    )


def decide_weights(
    record: AnyPath,
    weights: AnyPath,
    *,
    by: str,
    why: str,
    lexicon: Sequence[AnyPath] = (),
    gazetteer: AnyPath | None = None,
) -> Decided:
    """Log that tellings are weighed with the weights of a file (`firsthand learn RECORD --out FILE`) from now on; `undo` takes it
    back. The record keeps the values, not the file.

    Errors: BadWeights, NoSuchPath, RecordBusy, NotARecord, NewerRecord, BadTable.
    """
    return retrain.use_weights(
        Path(record),
        Path(weights),
        by=by,
        why=why,
        now=datetime.now(UTC),
        supplied=as_supplied(lexicon, None, gazetteer),
    )


def review(record: AnyPath, *, by: str, lexicon: Sequence[AnyPath] = (), gazetteer: AnyPath | None = None) -> Review:
    """Go through the doubts of a record as its only writer: `questions`, `answer`, `undo`, and `conclude` at the end.

    An answer is logged at once. Errors: UsageError, NoSuchPath, RecordBusy, NotARecord, NewerRecord, BadTable.
    """
    return Review(Path(record), by=by, now=datetime.now(UTC), supplied=as_supplied(lexicon, None, gazetteer))


def audit(
    record: AnyPath,
    *,
    by: str,
    sample: int | None = None,
    field: str | None = None,
    kind: str | None = None,
    seed: int | None = None,
    same_as: str | None = None,
) -> Audit:
    """Go through a random sample of a record's claims as its only writer: `next`, `mark`, `undo`, `leave`; `results` at the end.

    A mark is logged at once, and changes nothing that the record says. `sample`: how many claims in all, 50 at first; more of
    them hold all that fewer held. `field`, `kind`: only claims of these. `seed`: another number draws another sample. `same_as`:
    whose sample is gone through. Errors: UsageError, NoSuchPath, RecordBusy, NotARecord, NewerRecord.
    """
    return Audit(
        Path(record), by=by, sample=sample, field=field, kind=kind, seed=seed, same_as=same_as, now=datetime.now(UTC)
    )


def undo(
    record: AnyPath,
    decision: str,
    *,
    by: str,
    why: str,
    lexicon: Sequence[AnyPath] = (),
    gazetteer: AnyPath | None = None,
) -> Decided:
    """Take a decision back, by its id or the first characters of it; this too is logged. Errors: as for `decide_place`."""
    return decide.undo(
        Path(record), decision, by=by, why=why, now=datetime.now(UTC), supplied=as_supplied(lexicon, None, gazetteer)
    )

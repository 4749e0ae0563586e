"""The Python interface: the verbs that the command line has."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from firsthand.engine import decide, local, publishing, retrain
from firsthand.engine import explain as explaining
from firsthand.engine import judge as judging
from firsthand.engine.asked import AnyPath, as_names, as_paths, as_supplied
from firsthand.engine.audit import Audit, Audited, audited
from firsthand.engine.check import Verified
from firsthand.engine.decide import Decided
from firsthand.engine.extractor import KIT
from firsthand.engine.listing import Sort
from firsthand.engine.migrate import Migration, migrate
from firsthand.engine.plugged import Gift, Listed
from firsthand.engine.plugged import listed as plugins
from firsthand.engine.progress import Progress, Summary, Tick, silent
from firsthand.engine.retrain import Learnt
from firsthand.engine.review import Questions, Review
from firsthand.engine.seal import Seal, seal
from firsthand.engine.view import RecordView
from firsthand.model.explained import Explained
from firsthand.model.report import Refusal, Report
from firsthand.plugins.manager import Plugins
from firsthand.publish.schemas import SchemaName, schema
from firsthand.read import read_paths

__all__ = [
    "Audit",
    "Audited",
    "Decided",
    "Gift",
    "Learnt",
    "Listed",
    "Migration",
    "Progress",
    "RecordView",
    "Refusal",
    "Report",
    "Review",
    "SchemaName",
    "Seal",
    "Sort",
    "Summary",
    "Tick",
    "Verified",
    "audit",
    "audit_results",
    "build",
    "decide_place",
    "decide_weights",
    "doubts",
    "explain",
    "export",
    "extract",
    "judge",
    "learn",
    "migrate",
    "open_record",
    "page",
    "plugins",
    "read",
    "review",
    "schema",
    "seal",
    "undo",
]  # fmt: skip


def read(
    paths: Sequence[AnyPath], *, read_on: date | None = None, without: Sequence[str] = ()
) -> Iterator[Report | Refusal]:
    """Read reports from files and folders, one after the other; what cannot be read comes as a Refusal that says why.

    `read_on`: the day of reading (today, UTC), which no report can have appeared after. `without`: plugins that are turned off.
    Errors: NoSuchPath, NothingToRead, PluginError.
    """
    others = Plugins.open(as_names(without, "without")).other_readers()
    for found in read_paths(as_paths(paths), read_on=read_on or _today(), others=others):
        yield found if isinstance(found, Refusal) else found[0]


def extract(
    paths: Sequence[AnyPath],
    *,
    read_on: date | None = None,
    workers: int | None = None,
    progress: Progress = silent,
    refused: Callable[[Refusal], None] | None = None,
    lexicon: Sequence[AnyPath] = (),
    weights: AnyPath | None = None,
    gazetteer: AnyPath | None = None,
    extractor: str = KIT,
    extractors: Sequence[str] = (),
    without: Sequence[str] = (),
    llm_address: str = "",
    llm_model: str = "",
) -> Iterator[dict[str, Any]]:
    """Extract from each report, with no view of the others: objects of `firsthand-extraction/1`, by name.

    Files with the same bytes are one report. `refused` is called with what could not be read or does not stand in the
    text. `lexicon`: your own tables of names, added to those of the program. `weights`: a table of a learnt scorer, or
    a folder of them, in place of those with the same name. `gazetteer`: a folder of places that were added, in place of
    the user's own (`firsthand gazetteer add`). `extractors`: extractors of plugins, by name, beside those that run always.
    `without`: plugins that are turned off. `llm_address`, `llm_model`: the language model that the extractor "llm" asks; the text
    of reports is sent there. Errors: NoSuchPath, NothingToRead, SetupError, BadTable, PluginError, ModelError.
    """
    return local.extract(
        as_paths(paths), read_on=read_on or _today(), now=datetime.now(UTC), workers=workers, progress=progress,
        refused=refused or (lambda _: None), extractor=extractor,
        supplied=as_supplied(lexicon, weights, gazetteer, extractors=extractors, without=without, llm=(llm_address, llm_model)),
    )  # fmt: skip


def build(
    paths: Sequence[AnyPath],
    out: AnyPath,
    *,
    read_on: date | None = None,
    workers: int | None = None,
    progress: Progress = silent,
    lexicon: Sequence[AnyPath] = (),
    weights: AnyPath | None = None,
    gazetteer: AnyPath | None = None,
    extractor: str = KIT,
    extractors: Sequence[str] = (),
    without: Sequence[str] = (),
    llm_address: str = "",
    llm_model: str = "",
) -> Summary:
    """Build the record `out` from reports, or add reports to it; what is there already is not done again.

    Whatever interrupts it, what was committed stays, and the same call goes on. `workers`: processes that extract (None:
    two where it pays). `lexicon`, `weights`, `gazetteer`, `extractors`, `without`, `llm_model`: as for `extract`; give the
    same ones each time, or the reports are read anew.
    Errors: NoSuchPath, NothingToRead, RecordBusy, NotARecord, NewerRecord, DiskFull, SetupError, BadTable, PluginError,
    ModelError.
    """
    return local.build(
        as_paths(paths), Path(out), read_on=read_on, now=datetime.now(UTC), workers=workers,
        progress=progress, extractor=extractor,
        supplied=as_supplied(lexicon, weights, gazetteer, extractors=extractors, without=without, llm=(llm_address, llm_model)),
    )  # fmt: skip


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


def learn(record: AnyPath | RecordView) -> Learnt:
    """Learn weights of linking from what was decided on a record, and what they would change there; nothing is written.

    Errors: UsageError where no decision is on what is one incident; as for `open_record`.
    """
    if not isinstance(record, RecordView):
        with open_record(record) as view:
            return learn(view)
    return retrain.learn(record)


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


def explain(record: AnyPath | RecordView, left: str, right: str) -> Explained:
    """Why two incidents, or two tellings, are thought one or are not: bits that add up, and what decided.

    `left`, `right`: as for `judge`. Errors: UnknownIncident, UsageError.
    """
    if not isinstance(record, RecordView):
        with open_record(record) as view:
            return explain(view, left, right)
    return explaining.explain(record, left, right)


def doubts(record: AnyPath | RecordView) -> Iterator[Explained]:
    """What linking is least sure of, the nearest to turning first: incidents that nearly are one, tellings that hardly belong."""
    if not isinstance(record, RecordView):
        with open_record(record) as view:
            yield from doubts(view)
        return
    questions = Questions(record)
    yield from (questions.shown(doubt) for doubt in questions.doubts())


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


def audit_results(record: AnyPath | RecordView, *, by: str | None = None) -> Audited:
    """What was marked comes to: of each person and sample the precision with its interval, and how far every two people agree.

    `by`: only this person's. Errors: UsageError where they marked nothing; as for `open_record`.
    """
    if not isinstance(record, RecordView):
        with open_record(record) as view:
            return audit_results(view, by=by)
    return audited(record, by)


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


def open_record(path: AnyPath, *, as_of: date | str | None = None) -> RecordView:
    """Open a record to read it; `as_of`: as it stood when only the reports published by that day were known.

    A day is a date, "2024-12-08", or "2024-12" or "2024" for their last day. All verbs that take an open record take this too.
    Errors: NoSuchPath, NotARecord, NewerRecord, RecordDamaged; UsageError for words that are no day.
    """
    return RecordView(Path(path), as_of=as_of)


def export(record: AnyPath | RecordView, format: str = "json", *, without: Sequence[str] = ()) -> bytes:
    """The record as one JSON object (`firsthand-record/1`), as CSV ("csv") or GeoJSON ("geojson") with a row or feature an
    incident, in UTF-8; or in a format of a plugin.

    The same reports and decisions give the same bytes, in whatever order they came. `without`: plugins that are turned off.
    Errors: as for `open_record`; UsageError for a format that there is not; PluginError.
    """
    if not isinstance(record, RecordView):
        with open_record(record) as view:
            return export(view, format, without=without)
    return publishing.export(record, format, without)


def page(record: AnyPath | RecordView, *, title: str | None = None) -> bytes:
    """The record as one self-contained HTML page, in UTF-8: map, timeline, table, and every incident with its words.

    `title`: the record's name where none is given. Errors: as for `open_record`.
    """
    if not isinstance(record, RecordView):
        with open_record(record) as view:
            return page(view, title=title)
    return publishing.page(record, title)


def _today() -> date:
    return datetime.now(UTC).date()

"""The Python interface: the verbs that the command line has."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from firsthand.engine import explain as explaining
from firsthand.engine import local, publishing, retrain
from firsthand.engine.asked import AnyPath, as_names, as_paths, as_supplied
from firsthand.engine.audit import Audit, Audited, audited
from firsthand.engine.check import Verified
from firsthand.engine.decide import Decided
from firsthand.engine.deciding import audit, decide_place, decide_weights, judge, review, undo
from firsthand.engine.extractor import KIT
from firsthand.engine.listing import Sort
from firsthand.engine.migrate import Migration, migrate
from firsthand.engine.plugged import Gift, Listed
from firsthand.engine.plugged import listed as plugins
from firsthand.engine.preview import Preview, preview
from firsthand.engine.progress import Progress, Summary, Tick, silent
from firsthand.engine.retrain import Learnt
from firsthand.engine.review import Questions, Review
from firsthand.engine.seal import Seal, seal
from firsthand.engine.view import RecordView
from firsthand.model.explained import Explained
from firsthand.model.report import Refusal, Report
from firsthand.plugins.manager import Plugins
from firsthand.publish.data_frames import Library
from firsthand.publish.schemas import SchemaName, schema
from firsthand.publish.tables import Table
from firsthand.read import read_paths
from firsthand.resources.settings_check import CheckedSettings, check_settings

__all__ = [
    "Audit",
    "Audited",
    "CheckedSettings",
    "Decided",
    "Gift",
    "Learnt",
    "Listed",
    "Migration",
    "Preview",
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
    "check_settings",
    "decide_place",
    "decide_weights",
    "doubts",
    "explain",
    "export",
    "extract",
    "frame",
    "judge",
    "learn",
    "migrate",
    "open_record",
    "page",
    "plugins",
    "preview",
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
    settings: AnyPath | None = None,
    llm_address: str = "",
    llm_model: str = "",
) -> Iterator[dict[str, Any]]:
    """Extract from each report, with no view of the others: objects of `firsthand-extraction/1`, by name.

    Files with the same bytes are one report. `refused` is called with what could not be read or does not stand in the
    text. `lexicon`: your own tables of names, added to those of the program. `weights`: a table of a learnt scorer, or
    a folder of them, in place of those with the same name. `gazetteer`: a folder of places that were added, in place of
    the user's own (`firsthand gazetteer add`). `extractors`: extractors of plugins, by name, beside those that run always.
    `without`: plugins that are turned off. `settings`: a settings file. `llm_address`, `llm_model`: the language model that the
    extractor "llm" asks; the text of reports is sent there.
    Errors: NoSuchPath, NothingToRead, SetupError, BadTable, BadSettings, PluginError, ModelError.
    """
    return local.extract(
        as_paths(paths), read_on=read_on or _today(), now=datetime.now(UTC), workers=workers, progress=progress,
        refused=refused or (lambda _: None), extractor=extractor,
        supplied=as_supplied(
            lexicon, weights, gazetteer, extractors=extractors, without=without, settings=settings,
            llm=(llm_address, llm_model),
        ),
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
    settings: AnyPath | None = None,
    llm_address: str = "",
    llm_model: str = "",
) -> Summary:
    """Build the record `out` from reports, or add reports to it; what is there already is not done again.

    Whatever interrupts it, what was committed stays, and the same call goes on. `workers`: processes that extract (None:
    two where it pays). `lexicon`, `weights`, `gazetteer`, `extractors`, `without`, `llm_model`: as for `extract`; give the
    same ones each time, or the reports are read anew. `settings`: a settings file, or "none"; else firsthand.toml beside the
    record, else what the record keeps. Errors: NoSuchPath, NothingToRead, RecordBusy, NotARecord, NewerRecord, DiskFull,
    SetupError, BadTable, BadSettings, PluginError, ModelError.
    """
    return local.build(
        as_paths(paths), Path(out), read_on=read_on, now=datetime.now(UTC), workers=workers,
        progress=progress, extractor=extractor,
        supplied=as_supplied(
            lexicon, weights, gazetteer, extractors=extractors, without=without, settings=settings, record=Path(out),
            llm=(llm_address, llm_model),
        ),
    )  # fmt: skip


def learn(record: AnyPath | RecordView) -> Learnt:
    """Learn weights of linking from what was decided on a record, and what they would change there; nothing is written.

    Errors: UsageError where no decision is on what is one incident; as for `open_record`.
    """
    if not isinstance(record, RecordView):
        with open_record(record) as view:
            return learn(view)
    return retrain.learn(record)


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


def audit_results(record: AnyPath | RecordView, *, by: str | None = None) -> Audited:
    """What was marked comes to: of each person and sample the precision with its interval, and how far every two people agree.

    `by`: only this person's. Errors: UsageError where they marked nothing; as for `open_record`.
    """
    if not isinstance(record, RecordView):
        with open_record(record) as view:
            return audit_results(view, by=by)
    return audited(record, by)


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


def frame(record: AnyPath | RecordView, table: Table = "incidents", *, library: Library = "pandas") -> Any:  # noqa: ANN401
    """A table of the record as a data frame of pandas or polars: "incidents", "claims", "reports" or "decisions", with typed
    columns: days as days, counts as whole numbers, lists as lists, and missing where nothing is known.

    Errors: as for `open_record`; UsageError; SetupError where the library is not installed (`pip install 'firsthand[pandas]'`).
    """
    if not isinstance(record, RecordView):
        with open_record(record) as view:
            return frame(view, table, library=library)
    return publishing.frame(record, table, library)


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

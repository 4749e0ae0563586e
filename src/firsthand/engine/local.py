"""Builds a record on this machine: read, extract in a few processes, conclude; committed step by step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from functools import cache
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec.structs import replace

from firsthand.engine.clock import day_of_reading
from firsthand.engine.conclusions import Grounds, concluded, counted
from firsthand.engine.crew import Crew, crew
from firsthand.engine.extractor import KIT
from firsthand.engine.kept import keep, kept, kept_name, name_of, settled
from firsthand.engine.program import program_name
from firsthand.engine.progress import Progress, RunNote, StageCount, Summary, Tick, silent
from firsthand.engine.summing import Tally, asked_model, notice, summary
from firsthand.errors import FirsthandError
from firsthand.llm.client import installed
from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded
from firsthand.model.report import Refusal, Report
from firsthand.pipeline import date_alone
from firsthand.plugins.manager import Plugins
from firsthand.plugins.supply import with_plugins
from firsthand.publish.extraction_json import extraction_json
from firsthand.read import read_paths
from firsthand.record.naming import with_unique_names
from firsthand.record.revise import revise
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.scorers import Scorers
from firsthand.resources.settings import Settings
from firsthand.resources.settings_rows import names_of
from firsthand.resources.supplied import NOTHING, Supplied
from firsthand.store.evidence import admit
from firsthand.store.extractions import add_extraction, extracted, extraction_failed, untouched
from firsthand.store.history import (
    add_refusals,
    add_revisions,
    add_run,
    decisions,
    next_run,
    refusals,
    revisions,
    save_snapshot,
    snapshot,
)
from firsthand.store.reports import Stored, add_report, keys, reports
from firsthand.store.sqlite import Store

COMMIT = 64
"""Reports a commit while reading."""
IN_HAND = 512
"""Reports in memory while extracting: enough to keep every worker busy."""


class Run:
    """One run over an open store: its begin is noted with the first thing it adds, so adding nothing leaves no trace.

    `settings`: the user's, None for those that the record keeps.
    """

    def __init__(
        self, store: Store, now: datetime, plugins: Sequence[str] = (), settings: Settings | None = None
    ) -> None:
        self._store = store
        self._settings = kept(store) if settings is None else settings
        self._plugins = tuple(plugins)
        self._at = now.isoformat(timespec="seconds")
        self._number = next_run(store)
        self.begun = False
        self.tally = Tally()

    def begin(self) -> None:
        """Note that something is being added; inside a transaction."""
        if not self.begun:
            keep(self._store, self._settings)
            add_run(self._store, self._number, "begin", self._note())
            self.begun = True

    def end(self, kit: str, model: str, stages: Sequence[StageCount], view: str) -> None:
        """Note the counts of all stages, and the digest of the view that is kept; inside a transaction."""
        self.begin()
        add_run(self._store, self._number, "end", self._note(kit, model, stages, view))

    @property
    def sets_anew(self) -> bool:
        """Tell whether the settings are others than those that the record keeps."""
        return name_of(self._settings) != kept_name(self._store)

    def _note(self, kit: str = "", model: str = "", stages: Sequence[StageCount] = (), view: str = "") -> RunNote:
        return RunNote(
            program=program_name(), kit=kit, model=model, at=self._at, stages=tuple(stages), plugins=self._plugins,
            view=view, settings=name_of(self._settings),
        )  # fmt: skip


def build(
    paths: Sequence[Path],
    out: Path,
    *,
    read_on: date | None,
    now: datetime,
    workers: int | None = None,
    progress: Progress = silent,
    extractor: str = KIT,
    supplied: Supplied = NOTHING,
) -> Summary:
    """Read all reports under `paths` into the record `out`, extract from those that are new, and conclude.

    What is committed stays, whatever happens after; the same call goes on from there. `extractor`: where it is opened. `read_on`
    None: the day of `now`, unless the record knows better (`clock`).
    Errors: NoSuchPath, NothingToRead, RecordBusy, NotARecord, NewerRecord, DiskFull, SetupError, BadTable, BadPlugin.
    """
    supplied = settled(out, supplied, reads=True)
    plugins, supplied = checked(supplied)
    found = read_paths(paths, read_on=read_on or day_of_reading(out, now), others=plugins.other_readers())
    with Store.create(out, program=program_name()) as store:
        run = Run(store, now, plugins.used(supplied.extractors), supplied.set)
        intake(store, run, found, progress)
        hands = crew(extractor, workers=workers, reports=untouched(store, keys(store).values()), supplied=supplied)
        try:
            extract_missing(store, run, hands, progress, notice(supplied.asked))
        finally:
            hands.close()
        everything = list(reports(store))
        folded, changed = conclude_all(store, run, hands.digest, everything, progress, supplied)
        llm = asked_model(supplied.asked, hands.spent)
        return summary(out, store, run.tally, folded, changed, hands.digest, llm)


def extract(
    paths: Sequence[Path],
    *,
    read_on: date,
    now: datetime,
    workers: int | None,
    progress: Progress,
    refused: Callable[[Refusal], None],
    extractor: str,
    supplied: Supplied = NOTHING,
) -> Iterator[dict[str, Any]]:
    """Extract from each report under `paths`, in the order of their names, as objects of the published format.

    The reports are gathered in a temporary record first: only then is it known which of them have the same bytes or name.
    """
    plugins, supplied = checked(settled(None, supplied))
    found = read_paths(paths, read_on=read_on, others=plugins.other_readers())
    with TemporaryDirectory(prefix="firsthand-") as folder, Store.create(Path(folder) / "x.db", program="") as store:
        run = Run(store, now)
        intake(store, run, found, progress)
        for refusal in refusals(store):
            refused(refusal)
        named = with_unique_names(stored.report for stored in reports(store))
        ordered = sorted(named, key=lambda report: report.name)

        # The extractor has a lexicon of its own, perhaps in other processes: one here is opened when it is first asked.
        @cache
        def lexicon() -> Lexicon:
            return Lexicon.open(supplied.tables, names_of(supplied.set), plugins=supplied.plugin_tables)

        with closing(crew(extractor, workers=workers, reports=len(ordered), supplied=supplied)) as hands:
            progress(Tick(stage="extract", done=0, total=len(ordered), notice=notice(supplied.asked)))
            kinds = Kinds.open(supplied.set.kind)
            yield from _extracted(ordered, hands, progress, refused, lambda name: lexicon().is_agency(name), kinds)


def checked(supplied: Supplied) -> tuple[Plugins, Supplied]:
    """Open what was supplied before anything is read: a mistake shows at once. The plugins of the run, and what they bring too.

    Errors: BadTable, SetupError, BadPlugin, UsageError, ModelMissing.
    """
    plugins = Plugins.open(supplied.without)
    plugins.extractors(supplied.extractors)
    if supplied.asked is not None:
        installed()
    supplied = with_plugins(supplied, plugins)
    if supplied.tables or supplied.plugin_tables:
        Lexicon.open(supplied.tables, plugins=supplied.plugin_tables)
    Scorers.open(supplied.scorers)
    if supplied.places:
        Gazetteer.open(added=supplied.places)
    return plugins, supplied


def _extracted(
    named: Sequence[Report],
    hands: Crew,
    progress: Progress,
    refused: Callable[[Refusal], None],
    passes_on: Callable[[str], bool],
    kinds: Kinds,
) -> Iterator[dict[str, Any]]:
    """The objects of these reports, in their order."""
    by_id = {report.id: report for report in named}
    for done, outcome in enumerate(chain.from_iterable(hands.run(named)), 1):
        report = by_id[outcome.report]
        admitted = admit(report, outcome.extraction or Extraction(report=report.id))
        for refusal in admitted.refused:
            refused(refusal)
        if outcome.refusal is not None:
            refused(replace(outcome.refusal, subject=report.name))
        progress(Tick(stage="extract", done=done, total=len(named)))
        yield extraction_json(report, date_alone(report, admitted.extraction), admitted.extraction, kinds, passes_on)


def intake(store: Store, run: Run, found: Iterator[tuple[Report, bytes] | Refusal], progress: Progress) -> None:
    """Append what is read, and what is refused, some at a time."""
    tally = run.tally
    while batch := list(islice(found, COMMIT)):
        with store.transaction():
            before = store.length
            for item in batch:
                if isinstance(item, Refusal):
                    add_refusals(store, [item])
                    tally.refused += 1
                else:
                    tally.again += add_report(store, *item) == "again"
                    tally.read += 1
            if store.length > before:
                run.begin()
        progress(Tick(stage="read", done=tally.read + tally.refused))


def extract_missing(store: Store, run: Run, hands: Crew, progress: Progress, told: str = "") -> None:
    """Extract from each report that this kit has not seen, and commit batch by batch. `told`: a notice before that.

    Some reports are in memory at a time, however many there are.
    """
    done = extracted(store, hands.digest)
    todo = [report for report, content in keys(store).items() if content not in done]
    progress(Tick(stage="extract", done=0, total=len(todo), notice=told if todo else ""))
    for at in range(0, len(todo), IN_HAND):
        stored = {one.report.id: one for one in reports(store, todo[at : at + IN_HAND])}
        _extract_some(
            store, run, stored, hands, lambda done: progress(Tick(stage="extract", done=done, total=len(todo)))
        )


def _extract_some(
    store: Store, run: Run, todo: Mapping[str, Stored], hands: Crew, progress: Callable[[int], None]
) -> None:
    """Extract from these reports, by id. `progress`: told how many the run has tried."""
    tally = run.tally
    for batch in hands.run([stored.report for stored in todo.values()]):
        with store.transaction():
            before = store.length
            for outcome in batch:
                stored = todo[outcome.report]
                if outcome.extraction is not None:
                    added = add_extraction(store, stored, hands.digest, outcome.extraction)
                    tally.extracted += 1
                    tally.claims += added.claims
                    tally.claims_refused += added.refused
                elif outcome.refusal is not None:
                    extraction_failed(store, stored, hands.digest, outcome.refusal)
                    tally.failed += 1
            if store.length > before:
                run.begin()
        progress(tally.extracted + tally.failed)


def conclude_all(
    store: Store, run: Run, kit: str, everything: Sequence[Stored], progress: Progress, supplied: Supplied
) -> tuple[Folded, int]:
    """Conclude from all, unless the last view still holds; the view, and how many incidents changed."""
    grounds = Grounds.open(supplied, decisions(store))
    fresh = snapshot(store, Folded)
    if fresh is not None and fresh.model == grounds.model(kit, everything) and not run.sets_anew:
        return fresh, 0
    progress(Tick(stage="conclude", done=0, total=1))
    conclusion = concluded(store, kit, everything, grounds)
    folded = conclusion.folded
    last = snapshot(store, Folded, even_old=True)
    revised = revise(folded.incidents, revisions(store), last.incidents if last else ())
    stages = (*run.tally.stages(), *counted(conclusion))
    for count in stages:
        if count.refused < 0 or count.taken != count.given + count.refused:
            raise FirsthandError(
                f"{count.stage}: of {count.taken}, {count.given} came out and {count.refused} were refused"
            )
    with store.transaction():
        run.begin()  # which may append settings: the view goes as far as they do
        add_revisions(store, revised)
        run.end(kit, folded.model, stages, save_snapshot(store, folded))
    progress(Tick(stage="conclude", done=1, total=1))
    return folded, len(revised)

"""A record that is open to be read: its incidents, and every word they rest on."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

from msgspec.structs import replace

from firsthand.engine import as_of as then
from firsthand.engine.check import Verified, verify
from firsthand.engine.conclusions import best_kit, view
from firsthand.engine.days import days, last_day
from firsthand.engine.kept import kept
from firsthand.engine.listing import Sort, is_figure, meets, order, places_named, reports_named, sayings
from firsthand.engine.lookup import claim_named, incident_named
from firsthand.engine.progress import Progress, silent
from firsthand.engine.seal import Seal
from firsthand.engine.telling import field_named, narrowed, report_named
from firsthand.errors import RecordDamaged, UnknownClaim, UnknownIncident, UsageError
from firsthand.model.ancestry import Ancestry
from firsthand.model.course import History
from firsthand.model.derivation import Derivation
from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded, ReportEntry, StatedClaim
from firsthand.model.incident import About, Incident
from firsthand.model.left_open import LeftOpen
from firsthand.model.lineage import Saying
from firsthand.model.match import Decision
from firsthand.model.report import Report
from firsthand.model.standing import StandingFigure
from firsthand.model.told import ReportTold
from firsthand.record.ancestry import ancestry
from firsthand.record.choices import Choices
from firsthand.record.derive import derive
from firsthand.record.left_open import left_open
from firsthand.record.named_places import NamedPlace, named_places
from firsthand.record.needs import Needs, needs
from firsthand.record.told import told
from firsthand.resources.kinds import Kinds
from firsthand.resources.rules import Rules
from firsthand.resources.settings import Settings
from firsthand.resources.supplied import Supplied
from firsthand.store.extractions import extractions, kits, one_extraction
from firsthand.store.history import decisions, refusals
from firsthand.store.reports import Stored, one_report, reports
from firsthand.store.sqlite import Store
from firsthand.weigh.course import history


class RecordView:
    """An open record. A context manager; `folded` is the whole of it, `complete` tells whether its last run ended.

    `as_of`: a day as for `engine.days.last_day`; the record is then seen as it stood when only the reports published by then
    were known. Errors: UsageError for words that are no day.
    """

    def __init__(self, path: Path, *, as_of: date | str | None = None) -> None:
        self.as_of = last_day(as_of) if isinstance(as_of, str) else as_of
        self._store = Store.open(path)
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    @cached_property
    def settings(self) -> Settings:
        """The user's settings that the record keeps: those of the last build that had some."""
        return kept(self._store)

    @property
    def supplied(self) -> Supplied:
        """What conclusions on the record rest on besides the program."""
        return Supplied(settings=self.settings)

    @cached_property
    def kinds(self) -> Kinds:
        """The vocabulary of kinds, with those of the settings."""
        return Kinds.open(self.settings.kind)

    @cached_property
    def _today(self) -> tuple[Folded, bool]:
        return view(self._store)

    @cached_property
    def folded(self) -> Folded:
        """All incidents, claims, reports, lineages, figures and entities."""
        today = self._today[0]
        return today if self.as_of is None else then.stood(self._store, today, self.as_of)

    @property
    def complete(self) -> bool:
        """False where the last run was interrupted: building again goes on from there."""
        return self._today[1]

    @property
    def made_otherwise(self) -> bool:
        """As of a day: another version of the program, or other names, made the record than have now concluded it anew."""
        return self.as_of is not None and then.made_otherwise(self._store, self._today[0])

    @cached_property
    def _choices(self) -> Choices:
        return Choices(decisions(self._store))

    @cached_property
    def _before_choices(self) -> dict[str, StatedClaim]:
        """Claims by the ids that they had before a person chose what a name means."""
        moved = self._choices.moved(self._said()) if self._choices else {}
        return {old: self.claims[new] for old, new in moved.items() if new in self.claims}

    def ground(self) -> tuple[list[Report], dict[str, Extraction], tuple[Decision, ...]]:
        """What conclusions rest on: the reports, what was extracted from them, by report, and all decisions as logged."""
        read = [stored.report for stored in reports(self._store) if self._in(stored)]
        return read, {x.report: x for x in self._said()}, decisions(self._store)

    def _said(self) -> Iterator[Extraction]:
        """What each report says, as the kit that extracted from most of them has it."""
        everything = list(reports(self._store))
        known = [stored for stored in everything if self._in(stored)]
        return extractions(self._store, best_kit(self._store, everything), known)

    def _in(self, stored: Stored) -> bool:
        """Tell whether a report had appeared by the day that was asked for."""
        return self.as_of is None or stored.report.id in self.reports

    @cached_property
    def claims(self) -> dict[str, StatedClaim]:
        """Claims by id."""
        return {stated.id: stated for stated in self.folded.claims}

    @cached_property
    def reports(self) -> dict[str, ReportEntry]:
        """Reports by id (those that were refused have none)."""
        return {entry.id: entry for entry in self.folded.reports if entry.id is not None}

    def dates(self, name: str | None = None, *, undated: bool = False) -> tuple[ReportEntry, ...]:
        """When each report appeared, by name; `name`: those with it or with this in it, `undated`: those without a day.

        Errors: UsageError where no report is so named.
        """
        found = reports_named(self.reports.values(), name, self.path)
        return tuple(entry for entry in found if not undated or entry.published.basis == "unknown")

    def places(self, name: str | None = None, *, ambiguous: bool = False) -> tuple[NamedPlace, ...]:
        """Place names and what each may mean; `name`: those with this in them, `ambiguous`: those in need of a person.

        Errors: UsageError where no report names such a place.
        """
        found = named_places({x.report: x for x in self._said()}, decisions(self._store))
        return tuple(one for one in places_named(found, name, self.path) if one.ambiguous or not ambiguous)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions of people, in their logged order, those that were taken back too; as of a day, those on what was told."""
        logged = decisions(self._store)
        return logged if self.as_of is None else then.bearing(logged, self.reports)

    def needs(self) -> Needs:
        """What needs a person."""
        return needs(self.folded)

    def text(self, report: str) -> str:
        """The stored text of a report, by its id."""
        return self._stored(report).report.text

    def report(self, name: str, *, field: str | None = None, incident: str | None = None) -> ReportTold:
        """One report: its text, its claims, the incidents it tells, what it goes back to and shares, what was refused.

        `name`: its name or id, or a part that only it has. `field`, `incident` (as in `incident`): only these claims.
        Errors: UsageError for none and for several, and where it had not appeared.
        """
        entry = report_named(name, self._today[0].reports, self.path)
        if entry.id is not None and entry.id not in self.reports:
            why = f"{entry.name} had not appeared by {self.as_of}; {then.first_known([entry])}"
            raise UsageError(why, hint=then.LEAVE)
        refused = refusals(self._store, best_kit(self._store, list(reports(self._store))))
        text = self.text(entry.id) if entry.id is not None else ""
        found = told(self.reports.get(entry.id or "", entry), text, self.folded, refused)
        return narrowed(found, field_named(field), self.incident(incident) if incident is not None else None)

    def _stored(self, report: str) -> Stored:
        if (stored := one_report(self._store, report)) is None:
            raise UsageError(f"no report {report} is in {self.path}")
        return stored

    def incidents(
        self,
        *,
        day: str | None = None,
        place: str | None = None,
        kind: str | None = None,
        actor: str | None = None,
        background: bool = False,
        sort: Sort = "day",
    ) -> tuple[Incident, ...]:
        """Incidents that meet all that is asked, sorted.

        `day`: those that may have happened then, as in `engine.days`; undated ones are left out. `place`, `actor`: part of
        a name, in any case. `kind`: that kind or one that refines it. `background`: also those only ever recalled.
        Errors: UsageError for a day or kind that there is not.
        """
        if kind is not None and kind not in self.kinds:
            raise UsageError(f"{kind!r} is no kind of event", hint="Kinds: " + ", ".join(self.kinds.names) + ".")
        span = days(day) if day is not None else None
        main = (one for one in self.folded.incidents if background or one.role == "main")
        kindred = (one for one in main if kind is None or self.kinds.refines(one.kind, kind))
        found = [one for one in kindred if meets(one, span, place, actor)]
        return tuple(sorted(found, key=lambda incident: order(incident, sort)))

    def incident(self, name: str) -> Incident:
        """The incident of this id, of an id it ever had, or of the first characters of its id; as of a day, also by today's id.

        Errors: UnknownIncident for none and for several, and where no report of it had appeared.
        """
        try:
            return incident_named(name, self.folded, self.path)
        except UnknownIncident:
            if self.as_of is None:
                raise
        today = incident_named(name, self._today[0], self.path)
        return then.then(today, self.folded, self._entries(telling.report for telling in today.tellings))

    def claim(self, name: str) -> StatedClaim:
        """The claim of this id, or of the first characters of its id.

        Errors: UnknownClaim for none and for several, and where its report had not appeared.
        """
        try:
            return claim_named(name, {**self._before_choices, **self.claims}, self.path)
        except UnknownClaim:
            if self.as_of is None:
                raise
        today = claim_named(name, {stated.id: stated for stated in self._today[0].claims}, self.path)
        raise then.not_yet(today, self._entries([today.claim.report]), self.as_of)

    def _entries(self, ids: Iterable[str]) -> list[ReportEntry]:
        """Reports by id, whether or not they had appeared."""
        wanted = set(ids)
        return [entry for entry in self._today[0].reports if entry.id in wanted]

    def why(self, name: str) -> Derivation:
        """How a claim came to be, from the words to the value, and what became of it. `name` as for `claim`."""
        stated = self.claim(name)
        extraction = self._extraction(stated)
        found = derive(stated, self.folded, extraction, self.text(stated.claim.report), Rules.open())
        if found.place is None or not self._choices:
            return found
        return replace(found, decision=self._choices.of(found.place.span.quote, stated.claim.report))

    def origins(self, name: str) -> Ancestry:
        """Who said an incident first, through whom it reached each report, and why; `name` as for `incident`."""
        return ancestry(self.incident(name), self.folded)

    def figures(self, what: str = "", place: str = "", *, several: bool = False) -> tuple[StandingFigure, ...]:
        """Standing figures whose names have `what` and `place` in them; `several`: those that are told more than once."""
        return tuple(one for one in self.folded.figures if is_figure(one, what, place, several=several))

    def left_open(
        self, name: str | None = None, *, about: About | None = None, settled: bool = False
    ) -> tuple[LeftOpen, ...]:
        """What was announced and not told yet, by incident, the oldest first; `settled`: also what a later report settled.

        `name` as for `incident`. Days are counted to the last report, or to `as_of`.
        """
        one = self.incident(name) if name is not None else None
        return left_open(self.folded, one, about=about, settled=settled, as_of=self.as_of)

    def history(self, name: str) -> History:
        """How the account of an incident changed: each figure by day, what it did, what stood after; `name` as for `incident`."""
        return history(self.incident(name), self.claims, self.reports)

    def quotations(self, *, altered: bool = False, speaker: str = "") -> tuple[Saying, ...]:
        """Sayings that several reports have in quotation marks, the gravest first.

        `altered`: only those altered in the marks; `speaker`: only of one in whose name this stands.
        """
        return sayings(self.folded.sayings, speaker, altered=altered)

    def _extraction(self, stated: StatedClaim) -> Extraction:
        """What the claim's report was taken to say, by the kit that yielded the claim; the latest of several."""
        report = self._stored(stated.claim.report)
        found = kits(self._store)
        for kit in sorted(found, key=lambda kit: -found[kit].last):
            bare = one_extraction(self._store, kit, report)
            extraction = self._choices.settle(bare) if bare is not None else None
            if extraction is not None and any(stated.claim in one.claims for one in extraction.mentions):
                return extraction
        raise RecordDamaged(f"no extraction in {self.path} holds claim {stated.id}")

    def verify(self, progress: Progress = silent, *, seals: Sequence[Seal] = ()) -> Verified:
        """Re-read every span, digest and link, and hold the log against seals of it; names the first that fails."""
        return verify(self._store, progress, seals)

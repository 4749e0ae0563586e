"""A record that is open to be read: its incidents, and every word they rest on."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

from msgspec.structs import replace

from firsthand.engine.check import Verified, verify
from firsthand.engine.conclusions import best_kit, view
from firsthand.engine.days import days
from firsthand.engine.progress import Progress, silent
from firsthand.errors import RecordDamaged, UnknownClaim, UnknownIncident, UsageError
from firsthand.model.ancestry import Ancestry
from firsthand.model.base import digest
from firsthand.model.derivation import Derivation
from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded, ReportEntry, StatedClaim
from firsthand.model.incident import Incident
from firsthand.model.lineage import Saying
from firsthand.model.match import Decision
from firsthand.model.report import Report
from firsthand.record.ancestry import ancestry
from firsthand.record.choices import Choices
from firsthand.record.derive import derive
from firsthand.record.named_places import NamedPlace, named_places
from firsthand.record.needs import Needs, needs
from firsthand.resources.gazetteer_fold import plain
from firsthand.resources.kinds import Kinds
from firsthand.resources.rules import Rules
from firsthand.store.extractions import extractions, kits, one_extraction
from firsthand.store.history import decisions
from firsthand.store.reports import Stored, one_report, reports
from firsthand.store.sqlite import Store

Sort = Literal["day", "place", "kind", "killed", "reports", "origins"]
ALL_REPORTS = "Leave the name away to see all reports."
SAID = ("altered", "reworded", "shortened", "same")
"""Kinds of sayings, the gravest first."""
SHORTEST = 4
"""Characters of an id that are enough, where they are unique."""


class RecordView:
    """An open record. A context manager; `folded` is the whole of it, `complete` tells whether its last run ended."""

    def __init__(self, path: Path) -> None:
        self._store = Store.open(path)
        self.path = path
        self._kinds = Kinds.open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    @cached_property
    def _view(self) -> tuple[Folded, bool]:
        return view(self._store)

    @property
    def folded(self) -> Folded:
        """All incidents, claims, reports, lineages, figures and entities."""
        return self._view[0]

    @property
    def complete(self) -> bool:
        """False where the last run was interrupted: building again goes on from there."""
        return self._view[1]

    @cached_property
    def _choices(self) -> Choices:
        return Choices(decisions(self._store))

    @cached_property
    def _before_choices(self) -> dict[str, StatedClaim]:
        """Claims by the ids that they had before a person chose what a name means."""
        if not self._choices:
            return {}
        found = {}
        for bare in self._said():
            for old, new in zip(bare.mentions, self._choices.settle(bare).mentions, strict=True):
                for one, other in zip(old.claims, new.claims, strict=True):
                    if one is not other and other.id in self.claims:
                        found[one.id] = self.claims[other.id]
        return found

    def ground(self) -> tuple[list[Report], dict[str, Extraction], tuple[Decision, ...]]:
        """What conclusions rest on: the reports, what was extracted from them, by report, and all decisions as logged."""
        read = [stored.report for stored in reports(self._store)]
        return read, {x.report: x for x in self._said()}, decisions(self._store)

    def _said(self) -> Iterator[Extraction]:
        """What each report says, as the kit that extracted from most of them has it."""
        everything = list(reports(self._store))
        return extractions(self._store, best_kit(self._store, everything), everything)

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
        read = sorted(self.reports.values(), key=lambda entry: entry.name)
        named = [entry for entry in read if name in entry.names] if name is not None else read
        named = named or [entry for entry in read if _any(name or "", entry.names)]
        if name is not None and not named:
            raise UsageError(f"no report of {self.path} has {name!r} in its name", hint=ALL_REPORTS)
        return tuple(entry for entry in named if not undated or entry.published.basis == "unknown")

    def places(self, name: str | None = None, *, ambiguous: bool = False) -> tuple[NamedPlace, ...]:
        """Place names and what each may mean; `name`: those with this in them, `ambiguous`: those in need of a person.

        Errors: UsageError where no report names such a place.
        """
        found = named_places({x.report: x for x in self._said()}, decisions(self._store))
        exact = [one for one in found if name is not None and plain(one.name) == plain(name)]
        fit = exact or [one for one in found if name is None or _any(plain(name), map(plain, one.written))]
        if name is not None and not fit:
            raise UsageError(
                f"no report of {self.path} names a place {name!r}", hint="See all: firsthand places RECORD"
            )
        return tuple(one for one in fit if one.ambiguous or not ambiguous)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions of people, in their logged order, those that were taken back too."""
        return decisions(self._store)

    def needs(self) -> Needs:
        """What needs a person."""
        return needs(self.folded)

    def text(self, report: str) -> str:
        """The stored text of a report, by its id."""
        return self._stored(report).report.text

    def _stored(self, report: str) -> Stored:
        stored: Stored | None = one_report(self._store, report)
        if stored is None:
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
        if kind is not None and kind not in self._kinds:
            raise UsageError(f"{kind!r} is no kind of event", hint="Kinds: " + ", ".join(self._kinds.names) + ".")
        span = days(day) if day is not None else None
        found = [
            incident
            for incident in self.folded.incidents
            if (background or incident.role == "main")
            and (span is None or _overlaps(incident, *span))
            and (place is None or _any(place, _places(incident)))
            and (actor is None or _any(actor, (one.name for one in incident.actors)))
            and (kind is None or self._kinds.refines(incident.kind, kind))
        ]
        return tuple(sorted(found, key=lambda incident: _order(incident, sort)))

    def incident(self, name: str) -> Incident:
        """The incident of this id, of an id it ever had, or of the first characters of its id.

        Errors: UnknownIncident for none and for several.
        """
        wanted = name if name.startswith("inc_") else f"inc_{name}"
        for incident in self.folded.incidents:
            if wanted == incident.id or wanted in _ids(incident):
                return incident
        short = len(wanted) - len("inc_") < SHORTEST
        begun = [] if short else [i for i in self.folded.incidents if i.id.startswith(wanted)]
        if len(begun) == 1:
            return begun[0]
        if begun:
            raise UnknownIncident(
                f"{name} begins the ids of {len(begun)} incidents", hint="Give more characters of the id."
            )
        raise UnknownIncident(f"no incident {name} is in {self.path}")

    def claim(self, name: str) -> StatedClaim:
        """The claim of this id, or of the first characters of its id. Errors: UnknownClaim for none and for several."""
        wanted = name if name.startswith("clm_") else f"clm_{name}"
        known = {**self._before_choices, **self.claims}
        if wanted in known:
            return known[wanted]
        short = len(wanted) - len("clm_") < SHORTEST
        begun = [] if short else [stated for id_, stated in known.items() if id_.startswith(wanted)]
        if len(begun) == 1:
            return begun[0]
        if begun:
            raise UnknownClaim(f"{name} begins the ids of {len(begun)} claims", hint="Give more characters of the id.")
        raise UnknownClaim(f"no claim {name} is in {self.path}")

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

    def quotations(self, *, altered: bool = False, speaker: str = "") -> tuple[Saying, ...]:
        """Sayings that several reports have in quotation marks, the gravest first.

        `altered`: only those altered in the marks; `speaker`: only of one in whose name this stands.
        """
        found = sorted(self.folded.sayings, key=lambda saying: SAID.index(saying.kind))
        wanted = speaker.casefold()
        return tuple(s for s in found if (s.kind == "altered" or not altered) and wanted in s.speaker.casefold())

    def _extraction(self, stated: StatedClaim) -> Extraction:
        """What the claim's report was taken to say, by the kit that yielded the claim; the latest of several."""
        report = self._stored(stated.claim.report)
        found = kits(self._store)
        for kit in sorted(found, key=lambda kit: -found[kit].last):
            bare = one_extraction(self._store, kit, report)
            extraction = self._choices.settle(bare) if bare is not None else None
            mentions = extraction.mentions if extraction is not None else ()
            if extraction is not None and any(stated.claim in mention.claims for mention in mentions):
                return extraction
        raise RecordDamaged(f"no extraction in {self.path} holds claim {stated.id}")

    def verify(self, progress: Progress = silent) -> Verified:
        """Re-read every span, digest and link; names the first that fails."""
        return verify(self._store, progress)


def _ids(incident: Incident) -> set[str]:
    """Every id the incident has or can have had: one for each of its mentions."""
    mentions = (mention for telling in incident.tellings for mention in telling.mentions)
    return {*incident.formerly, *(digest("inc", mention) for mention in mentions)}


def _overlaps(incident: Incident, first: object, last: object) -> bool:
    """The incident may have happened between the days."""
    span = incident.date.span
    return span.known and str(span.earliest) <= str(last) and str(span.latest) >= str(first)


def _places(incident: Incident) -> Iterable[str]:
    """Every name of where it happened."""
    for found in incident.places:
        place = found.place
        yield from (name for name in (place.name, place.admin1, place.country, *place.within) if name)
        yield from found.as_written


def _any(part: str, names: Iterable[str]) -> bool:
    """One of the names has the part in it, in any case."""
    return any(part.casefold() in name.casefold() for name in names)


def _order(incident: Incident, sort: Sort) -> tuple[object, ...]:
    """Where the incident comes; undated and unknown last, larger numbers first, then by day and id."""
    earliest = incident.date.span.earliest
    day = (earliest is None, str(earliest), incident.id)
    killed = next((best.best or best.low or 0 for best in incident.best if best.field == "killed"), -1)
    keys: dict[Sort, tuple[object, ...]] = {
        "day": (),
        "place": (not incident.places, incident.places[0].place.name.casefold() if incident.places else ""),
        "kind": (incident.kind,),
        "killed": (-killed,),
        "reports": (-len({telling.report for telling in incident.tellings}),),
        "origins": (-len(incident.origins),),
    }
    return (*keys[sort], *day)

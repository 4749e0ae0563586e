"""The folded view: one incident, all readings side by side. Computed, never stored as truth."""

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.claim import Field, Role, Status
from firsthand.model.match import Match
from firsthand.model.place import Place
from firsthand.model.span import Span
from firsthand.model.standing import StandingFigure
from firsthand.model.value import Count
from firsthand.model.when import UNKNOWN, TimeSpan

Grade = Literal["corroborated", "single source", "contested", "weak"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Letter of a source in the manner of the Admiralty system; the rules stand in `weigh.admiralty`. F: cannot be judged."""
Credibility = Literal[1, 2, 3, 4, 5, 6]
"""Digit of what is said: 1 confirmed, 2 probable, 3 possible, 4 doubtful, 5 improbable, 6 cannot be judged."""
About = Literal["toll", "responsibility", "inquiry", "assessment", "identity", "search", "comment", "other"]
"""What is left open: how many; who did it; what an inquiry finds; what was hit; who they are; where they are; what one says."""


class Backing(Record, frozen=True, kw_only=True):
    """Who stands behind a value. `reports`: by id. `first_said`: the earliest day a report with it appeared, ISO."""

    voices: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    first_said: str | None = None


class DayReading(Record, frozen=True, kw_only=True):
    """One answer to when, in all the words that mean it."""

    span: TimeSpan
    as_written: tuple[str, ...]
    claims: tuple[str, ...]
    backing: Backing = Backing()


class IncidentDate(Record, frozen=True, kw_only=True):
    """When it happened, with the claims that say so. `readings`: all days that tellings give, the latest first."""

    span: TimeSpan = UNKNOWN
    claims: tuple[str, ...] = ()
    readings: tuple[DayReading, ...] = ()


class IncidentPlace(Record, frozen=True, kw_only=True):
    """Where it happened: one place, as written by the reports, with the claims that say so.

    `basis`: "inferred" where no telling gives the place of the event, and it follows from where the news plays; `why` says so.
    """

    place: Place
    as_written: tuple[str, ...]
    claims: tuple[str, ...]
    basis: Literal["stated", "inferred"] = "stated"
    why: tuple[str, ...] = ()
    backing: Backing = Backing()


class Participant(Record, frozen=True, kw_only=True):
    """An actor, target or victim: every wording of one entity together."""

    name: str
    type: Literal["organisation", "group", "unit", "person", "described"]
    country: str | None
    claims: tuple[str, ...]
    voices: tuple[str, ...]
    backing: Backing = Backing()


class Arm(Record, frozen=True, kw_only=True):
    """A weapon or platform used."""

    name: str
    class_: str | None
    claims: tuple[str, ...]
    backing: Backing = Backing()


class Way(Record, frozen=True, kw_only=True):
    """How one report has something from one origin.

    `chain`: names from the origin to whoever told the report, the origin first. `how`: the report names it; quotes it in
    the same sentences, or on the event in others; names it for the event, not for this; is credited to it; shares its text;
    speaks for itself; or is taken to have it from there.
    `why`: in sentences. `claims`: ids of what came that way, empty where the telling as a whole is meant.
    """

    report: str
    chain: tuple[str, ...]
    how: Literal["named", "beside", "heard", "event", "credited", "shared", "own", "lent"]
    why: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """Who first said it."""
        return self.chain[0]


class Reading(Record, frozen=True, kw_only=True):
    """One answer to one count, and all who give it. `first_said`: the earliest day a report with it appeared, ISO.

    `ways`: how each report that supports it has it from whom. `aside`: claims that give no toll of the whole, unless that is all
    there is; `recalled`: those of them that are told only as replaced by another figure.
    """

    count: Count
    voices: tuple[str, ...]
    origins: tuple[str, ...]
    reports: tuple[str, ...]
    first_said: str | None
    claims: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    aside: tuple[str, ...] = ()
    recalled: tuple[str, ...] = ()
    reliability: Reliability = "F"
    credibility: Credibility = 6
    credibility_why: str = ""

    @property
    def admiralty(self) -> str:
        """Letter of the best of its origins and digit of what they say: "C2"."""
        return f"{self.reliability}{self.credibility}"


class Readings(Record, frozen=True, kw_only=True):
    """All readings of one field, latest first. `sums`: what lists of different people among them come to."""

    field: Field
    readings: tuple[Reading, ...]
    sums: tuple[Reading, ...] = ()


class Best(Record, frozen=True, kw_only=True):
    """Low, best and high of one field over readings, by the rule of docs/explanation; None is open."""

    field: Field
    low: int | None
    best: int | None
    high: int | None


class Origin(Record, frozen=True, kw_only=True):
    """Who reports of an incident go back to, and why we think so; `ways`: for each report."""

    name: str
    reports: tuple[str, ...]
    why: str
    ways: tuple[Way, ...] = ()
    reliability: Reliability = "F"
    reliability_why: str = ""


class Discrepancy(Record, frozen=True, kw_only=True):
    """Where readings differ, by kind, in a sentence that quotes both. `settled`: an origin replaced its own figure."""

    field: str
    kind: Literal["conflict", "update", "refinement", "wording", "status", "attribution", "denial"]
    claims: tuple[str, ...]
    why: str
    settled: bool = False


class OpenQuestion(Record, frozen=True, kw_only=True):
    """Announced and not yet told. Or ("which"): which incident a telling tells.

    `what`: the sentence on one line; `span`: where it stands. `about`: what kind of thing is open. `said_by`: who announced it,
    None for the outlet itself. `since`: the first day on which its report can have appeared, ISO. `settled_by`: the claim that
    told it; `settled_in`, `settled_on`, `settled_words`: the report that did (id), its day and its words, also where no claim
    carries them.
    """

    what: str
    claims: tuple[str, ...]
    report: str
    settled_by: str | None = None
    kind: Literal["announced", "which"] = "announced"
    about: About = "other"
    span: Span | None = None
    said_by: str | None = None
    since: str | None = None
    settled_in: str | None = None
    settled_on: str | None = None
    settled_words: str | None = None

    @property
    def settled(self) -> bool:
        """Tell whether a later report settled it."""
        return self.settled_in is not None


class Rival(Record, frozen=True, kw_only=True):
    """Another incident (by id) that a telling fits about as well as the one it stands in.

    `millibits`: the mean over its pairs with that incident's tellings; `own`: with the others of its own, None where it is
    alone.
    """

    incident: str
    millibits: int
    own: int | None = None


class Telling(Record, frozen=True, kw_only=True):
    """One report's telling of the incident: its mentions (ids) of one event, and whether it is news there.

    `also`: the incidents that it fits about as well, the best first; empty where it is clear which one it tells.
    """

    report: str
    event: str
    mentions: tuple[str, ...]
    role: Role
    also: tuple[Rival, ...] = ()


class Part(Record, frozen=True, kw_only=True):
    """A day, place or sub-kind of an incident that an ACLED row would keep apart."""

    kind: str
    date: TimeSpan
    place: str | None
    claims: tuple[str, ...]


class Incident(Record, frozen=True, kw_only=True):
    """What one side does to another in one place on one day, or one operation that a source reports as one.

    `id`: from the smallest mention id. `formerly`: ids it had before, which resolve for ever.
    """

    id: str
    formerly: tuple[str, ...] = ()
    title: str
    kind: str
    status: Status
    role: Role
    date: IncidentDate
    places: tuple[IncidentPlace, ...] = ()
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    victims: tuple[Participant, ...] = ()
    weapons: tuple[Arm, ...] = ()
    counts: tuple[Readings, ...] = ()
    best: tuple[Best, ...] = ()
    tellings: tuple[Telling, ...] = ()
    origins: tuple[Origin, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    open: tuple[OpenQuestion, ...] = ()
    parts: tuple[Part, ...] = ()
    grade: Grade = "weak"
    credibility: Credibility = 6
    credibility_why: str = ""


class Group(Record, frozen=True, kw_only=True):
    """What `link` yields: tellings that are one incident, and the matches that joined them."""

    id: str
    tellings: tuple[Telling, ...]
    matches: tuple[Match, ...] = ()


class EntityEntry(Record, frozen=True, kw_only=True):
    """One entity with every name the reports give it."""

    name: str
    type: str
    also: tuple[str, ...]
    reports: tuple[str, ...]


class Weighed(Record, frozen=True, kw_only=True):
    """What `weigh` yields over all groups."""

    incidents: tuple[Incident, ...] = ()
    figures: tuple[StandingFigure, ...] = ()
    entities: tuple[EntityEntry, ...] = ()


class Revision(Record, frozen=True, kw_only=True):
    """An incident as it stood after a run, chained to the one before: `before` is the digest of its predecessor."""

    incident: str
    number: int
    digest: str
    before: str | None
    changes: tuple[str, ...]

"""Who stands behind each value of an incident: voices, origins, reports, and the day on which it was first said."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from firsthand.model.calendar import edtf
from firsthand.model.incident import Arm, Backing, DayReading, IncidentDate, IncidentPlace, Participant
from firsthand.model.when import TimeSpan
from firsthand.weigh.dates import Said, days_told
from firsthand.weigh.evidence import Case, Stated, ids, reports_of
from firsthand.weigh.origins import Sources
from firsthand.weigh.readings import voice_name


class Behind:
    """The claims of an incident by id, with who says them."""

    def __init__(self, case: Case, sources: Sources) -> None:
        self._case = case
        self._sources = sources
        self._stated = {s.id: s for s in case.stated}

    def parties(self, found: Iterable[Participant]) -> tuple[Participant, ...]:
        """Actors, targets or victims, each with who names it."""
        return tuple(replace(one, backing=self._of(one.claims)) for one in found)

    def places(self, found: Iterable[IncidentPlace]) -> tuple[IncidentPlace, ...]:
        """Places, each with who gives it."""
        return tuple(replace(one, backing=self._of(one.claims)) for one in found)

    def arms(self, found: Iterable[Arm]) -> tuple[Arm, ...]:
        """Weapons, each with who names it."""
        return tuple(replace(one, backing=self._of(one.claims)) for one in found)

    def date(self, found: IncidentDate) -> IncidentDate:
        """The day, with every day that tellings give: words that mean the same day are one reading; the latest first."""
        told: dict[tuple[str | None, int, int], list[Said]] = {}
        for said in days_told(self._case):
            key = (edtf(said.first, said.last), said.first.toordinal(), said.last.toordinal())
            told.setdefault(key, []).append(said)
        readings = [self._day(said) for _, said in sorted(told.items(), key=lambda one: (-one[0][1], one[0][2]))]
        return replace(found, readings=tuple(readings))

    def _day(self, said: Sequence[Said]) -> DayReading:
        first = said[0]
        basis = min((s.basis for s in said), key=("stated", "relative", "inferred", "unknown").index)
        span = TimeSpan(edtf=edtf(first.first, first.last), earliest=first.first, latest=first.last, basis=basis)
        claims = [s.stated for s in said]
        written = sorted({" ".join(s.claim.span.quote.split()) for s in claims})
        return DayReading(span=span, as_written=tuple(written), claims=ids(claims), backing=self._backing(claims))

    def _of(self, claims: Iterable[str]) -> Backing:
        return self._backing([self._stated[key] for key in claims if key in self._stated])

    def _backing(self, told: Sequence[Stated]) -> Backing:
        days = sorted(s.said_on for s in told if s.said_on is not None)
        return Backing(
            voices=tuple(sorted({voice_name(s, self._sources) for s in told})),
            origins=tuple(sorted({name for s in told for name in self._sources.of(s)})),
            reports=reports_of(told),
            first_said=days[0].isoformat() if days else None,
        )

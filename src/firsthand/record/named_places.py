"""The place names of a record, each with what it may mean: what a person needs to choose."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from firsthand.model.base import Record
from firsthand.model.extraction import Extraction
from firsthand.model.match import Decision
from firsthand.model.place import Place, PlaceName
from firsthand.record.choices import Choices, Ground, bare
from firsthand.resources.gazetteer_fold import plain

CLEAR = 900
"""Thousandths from which the likeliest reading of a name leaves little doubt."""


class Option(Record, frozen=True, kw_only=True):
    """A place that a name may mean. `weight`: in thousandths, its mean over the reports; `taken`: in so many reports."""

    place: Place
    weight: int
    taken: int


class NamedPlace(Record, frozen=True, kw_only=True):
    """A name of the record: as it is written, what it may mean, likeliest first, in which reports, and what was decided.

    `ambiguous`: nobody decided, and no ground has nine in ten, or reports take it for different ground. A town and the units
    around it are one ground here: that is a question of precision, not of where.
    """

    name: str
    written: tuple[str, ...]
    options: tuple[Option, ...]
    reports: tuple[str, ...]
    decisions: tuple[Decision, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Whether a person's word would help."""
        if self.decisions or len(self.options) < 2:
            return False
        first = _unit(self.options[0].place)
        here = sum(one.weight for one in self.options if _unit(one.place) == first)
        return here < CLEAR or any(one.taken > 0 and _unit(one.place) != first for one in self.options)


def _unit(place: Place) -> tuple[str | None, str | None]:
    """The province that a place lies in or is."""
    return place.country, place.admin1


def named_places(said: Mapping[str, Extraction], decisions: Iterable[Decision]) -> tuple[NamedPlace, ...]:
    """Every name that is used as a place, by name. `said`: by report, as extracted; decisions are applied here."""
    choices = Choices(decisions)
    found: dict[str, list[tuple[str, PlaceName]]] = {}
    for report in sorted(said):
        for name in choices.settle(said[report]).places:
            if name.use in ("place", "dateline", "speaker") and name.options:
                found.setdefault(plain(name.span.quote), []).append((report, name))
    return tuple(_named(found[key], choices) for key in sorted(found))


def _named(told: list[tuple[str, PlaceName]], choices: Choices) -> NamedPlace:
    written = [" ".join(name.span.quote.split()) for _, name in told]
    decided = [choices.of(name.span.quote, report) for report, name in told]
    shown = max(sorted(set(written)), key=written.count)
    return NamedPlace(
        name=shown,
        written=tuple(sorted(set(written))),
        options=_options(told),
        reports=tuple(sorted({report for report, _ in told})),
        decisions=tuple({one.id: one for one in decided if one is not None}.values()),
    )


def _options(told: list[tuple[str, PlaceName]]) -> tuple[Option, ...]:
    """What the tellings of one name may mean, added up; a place in its own words goes before one beside it."""
    names = [name for _, name in told]
    places: dict[Ground, Place] = {}
    weights: dict[Ground, int] = {}
    taken: dict[Ground, set[str]] = {}
    for name in sorted(names, key=lambda name: name.area != name.span):
        for i, place in enumerate(name.options):
            mark = bare(place, name)
            own = replace(place, name=mark.name, within=mark.within) if name.area != name.span else place
            places.setdefault(mark, own)
            weights[mark] = weights.get(mark, 0) + (name.weights[i] if i < len(name.weights) else 1000 * (i == 0))
    for report, name in told:
        if name.place is not None:
            taken.setdefault(bare(name.place, name), set()).add(report)
    options = [
        Option(place=place, weight=round(weights[mark] / len(names)), taken=len(taken.get(mark, ())))
        for mark, place in places.items()
    ]
    return tuple(sorted(options, key=lambda one: (-one.weight, -one.taken, one.place.name, one.place.within)))

"""Which place a name means by a person's word: decisions applied to what was extracted, before anything is concluded from it.

What was extracted stays stored as it was; here only what is concluded upon changes, so that a later decision takes it back.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.match import Decision, standing
from firsthand.model.place import Place, PlaceName
from firsthand.model.span import Span
from firsthand.model.value import Where
from firsthand.resources.gazetteer_fold import plain

BY = "choices.place"
"""The rule that claims bear whose place a person chose."""
Key = tuple[str, str | None]
"""A name in the form of `plain`, and the report it is about (None: all of the record)."""


class Ground(NamedTuple):
    """A place by its name and what holds it: the same in whatever words it was found."""

    name: str
    within: tuple[str, ...]
    country: str | None


def ground(place: Place) -> Ground:
    """What a place of the gazetteer is recognised by."""
    return Ground(place.name, place.within, place.country)


def bare(place: Place, name: PlaceName) -> Ground:
    """The same of a place that a name in a text means: of "east of Homs" it is Homs."""
    if name.area != name.span and place.within:
        return Ground(place.within[0], place.within[1:], place.country)
    return ground(place)


class Choices:
    """What people decided that names mean. A decision on one report goes before one on all; of two the later holds."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._chosen: dict[Key, Decision] = {}
        for decision in standing(decisions):
            if decision.kind == "place" and decision.name is not None:
                self._chosen[plain(decision.name), decision.report] = decision

    def __bool__(self) -> bool:
        return bool(self._chosen)

    def of(self, name: str, report: str) -> Decision | None:
        """The decision that holds for a name in a report."""
        words = plain(name)
        return self._chosen.get((words, report)) or self._chosen.get((words, None))

    def settle(self, said: Extraction) -> Extraction:
        """What a report says, with the places that people chose."""
        pairs = [(name, self._meant(name, said.report)) for name in said.places] if self else []
        if all(old is new for old, new in pairs):
            return said
        mentions = tuple(
            replace(mention, claims=tuple(_claim(claim, pairs) for claim in mention.claims))
            for mention in said.mentions
        )
        return replace(said, places=tuple(new for _, new in pairs), mentions=mentions)

    def moved(self, every: Iterable[Extraction]) -> dict[str, str]:
        """Ids that claims had before people chose, with those that they have since."""
        return {
            one.id: other.id
            for said in every
            for old, new in zip(said.mentions, self.settle(said).mentions, strict=True)
            for one, other in zip(old.claims, new.claims, strict=True)
            if one is not other
        }

    def _meant(self, name: PlaceName, report: str) -> PlaceName:
        """The name with the place that was chosen first among its options; the others stay."""
        decision = self.of(name.span.quote, report)
        if decision is None:
            return name
        chosen = chosen_of(name, decision.place)
        others = tuple(one for one in name.options if one != chosen)
        weights = (1000, *(0 for _ in others)) if chosen is not None else ()
        return replace(name, place=chosen, others=others, weights=weights)


def chosen_of(name: PlaceName, place: Place | None) -> Place | None:
    """A chosen place in the words of a text: moved as they move it, where it is among the options of the name."""
    if place is None:
        return None
    fit = [one for one in name.options if bare(one, name) == ground(place)]
    same = [one for one in fit if one.geonames_id is not None and one.geonames_id == place.geonames_id]
    # By direction or distance it lies beside the place: as far as nothing tells where, the ground around it is meant.
    return next(iter((*same, *fit)), place if name.area == name.span else _beside(place, name))


def _beside(place: Place, name: PlaceName) -> Place:
    moved = name.place.radius_km if name.place is not None else 0.0
    return replace(
        place, name=" ".join(name.area.quote.split()), radius_km=place.radius_km + max(25.0, moved) if place.radius_km else 0,
        within=(place.name, *place.within), geonames_id=None, precision="region" if place.radius_km > 50 else "district",
    )  # fmt: skip


def _claim(claim: Claim, pairs: Iterable[tuple[PlaceName, PlaceName]]) -> Claim:
    """A claim on the place of an event, with what its name was decided to mean."""
    if not isinstance(claim.value, Where):
        return claim
    where = claim.value
    here = [(old, new) for old, new in pairs if _touch(old, claim.span)]
    for old, new in here or [pair for pair in pairs if pair[0].place is not None]:
        if old is not new and where.place == old.place:
            value = replace(where, place=new.place, others=new.others, weights=new.weights)
            return replace(claim, value=value, by=f"{claim.by} {BY}")
    return claim


def _touch(name: PlaceName, span: Span) -> bool:
    return name.area.touches(span.start, span.end) or name.span.touches(span.start, span.end)


def settled(said: Mapping[str, Extraction], decisions: Iterable[Decision]) -> dict[str, Extraction]:
    """What all reports say, by report, with the places that people chose."""
    choices = Choices(decisions)
    return {report: choices.settle(extraction) for report, extraction in said.items()}

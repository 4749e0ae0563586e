"""Names over all reports: every name of one entity together, and never two entities under one name."""

from collections import Counter
from collections.abc import Mapping

from firsthand.model.extraction import Extraction, Name
from firsthand.model.incident import EntityEntry
from firsthand.resources.lexicon_persons import one_person


class Naming:
    """The names that entities go by, over all reports: persons told in full in one report and by surname in the next are one."""

    def __init__(self, extractions: Mapping[str, Extraction]) -> None:
        self.names: dict[str, list[tuple[str, Name]]] = {}
        for report in sorted(extractions):
            for name in extractions[report].names:
                self.names.setdefault(name.entity, []).append((report, name))
        self._places = _places(extractions)
        # Settled once: entities are asked for at every claim, and how often each is named grows with the record.
        self._sorts = {entity: _sort(found) for entity, found in self.names.items()}
        self._countries = {entity: _country(found) for entity, found in self.names.items()}
        persons = {e for e, sort in self._sorts.items() if sort == "person"}
        told = Counter({e: len(self.names[e]) for e in sorted(persons)})
        self._persons = {name: full for name, full in one_person(told).items() if full != name}

    def type(self, entity: str) -> str | None:
        """What an entity is, None where no report names it."""
        return self._sorts.get(entity)

    def country(self, entity: str) -> str | None:
        """The country of an entity, None where no report tells it or they differ."""
        return self._countries.get(entity)

    def entity(self, name: str) -> str:
        """The name that an entity goes by."""
        return self._persons.get(name, name)

    def entries(self) -> tuple[EntityEntry, ...]:
        """Every entity and every place that is known, with all its names, sorted by name."""
        together: dict[str, list[tuple[str, Name]]] = {}
        for entity, found in self.names.items():
            together.setdefault(self.entity(entity), []).extend(found)
        named = [_entry(entity, together[entity]) for entity in sorted(together)]
        return tuple(sorted((*named, *self._places), key=_order))


def _order(entry: EntityEntry) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """By name; two places of one name have nothing else to tell them apart but where they are named."""
    return entry.name, entry.type, entry.also, entry.reports


def _entry(entity: str, found: list[tuple[str, Name]]) -> EntityEntry:
    written = {*(" ".join(name.span.quote.split()) for _, name in found), *(name.entity for _, name in found)}
    return EntityEntry(
        name=entity,
        type=_sort(found),
        also=tuple(sorted(written - {entity})),
        reports=tuple(sorted({report for report, _ in found})),
    )


def _country(found: list[tuple[str, Name]]) -> str | None:
    countries = {name.country for _, name in found if name.country}
    return next(iter(countries)) if len(countries) == 1 else None


def _sort(found: list[tuple[str, Name]]) -> str:
    sorts = {name.type for _, name in found}
    if len(sorts) == 1:
        return sorts.pop()
    counted = Counter(name.type for _, name in found)
    return min(counted, key=lambda sort: (-counted[sort], sort))


def _places(extractions: Mapping[str, Extraction]) -> list[EntityEntry]:
    """The places that reports name as such, each with all its spellings; a town and the province of its name are one entry."""
    found: dict[tuple[str, str | None], list[tuple[str, str]]] = {}
    known = set()
    for report in sorted(extractions):
        for name in extractions[report].places:
            if name.place is not None and name.use in ("place", "dateline"):
                key = (name.place.name, name.place.country)
                found.setdefault(key, []).append((report, " ".join(name.span.quote.split())))
                # Parts of a place ("eastern ..") have no entry of their own in the gazetteer.
                known |= {key} if name.place.geonames_id is not None else set()
    return [
        EntityEntry(
            name=key[0],
            type="place",
            also=tuple(sorted({words for _, words in found[key]} - {key[0]})),
            reports=tuple(sorted({report for report, _ in found[key]})),
        )
        for key in known
    ]

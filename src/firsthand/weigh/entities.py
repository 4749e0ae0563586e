"""Names over all reports: every name of one entity together, and never two entities under one name."""

from collections import Counter
from collections.abc import Mapping

from firsthand.model.extraction import Extraction, Name
from firsthand.model.incident import EntityEntry
from firsthand.model.place import PlaceName
from firsthand.resources.lexicon_persons import one_person


class Naming:
    """The names that entities go by, over all reports: persons told in full in one report and by surname in the next are one."""

    def __init__(self, extractions: Mapping[str, Extraction]) -> None:
        self.names: dict[str, list[tuple[str, Name]]] = {}
        for report in sorted(extractions):
            for name in extractions[report].names:
                self.names.setdefault(name.entity, []).append((report, name))
        self._places = _places(extractions)
        persons = {e for e, found in self.names.items() if _sort(found) == "person"}
        told = Counter({e: len(self.names[e]) for e in sorted(persons)})
        self._persons = {name: full for name, full in one_person(told).items() if full != name}

    def type(self, entity: str) -> str | None:
        """What an entity is, None where no report names it."""
        found = self.names.get(entity)
        return _sort(found) if found else None

    def country(self, entity: str) -> str | None:
        """The country of an entity, None where no report tells it or they differ."""
        countries = {name.country for _, name in self.names.get(entity, ()) if name.country}
        return next(iter(countries)) if len(countries) == 1 else None

    def entity(self, name: str) -> str:
        """The name that an entity goes by."""
        return self._persons.get(name, name)

    def entries(self) -> tuple[EntityEntry, ...]:
        """Every entity and every place that is known, with all its names, sorted by name."""
        together: dict[str, list[tuple[str, Name]]] = {}
        for entity, found in self.names.items():
            together.setdefault(self.entity(entity), []).extend(found)
        named = [_entry(entity, together[entity]) for entity in sorted(together)]
        return tuple(sorted((*named, *self._places), key=lambda entry: (entry.name, entry.type)))


def _entry(entity: str, found: list[tuple[str, Name]]) -> EntityEntry:
    written = {*(" ".join(name.span.quote.split()) for _, name in found), *(name.entity for _, name in found)}
    return EntityEntry(
        name=entity,
        type=_sort(found),
        also=tuple(sorted(written - {entity})),
        reports=tuple(sorted({report for report, _ in found})),
    )


def _sort(found: list[tuple[str, Name]]) -> str:
    counted = Counter(name.type for _, name in found)
    return min(counted, key=lambda sort: (-counted[sort], sort))


def _places(extractions: Mapping[str, Extraction]) -> list[EntityEntry]:
    """The places that reports name as such, each with all its spellings."""
    found: dict[tuple[str, str | None, str], list[tuple[str, PlaceName]]] = {}
    for report in sorted(extractions):
        for name in extractions[report].places:
            if name.place is not None and name.use in ("place", "dateline"):
                known = name.place.geonames_id
                key = (str(known), None, "") if known is not None else (name.place.name, name.place.country, "named")
                found.setdefault(key, []).append((report, name))
    entries = []
    for told in found.values():
        names = Counter(name.place.name for _, name in told if name.place is not None)
        best = min(names, key=lambda name: (-names[name], name))
        written = {" ".join(name.span.quote.split()) for _, name in told} | set(names)
        reports = tuple(sorted({report for report, _ in told}))
        entries.append(EntityEntry(name=best, type="place", also=tuple(sorted(written - {best})), reports=reports))
    return entries

"""Names over all reports: every name of one entity together, and never two entities under one name."""

from collections import Counter
from collections.abc import Mapping

from firsthand.model.extraction import Extraction, Name
from firsthand.model.incident import EntityEntry

PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "de", "van", "von", "der", "ad", "ash", "as", "ar", "an", "at", "az"})


class Naming:
    """The names that entities go by, over all reports: persons told in full in one report and by surname in the next are one."""

    def __init__(self, extractions: Mapping[str, Extraction]) -> None:
        self.names: dict[str, list[tuple[str, Name]]] = {}
        for report in sorted(extractions):
            for name in extractions[report].names:
                self.names.setdefault(name.entity, []).append((report, name))
        persons = {e for e, found in self.names.items() if _sort(found) == "person"}
        self._persons = _one_person(persons)

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
        """Every entity with all its names, sorted by name."""
        together: dict[str, list[tuple[str, Name]]] = {}
        for entity, found in self.names.items():
            together.setdefault(self.entity(entity), []).extend(found)
        return tuple(_entry(entity, together[entity]) for entity in sorted(together))


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


def _one_person(persons: set[str]) -> dict[str, str]:
    """Which person each name of a person stands for, where that is another.

    One in full: the same first and last name, and middle names that do not contradict. A surname alone is the only person who
    bears it; where several do, it stays by itself.
    """
    found: dict[str, str] = {}
    families: dict[str, list[str]] = {}
    for person in sorted(persons):
        parts = _parts(person)
        if parts:
            families.setdefault(parts[-1], []).append(person)
    for family in families.values():
        full = sorted((p for p in family if len(_parts(p)) > 1), key=lambda p: (-len(p), p))
        heads: list[str] = []
        for person in full:
            head = next((h for h in heads if _parts(h)[0] == _parts(person)[0]), None)
            if head is None:
                heads.append(person)
            else:
                found[person] = head
        if len(heads) == 1:
            found |= {person: heads[0] for person in family if len(_parts(person)) == 1}
    return found


def _parts(person: str) -> list[str]:
    """The words of a person's name in small letters, particles and initials' dots left out."""
    words = person.casefold().replace("-", " ").replace(".", " ").replace("’", "'").split()
    return [word for word in words if word not in PARTICLES]

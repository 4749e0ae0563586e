"""Where the clear places of a text lie, as evidence for names that are not clear by themselves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from firsthand.extract.places_words import Run
from firsthand.resources.gazetteer import Found
from firsthand.resources.gazetteer_tables import Rank


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where the clear places of a text lie: names by half-degree cell, and by the province that they are or lie in."""

    cells: Mapping[tuple[int, int], frozenset[str]]
    provinces: Mapping[int, frozenset[str]]

    def features(self, run: Run) -> Iterator[str]:
        """Whether a candidate of `run` lies by another clear place, or in a province that is named."""
        own, near, held = run.text, False, False
        for f in run.found[:12]:
            if f.rank > Rank.STRIPPED or f.kind == "country":
                continue
            if f.lat is not None and f.lon is not None:
                near = near or bool(self.cells.get((int(f.lat * 2), int(f.lon * 2)), frozenset()) - {own})
            held = held or bool(f.admin1 and self.provinces.get(f.admin1, frozenset()) - {own})
        if near:
            yield "near"
        elif held:
            yield "held"


def anchors_of(placed: Mapping[str, Found]) -> Anchors:
    """Anchors from names and the place that each means."""
    cells: dict[tuple[int, int], set[str]] = defaultdict(set)
    provinces: dict[int, set[str]] = defaultdict(set)
    for name, f in placed.items():
        if f.kind == "province":
            provinces[f.id].add(name)
        elif f.kind != "country" and f.lat is not None and f.lon is not None:
            provinces[f.admin1].add(name)
            north, east = int(f.lat * 2), int(f.lon * 2)
            for i in (-1, 0, 1):
                for j in (-1, 0, 1):
                    cells[north + i, east + j].add(name)
    return Anchors({c: frozenset(n) for c, n in cells.items()}, {p: frozenset(n) for p, n in provinces.items()})

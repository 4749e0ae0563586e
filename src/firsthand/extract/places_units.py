"""The kind of unit that a name means, by the words beside it: the town, or the district or province around it."""

from collections.abc import Sequence

from firsthand.extract import places_cues as cues
from firsthand.extract.places_words import Run
from firsthand.resources.gazetteer import Found
from firsthand.resources.gazetteer_tables import Rank


def fitting(found: tuple[Found, ...], run: Run, text: str) -> tuple[Found, ...]:
    """Candidates of the kind that a unit word beside the name asks for; all where none is of it."""
    exact = [f for f in found if f.rank < Rank.LOOSE]
    unit = unit_of(run, text)
    if unit is None:
        return tuple(towns_beside(exact, text[max(0, run.start - 60) : run.start])) or tuple(exact) or found
    kinds = cues.UNITS[unit]
    # Spelled loosely, a unit is meant only if a town of the exact spelling lies in it (Deir al-Zour province).
    around = {f.admin1 for f in exact} | {f.admin2 for f in exact}
    fit = [f for f in found if f.kind in kinds and (f.rank is not Rank.LOOSE or not exact or f.id in around)]
    # "a Kansas town", "U.S. cities": the unit is in the country or state, not named like it.
    holder = found[0].kind in ("country", "province") and found[0].kind not in kinds
    if not fit or (holder and fit[0].weight < found[0].weight - 2):
        return tuple(exact) or found
    first = [f for f in fit if f.kind == kinds[0]]
    return tuple(first if first and unit not in cues.MANY_LEVELS else fit)


def towns_beside(exact: Sequence[Found], before: str) -> Sequence[Found]:
    """Of a town and the unit around it the town, where something lies near, beside or so far from it."""
    kinds = {f.kind for f in exact}
    if kinds.isdisjoint(("province", "district")) or kinds.isdisjoint(("settlement", "capital")):
        return exact
    if cues.NEARBY.search(before) is None and cues.LYING.search(before) is None:
        return exact
    seats = {(f.country, f.admin1) for f in exact if f.kind in ("settlement", "capital")}
    return [
        f for f in exact if not (f.kind == "province" and (f.country, f.id) in seats)
        and not (f.kind == "district" and (f.country, f.admin1) in seats)
    ]  # fmt: skip


def unit_of(run: Run, text: str) -> str | None:
    """The unit word beside a name: "Homs province", "the town of Homs", "Homs and Hama provinces"."""
    after = cues.AFTER_UNIT.match(text, run.end) or cues.LISTED_UNIT.match(text, run.end)
    if after:
        return after[1].lower()
    before = cues.BEFORE_UNIT.search(text, max(0, run.start - 40), run.start)
    if (
        before is None
        or cues.PART_OF.match(text, before.start())
        or cues.NAMED_UNIT.search(text, max(0, before.start() - 22), before.start())
    ):
        return None
    return before[1].lower()

"""Two states of a record held against each other: incidents that are new, gone, merged, split or changed, and claims by field."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from firsthand.model.base import Record
from firsthand.model.folded import Folded, StatedClaim
from firsthand.model.incident import Best, Incident, IncidentPlace

Sort = Literal["new", "gone", "merged", "split", "moved", "changed"]
"""Moved: several incidents exchange tellings and stay several."""


class Named(Record, frozen=True, kw_only=True):
    """An incident by its id and title."""

    id: str
    title: str


class FieldChange(Record, frozen=True, kw_only=True):
    """A field of an incident in words, before and after; "" where there is nothing."""

    field: str
    before: str
    after: str


class Change(Record, frozen=True, kw_only=True):
    """What became of incidents. `fields`: of one that is still one."""

    what: Sort
    before: tuple[Named, ...] = ()
    after: tuple[Named, ...] = ()
    fields: tuple[FieldChange, ...] = ()


class FieldCount(Record, frozen=True, kw_only=True):
    """Claims of a field that are new, and that are gone."""

    field: str
    new: int
    gone: int


class Gains(Record, frozen=True, kw_only=True):
    """What one state of a record has over another, and lacks. `before`, `after`: all incidents; `unchanged`: as they were."""

    before: int
    after: int
    unchanged: int
    incidents: tuple[Change, ...]
    claims_before: int
    claims_after: int
    claims: tuple[FieldCount, ...]

    def of(self, what: Sort) -> tuple[Change, ...]:
        """The changes of one sort."""
        return tuple(change for change in self.incidents if change.what == what)


ORDER: tuple[Sort, ...] = ("new", "gone", "merged", "split", "moved", "changed")


def gains(before: Folded, after: Folded) -> Gains:
    """What `after` has over `before`. Incidents are the same where they share a telling, or at least the words of one."""
    old = {incident.id: incident for incident in before.incidents}
    new = {incident.id: incident for incident in after.incidents}
    changes = [_change(a, b, old, new) for a, b in _together(before, after)]
    told = [change for change in changes if change is not None]
    return Gains(
        before=len(old), after=len(new), unchanged=len(changes) - len(told),
        incidents=tuple(sorted(told, key=lambda one: (ORDER.index(one.what), (one.after or one.before)[0].id))),
        claims_before=len(before.claims), claims_after=len(after.claims), claims=_claims(before.claims, after.claims),
    )  # fmt: skip


def _claims(before: Sequence[StatedClaim], after: Sequence[StatedClaim]) -> tuple[FieldCount, ...]:
    """By field; a claim with another value is one gone and one new."""
    old, new = ({one.id: one.claim.field for one in claims} for claims in (before, after))
    came = Counter(field for key, field in new.items() if key not in old)
    went = Counter(field for key, field in old.items() if key not in new)
    return tuple(FieldCount(field=field, new=came[field], gone=went[field]) for field in sorted({*came, *went}))


def _together(before: Folded, after: Folded) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Incidents of both states (ids) that hang together by tellings that they share."""
    pairs = _shared(_by_mention(before.incidents), _by_mention(after.incidents))
    left = {one.id for one in before.incidents} - {a for a, _ in pairs}
    right = {one.id for one in after.incidents} - {b for _, b in pairs}
    # A trigger of more words than before makes another telling of the same words.
    words = _shared(_by_words(before, left), _by_words(after, right))
    taken: set[str] = set()
    for (a, b), _ in sorted(words.items(), key=lambda pair: (-pair[1], pair[0])):
        if a not in taken and b not in taken:
            taken |= {a, b}
            pairs[a, b] = 1
    return _components(pairs, left, right)


def _components(
    pairs: Iterable[tuple[str, str]], left: Iterable[str], right: Iterable[str]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    beside: dict[tuple[int, str], set[tuple[int, str]]] = defaultdict(set)
    for a, b in pairs:
        beside[0, a].add((1, b))
        beside[1, b].add((0, a))
    for side, ids in ((0, left), (1, right)):
        for one in ids:
            beside.setdefault((side, one), set())
    found = []
    seen: set[tuple[int, str]] = set()
    for start in sorted(beside):
        if start in seen:
            continue
        todo, group = [start], set[tuple[int, str]]()
        while todo:
            at = todo.pop()
            if at not in group:
                group.add(at)
                todo.extend(beside[at])
        seen |= group
        sides = (tuple(sorted(one for side, one in group if side == which)) for which in (0, 1))
        found.append((next(sides), next(sides)))
    return found


def _by_mention(incidents: Iterable[Incident]) -> Mapping[object, set[str]]:
    """Incidents by their mentions."""
    return {mention: {one.id} for one in incidents for telling in one.tellings for mention in telling.mentions}


def _by_words(folded: Folded, among: set[str]) -> Mapping[object, set[str]]:
    """Incidents among these by the words of their claims: report, place in it, and field."""
    home = {
        mention: one.id for one in folded.incidents if one.id in among for t in one.tellings for mention in t.mentions
    }
    found: dict[object, set[str]] = defaultdict(set)
    for stated in folded.claims:
        claim = stated.claim
        if claim.mention in home:
            found[claim.report, claim.span.start, claim.span.end, claim.field].add(home[claim.mention])
    return found


def _shared(old: Mapping[object, set[str]], new: Mapping[object, set[str]]) -> dict[tuple[str, str], int]:
    """How many keys each pair of incidents shares."""
    return dict(Counter((a, b) for key in old.keys() & new.keys() for a in old[key] for b in new[key]))


def _change(
    a: Sequence[str], b: Sequence[str], old: Mapping[str, Incident], new: Mapping[str, Incident]
) -> Change | None:
    """What became of incidents that hang together, None where nothing did."""
    before = tuple(Named(id=one, title=old[one].title) for one in a)
    after = tuple(Named(id=one, title=new[one].title) for one in b)
    if len(a) == 1 and len(b) == 1:
        fields = tuple(field_changes(old[a[0]], new[b[0]]))
        return Change(what="changed", before=before, after=after, fields=fields) if fields else None
    what: Sort = (
        "new" if not a else "gone" if not b else "merged" if len(b) == 1 else "split" if len(a) == 1 else "moved"
    )
    return Change(what=what, before=before, after=after)


def field_changes(old: Incident, new: Incident) -> Iterable[FieldChange]:
    """The fields in which two states of an incident differ, in words."""
    past, present = words_of(old), words_of(new)
    for field in {**past, **present}:
        before, after = past.get(field, ""), present.get(field, "")
        if before != after:
            yield FieldChange(field=field, before=before, after=after)


def words_of(incident: Incident) -> dict[str, str]:
    """What an incident says, field by field."""
    return {
        "kind": incident.kind,
        "status": incident.status,
        "role": incident.role,
        "date": str(incident.date.span.edtf or ""),
        "places": "; ".join(map(_place, incident.places)),
        **{
            field: "; ".join(one.name for one in found)
            for field, found in (
                ("actors", incident.actors), ("targets", incident.targets), ("victims", incident.victims),
                ("weapons", incident.weapons),
            )
        },
        **{best.field: _interval(best) for best in incident.best},
        "reports": str(len({telling.report for telling in incident.tellings})),
        "sources": "; ".join(f"{origin.name} ({origin.reliability})" for origin in incident.origins),
        "disagreements": "; ".join(found.why for found in incident.discrepancies),
        "grade": f"{incident.grade} ({incident.credibility})",
    }  # fmt: skip


def _place(found: IncidentPlace) -> str:
    place = found.place
    point = "no point" if place.lat is None or place.lon is None else f"{place.lat:.2f}, {place.lon:.2f}"
    return f"{place.name} ({point})"


def _interval(best: Best) -> str:
    low, middle, high = ("?" if value is None else str(value) for value in (best.low, best.best, best.high))
    return middle if low == middle == high else f"{middle} ({low} to {high})"

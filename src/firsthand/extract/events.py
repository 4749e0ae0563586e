"""Mentions of one event inside a report put together, and their claims made."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from firsthand.extract.apart import set_apart
from firsthand.extract.drafts import ARMED_KINDS_EXCLUDED, Draft, Part
from firsthand.extract.items import items, known
from firsthand.extract.scene import Scene
from firsthand.model.calendar import resolve
from firsthand.model.place import Place
from firsthand.model.timeref import TimeRef, inner
from firsthand.model.value import Party
from firsthand.model.when import TimeSpan

VIOLENT = frozenset({
    "armed clash", "ground raid", "capture", "arrest", "seizure of weapons", "siege", "torture", "robbery",
    "looting", "sexual violence", "withdrawal", "seizure of territory", "territory regained", "displacement",
    "disaster", "abduction", "hostage-taking",
})  # fmt: skip
LEAF = frozenset({
    "air strike", "drone strike", "shelling", "missile attack", "rocket attack", "suicide bombing",
    "roadside bomb", "grenade", "chemical attack", "abduction", "hostage-taking", "shoot-down", "arson",
    "robbery", "sexual violence", "ambush", "assassination", "mob violence", "looting", "property destruction",
})  # fmt: skip
OPERATION = frozenset({"ground raid", "capture", "arrest", "seizure of weapons", "armed clash"})
"""What one operation of a force is made of."""
GENERAL = frozenset({"attack", "killing"})
"""Kinds whose words serve for any violent event."""
MEANS = frozenset({
    "air strike", "drone strike", "shelling", "missile attack", "rocket attack", "suicide bombing", "roadside bomb", "grenade",
    "chemical attack", "shoot-down", "arson", "sexual violence",
})  # fmt: skip
"""Kinds told apart by what was used: two of them are seldom one event."""
DEEDS = frozenset({"shooting", "killing", "massacre"})
"""Kinds whose words tell that somebody was hit, also where nothing else is said."""
LEAD = 2
"""Passage up to which a report says what it is about."""
CROWD = frozenset({"protest", "riot"})
UNREAL = frozenset({"hypothetical", "planned", "threatened"})
APART = -99
BRIEF = 10
"""Passages of a report that mostly tells one event."""
JOINS = 2
"""Points from which a mention is taken for an event told before: one shared kind, or a general word beside it."""
NEAR_KM = 40
PAST = frozenset({"roles.long_ago", "roles.old_day", "roles.before_news"})
"""Rules by which a mention has a time of its own that is behind the news: it is no telling of the news."""


@dataclass(kw_only=True)
class EventDraft:
    """Drafts that tell one event."""

    drafts: list[Draft] = field(default_factory=list)

    @property
    def main(self) -> bool:
        """Told as news by at least one of them."""
        return any(d.role == "main" for d in self.drafts)

    @property
    def real(self) -> bool:
        """Told as news that happened, goes on or was tried."""
        return any(d.role == "main" and d.status in {"occurred", "ongoing", "attempted"} for d in self.drafts)


class Joiner:
    """Puts the drafts of one report together, in reading order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.events: list[EventDraft] = []
        self.days: dict[int, list[TimeSpan]] = {}

    def join(self, drafts: Sequence[Draft]) -> list[EventDraft]:
        """Events, in the order of their first mention."""
        for draft in drafts:
            home = self._home(draft)
            if home is None:
                if draft.trigger.weak and not (draft.counts or draft.targets or draft.actors):
                    continue
                home = EventDraft()
                self.events.append(home)
            home.drafts.append(draft)
        kept = [e for e in self.events if not self._empty(e)]
        return kept if any(e.real for e in kept) else sorted([*kept, *self._only()], key=self.events.index)

    def _only(self) -> list[EventDraft]:
        """Where nothing else is told as news: the first deed of arms that the lead or two sentences tell, though barely."""
        told = (
            e
            for e in self.events
            if e.real and self._empty(e) and any(_told(d) and d.kind in DEEDS for d in e.drafts)
            if len(e.drafts) > 1 or e.drafts[0].passage <= LEAD
        )
        return list(islice(told, 1))

    def _home(self, draft: Draft) -> EventDraft | None:
        best: tuple[int, int] | None = None
        for n, event in enumerate(self.events):
            score = self._score(draft, event)
            if score is not None and score >= JOINS and (best is None or (score, n) > best):
                best = (score, n)
        return self.events[best[1]] if best is not None else None

    def _score(self, draft: Draft, event: EventDraft) -> int | None:
        """How well a draft fits an event, in points; None for what cannot be one event."""
        if any((draft.status in UNREAL) != (d.status in UNREAL) for d in event.drafts):
            return None
        home = set_apart(self.scene)
        here = home.get(draft.trigger.token)
        if any(d.passage == draft.passage and home.get(d.trigger.token) != here for d in event.drafts):
            return None
        if self._other_news(draft, event) or (event.main and draft.by.split()[-1] in PAST):
            return None
        told = {d.kind for d in event.drafts}
        fine = {k for k in told if k in MEANS} if draft.kind in MEANS else set()
        kind = max(self._kinds(draft.kind, k) for k in fine or told)
        day, place = self._days(draft, event), self._places(draft, event)
        if APART in (kind, day, place):
            return None
        last = event.drafts[-1]
        if all(self.scene.passages[d.passage].section == "headline" for d in event.drafts):
            return kind + day + place + self._parties(draft, event) + 2  # the body tells what the headline announces
        near = 2 if last.passage == draft.passage else 1 if draft.passage - last.passage <= 2 else 0
        score = kind + day + place + near + self._parties(draft, event)
        if len(self.scene.passages) <= BRIEF:
            score += 1  # a brief report tells one thing
        if event is next((e for e in self.events if e.main), None) and not draft.times:
            score += 1  # what is told without a day of its own is told of the news
        if (draft.role == "main") != event.main:
            score -= 4
        elif draft.role == "background":
            score -= 1
        return score

    def _other_news(self, draft: Draft, event: EventDraft) -> bool:
        """Tell whether the report has turned to other news since an event, and the draft is not one word that points back."""
        parts, last = items(self.scene), event.drafts[-1].passage
        if known(self.scene, draft.token) or not parts.parted(last, draft.passage):
            return False
        placed = any(p.place is not None and p.place.precision != "country" for p in draft.places)
        return parts.number[last] != parts.number[draft.passage] or bool(placed or draft.times or draft.counts)

    def elsewhere(self, draft: Draft, event: EventDraft) -> bool:
        """Tell whether a draft tells of another place than an event, or of other numbers of the same people."""
        mine = {(c.field, c.number) for c in draft.counts if c.number}
        theirs = {(c.field, c.number) for d in event.drafts for c in d.counts if c.number}
        shared = {field for field, _ in mine} & {field for field, _ in theirs}
        return self._places(draft, event) == APART or bool(shared and not mine & theirs)

    def _kinds(self, a: str, b: str) -> int:
        """2 for one kind, 1 where one may be a general word for the other, 0 for parts of one operation, APART else."""
        if a == b:
            return 2
        if a in ARMED_KINDS_EXCLUDED or b in ARMED_KINDS_EXCLUDED:
            return 1 if self.scene.kinds.akin(a, b) or {a, b} <= {"protest", "riot", "arrest"} else APART
        if self.scene.kinds.refines(a, b) or self.scene.kinds.refines(b, a):
            return 1
        if not (self._violent(a) and self._violent(b)):
            return APART
        if a in GENERAL or b in GENERAL:
            return 1
        if a in OPERATION and b in OPERATION:
            return 1
        return -2 if a in MEANS and b in MEANS else 0

    def _violent(self, kind: str) -> bool:
        return kind in VIOLENT or self.scene.kinds.refines(kind, "attack")

    def _days(self, draft: Draft, event: EventDraft) -> int:
        """2 for a shared day, APART for stated days apart, 0 where one says nothing."""
        mine = self._spans(draft)
        theirs = [s for d in event.drafts for s in self._spans(d)]
        if not mine or not theirs:
            return 0
        known = [(a, b) for a in mine for b in theirs]
        if any(_meet(a, b) for a, b in known):
            near = any(
                _meet(a, b) and a.width is not None and b.width is not None and max(a.width, b.width) <= 31
                for a, b in known
            )
            exact = any(
                _meet(a, b) and a.width is not None and b.width is not None and max(a.width, b.width) <= 8
                for a, b in known
            )
            return 2 if exact else int(near)
        return APART

    def _spans(self, draft: Draft) -> list[TimeSpan]:
        if draft.trigger.token not in self.days:
            self.days[draft.trigger.token] = self._resolved(draft)
        return self.days[draft.trigger.token]

    def _resolved(self, draft: Draft) -> list[TimeSpan]:
        spans = [(t.ref, resolve(t.ref, self.scene.day)) for t in draft.times]
        known = [s for _, s in spans if s.earliest is not None and s.latest is not None]
        return known or [TimeSpan(edtf=name) for ref, s in spans if (name := s.edtf or _weekday(ref)) is not None]

    def _places(self, draft: Draft, event: EventDraft) -> int:
        """2 for a shared place, APART for places apart, 0 where one says nothing."""
        mine = [p.place for p in draft.places if p.place is not None and p.place.precision != "country"]
        theirs = [
            p.place for d in event.drafts for p in d.places if p.place is not None and p.place.precision != "country"
        ]
        mine_land = {p.place.country for p in draft.places if p.place is not None and p.place.country}
        their_land = {
            p.place.country for d in event.drafts for p in d.places if p.place is not None and p.place.country
        }
        if mine_land and their_land and not mine_land & their_land:
            return APART
        if not mine or not theirs:
            return 0
        if any(_same_place(a, b) for a in mine for b in theirs):
            return 2
        return APART if all(_apart(a, b) for a in mine for b in theirs) else 0

    def _parties(self, draft: Draft, event: EventDraft) -> int:
        """Shared actors, targets and numbers; two sides that only change places are the same two sides."""
        mine, theirs = entities(draft.actors), entities([p for d in event.drafts for p in d.actors])
        hit = entities(draft.targets + _of(draft, "victim"))
        hit_there = entities([p for d in event.drafts for p in (*d.targets, *_of(d, "victim"))])
        score = 0
        swapped = bool(mine & hit_there) and bool(hit & theirs)
        if mine and theirs:
            score += 1 if mine & theirs or swapped else 0 if mine & hit_there else -2
        if hit and (hit_there or theirs):
            score += 1 if hit & hit_there or swapped else -1
        numbers = {(c.field, c.number) for c in draft.counts if c.number and c.number > 1}
        if numbers & {(c.field, c.number) for d in event.drafts for c in d.counts}:
            score += 2
        return score

    def _empty(self, event: EventDraft) -> bool:
        """Tell whether nothing is said of the event that would make it one: no one in it, no day, no place, no number."""
        if all(d.bare and not d.parts for d in event.drafts):
            return not any(
                (d.kind in LEAF or d.trigger.frame.needs is not None or _told(d))
                and d.role == "main"
                and d.passage <= 1
                for d in event.drafts
            )
        return all(d.trigger.weak for d in event.drafts) and not any(
            d.counts or d.targets or d.actors for d in event.drafts
        )


def _told(draft: Draft) -> bool:
    """Tell whether a clause is about the event: its verb, or a noun that is subject or object of one."""
    return not draft.trigger.weak and (draft.trigger.verbal or draft.token.dep_ in {"nsubj", "nsubjpass", "dobj"})


def _meet(a: TimeSpan, b: TimeSpan) -> bool:
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return a.edtf == b.edtf or a.earliest is not None or b.earliest is not None
    return (
        (a.earliest - b.latest).days <= 1 and (b.earliest - a.latest).days <= 1
        if min(a.width or 0, b.width or 0) == 0
        else a.earliest <= b.latest and b.earliest <= a.latest
    )


def _weekday(ref: TimeRef) -> str | None:
    """A weekday by its number, where the report has no day to count from; two different ones are two days."""
    under: TimeRef | None = ref
    while under is not None and under.op != "weekday":
        under = inner(under)
    return f"weekday {under.args[0]}" if under is not None else None


def _same_place(a: Place, b: Place) -> bool:
    return (a.geonames_id is not None and a.geonames_id == b.geonames_id) or a.name == b.name


def _apart(a: Place, b: Place) -> bool:
    """Tell whether two places are surely not one: further apart than their radii and a margin, neither in the other."""
    if a.name in b.within or b.name in a.within or a.admin1 == b.name or b.admin1 == a.name:
        return False
    abroad = bool(a.country and b.country and a.country != b.country)
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return abroad
    lat = (a.lat - b.lat) * 111.2
    lon = (a.lon - b.lon) * 111.2 * 0.8
    far = (lat * lat + lon * lon) ** 0.5
    return bool(far > NEAR_KM + (0 if abroad else a.radius_km + b.radius_km))


def _of(draft: Draft, name: str) -> list[Part]:
    return [p for p in draft.parts if p.field == name]


def entities(parts: Sequence[Part]) -> set[str]:
    """The entities that parts name."""
    return {p.value.entity for p in parts if isinstance(p.value, Party) and p.value.entity}

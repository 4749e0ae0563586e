"""What a model adds joined to what the program found: said already, missing there, or an event of its own. Nothing goes."""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from firsthand.llm.borne import HAPPENED, Found, Point
from firsthand.llm.words import Reading
from firsthand.model.base import digest
from firsthand.model.claim import COUNTS, Claim, Mention, Role, mention_id
from firsthand.model.extraction import Extraction
from firsthand.model.place import Place
from firsthand.model.value import Count, Day, Party, Weapon, Where
from firsthand.resources.kinds import Kinds

NEAR = 3
"""Sentences within which a telling of a like kind is taken for one more telling of an event."""
RULES = {"date": "llm.date", "place": "llm.place", "weapon": "llm.weapon"}
"""Rules by field; parties and tolls have one rule each."""
MENTION, PARTY, COUNT = "llm.event", "llm.party", "llm.count"
BARE = "an event of which nothing is said that was not told already"
ONCE = frozenset({"date", "place"})
"""Fields of which an event has one: only a missing one is added."""


class Joiner:
    """Adds the events of a model, one answer after the other, to an extraction. `by`: how the model is named in claims."""

    def __init__(self, reading: Reading, kinds: Kinds, by: str) -> None:
        self._reading, self._kinds, self._by = reading, kinds, by
        self._mentions = {m.id: m for m in reading.found.mentions}
        self._said: dict[str, list[Claim]] = {}
        """Claims by event; numbers of people once more by field."""
        for m in reading.found.mentions:
            for claim in m.claims:
                self._say(m.event, claim)
        self.added = self.known = 0
        self.dropped: Counter[str] = Counter()

    def extraction(self) -> Extraction:
        """The program's own extraction with what was added."""
        mentions = sorted(self._mentions.values(), key=lambda m: (m.trigger.start, m.trigger.end))
        return replace(self._reading.found, mentions=tuple(mentions))

    def add(self, events: Iterable[Found]) -> None:
        """Join events in the order in which they came."""
        for event in events:
            home = self._home(event)
            if home is not None:
                self.known += 1
                self._fill(home, event.points)
                continue
            near = self._near(event)
            if all(self._told(point, near) for point in event.points):
                self.known += len(event.points) + (near is not None)
                self.dropped[BARE] += near is None
                continue
            self.added += 1
            self._fill(self._new(event, near), event.points)

    def _home(self, event: Found) -> Mention | None:
        """The telling that the event is: at the same words, else the nearest of a like kind in the sentence."""
        start, end = event.trigger.start, event.trigger.end
        here = [m for m in self._mentions.values() if m.trigger.touches(start, end)]
        if not here:
            here = [
                m for m in self._mentions.values() if m.sentence == event.sentence and self._like(m.kind, event.kind)
            ]
        return min(here, key=lambda m: (abs(m.trigger.start - start), m.trigger.start), default=None)

    def _near(self, event: Found) -> str | None:
        """The event, told near by, that this is one more telling of."""
        near = [m for m in self._mentions.values() if self._beside(m, event)]
        home = min(near, key=lambda m: (abs(m.sentence - event.sentence), m.trigger.start), default=None)
        return home.event if home is not None else None

    def _new(self, event: Found, near: str | None) -> Mention:
        """A telling of its own."""
        ident = mention_id(self._reading.report.id, event.trigger)
        self._mentions[ident] = Mention(
            report=self._reading.report.id, event=near or digest("evt", ident), kind=event.kind, trigger=event.trigger,
            status=event.status, role=self._role(event), sentence=event.sentence,
            by=f"{MENTION} {self._by}",
        )  # fmt: skip
        return self._mentions[ident]

    def _beside(self, m: Mention, event: Found) -> bool:
        """Tell whether a telling near by is of the same event: of a like kind, reality and role, and of no other place or day."""
        if abs(m.sentence - event.sentence) > NEAR or not self._like(m.kind, event.kind):
            return False
        if (m.status in HAPPENED) != (event.status in HAPPENED) or m.role != self._role(event):
            return False
        return not _apart(self._said.get(m.event, ()), event.points)

    def _role(self, event: Found) -> Role:
        return "main" if self._reading.passages[event.sentence].role == "main" else "background"

    def _like(self, a: str, b: str) -> bool:
        return self._kinds.akin(a, b)

    def _fill(self, home: Mention, points: Iterable[Point]) -> None:
        """Add the values that are not said there."""
        for point in points:
            mention = self._mentions[home.id]
            if self._told(point, mention.event):
                self.known += 1
                continue
            claim = Claim(
                report=mention.report, mention=mention.id, field=point.field, value=point.value, span=point.span,
                voice=point.voice, by=f"{_rule(point)} {self._by}",
            )  # fmt: skip
            self._mentions[mention.id] = replace(mention, claims=(*mention.claims, claim))
            self._say(mention.event, claim)
            self.added += 1

    def _told(self, point: Point, event: str | None) -> bool:
        """Tell whether a value is said already: of that event, or, for a number, of any (its words are spoken for)."""
        start, end = point.span.start, point.span.end
        if any(claim.span.touches(start, end) for claim in self._said.get(point.field, ())):
            return True
        for claim in self._said.get(event, ()) if event is not None else ():
            if claim.field == point.field:
                once = point.field in ONCE and not claim.inferred
                if once or claim.span.touches(start, end) or _same(claim, point):
                    return True
        return False

    def _say(self, event: str, claim: Claim) -> None:
        self._said.setdefault(event, []).append(claim)
        if claim.field in COUNTS:
            self._said.setdefault(claim.field, []).append(claim)


def _rule(point: Point) -> str:
    """The rule that made a value."""
    return RULES.get(point.field) or (COUNT if isinstance(point.value, Count) else PARTY)


def _same(claim: Claim, point: Point) -> bool:
    """Tell whether a claim names the same somebody, or the same weapon."""
    a, b = claim.value, point.value
    if isinstance(a, Party) and isinstance(b, Party):
        return (a.entity or a.text).casefold() == (b.entity or b.text).casefold()
    if isinstance(a, Weapon) and isinstance(b, Weapon):
        return (a.entity or a.text).casefold() == (b.entity or b.text).casefold()
    return False


def _apart(told: Iterable[Claim], points: Iterable[Point]) -> bool:
    """Tell whether both sides name places, or days, and share none."""
    one, other = [c.value for c in told], [p.value for p in points]
    days = [{v.ref for v in side if isinstance(v, Day)} for side in (one, other)]
    places = [[v.place for v in side if isinstance(v, Where) and v.place is not None] for side in (one, other)]
    if all(days) and not days[0] & days[1]:
        return True
    return all(places) and not any(_meet(a, b) for a in places[0] for b in places[1])


def _meet(a: Place, b: Place) -> bool:
    """Tell whether two places are one, or one lies in the other."""
    if a.country and b.country and a.country != b.country:
        return False
    return a.name == b.name or a.name in b.within or b.name in a.within or b.admin1 == a.name or a.admin1 == b.name

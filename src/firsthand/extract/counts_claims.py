"""Counts as values of claims: whose people they are, and which count they are part of."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.drafts import Draft, Part
from firsthand.extract.events import EventDraft, entities
from firsthand.extract.scene import Scene
from firsthand.model.claim import Field
from firsthand.model.value import Count, Side

ATTACKERS = frozenset(
    {"attacker", "assailant", "bomber", "raider", "gunman", "hijacker", "kidnapper", "perpetrator", "abductor"}
)
"""Words for people by what they did in the event itself."""
Key = tuple[int, int, Field]
"""A count by its words and field."""
Identify = Callable[[Draft, Part], str]


def key_of(c: HarmCount) -> Key:
    """The key of a count among those of its report."""
    return c.start, c.end, c.field


def wholes(scene: Scene, event: EventDraft, identify: Identify) -> dict[Key, str]:
    """The id of the claim that each part is included in, by the key of the part; `identify` gives the id of a claim."""
    told = [(d, c) for d in event.drafts for c in d.counts if not c.older and c.number != 0]
    found: dict[Key, str] = {}
    for _, part in told:
        if not part.part:
            continue
        fits = [(d, c) for d, c in told if _holds(c, part)]
        if fits:
            draft, whole = min(fits, key=lambda one: (one[1].start > part.start, abs(one[1].start - part.start)))
            first = next(iter(count_parts(scene, draft, whole, {})), None)
            if first is not None:
                found[key_of(part)] = identify(draft, first)
    return found


def _holds(whole: HarmCount, part: HarmCount) -> bool:
    """Tell whether a count can include another: no part itself, of the same fate, and not smaller."""
    if whole.part or whole.field != part.field or key_of(whole) == key_of(part):
        return False
    most = whole.high if whole.high is not None or whole.bound != "exact" else whole.number
    return part.low is None or most is None or most >= part.low


def count_parts(scene: Scene, d: Draft, c: HarmCount, within: Mapping[Key, str]) -> Iterator[Part]:
    """The values that a count gives; civilians are counted once more under a field of their own."""
    if c.older:
        return
    span = scene.cut(c.start, c.end)
    side = side_of(scene, d, c)
    value = Count(
        number=c.number, bound=c.bound, low=c.low, high=c.high, who=c.who, side=side, wording=c.wording,
        part_of=within.get(key_of(c)),
    )  # fmt: skip
    yield Part(field=c.field, value=value, span=span, by=c.by)
    if side == "civilian" and c.field in {"killed", "wounded"} and c.who and "civilian" in c.who.lower():
        own: Field = "civilian_killed" if c.field == "killed" else "civilian_wounded"
        yield Part(field=own, value=value, span=span, by=c.by)


def side_of(scene: Scene, d: Draft, c: HarmCount) -> Side:
    """Whose people they are: by the word for them, else by the entity they share with actor or target."""
    head = scene.doc[c.head] if c.head >= 0 else None
    people = scene.lexicon.people(head.lemma_.lower()) if head is not None else None
    name = next((scene.name_at[i] for i in scene.tokens(c.start, c.end) if i in scene.name_at), None)
    if name is not None:
        if name.entity in entities(d.actors):
            return "attacker"
        if name.entity in entities(d.targets):
            return "target"
    if people is not None and people.side == "civilian":
        return "civilian"
    if head is None:
        return "unknown"
    lemma = head.lemma_.lower()
    doing, hit = _kinds_of_people(scene, d.actors), _kinds_of_people(scene, [*d.targets, *_others(d, c)])
    if lemma in ATTACKERS or lemma in {word for p in d.actors for word in p.span.quote.lower().split()}:
        return "attacker"
    side = people.side if people is not None else None
    if side in doing and side not in hit:
        return "attacker"
    if side is not None and side != "unknown" and (doing or hit or d.trigger.verbal):
        return "target"
    return "unknown"


def _kinds_of_people(scene: Scene, parts: Sequence[Part]) -> set[str]:
    """Whether parties are forces of a state, other armed people or civilians, by their words."""
    found = {scene.lexicon.people(word) for p in parts for word in p.span.quote.lower().split()}
    return {f.side for f in found if f is not None and f.side != "unknown"}


def _others(d: Draft, c: HarmCount) -> list[Part]:
    """The victims that other counts of the mention name."""
    return [p for p in d.parts if p.field == "victim" and not p.span.touches(c.start, c.end)]

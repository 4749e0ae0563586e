"""The claims of each mention made: every value with its words and who says so."""

from collections.abc import Iterator, Sequence

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.drafts import ARMED_KINDS_EXCLUDED, Draft, Part
from firsthand.extract.events import EventDraft, entities
from firsthand.extract.scene import Scene
from firsthand.extract.voices import voice_at
from firsthand.model.base import digest
from firsthand.model.claim import Claim, Mention, mention_id
from firsthand.model.span import Span
from firsthand.model.value import Count, Day, Party, Side, Value, Weapon, Where, Words
from firsthand.model.voice import Voice

ATTACKERS = frozenset(
    {"attacker", "assailant", "bomber", "raider", "gunman", "hijacker", "kidnapper", "perpetrator", "abductor"}
)
"""Words for people by what they did in the event itself."""


def make_mentions(scene: Scene, events: Sequence[EventDraft]) -> tuple[Mention, ...]:
    """The mentions of all events with their claims, in reading order."""
    found = []
    for event in events:
        ident = digest("evt", min(mention_id(scene.report, d.span) for d in event.drafts))
        for d in event.drafts:
            mention = mention_id(scene.report, d.span)
            claims = _unique(claim for part in _parts(scene, d) for claim in _claims(scene, mention, part))
            found.append(
                Mention(
                    report=scene.report,
                    event=ident,
                    kind=d.kind,
                    trigger=d.span,
                    status=d.status,
                    role=d.role,
                    sentence=d.passage,
                    claims=claims,
                    by=d.by,
                )
            )
    return tuple(sorted(found, key=lambda m: (m.trigger.start, m.trigger.end)))


def _unique(claims: Iterator[Claim]) -> tuple[Claim, ...]:
    kept: dict[tuple[object, ...], Claim] = {}
    for c in claims:
        kept.setdefault((c.field, c.value, c.span), c)
    return tuple(kept.values())


def _claims(scene: Scene, mention: str, part: Part) -> Iterator[Claim]:
    value = Words(text=part.value) if isinstance(part.value, str) else part.value
    voice = voice_at(part.span.start, part.span.end, scene.attributions)
    if part.stance is not None:
        voice = Voice(speaker=voice.speaker, chain=voice.chain, stance=part.stance, span=voice.span)
    yield Claim(
        report=scene.report, mention=mention, field=part.field, value=value, span=part.span, voice=voice, by=part.by
    )


def _parts(scene: Scene, d: Draft) -> Iterator[Part]:
    yield from d.actors
    yield from d.targets
    yield from d.parts
    for t in d.times:
        yield Part(field="date", value=Day(expression=t.span.quote, ref=t.ref), span=t.span, by="moments.time")
    for p in d.places:
        yield Part(field="place", value=Where(text=p.area.quote, place=p.place), span=p.area, by="moments.place")
    yield from _weapons(scene, d)
    for c in d.counts:
        yield from _count_parts(scene, d, c)


def _weapons(scene: Scene, d: Draft) -> Iterator[Part]:
    if d.kind in ARMED_KINDS_EXCLUDED or d.kind == "seizure of weapons":  # what is seized was not used
        return
    passage = scene.passages[d.passage]
    for n in scene.names:
        if n.type == "weapon" and passage.start <= n.span.start < passage.end:
            value = Weapon(text=n.span.quote, entity=n.entity, class_=scene.lexicon.weapon_class(n.span.quote))
            yield Part(
                field="target" if d.kind == "shoot-down" else "weapon",
                value=_as_target(value) if d.kind == "shoot-down" else value,
                span=n.span,
                by="weapons.name",
            )


def _as_target(weapon: Weapon) -> Party:
    return Party(text=weapon.text, entity=weapon.entity, type="named", sort="described")


def _count_parts(scene: Scene, d: Draft, c: HarmCount) -> Iterator[Part]:
    if c.older:
        return
    span: Span = scene.cut(c.start, c.end)
    side = _side(scene, d, c)
    number, low, high, bound = c.number, c.low, c.high, c.bound
    value: Value = Count(number=number, bound=bound, low=low, high=high, who=c.who, side=side, wording=c.wording)
    yield Part(field=c.field, value=value, span=span, by=c.by)
    if side == "civilian" and c.field in {"killed", "wounded"} and c.who and "civilian" in c.who.lower():
        yield Part(
            field="civilian_killed" if c.field == "killed" else "civilian_wounded", value=value, span=span, by=c.by
        )


def _side(scene: Scene, d: Draft, c: HarmCount) -> Side:
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

"""The claims of each mention made: every value with its words and who says so."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from firsthand.extract.counts_claims import Key, count_parts, wholes
from firsthand.extract.drafts import ARMED_KINDS_EXCLUDED, Draft, Part
from firsthand.extract.events import EventDraft
from firsthand.extract.scene import Scene
from firsthand.extract.slots import used, weapons_of
from firsthand.extract.voices import claimer, voice_at
from firsthand.model.base import digest
from firsthand.model.claim import Claim, Mention, mention_id
from firsthand.model.extraction import Name
from firsthand.model.value import Day, Party, Weapon, Where, Words

FELL: Final[Mapping[str, frozenset[str]]] = {
    "shoot-down": frozenset({"aircraft", "helicopter", "drone"}),
    "disaster": frozenset({"aircraft", "helicopter"}),
}
"""Classes of what falls in a shoot-down or an accident: it suffers, and is no weapon there."""


def make_mentions(scene: Scene, events: Sequence[EventDraft]) -> tuple[Mention, ...]:
    """The mentions of all events with their claims, in reading order."""
    found = []
    for event in events:
        ident = digest("evt", min(mention_id(scene.report, d.span) for d in event.drafts))
        within = wholes(scene, event, lambda d, part: _claim(scene, mention_id(scene.report, d.span), part).id)
        for d in event.drafts:
            mention = mention_id(scene.report, d.span)
            claims = _unique(_claim(scene, mention, part) for part in _parts(scene, d, within))
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


def _claim(scene: Scene, mention: str, part: Part) -> Claim:
    value = Words(text=part.value) if isinstance(part.value, str) else part.value
    voice = voice_at(part.span.start, part.span.end, scene.attributions)
    if part.stance is not None:
        voice = claimer(part.span, part.stance, voice, scene.attributions)
    return Claim(
        report=scene.report, mention=mention, field=part.field, value=value, span=part.span, voice=voice, by=part.by
    )


def _parts(scene: Scene, d: Draft, within: Mapping[Key, str]) -> Iterator[Part]:
    yield from (
        part for part in d.actors if d.kind != "disaster" or part.stance is not None
    )  # blamed, else nobody did it
    yield from d.targets
    yield from d.parts
    for t in d.times:
        yield Part(field="date", value=Day(expression=t.span.quote, ref=t.ref), span=t.span, by=d.rules[t.span.start])
    for p in d.places:
        where = Where(text=p.area.quote, place=p.place, others=p.others, weights=p.weights)
        yield Part(field="place", value=where, span=p.area, by=d.rules[p.span.start])
    yield from _weapons(scene, d)
    for c in d.counts:
        yield from count_parts(scene, d, c, within)


def _weapons(scene: Scene, d: Draft) -> Iterator[Part]:
    if d.kind in ARMED_KINDS_EXCLUDED or d.kind == "seizure of weapons":  # what is seized was not used
        return
    names = list(weapons_of(scene, d.trigger))
    fell = [n for n in names if scene.lexicon.weapon_class(n.span.quote) in FELL.get(d.kind, ())]
    fell = fell or (names if d.kind == "shoot-down" else [])  # air defences shoot down missiles too
    for n in names:
        if n in fell:
            yield Part(field="target", value=_as_target(_weapon(scene, n)), span=n.span, by="weapons.name")
        elif d.kind != "disaster" and used(scene, d.trigger, n):
            yield Part(field="weapon", value=_weapon(scene, n), span=n.span, by="weapons.name")


def _weapon(scene: Scene, name: Name) -> Weapon:
    return Weapon(text=name.span.quote, entity=name.entity, class_=scene.lexicon.weapon_class(name.span.quote))


def _as_target(weapon: Weapon) -> Party:
    return Party(text=weapon.text, entity=weapon.entity, type="named", sort="described")

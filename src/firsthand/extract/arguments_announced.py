"""Who did it, where no word names a doer, and a force tells of it as of its own deed."""

from collections.abc import Sequence

from spacy.tokens import Token

from firsthand.extract.drafts import Part
from firsthand.extract.events import EventDraft
from firsthand.extract.kinds_sides import camp, camps, doing, hit
from firsthand.extract.parties import party_of
from firsthand.extract.scene import Scene
from firsthand.extract.voices import voice_at
from firsthand.model.span import Span

OPERATIONS = frozenset(
    {"ground raid", "capture", "arrest", "seizure of weapons", "armed clash", "air strike", "drone strike"}
)
"""Kinds of which a force that announces the losses of its foes speaks as of its own deed."""


def announcers(scene: Scene, events: Sequence[EventDraft]) -> None:
    """Gives news of an operation without a doer the force that announces it: "the army said ten rebels died in a raid".

    Only where everyone hit is an armed foe: of its own dead, and of civilians, a force tells as any witness does.
    """
    for event in events:
        if not event.main or doing(event.drafts) or not any(d.kind in OPERATIONS for d in event.drafts):
            continue
        if any(c.lower_ in {"between", "among"} for d in event.drafts for c in d.token.children):
            continue  # "clashes between gangs"
        if camps(scene, [p for d in event.drafts for p in hit(d)]) - {"thing", "property", "military thing"} != {
            "armed"
        }:
            continue
        for draft in event.drafts:
            by = voice_at(draft.span.start, draft.span.end, scene.attributions)
            teller = _force(scene, by.span) if by.stance == "asserts" and draft.role == "main" else None
            if teller is not None:
                draft.actors.append(teller)
                break


def _force(scene: Scene, source: Span | None) -> Part | None:
    """The force that words of a source name; None for an official, a spokesman, a witness."""
    tokens = scene.tokens(source.start, source.end) if source is not None else range(0)
    head: Token | None = next((scene.doc[i] for i in tokens if scene.doc[i].head.i not in tokens), None)
    found = party_of(scene, head, acting=True) if head is not None else None
    if found is None or found.party.sort == "person":
        return None
    part = Part(field="actor", value=found.party, span=found.span, by="arguments.announcer", stance="claims")
    return part if camp(scene, part) == "state" else None

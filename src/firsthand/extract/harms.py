"""What an event did to people, as a mention of its own where its own word tells it ("a blast rocked .., killing two").

Both mentions belong to one event. The word for the event keeps who did it, where and when; the word for what became of
the people takes the people and their numbers, so that each value stands with the word that says it.
"""

from collections.abc import Sequence

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.drafts import Draft, Part
from firsthand.extract.events import EventDraft
from firsthand.extract.scene import Scene
from firsthand.extract.slots import participants
from firsthand.extract.triggers import Trigger
from firsthand.resources.frames import Frame


def tell_harm(scene: Scene, events: Sequence[EventDraft]) -> None:
    """Give each word of harm a mention of its own in the event that holds its counts."""
    taken = {t for e in events for d in e.drafts for t in range(d.trigger.first, d.token.i + 1)}
    for event in events:
        for draft in list(event.drafts):
            for token, counts in _by_word(scene, draft, taken).items():
                event.drafts.append(_told(scene, draft, token, counts))
                taken.add(token)


def _by_word(scene: Scene, draft: Draft, taken: set[int]) -> dict[int, list[HarmCount]]:
    """The counts of a draft that another word than its trigger tells, by that word."""
    found: dict[int, list[HarmCount]] = {}
    for c in draft.counts:
        if c.token not in taken and _harm(scene, c.token):
            found.setdefault(c.token, []).append(c)
    return found


def _harm(scene: Scene, index: int) -> bool:
    token, frames = scene.doc[index], scene.frames
    lemma = token.lemma_.lower()
    return lemma in frames.harm_verbs or lemma in frames.harm_nouns or token.lower_ in frames.harm_adjectives


def _told(scene: Scene, draft: Draft, index: int, counts: list[HarmCount]) -> Draft:
    """The mention of one word of harm; its counts leave the draft that held them."""
    token = scene.doc[index]
    dies = token.lemma_.lower() in scene.frames.intransitive
    frame = Frame(kind=draft.kind, subject="victim" if dies else "actor", object="none" if dies else "victim")
    trigger = Trigger(token=index, first=index, kind=draft.kind, frame=frame, verbal=token.pos_ == "VERB")
    spans = [scene.cut(c.start, c.end) for c in counts]
    people = [p for p in draft.parts if p.field == "victim" and any(s.touches(p.span.start, p.span.end) for s in spans)]
    draft.counts = [c for c in draft.counts if c not in counts]
    draft.parts = [p for p in draft.parts if p not in people]
    actors = []
    if trigger.verbal:
        actors = [
            Part(field="actor", value=f.party, span=f.span, by=by) for f, by in participants(scene, trigger).actors
        ]
    return Draft(
        trigger=trigger,
        token=token,
        span=scene.cut(token.idx, token.idx + len(token)),
        kind=draft.kind,
        status=draft.status,
        role=draft.role,
        by=f"harms.word {draft.by.split()[-1]}",
        passage=draft.passage,
        counts=counts,
        actors=actors,
        parts=people,
    )

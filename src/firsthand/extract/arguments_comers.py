"""Who did it, where the deed is told without a doer, and the same story tells of armed people who came or got away."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from firsthand.extract.drafts import Part
from firsthand.extract.events import EventDraft
from firsthand.extract.kinds_sides import doing
from firsthand.extract.parties import actors_of
from firsthand.extract.phrases import meaning_head, subjects
from firsthand.extract.scene import Scene

DEEDS = frozenset({
    "attack", "killing", "shooting", "massacre", "execution", "assassination", "abduction", "hostage-taking", "robbery", "arson",
    "looting", "ambush", "attack on forces", "sexual violence", "property destruction", "bombing", "grenade", "mob violence",
})  # fmt: skip
"""Kinds of deeds that those who come or flee do by their own hands."""
COMES = frozenset(
    "arrive enter storm surround burst break descend ride stop block intercept approach knock drag force order round "
    "separate line wait flee escape vanish disappear retreat run speed follow emerge jump alight disguise mask wear".split()
)
"""What whoever did it is told to have done before and after."""
NEXT = 1
"""Sentences behind the deed within which they are told."""


def comers(scene: Scene, events: Sequence[EventDraft]) -> None:
    """Gives news of a deed without a doer the armed people whom its sentences, or the next, tell to have come or fled."""
    for event in events:
        if not event.main or doing(event.drafts) or not any(d.kind in DEEDS for d in event.drafts):
            continue
        told = sorted({d.passage for d in event.drafts if d.role == "main"})
        taken = {d.passage for e in events if e is not event and e.main for d in e.drafts}
        near = [k for k in range(told[0], told[-1] + NEXT + 1) if k < len(scene.passages) and k not in taken]
        part = next((p for k in near for p in _came(scene, k)), None)
        if part is not None:
            draft = next(d for d in event.drafts if d.role == "main" and d.passage <= told[-1])
            draft.actors.append(part)


def _came(scene: Scene, k: int) -> Iterator[Part]:
    passage = scene.passages[k]
    if passage.role == "noise":
        return
    for i in scene.tokens(passage.start, passage.end):
        verb = scene.doc[i]
        if verb.pos_ == "VERB" and verb.lemma_.lower() in COMES:
            for s in subjects(verb):
                for found in actors_of(scene, s) if _armed(scene, s) else ():
                    yield Part(field="actor", value=found.party, span=found.span, by="arguments.comers")


def _armed(scene: Scene, subject: Token) -> bool:
    head = meaning_head(subject)
    two = " ".join(t.lower_ for t in scene.doc[max(0, head.i - 1) : head.i + 1])
    people = scene.lexicon.people(two) or scene.lexicon.people(head.lemma_.lower())
    return people is not None and people.side == "armed nonstate"

"""Whether an event is one of armed conflict at all: accidents, nature and sport share its verbs ("struck", "fired", "killed")."""

import re

from firsthand.extract.drafts import Draft
from firsthand.extract.scene import Scene
from firsthand.model.value import Party
from firsthand.resources.outside import Outside

MIXED = frozenset({"attack", "killing", "bombing", "disaster", "shooting", "arson", "displacement"})
"""Kinds whose words accidents and sport share."""
SCORE = re.compile(
    r"\b(?:won|win|beat|lost|lose|drew|draw)\b.{0,40}\b\d{1,3}[-–]\d{1,3}\b|\b[A-Z][a-z]+ \d [A-Z][a-z]+(?: [A-Z][a-z]+)? \d\b"
)
SPORT_WORDS = 3
"""Different words of sport from which a report is one of sport; two occur by chance in reports of attacks on stadiums."""


def outside(scene: Scene, words: Outside, drafts: list[Draft]) -> bool:
    """Tell whether an event is an accident, a natural disaster or a game: told in such words, with no armed party in it."""
    if any(d.kind not in MIXED for d in drafts) or any(_armed(scene, d) for d in drafts):
        return False
    whole = {t.lemma_.lower() for t in scene.doc}
    if len(whole & words.sport) + bool(SCORE.search(scene.text)) >= SPORT_WORDS:
        return True
    near = {t.lemma_.lower() for d in drafts for t in scene.doc[d.token.i].sent}
    if near & words.accident:
        return True
    return len(whole & words.accident) >= 2 or all(d.kind == "disaster" for d in drafts)


def _armed(scene: Scene, draft: Draft) -> bool:
    """Tell whether someone armed did it: a named group, force or state, or people who bear arms."""
    for part in draft.actors:
        if isinstance(part.value, Party):
            people = scene.lexicon.people(part.value.text.split()[-1].lower())
            if (part.value.type == "named" and part.value.sort != "person") or (
                people is not None and people.side.startswith("armed")
            ):
                return True
    passage = scene.passages[draft.passage]
    return any(
        n.type == "weapon"
        and n.entity not in {"gas", "bus", "car", "truck", "plane"}
        and passage.start <= n.span.start < passage.end
        for n in scene.names
    )

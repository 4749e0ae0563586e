"""What an earlier deed that a clause recalls keeps for itself: "freed two men who had been abducted in Kutum in May"."""

from typing import TypeVar

from spacy.tokens import Token

from firsthand.extract.phrases import above
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import Trigger
from firsthand.model.place import PlaceName
from firsthand.model.timeref import TimeExpr

T = TypeVar("T", TimeExpr, PlaceName)


def outside(scene: Scene, trigger: Trigger, found: list[tuple[T, str]]) -> list[tuple[T, str]]:
    """The times or places of a deed without those of the deeds recalled in clauses on its people or things."""
    if not found:
        return found
    own = scene.doc[trigger.token]
    recalled = {v.i for v in own.subtree if v.dep_ == "relcl" and v.i != own.i and _recalls(scene, v)}
    return [x for x in found if not _within(scene, x[0].span.start, trigger.token, recalled)]


def _recalls(scene: Scene, verb: Token) -> bool:
    """Tell whether a verb tells a deed in the past perfect, or with a time of its own ("that seized the dam in May")."""
    lemma = verb.lemma_.lower()
    if lemma not in scene.frames.verbs and lemma not in scene.frames.harm_verbs:
        return False
    beside = [*verb.children, *(b for c in verb.children if c.dep_ == "prep" for b in c.children)]
    return any((c.dep_ == "aux" and c.lower_ in {"had", "'d"}) or c.i in scene.time_at for c in beside)


def _within(scene: Scene, start: int, trigger: int, recalled: set[int]) -> bool:
    tokens = scene.tokens(start, start + 1)
    for head in above(scene.doc[tokens[0]], 10) if tokens else ():
        if head.i in recalled:
            return True
        if head.i == trigger:
            return False
    return False

"""How well an incident is supported, by four rules in this order.

contested      somebody denies that it happened, that they did it or who was hit; or two voices name different actors, or differ
               over whether the dead or hurt were civilians. A disputed number alone contests nothing.
weak           all tellings only recall it, or everything that is said of it is alleged or doubted.
corroborated   two or more origins, none of which goes back to another, tell it.
single source  all goes back to one origin.
"""

from collections.abc import Iterable, Sequence

from firsthand.model.incident import Discrepancy, Grade, Origin
from firsthand.weigh.discrepancies import contested
from firsthand.weigh.evidence import Case

HEARSAY = frozenset({"alleges", "doubts"})


def grade(case: Case, origins: Sequence[Origin], differing: Iterable[Discrepancy]) -> Grade:
    """The first rule that holds."""
    if contested(differing):
        return "contested"
    if not case.news or not case.stated or all(s.claim.voice.stance in HEARSAY for s in case.stated):
        return "weak"
    return "corroborated" if len(origins) > 1 else "single source"
